"""What a field says about itself beside its type: who may see it, and which text it takes.

The converter, the clearing of a view, the JSON Schema and the reference all read these.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Annotated, TypeVar, get_args, get_origin, get_type_hints

import attrs

__all__ = [
    "Audience",
    "Line",
    "Link",
    "Public",
    "Slug",
    "Text",
    "TextRule",
    "audience_of",
    "key_of",
    "short_form_of",
]

T = TypeVar("T")


class Audience(Enum):
    """Who an output is for: each next one may know all that the one before may.

    `public` is everybody, `press` whoever keeps an embargo, `internal` the team itself.
    """

    PUBLIC = "public"
    PRESS = "press"
    INTERNAL = "internal"


@attrs.frozen(kw_only=True)
class TextRule:
    """Which text a field takes: at most `length` characters, with line feeds or not, an id or a link."""

    length: int
    has_lines: bool = False
    is_slug: bool = False
    is_link: bool = False


Public = Annotated[T, Audience.PUBLIC]
"""A field that everybody may see; every other field is internal."""

Line = Annotated[str, TextRule(length=300)]
"""Text on one line: a title, a name, a label."""

Text = Annotated[str, TextRule(length=20_000, has_lines=True)]
"""Text of any number of paragraphs; an empty line parts two."""

Slug = Annotated[str, TextRule(length=100, is_slug=True)]
"""An id: lower-case letters, digits and single hyphens, dots or underscores between them."""

Link = Annotated[str, TextRule(length=2_000, is_link=True)]
"""An address that begins with http://, https:// or mailto:."""


@cache
def audience_of(record: type, attribute: str) -> Audience:
    """Who may see that attribute of a record class: internal unless it is declared `Public`.

    >>> from nominate.model.nomination import Nomination
    >>> audience_of(Nomination, "title"), audience_of(Nomination, "fee")
    (<Audience.PUBLIC: 'public'>, <Audience.INTERNAL: 'internal'>)
    """
    declared = get_type_hints(record, include_extras=True)[attribute]
    notes = get_args(declared)[1:] if get_origin(declared) is Annotated else ()
    return Audience.PUBLIC if Audience.PUBLIC in notes else Audience.INTERNAL


def key_of(attribute: str) -> str:
    """The key of an attribute in the file: the same word, without the underscore that Python needs.

    >>> key_of("is_"), key_of("short_name")
    ('is', 'short_name')
    """
    return attribute.removesuffix("_")


def short_form_of(record: type) -> str:
    """The attribute that a bare value stands for in the file, or an empty text where there is no short form.

    >>> from nominate.model.nomination import Nominee
    >>> short_form_of(Nominee)
    'organisation'
    """
    return str(getattr(record, "SHORT_FORM", ""))
