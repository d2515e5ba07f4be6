"""When the dates of an edition are, seen from the moment of a view."""

from __future__ import annotations

from enum import Enum

from nominate.model.award import Certainty, Edition, KeyDate
from nominate.model.embargo import DateKind
from nominate.register.groups import day_of
from nominate.viewing.view import View

_TELLING = (DateKind.CEREMONY, DateKind.RESULTS_PUBLISHED)
# In a tuple, because the hash of an enumeration's member is made by Python code.
_OFF = (Certainty.CANCELLED, Certainty.POSTPONED)

__all__ = ["Tense", "date_of", "is_firm", "is_open", "tense_of"]


class Tense(Enum):
    """Whether a date is surely over, surely ahead, or may be either: now, or known too vaguely to say."""

    PAST = "past"
    OPEN = "open"
    AHEAD = "ahead"


def tense_of(date: KeyDate, edition: Edition, view: View) -> Tense:
    """Where a date lies from the view's moment; one without a day is over once its edition is.

    >>> from nominate.viewing.build import view
    >>> from nominate.model.settings import Records
    >>> from nominate.model.when import When
    >>> from nominate.register.register import Register
    >>> now, ceremony = "2020-10-01", KeyDate(what=DateKind.CEREMONY, when=When(2020, 11))
    >>> tense_of(ceremony, Edition(id="2020"), view(Register(records=Records()), as_of=now))
    <Tense.AHEAD: 'ahead'>
    """
    moment, zone = view.moment, view.zone
    if date.when is None:
        return Tense.OPEN if is_open(edition, view) else Tense.PAST
    if date.when.end_moment(zone) <= moment:
        return Tense.PAST
    return Tense.AHEAD if date.when.first_moment(zone) > moment else Tense.OPEN


def is_open(edition: Edition, view: View) -> bool:
    """Whether its winners may still be unknown: nothing that tells them is surely over, nor its year.

    >>> from nominate.viewing.build import view
    >>> from nominate.model.settings import Records
    >>> from nominate.register.register import Register
    >>> is_open(Edition(id="2020"), view(Register(records=Records()), as_of="2021-01-01"))
    False
    """
    moment, zone = view.moment, view.zone
    telling = [date for date in edition.dates if date.what in _TELLING]
    if any(date.certainty is Certainty.POSTPONED for date in telling):
        return True
    known = [date.when.end_moment(zone) for date in telling if date.when is not None and is_firm(date)]
    if known:
        return max(known) > moment
    day = day_of(edition)
    return day is None or day.end_moment(zone) > moment


def date_of(edition: Edition, kind: DateKind) -> KeyDate | None:
    """The date of a kind that is for everybody, the first where there are several; None without one."""
    for date in edition.dates:
        if date.what is kind and date.for_ is None:
            return date
    return None


def is_firm(date: KeyDate) -> bool:
    """Whether it is still meant to happen then.

    >>> is_firm(KeyDate(what=DateKind.CEREMONY, certainty=Certainty.POSTPONED))
    False
    """
    return date.certainty not in _OFF
