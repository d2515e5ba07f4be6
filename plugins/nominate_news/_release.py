"""Whether a piece is out, and since when."""

from __future__ import annotations

from datetime import date

from nominate import Audience, View

__all__ = ["is_for_release", "released"]


def is_for_release(view: View) -> bool:
    """Whether everybody may read it now: neither the team's own, nor under embargo."""
    match view.audience:
        case Audience.PUBLIC:
            return True
        case Audience.PRESS:
            return view.embargoed_until is None
        case _:
            return False


def released(view: View) -> date | None:
    """The day or moment for which a public piece is made; None where it is not known to the day.

    What is made for the press is not out, even where its embargo is known: nobody knows yet when it will be
    published.
    """
    day = view.as_of.date
    if view.audience is not Audience.PUBLIC or day is None:
        return None
    return day if view.as_of.hour is None else view.as_of.first_moment(view.zone).astimezone(view.zone)
