"""The line above a piece that says who may see it from when."""

from __future__ import annotations

from datetime import UTC

from nominate.model.fields import Audience
from nominate.model.when import When
from nominate.prose.words import dated
from nominate.styles.style import Style
from nominate.viewing.view import View

__all__ = ["status_of"]


def status_of(view: View, style: Style, *, free: str = "For immediate release") -> str:
    """Whether a piece is free, embargoed until a moment, or for the team alone; `free` says the first."""
    if view.audience is Audience.INTERNAL:
        return "Internal: not for publication"
    until = view.embargoed_until
    if view.audience is Audience.PRESS and until is not None:
        moment = When(*until.astimezone(UTC).timetuple()[:5], offset=0)
        return f"Embargoed until {dated(moment, style, zone=view.zone)}"
    return free
