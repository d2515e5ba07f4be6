"""The sheet Base: what each cell was made from, as it is written and as it comes back."""
