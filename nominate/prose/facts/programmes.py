"""What may be said of a programme at the moment of a view: nothing that is dated later."""

from __future__ import annotations

import attrs

from nominate.model.organisation import Organisation
from nominate.model.programme import Adoption, GlossaryTerm, Impact, Programme
from nominate.model.source import Source
from nominate.model.when import When
from nominate.prose.facts.roles import InRole, in_roles
from nominate.register.groups import named_on
from nominate.viewing.view import View

__all__ = [
    "Achievement",
    "Definition",
    "Figures",
    "Partnership",
    "Spread",
    "achievements",
    "definitions",
    "figures_of",
    "partnership",
    "spread",
    "told_adoption",
    "told_impacts",
    "was_told",
]


@attrs.frozen(kw_only=True)
class Achievement:
    """One thing that a programme achieved, with its hedges, period, place, money and source (`impact`).

    >>> Achievement(impact=Impact(verb="prevented", unit="strokes"), sources=("dwac",)).impact.verb
    'prevented'
    """

    impact: Impact
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Spread:
    """How far a programme had spread, and by when (`adoption`).

    >>> Spread(adoption=Adoption(unit="GP practices"), sources=("dwac",)).adoption.unit
    'GP practices'
    """

    adoption: Adoption
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Partnership:
    """Who leads a programme, and who else takes part as what, under the names of the day.

    >>> Partnership(lead=Organisation(id="hsj", name="HSJ"), sources=("dwac", "hsj")).roles
    ()
    """

    lead: Organisation
    roles: tuple[InRole, ...] = ()
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Definition:
    """What a word of a programme's glossary means.

    >>> Definition(term=GlossaryTerm(term="sepsis", meaning="a reaction to an infection")).sources
    ()
    """

    term: GlossaryTerm
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Figures:
    """One source of a programme's figures: what it counts (`units`) and how (`methods`), each once.

    >>> Figures(source=Source(title="Evaluation"), units=("falls",)).methods
    ()
    """

    source: Source
    units: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def achievements(programme: Programme, view: View) -> tuple[Achievement, ...]:
    """What the programme had achieved by then, as far as sources say, in file order."""
    return tuple(Achievement(impact=each, sources=(programme.id,)) for each in told_impacts(programme, view))


def spread(programme: Programme, view: View) -> Spread | None:
    """How far it had spread; None where that was not known by then, or nobody said how far."""
    adoption = told_adoption(programme, view)
    return Spread(adoption=adoption, sources=(programme.id,)) if adoption is not None else None


def partnership(programme: Programme, day: When | None, view: View) -> Partnership | None:
    """Who does the work, under the names of that day; None where no lead is known."""
    lead = view.organisation(programme.lead) if programme.lead is not None else None
    if lead is None:
        return None
    roles = in_roles(programme.partners, day, view, usual="partner")
    ids = (programme.id, lead.id, *(name for role in roles for name in role.sources))
    return Partnership(lead=named_on(lead, day, view.zone), roles=roles, sources=ids)


def definitions(programme: Programme) -> tuple[Definition, ...]:
    """The words of its glossary, in file order."""
    return tuple(Definition(term=each, sources=(programme.id,)) for each in programme.glossary)


def figures_of(programme: Programme, view: View) -> tuple[Figures, ...]:
    """Where its figures come from, each source once."""
    found: dict[Source, tuple[list[str], list[str]]] = {}
    for impact in told_impacts(programme, view):
        if impact.source is not None:
            units, methods = found.setdefault(impact.source, ([], []))
            units.append(impact.unit)
            methods.append(" ".join(impact.method.split()))
    adoption = told_adoption(programme, view)
    if adoption is not None and adoption.source is not None:
        found.setdefault(adoption.source, ([], []))[0].append(adoption.unit)
    return tuple(
        Figures(source=source, units=_each_once(units), methods=_each_once(methods), sources=(programme.id,))
        for source, (units, methods) in found.items()
    )


def _each_once(said: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in said if each))


def told_impacts(programme: Programme, view: View) -> tuple[Impact, ...]:
    """The impacts that were told by then; for the team itself too, only those that have a source."""
    return tuple(each for each in programme.impacts if each.source is not None and was_told(each, view))


def was_told(fact: Impact | Adoption, view: View) -> bool:
    """Whether a figure can have been known by then: neither it nor its source is of a later day."""
    published = fact.source.on if fact.source is not None else None
    return _has_begun(fact.as_of, view) and _has_begun(published, view)


def told_adoption(programme: Programme, view: View) -> Adoption | None:
    """How far it had spread, None where that was not known by then, or nobody said how far."""
    adoption = programme.adoption
    if adoption is None or (adoption.value is None and not adoption.places):
        return None
    return adoption if was_told(adoption, view) else None


def _has_begun(when: When | None, view: View) -> bool:
    return when is None or when.first_moment(view.zone) <= view.moment
