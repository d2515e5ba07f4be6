"""The one place that writes: a file is there whole, or it is as it was before."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO

import attrs

from nominate.errors import OutputError
from nominate.files.reading import name_of, reason_of

if sys.platform != "win32":
    import fcntl

__all__ = ["settle", "strays", "whole_file", "write_all", "write_whole"]

_TEMPORARY = re.compile(r"\.nominate-\d+-\d+\.part")
# Never the same one twice: a thread that is done with its file removes that name.
_NUMBERS = count()
# When a folder, in which nothing was left, was last changed by us: to list thousands of files takes longer
# than to write one, so a folder that nobody else has changed since is not looked through again.
_TIDY: dict[Path, int] = {}
_MOST_TIDY = 64
_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_whole(path: Path, content: bytes, *, is_one_of_many: bool = False) -> None:
    """Put these bytes into a file, whole or not at all; see `whole_file`.

    Of many in one folder, all but the first need not look for what a killed process left, and whoever writes
    them calls `settle` for the folder in the end: in a power cut before that, the old file may come back.
    """
    with whole_file(path, is_one_of_many=is_one_of_many) as out:
        out.write(content)


@contextmanager
def whole_file(path: Path, *, is_one_of_many: bool = False) -> Iterator[BinaryIO]:
    """A seekable file to write to; it takes the place of `path` when the block ends without an error.

    Until then, and if the block raises, the process is killed or the disc is full, the old file stays.
    The new file has the mode of the old one, or what the umask says. A symbolic link is followed; for
    `is_one_of_many` see `write_whole`.

    Raises:
        OutputError: no such folder, the target is a folder, locked or read-only, or the disc is full.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "a.txt"
    >>> with whole_file(path) as out:
    ...     _ = out.write(b"whole")
    >>> path.read_bytes()
    b'whole'
    """
    with _temporary(path, is_one_of_many=is_one_of_many) as temporary:
        yield temporary.out
        _complete(temporary)
        _replace(temporary, is_one_of_many=is_one_of_many)


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Put these bytes into several files, each whole, and into all of them or into none.

    Every new file lies complete beside the old one before the first takes its place. Where one cannot take
    it, those that have are put back.

    Raises:
        OutputError: one of them cannot be written; the message says so if not all could be put back.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> write_all({folder / "a": b"1", folder / "b": b"2"})
    >>> sorted(path.name for path in folder.iterdir())
    ['a', 'b']
    """
    with ExitStack() as stack:
        made = []
        for path, content in contents.items():
            temporary = stack.enter_context(_temporary(path))
            temporary.out.write(content)
            _complete(temporary)
            made.append(temporary)
        _replace_all(made)


@attrs.frozen(kw_only=True)
class _Temporary:
    """A file on its way to its place."""

    path: Path
    target: Path
    mode: int | None
    place: Path
    out: BinaryIO


@contextmanager
def _temporary(path: Path, *, is_one_of_many: bool = False) -> Iterator[_Temporary]:
    """A file beside the target, which is gone afterwards unless it took its place."""
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_of(target, path)
        place, out = _opened(target.parent, is_one_of_many=is_one_of_many)
    except OutputError:
        raise
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from None
    try:
        yield _Temporary(path=path, target=target, mode=mode, place=place, out=out)
    except OutputError:
        raise
    except OSError as error:
        if error.errno in _FULL or isinstance(error, _PublishError):
            raise _refusal(path, error) from None
        raise
    finally:
        with suppress(OSError):
            out.close()
        place.unlink(missing_ok=True)


class _PublishError(OSError):
    """A failure of our own steps, not of the block that writes."""


