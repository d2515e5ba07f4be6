"""The story of a view: which parts it has, and how each is said."""
