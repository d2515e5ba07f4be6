"""The digests of many rows in as little memory as the file that tells them takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nominate.model.mapping import FrozenDict

__all__ = ["DigestLines"]


class DigestLines(Mapping[str, tuple[str, ...]]):
    """For each record its digests, kept as one line of text and parted each time that they are asked for.

    Every line is of so many digests as `width` says, parted by single blanks.

    Raises:
        ValueError: a line is not.

    >>> lines = DigestLines({"ruh-skip-2020": "g6vnnhg3 cs3m7fgv"}, width=2)
    >>> lines["ruh-skip-2020"]
    ('g6vnnhg3', 'cs3m7fgv')
    """

    __slots__ = ("_lines", "width")

    def __init__(self, lines: Mapping[str, str], *, width: int) -> None:
        self._lines = FrozenDict(lines)
        self.width = width
        for name, line in lines.items():
            # An empty line is one empty digest where there is one column, and none where there is none.
            if line.count(" ") != max(width - 1, 0) or (line and not width):
                raise ValueError(f"the line of {name!r} is not of {width} digests")

    def __getitem__(self, record: str) -> tuple[str, ...]:
        return tuple(self._lines[record].split(" ")) if self.width else ()

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, record: object) -> bool:
        return record in self._lines

    def __hash__(self) -> int:
        return hash(self._lines)
