"""The one order in which every form tells the dates of a view."""

from __future__ import annotations

from nominate import (
    Award,
    Certainty,
    DateKind,
    Edition,
    KeyDate,
    Records,
    Register,
    View,
    When,
    view,
)

DATES = (
    KeyDate(what=DateKind.CEREMONY, certainty=Certainty.POSTPONED),
    KeyDate(what=DateKind.LAUNCH, when=When(2027), certainty=Certainty.POSTPONED),
    KeyDate(what=DateKind.SHORTLIST_ANNOUNCED, when=When(2027)),
    KeyDate(what=DateKind.JUDGING, when=When(2027, 3), certainty=Certainty.POSTPONED),
    KeyDate(what=DateKind.OTHER, name="Walk", when=When(2027, 3, 9), certainty=Certainty.POSTPONED),
    KeyDate(what=DateKind.ENTRY_DEADLINE, when=When(2027, 3, 31)),
    KeyDate(what=DateKind.ENTRIES_OPEN, when=When(2028, 1, 1)),
)


def _view() -> View:
    edition = Edition(id="2027", dates=DATES)
    records = Records(awards=(Award(id="hsj", name="HSJ Awards", editions=(edition,)),))
    return view(Register(records=records), as_of="2026-11-01")


def test_dates_come_by_the_earliest_day_and_those_postponed_to_none_yet_by_the_latest() -> None:
    told = [(event.date.what, str(event.date.when or "")) for event in _view().events]
    assert told == [
        (DateKind.SHORTLIST_ANNOUNCED, "2027"),
        (DateKind.OTHER, "2027-03-09"),
        (DateKind.ENTRY_DEADLINE, "2027-03-31"),
        (DateKind.JUDGING, "2027-03"),
        (DateKind.LAUNCH, "2027"),
        (DateKind.ENTRIES_OPEN, "2028-01-01"),
        (DateKind.CEREMONY, ""),
    ]
