"""What the sheets say: each made from the view, out of the parts of `_parts`."""
