"""`SummaryOptions`: what people may ask of a summary, whatever kind of file it becomes."""

from __future__ import annotations

from enum import Enum

import attrs

from nominate.plugging.options import File
from nominate.viewing.summary_kind import SummaryKind

__all__ = ["SummaryOptions", "SummaryStyle"]


class SummaryStyle(Enum):
    """A house style that comes with the package.

    >>> SummaryStyle("govuk").name
    'GOVUK'
    """

    HEALTH = "health"
    GOVUK = "govuk"
    PRESS = "press"


@attrs.frozen(kw_only=True)
class SummaryOptions:
    """What every form of the summary takes; an exporter's own options class extends it.

    They are what `nominate.prose.summary` asks for: `kind`, `short` for `is_short`, and `style`, which
    `nominate.prose.Style.asked` reads.

    >>> @attrs.frozen(kw_only=True)
    ... class SlideOptions(SummaryOptions):
    ...     dark: bool = False
    >>> SlideOptions(short=True).kind is None
    True
    """

    kind: SummaryKind | None = attrs.field(
        default=None, metadata={"help": "what the summary is of; by default what was asked for calls for"}
    )
    short: bool = attrs.field(
        default=False, metadata={"help": "the form for one page, which says what it leaves out"}
    )
    style: SummaryStyle | File | None = attrs.field(
        default=None, metadata={"help": "the house style, or a file of your own; by default the register's"}
    )
