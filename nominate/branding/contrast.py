"""How well two colours can be told apart."""

from __future__ import annotations

__all__ = ["LEAST_CONTRAST", "contrast", "mixed"]

# WCAG 2.2, success criterion 1.4.3, level AA (w3.org/TR/WCAG22, read 2026-11).
LEAST_CONTRAST = 4.5
"""What text needs on its ground."""


def contrast(colour: str, ground: str) -> float:
    """The contrast ratio of two colours of six hexadecimal digits, from 1 for equal ones to 21.

    >>> round(contrast("000000", "FFFFFF"), 1), round(contrast("005EB8", "FFFFFF"), 2)
    (21.0, 6.38)
    """
    lighter, darker = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, ground: str, *, percent: int) -> str:
    """So much of a colour in another, part by part, as paint on a screen is mixed.

    >>> mixed("000000", "FFFFFF", percent=0), mixed("1F4E79", "FFFFFF", percent=8)
    ('FFFFFF', 'EDF1F4')
    """
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    return "".join(f"{round((one * percent + other * (100 - percent)) / 100):02X}" for one, other in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    return red, green, blue


def _luminance(colour: str) -> float:
    # WCAG 2.2, relative luminance, with the threshold of the sRGB standard.
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
