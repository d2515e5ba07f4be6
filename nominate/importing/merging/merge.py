"""`Merge`: what a file would change in a register, and what somebody has to decide first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import attrs

from nominate.errors import Problem, UsageError, nearest, shown
from nominate.files.plain import plain
from nominate.plugging.faults import problem_to
from nominate.register.changes import Change, Origin, RecordKind

__all__ = ["ALL", "SAFE", "Merge", "Proposal", "Question"]

ALL, SAFE = "all", "safe"

# A record comes before what names it, and goes after it.
_ORDER = (
    RecordKind.ORGANISATION,
    RecordKind.PERSON,
    RecordKind.PROGRAMME,
    RecordKind.AWARD,
    RecordKind.EDITION,
    RecordKind.CATEGORY,
    RecordKind.NOMINATION,
)


@attrs.frozen(kw_only=True)
class Proposal:
    """What one cell, or some that belong together, would change in one record.

    `column` is the title of the column, empty for a record as a whole. `mine` is what the register says,
    `theirs` what the file says, `base` what the file was made from; None where nobody can say. `id` stays the
    same when the same file is merged again.

    >>> cell = Origin(file="tracker.xlsx", sheet="Nominations", cell="B7")
    >>> kind = RecordKind.NOMINATION
    >>> str(Proposal(kind=kind, record="ward", column="Title", mine="A", theirs="B", origin=cell))
    "nomination 'ward': Title: 'A' becomes 'B'"
    """

    id: str = ""
    kind: RecordKind
    record: str
    column: str = ""
    mine: str
    theirs: str
    base: str | None = None
    origin: Origin
    changes: tuple[Change, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from every other one."""
        return f"{self.kind.value} {self.record} {self.column}"

    def to_json(self) -> dict[str, object]:
        """The proposal as plain JSON data, with its changes as a register file would write them."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "record": self.record,
            "column": self.column,
            "mine": self.mine,
            "theirs": self.theirs,
            "base": self.base,
            "origin": attrs.asdict(self.origin),
            "changes": [_change_to(change) for change in self.changes],
        }

    def __str__(self) -> str:
        named = f"{self.kind.value} {self.record!r}"
        if self.column:
            return f"{named}: {self.column}: {shown(self.mine)} becomes {shown(self.theirs)}"
        return f"{named}: {'is new' if self.theirs else 'goes away'}"


@attrs.frozen(kw_only=True)
class Question:
    """Something that a file seems to say, and that nobody should take for granted.

    `hint` says what to look at, `proposals` are what a yes would do.

    >>> Question(says="row 7 is gone", hint="put it back to keep it", origin=Origin()).proposals
    ()
    """

    id: str = ""
    says: str
    hint: str
    origin: Origin
    proposals: tuple[Proposal, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from every other one."""
        return f"question {' '.join(each.key for each in self.proposals) or self.says}"

    @property
    def changes(self) -> tuple[Change, ...]:
        """What a yes would do."""
        return tuple(change for each in self.proposals for change in each.changes)

    def to_json(self) -> dict[str, object]:
        """The question as plain JSON data."""
        return {
            "id": self.id,
            "says": self.says,
            "hint": self.hint,
            "origin": attrs.asdict(self.origin),
            "proposals": [each.to_json() for each in self.proposals],
        }


@attrs.frozen(kw_only=True)
class Merge:
    """What a file would change in a register: what is safe, what both changed, and what is to be asked.

    `changes` are edits of the file that nothing speaks against. `conflicts` are edits of what the register
    has changed, too, or may have. `problems` are cells and rows that could not be understood, with sheet and
    cell; a warning among them says what something was taken for. Each change, conflict and question has an
    `id`.

    >>> Merge(file="tracker.xlsx").is_empty, Merge(file="tracker.xlsx").accepted("safe")
    (True, ())
    """

    file: str
    changes: tuple[Proposal, ...] = ()
    conflicts: tuple[Proposal, ...] = ()
    questions: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the file asks for nothing: no change, no conflict and no question."""
        return not (self.changes or self.conflicts or self.questions)

    def accepted(self, *choices: str) -> tuple[Change, ...]:
        """The changes that somebody accepts, in an order in which they can be applied.

        Each choice is `safe` (all that nothing speaks against), `all` (also every conflict as the file has
        it, and every question answered with yes), an id, or the name of a record: all that is said of it.

        Raises:
            UsageError: there is no such id.
        """
        chosen = dict.fromkeys(change for choice in choices for change in self._chosen(choice))
        return tuple(sorted(chosen, key=_place))

    def to_json(self) -> dict[str, object]:
        """The merge as plain JSON data, in the order in which it is told.

        >>> Merge(file="tracker.xlsx").to_json()
        {'file': 'tracker.xlsx', 'changes': [], 'conflicts': [], 'questions': [], 'problems': []}
        """
        return {
            "file": self.file,
            "changes": [each.to_json() for each in self.changes],
            "conflicts": [each.to_json() for each in self.conflicts],
            "questions": [each.to_json() for each in self.questions],
            "problems": [problem_to(problem) for problem in self.problems],
        }

    def _chosen(self, choice: str) -> tuple[Change, ...]:
        if choice in {ALL, SAFE}:
            offered: list[Proposal | Question] = [*self.changes]
            offered += [*self.conflicts, *self.questions] if choice == ALL else []
        else:
            offered = [each for each in self._offered() if choice in _names(each)]
        if not offered and choice not in {ALL, SAFE}:
            known = {name for each in self._offered() for name in _names(each)}
            near = nearest(choice, known)
            cure = f"did you mean {near!r}?" if near else "look at them again: ids change with the file"
            raise UsageError(f"nothing to accept is called {shown(choice)}; {cure}")
        return tuple(change for each in offered for change in each.changes)

    def _offered(self) -> Iterator[Proposal | Question]:
        yield from self.changes
        yield from self.conflicts
        yield from self.questions


def _change_to(change: Change) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "record": change.record,
        "field": change.field,
        "before": _plain(change.before),
        "after": _plain(change.after),
    }


def _plain(value: object) -> object:
    """The value as JSON knows it: numbers that are exact become text."""
    return None if value is None else json.loads(json.dumps(plain(value), default=str))


def _names(each: Proposal | Question) -> frozenset[str]:
    proposals: Iterable[Proposal] = (each,) if isinstance(each, Proposal) else each.proposals
    return frozenset({each.id, *(one.record for one in proposals)})


def _place(change: Change) -> tuple[int, int]:
    order = _ORDER.index(change.kind)
    if change.is_removal:
        return 2, -order
    return (0 if change.is_addition else 1), order
