"""The logo of the first sheet: a picture that every spreadsheet program shows, with words beside it."""

from __future__ import annotations

from nominate import File, Logo
from nominate_excel._parts import Picture

__all__ = ["logo_of"]

_PNG = b"\x89PNG"


def logo_of(file: File | None, says: str) -> Picture | None:
    """The picture at the top of the first sheet, None without a file.

    Raises:
        OptionError: it is neither PNG nor JPEG, or has no words.
    """
    logo = Logo.asked(file, says)
    if logo is None:
        return None
    ending = "png" if logo.content.startswith(_PNG) else "jpeg"
    return Picture(
        content=logo.content,
        ending=ending,
        width=logo.width,
        height=logo.height,
        says=logo.alt,
        column=4,
        row=1,
    )
