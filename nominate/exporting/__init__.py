"""From a view to one whole file: what an exporter is, which there are, and running one.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
