"""From what the rows say to the records of a register, or to an intake for one that is there.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
