"""Where in a sheet its tables are, and what the titles of their columns mean.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
