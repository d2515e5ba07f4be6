"""What people said, and what pictures show: only what somebody agreed to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from nominate.model.when import When
from nominate.prose.facts.statements import Picture, Said, Seen, pictures_of, said_of
from nominate.prose.templates.signs import SIGN, as_fact
from nominate.prose.templates.tree.bodies import SourceTold
from nominate.prose.templates.tree.told import Marked, Teller, Told
from nominate.prose.words import Name
from nominate.viewing.entry import Entry

__all__ = ["ImageTold", "QuoteTold", "SeenTold", "images_of", "quotes_of"]


class QuoteTold(Told[Said]):
    """An approved quote, word for word."""

    WORD = "quote"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words by paragraph, without marks; `|spoken` puts them into the marks of the house style."""
        return self._record.paragraphs

    @property
    def name(self) -> str:
        """Who said it."""
        return self._record.name

    @property
    def role(self) -> str:
        """The speaker's role on the day."""
        return self._record.role

    @cached_property
    def organisation(self) -> Name | None:
        """The name of the organisation that the speaker spoke for."""
        place = self._record.organisation
        return Name.of(place) if place is not None else None

    @property
    def via(self) -> str:
        """Where it was said, as in a news release."""
        return self._record.via

    @property
    def said(self) -> When | None:
        """When it was said."""
        return self._record.said

    @property
    def source(self) -> SourceTold | None:
        """Where the words are from."""
        source = self._record.source
        return self._teller.one(SourceTold, source) if source is not None else None


class SeenTold(Told[Seen]):
    """Somebody in a picture."""

    WORD = "person"

    @property
    def name(self) -> str:
        """The name."""
        return self._record.name

    @property
    def role(self) -> str:
        """The role of that day."""
        return self._record.role

    @cached_property
    def organisation(self) -> Name | None:
        """The name of the organisation of that day."""
        place = self._record.organisation
        return Name.of(place) if place is not None else None


class ImageTold(Told[Picture]):
    """A picture that may be shown; `{{ image.shown }}` alone in a paragraph shows it, caption and all."""

    WORD = "image"

    @property
    def shown(self) -> Marked:
        """The picture itself, with its words, caption and credit."""
        file = as_fact(self._record.image.file)
        return Marked(f"{SIGN['!']}{SIGN['[']}{SIGN[']']}{SIGN['(']}{file}{SIGN[')']}")

    @property
    def file(self) -> str:
        """The name of its file; an address for `![words](address "caption")`."""
        return self._record.image.file

    @property
    def alt(self) -> str:
        """What it shows, for those who cannot see it."""
        return self._record.image.alt

    @property
    def caption(self) -> str:
        """The caption."""
        return " ".join(self._record.image.caption.split())

    @property
    def credit(self) -> str:
        """Who took it."""
        return self._record.image.credit

    @property
    def url(self) -> str | None:
        """Where it can be seen."""
        return self._record.image.url

    @cached_property
    def people(self) -> tuple[SeenTold, ...]:
        """Who is in it, from left to right."""
        return self._teller.all(SeenTold, self._record.people)


def quotes_of(entries: Iterable[Entry], teller: Teller) -> tuple[QuoteTold, ...]:
    """The approved quotes about entries, in their order."""
    return teller.all(QuoteTold, (said for entry in entries for said in said_of(entry, teller.view)))


def images_of(entries: Iterable[Entry], teller: Teller) -> tuple[ImageTold, ...]:
    """The pictures of entries that may be shown, in their order."""
    return teller.all(ImageTold, (seen for entry in entries for seen in pictures_of(entry, teller.view)))
