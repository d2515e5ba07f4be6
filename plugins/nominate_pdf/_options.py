"""What a person may ask of the PDF."""

from __future__ import annotations

import attrs

from nominate import File, SummaryOptions

__all__ = ["PdfOptions"]


@attrs.frozen(kw_only=True)
class PdfOptions(SummaryOptions):
    """The PDF's options: those of every summary, and how the file looks.

    >>> PdfOptions(logo_alt="Aberdwr network").brand is None
    True
    """

    brand: File | None = attrs.field(
        default=None,
        metadata={"help": "a small YAML file with your colours, as in main: 005EB8"},
    )
    logo: File | None = attrs.field(
        default=None,
        metadata={"help": "a PNG or JPEG picture for the first page; give its words with logo_alt"},
    )
    logo_alt: str = attrs.field(
        default="",
        metadata={"help": "what the logo shows, for people who cannot see it"},
    )
    font: File | None = attrs.field(
        default=None,
        metadata={"help": "a TrueType font (.ttf) to set all text in; without it, Open Sans"},
    )
    font_bold: File | None = attrs.field(
        default=None,
        metadata={"help": "the bold of that font"},
    )
    font_italic: File | None = attrs.field(
        default=None,
        metadata={"help": "the italic of that font"},
    )
    fallback_fonts: tuple[File, ...] = attrs.field(
        default=(),
        metadata={"help": "TrueType fonts for letters that no font at hand holds, the first one first"},
    )
    pdfa: bool = attrs.field(
        default=False,
        metadata={
            "help": "make it a file for archives as well (PDF/A-2a), which some readers open read-only"
        },
    )
    every_letter: bool = attrs.field(
        default=False,
        metadata={"help": "refuse a text with a letter that cannot be printed, instead of telling of it"},
    )
