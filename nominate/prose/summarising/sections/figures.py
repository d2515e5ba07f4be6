"""The key figures: a few totals, each by its counting rule, or a count of the dates that are listed below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nominate.documents import Block, Heading, KeyFigure, KeyFigures
from nominate.prose.summarising.sections.ahead import deadlines, holding, records_of
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import pluralised
from nominate.register.counting import RULES
from nominate.viewing.summary_kind import SummaryKind

__all__ = ["first_figures", "key_figures"]

_FEWEST, _MOST = 3, 5
_LISTED = ("nominations", "shortlisted", "wins")
# In the order of choice; a total that is nought is passed over.
_CHOSEN: Mapping[SummaryKind, tuple[str, ...]] = {
    SummaryKind.EDITION: (*_LISTED, "organisations", "categories"),
    SummaryKind.ORGANISATION: (*_LISTED, "editions", "categories"),
    SummaryKind.PROGRAMME: (*_LISTED, "organisations", "editions"),
    SummaryKind.REVIEW: (*_LISTED, "organisations", "editions"),
    SummaryKind.RESULTS: ("wins", "winning organisations", "shortlisted", "nominations", "categories"),
    SummaryKind.DEADLINES: (),
}
# Where those are too few.
_FURTHER = ("nominations", "categories", "editions")
_NOUNS = {
    "nominations": "nomination",
    "wins": "win",
    "organisations": "organisation",
    "winning organisations": "winning organisation",
    "categories": "category",
    "editions": "edition",
}
_RULES = {rule.name: rule for rule in RULES}


def key_figures(telling: Telling) -> Iterator[Block]:
    """The figures that a reader takes away, the most important first; none of them is nought."""
    yield Heading(content="Key figures")
    yield from first_figures(telling, most=_MOST)


def first_figures(telling: Telling, *, most: int) -> Iterator[Block]:
    """The most important of them, without a heading."""
    of_dates = [*_of_dates(telling)]
    figures = [*of_dates, *_of_entries(telling, fewest=_FEWEST - len(of_dates))]
    yield KeyFigures(figures=figures[:most])


def _of_entries(telling: Telling, *, fewest: int) -> Iterator[KeyFigure]:
    totals = telling.view.totals
    chosen = [name for name in _CHOSEN[telling.kind] if totals[name]]
    # That what won was shortlisted goes without saying, and that an edition is meant, too.
    idle = {"shortlisted"} if totals["shortlisted"] == totals["wins"] else set()
    idle |= {"editions"} if totals["editions"] == 1 else set()
    chosen = [name for name in chosen if name not in idle]
    further = [name for name in _FURTHER if totals[name] and name not in (*chosen, *idle)]
    for name in (*chosen, *further[: max(0, fewest - len(chosen))]):
        yield _figure(totals[name], _label(name, totals[name], telling), telling.counted_by(_RULES[name]))


def _of_dates(telling: Telling) -> Iterator[KeyFigure]:
    """How many dates and deadlines there are, and of how many editions, where the summary is of them."""
    if telling.kind is not SummaryKind.DEADLINES:
        return
    ahead, closing = tuple(holding(telling.view)), tuple(deadlines(telling.view))
    for events, noun in ((ahead, "date"), (closing, "deadline")):
        if events:
            ids = dict.fromkeys(name for event in events for name in records_of(event))
            said = f"{noun if len(events) == 1 else pluralised(noun)} ahead"
            yield _figure(len(events), said, tuple(ids))
    editions = tuple(dict.fromkeys(event.edition_id for event in ahead))
    if len(editions) > 1:
        yield _figure(len(editions), f"{pluralised('edition')} with dates ahead", editions)


def _figure(number: int, label: str, sources: tuple[str, ...]) -> KeyFigure:
    return KeyFigure(value=f"{number:,}", label=label, sources=sources)


def _label(name: str, number: int, telling: Telling) -> str:
    if name == "shortlisted":
        return name if telling.is_shortlisted_alone else f"{name} or further"
    return _NOUNS[name] if number == 1 else pluralised(_NOUNS[name])
