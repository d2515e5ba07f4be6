"""The work behind an entry: who does it, what it achieved word for word, how far it has spread."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nominate.documents import Block, Bullets, Link, Paragraph, Quotation, Sentence, plain
from nominate.model.programme import Impact, Programme
from nominate.prose.facts.holders import told_on
from nominate.prose.facts.programmes import (
    Achievement,
    Definition,
    Spread,
    achievements,
    definitions,
    partnership,
    spread,
)
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.roles import as_roles
from nominate.prose.words import (
    Name,
    articled,
    counted,
    hedged,
    listed,
    numbered,
    sentence,
    titled,
    valued,
)
from nominate.viewing.entry import Entry

__all__ = ["about_programme", "achieved", "achievement_said", "defined", "read_more", "work_introduced"]

# A period that says by itself how it stands in time takes no "in" before it.
_HAS_PREPOSITION = re.compile(
    r"(?:after|at|between|by|during|each|every|from|in|last|on|over|since|within)\b", re.IGNORECASE
)
_YEARS = re.compile(r"\d{4} to \d{4}")


def about_programme(
    programme: Programme, entry: Entry, desk: Desk, *, is_known: bool, before: Iterable[Block] = ()
) -> Iterator[Block]:
    """What the work is and who does it, what it achieved, how far it has spread: a paragraph each.

    `entry` is the one that it was entered with; `is_known` says that the lead has named the work already.
    A word of its glossary is explained where it is first used; those of the blocks `before`, before all else.
    """
    used = " ".join(map(_words, before)) if programme.glossary else ""
    for number, told in enumerate(
        (
            work_introduced(programme, entry, desk, is_known=is_known),
            _achieved(achievements(programme, desk.view), programme, desk),
            _spread(spread(programme, desk.view), programme, desk),
        )
    ):
        earlier = [] if number else [*_explained(programme, used, desk)]
        said = [*told]
        said += _explained(programme, " ".join(plain(each.content) for each in said), desk)
        yield from (Paragraph.of(each) for each in (earlier, said) if each)


def work_introduced(programme: Programme, entry: Entry, desk: Desk, *, is_known: bool) -> Iterator[Sentence]:
    """What the work is, what it does, who leads it and who else takes part; `is_known`: it has been named."""
    about = " ".join(programme.about.split())
    # What describes the work by its name needs no other sentence that names it.
    is_told = is_known or (programme.name in entry.title and about.startswith(programme.name))
    if not is_told:
        yield Sentence(content=_part_of(programme, entry, desk), sources=(programme.id, entry.id))
    if about.startswith(programme.name):
        about = f"{_name(programme, desk)}{about.removeprefix(programme.name)}"
    if about:
        yield Sentence(content=about, sources=(programme.id,))
    yield from _partners(programme, entry, desk)


def _part_of(programme: Programme, entry: Entry, desk: Desk) -> str:
    name = _name(programme, desk)
    what = articled(f"{programme.noun} on {programme.purpose}" if programme.purpose else programme.noun)
    title = titled(entry.title, desk.style)
    # An entry that bears the name of the work needs no word about how the two belong together.
    return sentence(
        f"{name} is {what}" if programme.name in entry.title else f"{title} is part of {name}, {what}"
    )


def _partners(programme: Programme, entry: Entry, desk: Desk) -> Iterator[Sentence]:
    """Who leads, and who else takes part, by role."""
    held = partnership(programme, told_on(entry), desk.view)
    if held is None:
        return
    lead = Name.of(held.lead)
    said = f"{desk.mention(lead)} {desk.agreed('leads', lead)} the {programme.noun}"
    if held.roles:
        said += f", with {as_roles(held.roles, desk)}"
    yield Sentence(content=sentence(said), sources=held.sources)


def _name(programme: Programme, desk: Desk) -> str:
    return desk.mention(Name.of(programme))


def _achieved(told: Sequence[Achievement], programme: Programme, desk: Desk) -> Iterator[Sentence]:
    for number, each in enumerate(told):
        yield achievement_said(each, f"the {programme.noun}" if number else _name(programme, desk), desk)


def achievement_said(told: Achievement, subject: str, desk: Desk) -> Sentence:
    """What the work that the subject names achieved, in its period, hedges and all."""
    said = sentence(_period(told.impact), f"{subject} {achieved(told.impact, desk)}")
    return Sentence(content=said, sources=told.sources)


def _period(impact: Impact) -> str:
    """Over how long, as the start of a sentence, in the source's own words."""
    if not impact.period:
        return ""
    if _HAS_PREPOSITION.match(impact.period):
        return f"{impact.period},"
    return f"{'from' if _YEARS.fullmatch(impact.period) else 'in'} {impact.period},"


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


def _spread(told: Spread | None, programme: Programme, desk: Desk) -> Iterator[Sentence]:
    if told is None:
        return
    adoption = told.adoption
    places = listed(adoption.places)
    number = (
        f"{numbered(adoption.value, desk.style)} {adoption.unit}".strip()
        if adoption.value is not None
        else ""
    )
    reach = " ".join(part for part in (number, f"across {places}" if places and number else places) if part)
    if adoption.as_of is None:
        said = f"{_name(programme, desk)} has spread to {reach}"
    else:
        day = desk.day(adoption.as_of, preposition=False)
        said = f"by {day}, {_name(programme, desk)} had spread to {reach}"
    yield Sentence(content=sentence(said), sources=told.sources)


def defined(programmes: Iterable[Programme], blocks: Iterable[Block], desk: Desk) -> Iterator[Block]:
    """What the words mean that the blocks use and nothing has explained, for those of the glossaries."""
    held = [programme for programme in programmes if programme.glossary]
    if not held:
        return
    used = " ".join(map(_words, blocks))
    said = [each for programme in held for each in _explained(programme, used, desk)]
    if said:
        yield Paragraph.of(said)


def _explained(programme: Programme, used: str, desk: Desk) -> Iterator[Sentence]:
    """The meaning of each word that is used, once in a piece."""
    for each in definitions(programme):
        if _uses(used, each) and desk.is_first_of(each.term.term.casefold()):
            meaning = " ".join(each.term.meaning.split())
            yield Sentence(content=sentence(f"{each.term.term} is {meaning}"), sources=each.sources)


def _uses(used: str, definition: Definition) -> bool:
    return bool(re.search(rf"\b{re.escape(definition.term.term)}\b", used, re.IGNORECASE))


def read_more(programme: Programme, desk: Desk) -> Iterator[Block]:
    """A link to the work's own pages, in words that say where it goes."""
    if programme.url is not None:
        link = Link(text=f"Find out more about {_name(programme, desk)}", url=programme.url)
        yield Paragraph.of([Sentence(content=link, sources=(programme.id,))])


def _words(block: Block) -> str:
    match block:
        case Paragraph():
            return plain(block.content)
        case Bullets():
            return " ".join(plain(item.content) for item in block.items)
        case Quotation():
            return " ".join(map(plain, block.paragraphs))
        case _:
            return ""
