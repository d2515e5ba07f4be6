"""What there is to tell of each edition: its entries by how they stand, never by what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cached_property

import attrs

from nominate.model.award import Award, AwardCategory, Edition
from nominate.model.decision import Outcome
from nominate.model.programme import Programme
from nominate.prose.facts.calls import Call, call_of
from nominate.prose.facts.corrections import Correction, correction_of
from nominate.prose.facts.dates import is_open
from nominate.prose.facts.holders import key_of
from nominate.prose.facts.latest import latest_word, newest
from nominate.prose.facts.moved_dates import MovedDate, moved_dates
from nominate.register.counting import count
from nominate.viewing.entry import Entry
from nominate.viewing.view import View

__all__ = ["EditionFacts", "Standing", "standing", "told_editions", "untold"]


class Standing(Enum):
    """How an entry is told: `UNTOLD` for what ended without an honour, or has not begun."""

    WON = "won"
    HONOURED = "honoured"
    SHORTLISTED = "shortlisted"
    LONGLISTED = "longlisted"
    REVOKED = "revoked"
    UNTOLD = "untold"

    # Each is one object, and every entry of a piece is asked for its own: this asks no Python code.
    __hash__ = object.__hash__


_FEWEST_IN_A_TIE = 2
_HONOURS = frozenset(
    {
        Outcome.HIGHLY_COMMENDED,
        Outcome.COMMENDED,
        Outcome.SPECIAL_MENTION,
        Outcome.RUNNER_UP,
        Outcome.PLACED,
    }
)
_STANDINGS = {
    **dict.fromkeys(_HONOURS, Standing.HONOURED),
    Outcome.SHORTLISTED: Standing.SHORTLISTED,
    Outcome.LONGLISTED: Standing.LONGLISTED,
}

# Where one of them is known, an edition has its results.
_SETTLED = frozenset({Standing.WON, Standing.HONOURED, Standing.REVOKED})
_UNTOLD = frozenset({Standing.UNTOLD})


def standing(entry: Entry) -> Standing:
    """How an entry is told. A win that was declined is a win; one that was taken back is told as that.

    >>> from nominate.register.history import History
    >>> from nominate.model.nomination import Nomination
    >>> from nominate.model.award import Award
    >>> nomination = Nomination(id="a", edition="h/1", category="c", title="t")
    >>> award, edition, category = Award(id="h", name="H"), Edition(id="1"), AwardCategory(id="c", name="C")
    >>> past = History(decisions=(), category="c")
    >>> standing(Entry(nomination=nomination, award=award, edition=edition, category=category, history=past))
    <Standing.UNTOLD: 'untold'>
    """
    history = entry.history
    if history.has_won:
        return Standing.WON
    if Outcome.WON in [each.outcome for each in history.decisions]:
        return Standing.REVOKED
    outcome = history.outcome
    return Standing.UNTOLD if outcome is None else _STANDINGS.get(outcome, Standing.UNTOLD)


@attrs.frozen(kw_only=True)
class EditionFacts:
    """One edition with its entries by how they stand, each in file order.

    `ended` are its categories that were cancelled, merged or left without an award, where an entry was in
    one. `is_awaited` says that entries may still win: no result is known, and the moment of the results has
    not surely passed. `unsuccessful` is filled only where that was asked for: with those that ended without
    an honour, and were published to have.

    `corrections` and `moved` are those that are the latest public word (`is_corrected`, `is_moved`); where
    none is, all that there are. `call` says how the edition can be entered, where no entry is told of.
    """

    id: str
    award: Award
    edition: Edition
    won: tuple[Entry, ...] = ()
    honoured: tuple[Entry, ...] = ()
    shortlisted: tuple[Entry, ...] = ()
    longlisted: tuple[Entry, ...] = ()
    revoked: tuple[Entry, ...] = ()
    ended: tuple[AwardCategory, ...] = ()
    unsuccessful: tuple[Entry, ...] = ()
    corrections: tuple[Correction, ...] = ()
    moved: tuple[MovedDate, ...] = ()
    call: Call | None = None
    is_awaited: bool = False
    is_corrected: bool = False
    is_moved: bool = False

    @cached_property
    def told(self) -> tuple[Entry, ...]:
        """Every entry that may be named, the most honoured first."""
        return (*self.won, *self.honoured, *self.shortlisted, *self.longlisted, *self.revoked)

    @property
    def has_something(self) -> bool:
        """Whether there is anything to tell: of entries, of a date, or that it can be entered."""
        entries = self.main or self.revoked
        return bool(entries or self.ended or self.corrections or self.moved or self.call is not None)

    @property
    def main(self) -> tuple[Entry, ...]:
        """Those that the story opens with: the most honoured; none where all that there is was taken back."""
        return self.won or self.honoured or self.shortlisted or self.longlisted

    @cached_property
    def pending(self) -> tuple[Entry, ...]:
        """Those that may still win: no result is known of them, and their category goes on."""
        return tuple(
            entry for entry in (*self.shortlisted, *self.longlisted) if entry.category.result is None
        )

    @cached_property
    def work(self) -> Mapping[str, tuple[Programme, Entry]]:
        """The programmes whose work is told, by id, with an entry of each.

        They are those that won, else the one programme of all the entries that the story opens with.
        """
        entries = self.won or self.main
        held = {each.programme.id: (each.programme, each) for each in reversed(entries) if each.programme}
        if not held:
            return {}
        is_told = self.won or (len(held) == 1 and all(each.programme for each in entries))
        return dict(reversed(held.items())) if is_told else {}

    @property
    def has_results(self) -> bool:
        """Whether anything beyond a list is known of any entry."""
        return bool(self.won or self.honoured or self.revoked)

    @property
    def is_tie(self) -> bool:
        """Whether all the wins are one: a category that several organisations or people have won together."""
        if len(self.won) < _FEWEST_IN_A_TIE:
            return False
        leads = {key_of(entry) for entry in self.won}
        return len(leads) > 1 and len({entry.category_id for entry in self.won}) == 1

    @property
    def joint(self) -> tuple[tuple[Entry, ...], ...]:
        """The wins that share a category, category by category."""
        if len(self.won) < _FEWEST_IN_A_TIE:
            return ()
        groups: dict[str, list[Entry]] = {}
        for entry in self.won:
            groups.setdefault(entry.category_id, []).append(entry)
        return tuple(tuple(group) for group in groups.values() if count("wins", group) > 1)


def told_editions(view: View, *, names_unsuccessful: bool = False) -> tuple[EditionFacts, ...]:
    """The editions of which there is something to tell, in the view's order.

    `names_unsuccessful`: where that was published, the entries that ended without an honour are told too.
    """
    by_edition: dict[str, list[Entry]] = {}
    for entry in view.entries:
        by_edition.setdefault(entry.edition_id, []).append(entry)
    told = (
        _facts(name, award, edition, by_edition.get(name, []), view, names_unsuccessful=names_unsuccessful)
        for name, (award, edition) in view.editions.items()
    )
    return tuple(each for each in told if each.has_something)


def _facts(
    name: str,
    award: Award,
    edition: Edition,
    entries: list[Entry],
    view: View,
    *,
    names_unsuccessful: bool,
) -> EditionFacts:
    groups: dict[Standing, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(standing(entry), []).append(entry)
    ended = _ended(edition, entries)
    is_settled = not _SETTLED.isdisjoint(groups)
    every = tuple([each for entry in entries if (each := correction_of(entry, view)) is not None])
    dates = moved_dates(edition, view)
    latest = latest_word(entries, view) if every or dates else None
    corrected, moved = every and newest(every, latest, view), dates and newest(dates, latest, view)
    is_told = bool(ended) or not _UNTOLD.issuperset(groups)
    return EditionFacts(
        id=name,
        award=award,
        edition=edition,
        won=tuple(groups.get(Standing.WON, ())),
        honoured=tuple(groups.get(Standing.HONOURED, ())),
        shortlisted=tuple(groups.get(Standing.SHORTLISTED, ())),
        longlisted=tuple(groups.get(Standing.LONGLISTED, ())),
        revoked=tuple(groups.get(Standing.REVOKED, ())),
        ended=ended,
        unsuccessful=_unsuccessful(groups.get(Standing.UNTOLD, ())) if names_unsuccessful else (),
        corrections=corrected or every,
        moved=moved or dates,
        call=None if is_told else call_of(edition, view),
        is_awaited=not is_settled and is_open(edition, view),
        is_corrected=bool(corrected) or (bool(every) and not is_told),
        is_moved=bool(moved) or (bool(dates) and not is_told),
    )


def _ended(edition: Edition, entries: Iterable[Entry]) -> tuple[AwardCategory, ...]:
    """The categories with a result of their own in which an entry was, or is."""
    ended = [each for each in edition.categories if each.result is not None]
    if not ended:
        return ()
    held = {name for entry in entries for name in (entry.nomination.category, entry.category_id)}
    return tuple(each for each in ended if each.id in held)


def _unsuccessful(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(each for each in entries if each.outcome is Outcome.UNSUCCESSFUL)


def untold(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that no piece for the public names: they ended without an honour, or have not begun."""
    return tuple(entry for entry in entries if standing(entry) is Standing.UNTOLD)
