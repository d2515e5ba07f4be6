"""What an edit left beside a register when it was cut off: told, with what would do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nominate.errors import Problem, Severity, UnreadableInput
from nominate.files.lock import state_of
from nominate.files.reading import name_of
from nominate.files.temporaries import strays
from nominate.storage.finding import folder_of, own_folder, register_files
from nominate.storage.journal import journal_of
from nominate.storage.unfinished import unfinished

__all__ = ["left_over"]


def left_over(path: Path) -> tuple[Problem, ...]:
    """A warning for each thing that an edit of the register in a file or folder left, or is about to.

    >>> left_over(Path("/no/such/register.yaml"))
    ()
    """
    return tuple(_left_over(path)) if path.exists() else ()


def _left_over(path: Path) -> Iterator[Problem]:
    own = own_folder(path)
    state = state_of(own / "lock")
    kept = unfinished(own)
    if state is not None and state.is_held:
        hint = "wait until that is done; what is told here may be half of it"
        yield _warning(own / "lock", f"{state.holder} is changing this register", hint)
        return
    if kept is not None:
        message = "a change to several files was cut off in the middle, so some of them have it and some not"
        yield _warning(kept, message, "any nominate import that is no dry run finishes it")
    elif state is not None:
        message = f"{state.holder} was cut off while it was changing this register"
        yield _warning(
            own / "lock", message, "nothing is lost; look whether the change is there, or make it anew"
        )
    yield from _strays(path, own)
    try:
        yield from journal_of(path).problems
    except UnreadableInput as error:
        yield from (_warning(own, problem.message, problem.hint) for problem in error.problems)


def _strays(path: Path, own: Path) -> Iterator[Problem]:
    try:
        folders = {folder_of(path), own, *(file.parent for file in register_files(path))}
    except UnreadableInput:
        return
    for folder in sorted(folders):
        for stray in strays(folder) if folder.is_dir() else ():
            message = "a new version of a file that was never finished, since its program was ended"
            yield _warning(stray, message, "remove it; the file itself is as it was")


def _warning(place: Path, message: str, hint: str) -> Problem:
    return Problem(code="W714", severity=Severity.WARNING, file=name_of(place), message=message, hint=hint)
