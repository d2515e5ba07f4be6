"""The logo of the first sheet: a picture that every spreadsheet program shows, with words beside it."""

from __future__ import annotations

from nominate import File, OptionError, read_logo
from nominate_excel._parts import Picture

__all__ = ["logo_of"]

_PNG = b"\x89PNG"


def logo_of(file: File | None, says: str) -> Picture | None:
    """The picture at the top of the first sheet, None without a file.

    Raises:
        OptionError: it is neither PNG nor JPEG, or has no words.
    """
    if file is None:
        if says:
            raise OptionError("logo_alt says what a logo shows, and there is no logo; give -O logo=FILE")
        return None
    logo = read_logo(file.content, name=file.name, alt=says)
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
