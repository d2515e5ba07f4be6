"""The facts that a template may ask for: a tree of what a view lets a piece say, read as it is asked for."""
