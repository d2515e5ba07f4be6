"""The merge: from an intake and a register to what the file would change, and what is to be decided first."""

from __future__ import annotations

from collections.abc import Iterable

from nominate.importing.intake import Intake
from nominate.importing.merging.adding import Adding
from nominate.importing.merging.asking import settled
from nominate.importing.merging.comparing import Compared, compared
from nominate.importing.merging.date_rows import add_dates
from nominate.importing.merging.drafts import Drafts
from nominate.importing.merging.editing import Editing, refuse_fixed
from nominate.importing.merging.ground import Ground
from nominate.importing.merging.merge import Merge
from nominate.importing.merging.names import Names
from nominate.importing.merging.new_awards import add_awards
from nominate.importing.merging.new_nominations import add_nominations
from nominate.importing.merging.new_organisations import add_organisations, named_organisations
from nominate.importing.merging.new_rows import NewRow, new_row
from nominate.importing.merging.removing import remove_rows
from nominate.importing.merging.renaming import known_again
from nominate.model.when import When
from nominate.register.changes import Change
from nominate.register.register import Register

__all__ = ["merge"]


def merge(
    intake: Intake,
    register: Register,
    *,
    known: When,
    journal: Iterable[Change] = (),
    earlier: Iterable[Register] = (),
) -> Merge:
    """What a file that came back would change in a register.

    Cell by cell, three ways: what the file says, what it was made from, and what the register says now. Only
    what the file itself was made from is ever taken away, and a history only grows.

    Args:
        intake: what the file says, as an importer read it.
        register: the register as it is now; it stays as it is.
        known: the moment of the import, which new decisions note as since when they are known.
        journal: what was changed before, the oldest first: it may tell what a cell was made from.
        earlier: the register as it was before, the latest first, for what the journal does not tell. They are
            asked for one by one, and only where a conflict needs them.

    >>> from nominate.model.settings import Records
    >>> merge(Intake(file="tracker.xlsx"), Register(records=Records()), known=When(2020, 11, 12)).is_empty
    True
    """
    ground = Ground(
        intake=intake, register=register, known=known, journal=tuple(journal), earlier_registers=earlier
    )
    odd = tuple(ground.problems())
    if odd:
        return Merge(file=intake.file, problems=(*intake.problems, *odd))
    drafts = Drafts()
    found = [compared(known_again(sheet, ground, drafts), ground) for sheet in intake.sheets]
    drafts.problems += [problem for each in found for problem in each.problems]
    names = _add_what_is_named(found, ground, drafts)
    for each in found:
        _edit(each, ground, names, drafts)
        remove_rows(each, ground, drafts)
    add_dates(_new("dates", found, ground), names, Adding(ground=ground, drafts=drafts))
    add_nominations(_new("nominations", found, ground), names, Adding(ground=ground, drafts=drafts))
    return settled(drafts, found, ground)


def _add_what_is_named(found: list[Compared], ground: Ground, drafts: Drafts) -> Names:
    """Draft what rows of nominations may name; gives the names with all that is new among them."""
    adding = Adding(ground=ground, drafts=drafts)
    named = named_organisations(_new("organisations", found, ground), adding)
    names = add_awards(_new("awards", found, ground), tuple(own for _, own in named), adding)
    add_organisations(named, names, adding)
    return names


def _new(table: str, found: list[Compared], ground: Ground) -> list[NewRow]:
    file = ground.intake.file
    return [new_row(row, each.sheet, file) for each in found if each.sheet.of == table for row in each.new]


def _edit(each: Compared, ground: Ground, names: Names, drafts: Drafts) -> None:
    editing = Editing(table=each.sheet.of, ground=ground, names=names, drafts=drafts)
    for row in each.edited:
        editing.edit(row)
    refuse_fixed(each.edited, each.sheet.of, drafts)
