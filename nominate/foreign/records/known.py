"""The records of a register that a sheet means by its names."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from nominate.files.faults import Fault
from nominate.foreign.cells.naming import abbreviated
from nominate.foreign.cells.tidying import folded
from nominate.foreign.records.bodies import Names as Spellings
from nominate.foreign.records.building import title_of
from nominate.foreign.records.calendars import NO_AWARD, NO_CATEGORY, NO_EDITION
from nominate.foreign.rows.entries import SheetEntry
from nominate.importing.merging.names import Names
from nominate.register.register import Register

__all__ = ["Known"]


class Known:
    """Finds what a sheet names in a register; every look-up gives an empty text for what is new.

    >>> from nominate.model.settings import Records
    >>> Known(Register(records=Records()), Spellings({})).award("HSJ Awards")
    ''
    """

    def __init__(self, register: Register, spellings: Spellings) -> None:
        self._register = register
        self._names = Names(register)
        self._spellings = spellings

    def award(self, name: str) -> str:
        """The id of an award."""
        return self._found(self._names.award, name or NO_AWARD)

    def edition(self, entry: SheetEntry) -> str:
        """The edition of an entry, as `award/edition`."""
        award = self.award(entry.award)
        held = self._register.editions
        wanted = folded(entry.edition or NO_EDITION)
        own = (name for name in held if name.partition("/")[0] == award)
        return next((name for name in own if folded(name.partition("/")[2]) == wanted), "")

    def category(self, entry: SheetEntry) -> str:
        """The id of an entry's category, in an edition that is known."""
        edition = self.edition(entry)
        if not edition:
            return ""
        return self._found(lambda name: self._names.category(edition, name), entry.category or NO_CATEGORY)

    def organisation(self, name: str) -> str:
        """The id of an organisation, by any of its names."""
        kept = self._spellings.kept(name)
        return self._found(self._names.organisation, kept) or self._found(
            self._names.organisation, abbreviated(kept)[0]
        )

    def person(self, name: str) -> str:
        """The id of a person."""
        return self._found(self._names.person, name)

    def programme(self, name: str) -> str:
        """The id of a programme."""
        return self._found(self._names.programme, self._spellings.kept(name))

    def nomination(self, entry: SheetEntry) -> str:
        """The id of the entry of that edition with that title; of several, of the one in that category."""
        edition = self.edition(entry)
        found = self._nominations.get((edition, folded(title_of(entry))), ())
        own = [name for name, category in found if category == self.category(entry)]
        names = own if len(found) > 1 else [name for name, _ in found]
        return names[0] if len(names) == 1 else ""

    @cached_property
    def _nominations(self) -> dict[tuple[str, str], list[tuple[str, str]]]:
        found: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for each in self._register.nominations:
            found.setdefault((each.edition, folded(each.title)), []).append((each.id, each.category))
        return found

    @staticmethod
    def _found(look_up: Callable[[str], str], name: str) -> str:
        try:
            return look_up(name)
        except Fault:
            return ""
