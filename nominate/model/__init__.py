"""The records that a register is made of: frozen, documented, and ignorant of files and outputs.

Import them from `nominate`, which offers every one.
"""
