"""Ids for new records: made of what they are called, the same each time, and taken by nobody."""

from __future__ import annotations

from collections.abc import Iterable

from nominate.files.converter import structured
from nominate.files.slugs import as_slug
from nominate.model.award import Edition
from nominate.model.fields import Slug
from nominate.model.nomination import Nomination
from nominate.register.groups import day_of

__all__ = ["Ids", "named_nomination", "year_of"]

_LONGEST_TITLE = 32


class Ids:
    """The ids that are taken, and new ones beside them.

    >>> ids = Ids(["ruh"])
    >>> ids.new("ruh"), ids.new("RUH!"), ids.new("…")
    ('ruh-2', 'ruh-3', 'record')
    """

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def new(self, name: str) -> str:
        """An id for what is called so; with a number where others have that id already."""
        slug = as_slug(name) or "record"
        found, number = slug, 2
        while found in self._taken:
            found, number = f"{slug}-{number}", number + 1
        self._taken.add(found)
        return found

    def given(self, text: str) -> str:
        """An id that somebody chose. Raises `Fault` where it is none."""
        made: str = structured(text, Slug)
        self._taken.add(made)
        return made


def named_nomination(nomination: Nomination, *, year: str) -> str:
    """What the id of a nomination is made of: its first nominee, the beginning of its title, and the year.

    >>> entry = Nomination(id="new", edition="hsj/2020", category="team", title="A better ward for all of us")
    >>> named_nomination(entry, year="2020")
    'a-better-ward-for-all-of-us-2020'
    """
    first = next(iter(nomination.nominees), None)
    who = (first.organisation or first.person or "") if first is not None else ""
    return "-".join(part for part in (who, as_slug(nomination.title, longest=_LONGEST_TITLE), year) if part)


def year_of(edition: Edition) -> str:
    """The year of an edition, or its id where nothing says the year.

    >>> year_of(Edition(id="2020-21")), year_of(Edition(id="autumn"))
    ('2020', 'autumn')
    """
    day = day_of(edition)
    return edition.id if day is None else str(day.year)
