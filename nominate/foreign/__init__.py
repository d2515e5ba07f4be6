"""Spreadsheets that nominate did not make: what their columns become, and the records that they hold.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
