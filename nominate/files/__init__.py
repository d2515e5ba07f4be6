"""The border to the disc: reading text, turning it into records, and writing whole files.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
