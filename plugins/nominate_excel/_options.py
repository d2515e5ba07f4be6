"""What a person may ask of the tracker."""

from __future__ import annotations

import attrs

from nominate import File

__all__ = ["TrackerOptions"]


@attrs.frozen(kw_only=True)
class TrackerOptions:
    """The tracker's options; the id is always the first column, so that a row can be told by it.

    >>> TrackerOptions(columns=("title", "outcome")).soon
    14
    """

    title: str = attrs.field(
        default="",
        metadata={"help": "the workbook's title; without it, one is made from what the view holds"},
    )
    columns: tuple[str, ...] = attrs.field(
        default=(),
        metadata={"help": "the columns of the sheet Nominations, in order, by name; without it, all of them"},
    )
    soon: int = attrs.field(
        default=14,
        validator=attrs.validators.ge(0),
        metadata={"help": "how many days ahead a date counts as soon"},
    )
    brand: File | None = attrs.field(
        default=None,
        metadata={"help": "a small YAML file with your colours and font, as in main: 005EB8"},
    )
    logo: File | None = attrs.field(
        default=None,
        metadata={"help": "a PNG or JPEG picture for the first sheet; give its words with logo_alt"},
    )
    logo_alt: str = attrs.field(
        default="",
        metadata={"help": "what the logo shows, for people who cannot see it"},
    )
