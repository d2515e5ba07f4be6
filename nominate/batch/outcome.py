"""What became of each file of a batch."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

import attrs

from nominate.errors import Problem

__all__ = ["Batch", "BatchFile", "FileState"]


class FileState(Enum):
    """What became of one file: a dry run would make what is `due`; somebody has changed what was `kept`."""

    MADE = "made"
    CURRENT = "current"
    KEPT = "kept"
    SKIPPED = "skipped"
    FAILED = "failed"
    DUE = "due"


@attrs.frozen(kw_only=True)
class BatchFile:
    """One file of a batch: for what, where, what became of it, and why.

    `id` is that of the organisation, award, edition, category or programme, `name` what it is called;
    `exporter` makes it. `size` is in bytes, 0 for what was not made now. `problems` are warnings about the
    file, `details` the traceback of a plugin that failed.

    >>> file = BatchFile(id="ruh", name="Royal United", path=Path("briefings/ruh.pdf"), state=FileState.MADE)
    >>> file.reason
    ''
    """

    id: str
    name: str
    path: Path
    state: FileState
    exporter: str = ""
    media_type: str = ""
    size: int = 0
    reason: str = ""
    details: str = attrs.field(default="", repr=False)
    problems: tuple[Problem, ...] = ()


@attrs.frozen(kw_only=True)
class Batch:
    """What became of all of them, in file order of what they are for, and then in the order of the outputs.

    `problems` are about the batch as a whole: a name that tells nothing, or what cannot be remembered.

    >>> Batch(files=()).made
    ()
    """

    files: tuple[BatchFile, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def made(self) -> tuple[BatchFile, ...]:
        """Those that were written now."""
        return self.being(FileState.MADE)

    @property
    def current(self) -> tuple[BatchFile, ...]:
        """Those that were made earlier, and would say the same today."""
        return self.being(FileState.CURRENT)

    @property
    def kept(self) -> tuple[BatchFile, ...]:
        """Those that are no longer right, and were left because somebody has changed them by hand."""
        return self.being(FileState.KEPT)

    @property
    def skipped(self) -> tuple[BatchFile, ...]:
        """Those of which there is nothing to say."""
        return self.being(FileState.SKIPPED)

    @property
    def failed(self) -> tuple[BatchFile, ...]:
        """Those that could not be made; `reason` says why."""
        return self.being(FileState.FAILED)

    def being(self, state: FileState) -> tuple[BatchFile, ...]:
        """Those of which that became."""
        return tuple(file for file in self.files if file.state is state)
