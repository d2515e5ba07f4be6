"""`SummaryKind`: what a summary of a view is of, which decides its title and its parts."""

from __future__ import annotations

from enum import Enum

__all__ = ["SummaryKind"]


class SummaryKind(Enum):
    """What a summary is of: its title, its first paragraph, its parts and their order follow from that.

    >>> SummaryKind("deadlines").name
    'DEADLINES'
    """

    EDITION = "edition"
    ORGANISATION = "organisation"
    PROGRAMME = "programme"
    REVIEW = "review"
    DEADLINES = "deadlines"
    RESULTS = "results"
