"""The short form: what has room on a page, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Bullets, Heading, Item, Table
from nominate.prose.summarising.sections.ahead import first_dates, holding, next_dates
from nominate.prose.summarising.sections.awards import furthest_first
from nominate.prose.summarising.sections.contacts import contact_of_publisher
from nominate.prose.summarising.sections.figures import first_figures
from nominate.prose.summarising.sections.impacts import impact_items
from nominate.prose.summarising.sections.statements import words_told
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import capitalised, counted, listed, sentence
from nominate.viewing.summary_kind import SummaryKind

__all__ = ["short_form"]

# Rows of two lines each fill the page below a title and a first paragraph of the usual length.
_MOST_FIGURES = 3
_MOST_ENTRIES = 3
_MOST_DATES = 2
_MOST_DATES_ALONE = 5


def short_form(telling: Telling) -> Iterator[Block]:
    """Figures, a short table, what is next, whom to ask, and where the rest is."""
    yield from first_figures(telling, most=_MOST_FIGURES)
    dates = [*holding(telling.view)]
    if telling.kind is SummaryKind.DEADLINES:
        yield from first_dates(telling, most=_MOST_DATES_ALONE)
        rest = _rest(telling, entries=0, dates=len(dates[:_MOST_DATES_ALONE]))
        yield from _ending((), rest, telling)
        return
    yield from _entries(telling)
    coming = tuple(next_dates(telling, most=_MOST_DATES))
    yield from _ending(coming, _rest(telling, entries=_MOST_ENTRIES, dates=len(coming)), telling)


def _entries(telling: Telling) -> Iterator[Block]:
    entries = furthest_first(telling.view.entries)
    is_part = len(entries) > _MOST_ENTRIES
    shown = entries[:_MOST_ENTRIES]
    yield Table(
        caption="The nominations that got furthest" if is_part else "How each nomination stands",
        header=["Nomination", "Nominated", "Outcome"],
        rows=[(each.title, telling.nominees(each), telling.standing(each)) for each in shown],
        row_sources=tuple((each.id,) for each in shown),
    )


def _ending(coming: tuple[Item, ...], rest: Item, telling: Telling) -> Iterator[Block]:
    """What is next, whom to ask and where the rest is, in a list, since headings take room."""
    asked = tuple(contact_of_publisher(telling, in_short=True))
    said = [*(["what is next"] if coming else []), *(["whom to ask"] if asked else []), "where the rest is"]
    yield Heading(content=capitalised(listed(said)))
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
    said = f"in the full summary: {listed([*left, 'where each figure comes from'])}"
    return Item(content=" ".join(part for part in (sentence(said), view.left_out) if part))
