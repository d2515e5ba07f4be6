"""What stands above the body of a piece: its headlines and standfirst, with the records that they rest on."""

from __future__ import annotations

import attrs

from nominate.documents import Block, Sentence
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.situations import situation_of
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.credits import co_leads, id_of
from nominate.prose.stories.sections.leads import own_programme
from nominate.prose.stories.tops.headlines import headlines
from nominate.prose.stories.tops.standfirsts import standfirst
from nominate.viewing.entry import Entry

__all__ = ["Top", "edition_top", "ids_of", "title_ids"]


@attrs.frozen(kw_only=True)
class Top:
    """Headlines, of which the first is the title; `lead` is what comes before the first section.

    >>> Top(titles=("Two trusts win",), title_sources=("ruh", "awp")).lead
    ()
    """

    titles: tuple[str, ...]
    title_sources: tuple[str, ...]
    standfirst: tuple[Sentence, ...] = ()
    lead: tuple[Block, ...] = ()


def edition_top(facts: EditionFacts, desk: Desk) -> Top:
    """The top of a piece about one edition; its section brings its own lead."""
    situation = situation_of(facts)
    return Top(
        titles=headlines(facts, situation, desk),
        title_sources=title_ids(facts, desk),
        standfirst=standfirst(facts, situation, desk),
    )


def title_ids(facts: EditionFacts, desk: Desk) -> tuple[str, ...]:
    """The ids that the headline of a piece about one edition rests on."""
    corrected = tuple(each.entry for each in facts.corrections) if facts.is_corrected else ()
    return (*ids_of(corrected or facts.main or facts.told, desk), facts.id)


def ids_of(entries: tuple[Entry, ...], desk: Desk) -> tuple[str, ...]:
    """The ids of entries, of who leads them, and of what they are told to belong to."""
    ids = [entry.id for entry in entries]
    for group in desk.holders.grouped(entries):
        if group.holder is not None:
            ids += (*group.holder.ids, *desk.network(group.holder))
    if len(entries) == 1:
        ids += filter(None, map(id_of, co_leads(entries[0])))
        programme = own_programme(entries[0], desk)
        ids += [programme.id] if programme is not None else []
    return tuple(dict.fromkeys(ids))
