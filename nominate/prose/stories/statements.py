"""What people said, word for word, and what pictures show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nominate.documents import Block, Figure, Paragraph, Quotation
from nominate.model.quote import Image, Pictured
from nominate.prose.stories.desk import Desk
from nominate.prose.words import Name, capitalised, listed, spoken
from nominate.viewing.entry import Entry, Statement

__all__ = ["pictures", "statements"]


def statements(entries: Iterable[Entry], desk: Desk) -> Iterator[Block]:
    """The approved quotes about these entries, each after a line that says who speaks."""
    for entry in entries:
        for statement in entry.statements:
            if statement.is_approved and statement.name:
                yield Paragraph(content=_introduction(statement, desk), sources=(entry.id,))
                yield Quotation(paragraphs=spoken(statement.paragraphs, desk.style), sources=(entry.id,))


def _introduction(statement: Statement, desk: Desk) -> str:
    who = statement.name
    place = desk.mention(Name.of(statement.organisation)) if statement.organisation is not None else ""
    if statement.role:
        who += f", {statement.role} at {place}," if place else f", {statement.role},"
    elif place:
        who += f", of {place},"
    where = f"In {statement.via}, " if statement.via else ""
    return f"{where}{who} said:" if where else f"{capitalised(who)} said:"


def pictures(entries: Iterable[Entry], desk: Desk) -> Iterator[Block]:
    """The pictures that may be shown, each with its words, caption, people in order, and credit."""
    for entry in entries:
        for image in entry.images:
            # What the team itself sees has not been cleared.
            if image.alt and (image.consent is not None or not desk.is_internal):
                yield Figure(
                    alt=image.alt,
                    caption=_caption(image, desk),
                    credit=image.credit,
                    url=image.url or "",
                    sources=(entry.id,),
                )


def _caption(image: Image, desk: Desk) -> str:
    people = listed(_pictured(each, desk) for each in image.people)
    return ": ".join(part for part in (image.caption, people) if part)


def _pictured(pictured: Pictured, desk: Desk) -> str:
    person = next((each for each in desk.view.people if each.id == pictured.person), None)
    name = pictured.name or (person.name if person is not None else "")
    place = desk.view.organisation(pictured.organisation) if pictured.organisation is not None else None
    said = f"{name}, {pictured.role}" if pictured.role else name
    return f"{said} at {desk.mention(Name.of(place))}" if place is not None else said
