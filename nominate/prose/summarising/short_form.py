"""The short form: what has room on a page, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from math import ceil

from nominate.documents import Block, Bullets, Heading, Item, Table, plain
from nominate.prose.summarising.sections.ahead import first_dates, holding, next_dates
from nominate.prose.summarising.sections.awards import furthest_first
from nominate.prose.summarising.sections.contacts import contact_of_publisher
from nominate.prose.summarising.sections.figures import first_figures
from nominate.prose.summarising.sections.impacts import impact_items
from nominate.prose.summarising.sections.statements import words_told
from nominate.prose.summarising.telling import Telling
from nominate.prose.summarising.tops.standfirsts import standfirst
from nominate.prose.summarising.tops.titles import title
from nominate.prose.words import capitalised, counted, listed, sentence
from nominate.viewing.entry import Entry
from nominate.viewing.summary_kind import SummaryKind

__all__ = ["short_form"]

# Rows of two lines each fill the page below a title and a first paragraph of the usual length.
_MOST_FIGURES = 3
_MOST_ENTRIES = 3
# Lines of text that a page of A4 has room for between its title and its foot, and the letters of a line:
# of the whole width, and of each column of the table, whose lines are lower.
_ROOM = 13.4
_LETTERS, _COLUMNS = 74, (24, 36, 14, 19)
# Each further line of a title takes so much of that.
_LETTERS_OF_TITLE, _LINE_OF_TITLE = 32, 1.5
_LINE_OF_ROW, _PADDING_OF_ROW = 0.75, 0.6
_MOST_DATES = 2
_MOST_DATES_ALONE = 5

_Row = tuple[str, str, str, str]


def short_form(telling: Telling) -> Iterator[Block]:
    """Figures, a short table, what is next, whom to ask, and where the rest is."""
    yield from first_figures(telling, most=_MOST_FIGURES)
    dates = [*holding(telling.view)]
    if telling.kind is SummaryKind.DEADLINES:
        yield from first_dates(telling, most=_MOST_DATES_ALONE)
        rest = _rest(telling, entries=0, dates=len(dates[:_MOST_DATES_ALONE]))
        yield from _ending((), rest, telling)
        return
    coming = tuple(next_dates(telling, most=_MOST_DATES))
    rows = tuple(_rows(telling, coming))
    yield from _entries(telling, rows)
    yield from _ending(coming, _rest(telling, entries=len(rows), dates=len(coming)), telling)


def _entries(telling: Telling, rows: tuple[tuple[Entry, _Row], ...]) -> Iterator[Block]:
    is_part = len(telling.view.entries) > len(rows)
    yield Table(
        caption="The nominations that got furthest" if is_part else "How each nomination stands",
        header=["Nomination", "Nominated", "Category" if _is_of_one(telling) else "Award", "Outcome"],
        rows=[cells for _, cells in rows],
        row_sources=tuple((each.id,) for each, _ in rows),
    )


def _is_of_one(telling: Telling) -> bool:
    """Whether all are of one edition, so that their categories tell them apart."""
    return len({each.edition_id for each in telling.view.entries}) == 1


def _rows(telling: Telling, coming: tuple[Item, ...]) -> Iterator[tuple[Entry, _Row]]:
    """Those that got furthest, the latest news first, as many as there is surely room for; at least one."""
    latest = sorted(telling.view.entries, key=lambda each: _told_at(each, telling), reverse=True)
    above = sum(len(plain(each.content)) for each in standfirst(telling))
    room = _ROOM - ceil(above / _LETTERS) - sum(ceil(len(plain(each.content)) / _LETTERS) for each in coming)
    room -= (ceil(len(title(telling)) / _LETTERS_OF_TITLE) - 1) * _LINE_OF_TITLE
    for number, each in enumerate(furthest_first(latest)[:_MOST_ENTRIES]):
        where = each.category.name if _is_of_one(telling) else each.edition.name
        cells = (each.title, telling.nominees(each), where, telling.standing(each))
        lines = max(ceil(len(cell) / width) for cell, width in zip(cells, _COLUMNS, strict=True))
        room -= lines * _LINE_OF_ROW + _PADDING_OF_ROW
        if number and room < 0:
            return
        yield each, cells


def _told_at(entry: Entry, telling: Telling) -> datetime:
    announced = entry.decision.announced if entry.decision is not None else None
    zone = telling.view.zone
    return announced.first_moment(zone) if announced is not None else datetime.min.replace(tzinfo=UTC)


def _ending(coming: tuple[Item, ...], rest: Item, telling: Telling) -> Iterator[Block]:
    """What is next, whom to ask and where the rest is, in a list, since headings take room."""
    asked = tuple(contact_of_publisher(telling, in_short=True))
    said = [*(["what is next"] if coming else []), *(["whom to ask"] if asked else [])]
    yield Heading(content=capitalised(listed(said or ["where the rest is"])))
    yield Bullets(items=[*coming, *asked, rest])


def _rest(telling: Telling, *, entries: int, dates: int) -> Item:
    """What has no room here, by how much of it there is."""
    view, style = telling.view, telling.style
    numbers = (
        (len(view.entries) - entries, "nomination"),
        (sum(True for _ in holding(view)) - dates, "date"),
        (sum(True for _ in impact_items(telling)), "figure on impact"),
        (sum(True for _ in words_told(telling)), "quote"),
    )
    left = [counted(number, noun, style) for number, noun in numbers if number > 0]
    said = sentence(f"the full summary adds {listed([*left, 'the source of every figure'])}")
    return Item(content=" ".join(part for part in (said, view.left_out) if part))
