"""What may be said of a programme at the moment of a view: nothing that is dated later."""

from __future__ import annotations

from nominate.model.programme import Adoption, Impact, Programme
from nominate.model.when import When
from nominate.viewing.view import View

__all__ = ["told_adoption", "told_impacts", "was_told"]


def told_impacts(programme: Programme, view: View) -> tuple[Impact, ...]:
    """The impacts that were told by then; for the team itself too, only those that have a source."""
    return tuple(each for each in programme.impacts if each.source is not None and was_told(each, view))


def was_told(fact: Impact | Adoption, view: View) -> bool:
    """Whether a figure can have been known by then: neither it nor its source is of a later day."""
    published = fact.source.on if fact.source is not None else None
    return _has_begun(fact.as_of, view) and _has_begun(published, view)


def told_adoption(programme: Programme, view: View) -> Adoption | None:
    """How far it had spread, None where that was not known by then, or nobody said how far."""
    adoption = programme.adoption
    if adoption is None or (adoption.value is None and not adoption.places):
        return None
    return adoption if was_told(adoption, view) else None


def _has_begun(when: When | None, view: View) -> bool:
    return when is None or when.first_moment(view.zone) <= view.as_of.first_moment(view.zone)
