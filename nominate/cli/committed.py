"""What git still has of a register, where there is git: asked only for what a cell was made from."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from nominate.errors import NominateError
from nominate.register.register import Register
from nominate.storage.finding import REGISTER_SUFFIXES
from nominate.storage.loading import load

__all__ = ["committed"]

# Whoever asks waits for it, and a tracker that is older comes home rarely.
_MOST, _PATIENCE = 12, 20.0


def committed(path: Path) -> Iterator[Register]:
    """The register as its last commits have it, the latest first.

    None where there is no git, where the register is in no repository of it, and of a commit that holds
    faults: without it nothing is missing but a word about a conflict.

    >>> list(committed(Path("/no/such/register.yaml")))
    []
    """
    git = shutil.which("git")
    place = path.resolve()
    if git is None or not place.exists():
        return
    folder, name = (place, ".") if place.is_dir() else (place.parent, place.name)
    log = _asked(git, folder, "log", "--format=%H", f"--max-count={_MOST}", "--", name)
    for commit in log.decode("ascii", "replace").split():
        register = _register(_asked(git, folder, "archive", "--format=tar", commit, "--", name), place)
        if register is not None:
            yield register


def _asked(git: str, folder: Path, *words: str) -> bytes:
    """What git answers; nothing where it cannot."""
    # Nothing that a repository's own settings name is run.
    command = [git, "-c", "core.fsmonitor=false", "-C", str(folder), *words]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, and the folder that the person named
            command, capture_output=True, check=False, stdin=subprocess.DEVNULL, timeout=_PATIENCE
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout if done.returncode == 0 else b""


def _register(archive: bytes, place: Path) -> Register | None:
    """The register in an archive of its files; None where it cannot be read."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        try:
            _unpacked(archive, folder)
            return load(folder if place.is_dir() else folder / place.name)
        except (NominateError, tarfile.TarError, OSError):
            return None


def _unpacked(archive: bytes, folder: Path) -> None:
    """The register's files of an archive, and no others, under the names that they have there."""
    with tarfile.open(fileobj=BytesIO(archive)) as held:
        for member in held:
            content = held.extractfile(member) if member.isreg() else None
            target = folder / member.name
            is_ours = target.suffix.lower() in REGISTER_SUFFIXES and ".." not in target.parts
            if content is not None and is_ours:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())
