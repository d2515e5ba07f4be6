"""The first paragraph about an edition: who, what, how many, which."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from nominate.documents import Block, Paragraph, Sentence
from nominate.model.programme import Programme
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.holders import Group, Holder, Relation
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.categories import winner_of
from nominate.prose.stories.phrases.credits import also_credited, leaders
from nominate.prose.stories.phrases.editions import edition_name
from nominate.prose.stories.phrases.lists import by_holder, by_winner
from nominate.prose.stories.phrases.outcomes import deed, noun_of, verb_of
from nominate.prose.words import Name, agreed, articled, counted, listed, numbered, pluralised, sentence
from nominate.register.counting import count
from nominate.viewing.entry import Entry

__all__ = ["Sized", "common_verb", "opening", "own_programme", "sized", "subject_of"]

_MOST_NAMED = 3


def opening(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The lead about the most honoured entries, and where there are several those entries by holder."""
    entries = facts.main
    if not entries:
        return
    groups = desk.holders.grouped(entries)
    if len(entries) == 1:
        yield Paragraph.of(_entry_lead(groups[0], facts, desk))
        return
    said = _entries_lead(entries, facts, desk)
    ids = (name for group in groups for name in (*group.ids, *desk.network(group.holder)))
    yield Paragraph.of([Sentence(content=said, sources=tuple(dict.fromkeys((*ids, facts.id))))])
    is_past = entries == facts.pending and not facts.is_awaited
    if facts.is_tie and all(group.holder is not None and len(group.entries) == 1 for group in groups):
        yield from by_winner(groups, desk)
    else:
        yield from by_holder(groups, noun_of(entries), desk, is_past=is_past)


def own_programme(entry: Entry, desk: Desk) -> Programme | None:
    """The programme of an entry where the publisher leads it, so that the story says "our"."""
    programme, publisher = entry.programme, desk.view.settings.publisher
    is_own = programme is not None and publisher is not None and programme.lead == publisher
    return programme if is_own else None


def _entry_lead(group: Group, facts: EditionFacts, desk: Desk) -> Iterator[Sentence]:
    """The lead of a story about one entry, the first of the group."""
    entry, holder = group.entries[0], group.holder
    verb = verb_of(entry, desk, is_recent=desk.is_recent(entry))
    programme = own_programme(entry, desk)
    if programme is not None:
        yield _our_lead(entry, programme, facts, desk, verb)
        yield from also_credited(entry, desk)
        return
    edition = edition_name(facts.award, facts.edition)
    if holder is None:
        said = deed(entry, desk, verb=verb, place=edition)
        yield Sentence(content=sentence(f"an entry {said}"), sources=(entry.id, facts.id))
        return
    who = leaders(entry, holder, desk, named=desk.subject(holder))
    said = deed(entry, desk, verb=agreed(verb, is_plural=who.is_plural), place=edition)
    ids = dict.fromkeys((entry.id, facts.id, *who.ids, *desk.network(holder)))
    yield Sentence(content=sentence(who.said, said), sources=tuple(ids))
    yield from also_credited(entry, desk, holder=holder)


def _our_lead(entry: Entry, programme: Programme, facts: EditionFacts, desk: Desk, verb: str) -> Sentence:
    subject = f"our {desk.mention(Name.of(programme), article=False)} {programme.noun}"
    place = edition_name(facts.award, facts.edition)
    ids = (entry.id, facts.id, programme.id)
    if not entry.history.has_won:
        return Sentence(content=sentence(subject, deed(entry, desk, verb=verb, place=place)), sources=ids)
    purpose = f"for its work on {programme.purpose}" if programme.purpose else ""
    what = articled(facts.award.singular) if facts.award.singular else f"at {place}"
    declined = "and has declined it" if entry.history.is_declined else ""
    return Sentence(content=sentence(subject, verb, what, purpose, declined), sources=ids)


