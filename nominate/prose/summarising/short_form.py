"""The short form: a few parts on a page, and what they leave out."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from nominate.documents import Block, Bullets, Chart, Heading, Paragraph, Table
from nominate.prose.summarising.ahead import first_dates, holding, is_firm, next_dates
from nominate.prose.summarising.awards import furthest_first
from nominate.prose.summarising.charts import outcomes
from nominate.prose.summarising.contacts import contacts
from nominate.prose.summarising.figures import key_figures
from nominate.prose.summarising.impacts import impact_items
from nominate.prose.summarising.statements import words_told
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import counted, listed, sentence
from nominate.viewing.summary_kind import SummaryKind

__all__ = ["short_form"]


@attrs.frozen(kw_only=True)
class _Room:
    """How many of each thing have room on a page."""

    entries: int = 5
    dates: int = 3
    impacts: int = 0


_ROOMS = {
    SummaryKind.PROGRAMME: _Room(entries=3, impacts=2),
    SummaryKind.DEADLINES: _Room(entries=0, dates=6),
}
_USUAL = _Room()


def short_form(telling: Telling) -> Iterator[Block]:
    """Figures, a chart or a short table, what is next, whom to ask, and where the rest is."""
    room = _ROOMS.get(telling.kind, _USUAL)
    chart = [each for each in outcomes(telling) if isinstance(each, Chart)]
    if telling.kind is SummaryKind.REVIEW and chart:
        room = attrs.evolve(room, entries=0)
    yield from key_figures(telling)
    if telling.kind is SummaryKind.REVIEW:
        yield from chart
    if room.entries:
        yield from _entries(telling, room.entries)
    if room.impacts:
        yield from _impacts(telling, room.impacts)
    if telling.kind is SummaryKind.DEADLINES:
        yield from first_dates(telling, most=room.dates)
    else:
        yield from next_dates(telling, most=room.dates)
    yield from contacts(telling, is_short=True)
    yield from _rest(telling, room)


def _entries(telling: Telling, most: int) -> Iterator[Block]:
    entries = furthest_first(telling.view.entries)
    is_part = len(entries) > most
    yield Heading(content="Nominations")
    yield Table(
        caption="The nominations that got furthest" if is_part else "How each nomination stands",
        header=["Nomination", "Nominated", "Outcome"],
        rows=[(each.title, telling.nominees(each), telling.standing(each)) for each in entries[:most]],
        row_sources=tuple((each.id,) for each in entries[:most]),
    )


def _impacts(telling: Telling, most: int) -> Iterator[Block]:
    items = [*impact_items(telling)][:most]
    if items:
        yield Heading(content="Impact")
        yield Bullets(items=items)


def _rest(telling: Telling, room: _Room) -> Iterator[Block]:
    """What has no room here, by how much of it there is; and where it stands."""
    view, style = telling.view, telling.style
    dates = [*holding(view)]
    shown = dates if telling.kind is SummaryKind.DEADLINES else [*filter(is_firm, dates)]
    numbers = (
        (len(view.entries) - room.entries, "nomination"),
        (len(dates) - len(shown[: room.dates]), "date"),
        (sum(True for _ in impact_items(telling)) - room.impacts, "figure on impact"),
        (sum(True for _ in words_told(telling)), "quote"),
    )
    left = [counted(number, noun, style) for number, noun in numbers if number > 0]
    said = f"not here: {listed([*left, 'where each figure comes from'])}"
    yield Heading(content="Where the rest is")
    yield Paragraph(
        content=" ".join(
            part
            for part in (sentence(said), "The full summary of this view has all of it.", view.left_out)
            if part
        )
    )
