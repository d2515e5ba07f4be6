"""Changing the text of a register file in its place, and no line more than the change concerns."""
