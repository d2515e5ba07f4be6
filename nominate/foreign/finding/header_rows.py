"""Which rows of a sheet hold the titles of its columns: under banners, over two rows, wherever they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from nominate.foreign.cells.tidying import folded, one_line
from nominate.foreign.finding.column_titles import known_titles
from nominate.foreign.finding.titles import Likelihood, likely_meaning
from nominate.sheets import Area, Cell, Row, Sheet

__all__ = ["Header", "headers_in"]

_LONGEST_TITLE = 60
_WIDEST = 100
_NUMBER = re.compile(r"[\s£$€%]*\d[\d,./:-]*[\s%]*|https?:\S+")
# Titles stand near the top; further down only a row with surely known ones is looked at closely.
_ROWS_OF_THE_FIRST = 40
_ROWS_SEARCHED = 20_000
_WEIGHTS = {Likelihood.EXACT: 3.0, Likelihood.NEAR: 2.0, Likelihood.WITHIN: 0.75, Likelihood.NOT: 0.25}
_LEAST_SCORE = 4.0
# What a second table's titles need: most of its words known, and as many as this for sure.
_LEAST_SHARE, _LEAST_KNOWN = 0.6, 3
# How much of a row of titles has to stand further up for the row to be that one once more.
_SAME = 0.8


@attrs.frozen(kw_only=True)
class Header:
    """The row of titles, or two of them where the upper one says what several columns have in common.

    `is_sure` says that the titles themselves were known, not only the shape of the row.

    >>> Header(rows=(Row(4, ("Award", "Category")),), is_sure=True).numbers
    (4,)
    """

    rows: tuple[Row, ...]
    is_sure: bool

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its rows in the file."""
        return tuple(row.number for row in self.rows)


def headers_in(sheet: Sheet) -> tuple[Header, ...]:
    """The header of each table of a sheet, from the top; one that is repeated further down counts once.

    >>> rows = (Row(1, ("Our awards", None)), Row(3, ("Award", "Status")), Row(4, ("HSJ Awards", "Won")))
    >>> [header.numbers for header in headers_in(Sheet(name="A", rows=rows))]
    [(3,)]
    """
    searched = sheet.rows[:_ROWS_SEARCHED]
    scores = [
        _score(row) if place < _ROWS_OF_THE_FIRST or _has_titles(row) else 0.0
        for place, row in enumerate(searched)
    ]
    best = max(range(len(searched)), key=lambda place: (scores[place], -place), default=None)
    if best is None:
        return ()
    if scores[best] < _LEAST_SCORE:
        plain = _first_full_row(searched)
        return () if plain is None else (Header(rows=_with_its_pair(sheet, plain), is_sure=False),)
    return tuple(_known_headers(sheet, scores, best=best))


def _known_headers(sheet: Sheet, scores: Sequence[float], *, best: int) -> Iterator[Header]:
    seen: list[frozenset[tuple[int, str]]] = []
    taken: set[int] = set()
    least = max(_LEAST_SCORE, 0.5 * scores[best])
    for place, score in enumerate(scores):
        row = sheet.rows[place]
        is_full = score >= least and _is_full_of_titles(row)
        if row.number in taken or not (is_full or place == best):
            continue
        rows = _with_its_pair(sheet, place)
        taken.update(each.number for each in rows)
        # A title counts in its place: the same ones in another order head a table of their own.
        words = frozenset(
            (place, folded(one_line(cell)))
            for each in rows
            for place, cell in enumerate(each.cells)
            if cell is not None
        )
        if not any(_is_the_same(words, other) for other in seen):
            seen.append(words)
            yield Header(rows=rows, is_sure=is_full or _has_titles(row))


def _has_titles(row: Row) -> bool:
    titles = known_titles()
    return sum(isinstance(cell, str) and folded(cell) in titles for cell in row.cells[:_WIDEST]) >= 2


def _is_the_same(words: frozenset[tuple[int, str]], other: frozenset[tuple[int, str]]) -> bool:
    return len(words & other) >= _SAME * len(words)


def _is_full_of_titles(row: Row) -> bool:
    texts = [cell for cell in row.cells if cell is not None]
    known = [cell for cell in texts if _likelihood(cell) in {Likelihood.EXACT, Likelihood.NEAR}]
    distinct = {likely_meaning(one_line(cell)).meaning for cell in known}
    return len(distinct) >= 2 and (len(known) >= _LEAST_KNOWN or len(known) >= _LEAST_SHARE * len(texts))


