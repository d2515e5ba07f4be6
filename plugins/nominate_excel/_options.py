"""What a person may ask of the tracker."""

from __future__ import annotations

import attrs

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
