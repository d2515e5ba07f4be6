"""Finding the importer that a kit tries, letting it read here and elsewhere, and damaging what it reads."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs

from nominate import Importer, Importers, Incoming, Intake, take_in
from nominate.importing.listing import HOOK, ListedImporter, importers_among
from nominate.importing.running import intake_of
from nominate.plugging.loading import records

__all__ = ["DAMAGES", "damaged", "here", "importers", "reached", "read", "read_elsewhere"]

_DAMAGES: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {
        "nothing in it": lambda _: b"",
        "half of it missing": lambda content: content[: len(content) // 2],
        "only its first byte": lambda content: content[:1],
        "zeros in its middle": lambda content: _replaced(content, b"\0" * 64),
        "noise in its middle": lambda content: _replaced(content, bytes(range(128, 192))),
        "nothing but zeros": lambda content: b"\0" * len(content),
        "text instead": lambda _: "Dear all, the list is attached. — Ŵyn\n".encode(),
        "a page of a website instead": lambda _: b"<!DOCTYPE html><html><body>Log in</body></html>",
        "its end twice": lambda content: content + content[len(content) // 2 :],
    }
)

DAMAGES = tuple(_DAMAGES)
"""What happens to files on their way, in words."""

# What Python tells of reaching out of a program; opening is told of modules, too.
_REACHING = frozenset({"open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"})
_CODE = (".py", ".pyc", ".so", ".pyd", ".zip")


@lru_cache
def importers(file: Path | None) -> Importers:
    """The importers at hand, with those of one file; what was found once is kept."""
    return Importers(files=() if file is None else (file,))


@lru_cache
def here(name: str, file: Path | None) -> tuple[ListedImporter, Importer[Any]]:
    """The importer of that name, as listed and itself, in this process: its author can step through it.

    Raises `ImporterNotFound` or `PluginError` when the host would not find it.
    """
    one = importers(file).named(name)
    found = {importer.name: importer for importer in importers_among(records(one.source, HOOK))}
    return one, found[name]


def read(importer: Importer[Any], name: str, content: bytes, *, options: object) -> Intake:
    """What the importer reads in this process."""
    return intake_of(importer, Incoming(name=name, content=io.BytesIO(content)), options=options)


def read_elsewhere(one: ListedImporter, path: Path, *, options: object) -> Intake:
    """What the importer reads in a new process."""
    return take_in(path, by=attrs.evolve(one, importer=None), options=options)


def damaged(content: bytes, damage: str) -> bytes:
    """The content after one of `DAMAGES`.

    >>> damaged(b"title", "only its first byte")
    b't'
    """
    return _DAMAGES[damage](content)


def _replaced(content: bytes, noise: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + noise + content[middle + len(noise) :]


class _Watch:
    """Notes what a program reaches for while `is_on`; Python has no way to take such a hook off again."""

    def __init__(self) -> None:
        self.is_on = False
        self.seen: list[str] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.is_on and event in _REACHING:
            target = str(arguments[0]) if arguments else ""
            if not target.endswith(_CODE):
                self.seen.append(f"{event} {target}".strip())


@lru_cache
def _watch() -> _Watch:
    return _Watch()


def reached(importer: Importer[Any], name: str, content: bytes, *, options: object) -> tuple[str, ...]:
    """What the importer reaches for beside the file that it is given."""
    watch = _watch()
    watch.seen.clear()
    watch.is_on = True
    try:
        read(importer, name, content, options=options)
    finally:
        watch.is_on = False
    return tuple(dict.fromkeys(watch.seen))
