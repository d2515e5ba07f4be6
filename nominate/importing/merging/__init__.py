"""The three-way merge of an intake and a register into changes, conflicts and questions.

Each file has one subject; nothing is offered here, so that importing one does not import the rest.
"""
