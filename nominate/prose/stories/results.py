"""What surrounds a result: the ceremony, the prize, the judges' words, ties, and what was taken back."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from nominate.documents import Block, Paragraph
from nominate.model.award import AwardCategory, CategoryResultKind, Mode, Prize
from nominate.model.decision import Outcome
from nominate.model.embargo import DateKind
from nominate.model.money import Money
from nominate.prose.facts.dates import Tense, date_of, is_firm, tense_of
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.holders import Group
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases import adverb, at_ceremony, category_phrase, where_and_when
from nominate.prose.words import articled, listed, percentage, pluralised, sentence, spoken, titled, valued
from nominate.viewing.entry import Entry

__all__ = ["around_the_win", "ceremony", "prize_said", "revoked", "without_award"]

_HUNDRED = 100
# The denominators of hundredths that end after at most a digit or two.
_FINITE = frozenset({1, 2, 4, 5, 10, 20})
_TAKING = frozenset({Outcome.REVOKED, Outcome.DISQUALIFIED})


def around_the_win(facts: EditionFacts, desk: Desk, *, opening: str = "") -> Iterator[Block]:
    """The ceremony and the prizes, after an opening sentence; then ties, shares and the judges' words."""
    said = [part for part in (opening, ceremony(facts, desk), *_prizes(facts, desk)) if part]
    if said:
        yield Paragraph(content=" ".join(said), sources=(facts.id, *(entry.id for entry in facts.won)))
    for group in facts.joint:
        yield Paragraph(content=_joint(group, desk), sources=tuple(entry.id for entry in group))
    for entry in (*facts.won, *facts.honoured):
        yield from _of_entry(entry, desk)


def ceremony(facts: EditionFacts, desk: Desk) -> str:
    """When and where the awards were, or will be, presented; nothing where none of it is known."""
    date = date_of(facts.edition, DateKind.CEREMONY)
    if date is None or not is_firm(date):
        return ""
    if tense_of(date, facts.edition, desk.view) is Tense.AHEAD:
        return sentence(f"the awards will be presented {at_ceremony(date, desk)}")
    told = " ".join(
        part
        for part in (
            adverb(date.mode) if date.mode is not Mode.IN_PERSON else "",
            *where_and_when(date, desk),
        )
        if part
    )
    return sentence(f"the ceremony took place {told}") if told else ""


def _prizes(facts: EditionFacts, desk: Desk) -> Iterator[str]:
    held = {entry.category_id: entry.category for entry in facts.won if not entry.history.is_declined}
    for category in held.values():
        if category.prize is not None:
            where = category if len(facts.won) > 1 else None
            yield prize_said(category.prize, desk, category=where)


def prize_said(prize: Prize, desk: Desk, *, category: AwardCategory | None = None) -> str:
    """What winning brings, in a sentence; `category` where it must be told which one."""
    amount = prize.amount
    what = (
        articled(prize.kind)
        if amount is None
        else valued(Money(amount=amount, currency=prize.currency, is_=prize.kind), desk.style)
    )
    per = prize.per if "win" in prize.per else f"winning {prize.per or 'entry'}"
    where = f"in the category {titled(category.name, desk.style)}" if category is not None else ""
    purpose = f", to be spent on {prize.purpose}" if prize.purpose and amount is not None else ""
    return sentence(f"each {per}", where, f"receives {what}{purpose}")


def _joint(entries: tuple[Entry, ...], desk: Desk) -> str:
    holders = [group.holder for group in desk.holders.grouped(entries) if group.holder is not None]
    titles = (titled(entry.title, desk.style) for entry in entries)
    who = listed(map(desk.named, holders)) if len(holders) > 1 else listed(titles)
    where = category_phrase(entries[0], desk)
    return sentence(f"{who} are joint winners", f"in {where}" if where else "")


def _of_entry(entry: Entry, desk: Desk) -> Iterator[Block]:
    """How a prize is shared, and what the judges said."""
    parts = [
        f"{_share(each.share, desk)} to {desk.mention(desk.holders.name_of(each))}"
        for each in entry.nominees
        if each.share is not None
    ]
    if parts and entry.history.has_won:
        yield Paragraph(content=sentence(f"the prize is shared: {listed(parts)}"), sources=(entry.id,))
    citation = entry.decision.citation if entry.decision is not None else ""
    paragraphs = [" ".join(part.split()) for part in citation.split("\n\n") if part.strip()]
    if paragraphs:
        first, *rest = spoken(paragraphs, desk.style)
        said = f"The judges said of {titled(entry.title, desk.style)}: {first}"
        yield from (Paragraph(content=each, sources=(entry.id,)) for each in (said, *rest))


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
            yield Paragraph(content=_revoked(entry, group, desk), sources=(entry.id,))


def _revoked(entry: Entry, group: Group, desk: Desk) -> str:
    decisions = entry.history.decisions
    won = next(each for each in decisions if each.outcome is Outcome.WON)
    taken = [each for each in decisions if each.outcome in _TAKING]
    who = desk.named(group.holder) if group.holder is not None else "an entry"
    verb = desk.verb("was", group.holder) if group.holder is not None else "was"
    where = category_phrase(entry, desk)
    announced = sentence(
        f"{who} {verb} announced",
        desk.day(won.announced) if won.announced is not None else "",
        "as the winner",
        f"in {where}" if where else "",
        f"for {titled(entry.title, desk.style)}",
    )
    last = taken[-1] if taken else None
    day = desk.day(last.announced) if last is not None and last.announced is not None else ""
    is_entry = last is not None and last.outcome is Outcome.DISQUALIFIED
    return f"{announced} {sentence('the entry was disqualified' if is_entry else 'the win was revoked', day)}"


def without_award(facts: EditionFacts, desk: Desk) -> Iterator[Block]:
    """The categories of our entries in which the judges made no award, unless an entry there says so."""
    told = {entry.category_id for entry in facts.told}
    names = [
        titled(each.name, desk.style)
        for each in facts.ended
        if each.id not in told and each.result is not None and each.result.is_ is CategoryResultKind.NO_AWARD
    ]
    if names:
        noun = "category" if len(names) == 1 else pluralised("category")
        yield Paragraph(
            content=sentence(f"no award was made in the {noun} {listed(names)}"), sources=(facts.id,)
        )
