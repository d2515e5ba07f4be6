"""A change to several files that was cut off between one and the next is finished, or never was."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import attrs

from nominate.errors import DataError, Problem, Severity
from nominate.files.reading import JSON_LIMIT, name_of, read_bytes
from nominate.files.writing import write_all, write_whole

__all__ = ["finished", "remembered", "unfinished"]

_NAME = "unfinished.json"


@attrs.frozen(kw_only=True)
class _Step:
    """One file on its way from one content to another."""

    path: Path
    before: str
    content: bytes

    @property
    def is_done(self) -> bool:
        """Whether the file holds the new content."""
        return _digest(self.path.read_bytes()) == _digest(self.content)

    @property
    def is_open(self) -> bool:
        """Whether the file is still as it was before."""
        return _digest(self.path.read_bytes()) == self.before


@contextmanager
def remembered(folder: Path, sources: Mapping[Path, bytes], contents: Mapping[Path, bytes]) -> Iterator[None]:
    """Keep what is to be written to several files until all of it is; one file alone is written whole anyway.

    Raises:
        OutputError: it cannot be kept; nothing was written then.
    """
    if len(contents) == 1:
        yield
        return
    steps = [
        _Step(path=file, before=_digest(sources[file]), content=content) for file, content in contents.items()
    ]
    kept = folder / _NAME
    write_whole(kept, json.dumps([_told(step, folder) for step in steps]).encode())
    try:
        yield
    finally:
        # A process that dies never comes here; one whose files could not all be put back leaves it, too.
        if len({step.is_done for step in steps}) == 1:
            kept.unlink()


def unfinished(folder: Path) -> Path | None:
    """What is kept of a change to several files while not all of it is written; None where nothing is.

    >>> unfinished(Path("/no/such/folder")) is None
    True
    """
    kept = folder / _NAME
    return kept if kept.exists() else None


def finished(folder: Path, files: Collection[Path]) -> tuple[Problem, ...]:
    """Finish what was cut off in the middle, and tell of it; `files` are those of the register.

    Raises:
        DataError: one of the files was changed since, so that it cannot be finished.
        OutputError: a file cannot be written.
    """
    kept = unfinished(folder)
    if kept is None:
        return ()
    steps = _steps(kept, files)
    left = {step.path: step.content for step in steps if step.is_open}
    told: tuple[Problem, ...] = ()
    if 0 < len(left) < len(steps):
        write_all(left)
        names = ", ".join(name_of(step.path) for step in steps)
        message = f"a change to {names} was cut off in the middle, and has been finished"
        told = (
            Problem(
                code="W711",
                severity=Severity.WARNING,
                file=name_of(folder.parent),
                message=message,
                hint="look whether it is as it should be",
            ),
        )
    kept.unlink()
    return told


def _steps(kept: Path, files: Collection[Path]) -> tuple[_Step, ...]:
    """What was to be written; nothing outside the register, whatever is written there."""
    by_place = {os.path.realpath(file): file for file in files}
    try:
        steps = tuple(
            _Step(
                path=by_place[os.path.realpath(kept.parent.parent / each["file"])],
                before=each["before"],
                content=base64.b64decode(each["content"], validate=True),
            )
            for each in json.loads(read_bytes(kept, limit=JSON_LIMIT))
        )
    except (ValueError, KeyError, TypeError):
        steps = ()
    if not steps:
        raise _unfinishable(kept, "it cannot be read")
    strange = [name_of(step.path) for step in steps if not (step.is_open or step.is_done)]
    if strange:
        raise _unfinishable(kept, f"{', '.join(strange)} changed since")
    return steps


def _unfinishable(kept: Path, why: str) -> DataError:
    message = f"a change to several files was cut off in the middle, and cannot be finished: {why}"
    hint = "put the files right by hand, then remove this one"
    return DataError([Problem(code="E711", file=name_of(kept), message=message, hint=hint)])


def _told(step: _Step, folder: Path) -> dict[str, str]:
    return {
        "file": os.path.relpath(os.path.realpath(step.path), folder.parent),
        "before": step.before,
        "content": base64.b64encode(step.content).decode(),
    }


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
