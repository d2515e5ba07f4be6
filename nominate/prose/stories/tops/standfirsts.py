"""The sentences below the headline: what it leaves out, and the lead will say in other words."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from nominate.documents import Sentence
from nominate.model.programme import Impact, Programme
from nominate.prose.facts.editions import EditionFacts, Standing, standing
from nominate.prose.facts.holders import Group
from nominate.prose.facts.programmes import told_impacts
from nominate.prose.facts.situations import Situation
from nominate.prose.stories.desk import Desk, brief
from nominate.prose.stories.phrases.categories import is_award, place_of, prize_of
from nominate.prose.stories.phrases.outcomes import verb_of
from nominate.prose.stories.pieces.calls import call_standfirst
from nominate.prose.stories.pieces.correction_titles import correction_standfirst
from nominate.prose.stories.pieces.ended_categories import ended_standfirst
from nominate.prose.stories.pieces.moved_dates import moved_date_standfirst
from nominate.prose.stories.sections.coming import announcement
from nominate.prose.stories.sections.leads import own_programme
from nominate.prose.stories.sections.programmes import achieved
from nominate.prose.words import Name, agreed, counted, listed, pluralised, sentence, titled
from nominate.register.counting import count
from nominate.viewing.entry import Entry

__all__ = ["standfirst"]

_MOST_NAMED = 4
_BY_CHANGE = {
    Situation.CORRECTION: correction_standfirst,
    Situation.MOVED_DATE: moved_date_standfirst,
    Situation.CALL_TO_ENTER: call_standfirst,
    Situation.NO_AWARD: ended_standfirst,
}


def standfirst(facts: EditionFacts, situation: Situation | None, desk: Desk) -> tuple[Sentence, ...]:
    """What the headline leaves out, in a sentence or two; names come without abbreviations."""
    return tuple(_said(facts, situation, desk))


def _said(facts: EditionFacts, situation: Situation | None, desk: Desk) -> Iterator[Sentence]:
    if situation in _BY_CHANGE:
        said = _BY_CHANGE[situation](facts, desk)
        if said:
            ids = (change.entry.id for change in facts.corrections)
            yield Sentence(content=said, sources=(*dict.fromkeys(ids), facts.id))
        return
    entries = facts.main
    if entries:
        yield from (*_achievement(entries, desk),) or _share(entries, facts, desk)
    coming = announcement(facts, desk, in_short=True) if facts.is_awaited and facts.pending else None
    if coming is not None:
        yield coming


def _achievement(entries: tuple[Entry, ...], desk: Desk) -> Iterator[Sentence]:
    """What the one programme that won has achieved, money left for the text."""
    entry = entries[0]
    programme = entry.programme if len(entries) == 1 and entry.history.has_won else None
    impact = _first_counted(programme, desk) if programme is not None else None
    if programme is None or impact is None:
        return
    is_ours = own_programme(entry, desk) is not None
    name, noun = brief(Name.of(programme)), programme.noun
    # A name that says by itself what it is of needs no second word for that.
    what = name if name.casefold().endswith(noun.casefold()) else f"{name} {noun}"
    subject = f"the {noun if is_ours else what}"
    said = sentence(subject, achieved(attrs.evolve(impact, money=None), desk, perfect=True))
    yield Sentence(content=said, sources=(programme.id, entry.id))


def _first_counted(programme: Programme, desk: Desk) -> Impact | None:
    return next((each for each in told_impacts(programme, desk.view) if each.value is not None), None)


def _share(entries: tuple[Entry, ...], facts: EditionFacts, desk: Desk) -> Iterator[Sentence]:
    """Which entries they are where one holds a few of them, else who holds them."""
    groups = desk.holders.grouped(entries)
    ids = tuple(dict.fromkeys(name for group in groups for name in group.ids))
    if len(entries) == 1 and standing(entries[0]) is Standing.HONOURED:
        said = _honoured(entries[0], desk)
    elif len(groups) == 1:
        said = _entered(entries, desk)
    else:
        said = _holders(entries, groups, facts, desk)
    if said:
        yield Sentence(content=said, sources=ids)


def _honoured(entry: Entry, desk: Desk) -> str:
    verb = verb_of(entry, desk, is_recent=False)
    return sentence(titled(entry.title, desk.style), verb, place_of(entry, desk.style))


def _entered(entries: tuple[Entry, ...], desk: Desk) -> str:
    noun = "winning entry" if entries[0].history.has_won else "entry"
    if len(entries) > _MOST_NAMED:
        return ""
    titles = listed(titled(entry.title, desk.style) for entry in entries)
    if len(entries) == 1:
        return sentence(f"the {noun} is {titles}")
    return sentence(f"the {pluralised(noun)} {agreed('is', is_plural=True)} {titles}")


def _within(name: Name) -> str:
    """A name within a sentence that introduces no abbreviation."""
    return f"{name.article} {brief(name)}".strip()


def _holders(entries: tuple[Entry, ...], groups: tuple[Group, ...], facts: EditionFacts, desk: Desk) -> str:
    names = [_within(group.holder.name) for group in groups if group.holder is not None]
    if len(names) != len(groups) or len(names) > _MOST_NAMED:
        return ""
    if entries[0].history.has_won:
        category = prize_of(entries[0], desk.style)
        if facts.is_tie and category:
            shares = is_award(entries[0].category.name)
            deed = f"share {category}" if shares else f"are the joint winners in {category}"
            return sentence(f"{listed(names)} {deed}")
        return sentence(f"the winners are {listed(names)}")
    if standing(entries[0]) is Standing.HONOURED:
        return sentence(f"the honours went to {listed(names)}")
    number = counted(count("nominations", entries), "entry", desk.style)
    verb = "are in the running" if facts.is_awaited and facts.pending else "were in the running"
    return sentence(f"{listed(names)} {verb} with {number}")
