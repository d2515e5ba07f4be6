"""From the names in the cells of a row to the nominees of an entry, each kept as it was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from nominate.importing.intake import IntakeValue
from nominate.importing.merging.fields import parts_of
from nominate.importing.merging.names import Names
from nominate.model.nomination import Nominee
from nominate.viewing.entry import Credit

__all__ = ["nominees_of"]

# The role that a name in each column has, unless it had another one there before.
_ROLES = {"organisations": "", "partners": "partner", "people": ""}


def nominees_of(
    nominees: tuple[Nominee, ...], credited: Iterable[Credit], cells: Mapping[str, IntakeValue], names: Names
) -> tuple[Nominee, ...]:
    """The nominees as the edited cells of `organisations`, `partners` and `people` have them.

    `credited` are the nominees with their names, in the same order. Who is still named stays as recorded, in
    place; who moved from one column to another gets its role; new ones come last. Raises `Fault` for a name
    that nobody has.

    >>> from nominate.model.organisation import Organisation
    >>> from nominate.model.settings import Records
    >>> from nominate.register.register import Register
    >>> trust = Organisation(id="ruh", name="Royal United Hospitals")
    >>> names = Names(Register(records=Records(organisations=(trust,))))
    >>> nominees_of((), (), {"partners": "Royal United Hospitals"}, names)
    (Nominee(organisation='ruh', person=None, role='partner', credited_as='', share=None),)
    """
    before = [(_column_of(credit), credit.name, own) for own, credit in zip(nominees, credited, strict=True)]
    wanted = {column: [*parts_of(value)] for column, value in cells.items()}
    kept: dict[int, Nominee] = {}
    for place, (column, name, own) in enumerate(before):
        if column not in wanted:
            kept[place] = own
        elif name in wanted[column]:
            wanted[column].remove(name)
            kept[place] = own
    added = []
    for column, left in wanted.items():
        for name in left:
            found = _found(column, name, names)
            same = next((place for place, (_, _, own) in enumerate(before) if _is(own, found)), None)
            if same is None or same in kept:
                added.append(found)
            else:
                kept[same] = _moved(before[same][2], before[same][0], column)
    return (*(kept[place] for place in sorted(kept)), *added)


def _column_of(credit: Credit) -> str:
    if credit.person is not None:
        return "people"
    return "organisations" if credit.is_lead else "partners"


def _found(column: str, name: str, names: Names) -> Nominee:
    if column == "people":
        return Nominee(person=names.person(name))
    return Nominee(organisation=names.organisation(name), role=_ROLES[column])


def _is(one: Nominee, other: Nominee) -> bool:
    return (one.organisation, one.person) == (other.organisation, other.person)


def _moved(nominee: Nominee, before: str, now: str) -> Nominee:
    """The nominee in another column, or under another of its names in the same."""
    return nominee if before == now else attrs.evolve(nominee, role=_ROLES[now])
