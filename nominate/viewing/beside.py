"""The files beside a register that a view may hold: those that its own cleared records name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from nominate.model.mapping import FrozenDict

__all__ = ["ClearedFiles"]


class ClearedFiles(Mapping[str, bytes]):
    """Files by the names that an audience may know, each read once, when it is first asked for.

    A copy for another process holds their bytes, and no way to the folder where they lie.

    >>> files = ClearedFiles({"team.jpg": b"...", "secret.jpg": b"..."}, names=["team.jpg"])
    >>> list(files), files.get("secret.jpg") is None
    (['team.jpg'], True)
    """

    def __init__(self, source: Mapping[str, bytes], names: Iterable[str]) -> None:
        self._source = source
        self._names = dict.fromkeys(names)
        self._read: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._read:
            self._read[name] = self._source[name]
        return self._read[name]

    def digest(self, name: str) -> str:
        """The SHA-256 of such a file, which is not kept: the pictures of many views take much memory."""
        if name not in self._names:
            raise KeyError(name)
        return sha256(self._read.get(name) or self._source[name]).hexdigest()

    def __contains__(self, name: object) -> bool:
        return name in self._names and name in self._source

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names if name in self._source)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __reduce__(self) -> tuple[type[FrozenDict[str, bytes]], tuple[dict[str, bytes]]]:
        contents = ((name, self.get(name)) for name in self._names)
        return FrozenDict, ({name: content for name, content in contents if content is not None},)
