"""Things told as done at a moment that is still to come."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.model.when import When
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.index import Index

__all__ = ["future"]


def future(index: Index, at: Path, when: When | None, deed: str) -> Iterator[Finding]:
    """A finding where something that is told as done surely lies ahead; none where now is not known."""
    if when is None or index.as_of is None:
        return
    if index.moments.is_surely_before(index.as_of, when):
        yield Finding(
            code="W430",
            at=at,
            message=f"{deed} on {when}, which is still to come",
            hint="mend the date, or add it once it has happened",
        )
