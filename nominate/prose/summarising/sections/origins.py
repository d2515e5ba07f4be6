"""The appendix that says where each figure comes from: what it counts, and the sources that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Heading, Paragraph, Table
from nominate.model.source import Source
from nominate.model.when import When
from nominate.prose.facts.programmes import told_adoption, was_told
from nominate.prose.summarising.columns import filled
from nominate.prose.summarising.sections.ahead import deadlines, holding, records_of
from nominate.prose.summarising.sections.charts import has_charts_of_outcomes
from nominate.prose.summarising.sections.impacts import adopted, told_impact
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import capitalised, dated, ended, sentence
from nominate.register.counting import RULES
from nominate.viewing.summary_kind import SummaryKind
from nominate.viewing.view import View

__all__ = ["origins"]

_OF_TEAMS = "A team counts as the organisation that it is part of."
_OF_WINS = "Each winner of a tie has a win. A prize that was declined still counts as won."
_OF_CHARTS = (
    "The charts count each nomination by the outcome at which it stands, and that outcome in the month or "
    "year in which it was announced."
)
_OF_DATES = "A date that is known only to the month or year is given as such."
_DATES = (
    (
        "Dates ahead",
        "Dates that are not surely over and have not been cancelled; some have no day yet",
    ),
    (
        "Deadlines ahead",
        "Those of them by which something must be done, unless they are postponed",
    ),
)


_Row = tuple[str, int, str, tuple[str, ...]]


def origins(telling: Telling) -> Iterator[Block]:
    """The rule of every total, the organisers' and the programmes' own figures, and all sources by number."""
    yield Heading(content="Where each figure comes from")
    yield Paragraph(content=" ".join(_how(telling)))
    yield _totals(telling)
    yield from _declared(telling)
    yield from _achieved(telling)
    sources = telling.sources.listed(telling.brief)
    if sources is not None:
        yield Heading(content="Sources", level=3)
        yield sources


def _how(telling: Telling) -> Iterator[str]:
    """As of when all is counted, what the rules make of what this summary holds, and what it leaves out."""
    view = telling.view
    day = dated(view.as_of, telling.brief, zone=view.zone, preposition=True)
    known = "the register has it" if telling.is_internal else f"it was known {day}"
    yield sentence(f"every figure counts what stands in this summary, as {known}")
    nominees = (each for entry in view.entries for each in entry.nominees)
    if any(each.organisation is not None and each.organisation.id != each.counts_as for each in nominees):
        yield _OF_TEAMS
    if view.totals["wins"]:
        yield _OF_WINS
    if telling.kind is not SummaryKind.DEADLINES and has_charts_of_outcomes(telling):
        yield _OF_CHARTS
    if any(when.date is None for when in _dates_of(view)):
        yield _OF_DATES
    if view.left_out:
        yield view.left_out


def _dates_of(view: View) -> Iterator[When]:
    """Every date that the tables tell."""
    yield from (event.date.when for event in view.events if event.date.when is not None)
    for entry in view.entries:
        if entry.decision is not None and entry.decision.announced is not None:
            yield entry.decision.announced


def _totals(telling: Telling) -> Table:
    """The totals that are not nought, each with the rule that it was counted by."""
    rows = [*_of_dates(telling), *_of_entries(telling)]
    # Many of them are of all nominations.
    behind = {ids: telling.sources.behind(ids) for ids in {ids for *_, ids in rows}}
    cells = [(name, f"{total:,}", says, behind[ids]) for name, total, says, ids in rows]
    header, told = filled(("Figure", "Total", "What is counted", "Sources"), cells)
    return Table(
        caption="Totals, and how each is counted",
        header=header,
        rows=told,
        has_row_headers=True,
        number_columns=(1,),
        row_sources=tuple(ids for *_, ids in rows),
    )


def _of_entries(telling: Telling) -> Iterator[_Row]:
    totals = telling.view.totals
    # Leads and partners are told apart only where there are both; one edition needs no counting.
    idle = set() if totals["partner organisations"] else {"lead organisations", "partner organisations"}
    idle |= {"editions"} if totals["editions"] == 1 else set()
    for rule in RULES:
        if totals[rule.name] and rule.name not in idle:
            yield rule.title, totals[rule.name], capitalised(rule.says), telling.counted_by(rule)


def _of_dates(telling: Telling) -> Iterator[_Row]:
    if telling.kind is not SummaryKind.DEADLINES:
        return
    held = (tuple(holding(telling.view)), tuple(deadlines(telling.view)))
    for (name, says), events in zip(_DATES, held, strict=True):
        if events:
            ids = dict.fromkeys(each for event in events for each in records_of(event))
            yield name, len(events), says, tuple(ids)


def _declared(telling: Telling) -> Iterator[Block]:
    """The totals that organisers give, which nobody here has counted."""
    entered = {entry.edition_id for entry in telling.view.entries}
    rows = [
        (edition.name, capitalised(what), f"{number:,}", _numbers(edition.source, telling, name))
        for name, (_, edition) in telling.view.editions.items()
        if name in entered
        for what, number in edition.declared.items()
    ]
    if rows:
        yield Heading(content="Figures that organisers give", level=3)
        header, told = filled(("Of what", "Figure", "Total", "Sources"), rows)
        yield Table(
            caption="Totals in the organisers’ own words, not counted by us",
            header=header,
            rows=told,
            has_row_headers=True,
            number_columns=(2,),
        )


def _achieved(telling: Telling) -> Iterator[Block]:
    """The figures of programmes: how each was worked out, and by whom it was told."""
    view = telling.view
    rows: list[tuple[str, str, str, str]] = []
    ids: list[tuple[str, ...]] = []
    for programme in view.programmes if telling.kind is not SummaryKind.DEADLINES else ():
        for impact in programme.impacts:
            if was_told(impact, view):
                how = ended(" ".join(impact.method.split())) if impact.method else ""
                cited = _numbers(impact.source, telling, programme.id)
                rows.append((programme.name, capitalised(told_impact(impact, telling.style)), how, cited))
                ids.append((programme.id,))
        adoption = told_adoption(programme, view)
        if adoption is not None:
            cited = _numbers(adoption.source, telling, programme.id)
            rows.append((programme.name, capitalised(adopted(adoption, telling.style)), "", cited))
            ids.append((programme.id,))
    if rows:
        yield Heading(content="Figures of programmes", level=3)
        header, told = filled(("Programme", "Figure", "How it was worked out", "Sources"), rows)
        yield Table(
            caption="What programmes achieved, as their sources say it",
            header=header,
            rows=told,
            row_sources=tuple(ids),
        )


def _numbers(source: Source | None, telling: Telling, *records: str) -> str:
    """The number of a source, without the marks that it has in running text."""
    return telling.sources.cite(source, *records).strip("\u00a0[]")
