"""The work behind an entry: who does it, what it achieved word for word, how far it has spread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nominate.documents import Block, Bullets, Heading, Link, Paragraph, plain
from nominate.model.programme import Adoption, Impact, Programme
from nominate.prose.facts.programmes import told_adoption, told_impacts
from nominate.prose.stories.desk import Desk
from nominate.prose.words import (
    Name,
    agreed,
    articled,
    counted,
    hedged,
    listed,
    numbered,
    pluralised,
    sentence,
    titled,
    valued,
)
from nominate.viewing.entry import Entry

__all__ = ["about_programme", "achieved", "defined", "read_more"]


def about_programme(programme: Programme, entry: Entry, desk: Desk, *, is_known: bool) -> Iterator[Block]:
    """What the work is and who does it, what it achieved, how far it has spread: a paragraph each.

    `entry` is the one that it was entered with; `is_known` says that the lead has named the work already.
    """
    ids = (programme.id,)
    said = (
        "" if is_known else _part_of(programme, entry, desk),
        _one_line(programme.about),
        _partners(programme, desk),
    )
    if any(said):
        yield Paragraph(content=" ".join(part for part in said if part), sources=(*ids, entry.id))
    impacts = told_impacts(programme, desk.view)
    if impacts:
        subjects = [_name(programme, desk), *[f"the {programme.noun}"] * (len(impacts) - 1)]
        sentences = (_impact(each, subject, desk) for each, subject in zip(impacts, subjects, strict=True))
        yield Paragraph(content=" ".join(sentences), sources=ids)
    adoption = told_adoption(programme, desk.view)
    if adoption is not None:
        yield Paragraph(content=_adoption(adoption, programme, desk), sources=ids)


def _part_of(programme: Programme, entry: Entry, desk: Desk) -> str:
    name = _name(programme, desk)
    what = articled(f"{programme.noun} on {programme.purpose}" if programme.purpose else programme.noun)
    title = titled(entry.title, desk.style)
    # An entry that bears the name of the work needs no word about how the two belong together.
    return sentence(
        f"{name} is {what}" if programme.name in entry.title else f"{title} is part of {name}, {what}"
    )


def read_more(programme: Programme, desk: Desk) -> Iterator[Block]:
    """A link to the work's own pages, in words that say where it goes."""
    if programme.url is not None:
        link = Link(text=f"Find out more about {_name(programme, desk)}", url=programme.url)
        yield Paragraph(content=link, sources=(programme.id,))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _partners(programme: Programme, desk: Desk) -> str:
    """Who leads, and who else takes part, by role."""
    names: dict[str, list[str]] = {}
    lead = desk.view.organisation(programme.lead) if programme.lead is not None else None
    if lead is None:
        return ""
    subject = Name.of(lead)
    verb = agreed("leads", is_plural=subject.is_plural)
    said = f"{desk.mention(subject)} {verb} the {programme.noun}"
    for partner in programme.partners:
        organisation = desk.view.organisation(partner.organisation)
        if organisation is not None:
            names.setdefault(partner.role or "partner", []).append(desk.mention(Name.of(organisation)))
    roles = (f"{listed(own)} as {role if len(own) == 1 else pluralised(role)}" for role, own in names.items())
    return sentence(f"{said}, with {listed(roles)}" if names else said)


def _name(programme: Programme, desk: Desk) -> str:
    return desk.mention(Name.of(programme))


def _impact(impact: Impact, subject: str, desk: Desk) -> str:
    period = f"in {impact.period}," if impact.period else ""
    return sentence(period, f"{subject} {achieved(impact, desk)}")


def achieved(impact: Impact, desk: Desk, *, perfect: bool = False) -> str:
    """What was achieved, from the verb on, with every hedge in its place and none lost."""
    style = desk.style
    verb = hedged(impact.verb or "achieved", impact.hedges, style, at="verb")
    said = [f"has {verb}" if perfect else verb, _amount(impact, desk)]
    if impact.value is None and impact.money is not None:
        said.append(valued(impact.money, style))
    said += [
        f"among {impact.population}" if impact.population else "",
        f"in {impact.place}" if impact.place else "",
    ]
    phrase = " ".join(part for part in said if part)
    if impact.value is None or impact.money is None:
        return phrase
    money = valued(impact.money, style)
    return f"{phrase}, with {money}" if impact.money.is_ else f"{phrase}, worth {money}"


def _amount(impact: Impact, desk: Desk) -> str:
    """How many of what, with the hedges of the amount and of the noun."""
    if impact.value is None:
        return hedged("", impact.hedges, desk.style, at="amount")
    number = counted(impact.value, impact.unit_one or impact.unit, desk.style, many=impact.unit)
    if not impact.unit:
        number = numbered(impact.value, desk.style)
    amount = hedged(number, impact.hedges, desk.style, at="amount")
    before = hedged("", impact.hedges, desk.style, at="noun")
    if not before:
        return amount
    # "An estimated over 27 strokes" is no English: there the amount needs a noun before it.
    return articled(f"{before} {amount}" if amount == number else f"{before} total of {amount}")


def _adoption(adoption: Adoption, programme: Programme, desk: Desk) -> str:
    places = listed(adoption.places)
    number = (
        f"{numbered(adoption.value, desk.style)} {adoption.unit}".strip()
        if adoption.value is not None
        else ""
    )
    said = " ".join(part for part in (number, f"across {places}" if places and number else places) if part)
    if adoption.as_of is None:
        return sentence(f"{_name(programme, desk)} has spread to {said}")
    day = desk.day(adoption.as_of, preposition=False)
    return sentence(f"by {day}, {_name(programme, desk)} had spread to {said}")


def defined(programmes: Iterable[Programme], blocks: Iterable[Block]) -> Iterator[Block]:
    """What the words of the programmes' glossaries mean, for those that the blocks use."""
    terms = {
        term.term: (term.meaning, programme.id) for programme in programmes for term in programme.glossary
    }
    if not terms:
        return
    used = " ".join(map(_words, blocks))
    said = [
        (sentence(f"{term} is {_one_line(meaning)}"), name)
        for term, (meaning, name) in terms.items()
        if re.search(rf"\b{re.escape(term)}\b", used, re.IGNORECASE)
    ]
    if said:
        ids = tuple(dict.fromkeys(name for _, name in said))
        yield Paragraph(content=" ".join(text for text, _ in said), sources=ids)


def _words(block: Block) -> str:
    match block:
        case Paragraph() | Heading():
            return plain(block.content)
        case Bullets():
            return " ".join(plain(item.content) for item in block.items)
        case _:
            return ""
