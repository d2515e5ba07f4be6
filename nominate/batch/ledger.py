"""What was made of which content, kept beside a register so that what is current is not made again."""

from __future__ import annotations

import json
import os
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import BinaryIO

import attrs

from nominate.errors import OutputError, Problem, Severity
from nominate.files.reading import name_of, reason_of
from nominate.files.writing import write_whole

__all__ = ["Ledger", "Written", "ledger_in"]

_NAME = "exports.jsonl"
# A line is added for each file that is made; those of earlier times are dropped when they are many.
_MOST_OLD = 4


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


class Ledger:
    """The files that were made earlier, by their paths, and the place where those made now are noted.

    >>> with ledger_in(None) as ledger:
    ...     ledger.note(Path("a.pdf"), source="5d41…", content=b"a", audience="public")
    ...     ledger.written(Path("a.pdf"))
    ()
    """

    def __init__(self, folder: Path | None, file: BinaryIO | None, known: _Known) -> None:
        self._folder = folder
        self._file = file
        self._known = known
        self._fault = ""

    def written(self, path: Path) -> tuple[Written, ...]:
        """What may be in that file, the latest last; nothing where it was never made, or nothing was kept."""
        return self._known.get(self._key(path), ()) if self._folder is not None else ()

    def beside(
        self, paths: Iterable[Path], *, but: Iterable[Path], audiences: Container[str]
    ) -> tuple[Path, ...]:
        """The files that were made for these audiences, and lie in the folders of the paths."""
        suspects = {
            key: own
            for key, own in self._known.items()
            if self._folder is not None and any(each.audience in audiences for each in own)
        }
        if not suspects or self._folder is None:
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

    def note(self, path: Path, *, source: str, content: bytes, audience: str) -> None:
        """Note what is about to be written, so that what is interrupted, then or later, can go on there."""
        if self._file is None:
            return
        line = {
            "file": self._key(path),
            "source": source,
            "content": sha256(content).hexdigest(),
            "audience": audience,
        }
        try:
            self._file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
            self._file.flush()
        except OSError as error:
            self._file, self._fault = None, reason_of(error)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A warning where what is made now cannot be noted."""
        if not self._fault:
            return ()
        place = name_of(self._folder / _NAME) if self._folder is not None else ""
        message = f"what was made cannot be remembered: {self._fault}"
        hint = "all is made, and the next time it will all be made again"
        return (Problem(code="W650", severity=Severity.WARNING, file=place, message=message, hint=hint),)

    def refuse(self, fault: str) -> None:
        """Say that nothing can be noted, and why."""
        self._fault = fault

    def _key(self, path: Path) -> str:
        """The path from the register's folder, so that both can be moved together; whole on another drive."""
        place = os.path.realpath(path)
        base = self._folder.parent if self._folder is not None else Path()
        with suppress(ValueError):
            return Path(os.path.relpath(place, base)).as_posix()
        return Path(place).as_posix()


@contextmanager
def ledger_in(folder: Path | None, *, is_read_only: bool = False) -> Iterator[Ledger]:
    """The ledger in the folder where we keep what belongs to a register; None keeps nothing.

    A register that cannot be written to is no fault: its ledger is empty, and says so in `problems`.
    """
    known = _read(folder / _NAME) if folder is not None else {}
    if folder is None or is_read_only:
        yield Ledger(folder, None, known)
        return
    try:
        folder.mkdir(exist_ok=True)
        _tidied(folder / _NAME, known)
        file = (folder / _NAME).open("ab")
    except (OSError, OutputError) as error:
        ledger = Ledger(folder, None, known)
        ledger.refuse(reason_of(error))
        yield ledger
        return
    with file:
        yield Ledger(folder, file, known)


def _read(path: Path) -> _Known:
    """What can be read of it; a line that was cut off tells nothing."""
    known: _Known = {}
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return known
    for line in lines:
        with suppress(ValueError, KeyError, TypeError):
            told = json.loads(line)
            own = Written(
                source=str(told["source"]),
                content=str(told["content"]),
                audience=str(told.get("audience", "")),
            )
            # A process that was killed may have left the file before the latest.
            known[str(told["file"])] = (*known.get(str(told["file"]), ())[-1:], own)
    return known


def _is_for(written: Sequence[Written], path: Path, audiences: Container[str]) -> bool:
    """Whether a file is there that holds what was written for these audiences, or at least did."""
    latest = next((each for each in reversed(written) if each.is_in(path)), written[-1])
    return latest.audience in audiences and path.is_file()


def _tidied(path: Path, known: _Known) -> None:
    """Write the ledger anew once most of its lines are of earlier times, or its last line was cut off."""
    content = path.read_bytes() if path.exists() else b""
    is_whole = not content or content.endswith(b"\n")
    if is_whole and content.count(b"\n") <= _MOST_OLD * len(known):
        return
    pairs = ((key, each) for key, own in known.items() for each in own)
    lines = (json.dumps({"file": key, **attrs.asdict(each)}, ensure_ascii=False) for key, each in pairs)
    write_whole(path, "".join(f"{line}\n" for line in lines).encode())
