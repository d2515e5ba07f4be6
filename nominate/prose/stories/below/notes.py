"""Notes to editors: who runs the awards, what winning brings, where it was read, who we are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from nominate.documents import Block, Heading, Item, Link, NumberedList, Paragraph, Sentence, Strong, plain
from nominate.model.programme import Programme
from nominate.prose.facts.declared import Declared, declared, only_category
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.happenings import is_over
from nominate.prose.facts.prizes import prizes_ahead
from nominate.prose.facts.roles import InRole, hosting, sponsors
from nominate.prose.stories.below.references import references
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.categories import as_place, as_prize
from nominate.prose.stories.phrases.editions import edition_name
from nominate.prose.stories.phrases.roles import are_in_roles, as_roles, by_kind
from nominate.prose.stories.pieces.calls import open_to
from nominate.prose.stories.sections.results import prize_said
from nominate.prose.words import (
    Name,
    agreed,
    capitalised,
    counted,
    listed,
    numbered,
    pluralised,
    ranked,
    sentence,
)
from nominate.styles.style import Style

__all__ = ["declared_said", "notes"]

_DEEDS = {"organiser": "organised", "host": "hosted", "sponsor": "sponsored"}
_ENTRY, _CATEGORY = "entry", "category"
# What an organiser does with what it counts, as far as the word tells.
_DONE = {
    "entries": ("received", _ENTRY),
    "shortlisted": ("shortlisted", _ENTRY),
    "finalists": ("named", "finalist"),
}
_CATEGORIES = "categories"


def notes(editions: Iterable[EditionFacts], programmes: Iterable[Programme], desk: Desk) -> Iterator[Block]:
    """The numbered notes below a story, after the word that says where it ends."""
    told = tuple(editions)
    said = (
        *(_of_edition(facts, desk) for facts in told),
        *references(told, programmes, desk),
        _of_publisher(desk),
        _contact(desk),
    )
    items = [Item.of(each) for each in said if each]
    if items:
        yield Paragraph(content=Strong(text="ENDS"))
        yield Heading(content="Notes to editors")
        yield NumberedList(items=items)


def _of_edition(facts: EditionFacts, desk: Desk) -> list[Sentence]:
    """Who runs an edition and what there is to know of it, told in the past once it is over."""
    roles = hosting(facts, desk.view)
    opening = [*_run_by(facts, roles, desk)]
    if facts.call is None:
        opening += _about(facts, is_first=not opening)
    said = [
        *(each for total in declared(facts, roles) for each in declared_said(total, facts, desk)),
        *_sponsored(facts, roles, desk),
    ]
    is_named = bool(opening or said)
    if facts.call is None:
        # Nobody can enter any more once entries are on a list.
        is_past = bool(facts.told) or is_over(facts, desk.view)
        said += open_to(facts, is_past=is_past, names_edition=not is_named)
        is_named = is_named or not said
    ahead = prizes_ahead(facts)
    if ahead and not is_over(facts, desk.view):
        said += (prize_said(each, desk, says_category=True) for each in ahead)
    if said and is_named and not opening:
        said[0] = _placed(said[0], facts)
    return [*opening, *said]


def _placed(first: Sentence, facts: EditionFacts) -> Sentence:
    """The first sentence of a note after the edition that it is of, where nothing has named that."""
    said, where = plain(first.content), f"At {edition_name(facts.award, facts.edition)}"
    return attrs.evolve(first, content=f"{where}, {said[0].lower()}{said[1:]}")


def _run_by(facts: EditionFacts, roles: tuple[InRole, ...], desk: Desk) -> Iterator[Sentence]:
    """Who organises, hosts and pays for the edition, by role, and which one it is."""
    number = facts.edition.ordinal
    if not roles and number is None:
        return
    name, is_past = edition_name(facts.award, facts.edition), is_over(facts, desk.view)
    be = agreed("was" if is_past else "is", is_plural=Name.of(facts.award).is_plural)
    held_or_given = "held" if Name.of(facts.award).is_plural else "awarded"
    which = f"the {ranked(number, desk.style)} to be {held_or_given}" if number is not None else ""
    ids = (facts.id, facts.award.id, *(each for held in roles for each in held.sources))
    deeds = [f"{_DEEDS[held.role]} by {by_kind(held, desk)}" for held in roles if held.role in _DEEDS]
    others = [held for held in roles if held.role not in _DEEDS]
    if deeds:
        subject = f"{name}, {which}," if which else name
        beside = f", with {as_roles(others, desk)}" if others else ""
        yield Sentence(content=sentence(f"{subject} {be} {listed(deeds)}{beside}"), sources=ids)
    elif others:
        said = f"{are_in_roles(others, desk, is_past=is_past)} of {name}"
        yield Sentence(content=sentence(f"{said}, {which}" if which else said), sources=ids)
    elif which:
        yield Sentence(content=sentence(f"{name} {be} {which}"), sources=ids)


def _about(facts: EditionFacts, *, is_first: bool) -> Iterator[Sentence]:
    """What the awards are for, in the register's own words; what "they" are is said where nothing has."""
    for text, source in ((facts.award.about, facts.award.id), (facts.edition.about, facts.id)):
        about = " ".join(text.split()) if text else ""
        if about:
            name = edition_name(facts.award, facts.edition)
            pronoun = "They " if Name.of(facts.award).is_plural else "It "
            is_bare = is_first and about.startswith(("They ", "It "))
            if is_bare and about.startswith(pronoun):
                about = f"{capitalised(name)} {about.removeprefix(pronoun)}"
            elif is_bare:
                about = f"About {name}: {about}"
            yield Sentence(content=about, sources=(source, facts.id) if is_bare else (source,))
            is_first = False


