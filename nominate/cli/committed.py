"""What git still has of a register, where there is git: asked only for what a cell was made from."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
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
    commits = _asked(git, folder, "rev-list", f"--max-count={_MOST}", "HEAD", "--", name)
    for commit in commits.decode("ascii", "replace").split():
        register = _register(_files(git, folder, commit, name), place)
        if register is not None:
            yield register


def _asked(git: str, folder: Path, *words: str, told: bytes = b"") -> bytes:
    """What git answers; nothing where it cannot."""
    # Nothing that a repository's own settings name is run: the commands below ask for no filter, no signature
    # and no pager, as `log` and `archive` do; and what is not in the repository is fetched from nowhere.
    command = [git, "-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "-C", str(folder), *words]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, and the folder that the person named
            command, capture_output=True, check=False, input=told, timeout=_PATIENCE
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout if done.returncode == 0 else b""


def _files(git: str, folder: Path, commit: str, name: str) -> dict[str, bytes]:
    """The register's files of a commit, and no others, by their paths from the folder."""
    listed = _asked(git, folder, "ls-tree", "-r", "-z", commit, "--", name)
    blobs: dict[str, str] = {}
    for line in listed.decode("utf-8", "replace").split("\0")[:-1]:
        about, _, path = line.partition("\t")
        mode, _, blob = about.split(" ")
        # What stands there as a link or as another repository is no file of this one.
        if mode.startswith("100") and _is_ours(Path(path)):
            blobs[path] = blob
    asked = "".join(f"{blob}\n" for blob in blobs.values())
    answer = _asked(git, folder, "cat-file", "--batch", told=asked.encode())
    return dict(zip(blobs, _contents(answer), strict=False))


def _is_ours(path: Path) -> bool:
    return path.suffix.lower() in REGISTER_SUFFIXES and ".." not in path.parts and not path.is_absolute()


def _contents(answer: bytes) -> Iterator[bytes]:
    """The files in what `cat-file --batch` says: a line that ends with the size, the file, a line feed."""
    while answer:
        about, _, answer = answer.partition(b"\n")
        size = about.rpartition(b" ")[2]
        # One that is missing has no size, and without it the commit cannot be read.
        if not size.isdigit():
            return
        yield answer[: int(size)]
        answer = answer[int(size) + 1 :]


def _register(files: dict[str, bytes], place: Path) -> Register | None:
    """The register in these files; None where it cannot be read."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        try:
            for path, content in files.items():
                target = folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            return load(folder if place.is_dir() else folder / place.name)
        except (NominateError, OSError):
            return None
