"""Words that are somebody else's: speech and titles, never altered, only marked."""

from __future__ import annotations

from collections.abc import Iterable

from nominate.styles.style import Style

__all__ = ["headlined", "quoted", "spoken", "titled"]


def quoted(text: str, marks: tuple[str, ...]) -> str:
    """The text between an opening and a closing mark.

    >>> quoted("We are proud.", ("“", "”"))
    '“We are proud.”'
    """
    opening, closing = marks
    return f"{opening}{text}{closing}"


def titled(text: str, style: Style) -> str:
    """The title of something within a sentence: a category, a piece of work, an entry.

    >>> titled("Team of the Year", Style.load("health"))
    '‘Team of the Year’'
    """
    return quoted(text, style.quotations.titles)


def headlined(text: str, style: Style) -> str:
    """Words quoted in a headline.

    >>> headlined("life-saving", Style.load("govuk"))
    '‘life-saving’'
    """
    return quoted(text, style.quotations.headlines)


def spoken(paragraphs: Iterable[str], style: Style) -> tuple[str, ...]:
    """Speech by paragraph, with its marks; no word or mark within is changed.

    >>> spoken(["We are proud.", "It was hard."], Style.load("health"))
    ('“We are proud.', '“It was hard.”')
    """
    said, rules = tuple(paragraphs), style.quotations
    if not rules.opens_each_paragraph:
        return tuple(quoted(paragraph, rules.speech) for paragraph in said)
    opening, closing = rules.speech
    return tuple(f"{opening}{each}" for each in said[:-1]) + tuple(
        f"{opening}{each}{closing}" for each in said[-1:]
    )
