"""The headlines of a story about one edition, the fullest first: the first that fits is its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nominate.model.programme import Programme
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.holders import Group
from nominate.prose.facts.situations import Situation
from nominate.prose.stories.desk import Desk, brief
from nominate.prose.stories.phrases.credits import co_leads
from nominate.prose.stories.phrases.outcomes import outcome_of
from nominate.prose.stories.pieces.calls import call_headlines
from nominate.prose.stories.pieces.correction_titles import correction_headlines
from nominate.prose.stories.pieces.ended_categories import ended_headlines
from nominate.prose.stories.pieces.moved_dates import moved_date_headlines
from nominate.prose.stories.sections.leads import own_programme, sized
from nominate.prose.words import Name, agreed, articled, capitalised, counted, listed, numbered, pluralised
from nominate.register.counting import count
from nominate.viewing.entry import Entry

__all__ = ["LIMIT", "fitting", "headlines"]

LIMIT = 70
"""The most characters of a headline: what search engines and social cards show whole."""

_MOST_NAMED = 3
_Named = tuple[str, bool]
"""Whom a headline is about, and whether its verb is in the plural."""
_NAMED_FOR_AWARDS = re.compile(r"(?:Award|Prize|Trophy|Medal|of the Year)$")
_LAST_RESORT = "News of our awards"


def fitting(variants: Iterable[str]) -> tuple[str, ...]:
    """The variants that fit, the preferred first, then those that are shorter, the longest first."""
    fit = dict.fromkeys(each for each in map(capitalised, variants) if len(each) <= LIMIT)
    title, *others = fit or (_LAST_RESORT,)
    shorter = (each for each in others if len(each) < len(title))
    return (title, *sorted(shorter, key=len, reverse=True))


def headlines(facts: EditionFacts, situation: Situation | None, desk: Desk) -> tuple[str, ...]:
    """The title of a story about one edition, then shorter ways to say it."""
    return fitting(_variants(facts, situation, desk))


def _variants(facts: EditionFacts, situation: Situation | None, desk: Desk) -> Iterator[str]:
    match situation:
        case Situation.CORRECTION:
            yield from correction_headlines(facts, desk)
        case Situation.MOVED_DATE:
            yield from moved_date_headlines(facts, desk)
        case Situation.CALL_TO_ENTER:
            yield from call_headlines(facts, desk)
        case Situation.RESULTS | Situation.WIN:
            yield from _won(facts, desk)
        case Situation.HONOURS:
            yield from _recognised(facts, desk, link="at")
        case Situation.SHORTLISTING | Situation.LONGLISTING:
            yield from _recognised(facts, desk, link="for")
        case Situation.NO_AWARD:
            yield from ended_headlines(facts, desk)
        case _:
            yield f"News of {facts.edition.name}"


def _recognised(facts: EditionFacts, desk: Desk, *, link: str) -> Iterator[str]:
    entries = facts.main
    word = _common_word(entries, desk)
    names = (*_names(entries, desk),)
    yield from (f"{name} {word} {link} {award}" for name, _ in names for award in _awards(facts))
    what = "award" if count("categories", entries) == 1 else pluralised("award")
    yield from (f"{name} {word} {link} {what}" for name, _ in names)


def _won(facts: EditionFacts, desk: Desk) -> Iterator[str]:
    entries = facts.won
    number = count("wins", entries)
    is_declined = all(entry.history.is_declined for entry in entries)
    programme = own_programme(entries[0], desk) if number == 1 else None
    names = (*(_names(entries, desk) if programme is None else _of_programme(programme)),)
    verb, at = ("declines", "declines award") if is_declined else ("wins", "wins")
    for name, is_plural in names:
        yield from (f"{name} {agreed(verb, is_plural=is_plural)} {what}" for what in _prizes(facts, desk))
        if facts.is_tie:
            yield from (f"{name} named joint winners at {award}" for award in _awards(facts))
        yield from (f"{name} {agreed(at, is_plural=is_plural)} at {award}" for award in _awards(facts))
    if number > 1:
        yield f"{counted(number, 'win', desk.style)} at {facts.award.name}"
    what = "award" if number == 1 else pluralised("award")
    yield from (f"{name} {agreed(verb, is_plural=is_plural)} {what}" for name, is_plural in names)


def _prizes(facts: EditionFacts, desk: Desk) -> Iterator[str]:
    """What one holder has won, where its name says it: the category, else the award, or how many."""
    entries, award = facts.won, facts.award
    if len(desk.holders.grouped(entries)) > 1:
        return
    if len(entries) > 1:
        yield f"{numbered(count('wins', entries), desk.style)} {award.name}"
        return
    category = entries[0].category.name
    if category != award.name and _NAMED_FOR_AWARDS.search(category):
        yield f"{category} at {award.name}"
    if award.singular or not Name.of(award).is_plural:
        yield award.singular or award.name


def _awards(facts: EditionFacts) -> Iterator[str]:
    """The award, by its name and then by what is shorter."""
    award = facts.award
    yield award.name
    yield from filter(None, (award.short_name, award.abbreviation))


def _of_programme(programme: Programme) -> Iterator[_Named]:
    for name in filter(None, (programme.name, programme.short_name, programme.abbreviation)):
        yield name, False


def _names(entries: tuple[Entry, ...], desk: Desk) -> Iterator[_Named]:
    """Who the headline is about, the fullest first."""
    groups = desk.holders.grouped(entries)
    if len(groups) == 1:
        yield from _one_name(entries, groups[0], desk)
        return
    size = sized(entries, groups, desk)
    if size.are_members and desk.publisher is not None:
        members = pluralised("member") if size.number != 1 else "member"
        for network in filter(None, (brief(desk.publisher), desk.publisher.abbreviation)):
            yield f"{numbered(size.number, desk.style)} {network} {members}", size.number != 1
    holders = [group.holder for group in groups if group.holder is not None]
    are_few = len(holders) == len(groups) <= _MOST_NAMED
    if are_few:
        yield listed(brief(holder.name) for holder in holders), True
    yield counted(size.number, size.noun, desk.style), size.number != 1
    if are_few:
        yield listed(holder.name.abbreviation or brief(holder.name) for holder in holders), True


def _one_name(entries: tuple[Entry, ...], group: Group, desk: Desk) -> Iterator[_Named]:
    holder, number = group.holder, count("nominations", entries)
    if holder is None:
        if number == 1:
            yield entries[0].title, False
        yield (articled("entry") if number == 1 else counted(number, "entry", desk.style)), number != 1
        return
    beside = co_leads(entries[0]) if number == 1 else []
    if beside:
        others = [brief(desk.holders.name_of(each)) for each in beside]
        yield listed([brief(holder.name), *others]), True
        yield f"{brief(holder.name)} and {counted(len(others), 'other', desk.style)}", True
        return
    yield brief(holder.name), desk.takes_plural(holder)
    if holder.name.abbreviation:
        yield holder.name.abbreviation, desk.takes_plural(holder)


def _common_word(entries: tuple[Entry, ...], desk: Desk) -> str:
    words = {outcome_of(entry, desk) for entry in entries}
    word = words.pop() if len(words) == 1 else ""
    return word if word.endswith("ed") else "recognised"