def _mode_of(target: Path, path: Path) -> int | None:
    """The permissions of the file that is there, None where there is none."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    name = name_of(path)
    if stat.S_ISDIR(mode):
        raise OutputError(f"{name}: this is a folder; name a file in it")
    if not stat.S_ISREG(mode):
        raise OutputError(f"{name}: this is not a regular file; write to standard output with -")
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise OutputError(f"{name}: this file is read-only; write to another name, or make it writable")
    return stat.S_IMODE(mode)


def _opened(folder: Path, *, is_one_of_many: bool) -> tuple[Path, BinaryIO]:
    """A new file beside the target, locked for as long as it is open, so that nobody takes it for a stray."""
    is_tidy = is_one_of_many or _TIDY.get(folder) == _changed(folder)
    while True:
        temporary = folder / f".nominate-{os.getpid()}-{next(_NUMBERS)}.part"
        with suppress(FileExistsError):
            out = os.fdopen(os.open(temporary, _FLAGS, 0o666), "w+b")
            # Between opening and locking another process may have taken it for a stray.
            if _is_ours(out) and temporary.exists():
                if not is_tidy:
                    _tidy(folder, temporary)
                return temporary, out
            out.close()


def strays(folder: Path) -> tuple[Path, ...]:
    """What killed processes left in a folder: temporary files that no living process has locked.

    >>> import tempfile
    >>> strays(Path(tempfile.mkdtemp()))
    ()
    """
    return tuple(_strays(folder))


def _strays(folder: Path) -> Iterator[Path]:
    for path in _temporaries(folder):
        # A lock that is held raises.
        with suppress(OSError), path.open("rb") as stray:
            _lock(stray)
            yield path


def _temporaries(folder: Path) -> list[Path]:
    # Of thousands of files hardly one is a stray: a path for each of them would take several times as long.
    return [folder / name for name in sorted(filter(_TEMPORARY.fullmatch, os.listdir(folder)))]  # noqa: PTH208 - see above


def _tidy(folder: Path, own: Path) -> None:
    """Remove what killed processes left; a file that somebody is writing may still become a stray."""
    for path in _strays(folder):
        # Windows lets nobody remove a file that is open.
        with suppress(OSError):
            if path != own:
                path.unlink()
    if len(_TIDY) == _MOST_TIDY:
        _TIDY.clear()
    if _temporaries(folder) == [own]:
        _TIDY[folder] = _changed(folder)
    else:
        _TIDY.pop(folder, None)


def _changed(folder: Path) -> int:
    """When a folder got or lost a name last, in nanoseconds, as its disc counts them."""
    return folder.stat().st_mtime_ns


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


def _complete(temporary: _Temporary) -> None:
    """Bring all of it to the disc."""
    out = temporary.out
    if out.closed:
        raise _PublishError(errno.EBADF, "its writer closed it before it was whole")
    try:
        out.flush()
        if temporary.mode is not None:
            temporary.place.chmod(temporary.mode)
        os.fsync(out.fileno())
    except OSError as error:
        raise _PublishError(error.errno, error.strerror) from None


def _replace(temporary: _Temporary, *, is_one_of_many: bool = False) -> None:
    try:
        if sys.platform == "win32":
            temporary.out.close()  # an open file cannot be renamed there
        temporary.place.replace(temporary.target)
    except OSError as error:
        raise _PublishError(error.errno, error.strerror) from None
    if not is_one_of_many:
        folder = temporary.target.parent
        if folder in _TIDY:
            _TIDY[folder] = _changed(folder)
        settle(folder)


def _replace_all(made: Sequence[_Temporary]) -> None:
    old: dict[Path, bytes | None] = {}
    for each in made:
        try:
            before = each.target.read_bytes() if each.mode is not None else None
            _replace(each)
        except OSError as error:
            refusal = str(_refusal(each.path, error))
            left = [name_of(path) for path in old if not _is_put_back(path, old[path])]
            if left:
                refusal += f"; the new text could not be taken out again of {', '.join(left)}"
            raise OutputError(refusal) from None
        old[each.path] = before


def _is_put_back(path: Path, content: bytes | None) -> bool:
    try:
        if content is None:
            path.unlink()
        else:
            write_whole(path, content)
    except OSError:
        return False
    return True


def settle(folder: Path) -> None:
    """Make the new names in a folder last through a power cut; where nothing can, nothing is lost."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _refusal(path: Path, error: OSError | ValueError) -> OutputError:
    name = name_of(path)
    match getattr(error, "errno", None):
        case errno.ENOENT | errno.ENOTDIR:
            says = f"there is no folder {name_of(path.parent)!r}; make it first"
        case errno.EACCES | errno.EPERM if isinstance(error, _PublishError):
            says = "the file is open in another program; close it there, or write to another name"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            says = f"no permission to write in the folder {name_of(path.parent)!r}"
        case code if code in _FULL:
            says = "the disc is full; nothing was changed"
        case _:
            says = f"cannot be written: {reason_of(error)}"
    return OutputError(f"{name}: {says}")
