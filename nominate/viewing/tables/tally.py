"""How many entries of a view there are in each place and with each organisation, counted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from nominate.model.decision import Outcome
from nominate.viewing.entry import Entry

__all__ = ["Tally", "tally_of"]


@attrs.frozen(kw_only=True)
class Tally:
    """Entries and wins by award, edition and category, written as paths; and by organisation, in any role.

    >>> tally_of([]).entered["hsj/2020"]
    0
    """

    entered: Counter[str]
    won: Counter[str]
    organisations: Counter[str]
    shortlisted: Counter[str]
    winners: Counter[str]


def tally_of(entries: Iterable[Entry]) -> Tally:
    """The counts of these entries; a prize that was declined still counts as won."""
    tally = Tally(
        entered=Counter(), won=Counter(), organisations=Counter(), shortlisted=Counter(), winners=Counter()
    )
    entered: Counter[tuple[str, str]] = Counter()
    won: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        category = (entry.nomination.edition, entry.category.id)
        entered[category] += 1
        # An organisation that both leads and takes part is in one entry, not in two.
        named = {*entry.leads, *entry.partners}
        _add(tally.organisations, named)
        if entry.history.has_won:
            won[category] += 1
            _add(tally.winners, named)
        if entry.history.reached(Outcome.SHORTLISTED):
            _add(tally.shortlisted, named)
    _sum_up(tally.entered, entered)
    _sum_up(tally.won, won)
    return tally


def _sum_up(counts: Counter[str], categories: Mapping[tuple[str, str], int]) -> None:
    """Count for awards, editions and categories what was counted in each category of an edition."""
    for (edition, category), number in categories.items():
        for place in (edition.partition("/")[0], edition, f"{edition}/{category}"):
            counts[place] += number


def _add(counts: Counter[str], names: Iterable[str]) -> None:
    # A Counter's own `update` takes longer for a few names than to add them one by one.
    for name in names:
        counts[name] += 1
