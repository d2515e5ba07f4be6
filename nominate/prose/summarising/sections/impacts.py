"""What programmes achieved, as their sources say it: every hedge word for word."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Bullets, Heading, Item
from nominate.model.programme import Adoption, Impact, Programme
from nominate.prose.facts.programmes import told_adoption, was_told
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import Name, dated, ended, hedged, introduced, listed, numbered, valued
from nominate.styles.style import Style

__all__ = ["adopted", "impact_items", "impacts", "told_impact"]


def impacts(telling: Telling) -> Iterator[Block]:
    """A bullet for each impact and adoption of the programmes in view; nothing where there is none."""
    items = [*impact_items(telling)]
    if items:
        yield Heading(content="Impact")
        yield Bullets(items=items)


def impact_items(telling: Telling) -> Iterator[Item]:
    """A line for each figure on what a programme achieved, and on how far it has spread."""
    for programme in telling.view.programmes:
        yield from _items(programme, telling)


def _items(programme: Programme, telling: Telling) -> Iterator[Item]:
    name = introduced(Name.of(programme), telling.style)
    for impact in programme.impacts:
        if not was_told(impact, telling.view):
            continue
        said = ended(f"{name} {told_impact(impact, telling.style)}")
        said += telling.sources.cite(impact.source, programme.id)
        is_open = telling.is_internal and impact.approved is None
        yield Item(
            content=f"{said} Not approved yet: do not use." if is_open else said, sources=(programme.id,)
        )
    adoption = told_adoption(programme, telling.view)
    if adoption is not None:
        said = ended(f"{name} {adopted(adoption, telling.style)}")
        cited = telling.sources.cite(adoption.source, programme.id)
        yield Item(content=said + cited, sources=(programme.id,))


def told_impact(impact: Impact, style: Style) -> str:
    """What was achieved, from the verb on, with every hedge in its place and none lost.

    >>> from decimal import Decimal
    >>> impact = Impact(verb="prevented", value=Decimal(27), unit="strokes", hedges=("potentially",))
    >>> told_impact(impact, Style.load("health"))
    'potentially prevented 27 strokes'
    """
    unit = impact.unit_one if impact.value == 1 and impact.unit_one else impact.unit
    number = numbered(impact.value, style) if impact.value is not None else ""
    noun = hedged(unit, impact.hedges, style, at="noun")
    amount = " ".join(part for part in (number, noun) if part)
    said = [
        hedged(impact.verb, impact.hedges, style, at="verb"),
        hedged(amount, impact.hedges, style, at="amount"),
        f"among {impact.population}" if impact.population else "",
        f"over {impact.period}" if impact.period else "",
        f"in {impact.place}" if impact.place else "",
    ]
    phrase = " ".join(part for part in said if part)
    if impact.money is not None:
        phrase = f"{phrase}, {valued(impact.money, style)}" if phrase else valued(impact.money, style)
    return f"{phrase} (as of {dated(impact.as_of, style)})" if impact.as_of is not None else phrase


def adopted(adoption: Adoption, style: Style) -> str:
    """How far it has spread, from the verb on.

    >>> from decimal import Decimal
    >>> adopted(Adoption(value=Decimal(85), unit="GP practices", places=("Bath",)), Style.load("health"))
    'has been adopted by 85 GP practices in Bath'
    """
    number = numbered(adoption.value, style) if adoption.value is not None else ""
    places = f"in {listed(adoption.places)}" if adoption.places else ""
    phrase = " ".join(part for part in ("has been adopted by", number, adoption.unit, places) if part)
    return f"{phrase} (as of {dated(adoption.as_of, style)})" if adoption.as_of is not None else phrase
