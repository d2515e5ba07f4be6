"""What was made of which content, kept beside a register so that what is current is not made again."""

from __future__ import annotations

import json
import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from threading import Lock

import attrs

from nominate.errors import OutputError, Problem, Severity
from nominate.files.lock import Holder, locked
from nominate.files.reading import name_of, reason_of
from nominate.files.writing import write_whole

__all__ = ["Ledger", "Written", "ledger_in"]

_NAME = "exports.jsonl"
# A line is added for each file that is made; those of earlier times are dropped when they are many.
_MOST_OLD = 4
# A line is written in a moment: whoever holds the lock for longer has stopped.
_PATIENCE = 3.0
_DOING = "noting what it made of this register"


@attrs.frozen(kw_only=True)
class Written:
    """A file that was made: the digest of all that it was made of, that of its bytes, and for whom it is.

    >>> Written(source="5d41…", content="7d79…").content
    '7d79…'
    """

    source: str
    content: str
    audience: str = ""

    def is_in(self, path: Path) -> bool:
        """Whether the file still holds what was written."""
        try:
            return sha256(path.read_bytes()).hexdigest() == self.content
        except OSError:
            return False


_Known = dict[str, tuple[Written, ...]]


class _Lines:
    """The lines of a ledger as far as they were read; what was added since is read when asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known: _Known = {}
        self._number = 0
        self._file = 0
        self._size = 0

    @property
    def are_many(self) -> bool:
        """Whether most of them are of earlier times."""
        return self._number > _MOST_OLD * len(self.known)

    def read(self) -> None:
        """Read what is new; a line that was cut off tells nothing, and a ledger that is not there neither."""
        with suppress(OSError), self.path.open("rb") as file:
            told = os.fstat(file.fileno())
            if told.st_ino != self._file or told.st_size < self._size:
                # Somebody has tidied it.
                self.known, self._number, self._file, self._size = {}, 0, told.st_ino, 0
            file.seek(self._size)
            content = file.read()
            self._size += content.rfind(b"\n") + 1
            self._number += content.count(b"\n")
            for line in content.splitlines():
                self._learn(line)

    def _learn(self, line: bytes) -> None:
        with suppress(ValueError, KeyError, TypeError):
            told = json.loads(line)
            own = Written(
                source=str(told["source"]),
                content=str(told["content"]),
                audience=str(told.get("audience", "")),
            )
            # A process that was killed may have left the file before the latest.
            self.known[str(told["file"])] = (*self.known.get(str(told["file"]), ())[-1:], own)

    def tidy(self) -> None:
        """Write it anew without what is of earlier times; nobody else may write meanwhile."""
        lines = (_line(key, each) for key, own in self.known.items() for each in own)
        write_whole(self.path, "".join(f"{line}\n" for line in lines).encode())

    def add(self, lines: bytes) -> None:
        """Add some, whole even where the one before was cut off; nobody else may write meanwhile."""
        with self.path.open("a+b") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                lines = lines if file.read(1) == b"\n" else b"\n" + lines
            file.write(lines + b"\n")


class Ledger:
    """The files that were made earlier, by their paths, and the place where those made now are noted.

    Several batches may note at the same time, each line under a lock that is held for no longer than that.

    >>> ledger = ledger_in(None)
    >>> ledger.note({Path("a.pdf"): Written(source="5d41…", content="7d79…")})
    >>> ledger.written(Path("a.pdf"))
    ()
    """

    def __init__(self, folder: Path | None, *, is_read_only: bool = False) -> None:
        self._folder = folder
        self._lines = _Lines(folder / _NAME) if folder is not None else None
        self._is_noting = not is_read_only
        self._is_locking = True
        self._fault = ""
        self._real_folders: dict[Path, str] = {}
        # Threads of one process that waited for each other at the file's lock would sleep too long.
        self._one_thread = Lock()
        if self._lines is not None:
            self._lines.read()
            if self._lines.are_many and not is_read_only:
                self._tidy(self._lines)

    def written(self, path: Path, *, is_afresh: bool = False) -> tuple[Written, ...]:
        """What may be in that file, the latest last; nothing where it was never made, or nothing was kept.

        `is_afresh` looks also for what another batch has noted since.
        """
        if self._lines is None:
            return ()
        if is_afresh:
            self._lines.read()
        return self._lines.known.get(self._key(path), ())

    def beside(
        self, paths: Iterable[Path], *, but: Iterable[Path], audiences: Container[str]
    ) -> tuple[Path, ...]:
        """The files that were made for these audiences, and lie in the folders of the paths."""
        if self._lines is None or self._folder is None:
            return ()
        suspects = {
            key: own
            for key, own in self._lines.known.items()
            if any(each.audience in audiences for each in own)
        }
        if not suspects:
            return ()
        folders = {self._key(folder) for folder in {path.parent for path in paths}}
        spared = set(map(self._key, but))
        base = self._folder.parent
        return tuple(
            Path(os.path.normpath(base / key))
            for key, own in suspects.items()
            if key not in spared
            and PurePosixPath(key).parent.as_posix() in folders
            and _is_for(own, base / key, audiences)
        )

    def note(self, files: Mapping[Path, Written]) -> None:
        """Note what is about to be written, so that what is interrupted, then or later, can go on there."""
        if self._lines is None or not files:
            return
        told = "\n".join(_line(self._key(path), own) for path, own in files.items())
        with self._one_thread:
            if self._is_noting:
                self._add(self._lines, told.encode())

    def _add(self, lines: _Lines, told: bytes) -> None:
        try:
            lines.path.parent.mkdir(exist_ok=True)
            with self._alone(lines.path):
                lines.add(told)
        except OSError as error:
            self._is_noting = False
            self._fault = f"cannot be remembered: {reason_of(error)}"

    @contextmanager
    def _alone(self, path: Path) -> Iterator[None]:
        """While no other batch writes; where that cannot be had, it is told, and asked for no more."""
        with ExitStack() as stack:
            if self._is_locking:
                try:
                    stack.enter_context(_locked(path))
                except OutputError as error:
                    self._is_locking = False
                    self._fault = f"may not be remembered: {error}"
            yield

    def _tidy(self, lines: _Lines) -> None:
        """Without a lock another time will do for that."""
        with suppress(OSError, OutputError), _locked(lines.path):
            lines.read()
            lines.tidy()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A warning where what is made now cannot be noted, or may be lost."""
        if not self._fault:
            return ()
        place = name_of(self._folder / _NAME) if self._folder is not None else ""
        message = f"what was made {self._fault}"
        hint = "the next time it may be made again, or pass for changed by hand: add --again"
        return (Problem(code="W650", severity=Severity.WARNING, file=place, message=message, hint=hint),)

    def _key(self, path: Path) -> str:
        """The path from the register's folder, so that both can be moved together; whole on another drive."""
        place = self._real(path)
        base = self._folder.parent if self._folder is not None else Path()
        with suppress(ValueError):
            return Path(os.path.relpath(place, base)).as_posix()
        return Path(place).as_posix()

    def _real(self, path: Path) -> str:
        """The path without symbolic links; that of each folder is looked up once, for its many files."""
        folder = self._real_folders.get(path.parent)
        if folder is None:
            folder = self._real_folders.setdefault(path.parent, os.path.realpath(path.parent))
        place = os.path.join(folder, path.name)  # noqa: PTH118 - a path object would take three times as long
        return os.path.realpath(place) if os.path.islink(place) else place  # noqa: PTH114 - see above


def ledger_in(folder: Path | None, *, is_read_only: bool = False) -> Ledger:
    """The ledger in the folder where we keep what belongs to a register; None keeps nothing.

    A register that cannot be written to is no fault: its ledger says so in `problems`.
    """
    return Ledger(folder, is_read_only=is_read_only)


def _line(key: str, written: Written) -> str:
    own = {
        "file": key,
        "source": written.source,
        "content": written.content,
        "audience": written.audience,
    }
    return json.dumps(own, ensure_ascii=False)


def _locked(path: Path) -> AbstractContextManager[None]:
    return locked(path.with_suffix(".lock"), Holder(), patience=_PATIENCE, doing=_DOING)


def _is_for(written: Sequence[Written], path: Path, audiences: Container[str]) -> bool:
    """Whether a file is there that holds what was written for these audiences, or at least did."""
    latest = next((each for each in reversed(written) if each.is_in(path)), written[-1])
    return latest.audience in audiences and path.is_file()
