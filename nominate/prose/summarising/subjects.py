"""What a summary is about: an organisation, a programme, a network or an award, and of which time."""

from __future__ import annotations

from nominate.model.award import Award
from nominate.model.organisation import Organisation
from nominate.model.programme import Programme
from nominate.model.when import When
from nominate.register.groups import day_of
from nominate.viewing.entry import Credit, Entry
from nominate.viewing.view import View

__all__ = ["is_led_by", "is_nominated", "organisation_of", "period_of", "programme_of", "reviewed"]


def organisation_of(view: View) -> Organisation | None:
    """The one that was asked for, else the only one that is nominated; None where there are several."""
    chosen = view.scope.organisation
    if not chosen:
        chosen = tuple({name for entry in view.entries for name in (*entry.leads, *entry.partners)})
    return view.organisation(chosen[0]) if len(chosen) == 1 else None


def is_nominated(entry: Entry, organisation: Organisation) -> bool:
    """Whether an organisation, or a team of it, is credited, in any role."""
    return any(_is_of(each, organisation) for each in entry.nominees)


def is_led_by(entry: Entry, organisation: Organisation) -> bool:
    """Whether an organisation, or a team of it, is credited as lead."""
    return any(each.is_lead and _is_of(each, organisation) for each in entry.nominees)


def _is_of(credit: Credit, organisation: Organisation) -> bool:
    own = credit.organisation
    return organisation.id == credit.counts_as or (own is not None and organisation.id == own.id)


def programme_of(view: View) -> Programme | None:
    """The one that was asked for, else the one that every entry is of; None where there are several."""
    chosen = view.scope.programme or tuple({entry.programme_id or "" for entry in view.entries})
    held = {each.id: each for each in view.programmes}
    return held.get(chosen[0]) if len(chosen) == 1 else None


def reviewed(view: View) -> Organisation | Award | None:
    """Whose awards a review is of: the network that was asked for, the one award, else the publisher."""
    network = view.scope.member_of
    if len(network) == 1 and view.organisation(network[0]) is not None:
        return view.organisation(network[0])
    return view.awards[0] if len(view.awards) == 1 else view.publisher


def period_of(view: View) -> When | None:
    """The time that was asked for, else the years of the editions in which there is an entry, if known."""
    if len(view.scope.announced) == 1:
        return view.scope.announced[0]
    years = view.scope.year or tuple(
        day.year
        for name in dict.fromkeys(entry.edition_id for entry in view.entries)
        if (day := day_of(view.editions[name][1])) is not None
    )
    if not years:
        return None
    first, last = min(years), max(years)
    return When(first) if first == last else When(first, end=When(last))
