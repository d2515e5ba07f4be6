"""Asking the person at the terminal what to do with each thing that a file proposes."""

from __future__ import annotations

from collections.abc import Iterator

import click

from nominate.cli.differences import conflict_text
from nominate.cli.talk import counted
from nominate.importing.merging.merge import SAFE, Merge

__all__ = ["decided"]


def decided(found: Merge) -> tuple[str, ...]:
    """What the person accepts: `safe`, and the ids of conflicts and questions answered with yes.

    >>> decided(Merge(file="tracker.xlsx"))
    ()
    """
    return tuple(_asked(found))


def _asked(found: Merge) -> Iterator[str]:
    if found.changes and click.confirm(
        f"Make the {counted(len(found.changes), 'change')} that nothing speaks against?",
        default=True,
        err=True,
    ):
        yield SAFE
    for each in found.conflicts:
        column = f" {each.column}:" if each.column else ""
        click.echo(f"{each.kind.value} {each.record}:{column} {conflict_text(each)}", err=True)
        if click.confirm("Take what the file says?", default=False, err=True):
            yield each.id
    for question in found.questions:
        click.echo("; ".join(part for part in (question.says, question.hint) if part), err=True)
        if question.proposals and click.confirm("Do it?", default=False, err=True):
            yield question.id
