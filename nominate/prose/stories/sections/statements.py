"""What people said, word for word, and what pictures show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nominate.documents import Block, Figure, Paragraph, Quotation, Sentence
from nominate.model.when import When
from nominate.prose.facts.statements import Picture, Said, Seen, pictures_of, said_of
from nominate.prose.stories.desk import Desk
from nominate.prose.words import Name, capitalised, ended, listed, spoken
from nominate.viewing.entry import Entry

__all__ = ["pictures", "statements"]


def statements(entries: Iterable[Entry], desk: Desk, *, since: When | None = None) -> Iterator[Block]:
    """The approved quotes about these entries, each after a line that says who speaks.

    `since`: only those of which it is known that they were not said before.
    """
    for entry in entries:
        for said in said_of(entry, desk.view) if entry.statements else ():
            if since is not None and (
                said.said is None or said.said.is_before(since, desk.view.zone) is True
            ):
                continue
            introduction = Sentence(content=_introduction(said, desk), sources=said.sources)
            yield Paragraph.of([introduction])
            yield Quotation(paragraphs=spoken(said.paragraphs, desk.style), sources=said.sources)


def _introduction(said: Said, desk: Desk) -> str:
    """Who speaks; the role is said once, and whoever has been named before goes by the short name."""
    person = said.person
    has_own_name = person is not None and said.name == person.name
    who = desk.mention(Name.of(person)) if person is not None and has_own_name else said.name
    if desk.is_first_of(person.id if person is not None else said.name):
        who += _role(said, desk)
    return f"In {said.via}, {who} said:" if said.via else f"{capitalised(who)} said:"


def _role(said: Said, desk: Desk) -> str:
    place = desk.mention(Name.of(said.organisation)) if said.organisation is not None else ""
    if said.role:
        return f", {said.role} at {place}," if place else f", {said.role},"
    return f", of {place}," if place else ""


def pictures(entries: Iterable[Entry], desk: Desk) -> Iterator[Block]:
    """The pictures that may be shown, each with its words, caption, people in order, and credit."""
    for entry in entries:
        for picture in pictures_of(entry, desk.view) if entry.images else ():
            yield Figure(
                alt=picture.image.alt,
                caption=_caption(picture, desk),
                credit=picture.image.credit,
                url=picture.image.url or "",
                file=picture.image.file,
                sources=picture.sources,
            )


def _caption(picture: Picture, desk: Desk) -> str:
    """What it shows, then who is in it from left to right, unless the caption itself names them all."""
    caption = " ".join(picture.image.caption.split())
    people = [] if all(each.name in caption for each in picture.people) else picture.people
    names = listed(_seen(each, desk) for each in people)
    if len(people) > 1:
        return " ".join(part for part in (caption and ended(caption), ended(f"From left: {names}")) if part)
    return ": ".join(part for part in (caption, names) if part)


def _seen(seen: Seen, desk: Desk) -> str:
    said = f"{seen.name}, {seen.role}" if seen.role else seen.name
    return said if seen.organisation is None else f"{said} at {desk.mention(Name.of(seen.organisation))}"
