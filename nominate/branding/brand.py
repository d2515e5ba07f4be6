"""`Brand`: the colours and the font of whoever publishes."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from nominate.branding.contrast import LEAST_CONTRAST, contrast, mixed
from nominate.errors import DataError, OptionError
from nominate.files.in_hand import FileInHand
from nominate.model.fields import Line

__all__ = ["Brand"]

_PAPER = "FFFFFF"
_TINTS = range(8, 0, -1)
_QUIETER = range(20, 0, -5)
# The contrast of each colour on a dark ground, with some to spare for what is quiet and for links.
_ON_DARK = {"main": 6.0, "ink": 13.0, "quiet": 7.0, "link": 7.0}
_LINE_ON_DARK = 25


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

    @classmethod
    def asked(cls, file: FileInHand | None) -> Brand:
        """The brand that the option `brand` of an exporter asks for; ours without it.

        Raises:
            OptionError: it is no brand that `read_brand` takes; the message has every fault, one a line.

        >>> Brand.asked(None) == Brand()
        True
        """
        from nominate.branding.reading import read_brand  # noqa: PLC0415 - it makes records of this file

        try:
            return cls() if file is None else read_brand(file.content, name=file.name)
        except DataError as error:
            raise OptionError(str(error)) from None

    @property
    def tint(self) -> str:
        """A ground for tiles and header rows: as much of `main` in white as leaves all text legible on it.

        >>> Brand().tint, Brand(quiet="767676").tint
        ('EDF1F4', 'FFFFFF')
        """
        grounds = (mixed(self.main, _PAPER, percent=percent) for percent in _TINTS)
        return next((each for each in grounds if self._is_legible_on(each)), _PAPER)

    @property
    def quiet_on_main(self) -> str:
        """Notes on the ground `main`: `on_main` toned down as far as leaves it legible.

        >>> Brand().quiet_on_main, Brand(main="005EB8").quiet_on_main
        ('D2DCE4', 'CCDFF1')
        """
        colours = (mixed(self.main, self.on_main, percent=percent) for percent in _QUIETER)
        return _first(colours, ground=self.main, otherwise=self.on_main)

    def on_dark(self, paper: str) -> Brand:
        """The brand for a dark ground: every colour so much lighter that it is legible on `paper`.

        Text is lightened furthest, as on white it is darkest; lines are drawn in a tint of their own.

        >>> Brand().on_dark("14181D").main
        '849EB5'
        """
        light = {name: _lightened(getattr(self, name), paper, least) for name, least in _ON_DARK.items()}
        line = mixed(_PAPER, paper, percent=_LINE_ON_DARK)
        return attrs.evolve(self, **light, on_main=paper, line=line)

    def _is_legible_on(self, ground: str) -> bool:
        texts = (self.main, self.ink, self.quiet, self.link)
        return all(contrast(text, ground) >= LEAST_CONTRAST for text in texts)


def _lightened(colour: str, paper: str, least: float) -> str:
    lighter = (mixed(_PAPER, colour, percent=percent) for percent in range(0, 101, 5))
    return next((each for each in lighter if contrast(each, paper) >= least), _PAPER)


def _first(colours: Iterable[str], *, ground: str, otherwise: str) -> str:
    return next((each for each in colours if contrast(each, ground) >= LEAST_CONTRAST), otherwise)
