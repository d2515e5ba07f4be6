"""What one cell says under the meaning of its column: fields of an entry with their values, or a fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

import attrs

from nominate.errors import shown
from nominate.files.faults import Fault
from nominate.files.text_rules import SLUG_PATTERN
from nominate.foreign.cells.amounts import sheet_link, sheet_money
from nominate.foreign.cells.dates import SheetDate, is_not_told, numbered_date, sheet_date
from nominate.foreign.cells.naming import names_in
from nominate.foreign.cells.occasions import award_in, edition_id
from nominate.foreign.cells.statuses import Status, said_yes, statuses_in, suggested_status
from nominate.foreign.cells.tidying import cell_text, folded, one_line
from nominate.foreign.finding.meanings import CONDITIONS, DATES, Meaning
from nominate.foreign.finding.tables import Heading
from nominate.foreign.rows.entries import SheetCost, SheetNominee
from nominate.model.decision import Outcome
from nominate.model.mapping import FrozenDict
from nominate.model.nomination import Progress
from nominate.model.when import When
from nominate.sheets import Cell

__all__ = ["DOUBT", "KEPT", "Saying", "Settled", "sayings_of"]

Saying: TypeAlias = tuple[str, object]
"""A field of an entry and its value, or what was kept, or a doubt about what was said before."""

KEPT, DOUBT = "kept", "doubt"
_LINE, _TEXT = 300, 20_000
_SLUG = re.compile(SLUG_PATTERN)


@attrs.frozen(kw_only=True)
class Settled:
    """What a mapping settles for a whole file: its words, its persons, and the names that stand alone.

    `people` and `bodies` are folded.
    """

    words: Mapping[str, Status] = FrozenDict()
    people: Collection[str] = ()
    bodies: Collection[str] = ()


_Reader: TypeAlias = Callable[[Heading, Cell, Settled], Iterator[Saying]]


def sayings_of(heading: Heading, meaning: Meaning, cell: Cell, settled: Settled) -> Iterator[Saying]:
    """Each field that a cell fills; nothing for an empty cell, or one that says that nothing is known.

    Raises:
        Fault: the cell cannot be read as what its column means.

    >>> list(sayings_of(Heading(title="Result", place=4), Meaning.STATUS, "Finalist", Settled()))
    [('outcomes', <Outcome.SHORTLISTED: 'shortlisted'>)]
    """
    text = cell_text(cell)
    if not text or (is_not_told(text) and meaning not in _TAKES_ANYTHING):
        return
    yield from _READERS[meaning](heading, cell, settled)


def _kept(_heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
    yield KEPT, cell_text(cell)[:_TEXT]


def _left_out(_heading: Heading, _cell: Cell, _settled: Settled) -> Iterator[Saying]:
    yield from ()


def _line(name: str) -> _Reader:
    def read(_heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
        text = one_line(cell)
        if len(text) <= _LINE:
            yield name, text
            return
        yield name, f"{text[: _LINE - 1].rpartition(' ')[0] or text[: _LINE - 1]}…"
        yield DOUBT, Fault("W740", f"{len(text):,} characters are too many for a {name}", "it is cut, with …")

    return read


def _text(name: str) -> _Reader:
    def read(_heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
        yield name, cell_text(cell)[:_TEXT]

    return read


def _link(name: str) -> _Reader:
    def read(_heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
        yield name, sheet_link(cell_text(cell))

    return read


def _moment(name: str) -> _Reader:
    def read(_heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
        date = _date_in(cell)
        yield name, date.when
        yield from _left_over(date, cell)

    return read


def _key_date(meaning: Meaning) -> _Reader:
    def read(_heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
        date = _date_in(cell)
        yield "dates", (DATES[meaning], date)
        yield from _left_over(date, cell)

    return read


def _date_in(cell: Cell) -> SheetDate:
    if isinstance(cell, When):
        return SheetDate(when=cell)
    text = cell_text(cell)
    return numbered_date(int(text)) if text.isdecimal() else sheet_date(text)


def _left_over(date: SheetDate, cell: Cell) -> Iterator[Saying]:
    if date.left_over:
        message = (
            f"{shown(cell_text(cell))} is taken for {date.when}, which says nothing of {date.left_over!r}"
        )
        yield DOUBT, Fault("W740", message)


def _condition(status: Outcome | Progress) -> _Reader:
    def read(_heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
        says = said_yes(cell)
        if says is None:
            raise Fault("W741", f"{shown(cell_text(cell))} is neither yes nor no", "write yes or no")
        # Not shortlisted yet, or never: a no alone does not tell.
        yield _standing(status) if says else (KEPT, cell_text(cell))

    return read


def _standing(status: Outcome | Progress) -> Saying:
    return ("outcomes" if isinstance(status, Outcome) else "progress"), status


def _statuses(_heading: Heading, cell: Cell, settled: Settled) -> Iterator[Saying]:
    text = one_line(cell)
    found = statuses_in(text, settled.words)
    if found is None:
        near = suggested_status(text)
        meant = f"does it mean {near!r}? " if near else ""
        hint = f"{meant}say what it means under words in the mapping file"
        raise Fault("W741", f"{shown(text)} is not understood", hint)
    yield from (_standing(status) for status in found if status is not None)


def _names(meaning: Meaning) -> _Reader:
    def read(_heading: Heading, cell: Cell, settled: Settled) -> Iterator[Saying]:
        are_people = meaning is Meaning.PERSON
        for name in names_in(cell_text(cell), are_people=are_people, known=settled.bodies):
            is_listed = meaning is Meaning.NOMINEE and folded(name) in settled.people
            role = "partner" if meaning is Meaning.PARTNER else ""
            yield "nominees", SheetNominee(name=name[:_LINE], is_person=are_people or is_listed, role=role)

    return read


def _award(_heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
    found = award_in(one_line(cell))
    yield "award", found.award[:_LINE]
    if found.edition:
        yield "edition_of_award", found.edition


def _edition(_heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
    year = str(cell.year) if isinstance(cell, When) else edition_id(one_line(cell))
    yield "edition", year or one_line(cell)[:_LINE]


def _fee(_heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
    yield "fee", sheet_money(_amount(cell))


def _cost(heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
    yield "costs", SheetCost(what=heading.title[:_LINE], money=sheet_money(_amount(cell)))


def _amount(cell: Cell) -> str | int | Decimal:
    return cell if isinstance(cell, int | Decimal) and not isinstance(cell, bool) else cell_text(cell)


def _evidence(_heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
    yield from (("evidence", " ".join(line.split())[:_LINE]) for line in cell_text(cell).split("\n") if line)


def _contributors(_heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
    yield from (("contributors", name[:_LINE]) for name in names_in(cell_text(cell), are_people=True))


def _notes(heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
    yield "notes", (heading.title, cell_text(cell))


def _id(_heading: Heading, cell: Cell, _settled: Settled) -> Iterator[Saying]:
    text = one_line(cell)
    if not _SLUG.fullmatch(text):
        raise Fault("W740", f"{shown(text)} cannot be an id", "use lower-case letters, digits and hyphens")
    yield "id", text


_TAKES_ANYTHING = frozenset({Meaning.KEEP, Meaning.NOTES, *CONDITIONS})
_LINES = (Meaning.CATEGORY, Meaning.TITLE, Meaning.PROGRAMME, Meaning.OWNER)
_MOMENTS = (Meaning.SUBMITTED, Meaning.DECIDED, Meaning.ANNOUNCED, Meaning.EMBARGO)
_NAMES = (Meaning.ORGANISATION, Meaning.PARTNER, Meaning.PERSON, Meaning.NOMINEE)
_READERS: Mapping[Meaning, _Reader] = {
    **{meaning: _line(meaning.value) for meaning in _LINES},
    **{meaning: _moment(meaning.value) for meaning in _MOMENTS},
    **{meaning: _names(meaning) for meaning in _NAMES},
    **{meaning: _key_date(meaning) for meaning in DATES},
    **{meaning: _condition(status) for meaning, status in CONDITIONS.items()},
    Meaning.AWARD: _award,
    Meaning.EDITION: _edition,
    Meaning.SUMMARY: _text("summary"),
    Meaning.STATUS: _statuses,
    Meaning.CONTRIBUTOR: _contributors,
    Meaning.FEE: _fee,
    Meaning.COST: _cost,
    Meaning.LINK: _link("url"),
    Meaning.AWARD_LINK: _link("award_url"),
    Meaning.EVIDENCE: _evidence,
    Meaning.NOTES: _notes,
    Meaning.ID: _id,
    Meaning.KEEP: _kept,
    Meaning.LEAVE_OUT: _left_out,
}
