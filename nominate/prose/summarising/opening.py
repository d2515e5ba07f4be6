"""The first lines of a summary: its title, its status, what it says in one paragraph, and the key figures."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Heading, Paragraph, Table
from nominate.model.decision import Outcome
from nominate.model.fields import Audience
from nominate.prose.summarising.ahead import is_firm, upcoming
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import agreed, capitalised, counted, dated, numbered, sentence
from nominate.register.counting import RULES

__all__ = ["key_figures", "standfirst", "status", "title"]

# What a team, a tie and a declined prize count as, as the counting rules have it.
_READING = (
    "A team counts as the organisation that it is part of. Each winner of a tie has a win. "
    "A prize that was declined still counts as won."
)


def title(telling: Telling) -> str:
    """What the summary is of: an edition, an award, an organisation, or all that the publisher follows."""
    view = telling.view
    editions = list(view.editions.values())
    if len(editions) == 1:
        return f"{editions[0][1].name}: summary"
    if len(view.awards) == 1:
        return f"{view.awards[0].name}: summary"
    chosen = view.scope.organisation
    whose = view.organisation(chosen[0]) if len(chosen) == 1 else view.publisher
    return f"{whose.name}: awards summary" if whose is not None else "Awards summary"


def status(telling: Telling) -> str:
    """Who may read it, until when it must be kept, and the moment that it is true of."""
    view = telling.view
    as_of = f"As of {dated(view.as_of, telling.brief, zone=view.zone)}"
    if view.audience is Audience.INTERNAL:
        return f"Internal: not for publication. {as_of}"
    if view.audience is Audience.PRESS and view.embargoed_until is not None:
        return f"Embargoed until {telling.moment_said(view.embargoed_until)}. {as_of}"
    return f"For release. {as_of}"


def standfirst(telling: Telling) -> str:
    """The view in one paragraph: who has how many entries, how far they got, and what comes next."""
    return " ".join(part for part in (_entered(telling), _reached(telling), _next(telling)) if part)


def _entered(telling: Telling) -> str:
    totals, style = telling.view.totals, telling.style
    entries = counted(totals["nominations"], "nomination", style)
    categories = counted(totals["categories"], "category", style)
    where = f"in {categories} of {_editions(telling)}"
    organisations = totals["organisations"]
    if not organisations:
        is_plural = totals["nominations"] > 1
        return sentence("there", agreed("is", is_plural=is_plural), entries, where)
    who = counted(organisations, "organisation", style, starts_sentence=True)
    return sentence(who, agreed("has", is_plural=organisations > 1), entries, where)


def _editions(telling: Telling) -> str:
    held = {entry.edition_id: entry for entry in telling.view.entries}
    first = next(iter(held.values()))
    if len(held) == 1:
        return " ".join(part for part in (first.award.article, first.edition.name) if part)
    editions = counted(len(held), "edition", telling.style)
    awards = {entry.nomination.award for entry in held.values()}
    if len(awards) == 1:
        return " ".join(part for part in (editions, "of", first.award.article, first.award.name) if part)
    return f"{editions} of {counted(len(awards), 'award', telling.style)}"


def _reached(telling: Telling) -> str:
    """How many reached the shortlist, and how many won. No win yet is not said: it may still come."""
    view, style = telling.view, telling.style
    reached, wins = view.totals["shortlisted"], view.totals["wins"]
    if not reached:
        return ""
    if len(view.entries) == 1:
        return sentence("it won") if wins else sentence("it", _shortlisted(telling, is_plural=False))
    shortlisted = " ".join((_of_all(telling, reached), _shortlisted(telling, is_plural=reached > 1)))
    won = f"and {numbered(wins, style)} won" if wins else ""
    return sentence(shortlisted, won)


def _of_all(telling: Telling, number: int) -> str:
    if number < len(telling.view.entries):
        return numbered(number, telling.style, starts_sentence=True)
    return "both" if number == 2 else f"all {numbered(number, telling.style)}"


def _shortlisted(telling: Telling, *, is_plural: bool) -> str:
    """Only those that were shortlisted in so many words are called so."""
    got = [entry.history for entry in telling.view.entries if entry.history.reached(Outcome.SHORTLISTED)]
    is_literal = all(any(each.outcome is Outcome.SHORTLISTED for each in one.decisions) for one in got)
    was = agreed("was", is_plural=is_plural)
    return f"{was} shortlisted" if is_literal else f"{was} shortlisted or got further"


def _next(telling: Telling) -> str:
    view = telling.view
    event = next((each for each in upcoming(view) if each.date.when is not None and is_firm(each)), None)
    if event is None or event.date.when is None:
        return ""
    of = f", {event.edition.name}" if len(view.editions) > 1 else ""
    return sentence(f"next: {event.title}{of}, {dated(event.date.when, telling.style, zone=view.zone)}")


def key_figures(telling: Telling) -> Iterator[Block]:
    """The totals that are not zero, each with the rule that it was counted by."""
    totals = telling.view.totals
    # Leads and partners are told apart only where there are both; one edition needs no counting.
    idle = set() if totals["partner organisations"] else {"lead organisations", "partner organisations"}
    idle |= {"editions"} if totals["editions"] == 1 else set()
    rows = [
        (rule.title, f"{totals[rule.name]:,}", capitalised(rule.says))
        for rule in RULES
        if totals[rule.name] and rule.name not in idle
    ]
    yield Heading(content="Key figures")
    yield Table(
        caption="Totals, and how each is counted",
        header=["Figure", "Total", "What is counted"],
        rows=rows,
        has_row_headers=True,
        number_columns=(1,),
    )
    yield Paragraph(content=_READING)
