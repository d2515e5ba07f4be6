"""The decisions about a nomination, each with the moment from which the public may know it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

import attrs

from nominate.cli.told import lines, told
from nominate.files.plain import plain
from nominate.model.decision import Decision
from nominate.model.when import When
from nominate.register.openings import openings
from nominate.register.register import Register
from nominate.viewing.entry import Entry

__all__ = ["Step", "steps"]

_SAID_FIRST = {"id", "outcome", "label", "announced"}


@attrs.frozen(kw_only=True)
class Step:
    """One decision; `opens` is the moment from which the public may know it, None for never as things stand.

    `is_public` says whether that moment has come; `is_corrected` that a later decision says it was never so.
    """

    decision: Decision
    opens: datetime | None
    is_public: bool
    is_corrected: bool

    def lines(self) -> Iterator[str]:
        """The decision as a person reads it: when, what, who may know; then the rest of it, indented."""
        decision = self.decision
        said = f", called {decision.label!r}" if decision.label else ""
        wrong = "; recorded by mistake" if self.is_corrected else ""
        when = str(decision.announced or "not announced")
        yield f"{when}: {decision.outcome.value}{said}; {self.openness}{wrong}"
        rest = plain(decision)
        if isinstance(rest, dict):
            kept = {key: value for key, value in rest.items() if key not in _SAID_FIRST}
            yield from lines(kept, indent="  ") if kept else ()

    @property
    def openness(self) -> str:
        """Who may know it, in words."""
        if self.opens is None:
            return "not public"
        moment = f"{self.opens:%Y-%m-%d}" if (self.opens.hour, self.opens.minute) == (0, 0) else ""
        moment = moment or f"{self.opens:%Y-%m-%dT%H:%M}"
        return f"public since {moment}" if self.is_public else f"not public before {moment}"

    def data(self) -> dict[str, object]:
        """The same as plain data."""
        return {
            "decision": told(self.decision),
            "public_from": self.opens.isoformat() if self.opens is not None else None,
            "is_public": self.is_public,
            "is_corrected": self.is_corrected,
        }


def steps(register: Register, entry: Entry, as_of: When) -> tuple[Step, ...]:
    """The decisions about an entry that the team knew at a moment, in the order of the file."""
    nomination = register.nomination(entry.id)
    opened = openings(nomination, register.edition(nomination.edition), register.zone)
    moments = dict(zip(nomination.decision_ids, opened, strict=True))
    every = [
        *((each, False) for each in entry.history.decisions),
        *((each, True) for each in entry.history.corrected),
    ]
    order = list(moments)
    every.sort(key=lambda pair: order.index(pair[0].id or ""))
    moment = as_of.first_moment(register.zone)
    return tuple(
        _step(each, moments[each.id or ""], moment, is_corrected=wrong, zone=register.zone)
        for each, wrong in every
    )


def _step(
    decision: Decision, opens: datetime | None, moment: datetime, *, is_corrected: bool, zone: tzinfo
) -> Step:
    return Step(
        decision=decision,
        opens=opens.astimezone(zone) if opens is not None else None,
        is_public=opens is not None and opens <= moment,
        is_corrected=is_corrected,
    )
