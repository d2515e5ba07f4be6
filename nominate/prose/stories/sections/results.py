"""What surrounds a result: the ceremony, the prize, the judges' words, ties, and what was taken back."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from nominate.documents import Block, Paragraph, Sentence
from nominate.model.award import Mode
from nominate.model.decision import Outcome
from nominate.model.outcomes import TAKING
from nominate.prose.facts.dates import Tense
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.happenings import Happening, ceremony_of
from nominate.prose.facts.holders import Group
from nominate.prose.facts.prizes import Reward, SharedPrize, prizes_won, shared_prize
from nominate.prose.facts.statements import Citation, citation_of
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.categories import as_place, winner_of
from nominate.prose.stories.phrases.editions import adverb, at_ceremony, where_and_when
from nominate.prose.words import articled, listed, percentage, sentence, spoken, titled, valued
from nominate.viewing.entry import Entry

__all__ = ["around_the_win", "ceremony", "prize_said", "revoked"]

_ENTRY = "winning entry"
_HUNDRED = 100
# The denominators of hundredths that end after at most a digit or two.
_FINITE = frozenset({1, 2, 4, 5, 10, 20})


def around_the_win(facts: EditionFacts, desk: Desk, *, opening: Sentence | None = None) -> Iterator[Block]:
    """The ceremony and the prizes, after an opening sentence; then ties, shares and the judges' words."""
    held = ceremony_of(facts, desk.view)
    rewards = prizes_won(facts, held)
    is_one = len(facts.won) == 1
    # Where all that was won is one tie, the lead has said so.
    for group in () if facts.is_tie else facts.joint:
        yield Paragraph.of([_joint(group, desk)])
    said = [
        *([opening] if opening is not None else []),
        *ceremony(held, desk),
        *(
            prize_said(each, desk, says_category=not (is_one or facts.is_tie), is_ours=is_one)
            for each in rewards
        ),
    ]
    if said:
        yield Paragraph.of(said)
    for entry in (*facts.won, *facts.honoured):
        shared = shared_prize(entry, held)
        if shared is not None:
            yield Paragraph.of([_shared(shared, desk)])
        citation = citation_of(entry)
        if citation is not None:
            yield from _judged(citation, desk)


def ceremony(held: Happening | None, desk: Desk) -> Iterator[Sentence]:
    """When and where the awards were, or will be, presented; nothing where none of it is known."""
    if held is None:
        return
    if held.tense is Tense.AHEAD:
        verb = "will be" if held.is_sure else "are expected to be"
        said = f"the awards {verb} presented {at_ceremony(held.date, desk)}"
        yield Sentence(content=sentence(said), sources=held.sources)
        return
    how = adverb(held.date.mode) if held.date.mode is not Mode.IN_PERSON else ""
    told = " ".join(part for part in (how, *where_and_when(held.date, desk)) if part)
    # Nobody has confirmed that it took place as it was planned.
    if told and held.is_sure:
        when = held.date.when
        has_begun = held.tense is Tense.OPEN and when is not None and when.hour is not None
        said = f"the ceremony {'takes' if has_begun else 'took'} place {told}"
        yield Sentence(content=sentence(said), sources=held.sources)


def prize_said(reward: Reward, desk: Desk, *, says_category: bool, is_ours: bool = False) -> Sentence:
    """What winning brings or brought, in a sentence; `is_ours`: where it is of the one entry that won."""
    prize, money = reward.prize, reward.money
    what = articled(prize.kind) if money is None else valued(money, desk.style)
    per = prize.per if "win" in prize.per else f"winning {prize.per or 'entry'}"
    where = f"in {as_place(reward.category.name, desk.style)}" if says_category else ""
    verb = "received" if reward.is_received else "receives"
    purpose = f", to be spent on {prize.purpose}" if prize.purpose and money is not None else ""
    which = "the" if is_ours and per == _ENTRY else "each"
    said = sentence(f"{which} {per}", where, f"{verb} {what}{purpose}")
    return Sentence(content=said, sources=reward.sources)


def _joint(entries: tuple[Entry, ...], desk: Desk) -> Sentence:
    groups = desk.holders.grouped(entries)
    holders = [group.holder for group in groups if group.holder is not None]
    titles = (titled(entry.title, desk.style) for entry in entries)
    who = listed(map(desk.named, holders)) if len(holders) > 1 else listed(titles)
    said = sentence(f"{who} are joint winners", winner_of(entries[0], desk.style))
    ids = dict.fromkeys((*(name for group in groups for name in group.ids), entries[0].edition_id))
    return Sentence(content=said, sources=tuple(ids))


def _shared(prize: SharedPrize, desk: Desk) -> Sentence:
    parts = (
        f"{_share(each.part, desk)} to {desk.mention(desk.holders.name_of(each.credit))}"
        for each in prize.shares
    )
    verb = "was" if prize.is_received else "is"
    return Sentence(content=sentence(f"the prize {verb} shared: {listed(parts)}"), sources=prize.sources)


def _judged(citation: Citation, desk: Desk) -> Iterator[Block]:
    first, *rest = spoken(citation.paragraphs, desk.style)
    said = f"The judges said of {titled(citation.title, desk.style)}: {first}"
    for each in (said, *rest):
        yield Paragraph.of([Sentence(content=each, sources=citation.sources)])


def _share(share: Fraction, desk: Desk) -> str:
    """A part of a whole as a percentage where that is exact, else as the fraction that it is."""
    of_hundred = share * _HUNDRED
    if of_hundred.denominator not in _FINITE:
        return str(share)
    return percentage(Decimal(of_hundred.numerator) / of_hundred.denominator, desk.style)


def revoked(entries: tuple[Entry, ...], desk: Desk) -> Iterator[Block]:
    """That a win was announced and then taken away, each with its day."""
    for group in desk.holders.grouped(entries):
        for entry in group.entries:
            yield Paragraph.of(_revoked(entry, group, desk))


def _revoked(entry: Entry, group: Group, desk: Desk) -> Iterator[Sentence]:
    decisions = entry.history.decisions
    won = next(each for each in decisions if each.outcome is Outcome.WON)
    taken = [each for each in decisions if each.outcome in TAKING]
    who = desk.named(group.holder) if group.holder is not None else "an entry"
    verb = desk.verb("was", group.holder) if group.holder is not None else "was"
    announced = sentence(
        f"{who} {verb} announced",
        desk.day(won.announced) if won.announced is not None else "",
        "as the winner",
        winner_of(entry, desk.style),
        f"for {titled(entry.title, desk.style)}",
    )
    holder = (group.holder.id,) if group.holder is not None else ()
    yield Sentence(content=announced, sources=(entry.id, *holder))
    last = taken[-1] if taken else None
    day = desk.day(last.announced) if last is not None and last.announced is not None else ""
    is_entry = last is not None and last.outcome is Outcome.DISQUALIFIED
    said = sentence("the entry was disqualified" if is_entry else "the win was revoked", day)
    yield Sentence(content=said, sources=(entry.id,))
