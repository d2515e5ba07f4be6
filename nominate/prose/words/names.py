"""Names: in full at first mention, with the abbreviation, and short ever after."""

from __future__ import annotations

import attrs

from nominate.model.award import Award
from nominate.model.organisation import Organisation
from nominate.model.person import Person
from nominate.model.programme import Programme
from nominate.styles.style import Style

__all__ = ["Mentions", "Name", "introduced", "shortened"]


@attrs.frozen(kw_only=True)
class Name:
    """All the ways in which one thing may be called, as of one day.

    `introduce_as` is the first mention where it is not "full (abbreviation)".
    `article` stands before the full and the short name, `abbreviation_article` before the abbreviation.

    >>> Name(full="Royal United Hospitals Bath", abbreviation="RUH", abbreviation_article="the").short
    ''
    """

    full: str
    introduce_as: str = ""
    short: str = ""
    abbreviation: str = ""
    article: str = ""
    abbreviation_article: str = ""
    has_known_abbreviation: bool = False
    is_plural: bool = False

    @classmethod
    def of(cls, record: Organisation | Programme | Award | Person) -> Name:
        """The names that a record has; for a former one, give the record as of that day.

        >>> Name.of(Programme(id="q", name="Quality First", abbreviation="QF")).abbreviation
        'QF'
        """
        match record:
            case Organisation():
                return cls(
                    full=record.name,
                    introduce_as=record.introduce_as,
                    short=record.short_name,
                    abbreviation=record.abbreviation,
                    article=record.article,
                    abbreviation_article=record.abbreviation_article,
                    has_known_abbreviation=record.well_known_abbreviation,
                    is_plural=record.is_plural,
                )
            case Person():
                return cls(full=record.name, short=record.short_name)
            case Award():
                # Schemes are called by their plural: the awards celebrate.
                return cls(
                    full=record.name,
                    short=record.short_name,
                    abbreviation=record.abbreviation,
                    article=record.article,
                    is_plural=record.name.endswith("s"),
                )
            case Programme():
                return cls(
                    full=record.name,
                    short=record.short_name,
                    abbreviation=record.abbreviation,
                    article=record.article,
                )


def introduced(name: Name, style: Style, *, article: bool = True) -> str:
    """The first mention: the full name, with the abbreviation unless everybody knows it.

    >>> house = Style.load("health")
    >>> introduced(Name(full="Don’t Wait to Anticoagulate", abbreviation="DWAC"), house)
    'Don’t Wait to Anticoagulate (DWAC)'
    >>> introduced(Name(full="Health Service Journal", article="the"), house, article=False)
    'Health Service Journal'
    """
    if name.introduce_as:
        said = name.introduce_as
    elif name.abbreviation and not is_known(name, style):
        said = f"{name.full} ({name.abbreviation})"
    else:
        said = name.full
    return _said(said, name.article if article else "", style)


def shortened(name: Name, style: Style, *, article: bool = True) -> str:
    """Any later mention: the abbreviation, else the short name, else the full one.

    >>> house = Style.load("health")
    >>> ruh = Name(full="Royal United Hospitals Bath", abbreviation="RUH", abbreviation_article="the")
    >>> shortened(ruh, house), shortened(ruh, house, article=False)
    ('the RUH', 'RUH')
    """
    if name.abbreviation:
        before = name.abbreviation_article if article else ""
        return f"{before} {name.abbreviation}" if before else name.abbreviation
    return _said(name.short or name.full, name.article if article else "", style)


def is_known(name: Name, style: Style) -> bool:
    """Whether the abbreviation needs no introduction.

    >>> is_known(Name(full="National Health Service", abbreviation="NHS"), Style.load("health"))
    True
    """
    return name.has_known_abbreviation or name.abbreviation in style.well_known


class Mentions:
    """What one text has introduced so far, so that each name comes in full once and short after.

    A text is composed twice where it should not introduce an abbreviation that it never uses: the second
    time with the `once` of the first.

    >>> mentions = Mentions(Style.load("health"))
    >>> dwac = Name(full="Don’t Wait to Anticoagulate", abbreviation="DWAC")
    >>> mentions.of(dwac), mentions.of(dwac)
    ('Don’t Wait to Anticoagulate (DWAC)', 'DWAC')
    """

    def __init__(self, style: Style, *, once: frozenset[str] = frozenset()) -> None:
        self._style = style
        self._once = once
        self._counts: dict[str, int] = {}

    def of(self, name: Name, *, article: bool = True) -> str:
        """The next mention of the name, first or later."""
        full = name.full
        before = self._counts.get(full, 0)
        self._counts[full] = before + 1
        if before:
            return shortened(name, self._style, article=article)
        if full in self._once:
            name = attrs.evolve(name, abbreviation="", introduce_as="")
        return introduced(name, self._style, article=article)

    @property
    def once(self) -> frozenset[str]:
        """The full names that were mentioned a single time so far."""
        return frozenset(name for name, count in self._counts.items() if count == 1)


def _said(name: str, article: str, style: Style) -> str:
    said = name if style.keeps_ampersands else name.replace(" & ", " and ")
    return f"{article} {said}" if article else said