def _score(row: Row) -> float:
    """How much a row looks like titles: their words, against numbers, dates, long texts and repetition."""
    filled = [cell for cell in row.cells if cell is not None]
    if len(filled) < 2:
        return 0.0
    texts = [one_line(cell) for cell in filled if _is_words(cell)]
    score = sum(_WEIGHTS[_likelihood(text)] if len(text) <= _LONGEST_TITLE else -3.0 for text in texts)
    repeated = len(texts) - len({*texts})
    return score - 2.0 * (len(filled) - len(texts)) - 1.5 * repeated


def _is_words(cell: Cell) -> bool:
    # In a csv file numbers are texts, too.
    return isinstance(cell, str) and not _NUMBER.fullmatch(cell)


def _likelihood(cell: Cell) -> Likelihood:
    text = one_line(cell)
    if not isinstance(cell, str) or len(text) > _LONGEST_TITLE:
        return Likelihood.NOT
    likely = likely_meaning(text)
    is_short = len(folded(text).split()) <= 2 * len(likely.words.split()) + 1
    return likely.likelihood if likely.likelihood is not Likelihood.WITHIN or is_short else Likelihood.NOT


def _first_full_row(rows: Sequence[Row]) -> int | None:
    """The first row of short, different texts that is as full as the rows below it."""
    for place, row in enumerate(rows[:-1]):
        filled = [cell for cell in row.cells if cell is not None]
        texts = {one_line(cell) for cell in filled if _is_words(cell)}
        below = [sum(cell is not None for cell in other.cells) for other in rows[place + 1 : place + 6]]
        is_full = len(filled) >= 2 and len(filled) >= max(below)
        if is_full and len(texts) == len(filled) and all(len(text) <= _LONGEST_TITLE for text in texts):
            return place
    return None


def _with_its_pair(sheet: Sheet, place: int) -> tuple[Row, ...]:
    row = sheet.rows[place]
    above = sheet.rows[place - 1] if place else None
    below = sheet.rows[place + 1] if place + 1 < len(sheet.rows) else None
    if above is not None and above.number == row.number - 1 and _is_group_row(sheet, above, row):
        return (above, row)
    if below is not None and below.number == row.number + 1 and _is_lower_row(sheet, row, below):
        return (row, below)
    return (row,)


def _is_group_row(sheet: Sheet, row: Row, titles: Row) -> bool:
    """Whether a row says what several columns below it have in common, and is no banner over them all."""
    filled = [place for place, cell in enumerate(row.cells) if cell is not None]
    titled = [place for place, cell in enumerate(titles.cells) if cell is not None]
    texts = [row.cells[place] for place in filled]
    if not filled or not all(isinstance(cell, str) and len(cell) <= _LONGEST_TITLE for cell in texts):
        return False
    spans = [area for place in filled for area in sheet.merged if _begins_at(area, row, place)]
    is_joined = any(area.last_row == titles.number for area in spans)
    is_across = any(area.last_column > area.first_column for area in spans)
    if is_joined or (is_across and (len(filled) > 1 or filled[0] > titled[0])):
        return True
    return not sheet.merged and len(filled) > 1 and filled[0] > titled[0] and len(filled) < len(titled)


def _is_lower_row(sheet: Sheet, row: Row, below: Row) -> bool:
    """Whether the row below completes the titles: what stands there says the parts of a joined title."""
    own = {place for place, cell in enumerate(below.cells) if cell is not None}
    texts = [below.cells[place] for place in own]
    if not own or not all(isinstance(cell, str) and len(cell) <= _LONGEST_TITLE for cell in texts):
        return False
    spans = [area for area in sheet.merged if area.first_row == row.number]
    across = {place for area in spans if area.last_column > area.first_column for place in _places(area)}
    if across:
        return own <= across
    joined = {place for area in spans if area.last_row == below.number for place in _places(area)}
    known = sum(_likelihood(cell) in {Likelihood.EXACT, Likelihood.NEAR} for cell in texts)
    untitled = {place for place in own if row.cells[place] is None}
    return bool(joined and not joined & own) or (bool(untitled) and known >= 2 and known > len(texts) / 2)


def _begins_at(area: Area, row: Row, place: int) -> bool:
    return (area.first_row, area.first_column) == (row.number, place + 1)


def _places(area: Area) -> range:
    return range(area.first_column - 1, area.last_column)
