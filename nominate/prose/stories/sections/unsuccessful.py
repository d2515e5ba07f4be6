"""The entries that ended without an honour, where they are to be named: how far they came, and thanks."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Paragraph, Sentence
from nominate.model.decision import Outcome
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.holders import Group, Relation
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.categories import place_of
from nominate.prose.stories.phrases.outcomes import as_participle
from nominate.prose.words import both, sentence, titled
from nominate.viewing.entry import Entry

__all__ = ["also_entered"]

_LISTS = (Outcome.SHORTLISTED, Outcome.LONGLISTED)
_MOST_THANKED = 3


def also_entered(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """A sentence for each, then the publisher's thanks; it thanks none of its own."""
    if not facts.unsuccessful:
        return
    groups = desk.holders.grouped(facts.unsuccessful)
    said = [
        Sentence(content=_told(entry, group, desk), sources=(entry.id, facts.id, *whose))
        for group in groups
        for whose in [group.holder.ids if group.holder is not None else ()]
        for entry in group.entries
    ]
    yield Paragraph.of((*said, *_thanks(groups, desk)))


def _told(entry: Entry, group: Group, desk: Desk) -> str:
    """How far it came: on a list by the organiser's word, or that it was entered."""
    where = place_of(entry, desk.style)
    title, word = titled(entry.title, desk.style), _list_word(entry)
    if group.holder is None:
        return sentence(title, f"was also {word or 'entered'}", where)
    named = desk.named(group.holder)
    if not word:
        return sentence(named, "also entered", title, where)
    return sentence(named, desk.verb("was", group.holder), "also", word, where, f"for {title}")


def _list_word(entry: Entry) -> str:
    """How being on the last list that it reached is called; empty where it reached none."""
    listed = [each for each in entry.history.decisions if each.outcome in _LISTS]
    return as_participle(listed[-1].label, listed[-1].outcome.value) if listed else ""


def _thanks(groups: tuple[Group, ...], desk: Desk) -> Iterator[Sentence]:
    holders = [
        group.holder
        for group in groups
        if group.holder is not None and group.holder.relation is not Relation.OWN
    ]
    if not holders or desk.publisher is None or desk.view.settings.publisher is None:
        return
    publisher = desk.mention(desk.publisher)
    whom = both(map(desk.named, holders)) if len(holders) <= _MOST_THANKED else "all of them"
    said = sentence(publisher, desk.agreed("thanks", desk.publisher), whom, "for taking part")
    ids = dict.fromkeys((desk.view.settings.publisher, *(holder.id for holder in holders)))
    yield Sentence(content=said, sources=tuple(ids))
