"""`edit`: changes into the files of a register, in their place, proved, and whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import attrs

from nominate.errors import DataError, OutputError, Problem, Severity
from nominate.files.lock import Holder, locked
from nominate.files.reading import name_of
from nominate.files.writing import write_all
from nominate.register.changes import Change
from nominate.register.register import Register
from nominate.storage.drafting import Draft, draft
from nominate.storage.finding import own_folder, register_files
from nominate.storage.journal import Noted, noted
from nominate.storage.loading import content_of
from nominate.storage.unfinished import finished, remembered, unfinished

__all__ = ["Edited", "edit", "finish", "write_draft"]

_PATIENCE = 10.0


@attrs.frozen(kw_only=True)
class Edited:
    """What an edit did: the register as it is now, the files that changed, and what is worth another look.

    >>> from nominate.model.settings import Records
    >>> Edited(register=Register(records=Records()), files=()).problems
    ()
    """

    register: Register
    files: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def edit(
    path: str | os.PathLike[str],
    changes: Iterable[Change],
    *,
    by: str = "",
    now: datetime | None = None,
    patience: float = _PATIENCE,
) -> Edited:
    r"""Make changes in the files of a register: no line is touched that they do not concern.

    Comments, order, indentation, quotation marks and line ends stay. The new text is read again and must say
    exactly what `Register.apply` says before anything is written; several files are written all or none.

    Args:
        path: the file or folder of the register
        changes: made one after the other, all or none
        by: who makes them, as in user@host: for the journal, and for whoever has to wait
        now: when, with its time zone: for the same two
        patience: how many seconds to wait while somebody else writes

    Raises:
        DataError: a change cannot be made, or the register holds faults; `problems` has every reason.
        UnreadableInput: a file could not be read.
        OutputError: a file could not be written, or somebody else was writing all that time.

    >>> import tempfile
    >>> from nominate import Change, RecordKind
    >>> path = Path(tempfile.mkdtemp()) / "register.yaml"
    >>> _ = path.write_text("people:\n- {id: ann, name: 'Ann'}  # our lead\n")
    >>> change = Change(kind=RecordKind.PERSON, record="ann", field="name", before="Ann", after="Dr Ann")
    >>> edit(path, [change], by="ben@laptop").register.person("ann").name
    'Dr Ann'
    >>> print(path.read_text(), end="")
    people:
    - {id: ann, name: 'Dr Ann'}  # our lead
    """
    place = Path(path)
    files = register_files(place)
    if files == (place,):
        # Before anything of ours is put beside a file that is not there.
        content_of(place)
    with _alone(place, files, by, now, patience) as problems:
        made = draft(place, changes)
        return _written(made, by, now, problems)


def finish(
    path: str | os.PathLike[str], *, by: str = "", now: datetime | None = None, patience: float = _PATIENCE
) -> tuple[Problem, ...]:
    """Finish a change to several files that was cut off in the middle, if there is one.

    Raises:
        DataError: a file was changed since, so that it cannot be finished.
        OutputError: a file could not be written, or somebody else was writing all that time.

    >>> finish("/no/such/register.yaml")
    ()
    """
    place = Path(path)
    if unfinished(own_folder(place)) is None:
        return ()
    with _alone(place, register_files(place), by, now, patience) as problems:
        return problems


def write_draft(
    made: Draft, *, by: str = "", now: datetime | None = None, patience: float = _PATIENCE
) -> Edited:
    """Write what was drafted, if the files are still what it was made from; the rest is as with `edit`.

    Raises:
        DataError: a file has changed since the draft was made.
        OutputError: a file could not be written, or somebody else was writing all that time.
    """
    with _alone(made.path, made.sources, by, now, patience) as problems:
        return _written(made, by, now, problems)


@contextmanager
def _alone(
    path: Path, files: Iterable[Path], by: str, now: datetime | None, patience: float
) -> Iterator[tuple[Problem, ...]]:
    """While nobody else writes; gives what had to be finished first."""
    folder = own_folder(path)
    with locked(folder / "lock", Holder(by=by, since=_moment(now)), patience=patience):
        yield finished(folder, tuple(files))


def _written(made: Draft, by: str, now: datetime | None, problems: tuple[Problem, ...]) -> Edited:
    problems += made.problems
    if made.contents:
        _refuse_changed(made)
        folder = own_folder(made.path)
        with remembered(folder, made.sources, made.contents):
            write_all(made.contents)
        entries = (Noted(when=_moment(now), by=by, change=change) for change in made.changes)
        try:
            noted(folder, entries)
        except OutputError as error:
            # The files are written; to say that nothing was done would be wrong.
            problems += (Problem(code="W713", severity=Severity.WARNING, message=str(error)),)
    return Edited(register=made.register, files=tuple(map(name_of, made.contents)), problems=problems)


def _refuse_changed(made: Draft) -> None:
    """Refuse where the files are no longer those that were read."""
    now = register_files(made.path)
    changed = {*now} ^ {*made.sources}
    changed |= {path for path in now if path in made.sources and content_of(path) != made.sources[path]}
    if changed:
        hint = "nothing was written; do it again, with the files as they are now"
        raise DataError(
            Problem(code="E709", file=name_of(path), message="changed by somebody else meanwhile", hint=hint)
            for path in sorted(changed)
        )


def _moment(now: datetime | None) -> str:
    return now.isoformat(timespec="seconds") if now is not None else ""
