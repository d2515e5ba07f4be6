"""The headline and standfirst of a correction note: whom it is about, and what is no longer so."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.model.decision import Outcome
from nominate.prose.facts.corrections import Correction, Turn
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.stories.desk import Desk, brief
from nominate.prose.stories.phrases.editions import edition_name
from nominate.prose.stories.phrases.outcomes import outcome_of
from nominate.prose.stories.pieces.corrections import (
    day_of_change,
    deed_of,
    noun_of_change,
    state_of,
    what_is_declined,
)
from nominate.prose.words import agreed, counted, possessive, sentence, titled

__all__ = ["correction_headlines", "correction_standfirst"]

_LISTS = {Outcome.SHORTLISTED: "shortlist", Outcome.LONGLISTED: "longlist"}
# What nobody got wrong is no correction to the reader, but news.
_UPDATES = frozenset({Turn.WITHDRAWN, Turn.DECLINED, Turn.REINSTATED})
_PAIR = 2


def correction_headlines(facts: EditionFacts, desk: Desk) -> Iterator[str]:
    """The headline of a correction note, the fullest variant first."""
    changes, award = facts.corrections, facts.award.name
    if not changes:
        yield f"Win at {award} revoked"
    word = "Update" if changes and all(each.turn in _UPDATES for each in changes) else "Correction"
    for said in (*_of_exchange(changes, award, desk), *_of_one(changes, award, desk)):
        yield f"{word}: {said}"
    yield f"{word}: results of {edition_name(facts.award, facts.edition)}"
    yield f"{word}: {facts.edition.name}"
    yield f"{word} to news of awards"


def _of_exchange(changes: tuple[Correction, ...], award: str, desk: Desk) -> Iterator[str]:
    """One won, and not the other that had been announced, where that is what two corrections say."""
    if len({each.entry.category_id for each in changes}) != 1 or len(changes) != _PAIR:
        return
    now = [each for each in changes if each.now.outcome is Outcome.WON]
    before = [each for each in changes if each.before.outcome is Outcome.WON]
    names = [_short_name(each[0], desk) for each in (now, before) if len(each) == 1]
    if len(names) == _PAIR and all(names):
        right, wrong = names
        yield f"{right}, not {wrong}, won at {award}"
        yield f"{right}, not {wrong}, won"


def _of_one(changes: tuple[Correction, ...], award: str, desk: Desk) -> Iterator[str]:
    if len(changes) != 1:
        return
    (change,) = changes
    name = _short_name(change, desk)
    if name:
        told, place = _headline(change, name, desk)
        yield f"{told} {place} {award}"
        yield told
    yield f"{award} {_LISTS.get(change.before.outcome, 'result')}"


def _short_name(change: Correction, desk: Desk) -> str:
    holder = desk.holders.grouped((change.entry,))[0].holder
    return brief(holder.name) if holder is not None else ""


def _headline(change: Correction, name: str, desk: Desk) -> tuple[str, str]:
    """What has changed for whom, and the word that leads to the award."""
    place = "for" if change.before.outcome in _LISTS else "at"
    noun = noun_of_change(change)
    match change.turn:
        case Turn.CORRECTED if change.is_reached:
            place = "for" if change.now.outcome in _LISTS else "at"
            return f"{name} {outcome_of(change.entry, desk)}", place
        case Turn.CORRECTED:
            was_told = f"{name} was not {state_of(change.before, desk)}"
            return was_told if change.was_reached else f"{possessive(name)} result", place
        case Turn.WITHDRAWN:
            return f"{possessive(name)} entry withdrawn", "from"
        case Turn.DECLINED:
            holder = desk.holders.grouped((change.entry,))[0].holder
            verb = desk.verb("declines", holder) if holder is not None else "declines"
            return f"{name} {verb} {what_is_declined(change)}", "at"
        case Turn.REINSTATED:
            return f"{possessive(name)} {noun} reinstated", "at"
    return f"{name} no longer {state_of(change.before, desk).removeprefix('the ')}", place


def correction_standfirst(facts: EditionFacts, desk: Desk) -> str:
    """What has changed since when, in a sentence; how many, where there are several."""
    changes = facts.corrections
    if len(changes) != 1:
        number = counted(len(changes), "announced result", desk.style, starts_sentence=True)
        is_wrong = all(each.turn is Turn.CORRECTED for each in changes)
        deed = "been corrected" if is_wrong else "changed"
        return sentence(f"{number} {agreed('has', is_plural=True)} {deed}") if changes else ""
    (change,) = changes
    announced, since = (day_of_change(change, each, desk) for each in (change.announced, change.since))
    noun, title = noun_of_change(change), titled(change.entry.title, desk.style)
    match change.turn:
        case Turn.CORRECTED:
            return sentence(f"the announcement made {announced} was wrong")
        case Turn.REVOKED:
            return sentence(f"the {noun} announced {announced} was revoked {since}")
        case Turn.DECLINED:
            return sentence(f"the {what_is_declined(change)} was for {title}")
        case Turn.REINSTATED:
            taken = change.between.announced if change.between is not None else None
            day = day_of_change(change, taken, desk) if taken is not None else ""
            return sentence(f"the {noun} had been revoked", day) if day else ""
    return sentence(title, deed_of(change), since)
