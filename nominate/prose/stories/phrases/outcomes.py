"""What became of an entry or a category: as a verb, as a noun, as a remark beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nominate.model.award import CategoryResultKind
from nominate.model.decision import Outcome
from nominate.prose.facts.editions import Standing, standing
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.categories import place_of, prize_of
from nominate.prose.words import ordinal, ranked, titled
from nominate.viewing.entry import Entry

_VERBS = {
    Outcome.WON: ("has won", "won"),
    Outcome.HIGHLY_COMMENDED: ("has been highly commended", "was highly commended"),
    Outcome.COMMENDED: ("has been commended", "was commended"),
    Outcome.SPECIAL_MENTION: ("has received a special mention", "received a special mention"),
    Outcome.RUNNER_UP: ("has been named runner-up", "was named runner-up"),
    Outcome.PLACED: ("has come", "came"),
}
ENDINGS = {
    CategoryResultKind.NO_AWARD: "no award was made",
    CategoryResultKind.CANCELLED: "the category was cancelled",
    CategoryResultKind.MERGED: "the category was merged",
}
"""What became of a category, as a clause."""

_VERB = re.compile(r"[a-z]+ed")


def list_word(entries: Iterable[Entry], usual: str) -> str:
    """How being on a list is called: the organiser's own word where all entries carry it, else the usual."""
    labels = {entry.decision.label for entry in entries if entry.decision is not None}
    label = labels.pop() if len(labels) == 1 else ""
    return as_participle(label, usual)


def as_participle(label: str, usual: str) -> str:
    """The organiser's own word where it looks like a verb, else the usual one.

    >>> as_participle("nominated", "shortlisted"), as_participle("finalist", "shortlisted")
    ('nominated', 'shortlisted')
    """
    return label if _VERB.fullmatch(label) else usual


def noun_of(entries: tuple[Entry, ...]) -> str:
    """What there are several of, where these entries are told together, as in wins or nominations."""
    match standing(entries[0]):
        case Standing.WON:
            return "win"
        case Standing.HONOURED:
            return "honour"
    outcomes = {entry.outcome for entry in entries if entry.outcome is not None}
    if len(outcomes) > 1:
        return "entry in the running"
    word = list_word(entries, min(each.value for each in outcomes))
    return "nomination" if word == "nominated" else f"{word} entry"


def verb_of(entry: Entry, desk: Desk, *, is_recent: bool) -> str:
    """What an entry has reached, as a verb of the third person: in the perfect while it is news."""
    decision = entry.decision
    if entry.history.has_won or decision is None:
        return _VERBS[Outcome.WON][not is_recent]
    if decision.outcome not in _VERBS:
        word = as_participle(decision.label, decision.outcome.value)
        return f"has been {word}" if is_recent else f"was {word}"
    said = _VERBS[decision.outcome][not is_recent]
    if decision.outcome is not Outcome.PLACED:
        return said
    place = ranked(decision.place, desk.style) if decision.place else "among the places"
    # A second place needs no word that it is the second.
    is_told = decision.label in {"", place, ordinal(decision.place) if decision.place else ""}
    return f"{said} {place}" if is_told else f"{said} {place} ({decision.label})"


def outcome_of(entry: Entry, desk: Desk) -> str:
    """What an entry has reached, as a remark beside it."""
    decision = entry.decision
    if entry.history.has_won or decision is None:
        return Outcome.WON.value
    if decision.outcome is Outcome.PLACED and decision.place:
        return f"{ranked(decision.place, desk.style)} place"
    if decision.outcome is Outcome.RUNNER_UP:
        return "runner-up"
    return list_word((entry,), decision.outcome.value)


def deed(entry: Entry, desk: Desk, *, verb: str, place: str = "") -> str:
    """What an entry reached, where and with what, as what is said of its holder.

    `place` is the edition, said behind the category.
    """
    won = entry.history.has_won
    where = (prize_of if won else place_of)(entry, desk.style)
    if where:
        said = [verb, where, f"at {place}" if place else ""]
    else:
        said = [verb, place if won or not place else f"in {place}"]
    said.append(f"{'with' if won else 'for'} {titled(entry.title, desk.style)}")
    if entry.history.is_declined:
        said.append("and has declined it")
    return " ".join(filter(None, said))
