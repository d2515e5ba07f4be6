"""What every part of a summary needs: the view, the style, the sources, and the phrases that parts share."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from functools import cached_property, lru_cache
from itertools import compress, count

import attrs

from nominate.model.decision import Decision, Outcome
from nominate.model.embargo import CLEARED, DateKind, Embargo
from nominate.model.fields import Audience
from nominate.model.organisation import Organisation
from nominate.model.programme import Programme
from nominate.model.when import When
from nominate.prose.house import without_weekdays
from nominate.prose.summarising.sources import Sources
from nominate.prose.words import capitalised, dated, ranked, titled
from nominate.register.counting import Rule
from nominate.styles.style import Style
from nominate.viewing.entry import Credit, Entry
from nominate.viewing.summary_kind import SummaryKind
from nominate.viewing.view import View

__all__ = ["Telling"]


@attrs.frozen(kw_only=True, eq=False)
class Telling:
    """One summary in the making: what it is of, how it speaks, and the sources that it has cited so far."""

    view: View
    style: Style
    kind: SummaryKind
    is_short: bool = False
    sources: Sources = attrs.field(init=False)
    brief: Style = attrs.field(init=False)
    _counted: dict[str, tuple[str, ...]] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "sources", Sources(is_silent=self.is_short))
        object.__setattr__(self, "brief", without_weekdays(self.style))

    @property
    def is_internal(self) -> bool:
        """Whether the team itself reads it."""
        return self.view.audience is Audience.INTERNAL

    @property
    def moment(self) -> datetime:
        """The moment that it is as of, in UTC."""
        return self.view.as_of.first_moment(self.view.zone)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of all entries, in file order."""
        return tuple([entry.id for entry in self.view.entries])

    @cached_property
    def is_shortlisted_alone(self) -> bool:
        """Whether each that got so far is recorded as shortlisted, whatever came after."""
        got = [each.history for each in self.view.entries if each.history.reached(Outcome.SHORTLISTED)]
        return all(Outcome.SHORTLISTED in [each.outcome for each in one.decisions] for one in got)

    def counted_by(self, rule: Rule) -> tuple[str, ...]:
        """The ids of the entries that a rule counts something of."""
        if rule.name not in self._counted:
            things = map(rule.things, count(), self.view.entries)
            self._counted[rule.name] = tuple(compress(self.ids, things))
        return self._counted[rule.name]

    def called(self, record: Organisation | Programme) -> str:
        """The full name; the short one, if there is one, in the short form."""
        return record.short_name or record.name if self.is_short else record.name

    def day(self, when: When) -> str:
        """The day of a date or time, with its year, as a table has room for."""
        return _day(when, self.brief, self.view.zone)

    def nominees(self, entry: Entry) -> str:
        """Who is nominated, each with its role beside lead and its share of the entry."""
        return "; ".join(map(_credited, entry.nominees))

    def standing(self, entry: Entry) -> str:
        """How an entry stands, since when, and what became of that; with its sources."""
        decision = entry.decision
        if decision is None:
            progress = entry.nomination.progress
            return f"No decision yet ({progress.value})" if progress is not None else "No decision yet"
        said = capitalised(_outcome(decision, entry, self.style))
        if decision.label and decision.label.casefold() not in said.casefold():
            said += f" ({titled(decision.label, self.style)})"
        if decision.announced is not None:
            said += f", {self.day(decision.announced)}"
        said = "; ".join((said, *_afterwards(decision, entry)))
        if self.is_internal:
            said += self._kept_back(decision, entry)
        return said + self.sources.cite(decision.source, entry.id)

    def _kept_back(self, decision: Decision, entry: Entry) -> str:
        if decision.announced is None:
            return "; not announced"
        embargo, opened = decision.embargo, entry.history.embargoed_until
        if embargo is None or (opened is not None and opened <= self.moment and embargo.until != CLEARED):
            return ""
        return f"; embargo until {self._end(embargo)}"

    def _end(self, embargo: Embargo) -> str:
        match embargo.until:
            case When() as when:
                return dated(when, self.brief, zone=self.view.zone)
            case DateKind() as kind:
                return f"the {kind.value}"
            case _:
                return CLEARED


# A table tells few days many times, and so do the summaries of one run.
@lru_cache(maxsize=1024)
def _day(when: When, style: Style, zone: tzinfo) -> str:
    said = dated(_without_time(when), style, zone=zone)
    # A day and its month stay on one line of a narrow column.
    return re.sub(r"\b(\d{1,2}) (?=[A-Z])", "\\1\u00a0", said)


def _without_time(when: When) -> When:
    if when.hour is None or when.offset is not None or when.end is not None:
        return when
    return attrs.evolve(when, hour=None, minute=None)


def _credited(credit: Credit) -> str:
    if credit.is_lead and credit.share is None:
        return credit.name
    notes = [] if credit.is_lead else [credit.role]
    notes += [str(credit.share)] if credit.share is not None else []
    return f"{credit.name} ({', '.join(notes)})"


def _outcome(decision: Decision, entry: Entry, style: Style) -> str:
    """The outcome in words; one that took another away says what it took."""
    said = decision.outcome.value
    if decision.outcome is Outcome.PLACED and decision.place is not None:
        said = f"{said} {ranked(decision.place, style)}"
    if decision.of is None:
        return said
    taken = [each for each in entry.history.decisions if each.id == decision.of]
    return f"{taken[0].outcome.value}; {said}" if taken else said


def _afterwards(decision: Decision, entry: Entry) -> list[str]:
    """What became of a decision: declined, or revoked and given back. That it was accepted is no news."""
    said = [
        each.outcome.value
        for each in entry.history.decisions
        if each.of is not None and each.of == decision.id and each.outcome is not Outcome.ACCEPTED
    ]
    # One that names no decision is about what the entry has reached.
    is_untold = entry.history.is_declined and Outcome.DECLINED.value not in said
    return [*said, Outcome.DECLINED.value] if is_untold else said
