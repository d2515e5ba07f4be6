"""What an OpenDocument spreadsheet says of its sheets, read before the repeats of its cells are spelt out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import attrs

from nominate.sheets.grid import column_letters
from nominate.sheets.survey import Survey

__all__ = ["surveyed_tables"]

_CELLS = frozenset({"table-cell", "covered-table-cell"})


@attrs.define
class _Reach:
    """How far the rows of a table reach so far."""

    above: int = 0
    rows: int = 0
    columns: int = 0
    hidden_rows: int = 0
    unread: dict[str, str] = attrs.field(factory=dict)
    links: dict[str, str] = attrs.field(factory=dict)

    def take(self, row: Element) -> None:
        """Count a row, and keep what its cells say that may be read wrongly."""
        repeats = _repeats(row, "rows")
        cells = [(place, cell) for place, cell in _placed(row) if len(cell) or _value(cell, "value-type")]
        if cells:
            self.rows = self.above + repeats
            self.columns = max(self.columns, cells[-1][0])
        self.unread |= {
            f"{column_letters(place)}{self.above + 1}": "".join(cell.itertext())
            for place, cell in cells
            if _value(cell, "value-type") == "error"
        }
        for place, cell in cells:
            for link in cell.iter():
                if _local(link) == "a":
                    self.links[f"{column_letters(place)}{self.above + 1}"] = _value(link, "href")
        self.hidden_rows += repeats if cells and _value(row, "visibility") in {"collapse", "filter"} else 0
        self.above += repeats


def surveyed_tables(content: bytes) -> dict[str, Survey]:
    """The survey of each sheet by its name, from the part `content.xml`.

    Raises:
        ParseError: it is not XML.
        ValueError: it declares entities, or repeats a cell no number of times.
    """
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415 - only where a workbook is read

    found: dict[str, Survey] = {}
    reach = _Reach()
    for event, element in iterparse(io.BytesIO(content), ("start", "end"), forbid_dtd=True):
        match event, _local(element):
            case "start", "table":
                reach = _Reach()
            case "end", "table-row":
                reach.take(element)
                element.clear()
            case "end", "table":
                found[_value(element, "name")] = Survey(
                    rows=reach.rows,
                    columns=reach.columns,
                    unread=reach.unread,
                    links={cell: (target, "") for cell, target in reach.links.items()},
                    hidden_rows=reach.hidden_rows,
                )
    return found


def _placed(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row, each with the column of its last repeat."""
    column = 0
    for cell in row:
        if _local(cell) in _CELLS:
            column += _repeats(cell, "columns")
            yield column, cell


def _repeats(element: Element, of: str) -> int:
    return max(int(_value(element, f"number-{of}-repeated") or 1), 1)


def _value(element: Element, name: str) -> str:
    """The value of an attribute, whichever namespace it is in; the last one, which extends those before."""
    return next((value for key, value in reversed(element.attrib.items()) if _bare(key) == name), "")


def _local(element: Element) -> str:
    return _bare(str(element.tag))


def _bare(name: str) -> str:
    return name.rpartition("}")[2]
