"""One writer at a time: a lock that the system itself takes back from a process that has died."""

from __future__ import annotations

import errno
import json
import os
import platform
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import attrs

from nominate.errors import OutputError
from nominate.files.reading import name_of, reason_of

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

__all__ = ["Holder", "LockState", "locked", "state_of"]

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
_HELD = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
_PAUSE = 0.05
# Windows lets nobody read what is locked, so a byte is locked that lies behind all that is written.
_BEHIND = 1 << 30


@attrs.frozen(kw_only=True)
class Holder:
    """Who has a lock: a name such as user@host, the process on its machine, and since when.

    >>> print(Holder(by="ann@laptop", process=4711, host="laptop", since="2026-11-22T09:30"))
    ann@laptop (process 4711 on laptop, since 2026-11-22T09:30)
    """

    by: str = ""
    process: int = attrs.field(factory=os.getpid)
    host: str = attrs.field(factory=platform.node)
    since: str = ""

    def __str__(self) -> str:
        since = f", since {self.since}" if self.since else ""
        return f"{self.by or 'another program'} (process {self.process} on {self.host}{since})"


@attrs.frozen(kw_only=True)
class LockState:
    """A lock that is there: who made it, and whether he holds it still or has died.

    >>> LockState(holder="ann@laptop", is_held=False).is_held
    False
    """

    holder: str
    is_held: bool


def state_of(path: Path) -> LockState | None:
    """How the lock of that file stands; None where there is none.

    >>> state_of(Path("/no/such/lock")) is None
    True
    """
    try:
        descriptor = os.open(path, _FLAGS & ~os.O_CREAT)
    except OSError:
        return None
    try:
        return LockState(holder=_holder(path), is_held=not _is_locked(descriptor))
    finally:
        os.close(descriptor)


@contextmanager
def locked(
    path: Path, holder: Holder, *, patience: float, doing: str = "changing this register"
) -> Iterator[None]:
    """Hold the lock of that file for as long as the block runs; its folder is made where it is missing.

    A lock of a process that has died is nobody's. On a disc that knows no locks, nobody waits for anybody.

    Args:
        path: the file that stands for what is locked; it is there only while it is held
        holder: who asks, for others to be told
        patience: how many seconds to wait while somebody else holds it
        doing: what everybody does who holds it, for others to be told

    Raises:
        OutputError: somebody else held it all that time; the message says who. Or it cannot be made.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "lock"
    >>> with locked(path, Holder(by="ann@laptop"), patience=1):
    ...     "ann@laptop" in path.read_text()
    True
    >>> path.exists()
    False
    """
    try:
        path.parent.mkdir(exist_ok=True)
        descriptor = _taken(path, patience, doing)
    except OutputError:
        raise
    except OSError as error:
        raise OutputError(f"{name_of(path)}: cannot be made: {reason_of(error)}") from None
    try:
        _tell(descriptor, holder)
        yield
    finally:
        _given_back(path, descriptor)


def _taken(path: Path, patience: float, doing: str) -> int:
    """A descriptor of the file, which this process has locked."""
    end = time.monotonic() + patience
    while True:
        descriptor = os.open(path, _FLAGS, 0o666)
        try:
            is_ours = _is_locked(descriptor) and _is_there(path, descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        if is_ours:
            return descriptor
        os.close(descriptor)
        if time.monotonic() >= end:
            raise OutputError(
                f"{name_of(path.parent.parent)}: {_holder(path)} is {doing}; try again when that "
                f"is done, or end that program (waited {patience:g} seconds)"
            )
        time.sleep(_PAUSE)


def _is_locked(descriptor: int) -> bool:
    """Whether this process has the lock now."""
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _BEHIND, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD
    return True


def _is_there(path: Path, descriptor: int) -> bool:
    """Whether the file is still the one of that name: whoever held it takes it away when he is done."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _tell(descriptor: int, holder: Holder) -> None:
    """Write who holds it; a full disc keeps nobody from holding it."""
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, json.dumps(attrs.asdict(holder)).encode())


def _given_back(path: Path, descriptor: int) -> None:
    if sys.platform == "win32":
        os.lseek(descriptor, _BEHIND, os.SEEK_SET)
        with suppress(OSError):
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        os.close(descriptor)  # an open file cannot be removed there
        with suppress(OSError):
            path.unlink()
    else:
        # While it is still locked, so that whoever waits for it finds that it is gone, and makes a new one.
        path.unlink(missing_ok=True)
        os.close(descriptor)


def _holder(path: Path) -> str:
    """Who holds it, as far as that can be read."""
    try:
        told = json.loads(path.read_bytes())
        return str(Holder(**{key: told[key] for key in ("by", "process", "host", "since")}))
    except (OSError, ValueError, KeyError, TypeError):
        return "another program"
