"""How many got how far, as a clause: what the first paragraph and the chart of outcomes both say."""

from __future__ import annotations

from collections.abc import Mapping

from nominate.model.decision import Outcome
from nominate.model.outcomes import LADDER
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import agreed, numbered, sentence

__all__ = ["BEST_FIRST", "reached", "reached_by_one"]

BEST_FIRST = (*reversed(LADDER), *(each for each in Outcome if each not in LADDER), None)
"""How an entry may stand: the best first, then what ended its way, then no decision."""


_HONOURS: Mapping[Outcome | None, str] = {
    Outcome.RUNNER_UP: "was named runner-up",
    Outcome.HIGHLY_COMMENDED: "was highly commended",
    Outcome.COMMENDED: "was commended",
    Outcome.SPECIAL_MENTION: "received a special mention",
}


def reached(telling: Telling, *, noun: str = "", says_wins: bool = True) -> str:
    """How many reached the shortlist, and how many won: empty where none did, else a sentence.

    No win yet is not said: it may still come. `says_wins`: nothing has told of the wins yet.
    """
    totals = telling.view.totals
    number, wins = totals["shortlisted"], totals["wins"]
    if not number:
        return ""
    who = _all_or(telling, number, noun=noun)
    if number == wins:
        return sentence(who, "won") if says_wins else ""
    said = f"{who} {agreed('was', is_plural=number > 1)} {_furthest(telling)}"
    return sentence(f"{said}; {numbered(wins, telling.style)} won" if wins and says_wins else said)


def reached_by_one(telling: Telling) -> str:
    """The same of the only one that there is, which is told by its honour where it has one."""
    totals = telling.view.totals
    if totals["wins"]:
        return sentence("it won")
    outcome = telling.view.entries[0].outcome
    if outcome in _HONOURS:
        return sentence("it", _HONOURS[outcome])
    return sentence("it was", _furthest(telling)) if totals["shortlisted"] else ""


def _all_or(telling: Telling, number: int, *, noun: str = "") -> str:
    """So many of all, at the start of a sentence: both, all of them, or how many of how many."""
    whole, style = len(telling.view.entries), telling.style
    if number < whole:
        said = numbered(number, style, starts_sentence=True)
        return f"{said} of {numbered(whole, style)} {noun}" if noun else said
    said = "both" if number == 2 else f"all {numbered(number, style)}"
    return f"{said} {noun}".rstrip()


def _furthest(telling: Telling) -> str:
    """Only those that were shortlisted in so many words are called so."""
    return "shortlisted" if telling.is_shortlisted_alone else "shortlisted or got further"