def declared_said(total: Declared, facts: EditionFacts, desk: Desk) -> Iterator[Sentence]:
    """The organiser's own totals, told as the organiser's: what it did, else that there were so many."""
    style, role = desk.style, total.by.role if total.by is not None else "organiser"
    is_one = total.by is not None and len(total.by.organisations) == 1
    who = f"the {role if is_one else pluralised(role)}"
    where = f"in {as_place(total.category.name, style)}" if total.category is not None else ""
    deeds, rest = _deeds(total.totals, style)
    if deeds:
        said = f"{where}, {who} {deeds}" if where else f"{who} {deeds}"
        yield Sentence(content=sentence(said), sources=total.sources)
    if rest:
        be = "was" if is_over(facts, desk.view) else "is"
        be = agreed(be, is_plural=next(iter(rest.values())) != 1)
        numbers = listed(
            counted(number, _CATEGORY, style) if what == _CATEGORIES else f"{numbered(number, style)} {what}"
            for what, number in rest.items()
        )
        said = sentence(f"according to {who}, there {be} {numbers}", where)
        yield Sentence(content=said, sources=total.sources)


def _deeds(totals: Mapping[str, int], style: Style) -> tuple[str, dict[str, int]]:
    """What was received, shortlisted and named, as a predicate; and the totals that it leaves."""
    rest = dict(totals)
    deeds: list[str] = []
    for what, (verb, noun) in _DONE.items():
        if what in rest:
            number = rest.pop(what)
            is_part = bool(deeds) and noun == _ENTRY
            said = f"{numbered(number, style)} of them" if is_part else counted(number, noun, style)
            deeds.append(f"{verb} {said}")
    if deeds and _CATEGORIES in rest:
        deeds[0] += f" in {counted(rest.pop(_CATEGORIES), _CATEGORY, style)}"
    return listed(deeds), rest


def _sponsored(facts: EditionFacts, roles: tuple[InRole, ...], desk: Desk) -> Iterator[Sentence]:
    """Who pays for the category that all leading entries are in, unless they are told to pay for all."""
    category = only_category(facts)
    held = sponsors(category, facts, desk.view) if category is not None else None
    if category is None or held is None:
        return
    told = {each for role in roles if role.role == "sponsor" for each in role.sources}
    if not told.issuperset(held.sources):
        be = "was" if is_over(facts, desk.view) else "is"
        said = f"{as_prize(category.name, desk.style)} {be} sponsored by {by_kind(held, desk)}"
        yield Sentence(content=sentence(said), sources=(facts.id, *held.sources))


def _of_publisher(desk: Desk) -> list[Sentence]:
    publisher = desk.view.publisher
    if publisher is None or desk.publisher is None:
        return []
    about = " ".join(publisher.boilerplate.split())
    said = [Sentence(content=about, sources=(publisher.id,))] if about else []
    if publisher.url is not None:
        link = Link(text=f"Visit the website of {desk.mention(desk.publisher)}", url=publisher.url)
        said.append(Sentence(content=link, sources=(publisher.id,)))
    return said


def _contact(desk: Desk) -> list[Sentence]:
    publisher = desk.view.publisher
    if publisher is None or not publisher.press_contact:
        return []
    said = f"Media contact: {' '.join(publisher.press_contact.split())}"
    return [Sentence(content=said, sources=(publisher.id,))]
