"""Which changes are the latest public word on an edition: those are what a piece about it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from nominate.model.when import When
from nominate.viewing.entry import Entry
from nominate.viewing.view import View

__all__ = ["latest_word", "newest"]


class _Told(Protocol):
    @property
    def since(self) -> When | None:
        """When it was told."""


Told = TypeVar("Told", bound=_Told)


def latest_word(entries: Iterable[Entry], view: View) -> When | None:
    """When the last decision about any of the entries was announced; None where none was."""
    said = (each.announced for entry in entries for each in entry.history.decisions)
    return max(
        (when for when in said if when is not None),
        key=lambda when: when.first_moment(view.zone),
        default=None,
    )


def newest(changes: Iterable[Told], latest: When | None, view: View) -> tuple[Told, ...]:
    """The changes that were told no earlier than the latest other word; all, where there is no other.

    One of which nobody noted when it was told may be an old one.
    """
    if latest is None:
        return tuple(changes)
    return tuple(
        each
        for each in changes
        if each.since is not None and latest.is_after(each.since, view.zone) is not True
    )
