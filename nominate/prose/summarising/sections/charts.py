"""The charts: how the nominations stand, when their outcomes were told, and when the dates ahead are."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Bar, Block, Chart, Heading, Paragraph
from nominate.model.decision import Outcome
from nominate.prose.facts.calendars import Calendar, calendar_of
from nominate.prose.summarising.sections.ahead import holding
from nominate.prose.summarising.standings import BEST_FIRST, reached
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import agreed, capitalised, counted, dated, listed, numbered, pluralised, sentence

__all__ = ["charts_of_outcomes", "dates_by_month", "has_charts_of_outcomes"]

_UNDECIDED = "no decision yet"
_MOST_NAMED = 2


def charts_of_outcomes(telling: Telling) -> Iterator[Block]:
    """How the nominations stand, and when that was told, below a heading; nothing without a chart."""
    if has_charts_of_outcomes(telling):
        yield Heading(content="Outcomes")
        yield from _outcomes(telling)
        yield from _by_month(_calendar(telling), "outcome", "announced", telling)


def has_charts_of_outcomes(telling: Telling) -> bool:
    """Whether there is one: they do not all stand alike, or not all of that was told in one month."""
    return len({entry.outcome for entry in telling.view.entries}) > 1 or _calendar(telling).has_shape


def _calendar(telling: Telling) -> Calendar:
    """When the outcome by which each nomination stands was announced."""
    told = (
        (entry.id, entry.decision.announced) for entry in telling.view.entries if entry.decision is not None
    )
    return calendar_of(told, telling.view.zone)


def _outcomes(telling: Telling) -> Iterator[Block]:
    """How many nominations stand how; no chart where all stand alike."""
    groups: dict[Outcome | None, list[str]] = {}
    for entry in telling.view.entries:
        groups.setdefault(entry.outcome, []).append(entry.id)
    if len(groups) > 1:
        bars = [
            Bar(label=capitalised(_said(outcome)), value=len(groups[outcome]), sources=tuple(groups[outcome]))
            for outcome in BEST_FIRST
            if outcome in groups
        ]
        yield Chart(
            caption="How the nominations stand",
            alt=_finding(groups, telling),
            label_header="Outcome",
            value_header="Nominations",
            bars=bars,
        )


def _said(outcome: Outcome | None) -> str:
    return outcome.value if outcome is not None else _UNDECIDED


def _finding(groups: dict[Outcome | None, list[str]], telling: Telling) -> str:
    """How far all got; where none is on a list, how the most of them stand."""
    said = reached(telling, noun="nominations")
    if said:
        return said
    most = max(BEST_FIRST, key=lambda outcome: len(groups.get(outcome, ())))
    number, whole = len(groups[most]), len(telling.view.entries)
    stand = f"{agreed('stands', is_plural=number > 1)} as {_said(most)}"
    if most is None:
        stand = f"{agreed('waits', is_plural=number > 1)} for a decision"
    share = f"{numbered(number, telling.style)} of {numbered(whole, telling.style)} nominations"
    return sentence(share, stand)


def dates_by_month(telling: Telling) -> Iterator[Block]:
    """When the dates ahead are."""
    ahead = ((event.edition_id, event.date.when) for event in holding(telling.view))
    yield from _by_month(calendar_of(ahead, telling.view.zone), "date", "due", telling)


def _by_month(calendar: Calendar, noun: str, verb: str, telling: Telling) -> Iterator[Block]:
    """How many there are in each month or year; nothing where all are in one."""
    if not calendar.has_shape:
        return
    step = "month" if calendar.is_monthly else "year"
    yield Chart(
        caption=f"{capitalised(pluralised(noun))} {verb} in each {step}",
        alt=_peak(calendar, noun, verb, step, telling),
        label_header=capitalised(step),
        value_header=capitalised(pluralised(noun)),
        bars=[
            Bar(
                label=dated(each.when, telling.brief),
                value=len(each.ids),
                sources=tuple(dict.fromkeys(each.ids)),
            )
            for each in calendar.steps
        ],
        over_time=True,
    )
    if calendar.unplaced:
        number = len(calendar.unplaced)
        left = counted(number, noun, telling.style, starts_sentence=True)
        is_not = f"{agreed('is', is_plural=number > 1)} not in the chart"
        yield Paragraph(content=sentence(f"{left} {is_not}, because the {step} is not known"))


def _peak(calendar: Calendar, noun: str, verb: str, step: str, telling: Telling) -> str:
    """In which months the most fall."""
    fullest, style = calendar.fullest, telling.style
    most = len(fullest[0].ids)
    if len(fullest) > _MOST_NAMED:
        first, last = (dated(calendar.steps[place].when, style) for place in (0, -1))
        said = f"{counted(calendar.placed, noun, style, starts_sentence=True)}, {first} to {last}"
        return sentence(f"{said}, no more than {numbered(most, style)} in any {step}")
    if len(fullest) > 1:
        names = listed(dated(each.when, style) for each in fullest)
        return sentence(f"{names} have the most {pluralised(noun)} {verb}, {numbered(most, style)} in each")
    be = agreed("was" if verb == "announced" else "is", is_plural=most > 1)
    when = dated(fullest[0].when, style, preposition=True)
    share = f"{numbered(most, style, starts_sentence=True)} of {counted(calendar.placed, noun, style)}"
    return sentence(f"{share} {be} {verb} {when}, more than in any other {step}")
