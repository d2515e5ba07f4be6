"""Files of earlier batches for readers who may know more, lying where a batch for others is written."""

from __future__ import annotations

from collections.abc import Sequence

from nominate.batch.ledger import Ledger
from nominate.batch.outcome import BatchFile, FileState
from nominate.errors import Problem, Severity
from nominate.files.reading import name_of
from nominate.model.fields import Audience

__all__ = ["left_over"]

_CONFIDENT = {
    Audience.PUBLIC: frozenset({Audience.PRESS.value, Audience.INTERNAL.value}),
    Audience.PRESS: frozenset({Audience.INTERNAL.value}),
    Audience.INTERNAL: frozenset[str](),
}
# Of a folder full of them, these are enough to find the rest.
_MOST_NAMED = 5
_WRITTEN = {FileState.MADE, FileState.CURRENT, FileState.DUE}


def left_over(ledger: Ledger, files: Sequence[BatchFile], audience: Audience) -> tuple[Problem, ...]:
    """A warning of files that would be passed on with those of a batch, and tell more than they may.

    >>> from nominate.batch.ledger import ledger_in
    >>> left_over(ledger_in(None), [], Audience.PUBLIC)
    ()
    """
    own = [file.path for file in files if file.state in _WRITTEN]
    found = ledger.beside([file.path for file in files], but=own, audiences=_CONFIDENT[audience])
    if not found:
        return ()
    named = ", ".join(map(name_of, found[:_MOST_NAMED]))
    others = len(found) - _MOST_NAMED
    more = f" and {others:,} more" if others > 0 else ""
    message = f"made earlier for readers who may know more, and left among files for others: {named}{more}"
    hint = "move or delete what these readers may not have before you pass the folder on"
    return (Problem(code="W652", severity=Severity.WARNING, message=message, hint=hint),)
