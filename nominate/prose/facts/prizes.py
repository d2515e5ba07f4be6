"""What winning brings, whether it has been received, and how nominees share it."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import attrs

from nominate.model.award import AwardCategory, Prize
from nominate.model.money import Money
from nominate.prose.facts.dates import Tense
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.happenings import Happening
from nominate.viewing.entry import Credit, Entry

__all__ = ["Reward", "Share", "SharedPrize", "prizes_ahead", "prizes_won", "shared_prize"]


@attrs.frozen(kw_only=True)
class Reward:
    """The prize of a category, and whether its winners have it by now.

    `sources` are the edition, and the entries that won it or may.

    >>> Reward(prize=Prize(kind="trophy"), category=AwardCategory(id="team", name="Team")).money is None
    True
    """

    prize: Prize
    category: AwardCategory
    is_received: bool = False
    sources: tuple[str, ...] = ()

    @property
    def money(self) -> Money | None:
        """The sum as a sum of its kind, as in a bursary of £1,000; None for what is no money."""
        amount = self.prize.amount
        if amount is None:
            return None
        return Money(amount=amount, currency=self.prize.currency, is_=self.prize.kind)


@attrs.frozen(kw_only=True)
class Share:
    """The part of a prize that goes to one nominee; `source` is the nominee's id, empty for a mere name.

    >>> Share(credit=Credit(credited_as="Ann Lee"), part=Fraction(1, 4)).part
    Fraction(1, 4)
    """

    credit: Credit
    part: Fraction
    source: str = ""


@attrs.frozen(kw_only=True)
class SharedPrize:
    """That the nominees of an entry that won share its prize, in their order.

    >>> SharedPrize(shares=()).is_received
    False
    """

    shares: tuple[Share, ...]
    is_received: bool = False
    sources: tuple[str, ...] = ()


def prizes_won(facts: EditionFacts, ceremony: Happening | None) -> tuple[Reward, ...]:
    """The prizes of the categories that our entries won and did not decline, in the order of the wins."""
    won = [entry for entry in facts.won if not entry.history.is_declined]
    return _rewards(won, facts, is_received=_is_received(ceremony))


def prizes_ahead(facts: EditionFacts) -> tuple[Reward, ...]:
    """The prizes of the categories that our entries may still win; none once results have told them."""
    return () if facts.has_results else _rewards(facts.pending, facts, is_received=False)


def shared_prize(entry: Entry, ceremony: Happening | None) -> SharedPrize | None:
    """How the nominees of a winning entry share its prize; None where nobody said that they do."""
    if not entry.history.has_won:
        return None
    shares = tuple(
        Share(credit=each, part=each.share, source=_id_of(each))
        for each in entry.nominees
        if each.share is not None
    )
    if not shares:
        return None
    ids = (entry.id, *(each.source for each in shares if each.source))
    return SharedPrize(shares=shares, is_received=_is_received(ceremony), sources=ids)


def _rewards(entries: Iterable[Entry], facts: EditionFacts, *, is_received: bool) -> tuple[Reward, ...]:
    held: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.category.prize is not None:
            held.setdefault(entry.category_id, []).append(entry)
    return tuple(
        Reward(
            prize=prize,
            category=own[0].category,
            is_received=is_received,
            sources=(facts.id, *(entry.id for entry in own)),
        )
        for own in held.values()
        if (prize := own[0].category.prize) is not None
    )


def _is_received(ceremony: Happening | None) -> bool:
    """Prizes are handed over at the ceremony; where none surely took place, nobody can say that they were."""
    return ceremony is not None and ceremony.is_sure and ceremony.tense is Tense.PAST


def _id_of(credit: Credit) -> str:
    record = credit.organisation or credit.person
    return record.id if record is not None else ""
