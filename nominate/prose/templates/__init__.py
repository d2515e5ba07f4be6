"""Users' templates: a piece in the words of whoever writes the template, from the facts of a view.

A template is text with facts in it. It sees facts, never the register; its result becomes a document, which
every form renders alike.
"""
