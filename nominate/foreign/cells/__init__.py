"""What one cell of a team's own sheet says: dates, amounts, words, names.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
