"""The logo of the first sheet: a picture that every spreadsheet program shows, with words beside it."""

from __future__ import annotations

from io import BytesIO

from nominate import File, OptionError
from nominate.errors import shown
from nominate_excel._parts import Picture

__all__ = ["logo_of"]

_FORMATS = ("PNG", "JPEG")


def logo_of(file: File | None, says: str) -> Picture | None:
    """The picture at the top of the first sheet, None without a file.

    Raises:
        OptionError: it is neither PNG nor JPEG, or has no words.
    """
    if file is None:
        if says:
            raise OptionError("logo_alt says what a logo shows, and there is no logo; give -O logo=FILE")
        return None
    if not says.strip():
        raise OptionError(f"logo {shown(file.name)} needs words for people who cannot see it: -O logo_alt=…")
    if _format(file.content) not in _FORMATS:
        raise OptionError(f"logo {shown(file.name)} is not a PNG or JPEG picture")
    return Picture(content=file.content, says=says, anchor="D1")


def _format(content: bytes) -> str | None:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - a tracker without a logo needs none of it

    try:
        with Image.open(BytesIO(content)) as image:
            image.verify()
            return image.format
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return None
