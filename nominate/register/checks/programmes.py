"""Programmes: who leads and takes part, and whether what they achieved may be told."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.model.programme import Adoption, Impact
from nominate.register.checks.amounts import hedge_findings, money_findings
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.futures import future
from nominate.register.checks.index import Index
from nominate.register.checks.references import references

__all__ = ["in_programmes"]


def in_programmes(index: Index) -> Iterator[Finding]:
    """Faults in the programmes, their partners, impacts and adoption."""
    for place, programme in enumerate(index.records.programmes):
        at = ("programmes", place)
        yield from references(
            index,
            "organisation",
            [
                ((*at, "lead"), programme.lead),
                *(
                    ((*at, "partners", number, "organisation"), partner.organisation)
                    for number, partner in enumerate(programme.partners)
                ),
            ],
        )
        for number, impact in enumerate(programme.impacts):
            yield from _impact(index, (*at, "impacts", number), impact)
        if programme.adoption is not None:
            yield from _adoption((*at, "adoption"), programme.adoption)


def _impact(index: Index, at: Path, impact: Impact) -> Iterator[Finding]:
    yield from money_findings((*at, "money"), impact.money)
    yield from hedge_findings((*at, "hedges"), impact.hedges)
    if impact.value is None and impact.money is None:
        yield Finding(
            code="W527",
            at=at,
            message="an impact that says no amount",
            hint="give it a value with a unit, or money",
        )
    yield from _unit(at, impact)
    if impact.source is None:
        yield Finding(
            code="W520",
            at=at,
            message="an impact without a source is left out of everything public",
            hint="write source: and where it stands",
        )
    if impact.approved is None:
        yield Finding(
            code="W521",
            at=at,
            message="nobody has approved this impact",
            hint="write approved: {by: …, on: …} once somebody has",
        )
    else:
        yield from future(index, (*at, "approved", "on"), impact.approved.on, "approved")


def _adoption(at: Path, adoption: Adoption) -> Iterator[Finding]:
    yield from _unit(at, adoption)
    if adoption.source is None:
        yield Finding(
            code="W525",
            at=at,
            message="how far the programme has spread has no source",
            hint="write source: and where it stands",
        )


def _unit(at: Path, told: Impact | Adoption) -> Iterator[Finding]:
    if told.value is not None and not told.unit:
        yield Finding(
            code="W526",
            at=(*at, "value"),
            message=f"{told.value} of what is not said",
            hint="write unit: and the plural of what is counted, as in unit: strokes",
        )
