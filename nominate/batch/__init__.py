"""Many files at once, one for each organisation or for each of something else: named, made, remembered.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
