"""The files beside a register that its records name: pictures, and a house style of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath

from nominate.errors import UnreadableInput, nearest, shown
from nominate.files.reading import FILE_LIMIT, name_of, names_beside, read_bytes, reason_of, unreadable
from nominate.model.settings import Records
from nominate.register.checks import Finding
from nominate.storage.finding import REGISTER_SUFFIXES

__all__ = ["FilesBeside", "place_of", "told", "unread_pictures"]

_BESIDE = "put the file beside the register, and write its path from there, as in pictures/team.jpg"


class FilesBeside(Mapping[str, bytes]):
    """What the records of a register name, by that name, each read from its folder when it is asked for.

    A house style is read once, since every piece of the register is written in it.
    Left out is what `place_of` refuses, and a picture that is a file of the register: a view of a few entries
    would hold all of it.

    >>> "team.jpg" in FilesBeside(Path(), Records())
    False
    """

    def __init__(self, folder: Path, records: Records) -> None:
        self._folder = folder
        self._records = records

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        try:
            return self.read(name)
        except UnreadableInput:
            raise KeyError(name) from None

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name in self._names and not self.fault(name)

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def read(self, name: str) -> bytes:
        """What a file holds that the records name.

        Raises:
            UnreadableInput: it cannot be read; the message says why, and what would do.
        """
        return self._style if name == self._records.settings.style else self._content(name)

    def fault(self, name: str) -> str:
        """Why a file of that name is none that can be read, and what would do; empty where it is one."""
        try:
            self._place(name)
        except UnreadableInput as error:
            return told(error)
        return ""

    def path(self, name: str) -> str:
        """Where such a file lies, as messages name it."""
        return name_of(self._folder / name)

    # Every view of a register asks for it.
    @cached_property
    def _style(self) -> bytes:
        return self._content(self._records.settings.style)

    def _content(self, name: str) -> bytes:
        return read_bytes(self._place(name), limit=FILE_LIMIT)

    def _place(self, name: str) -> Path:
        place = place_of(self._folder, name)
        if name != self._records.settings.style and _is_register_file(place.name):
            raise unreadable(name, "E101", "this is a file of the register", "name a picture")
        return place

    @cached_property
    def _names(self) -> Mapping[str, None]:
        style = self._records.settings.style
        images = (image.file for each in self._records.nominations for image in each.images)
        # The name of a stock style is no file's, whatever lies beside the register.
        return dict.fromkeys((*(name for name in [style] if _is_register_file(name)), *images))


def told(error: UnreadableInput) -> str:
    """Why a file cannot be read, without its place: that is where the register names it.

    >>> told(unreadable("team.jpg", "E102", "more than 20 MB", "shrink it"))
    'more than 20 MB; shrink it'
    """
    return "; ".join(part for part in (error.problems[0].message, error.problems[0].hint) if part)


def _is_register_file(name: str) -> bool:
    return name.lower().endswith(REGISTER_SUFFIXES)


def unread_pictures(records: Records, files: FilesBeside) -> Iterator[Finding]:
    """A warning for each picture that a nomination names and whose file cannot be read."""
    for number, nomination in enumerate(records.nominations):
        for place, image in enumerate(nomination.images):
            fault = files.fault(image.file)
            if fault:
                yield Finding(
                    code="W513",
                    at=("nominations", number, "images", place, "file"),
                    message=fault,
                )


def place_of(folder: Path, name: str) -> Path:
    """Where a file lies that a register in a folder names; links are followed, but not out of the folder.

    Raises:
        UnreadableInput: the name leads out of the folder, to what begins with a dot, or to no regular file of
            at most 20 MB.
    """
    if any(sign in name for sign in "\\:\0"):
        raise unreadable(name, "E101", f"{shown(name)} is no path that every machine understands", _BESIDE)
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts:
        raise unreadable(name, "E101", f"{shown(name)} leads out of the register's folder", _BESIDE)
    try:
        inside = folder.resolve()
        place = inside.joinpath(*parts).resolve()
        size = place.stat().st_size if place.is_file() else -1
    except (OSError, RuntimeError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "its links lead in a circle"
        raise unreadable(name, "E101", f"{shown(name)} cannot be read: {reason}") from None
    if not place.is_relative_to(inside):
        raise unreadable(name, "E101", f"{shown(name)} leads out of the register's folder", _BESIDE)
    if any(part.startswith(".") for part in place.relative_to(inside).parts):
        raise unreadable(name, "E101", f"{shown(name)} is not read: it begins with a dot", "rename it")
    if size < 0:
        raise unreadable(name, "E101", *_absent(place, name))
    if size > FILE_LIMIT:
        raise unreadable(
            name, "E102", f"{shown(name)} has more than {FILE_LIMIT // 1_000_000} MB", "shrink it"
        )
    return place


def _absent(place: Path, name: str) -> tuple[str, str]:
    if place.exists():
        return f"{shown(name)} is not a regular file", _BESIDE
    near = nearest(place.name, names_beside(place))
    return f"no file {shown(name)} beside the register", f"did you mean {near!r}?" if near else _BESIDE
