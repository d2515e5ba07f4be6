"""The summary of a view: what stands in it, and how each part is said."""
