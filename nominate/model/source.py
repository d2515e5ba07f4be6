"""Where a fact comes from, and who approved that it is said."""

from __future__ import annotations

from typing import ClassVar

import attrs

from nominate.model.fields import Line, Link, Public
from nominate.model.when import When

__all__ = ["Approval", "Source"]


@attrs.frozen(kw_only=True)
class Source:
    """A page, letter or call that a fact rests on; a bare address or title in the file is one of these.

    Attributes:
        url: the address
        title: what it is called; also a call, letter or meeting that has no address
        publisher: who published it
        on: when it was published
        seen: when somebody of the team last looked at it
        file: the name of the tracker or sheet that it came home in, for the team alone

    >>> Source(url="https://awards.example.org/shortlist", title="The shortlist").title
    'The shortlist'
    """

    SHORT_FORM: ClassVar[str] = "url"
    SHORT_FORM_OF_TEXT: ClassVar[str] = "title"

    url: Public[Link | None] = None
    title: Public[Line] = ""
    publisher: Public[Line] = ""
    on: Public[When | None] = None
    seen: When | None = None
    file: Line = ""

    @property
    def is_named(self) -> bool:
        """Whether readers can be told what it is; a file of the team's own tells them nothing.

        >>> Source(title="The shortlist").is_named, Source(file="tracker.xlsx").is_named
        (True, False)
        """
        return bool(self.url or self.title or self.publisher)


@attrs.frozen(kw_only=True)
class Approval:
    """Who agreed that something may be said or shown, and when; `by` is free text or a person's id.

    Attributes:
        by: who agreed: a person's id, or a name or role
        on: since when
        notes: what they asked for, for the team alone

    >>> Approval(by="Director of Communications", on=When(2020, 8, 18)).on
    When('2020-08-18')
    """

    SHORT_FORM: ClassVar[str] = "by"

    by: Line
    on: When | None = None
    notes: Line = ""
