"""What a row comes to: proposals, each safe or in conflict, and what could not be understood of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import attrs

from nominate.errors import Problem, Severity
from nominate.files.faults import Fault
from nominate.importing.merging.fields import Note
from nominate.importing.merging.merge import Proposal
from nominate.register.changes import Origin

__all__ = ["Draft", "Drafts"]


@attrs.frozen(kw_only=True)
class Draft:
    """A proposal, and what speaks against taking it for granted: a conflict, or `asks` with a sentence.

    `columns` are the titles of the columns of the table that it comes from.
    """

    proposal: Proposal
    table: str
    columns: tuple[str, ...] = ()
    is_conflict: bool = False
    asks: str = ""
    hint: str = ""


class Drafts:
    """Gathers drafts and problems, in the order in which they are found."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.problems: list[Problem] = []

    def note(self, origin: Origin, *, code: str = "W730") -> Note:
        """What tells, as a warning at that place, that something was taken for another."""

        def told(message: str) -> None:
            problem = Problem(code=code, message=message, severity=Severity.WARNING)
            self.problems.append(origin.problem(problem))

        return told

    @contextmanager
    def at(self, origin: Origin) -> Iterator[Note]:
        """A place at which a fault may come up: it is told there, and the rest goes on."""
        try:
            yield self.note(origin)
        except Fault as fault:
            self.problems.append(origin.problem(fault.problem))

    def refuse(self, origin: Origin, code: str, message: str, hint: str) -> None:
        """Tell a fault at that place."""
        self.problems.append(origin.problem(Problem(code=code, message=message, hint=hint)))

    @property
    def faults(self) -> int:
        """How many errors were told so far."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)
