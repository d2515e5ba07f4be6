"""What the columns of a sheet become: proposed with reasons, written, edited and read back.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
