"""Comparing dates that are known only in part: many times, quickly, and only where the answer is sure."""

from __future__ import annotations

from datetime import datetime, tzinfo

from nominate.model.when import When

__all__ = ["Moments"]


class Moments:
    """Sure answers about dates in the register's zone; what is not known is never a fault.

    It must not outlive the dates that it is asked about.

    >>> from datetime import UTC
    >>> Moments(UTC).is_surely_before(When(2020, 10), When(2020, 11))
    True
    """

    __slots__ = ("_bounds", "zone")

    def __init__(self, zone: tzinfo) -> None:
        self.zone = zone
        self._bounds: dict[int, tuple[datetime, datetime]] = {}

    def bounds(self, when: When) -> tuple[datetime, datetime]:
        """The first moment that a date may mean and the first after all that it may mean, in UTC."""
        # By identity: registers share few dates, and hashing one costs more than comparing two.
        found = self._bounds.get(id(when))
        if found is None:
            found = self._bounds[id(when)] = (when.first_moment(self.zone), when.end_moment(self.zone))
        return found

    def is_surely_before(self, one: When | None, other: When | None) -> bool:
        """Whether one was over when the other began; False where a date is missing or too vague to say."""
        if one is None or other is None or one is other:
            return False
        return self.bounds(one)[1] <= self.bounds(other)[0]