def _entries_lead(entries: tuple[Entry, ...], facts: EditionFacts, desk: Desk) -> str:
    """The lead of a story about several entries: who, how many, of which edition."""
    subject, is_plural = subject_of(entries, desk)
    edition = edition_name(facts.award, facts.edition)
    if facts.is_tie:
        verb = "have been named" if any(map(desk.is_recent, entries)) else "were named"
        return sentence(f"{subject} {verb} joint winners", winner_of(entries[0], desk.style), f"at {edition}")
    verb = agreed(common_verb(entries, desk), is_plural=is_plural)
    if all(entry.history.has_won for entry in entries):
        return sentence(
            f"{subject} {verb} {counted(count('wins', entries), 'award', desk.style)} at {edition}"
        )
    categories = counted(count("categories", entries), "category", desk.style)
    return sentence(f"{subject} {verb} in {categories} of {edition}")


def common_verb(entries: tuple[Entry, ...], desk: Desk) -> str:
    """A verb that is true of each entry: the one that all have, else a wider one."""
    is_recent = any(map(desk.is_recent, entries))
    verbs = {verb_of(entry, desk, is_recent=is_recent) for entry in entries}
    if len(verbs) == 1:
        return verbs.pop()
    return "has been recognised" if is_recent else "was recognised"


@attrs.frozen(kw_only=True)
class Sized:
    """How many hold some entries, what each is called, and whether all are the publisher's members.

    >>> Sized(number=2, noun="member organisation", are_members=True).noun
    'member organisation'
    """

    number: int
    noun: str
    are_members: bool


def sized(entries: tuple[Entry, ...], groups: tuple[Group, ...], desk: Desk) -> Sized:
    """Count the organisations that lead the entries; the entries, where a person leads or nobody does."""
    if any(group.holder is None or group.holder.is_person for group in groups):
        return Sized(number=count("nominations", entries), noun="entry", are_members=False)
    leads = ((entry, name) for entry in entries for name in entry.leads)
    are_members = all(desk.holders.relation(entry, name) is Relation.MEMBER for entry, name in leads)
    noun = "member organisation" if are_members else "organisation"
    return Sized(number=count("lead organisations", entries), noun=noun, are_members=are_members)


def _with_ours(holders: list[Holder], desk: Desk) -> str:
    """The publisher, whose own entry is one of several, and how many others."""
    others = [holder for holder in holders if holder.relation is not Relation.OWN]
    publisher = desk.mention(desk.publisher) if desk.publisher is not None else ""
    if len(others) < _MOST_NAMED and not all(holder.relation is Relation.MEMBER for holder in others):
        return listed([publisher, *map(desk.named, others)])
    number = numbered(len(others), desk.style)
    if any(holder.relation is not Relation.MEMBER for holder in others):
        return f"{publisher} and {counted(len(others), 'other', desk.style)}"
    whose = "their" if desk.publisher is not None and desk.publisher.is_plural else "its"
    noun = "member organisation"
    return f"{publisher} and {number} of {whose} {pluralised(noun)}"


def subject_of(entries: tuple[Entry, ...], desk: Desk, *, starts_sentence: bool = True) -> tuple[str, bool]:
    """Who holds several entries, as the subject of a sentence, and whether its verb is in the plural."""
    groups = desk.holders.grouped(entries)
    holders = [group.holder for group in groups if group.holder is not None]
    if len(groups) == 1 and holders:
        return desk.subject(holders[0]), desk.takes_plural(holders[0])
    size = sized(entries, groups, desk)
    is_own = [holder.relation is Relation.OWN for holder in holders]
    if any(is_own) and len(holders) == len(groups) and desk.publisher is not None:
        return _with_ours(holders, desk), True
    if not size.are_members and len(holders) == len(groups) <= _MOST_NAMED:
        return listed(map(desk.named, holders)), True
    said = counted(size.number, size.noun, desk.style, starts_sentence=starts_sentence)
    if size.are_members and desk.publisher is not None:
        said += f" of {desk.mention(desk.publisher)}"
    return said, size.number != 1
