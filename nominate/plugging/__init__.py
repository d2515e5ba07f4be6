"""How strangers' code comes in: hooks, loading one plugin at a time, options, and containment.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
