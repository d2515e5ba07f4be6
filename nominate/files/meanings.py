"""What each field of a record means, read from the `Attributes:` part of the record's own docstring."""

from __future__ import annotations

import inspect
import re
from functools import cache

__all__ = ["meanings", "summary"]

_FIELD = re.compile(r"^ {4}(\w+): (.+)$")


def summary(record: type) -> str:
    """The first line of a record's docstring.

    >>> from nominate.model.organisation import Kind
    >>> summary(Kind)
    'How a kind of organisation is said: one of it, and many.'
    """
    return (inspect.getdoc(record) or "").partition("\n")[0]


@cache
def meanings(record: type) -> dict[str, str]:
    """What each field means, by its name, in the order of the docstring.

    >>> from nominate.model.organisation import Kind
    >>> list(meanings(Kind))
    ['id', 'one', 'many']
    """
    lines = (inspect.getdoc(record) or "").splitlines()
    found: dict[str, str] = {}
    name = ""
    for line in lines[lines.index("Attributes:") + 1 :] if "Attributes:" in lines else []:
        field = _FIELD.match(line)
        if field is not None:
            name = field[1]
            found[name] = field[2]
        elif name and line.startswith(" " * 8):
            found[name] += f" {line.strip()}"
        else:
            name = ""
    return found
