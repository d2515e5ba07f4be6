"""Several files as one register, and from what a check finds back to the file and line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from itertools import accumulate
from typing import Any

import attrs

from nominate.errors import Problem
from nominate.files.text_data import Data, Document, Path, path_text
from nominate.model.fields import key_of
from nominate.model.settings import Records, Settings
from nominate.register.checks import Finding, KnownIds
from nominate.register.checks.finding import told

__all__ = ["Part", "Parts"]

_SECTIONS = tuple(key_of(field.name) for field in attrs.fields(Records) if field.name != "register")


@attrs.frozen(kw_only=True)
class Part:
    """One file's share of a register.

    `places` says for each section where in the file's own list each record stands; a section that it leaves
    out stands as it is. `broken` holds the section and the data of each record that could not be read.
    """

    document: Document
    records: Records
    places: Mapping[str, tuple[int, ...]] = attrs.field(factory=dict)
    broken: tuple[tuple[str, Data], ...] = ()

    @property
    def has_settings(self) -> bool:
        """Whether the file says something about the register itself."""
        return isinstance(self.document.data, dict) and self.document.data.get("register") is not None


@attrs.frozen(kw_only=True)
class Parts:
    """All files of a register, in name order.

    >>> Parts(parts=()).records == Records()
    True
    """

    parts: tuple[Part, ...]

    @cached_property
    def records(self) -> Records:
        """The records of all files, section by section; the first settings count."""
        if len(self.parts) == 1:
            return self.parts[0].records
        settings = [part.records.register for part in self.parts if part.has_settings]
        sections: dict[str, Any] = {
            name: tuple(record for part in self.parts for record in getattr(part.records, name))
            for name in _SECTIONS
        }
        return attrs.evolve(Records(**sections), register=(settings or [Settings()])[0])

    @cached_property
    def known(self) -> KnownIds:
        """The ids of records that could not be read, so that pointing at one is no second fault."""
        ids: dict[str, set[str]] = {}
        for part in self.parts:
            for section, data in part.broken:
                name = data.get("id") if isinstance(data, dict) else None
                if isinstance(name, str) and section in _SECTIONS:
                    ids.setdefault(section, set()).add(name)
        return KnownIds(**{section: frozenset(names) for section, names in ids.items()})

    @property
    def repeated_settings(self) -> tuple[Problem, ...]:
        """A fault for each file that says something about the register itself when another has done so."""
        documents = [part.document for part in self.parts if part.has_settings]
        fault = Problem(
            code="E113",
            message=f"the settings stand in {documents[0].file} already" if documents else "",
            hint="keep them in one file, or, if these are two registers, name the folder of one of them",
        )
        return tuple(document.problem(fault, ("register",), is_key=True) for document in documents[1:])

    def problem(self, finding: Finding) -> Problem:
        """What a check found, with its file and line; the path is that within the file."""
        number, path = self._placed(finding.at)
        message = finding.message
        if finding.other:
            message = message.replace(told(finding.other), self._pointed_at(finding.other), 1)
        fault = Problem(code=finding.code, message=message, hint=finding.hint, severity=finding.severity)
        return self.parts[number].document.problem(fault, path)

    def _pointed_at(self, at: Path) -> str:
        """A record as a message may point at it: the way within its file, and which line of which file."""
        number, path = self._placed(at)
        document = self.parts[number].document
        return f"{path_text(path)} ({document.file}:{document.place(path)[0]})"

    def _placed(self, at: Path) -> tuple[int, Path]:
        section, *rest = at
        if section not in self._ends or not rest:
            settings = [number for number, part in enumerate(self.parts) if part.has_settings]
            return (settings or [0])[0], at
        place = int(rest[0])
        number = bisect_right(self._ends[str(section)], place)
        within = place - (self._ends[str(section)][number - 1] if number else 0)
        own = self.parts[number].places.get(str(section))
        return number, (section, own[within] if own is not None else within, *rest[1:])

    @cached_property
    def _ends(self) -> Mapping[str, list[int]]:
        """For each section, up to which place in the whole register each file's records reach."""
        return {
            name: list(accumulate(len(getattr(part.records, name)) for part in self.parts))
            for name in _SECTIONS
        }
