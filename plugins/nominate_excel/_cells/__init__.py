"""The cells and rows of a sheet as XML: text, numbers, dates, links, and how high a row is.

What stands here knows `_parts`, and nothing of what the sheets say.
"""
