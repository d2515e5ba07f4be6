"""Notes to editors: who runs the awards, what winning brings, where figures come from, who we are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nominate.documents import Block, Content, Heading, Inline, Item, Link, NumberedList, Paragraph, Strong
from nominate.model.embargo import DateKind
from nominate.model.organisation import Organisation
from nominate.model.programme import Programme
from nominate.model.source import Source
from nominate.prose.facts.dates import Tense, date_of, tense_of
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.programmes import told_impacts
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases import edition_name
from nominate.prose.stories.results import prize_said
from nominate.prose.words import Name, agreed, counted, listed, numbered, pluralised, ranked, sentence
from nominate.register.groups import day_of, named_on

__all__ = ["notes"]

_DEEDS = {"organiser": "organised", "host": "hosted", "sponsor": "sponsored"}
_DECLARED = {
    "categories": "category",
    "entries": "entry",
    "finalists": "finalist",
    "shortlisted": "shortlisted entry",
}


def notes(editions: Iterable[EditionFacts], programmes: Iterable[Programme], desk: Desk) -> Iterator[Block]:
    """The numbered notes below a story, after the word that says where it ends."""
    told = tuple(editions)
    items = [
        *(item for facts in told for item in _of_edition(facts, desk)),
        *(item for programme in programmes for item in _of_figures(programme, desk)),
        *_of_publisher(desk),
        *_sources(told, desk),
        *_contact(desk),
    ]
    if items:
        yield Paragraph(content=Strong(text="ENDS"))
        yield Heading(content="Notes to editors")
        yield NumberedList(items=items)


def _of_edition(facts: EditionFacts, desk: Desk) -> Iterator[Item]:
    said = [
        _run_by(facts, desk),
        " ".join(facts.award.about.split()),
        _ordinal(facts, desk),
        _declared(facts, desk),
        _eligibility(facts, desk),
        *_prizes_ahead(facts, desk),
    ]
    text = " ".join(part for part in said if part)
    if text:
        yield Item(content=text, sources=(facts.award.id, facts.id))


def _is_over(facts: EditionFacts, desk: Desk) -> bool:
    date = date_of(facts.edition, DateKind.CEREMONY)
    if facts.has_results:
        return True
    return date is not None and tense_of(date, facts.edition, desk.view) is Tense.PAST


def _is_plural(facts: EditionFacts) -> bool:
    return Name.of(facts.award).is_plural


def _run_by(facts: EditionFacts, desk: Desk) -> str:
    """Who organises, hosts and pays for the edition, by role; several of one role by their kinds."""
    hosts = facts.edition.hosts or facts.award.hosts
    if not hosts:
        return ""
    roles: dict[str, list[Organisation]] = {}
    for host in hosts:
        organisation = desk.view.organisation(host.organisation)
        if organisation is not None:
            named = named_on(organisation, day_of(facts.edition), desk.view.zone)
            roles.setdefault(host.role or "host", []).append(named)
    deeds = [f"{_DEEDS[role]} by {_by_kind(held, desk)}" for role, held in roles.items() if role in _DEEDS]
    others = [
        f"{_by_kind(held, desk)} as {role if len(held) == 1 else pluralised(role)}"
        for role, held in roles.items()
        if role not in _DEEDS
    ]
    verb = agreed("was" if _is_over(facts, desk) else "is", is_plural=_is_plural(facts))
    name = edition_name(facts.award, facts.edition)
    done = listed(deeds) or "held"
    return sentence(f"{name} {verb} {done}{f', with {listed(others)}' if others else ''}")


def _by_kind(held: list[Organisation], desk: Desk) -> str:
    """Names; where there are several, how many of each kind, with the names in brackets."""
    kinds: dict[str, list[str]] = {}
    for organisation in held:
        kinds.setdefault(organisation.kind, []).append(desk.mention(Name.of(organisation)))
    said = []
    for name, names in kinds.items():
        kind = desk.view.kind(name)
        if len(names) == 1 or kind is None:
            said += names
        else:
            said.append(f"{counted(len(names), kind.one, desk.style, many=kind.many)} ({listed(names)})")
    # What stands in brackets needs no semicolon around it.
    *most, last = said
    return (
        f"{', '.join(most)} and {last}" if most and any(each.endswith(")") for each in said) else listed(said)
    )


def _ordinal(facts: EditionFacts, desk: Desk) -> str:
    number = facts.edition.ordinal
    if number is None:
        return ""
    is_plural = _is_plural(facts)
    verb = agreed("was" if _is_over(facts, desk) else "is being", is_plural=is_plural)
    return sentence(f"{'they' if is_plural else 'it'} {verb} held for the {ranked(number, desk.style)} time")


def _eligibility(facts: EditionFacts, desk: Desk) -> str:
    who = " ".join(facts.award.eligibility.split())
    return sentence(f"who {'could' if _is_over(facts, desk) else 'can'} enter: {who}") if who else ""


def _declared(facts: EditionFacts, desk: Desk) -> str:
    """The organiser's own totals, told as the organiser's."""
    if not facts.edition.declared:
        return ""
    hosts = facts.edition.hosts or facts.award.hosts
    runs = [each for each in hosts if each.role == "organiser"] or [
        each for each in hosts if each.role == "host"
    ]
    who = (
        (runs[0].role if runs else "organiser")
        if len(runs) == 1
        else pluralised(runs[0].role if runs else "organiser")
    )
    totals = [
        counted(number, _DECLARED[what], desk.style)
        if what in _DECLARED
        else f"{numbered(number, desk.style)} {what}"
        for what, number in facts.edition.declared.items()
    ]
    verb = "was" if _is_over(facts, desk) else "is"
    is_plural = next(iter(facts.edition.declared.values())) != 1
    return sentence(f"according to the {who}, there {agreed(verb, is_plural=is_plural)} {listed(totals)}")


def _prizes_ahead(facts: EditionFacts, desk: Desk) -> Iterator[str]:
    """What the entries may win, where no result has told it already."""
    if facts.has_results:
        return
    held = {entry.category_id: entry.category for entry in facts.pending}
    for category in held.values():
        if category.prize is not None:
            yield prize_said(category.prize, desk, category=category)


def _of_figures(programme: Programme, desk: Desk) -> Iterator[Item]:
    """Where the figures of a programme come from, and how they were counted."""
    seen: dict[Content, list[str]] = {}
    for impact in told_impacts(programme, desk.view):
        if impact.source is not None:
            methods = seen.setdefault(_source(impact.source, desk), [])
            methods += [sentence(" ".join(impact.method.split()))] if impact.method else []
    name = desk.mention(Name.of(programme)) if seen else ""
    for source, methods in seen.items():
        method = f" {' '.join(dict.fromkeys(methods))}" if methods else ""
        yield Item(
            content=(f"Source of the figures on {name}: ", *source, f".{method}"), sources=(programme.id,)
        )


def _source(source: Source, desk: Desk, *, known_as: str = "") -> Content:
    """A source by its title, what we know its page as, its publisher or address; with its day and year."""
    words = source.title or known_as or source.publisher or _address(source.url or "")
    publisher = source.publisher if source.publisher and source.publisher not in words else ""
    day = desk.plain_day(source.on) if source.on is not None else ""
    rest = "".join(f", {part}" for part in (publisher, day) if part)
    named: Inline = Link(text=words, url=source.url) if source.url else words
    return (named, rest) if rest else (named,)


def _address(url: str) -> str:
    """An address as people write it by hand."""
    return re.sub(r"^(?:https?://|mailto:)", "", url).rstrip("/")


def _of_publisher(desk: Desk) -> Iterator[Item]:
    publisher = desk.view.publisher
    if publisher is None or desk.publisher is None:
        return
    about = " ".join(publisher.boilerplate.split())
    said: list[Inline] = [about] if about else []
    if publisher.url is not None:
        said += [" "] if about else []
        said.append(Link(text=f"Visit the website of {desk.mention(desk.publisher)}", url=publisher.url))
    if said:
        yield Item(content=said, sources=(publisher.id,))


def _sources(editions: Iterable[EditionFacts], desk: Desk) -> Iterator[Item]:
    """Where the outcomes were read, each place once."""
    found: dict[tuple[str, str], tuple[Source, str]] = {}
    ids: list[str] = []
    for facts in editions:
        for entry in facts.told:
            source = entry.decision.source if entry.decision is not None else None
            if source is not None:
                ids.append(entry.id)
                found.setdefault((source.url or "", source.title), (source, _page(source, facts)))
    if found:
        *most, last = (_source(source, desk, known_as=page) for source, page in found.values())
        parted = [inline for each in most for inline in (*each, "; ")]
        yield Item(content=(f"{'Sources' if most else 'Source'}: ", *parted, *last), sources=tuple(ids))


def _page(source: Source, facts: EditionFacts) -> str:
    """What a source's page is, where it is a page of the edition."""
    links = facts.edition.links.items()
    return next((f"{facts.edition.name}: {label}" for label, url in links if url == source.url), "")


def _contact(desk: Desk) -> Iterator[Item]:
    publisher = desk.view.publisher
    if publisher is not None and publisher.press_contact:
        said = f"Media contact: {' '.join(publisher.press_contact.split())}"
        yield Item(content=said, sources=(publisher.id,))
