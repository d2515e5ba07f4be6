"""The summary of a view as a page in the colours of its publisher."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from nominate import Audience, Brand, Logo, Problem, View
from nominate.documents import Colours, Document, Figure, ReportLook, to_report
from nominate.prose import Style, summary
from nominate_html import HtmlOptions

__all__ = ["write_page"]

# Nearly black: on a black one, light letters seem to glow.
_DARK_PAPER = "14181D"


def write_page(view: View, options: HtmlOptions, out: BinaryIO) -> Iterable[Problem]:
    """Write the page; nothing of a document is beyond it, so no problem is ever given."""
    page = to_report(
        _composed(view, options),
        look=_look(Brand.asked(options.brand)),
        logo=_logo(options),
        is_public=view.audience is Audience.PUBLIC,
    )
    out.write(page.encode())
    return ()


def _composed(view: View, options: HtmlOptions) -> Document:
    return summary(view, kind=options.kind, is_short=options.short, style=Style.asked(options.style))


def _logo(options: HtmlOptions) -> Figure | None:
    logo = Logo.asked(options.logo, options.logo_alt)
    return Figure(alt=logo.alt, image=logo.content) if logo is not None else None


def _look(brand: Brand) -> ReportLook:
    dark = brand.on_dark(_DARK_PAPER)
    return ReportLook(
        light=_colours(brand, brand, paper="FFFFFF", tint=brand.tint),
        dark=_colours(dark, brand, paper=_DARK_PAPER, tint=_DARK_PAPER),
        font=brand.font,
    )


def _colours(brand: Brand, band: Brand, *, paper: str, tint: str) -> Colours:
    """The colours of a page; the band of the title is the brand's own by day and by night."""
    return Colours(
        paper=paper,
        tint=tint,
        ink=brand.ink,
        quiet=brand.quiet,
        main=brand.main,
        link=brand.link,
        line=brand.line,
        band=band.main,
        on_band=band.on_main,
    )
