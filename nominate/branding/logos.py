"""`read_logo`: a publisher's logo, a picture that every form can show, with words beside it."""

from __future__ import annotations

import warnings
from functools import lru_cache
from io import BytesIO

import attrs

from nominate.errors import OptionError, shown
from nominate.files.in_hand import FileInHand

__all__ = ["Logo", "read_logo"]

_FORMATS = ("PNG", "JPEG")
# Comments and declarations may stand before the element.
_HEAD = 2_000
# A wide page in print has 5,000 across; a few bytes can claim so many that no memory holds them.
_MOST_DOTS = 16_000_000


@attrs.frozen(kw_only=True)
class Logo:
    """A logo that can be shown, as `read_logo` gives it; it is never altered, only made larger or smaller.

    `alt` are its words for people who cannot see it, `width` and `height` are in dots.

    >>> Logo(content=b"", alt="Aberdwr network", width=300, height=100).shape
    3.0
    """

    content: bytes = attrs.field(repr=lambda content: f"<{len(content)} bytes>")
    alt: str
    width: int
    height: int

    @property
    def shape(self) -> float:
        """How many times as wide as high it is."""
        return self.width / self.height

    @classmethod
    def asked(cls, file: FileInHand | None, alt: str) -> Logo | None:
        """The logo that the options `logo` and `logo_alt` of an exporter ask for, None without them.

        Raises:
            OptionError: there are words without a picture, or it is none that `read_logo` takes.

        >>> Logo.asked(None, "") is None
        True
        """
        if file is not None:
            return read_logo(file.content, name=file.name, alt=alt)
        if alt:
            raise OptionError("logo_alt says what a logo shows, and there is no logo; give -O logo=FILE")
        return None


def read_logo(content: bytes, *, name: str, alt: str) -> Logo:
    """The logo in a PNG or JPEG file; `name` is the file's, for messages.

    Raises:
        OptionError: it is another kind of file or a broken one, has no words, or more than 16 million dots.

    >>> read_logo(b"<svg/>", name="logo.svg", alt="Us")
    Traceback (most recent call last):
    nominate.errors.OptionError: logo 'logo.svg' is an SVG drawing; save it as a large PNG picture
    """
    if not alt.strip():
        raise OptionError(f"logo {shown(name)} needs words for people who cannot see it: -O logo_alt=…")
    if b"<svg" in content[:_HEAD]:
        raise OptionError(f"logo {shown(name)} is an SVG drawing; save it as a large PNG picture")
    size = _size(content)
    if size is None:
        raise OptionError(f"logo {shown(name)} is not a PNG or JPEG picture")
    if size[0] * size[1] > _MOST_DOTS:
        raise OptionError(
            f"logo {shown(name)} has {size[0]:,} times {size[1]:,} dots, and {_MOST_DOTS:,} are the most; "
            "make it smaller"
        )
    if not _is_whole(content):
        raise OptionError(f"logo {shown(name)} is damaged: it cannot be shown to its end; save it anew")
    return Logo(content=content, alt=" ".join(alt.split()), width=size[0], height=size[1])


def _size(content: bytes) -> tuple[int, int] | None:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - a file without a logo needs none of it

    try:
        with warnings.catch_warnings():
            # We have a limit of our own.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content)) as image:
                image.verify()
                return image.size if image.format in _FORMATS else None
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return None


# Each file of a batch asks for the same one.
@lru_cache(maxsize=4)
def _is_whole(content: bytes) -> bool:
    """Whether every dot of a picture can be made out, which its head alone does not tell."""
    from PIL import Image  # noqa: PLC0415 - see `_size`

    try:
        with Image.open(BytesIO(content)) as image:
            image.load()
    except (OSError, SyntaxError, ValueError):
        return False
    return True
