"""The correction note: what was announced and when, what is true now and since when; never why."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Paragraph, Sentence
from nominate.model.decision import Decision, Outcome
from nominate.model.when import When
from nominate.prose.facts.corrections import Correction, Turn
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.holders import Group
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.categories import is_award, is_only, place_of, prize_of, winner_of
from nominate.prose.stories.phrases.credits import also_credited, id_of, others_of
from nominate.prose.stories.phrases.editions import edition_name
from nominate.prose.stories.phrases.lists import each_told
from nominate.prose.stories.phrases.outcomes import as_participle, deed, verb_of
from nominate.prose.stories.sections.results import revoked
from nominate.prose.stories.sections.statements import statements
from nominate.prose.words import agreed, dated, listed, ranked, sentence, titled
from nominate.viewing.entry import Entry

__all__ = [
    "corrected",
    "day_of_change",
    "deed_of",
    "noun_of_change",
    "said_since",
    "state_of",
    "unchanged_beside",
    "what_is_declined",
]

_STATES = {
    Outcome.WON: "the winner",
    Outcome.RUNNER_UP: "runner-up",
    Outcome.SPECIAL_MENTION: "among the special mentions",
    Outcome.HIGHLY_COMMENDED: "highly commended",
    Outcome.COMMENDED: "commended",
}
_ONCE = {
    Outcome.WON: "had won",
    Outcome.RUNNER_UP: "had been named runner-up",
    Outcome.SPECIAL_MENTION: "had received a special mention",
    Outcome.HIGHLY_COMMENDED: "had been highly commended",
    Outcome.COMMENDED: "had been commended",
}
_NOUNS = {
    Outcome.WON: "win",
    Outcome.RUNNER_UP: "place as runner-up",
    Outcome.SPECIAL_MENTION: "special mention",
    Outcome.HIGHLY_COMMENDED: "high commendation",
    Outcome.COMMENDED: "commendation",
    Outcome.PLACED: "place",
    Outcome.SHORTLISTED: "place on the shortlist",
    Outcome.LONGLISTED: "place on the longlist",
}
_LISTS = frozenset({Outcome.SHORTLISTED, Outcome.LONGLISTED})
_DEEDS = {
    Turn.REVOKED: "was revoked",
    Turn.DISQUALIFIED: "was disqualified",
    Turn.INELIGIBLE: "was found ineligible",
    Turn.WITHDRAWN: "was withdrawn",
}


def corrected(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """A paragraph for each: how it stands now, then what was announced, and what became of that."""
    # Who won comes before who did not.
    changes = sorted(facts.corrections, key=lambda each: each.now.outcome is not Outcome.WON)
    for number, each in enumerate(changes):
        yield Paragraph.of(_told(each, facts, desk, is_first=number == 0))
    # What was taken back before it can have been published is told as plainly as it stands.
    if not facts.corrections:
        yield from revoked(facts.revoked, desk)


def unchanged_beside(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """What was announced of other entries with the correction, such as who has won instead."""
    changed = {each.entry.id for each in facts.corrections}
    days = [each.since for each in facts.corrections]
    others = tuple(
        entry for entry in facts.told if entry.id not in changed and _is_said_with(entry, days, desk)
    )
    if others:
        yield from each_told(others, desk)


def said_since(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """What people said once the correction was known; what they said before is no longer fitting."""
    for each in facts.corrections:
        yield from statements((each.entry,), desk, since=each.since)


def _is_said_with(entry: Entry, days: list[When], desk: Desk) -> bool:
    said = entry.decision.announced if entry.decision is not None else None
    return said is not None and any(said.is_before(day, desk.view.zone) is not True for day in days)


def _told(change: Correction, facts: EditionFacts, desk: Desk, *, is_first: bool) -> Iterator[Sentence]:
    group = desk.holders.grouped((change.entry,))[0]
    whose = group.holder.ids if group.holder is not None else ()
    ids = (change.entry.id, facts.id, *whose, *desk.network(group.holder))
    is_wrong = change.turn is Turn.CORRECTED
    for said in (
        _now(change, group, _edition(facts) if is_first else "", desk),
        _before(change, desk, is_first=is_first),
        _remaining(change, desk) if is_wrong and not change.is_reached else "",
    ):
        if said:
            yield Sentence(content=said, sources=ids)
    yield from _credited(change, group, desk)


def _now(change: Correction, group: Group, edition: str, desk: Desk) -> str:
    """How it stands, as the first sentence of a paragraph; `edition` is empty where it has been named."""
    entry, holder = change.entry, group.holder
    if change.turn is Turn.REINSTATED:
        whose = f"of {desk.named(holder)}" if holder is not None else ""
        where = _where(entry, edition, desk)
        return sentence(f"the {noun_of_change(change)}", whose, where, "has been reinstated")
    subject = desk.subject(holder) if holder is not None else "an entry"
    if change.turn is Turn.CORRECTED and change.is_reached:
        verb = verb_of(entry, desk, is_recent=False)
        verb = desk.verb(verb, holder) if holder is not None else verb
        return sentence(subject, deed(entry, desk, verb=verb, place=edition))
    if change.turn is Turn.CORRECTED:
        it_was = f"it was announced {day_of_change(change, change.announced, desk)} that"
        return sentence(it_was, subject, _past_deed(change, edition, desk))
    verb = "has" if change.turn is Turn.DECLINED else "is"
    verb = desk.verb(verb, holder) if holder is not None else verb
    if change.turn is Turn.DECLINED:
        return sentence(subject, verb, "declined", _what_was_declined(change, edition, desk))
    is_win = change.before.outcome is Outcome.WON
    where = _where(entry, edition, desk, is_win=is_win)
    return sentence(subject, verb, "no longer", state_of(change.before, desk), where)


def _past_deed(change: Correction, edition: str, desk: Desk) -> str:
    """What it had been announced to have reached, where and with what."""
    entry = change.entry
    title, is_win = titled(entry.title, desk.style), change.before.outcome is Outcome.WON
    if is_win:
        where = [prize_of(entry, desk.style), f"at {edition}" if edition else ""]
        won = " ".join(filter(None, where)) if not is_only(entry) else edition
        return " ".join(filter(None, ("had won", won, f"with {title}")))
    told = _past(change.before, desk) or "had ended without an honour"
    return " ".join(filter(None, (told, _where(entry, edition, desk), f"for {title}")))


def _before(change: Correction, desk: Desk, *, is_first: bool) -> str:
    """What was announced of it, when, and what became of that; what `_now` has said is left out."""
    since = day_of_change(change, change.since, desk)
    wrong = sentence(f"that was {'wrong' if is_first else 'also wrong'}, and was corrected {since}")
    if change.turn is Turn.CORRECTED and not change.is_reached:
        return wrong
    past = _past(change.before, desk)
    entry = "the entry" if change.turn is Turn.CORRECTED else _entry(change, desk)
    day = day_of_change(change, change.announced, desk)
    if not past or past == _past(change.now, desk):
        return sentence(f"what had been announced of the entry {day} was wrong, and was corrected {since}")
    announced = sentence(f"it was announced {day} that {entry} {past}")
    match change.turn:
        case Turn.CORRECTED:
            after = wrong
        case Turn.DECLINED:
            declined = f"and {since} that the {what_is_declined(change)} had been declined"
            return sentence(f"it was announced {day} that {entry} {past},", declined)
        case Turn.REINSTATED:
            after = _there_and_back(change, since, desk)
        case _:
            after = sentence(_taken_away(change.turn, change), since)
    return f"{announced} {after}"


def _there_and_back(change: Correction, since: str, desk: Desk) -> str:
    """When what had been reached was taken away, and since when it has been given back."""
    between = change.between
    if between is None or between.announced is None:
        return sentence(f"that was reinstated {since}")
    taken = _taken_away(Turn(between.outcome.value), change)
    return sentence(taken, day_of_change(change, between.announced, desk), f"and reinstated {since}")


def _taken_away(turn: Turn, change: Correction) -> str:
    """What became of an entry, or of what it had reached, as the head of a sentence."""
    what = f"the {noun_of_change(change)}" if turn is Turn.REVOKED else "the entry"
    return f"{what} {_DEEDS[turn]}"


def _remaining(change: Correction, desk: Desk) -> str:
    """What the entry did reach before what was wrong, so that a place on a shortlist is not taken with it."""
    reached = [each for each in change.entry.history.decisions if each.outcome in _NOUNS]
    return sentence("it remains correct that the entry", _past(reached[-1], desk)) if reached else ""


def _credited(change: Correction, group: Group, desk: Desk) -> Iterator[Sentence]:
    """Who else had been credited with the entry, in the present only where it still stands."""
    entry = change.entry
    if change.is_reached or change.turn is Turn.REINSTATED:
        yield from also_credited(entry, desk, holder=group.holder)
        return
    others = others_of(entry)
    if others:
        names = listed(desk.mention(desk.holders.name_of(each)) for each in others)
        verb = agreed("was", is_plural=len(others) > 1)
        ids = (entry.id, *filter(None, map(id_of, others)))
        yield Sentence(content=sentence(f"{names} {verb} also credited with the entry"), sources=ids)


def _what_was_declined(change: Correction, edition: str, desk: Desk) -> str:
    entry, is_win = change.entry, change.before.outcome is Outcome.WON
    if is_win and is_only(entry) and edition:
        return edition
    if is_win and is_award(entry.category.name) and not is_only(entry):
        return " ".join(filter(None, (prize_of(entry, desk.style), f"at {edition}" if edition else "")))
    return " ".join(filter(None, (f"the {what_is_declined(change)}", _where(entry, edition, desk))))


def noun_of_change(change: Correction) -> str:
    """What the entry had been announced to have reached, as a thing that can be revoked or given back."""
    before = change.before
    if before.outcome in _LISTS and before.label == "nominated":
        return "nomination"
    return _NOUNS.get(before.outcome, "result")


def what_is_declined(change: Correction) -> str:
    """What can be declined: the award, or the place or honour."""
    is_win = change.before.outcome is Outcome.WON
    return "award" if is_win else noun_of_change(change)


def deed_of(change: Correction) -> str:
    """What was done with an entry that was taken out, behind its title."""
    return _DEEDS[change.turn]


def _entry(change: Correction, desk: Desk) -> str:
    return f"the entry, {titled(change.entry.title, desk.style)},"


def _where(entry: Entry, edition: str, desk: Desk, *, is_win: bool = False) -> str:
    """The category and the edition, where it is yet to be named; `is_win`: behind the word winner."""
    if is_only(entry):
        return f"{'of' if is_win else 'in'} {edition}" if edition else ""
    category = (winner_of if is_win else place_of)(entry, desk.style)
    return f"{category} at {edition}" if edition else category


def _edition(facts: EditionFacts) -> str:
    return edition_name(facts.award, facts.edition)


def state_of(decision: Decision, desk: Desk) -> str:
    """How an entry stands by a decision, behind "is"."""
    if decision.outcome is Outcome.PLACED:
        return f"in {ranked(decision.place, desk.style)} place" if decision.place else "among the places"
    return _STATES.get(decision.outcome) or as_participle(decision.label, decision.outcome.value)


def _past(decision: Decision, desk: Desk) -> str:
    """What a decision said that the entry had reached, in the past perfect; empty for what ended it."""
    if decision.outcome is Outcome.PLACED:
        return f"had come {ranked(decision.place, desk.style)}" if decision.place else "had been placed"
    if decision.outcome in _LISTS:
        return f"had been {as_participle(decision.label, decision.outcome.value)}"
    return _ONCE.get(decision.outcome, "")


def day_of_change(change: Correction, when: When, desk: Desk) -> str:
    """A day with its preposition; the time too where both words fell on one day."""
    if change.announced.date is not None and change.announced.date == change.since.date:
        return dated(when, desk.style, now=desk.view.as_of, preposition=True, zone=desk.view.zone)
    return desk.day(when)
