"""The entries that ended without an honour, where they are to be named: how far they came, and thanks."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Paragraph, Sentence
from nominate.model.decision import Outcome
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.holders import Group, Relation
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases import as_participle, category_phrase
from nominate.prose.words import agreed, both, sentence, titled
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
        Sentence(content=_told(entry, group, desk), sources=(entry.id, facts.id, *group.ids[:1]))
        for group in groups
        for entry in group.entries
    ]
    yield Paragraph.of((*said, *_thanks(groups, desk)))


def _told(entry: Entry, group: Group, desk: Desk) -> str:
    where = category_phrase(entry, desk)
    where = f"in {where}" if where else ""
    title = titled(entry.title, desk.style)
    reached = [each for each in entry.history.decisions if each.outcome in _LISTS]
    if group.holder is None:
        deed = (
            f"was also {_listed(reached[-1].label, reached[-1].outcome)}" if reached else "was also entered"
        )
        return sentence(title, deed, where)
    named = desk.named(group.holder)
    if not reached:
        return sentence(named, "also entered", title, where)
    was = desk.verb("was", group.holder)
    return sentence(
        named, was, "also", _listed(reached[-1].label, reached[-1].outcome), where, f"for {title}"
    )


def _listed(label: str, outcome: Outcome) -> str:
    return as_participle(label, outcome.value)


def _thanks(groups: tuple[Group, ...], desk: Desk) -> Iterator[Sentence]:
    holders = [
        group.holder
        for group in groups
        if group.holder is not None and group.holder.relation is not Relation.OWN
    ]
    if not holders or desk.publisher is None or desk.view.settings.publisher is None:
        return
    is_plural = desk.publisher.is_plural or desk.style.has_plural_collectives
    publisher = desk.mention(desk.publisher)
    whom = both(map(desk.named, holders)) if len(holders) <= _MOST_THANKED else "all of them"
    said = sentence(publisher, agreed("thanks", is_plural=is_plural), whom, "for taking part")
    ids = dict.fromkeys((desk.view.settings.publisher, *(holder.id for holder in holders)))
    yield Sentence(content=said, sources=tuple(ids))
