"""The flat tables of a view: nominations, organisations, awards and dates, each with its columns described.

Each file has one table; nothing is offered here, so that importing one does not import the rest.
"""
