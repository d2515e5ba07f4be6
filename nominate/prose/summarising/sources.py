"""The sources of a piece: each is listed once, in the order in which it is first cited, by its number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from nominate.documents import Item, Link, NumberedList
from nominate.model.source import Source
from nominate.prose.words import dated
from nominate.styles.style import Style

__all__ = ["Sources"]

_SCHEME = re.compile(r"(?:https?://(?:www\.)?|mailto:)")
# As many stand one by one.
_FEW = 2


class Sources:
    r"""Gathers sources while a piece is composed; a silent one leaves no mark, for a piece that lists none.

    >>> sources, shortlist = Sources(), Source(title="The shortlist")
    >>> sources.cite(shortlist), sources.cite(None), sources.cite(shortlist)
    ('\xa0[1]', '', '\xa0[1]')
    """

    def __init__(self, *, is_silent: bool = False) -> None:
        self._is_silent = is_silent
        self._titles: dict[str, str] = {}
        self._held: dict[tuple[object, ...], Source] = {}
        self._numbers: dict[tuple[object, ...], int] = {}
        self._records: dict[tuple[object, ...], list[str]] = {}

    def name(self, url: str, title: str) -> None:
        """What a page is called where a source gives its address alone; it is listed even if never cited."""
        self._titles.setdefault(url, title)

    def cite(self, source: Source | None, *records: str) -> str:
        """The mark that stands behind what the source says, empty without one.

        `records` are the ids of those that rest on it.
        """
        if source is None:
            return ""
        title = source.title or self._titles.get(source.url or "", "")
        known = source if title == source.title else attrs.evolve(source, title=title)
        # A page is one source, whoever published it and whenever; what has no address is told by the rest.
        key = (known.url, known.title) if known.url else (known.title, known.publisher, known.on, known.file)
        held = self._held.setdefault(key, known)
        if not held.publisher and held.on is None:
            self._held[key] = known
        self._records.setdefault(key, []).extend(records)
        number = self._numbers.setdefault(key, len(self._held))
        # A space that does not break: a mark never begins a line.
        return "" if self._is_silent else f"\u00a0[{number}]"

    def behind(self, records: Iterable[str]) -> str:
        """The numbers of the sources that any of these records rest on, those in a row as from and to."""
        asked = frozenset(records)
        numbers = sorted(
            self._numbers[key] for key, own in self._records.items() if not asked.isdisjoint(own)
        )
        return ", ".join(map(_run_said, _runs(numbers)))

    def listed(self, style: Style) -> NumberedList | None:
        """Every source with its address, title, publisher and day, or None where there is none."""
        for url, title in self._titles.items():
            self.cite(Source(url=url, title=title))
        if not self._held:
            return None
        return NumberedList(
            items=[_item(source, self._records[key], style) for key, source in self._held.items()]
        )


def _runs(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Those that follow each other, together."""
    row: list[int] = []
    for number in numbers:
        if row and number > row[-1] + 1:
            yield row
            row = []
        row.append(number)
    if row:
        yield row


def _run_said(row: list[int]) -> str:
    return f"{row[0]} to {row[-1]}" if len(row) > _FEW else ", ".join(map(str, row))


def _item(source: Source, records: list[str], style: Style) -> Item:
    words = source.title or (_bare(source.url) if source.url else source.publisher or source.file)
    publisher = source.publisher if source.publisher != words else ""
    day = dated(source.on, style) if source.on is not None else ""
    rest = "".join([f", {part}" for part in (publisher, day) if part])
    named = Link(text=words, url=source.url) if source.url else words
    return Item(content=(named, rest), sources=tuple(dict.fromkeys(records)))


def _bare(url: str) -> str:
    """An address as people write it by hand."""
    scheme = _SCHEME.match(url)
    return url[scheme.end() if scheme is not None else 0 :].rstrip("/")
