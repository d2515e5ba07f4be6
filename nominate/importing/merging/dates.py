"""From the row of a date to the date of an edition: moved, changed, added or taken away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, tzinfo
from typing import Any

import attrs

from nominate.files.converter import structured
from nominate.files.faults import Fault
from nominate.importing.intake import IntakeValue
from nominate.importing.merging.fields import FieldReader, Note, chosen, text_of
from nominate.importing.merging.ground import Ground
from nominate.importing.merging.ways import date_of
from nominate.model.award import Certainty, EarlierDate, Edition, KeyDate, Mode, Target
from nominate.model.embargo import DateKind
from nominate.model.fields import Line
from nominate.model.source import Source
from nominate.model.when import When
from nominate.register.changes import RecordKind
from nominate.register.date_names import called, date_called
from nominate.register.standing import opening, place_of, settled
from nominate.viewing.tables.column import Cell
from nominate.viewing.tables.dates import source_cell

__all__ = ["DateCells", "dated", "earlier_cells", "held_date", "new_date"]

_UNKNOWN = "not known"


@attrs.frozen(kw_only=True)
class DateCells:
    """The cells of a row about one date, by column, and what reads them.

    `source` is where the row stands, `known` the moment of the import: the public was not told by anybody
    before it what the row says, so it is announced no earlier.
    """

    cells: Mapping[str, IntakeValue]
    source: Source
    known: When
    reader: FieldReader
    zone: tzinfo
    note: Note

    @classmethod
    def of(cls, cells: Mapping[str, IntakeValue], ground: Ground, note: Note) -> DateCells:
        """These cells of the file of a merge."""
        return cls(
            cells=cells,
            source=Source(file=ground.intake.file),
            known=ground.known,
            reader=ground.reader,
            zone=ground.zone,
            note=note,
        )


def held_date(edition: Edition, field: str, *, is_whole: bool) -> KeyDate:
    """The date of an edition that a row is about; `is_whole`: whoever made the row saw every date.

    Raises `Fault` where another may be meant: dates that are called the same are told apart by number alone.
    """
    date = date_called(edition.dates, field.partition(".")[2])
    if date is None or not (is_whole or [*map(called, edition.dates)].count(called(date)) == 1):
        raise Fault("E720", "which date of its edition this is cannot be told", "change it in the register")
    return date


def earlier_cells(row: str, column: str, ground: Ground) -> Iterator[Cell]:
    """What a cell of a date may have been made from, as the register and the journal tell."""
    edition, field = date_of(row)
    held = ground.held[RecordKind.EDITION].get(edition)
    now = date_called(held.dates, field.partition(".")[2]) if isinstance(held, Edition) else None
    before = [
        each for each in ground.earlier(RecordKind.EDITION, edition, field) if isinstance(each, KeyDate)
    ]
    match column:
        case "when":
            yield _UNKNOWN
            yield from (each.when for each in reversed(now.was if now is not None else ()))
            yield from (each.when for each in before if each.when is not None)
        case "venue":
            yield from (each.venue for each in before)
        case "source":
            yield from (source_cell(each.source) for each in before)


def dated(date: KeyDate, edition: Edition, given: DateCells) -> KeyDate:
    """The date as a row has it; a day that moved leaves the one before in `was`. Raises `Fault`.

    >>> from datetime import UTC
    >>> reader, source = FieldReader(day_first=True), Source(file="tracker.xlsx")
    >>> cells, now = {"when": When(2020, 3, 6)}, When(2020, 2, 20, 9, 30)
    >>> given = DateCells(cells=cells, source=source, known=now, reader=reader, zone=UTC, note=print)
    >>> date = KeyDate(what=DateKind.ENTRY_DEADLINE, when=When(2020, 2, 28))
    >>> moved = dated(date, Edition(id="2020", dates=(date,)), given)
    >>> str(moved.when), str(moved.announced), str(moved.was[0].when)
    ('2020-03-06', '2020-02-20T09:30', '2020-02-28')
    """
    changes = _plain(given)
    if "when" in given.cells:
        when = _when(given)
        if when != date.when:
            changes = {**_moved(date, when, edition, given), **changes}
    if "source" in given.cells:
        changes["source"] = _source(date.source, text_of(given.cells["source"]))
    return attrs.evolve(date, **changes)


def new_date(what: str, target: Target | None, given: DateCells) -> KeyDate:
    """A date that nobody had recorded. Raises `Fault`."""
    words = {each.value for each in DateKind}
    kind = chosen(DateKind, what, note=given.note) if what.casefold() in words else DateKind.OTHER
    name: Any = structured(what, Line) if kind is DateKind.OTHER else ""
    start = KeyDate(
        what=kind, name=name, for_=target, announced=given.known, known=given.known, source=given.source
    )
    blank = attrs.evolve(given, cells={key: value for key, value in given.cells.items() if text_of(value)})
    changes = _plain(blank)
    if "when" in blank.cells:
        changes["when"] = _when(blank)
    if "source" in blank.cells:
        changes["source"] = _source(None, text_of(blank.cells["source"]))
    return attrs.evolve(start, **changes)


def _plain(given: DateCells) -> dict[str, Any]:
    """The fields that a cell shows as they stand."""
    found: dict[str, Any] = {}
    for name, value in given.cells.items():
        text = text_of(value)
        match name:
            case "certainty":
                found[name] = chosen(Certainty, text, note=given.note) if text else Certainty.CONFIRMED
            case "mode":
                found[name] = chosen(Mode, text, note=given.note) if text else None
            case "venue":
                found[name] = structured(text, Line) if text else ""
    return found


def _when(given: DateCells) -> When | None:
    value = given.cells["when"]
    text = text_of(value).casefold()
    return None if text in {"", _UNKNOWN} else given.reader.when(value, note=given.note)


def _moved(date: KeyDate, when: When | None, edition: Edition, given: DateCells) -> dict[str, Any]:
    """What is no longer so once a date has moved: the weekday and the page were those of the one before."""
    changes: dict[str, Any] = {
        "when": when,
        "weekday": None,
        "announced": _announced(date, given),
        "known": given.known,
        "source": given.source,
    }
    if date.when is None:
        return changes
    # A later value is an extension; one that is earlier looks like a mistake unless somebody says so.
    is_earlier = when is not None and when.is_before(date.when, given.zone)
    before = EarlierDate(
        when=date.when,
        announced=_was_announced(date, edition, given),
        reason="brought forward" if is_earlier else "",
        source=date.source,
    )
    return {**changes, "was": (*date.was, before)}


def _announced(date: KeyDate, given: DateCells) -> When | None:
    """From when the public may know the new day: not before the import; never, where it was so before."""
    if date.announced is None:
        return None if date.embargo is not None else given.known
    return max(date.announced, given.known, key=lambda when: settled(when, given.zone))


def _was_announced(date: KeyDate, edition: Edition, given: DateCells) -> When | None:
    """From when the public may know the day before; None leaves that to the embargo of the date."""
    if date.embargo is None:
        return date.announced
    opens = opening(date, place_of(edition, date), given.zone)
    if opens is None or opens > settled(given.known, given.zone):
        return None
    return _moment(opens.astimezone(given.zone))


def _moment(when: datetime) -> When:
    ahead = when.utcoffset() or timedelta()
    return When(
        when.year, when.month, when.day, when.hour, when.minute, offset=int(ahead / timedelta(minutes=1))
    )


def _source(before: Source | None, text: str) -> Source | None:
    """Where the organiser says so now: another page has another title, and nobody looked at it yet."""
    if not text:
        return None
    made: Source = structured(text, Source)
    return before if before is not None and made.url is not None and made.url == before.url else made
