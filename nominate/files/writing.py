"""The one place that writes: a file is there whole, or it is as it was before."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import attrs

from nominate.errors import OutputError
from nominate.files.reading import name_of, reason_of
from nominate.files.temporaries import begun, changed, is_tidy, note_tidy, tidied

__all__ = ["settle", "whole_file", "write_all", "write_whole"]

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}


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
    """A file on its way to its place; `since` is when its folder was found tidy, if it was."""

    path: Path
    target: Path
    mode: int | None
    place: Path
    out: BinaryIO
    since: int | None


@contextmanager
def _temporary(path: Path, *, is_one_of_many: bool = False) -> Iterator[_Temporary]:
    """A file beside the target, which is gone afterwards unless it took its place."""
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_of(target, path)
        was_tidy = not is_one_of_many and is_tidy(target.parent)
        place, out = begun(target.parent)
    except OutputError:
        raise
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from None
    try:
        since = None
        if not is_one_of_many:
            since = changed(target.parent) if was_tidy else tidied(target.parent, place)
        yield _Temporary(path=path, target=target, mode=mode, place=place, out=out, since=since)
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
    folder = temporary.target.parent
    is_ours = temporary.since is not None and temporary.since == changed(folder)
    try:
        if sys.platform == "win32":
            temporary.out.close()  # an open file cannot be renamed there
        temporary.place.replace(temporary.target)
    except OSError as error:
        raise _PublishError(error.errno, error.strerror) from None
    if not is_one_of_many:
        note_tidy(folder, is_ours=is_ours)
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
