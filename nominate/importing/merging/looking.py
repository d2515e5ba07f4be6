"""From the names in a cell to the ids that a field of a record holds."""

from __future__ import annotations

from nominate.importing.intake import IntakeValue
from nominate.importing.merging.fields import parts_of, text_of
from nominate.importing.merging.names import Names

__all__ = ["looked_up"]


def looked_up(field: str, value: IntakeValue, names: Names) -> object:
    """What the field holds of what the cell names; None for an empty cell, or a field that holds no names.

    Raises `Fault` for a name that nothing has.

    >>> from nominate.model.settings import Records
    >>> from nominate.register.register import Register
    >>> looked_up("kind", "NHS trust", Names(Register(records=Records())))
    'nhs trust'
    """
    text = text_of(value)
    if not text:
        return None
    match field:
        case "programme":
            return names.programme(text)
        case "kind":
            return names.kind(text)
        case "part_of":
            return names.organisation(text)
        case "sponsor":
            return tuple(map(names.organisation, parts_of(value)))
    return None
