"""What a file would change in a register, as lines that a person reads: record by record, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import click

from nominate.errors import shown
from nominate.importing.merging.merge import Merge, Proposal, Question
from nominate.register.changes import Origin

__all__ = ["conflict_text", "difference_lines", "place_text"]


def difference_lines(found: Merge) -> Iterator[str]:
    """The safe changes, then what both sides changed, then what is to be decided, each with its id.

    >>> list(difference_lines(Merge(file="tracker.xlsx")))
    []
    """
    yield from _part("changes", _by_record(found.changes, _change))
    yield from _part("changed on both sides", _by_record(found.conflicts, _conflict))
    yield from _part("to be decided", (line for each in found.questions for line in _question(each)))


def place_text(origin: Origin) -> str:
    """Where in the file something stands, without the name of the file, which is the same for all.

    >>> place_text(Origin(file="tracker.xlsx", sheet="Nominations", cell="E7"))
    'Nominations!E7'
    """
    return str(Origin(sheet=origin.sheet, cell=origin.cell, line=origin.line))


def conflict_text(each: Proposal) -> str:
    """What the register says, what the file says, and what the file was made from, where anybody knows.

    >>> from nominate.register.changes import RecordKind
    >>> kind, cell = RecordKind.NOMINATION, Origin(file="tracker.xlsx")
    >>> conflict_text(Proposal(kind=kind, record="ward", column="Title", mine="A", theirs="B", origin=cell))
    "the register says 'A', the file 'B'"
    """
    base = f"; it was {shown(each.base)}" if each.base is not None else ""
    return f"the register says {_said(each.mine)}, the file {_said(each.theirs)}{base}"


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    held = list(lines)
    if held:
        yield click.style(title, bold=True)
        yield from held
        yield ""


def _by_record(proposals: Iterable[Proposal], line: Callable[[Proposal], str]) -> Iterator[str]:
    last = None
    for each in proposals:
        if (each.kind, each.record) != last:
            yield f"  {each.kind.value} {each.record}"
            last = (each.kind, each.record)
        yield f"    {line(each)}{_beside(each.id, each.origin)}"


def _change(each: Proposal) -> str:
    if not each.column:
        return "is new" if each.theirs else "goes away"
    return f"{each.column}: {_said(each.mine)} becomes {_said(each.theirs)}"


def _conflict(each: Proposal) -> str:
    return f"{each.column}: {conflict_text(each)}" if each.column else conflict_text(each)


def _question(each: Question) -> Iterator[str]:
    yield f"  {each.says}{_beside(each.id, each.origin)}"
    if each.hint:
        yield f"    {each.hint}"
    for proposal in each.proposals:
        yield f"    yes means: {proposal}"


def _said(text: str) -> str:
    return shown(text) if text else "nothing"


def _beside(name: str, origin: Origin) -> str:
    place = place_text(origin)
    return f"  {click.style(f'({place}) ' if place else '', dim=True)}[{name}]"
