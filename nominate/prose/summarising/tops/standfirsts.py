"""The paragraph below the title: who has how many nominations, how far they got, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Paragraph, Sentence
from nominate.model.award import Certainty
from nominate.model.organisation import Organisation
from nominate.prose.facts.editions import EditionFacts, told_editions
from nominate.prose.facts.programmes import told_impacts
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.dates import FOR_WHAT, SUBJECTS
from nominate.prose.stories.phrases.editions import edition_name
from nominate.prose.stories.sections.leads import opening
from nominate.prose.stories.tops.round_ups import round_up_top
from nominate.prose.summarising.sections.ahead import deadlines, holding, is_firm, records_of, upcoming
from nominate.prose.summarising.sections.impacts import told_impact
from nominate.prose.summarising.standings import reached, reached_by_one
from nominate.prose.summarising.subjects import is_led_by, is_nominated, organisation_of, programme_of
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import (
    Name,
    agreed,
    articled,
    counted,
    dated,
    introduced,
    numbered,
    pluralised,
    sentence,
    titled,
)
from nominate.register.counting import count
from nominate.viewing.entry import Event
from nominate.viewing.summary_kind import SummaryKind

__all__ = ["standfirst"]


def standfirst(telling: Telling) -> tuple[Sentence, ...]:
    """The view in one paragraph; what comes next has a list of its own in the short form."""
    match telling.kind:
        case SummaryKind.DEADLINES:
            return tuple(_of_dates(telling))
        case SummaryKind.RESULTS:
            said = _of_results(telling)
        case _:
            said = _of_entries(telling)
    coming = _next(telling) if not telling.is_short else ()
    return tuple(each for each in (*said, *coming) if each.content)


def _of_entries(telling: Telling) -> Iterator[Sentence]:
    one = len(telling.view.entries) == 1
    yield Sentence(content=_entered(telling), sources=telling.ids)
    yield Sentence(content=reached_by_one(telling) if one else reached(telling), sources=telling.ids)
    if telling.kind is SummaryKind.PROGRAMME:
        yield from _achieved(telling)


def _entered(telling: Telling) -> str:
    totals, style = telling.view.totals, telling.style
    entries = counted(totals["nominations"], "nomination", style)
    where = _places(telling)
    programme = programme_of(telling.view) if telling.kind is SummaryKind.PROGRAMME else None
    if programme is not None:
        return sentence(_full(Name.of(programme), telling), "has", entries, where)
    organisation = organisation_of(telling.view)
    if organisation is not None:
        return _entered_by(organisation, entries, where, telling)
    number = totals["organisations"]
    if not number:
        return sentence("there", agreed("is", is_plural=totals["nominations"] > 1), entries, where)
    who = counted(number, "organisation", style, starts_sentence=True)
    return sentence(who, agreed("has", is_plural=number > 1), entries, where)


def _entered_by(organisation: Organisation, entries: str, where: str, telling: Telling) -> str:
    """What one organisation has; it says where it leads but a part of it, or where its people have it."""
    name, style = Name.of(organisation), telling.style
    named, is_plural = _full(name, telling), name.is_plural or style.has_plural_collectives
    told = telling.view.entries
    own = [entry for entry in told if is_nominated(entry, organisation)]
    led = [entry for entry in own if is_led_by(entry, organisation)]
    those = f"{numbered(count('nominations', led), style)} of the nominations"
    if not own:
        return sentence(f"people from {named} have", entries, where)
    if len(own) < len(told):
        share = f", {those} led by the organisation itself" if led else ""
        return sentence(f"{named} and its people have {entries} {where}{share}")
    if not led:
        return sentence(named, agreed("takes part in", is_plural=is_plural), entries, where)
    share = f", and {agreed('leads', is_plural=is_plural)} {those}" if len(led) < len(told) else ""
    return sentence(f"{named} {agreed('has', is_plural=is_plural)} {entries} {where}{share}")


def _full(name: Name, telling: Telling) -> str:
    """A name in full; said nowhere else, it introduces no abbreviation."""
    return introduced(Name(full=name.full, article=name.article), telling.style)


def _places(telling: Telling) -> str:
    """In how many categories, of which edition or of how many awards; several editions of one are said."""
    held = {entry.edition_id: entry for entry in telling.view.entries}
    first, style = next(iter(held.values())), telling.style
    categories = counted(telling.view.totals["categories"], "category", style)
    if len(held) == 1:
        return f"in {categories} of {edition_name(first.award, first.edition)}"
    awards = {entry.nomination.award for entry in held.values()}
    several = counted(len(awards), "award", style)
    if len(awards) == len(held):
        return f"in {categories} of {several}"
    of = f"{first.award.article} {first.award.name}".strip() if len(awards) == 1 else several
    return f"in {categories}, across {counted(len(held), 'edition', style)} of {of}"


def _achieved(telling: Telling) -> Iterator[Sentence]:
    """The first figure of the programme that may be used, in the words of its source."""
    programme = programme_of(telling.view)
    for impact in told_impacts(programme, telling.view) if programme is not None else ():
        is_free = impact.approved is not None or not telling.is_internal
        if programme is not None and is_free and impact.value is not None:
            said = sentence(f"the {programme.noun}", told_impact(impact, telling.style))
            yield Sentence(content=said, sources=(programme.id,))
            return


def _of_results(telling: Telling) -> Iterator[Sentence]:
    """What the news of the results begins with; then how far all got, and what comes next."""
    lead = _lead(telling)
    if not lead:
        yield from _of_entries(telling)
        return
    yield from lead
    # What is told of several wins begins with how many.
    says_wins = telling.view.totals["wins"] == 1
    if len(telling.view.entries) > 1:
        said = reached(telling, noun="nominations", says_wins=says_wins)
        yield Sentence(content=said, sources=telling.ids)


def _lead(telling: Telling) -> tuple[Sentence, ...]:
    facts = told_editions(telling.view)
    if not any(each.has_results for each in facts):
        return ()
    desk = Desk(telling.view, telling.style)
    said = _first_words(facts, desk)
    return _first_words(facts, desk.anew()) if desk.has_idle_introductions else said


def _first_words(facts: tuple[EditionFacts, ...], desk: Desk) -> tuple[Sentence, ...]:
    """Of the one edition that has results by its name; where several have, of all that there is, uncut."""
    settled = [each for each in facts if each.has_results]
    blocks = opening(settled[0], desk) if len(settled) == 1 else round_up_top(facts, desk).lead
    return next((each.sentences for each in blocks if isinstance(each, Paragraph)), ())


def _of_dates(telling: Telling) -> Iterator[Sentence]:
    """The next deadline, else the next date; then how many dates lie ahead, and how many are deadlines."""
    view, style = telling.view, telling.style
    ahead, closing = tuple(holding(view)), tuple(deadlines(view))
    if closing:
        yield Sentence(content=_deadline(closing[0], telling), sources=records_of(closing[0]))
    else:
        yield from _next(telling)
    # One that has been told needs no counting.
    if len(ahead) > 1 or not any(map(_is_told, ahead)):
        number = counted(len(ahead), "date", style, starts_sentence=True)
        part = f", {_share(len(closing), len(ahead), telling)}" if closing else ""
        ids = dict.fromkeys(name for each in ahead for name in records_of(each))
        said = f"{number} {'lie' if len(ahead) > 1 else 'lies'} ahead{part}"
        yield Sentence(content=sentence(said), sources=tuple(ids))


def _is_told(event: Event) -> bool:
    return is_firm(event) and event.date.when is not None


def _deadline(event: Event, telling: Telling) -> str:
    """When the next deadline is, what it is for, and of which edition where there are several."""
    date, is_sure = event.date, event.date.certainty is Certainty.CONFIRMED
    when = (
        dated(date.when, telling.style, preposition=not is_sure, zone=telling.view.zone) if date.when else ""
    )
    what, link = (titled(date.name, telling.style), "of") if date.name else FOR_WHAT[date.what]
    of = f"{link} {edition_name(event.award, event.edition)}" if len(telling.view.editions) > 1 else ""
    return sentence(f"the next deadline is {'' if is_sure else 'expected '}{when},", what, of.strip())


def _share(number: int, whole: int, telling: Telling) -> str:
    noun = "deadline" if number == 1 else pluralised("deadline")
    if number == whole:
        return f"all of them {noun}"
    return f"{numbered(number, telling.style)} of them {articled(noun) if number == 1 else noun}"


def _next(telling: Telling) -> Iterator[Sentence]:
    """The first firm date that is surely still to come, else the first that may be."""
    view = telling.view
    firm = [*filter(_is_told, upcoming(view))]
    ahead = (each for each in firm if each.date.when and each.date.when.first_moment(view.zone) > view.moment)
    event = next(ahead, firm[0] if firm else None)
    if event is not None:
        verb = agreed("comes", is_plural=SUBJECTS.get(event.date.what, ("", False))[1])
        said = sentence(f"next {verb} {_event(event, telling)}")
        yield Sentence(content=said, sources=records_of(event))


def _event(event: Event, telling: Telling) -> str:
    """What happens and when, and of which edition where there are several."""
    date, style = event.date, telling.style
    subject = (
        SUBJECTS[date.what][0] if date.what in SUBJECTS and not date.name else titled(event.title, style)
    )
    of = f" of {edition_name(event.award, event.edition)}" if len(telling.view.editions) > 1 else ""
    if date.when is None:
        return subject + of
    when = dated(date.when, style, preposition=True, zone=telling.view.zone)
    return f"{subject}{of}, {'' if date.certainty is Certainty.CONFIRMED else 'expected '}{when}"
