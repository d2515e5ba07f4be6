"""Strips stacked up to pages, and the pen that draws them."""
