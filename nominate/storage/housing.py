"""Which file of a register a new record goes into: where others of its kind are at home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from nominate.model.nomination import Nomination
from nominate.register.changes import Record
from nominate.storage.parts import Part

__all__ = ["Housing"]


class Housing:
    """Finds a file for each new record; the parts are gone over once, however many there are.

    >>> from nominate.files.yaml_text import read_yaml
    >>> from nominate.model.person import Person
    >>> from nominate.model.settings import Records
    >>> ann, ben = (Person(id=name, name=name) for name in ("ann", "ben"))
    >>> document = read_yaml("", file="a.yaml")
    >>> parts = [Part(document=document, records=Records(people=each)) for each in ((), (ann,))]
    >>> Housing(parts).home_of("people", ben)
    1
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts

    def home_of(self, section: str, record: Record) -> int:
        """The number of the file for a new record of that section.

        A nomination goes where most nominations of its edition are, else of its award, else where the award
        is; any record where most of its section are; and where there is none of these, into the file that
        holds the settings, or the first.
        """
        for counts in self._counts(section, record):
            if counts:
                # Of several with as many the first: the same register gives the same files.
                return max(counts, key=lambda number: (counts[number], -number))
        return next((number for number, part in enumerate(self._parts) if part.has_settings), 0)

    def _counts(self, section: str, record: Record) -> Iterator[Counter[int]]:
        """How many records of each file speak for it, the best reasons first."""
        if isinstance(record, Nomination):
            yield self._nominations.get(record.edition, Counter())
            yield self._nominations.get(record.award, Counter())
            yield Counter(self._awards.get(record.award, ()))
        sizes = ((number, len(getattr(part.records, section))) for number, part in enumerate(self._parts))
        yield Counter({number: size for number, size in sizes if size})

    @cached_property
    def _nominations(self) -> Mapping[str, Counter[int]]:
        """For each edition and each award, how many of its nominations each file holds."""
        counts: dict[str, Counter[int]] = {}
        for number, part in enumerate(self._parts):
            for each in part.records.nominations:
                for name in (each.edition, each.award):
                    counts.setdefault(name, Counter())[number] += 1
        return counts

    @cached_property
    def _awards(self) -> Mapping[str, tuple[int, ...]]:
        return {each.id: (number,) for number, part in enumerate(self._parts) for each in part.records.awards}
