"""How a publisher's files look: its colours and fonts, from a small file, each legible on its ground.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
