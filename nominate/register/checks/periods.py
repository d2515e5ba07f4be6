"""Stretches of time that end before they begin."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.model.when import When
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.index import Index

__all__ = ["period"]


def period(index: Index, at: Path, *, since: When | None, until: When | None) -> Iterator[Finding]:
    """A finding where a membership or a role surely ended before it began."""
    if index.moments.is_surely_before(until, since):
        yield Finding(
            code="E410",
            at=(*at, "until"),
            message=f"until {until} is before since {since}",
            hint="swap the two, or mend the one that is wrong",
        )
