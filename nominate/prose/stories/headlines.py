"""The headline, of which the first variant that fits is taken, and the sentence below it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from nominate.documents import plain
from nominate.model.programme import Impact, Programme
from nominate.prose.facts.editions import EditionFacts, Standing, standing
from nominate.prose.facts.holders import Group, Holder, key_of
from nominate.prose.facts.programmes import told_impacts
from nominate.prose.stories.coming import announcement
from nominate.prose.stories.desk import Desk, brief
from nominate.prose.stories.leads import own_programme, sized
from nominate.prose.stories.phrases import category_phrase, edition_name, noun_of, outcome_of, verb_of
from nominate.prose.stories.programmes import achieved
from nominate.prose.words import (
    Name,
    agreed,
    capitalised,
    counted,
    listed,
    numbered,
    pluralised,
    sentence,
    titled,
)
from nominate.register.counting import count
from nominate.viewing.entry import Entry

__all__ = ["LIMIT", "headline", "round_up_headline", "round_up_standfirst", "standfirst"]

LIMIT = 70
"""The most characters of a headline: what search engines and social cards show whole."""

_MOST_NAMED = 3


def headline(facts: EditionFacts, desk: Desk) -> str:
    """The first variant that fits, for a story about one edition."""
    return next(each for each in map(capitalised, _variants(facts, desk)) if len(each) <= LIMIT)


def standfirst(facts: EditionFacts, desk: Desk) -> str:
    """What the headline leaves out, in a sentence or two; names come without abbreviations."""
    entries = facts.main
    groups = desk.holders.grouped(entries)
    said = _achievement(entries, desk) or (
        _share(entries, groups, desk, is_past=not facts.is_awaited) if entries else ""
    )
    coming = announcement(facts, desk, in_short=True) if facts.is_awaited and facts.pending else None
    return " ".join(part for part in (said, plain(coming.content) if coming is not None else "") if part)


def _variants(facts: EditionFacts, desk: Desk) -> Iterator[str]:
    entries, award = facts.main, facts.award.name
    groups = desk.holders.grouped(entries)
    if facts.won:
        yield from _won(facts, groups, desk)
    elif facts.honoured or facts.pending:
        word = _common_word(entries, desk)
        link = "at" if facts.honoured else "for"
        for name in _names(entries, groups, desk):
            yield f"{name} {word} {link} {award}"
        if facts.award.short_name or facts.award.abbreviation:
            for name in _names(entries, groups, desk):
                yield f"{name} {word} {link} {facts.award.short_name or facts.award.abbreviation}"
    elif facts.revoked:
        yield f"Win at {award} revoked"
    elif not facts.told:
        yield f"No award in {facts.ended[0].name}"
    yield f"News of {facts.edition.name}"
    yield "News of our awards"


def _won(facts: EditionFacts, groups: tuple[Group, ...], desk: Desk) -> Iterator[str]:
    entries, award = facts.won, facts.award
    number = count("wins", entries)
    if len(groups) == 1:
        verb = "declines" if all(entry.history.is_declined for entry in entries) else "wins"
        holder = groups[0].holder
        verb = desk.verb(verb, holder) if holder is not None else verb
        several = (
            f"{numbered(number, desk.style)} {award.name}" if number != 1 else award.singular or award.name
        )
        programme = own_programme(entries[0], desk) if number == 1 else None
        names = _of_programme(programme) if programme is not None else _names(entries, groups, desk)
        for name in names:
            yield f"{name} {verb} {several}"
            yield f"{name} {verb} at {award.name}"
        return
    for name in _names(entries, groups, desk):
        yield f"{name} {agreed('wins', is_plural=True)} at {award.name}"
    yield f"{counted(number, 'win', desk.style)} at {award.name}"


def _of_programme(programme: Programme) -> Iterator[str]:
    yield programme.name
    if programme.short_name or programme.abbreviation:
        yield programme.short_name or programme.abbreviation


def _names(entries: tuple[Entry, ...], groups: tuple[Group, ...], desk: Desk) -> Iterator[str]:
    """Who the headline is about, the fullest first."""
    if len(groups) == 1:
        holder = groups[0].holder
        if holder is None:
            yield (
                entries[0].title
                if len(entries) == 1
                else counted(count("nominations", entries), "entry", desk.style)
            )
            return
        yield brief(holder.name)
        if holder.name.abbreviation:
            yield holder.name.abbreviation
        return
    size = sized(entries, groups, desk)
    if size.are_members and desk.publisher is not None:
        yield f"{numbered(size.number, desk.style)} {brief(desk.publisher)} {pluralised('member')}"
    yield counted(size.number, size.noun, desk.style)


def _common_word(entries: tuple[Entry, ...], desk: Desk) -> str:
    words = {outcome_of(entry, desk) for entry in entries}
    word = words.pop() if len(words) == 1 else ""
    return word if word.endswith("ed") else "recognised"


def _achievement(entries: tuple[Entry, ...], desk: Desk) -> str:
    """What the one programme that won has achieved, money left for the text."""
    programme = entries[0].programme if len(entries) == 1 and entries[0].history.has_won else None
    impact = _first_counted(programme, desk) if programme is not None else None
    if programme is None or impact is None:
        return ""
    subject = (
        f"the {programme.noun}" if own_programme(entries[0], desk) is not None else brief(Name.of(programme))
    )
    return sentence(subject, achieved(attrs.evolve(impact, money=None), desk, perfect=True))


def _first_counted(programme: Programme, desk: Desk) -> Impact | None:
    return next((each for each in told_impacts(programme, desk.view) if each.value is not None), None)


def _share(entries: tuple[Entry, ...], groups: tuple[Group, ...], desk: Desk, *, is_past: bool) -> str:
    won = entries[0].history.has_won
    if len(entries) == 1 and standing(entries[0]) is Standing.HONOURED:
        verb = verb_of(entries[0], desk, is_recent=False)
        where = category_phrase(entries[0], desk)
        return sentence(titled(entries[0].title, desk.style), verb, f"in {where}" if where else "")
    if len(entries) <= _MOST_NAMED and len(groups) == 1:
        noun = "winning entry" if won else "entry"
        verb = "is" if len(entries) == 1 else agreed("is", is_plural=True)
        noun = noun if len(entries) == 1 else pluralised(noun)
        return sentence(f"the {noun} {verb} {listed(titled(entry.title, desk.style) for entry in entries)}")
    names = [brief(group.holder.name) for group in groups if group.holder is not None]
    if len(names) != len(groups) or not 1 < len(names) <= _MOST_NAMED:
        return ""
    if won:
        return sentence(f"the winners are {listed(names)}")
    noun, verb = noun_of(entries), "shared" if is_past else "share"
    return sentence(f"{listed(names)} {verb} {counted(count('nominations', entries), noun, desk.style)}")


def round_up_headline(editions: tuple[EditionFacts, ...], desk: Desk) -> str:
    """What there is of each kind, over all editions."""
    holder = _only_holder(editions, desk)
    counts = tuple(_counts(editions, desk))
    variants = _round_ups(holder.name if holder is not None else None, counts, desk)
    return next(each for each in map(capitalised, variants) if len(each) <= LIMIT)


def _round_ups(holder: Name | None, counts: tuple[str, ...], desk: Desk) -> Iterator[str]:
    """Who and how many of each; then without the name; then without the least of the counts."""
    said = listed(counts)
    if said and holder is not None:
        yield f"{brief(holder)}: {said}"
    if said and desk.publisher is not None:
        yield f"{brief(desk.publisher)} awards round-up: {said}"
    for most in range(len(counts), 0, -1):
        yield f"Awards round-up: {listed(counts[:most])}"
    yield "Awards round-up"


def _only_holder(editions: tuple[EditionFacts, ...], desk: Desk) -> Holder | None:
    """The one that all is about, None where there are several."""
    leads = {key_of(entry) for facts in editions for entry in facts.told}
    told = next((facts.told for facts in editions if facts.told), ())
    return desk.holders.grouped(told)[0].holder if len(leads) == 1 else None


def _counts(editions: tuple[EditionFacts, ...], desk: Desk) -> Iterator[str]:
    """How many of each, none of them nought."""
    won = count("wins", (entry for facts in editions for entry in facts.won))
    honoured = count("nominations", (entry for facts in editions for entry in facts.honoured))
    pending = tuple(entry for facts in editions if facts.is_awaited for entry in facts.pending)
    if won:
        yield counted(won, "win", desk.style)
    if honoured:
        yield counted(honoured, "honour", desk.style)
    if pending:
        noun = noun_of(pending)
        yield counted(count("nominations", pending), noun, desk.style)


def round_up_standfirst(editions: tuple[EditionFacts, ...], desk: Desk) -> str:
    """Which awards a round-up tells of, or how many where they are too many to name."""
    if len(editions) <= _MOST_NAMED:
        return sentence(f"news of {listed(edition_name(each.award, each.edition) for each in editions)}")
    entries = [entry for facts in editions for entry in facts.told]
    return sentence(f"news of {counted(count('editions', entries), 'round of awards', desk.style)}")
