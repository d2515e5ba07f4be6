"""Registers in files: loading, examining and saving.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
