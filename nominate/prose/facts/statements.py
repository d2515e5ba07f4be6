"""What people said and what pictures show: the words as they stand, and who spoke as on the day."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from nominate.model.fields import Audience
from nominate.model.organisation import Organisation
from nominate.model.person import Person
from nominate.model.quote import Image, Pictured, Quote
from nominate.model.source import Source
from nominate.model.when import When
from nominate.prose.facts.holders import told_on
from nominate.register.groups import has_role, named_on
from nominate.viewing.entry import Entry, Statement
from nominate.viewing.view import View

__all__ = ["Citation", "Picture", "Said", "Seen", "citation_of", "pictures_of", "said_of"]


@attrs.frozen(kw_only=True)
class Said:
    """An approved quote: its paragraphs word for word, the speaker, and where the words are from.

    `role` and `organisation` are those of the day on which it was said. `person` is None for a speaker who
    is not in the register. `sources` are the entry, the person and the organisation.

    >>> Said(paragraphs=("We are proud.",), name="Dr Ann Example").role
    ''
    """

    paragraphs: tuple[str, ...]
    name: str
    person: Person | None = None
    role: str = ""
    organisation: Organisation | None = None
    via: str = ""
    said: When | None = None
    source: Source | None = None
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Citation:
    """What the judges said of an entry, by paragraph and word for word.

    >>> Citation(paragraphs=("Outstanding.",), title="Warm Hands").sources
    ()
    """

    paragraphs: tuple[str, ...]
    title: str
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Seen:
    """Somebody in a picture, with the role and organisation of its day.

    >>> Seen(name="A. Example", role="Ward Manager").organisation is None
    True
    """

    name: str
    role: str = ""
    organisation: Organisation | None = None


@attrs.frozen(kw_only=True)
class Picture:
    """A picture that may be shown (`image`), and who is in it from left to right.

    >>> Picture(image=Image(file="team.jpg", alt="Four people")).people
    ()
    """

    image: Image
    people: tuple[Seen, ...] = ()
    sources: tuple[str, ...] = ()


def said_of(entry: Entry, view: View) -> Iterator[Said]:
    """The quotes about an entry that somebody approved, in file order, for whatever audience."""
    for quote, statement in zip(entry.nomination.quotes, entry.statements, strict=True):
        if statement.is_approved and statement.name:
            yield _said(quote, statement, entry, view)


def _said(quote: Quote, statement: Statement, entry: Entry, view: View) -> Said:
    name = quote.speaker.person if quote.speaker is not None else None
    place = statement.organisation
    ids = (entry.id, *((name,) if name is not None else ()), *((place.id,) if place is not None else ()))
    return Said(
        paragraphs=statement.paragraphs,
        name=statement.name,
        person=_person(name, view),
        role=statement.role,
        organisation=place,
        via=statement.via,
        said=statement.said,
        source=statement.source,
        sources=ids,
    )


def citation_of(entry: Entry) -> Citation | None:
    """The words of the judges about an entry; None without any."""
    text = entry.decision.citation if entry.decision is not None else ""
    paragraphs = tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())
    return Citation(paragraphs=paragraphs, title=entry.title, sources=(entry.id,)) if paragraphs else None


def pictures_of(entry: Entry, view: View) -> Iterator[Picture]:
    """The pictures of an entry that somebody consented to, with words for those who cannot see them."""
    # What the team itself sees has not been cleared.
    is_cleared = view.audience is not Audience.INTERNAL
    for image in entry.images:
        if image.alt and (is_cleared or image.consent is not None):
            people = tuple(_seen(each, entry, view) for each in image.people)
            yield Picture(image=image, people=people, sources=(entry.id, *_ids_of(image)))


def _ids_of(image: Image) -> Iterator[str]:
    for each in image.people:
        yield from (name for name in (each.person, each.organisation) if name is not None)


def _seen(pictured: Pictured, entry: Entry, view: View) -> Seen:
    """The role as the picture gives it, else what the person was when the entry was told."""
    person, day = _person(pictured.person, view), told_on(entry)
    name = pictured.name or (person.name if person is not None else "")
    title, place = pictured.role, pictured.organisation
    if person is not None and not title and place is None:
        own = next((each for each in person.roles if has_role(each, day, view.zone)), None)
        title, place = (own.title, own.organisation) if own is not None else ("", None)
    organisation = view.organisation(place) if place is not None else None
    named = named_on(organisation, day, view.zone) if organisation is not None else None
    return Seen(name=name, role=title, organisation=named)


def _person(name: str | None, view: View) -> Person | None:
    return next((each for each in view.people if each.id == name), None) if name is not None else None
