"""From a file that came back to changes: what an importer is, which there are, and the three-way merge.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
