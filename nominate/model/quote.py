"""Quotes and images: what may be shown only with somebody's agreement."""

from __future__ import annotations

from typing import ClassVar

import attrs

from nominate.model.fields import Line, Link, Public, Slug, Text
from nominate.model.source import Approval, Source
from nominate.model.when import When

__all__ = ["Image", "Pictured", "Quote", "Speaker"]


@attrs.frozen(kw_only=True)
class Speaker:
    """Who said a quote: a person of the register by id, or somebody named on the spot.

    A bare id in the file stands for `person`.

    Attributes:
        person: the id of a person of the register
        name: the name, for somebody who is not in the register
        role: the role on the day, where it is not the person's own
        organisation: the id of the organisation that they spoke for

    >>> Speaker(person="patient-safety-lead").name
    ''
    """

    SHORT_FORM: ClassVar[str] = "person"

    person: Public[Slug | None] = None
    name: Public[Line] = ""
    role: Public[Line] = ""
    organisation: Public[Slug | None] = None


@attrs.frozen(kw_only=True)
class Quote:
    """Words that somebody said, never altered; public only once they are approved.

    Attributes:
        speaker: who said it
        text: the words; an empty line parts two paragraphs
        via: where they were said, as in a news release
        said: when
        of: the id of the decision that they are about: they stay unsaid as long as it does
        source: where the words are from
        approved: who agreed that they are used: without it they are not public

    >>> Quote(speaker=Speaker(person="lead"), text="We are proud.").paragraphs
    ('We are proud.',)
    """

    speaker: Public[Speaker | None] = None
    text: Public[Text]
    via: Public[Line] = ""
    said: Public[When | None] = None
    of: Public[Slug | None] = None
    source: Public[Source | None] = None
    approved: Approval | None = None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text as paragraphs, each on one line, in reading order."""
        parts = (" ".join(part.split()) for part in self.text.split("\n\n"))
        return tuple(part for part in parts if part)


@attrs.frozen(kw_only=True)
class Pictured:
    """One person in a picture, with the role of that day; a bare text in the file is the name.

    Attributes:
        name: the name, for somebody who is not in the register
        person: the id of a person of the register
        role: the role on the day
        organisation: the id of the organisation on the day

    >>> Pictured(name="A. Example", role="Ward Manager").role
    'Ward Manager'
    """

    SHORT_FORM: ClassVar[str] = "name"

    name: Public[Line] = ""
    person: Public[Slug | None] = None
    role: Public[Line] = ""
    organisation: Public[Slug | None] = None


@attrs.frozen(kw_only=True)
class Image:
    """A picture beside the register, with what must be said of it; public only with consent.

    Attributes:
        file: the path, from the register's folder
        alt: what the picture shows, for somebody who cannot see it
        caption: the caption, where naming the people is not enough
        people: who is in it, from left to right
        credit: who took it
        licence: under which licence it may be used
        of: the id of the decision that it gives away: it stays unseen as long as that does
        url: where it can be seen
        source: where it is from
        consent: who agreed that it is shown: without it the picture is not public

    >>> Image(file="team.jpg", alt="Four people hold a glass trophy").consent is None
    True
    """

    file: Public[Line]
    alt: Public[Text] = ""
    caption: Public[Text] = ""
    people: Public[tuple[Pictured, ...]] = ()
    credit: Public[Line] = ""
    licence: Public[Line] = ""
    of: Public[Slug | None] = None
    url: Public[Link | None] = None
    source: Public[Source | None] = None
    consent: Approval | None = None
