"""House styles: the rules of wording as data, stock profiles, and the reading of a publisher's own.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
