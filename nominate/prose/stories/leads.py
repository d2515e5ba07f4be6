"""The first paragraph about an edition: who, what, how many, which."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from nominate.documents import Block, Paragraph
from nominate.model.programme import Programme
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.holders import Group, Relation
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.lists import by_holder
from nominate.prose.stories.phrases import also_credited, deed, edition_name, noun_of, verb_of
from nominate.prose.words import Name, agreed, articled, counted, listed, sentence
from nominate.register.counting import count
from nominate.viewing.entry import Entry

__all__ = ["Sized", "opening", "own_programme", "sized"]

_MOST_NAMED = 3


def own_programme(entry: Entry, desk: Desk) -> Programme | None:
    """The programme of an entry where the publisher leads it, so that the story says "our"."""
    programme, publisher = entry.programme, desk.view.settings.publisher
    is_own = programme is not None and publisher is not None and programme.lead == publisher
    return programme if is_own else None


def opening(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The lead about the most honoured entries, and where there are several those entries by holder."""
    entries = facts.main
    groups = desk.holders.grouped(entries)
    if len(entries) == 1:
        yield Paragraph(content=_entry_lead(groups[0], facts, desk), sources=(facts.id, *groups[0].ids))
        return
    if not entries:
        return
    ids = (facts.id, *(entry.id for entry in entries))
    yield Paragraph(content=_entries_lead(entries, facts, desk), sources=ids)
    is_past = entries == facts.pending and not facts.is_awaited
    yield from by_holder(groups, noun_of(entries), desk, verb="had" if is_past else "has")


def _entry_lead(group: Group, facts: EditionFacts, desk: Desk) -> str:
    """The lead of a story about one entry, the first of the group."""
    entry = group.entries[0]
    verb = verb_of(entry, desk, is_recent=desk.is_recent(entry))
    programme = own_programme(entry, desk)
    if programme is not None:
        return _our_lead(entry, programme, facts, desk, verb)
    edition = edition_name(facts.award, facts.edition)
    if group.holder is None:
        return sentence(f"an entry {deed(entry, desk, verb=verb, place=edition)}")
    subject = desk.subject(group.holder)
    said = sentence(f"{subject} {deed(entry, desk, verb=desk.verb(verb, group.holder), place=edition)}")
    return f"{said} {also_credited(entry, desk, holder=group.holder)}".rstrip()


def _our_lead(entry: Entry, programme: Programme, facts: EditionFacts, desk: Desk, verb: str) -> str:
    subject = f"our {desk.mention(Name.of(programme), article=False)} {programme.noun}"
    place = edition_name(facts.award, facts.edition)
    if not entry.history.has_won:
        return sentence(subject, deed(entry, desk, verb=verb, place=place))
    purpose = f"for its work on {programme.purpose}" if programme.purpose else ""
    what = articled(facts.award.singular) if facts.award.singular else f"at {place}"
    return sentence(subject, verb, what, purpose, "and has declined it" if entry.history.is_declined else "")


def _entries_lead(entries: tuple[Entry, ...], facts: EditionFacts, desk: Desk) -> str:
    """The lead of a story about several entries: who, how many, of which edition."""
    subject, is_plural = _subject(entries, desk)
    verb = agreed(_common_verb(entries, desk), is_plural=is_plural)
    edition = edition_name(facts.award, facts.edition)
    if all(entry.history.has_won for entry in entries):
        return sentence(
            f"{subject} {verb} {counted(count('wins', entries), 'award', desk.style)} at {edition}"
        )
    categories = counted(count("categories", entries), "category", desk.style)
    return sentence(f"{subject} {verb} in {categories} of {edition}")


def _common_verb(entries: tuple[Entry, ...], desk: Desk) -> str:
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


def _subject(entries: tuple[Entry, ...], desk: Desk) -> tuple[str, bool]:
    groups = desk.holders.grouped(entries)
    holders = [group.holder for group in groups if group.holder is not None]
    if len(groups) == 1 and holders:
        return desk.subject(holders[0]), desk.takes_plural(holders[0])
    size = sized(entries, groups, desk)
    if not size.are_members and len(holders) == len(groups) <= _MOST_NAMED:
        return listed(map(desk.named, holders)), True
    said = counted(size.number, size.noun, desk.style, starts_sentence=True)
    if size.are_members and desk.publisher is not None:
        said += f" of {desk.mention(desk.publisher)}"
    return said, size.number != 1
