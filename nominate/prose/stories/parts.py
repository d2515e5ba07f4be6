"""The parts of an edition's section as the anatomy of a piece names them, each from that edition's facts."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Sentence
from nominate.model.programme import Programme
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.categories import winner_of
from nominate.prose.stories.phrases.lists import each_told
from nominate.prose.stories.pieces.ended_categories import ended_categories
from nominate.prose.stories.sections.coming import read_on, what_happens_next
from nominate.prose.stories.sections.leads import own_programme
from nominate.prose.stories.sections.programmes import about_programme, defined, read_more
from nominate.prose.stories.sections.results import around_the_win, revoked
from nominate.prose.stories.sections.statements import pictures, statements
from nominate.prose.words import Name, sentence, titled

__all__ = [
    "also_honoured",
    "also_listed",
    "definitions",
    "figures",
    "links",
    "links_to_awards",
    "next_steps",
    "no_awards",
    "quotes",
    "results",
    "taken_back",
    "work",
]


def results(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """What surrounds the wins and honours; first, in which category our own programme won."""
    return around_the_win(facts, desk, opening=_where_ours_won(facts, desk))


def _where_ours_won(facts: EditionFacts, desk: Desk) -> Sentence | None:
    """The category, where the lead has told only the award."""
    if len(facts.won) != 1:
        return None
    entry = facts.won[0]
    programme, where = own_programme(entry, desk), winner_of(entry, desk.style)
    if programme is None or not where:
        return None
    name = desk.mention(Name.of(programme))
    title = "" if entry.title == programme.name else f"with {titled(entry.title, desk.style)}"
    said = sentence(f"{name} was the winner {where}", title)
    return Sentence(content=said, sources=(entry.id, programme.id, facts.id))


def also_honoured(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The honours beside the wins."""
    if facts.honoured and facts.main is not facts.honoured:
        yield from each_told(facts.honoured, desk)


def also_listed(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The entries on a list, beside those that the piece opens with."""
    for entries in (facts.shortlisted, facts.longlisted):
        if entries and facts.main is not entries:
            yield from each_told(entries, desk, beside="also")


def taken_back(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The wins that were announced and are none."""
    return revoked(facts.revoked, desk) if facts.revoked else iter(())


def no_awards(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The categories that ended without a winner of their own."""
    return ended_categories(facts, desk)


def work(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """What the programmes do and have achieved, each once in a piece."""
    for programme, entry in facts.work.values():
        if programme.id not in desk.programmes:
            is_known = len(facts.main) == 1 and own_programme(entry, desk) is not None
            yield from about_programme(programme, entry, desk, is_known=is_known, before=desk.section)


def definitions(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """What the words mean that the section has used so far and a programme explains."""
    return defined(_fresh(facts, desk), desk.section, desk) if facts.work else iter(())


def quotes(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """What people said about the entries that are told."""
    return statements(facts.told, desk)


def figures(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The pictures of the entries that are told."""
    return pictures(facts.told, desk)


def next_steps(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """What happens next, where an entry may still win."""
    if facts.is_awaited and facts.pending:
        yield from what_happens_next(facts, desk)


def links(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """Where to read more of the work, and of the awards."""
    for programme in _fresh(facts, desk) if facts.work else ():
        yield from read_more(programme, desk)
    yield from read_on(facts)


def links_to_awards(facts: EditionFacts, _: Desk) -> Iterator[Block]:
    """Where to read more of the awards alone, as a note on one result does."""
    return read_on(facts)


def _fresh(facts: EditionFacts, desk: Desk) -> list[Programme]:
    return [programme for programme, _ in facts.work.values() if programme.id not in desk.programmes]
