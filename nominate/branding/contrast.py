"""How well two colours can be told apart."""

from __future__ import annotations

__all__ = ["LEAST_CONTRAST", "contrast"]

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


def _luminance(colour: str) -> float:
    # WCAG 2.2, relative luminance, with the threshold of the sRGB standard.
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
