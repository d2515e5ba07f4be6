"""Files on their way to their places: locked while they are written, removed where a dead process left them.

To list a folder of thousands of files takes longer than to write one, so a folder in which nothing was left
is only looked through again once somebody else has changed it. What somebody begins in the very moment of our
own change, by the clock of the disc, is seen by the next process only.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

__all__ = ["begun", "changed", "is_tidy", "note_tidy", "strays", "tidied"]

_NAME = re.compile(r"\.nominate-\d+-\d+\.part")
# Never the same one twice: a thread that is done with its file removes that name.
_NUMBERS = count()
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
# When a folder in which nothing was left was last changed by us.
_TIDY: dict[Path, int] = {}
_MOST_TIDY = 64
# A disc that counts in hundredths of a second, or in whole ones, does not tell two changes from each other.
_COARSE = 10_000_000


def begun(folder: Path) -> tuple[Path, BinaryIO]:
    """A new file in that folder, locked for as long as it is open, so that nobody takes it for a stray."""
    while True:
        place = folder / f".nominate-{os.getpid()}-{next(_NUMBERS)}.part"
        with suppress(FileExistsError):
            out = os.fdopen(os.open(place, _FLAGS, 0o666), "w+b")
            # Between opening and locking another process may have taken it for a stray.
            if _is_ours(out) and place.exists():
                return place, out
            out.close()


def strays(folder: Path) -> tuple[Path, ...]:
    """What killed processes left in a folder: temporary files that no living process has locked.

    >>> import tempfile
    >>> strays(Path(tempfile.mkdtemp()))
    ()
    """
    return tuple(_strays(folder))


def changed(folder: Path) -> int | None:
    """When a folder got or lost a name last, in nanoseconds; None where its disc cannot tell.

    >>> changed(Path("/no/such/folder")) is None
    True
    """
    with suppress(OSError):
        when = folder.stat().st_mtime_ns
        return when if when % _COARSE else None
    return None


def is_tidy(folder: Path) -> bool:
    """Whether nothing was left in that folder, and nobody else has changed it since.

    >>> is_tidy(Path("/no/such/folder"))
    False
    """
    when = _TIDY.get(folder)
    return when is not None and when == changed(folder)


def tidied(folder: Path, own: Path) -> int | None:
    """Remove what killed processes left beside our own file, and say when the folder was changed last.

    None where something stays, since whoever writes it still may leave it, or where nobody may look.
    """
    with suppress(OSError):
        for path in _strays(folder):
            # Windows lets nobody remove a file that is open.
            with suppress(OSError):
                if path != own:
                    path.unlink()
        when = changed(folder)
        return when if _temporaries(folder) == [own] else None
    return None


def note_tidy(folder: Path, *, is_ours: bool) -> None:
    """Note that a folder is tidy as it is now; where not every change in it `is_ours`, nothing is known."""
    when = changed(folder) if is_ours else None
    if when is None:
        _TIDY.pop(folder, None)
        return
    if len(_TIDY) >= _MOST_TIDY:
        _TIDY.clear()
    _TIDY[folder] = when


def _strays(folder: Path) -> Iterator[Path]:
    for path in _temporaries(folder):
        # A lock that is held raises.
        with suppress(OSError), path.open("rb") as stray:
            _lock(stray)
            yield path


def _temporaries(folder: Path) -> list[Path]:
    # Of thousands of files hardly one is a stray: a path for each of them would take several times as long.
    return [folder / name for name in sorted(filter(_NAME.fullmatch, os.listdir(folder)))]  # noqa: PTH208 - see above


def _is_ours(file: BinaryIO) -> bool:
    """Whether nobody else has locked a new file; on a disc without locks nobody has, and strays stay."""
    try:
        _lock(file)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _lock(file: BinaryIO) -> None:
    if sys.platform != "win32":
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
