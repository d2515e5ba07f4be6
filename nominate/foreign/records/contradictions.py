"""What a sheet says that cannot be so, as a shortlist after its ceremony: one of the two is kept aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from nominate.errors import Problem, Severity
from nominate.model.award import Award, Edition
from nominate.model.mapping import FrozenDict
from nominate.model.nomination import Nomination
from nominate.model.settings import Records
from nominate.register.changes import Origin
from nominate.register.checks import Finding, check

__all__ = ["without_contradictions"]

_ROUNDS = 5


def without_contradictions(
    records: Records, origins: Sequence[Origin], *, file: str
) -> tuple[Records, tuple[Problem, ...]]:
    """Records in which `nominate check` finds no dates that cannot be, and what was kept aside for that.

    A date of an edition goes to the edition's `extra`, and when an outcome was decided or announced to that
    of its nomination. An embargo is never taken away.

    >>> without_contradictions(Records(), (), file="a.xlsx")[1]
    ()
    """
    told: list[Problem] = []
    for _ in range(_ROUNDS):
        errors = [finding for finding in check(records) if finding.severity is Severity.ERROR]
        awards, nominations = _within(errors, "awards", "dates"), _within(errors, "nominations", "decisions")
        if not awards and not nominations:
            break
        told += [_told(Origin(file=file), finding) for found in awards.values() for finding in found]
        told += [_told(origins[place], each) for place, found in nominations.items() for each in found]
        records = attrs.evolve(
            records,
            awards=tuple(_award(award, awards.get(place, ())) for place, award in enumerate(records.awards)),
            nominations=tuple(
                _nomination(nomination, nominations.get(place, ()))
                for place, nomination in enumerate(records.nominations)
            ),
        )
    return records, tuple(told)


def _within(findings: Iterable[Finding], collection: str, part: str) -> Mapping[int, list[Finding]]:
    """The findings about that part of a record, by the place of the record."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.at[0] == collection and part in finding.at:
            found[int(finding.at[1])].append(finding)
    return found


def _told(origin: Origin, finding: Finding) -> Problem:
    hint = "one of the two is kept as extra; mend the sheet, or the register afterwards"
    problem = Problem(code="W745", severity=Severity.WARNING, message=finding.message, hint=hint)
    return origin.problem(problem)


def _award(award: Award, findings: Sequence[Finding]) -> Award:
    wrong: dict[int, set[int]] = defaultdict(set)
    for finding in findings:
        _, _, _, edition, _, date, *_ = finding.at
        wrong[int(edition)].add(int(date))
    editions = (_edition(edition, wrong[place]) for place, edition in enumerate(award.editions))
    return attrs.evolve(award, editions=tuple(editions)) if findings else award


def _edition(edition: Edition, wrong: set[int]) -> Edition:
    if not wrong:
        return edition
    aside = {edition.dates[place].what.value: str(edition.dates[place].when) for place in sorted(wrong)}
    kept = tuple(date for place, date in enumerate(edition.dates) if place not in wrong)
    return attrs.evolve(edition, dates=kept, extra=FrozenDict({**aside, **edition.extra}))


def _nomination(nomination: Nomination, findings: Sequence[Finding]) -> Nomination:
    decisions, extra = list(nomination.decisions), dict(nomination.extra)
    for finding in findings:
        place = int(finding.at[3])
        before = decisions[place]
        # What is not announced is not public: the safe one of the two goes.
        if finding.code == "E420":
            extra.setdefault("decided", str(before.on))
            decisions[place] = attrs.evolve(before, on=None)
        else:
            extra.setdefault("announced", str(before.announced))
            decisions[place] = attrs.evolve(before, announced=None)
    return attrs.evolve(nomination, decisions=tuple(decisions), extra=FrozenDict(extra))
