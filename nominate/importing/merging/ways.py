"""Which way home each column of a table has: the field of a record, a group of fields, or none."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from nominate.register.changes import RecordKind

__all__ = ["Way", "date_of", "kind_of", "way_of"]


class Way(Enum):
    """How an edited cell goes back into the register.

    `FIELD`: as the field that it shows; `DECISIONS`, `NOMINEES`, `PLACE`, `DATE`: together with the other
    columns of the row that show parts of the same; `NONE`: not at all.
    """

    FIELD = "field"
    DECISIONS = "decisions"
    NOMINEES = "nominees"
    PLACE = "place"
    DATE = "date"
    NONE = "none"


_WAYS: Mapping[str, Mapping[Way, frozenset[str]]] = MappingProxyType(
    {
        "nominations": {
            Way.FIELD: frozenset(
                {
                    "title",
                    "programme",
                    "progress",
                    "owner",
                    "notes",
                    "submitted",
                    "contributors",
                    "fee",
                    "link",
                    "summary",
                }
            ),
            Way.DECISIONS: frozenset({"outcome", "announced", "label", "embargo"}),
            Way.NOMINEES: frozenset({"organisations", "partners", "people"}),
            Way.PLACE: frozenset({"edition", "category"}),
        },
        "dates": {Way.DATE: frozenset({"when", "certainty", "mode", "venue", "source"})},
        "organisations": {
            Way.FIELD: frozenset(
                {"name", "short_name", "abbreviation", "kind", "part_of", "place", "url", "notes"}
            )
        },
        "awards": {Way.FIELD: frozenset({"name", "sponsor", "about", "url", "notes"})},
    }
)

_OUTLINE = (RecordKind.AWARD, RecordKind.EDITION, RecordKind.CATEGORY)


def way_of(table: str, column: str) -> Way:
    """The way home of a column of a table.

    >>> way_of("nominations", "outcome"), way_of("nominations", "prize")
    (<Way.DECISIONS: 'decisions'>, <Way.NONE: 'none'>)
    """
    return next((way for way, names in _WAYS.get(table, {}).items() if column in names), Way.NONE)


def kind_of(table: str, record: str) -> RecordKind | None:
    """The kind of the record that a row of a table is about; None where it is about no record of its own.

    A date is a part of its edition: `date_of` takes the two apart.

    >>> kind_of("awards", "hsj/2020"), kind_of("dates", "hsj/2020#ceremony") is None
    (<RecordKind.EDITION: 'edition'>, True)
    """
    match table:
        case "nominations":
            return RecordKind.NOMINATION
        case "organisations":
            return RecordKind.ORGANISATION
        case "awards" if record.count("/") < len(_OUTLINE):
            return _OUTLINE[record.count("/")]
    return None


def date_of(row: str) -> tuple[str, str]:
    """The edition that the row of a date is about, and the field of it that holds that date alone.

    >>> date_of("hsj/2020#ceremony")
    ('hsj/2020', 'dates.ceremony')
    """
    edition, _, name = row.partition("#")
    return edition, f"dates.{name}"
