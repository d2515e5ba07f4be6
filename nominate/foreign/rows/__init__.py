"""A file by its mapping: what every row says, and what could not be read.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
