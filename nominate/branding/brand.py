"""`Brand`: the colours and the font of whoever publishes."""

from __future__ import annotations

import attrs

from nominate.model.fields import Line

__all__ = ["Brand"]


@attrs.frozen(kw_only=True)
class Brand:
    """The colours and the font of a publisher's files; without a file of its own, plain blue on white.

    Colours are six hexadecimal digits. A brand that `read_brand` gives is legible: text has a contrast of at
    least 4.5 to 1 on its ground.

    Attributes:
        main: titles, the ground of header rows, and bars of charts
        on_main: text on that ground
        ink: text
        quiet: notes under a title
        link: links
        line: the lines between rows
        font: the name of a font that readers have; left out, that of their program

    >>> Brand().main
    '1F4E79'
    """

    main: Line = "1F4E79"
    on_main: Line = "FFFFFF"
    ink: Line = "1A1A1A"
    quiet: Line = "505A5F"
    link: Line = "0B5394"
    line: Line = "D0D5DA"
    font: Line = ""
