"""`Theme`: the colours, the fonts and the logo of one file, from what a person asked for."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from nominate import Brand, File, Logo, OptionError
from nominate.errors import shown
from nominate_pdf._fonts.chain import Family, FontChain, chain_of, family_of, shipped
from nominate_pdf._fonts.embedding import FontRefused, embedded
from nominate_pdf._looks import Colour
from nominate_pdf._options import PdfOptions

__all__ = ["Theme", "refusal", "theme_of"]

_LEAST_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,.-")


@attrs.frozen(kw_only=True, eq=False)
class Theme:
    """How one file looks; without anything of a publisher's own, calm blue on white in Open Sans."""

    brand: Brand = attrs.field(factory=Brand)
    fonts: FontChain = attrs.field(factory=lambda: chain_of(shipped()))
    logo: Logo | None = None

    @property
    def inks(self) -> Mapping[Colour, str]:
        """The operators that choose each colour for what is drawn next."""
        return {colour: _ink(getattr(self.brand, colour.value)) for colour in Colour}


def theme_of(options: PdfOptions) -> Theme:
    """The theme that was asked for.

    Raises `OptionError` for a file that is no brand, no logo or no font.
    """
    return Theme(
        brand=Brand.asked(options.brand),
        fonts=chain_of((*_own(options), *shipped(), *map(_single, options.fallback_fonts))),
        logo=Logo.asked(options.logo, options.logo_alt),
    )


def refusal(refused: FontRefused, options: PdfOptions) -> OptionError:
    """What to say of a font whose damage showed only when letters were taken from it."""
    own = (options.font, options.font_bold, options.font_italic, *options.fallback_fonts)
    names = [file.name for file in own if file and embedded(file.content).fontName == refused.font]
    return OptionError(f"font {shown(names[0])} {refused}")


def _ink(colour: str) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return f"{red:.3f} {green:.3f} {blue:.3f} rg"


def _own(options: PdfOptions) -> tuple[Family, ...]:
    cuts = (options.font_bold, options.font_italic)
    if options.font is None:
        if any(cuts):
            raise OptionError("font_bold and font_italic go with a font; give -O font=FILE")
        return ()
    bold, italic = (_checked(cut) if cut else b"" for cut in cuts)
    family = family_of(_checked(options.font), bold=bold, italic=italic)
    if not family.letters >= _LEAST_LETTERS:
        raise OptionError(f"font {shown(options.font.name)} lacks plain letters or digits; give one of text")
    return (family,)


def _single(file: File) -> Family:
    return family_of(_checked(file))


def _checked(file: File) -> bytes:
    try:
        embedded(file.content)
    except FontRefused as refused:
        raise OptionError(f"font {shown(file.name)} {refused}") from None
    return file.content
