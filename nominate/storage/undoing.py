"""The register as it was before the edits that its journal tells of, one edit after the other taken back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice

import attrs

from nominate.errors import Problem, Severity
from nominate.register.apart import Apart, put_together, taken_apart
from nominate.register.changes import Change
from nominate.register.checks import check
from nominate.register.field_changes import changed
from nominate.register.register import Register
from nominate.storage.journal import Journal

__all__ = ["before_edits"]

_MOST = 12


def before_edits(register: Register, journal: Journal) -> Iterator[Register]:
    """The register before its last edit, before the one before that, and so on, a dozen of them at most.

    It ends where the files were changed by hand in such a way that an edit cannot be taken back.

    >>> from nominate.model.person import Person
    >>> from nominate.model.settings import Records
    >>> from nominate.register.changes import RecordKind
    >>> from nominate.storage.journal import Noted
    >>> change = Change(kind=RecordKind.PERSON, record="ann", field="name", before="Ann", after="Dr Ann")
    >>> journal = Journal(entries=(Noted(when="2026-11-22T09:30:00+00:00", by="", change=change),))
    >>> now = Register(records=Records(people=(Person(id="ann", name="Dr Ann"),)))
    >>> [earlier.person("ann").name for earlier in before_edits(now, journal)]
    ['Ann']
    """
    held = taken_apart(register.records)
    edits = groupby(reversed(journal.entries), key=lambda entry: entry.when)
    for _, entries in islice(edits, _MOST):
        # One after the other: each is taken back from what the one after it left.
        if not all(_is_undone(entry.change, held) for entry in entries):
            return
        records = put_together(register.records, held)
        if any(finding.severity is Severity.ERROR for finding in check(records)):
            return
        yield attrs.evolve(register, records=records)


def _is_undone(change: Change, held: Apart) -> bool:
    """Whether what is held could be put back as it was before the change."""
    known = held[change.kind]
    present = known.get(change.record)
    if change.is_addition:
        return known.pop(change.record, None) is not None
    if not change.field:
        known[change.record] = change.before
        return True
    if present is None:
        return False
    if change.field == "decisions":
        # A change may never take a decision away, and this is none: nothing of it is kept.
        known[change.record] = attrs.evolve(present, decisions=change.before or ())
        return bool(present.decisions == (change.after or ()))
    made = changed(present, attrs.evolve(change, before=change.after, after=change.before))
    if isinstance(made, Problem):
        return False
    known[change.record] = made
    return True
