"""What the sheet Base of a tracker tells when it comes back: the view, and the digests of every row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

import attrs

from nominate import IntakeBase, Problem, Severity, When
from nominate.errors import shown
from nominate.sheets import Cell, Row, Sheet
from nominate_excel._base.kept import FORMAT

__all__ = ["BaseTold", "base_told"]

_TITLES = ("of", "id", "made from")
_WHOLE, _COLUMNS = "Workbook", "Columns"
_EXPORT_ANEW = "export the tracker anew, and edit that"


@attrs.frozen(kw_only=True)
class BaseTold:
    """What a workbook says that it was made from; `bases` has the digests of each sheet by its first name.

    >>> BaseTold().bases
    {}
    """

    revision: str = ""
    audience: str = ""
    as_of: When | None = None
    scope: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    bases: Mapping[str, IntakeBase] = attrs.field(factory=dict)
    problems: tuple[Problem, ...] = ()


def base_told(sheets: Iterable[Sheet]) -> tuple[Sheet | None, BaseTold]:
    """The sheet that is the Base, whatever it is called now, and what it tells.

    Without one nothing is known of what the workbook was made from, which is told as a problem.
    """
    for sheet in sheets:
        header = next(iter(sheet.rows), None)
        places = _places(header) if header is not None else None
        if header is not None and places is not None:
            return sheet, _told(sheet, header, places)
    gone = "the sheet Base is gone, so nothing tells what was edited since the export"
    return None, BaseTold(problems=(_doubt(Sheet(), gone),))


def _places(header: Row) -> tuple[int, ...] | None:
    titles = [_text(cell).strip().casefold() for cell in header.cells]
    return tuple(titles.index(title) for title in _TITLES) if set(_TITLES) <= set(titles) else None


def _told(sheet: Sheet, header: Row, places: tuple[int, ...]) -> BaseTold:
    facts: dict[str, str] = {}
    columns: dict[str, tuple[str, ...]] = {}
    lines: dict[str, dict[str, str]] = {}
    of, record, made_from = places
    for row in sheet.rows:
        whose, name, said = _text(row.cells[of]), _text(row.cells[record]), _text(row.cells[made_from])
        if row is header:
            continue
        if whose == _WHOLE:
            facts[name] = said
        elif whose == _COLUMNS:
            columns[name] = tuple(map(unquote, said.split()))
        else:
            lines.setdefault(whose, {})[name] = said
    if facts.get("format") != FORMAT:
        told = f"the sheet Base is of format {shown(facts.get('format', ''))}, and {FORMAT} is read"
        return BaseTold(problems=(_doubt(sheet, told),))
    return _view(sheet, facts, columns, lines)


def _view(
    sheet: Sheet,
    facts: Mapping[str, str],
    columns: Mapping[str, tuple[str, ...]],
    lines: Mapping[str, Mapping[str, str]],
) -> BaseTold:
    problems = []
    bases = {}
    for name, names in columns.items():
        own = lines.get(name, {})
        whole = {record: line for record, line in own.items() if _width(line) == len(names)}
        if len(whole) < len(own):
            some = next(record for record in own if record not in whole)
            told = f"what it tells of {shown(some)} does not fit the columns of {name}"
            problems.append(_doubt(sheet, told))
        bases[name] = IntakeBase.from_lines(columns=names, lines=whole)
    try:
        as_of = When.parse(facts.get("as of", ""))
        scope = {str(key): tuple(map(str, values)) for key, values in json.loads(facts["scope"]).items()}
    except (ValueError, KeyError, AttributeError, TypeError):
        problems.append(_doubt(sheet, "it no longer tells the view that the tracker was made from"))
        return BaseTold(problems=tuple(problems))
    return BaseTold(
        revision=facts.get("revision", ""),
        audience=facts.get("audience", ""),
        as_of=as_of,
        scope=scope,
        bases=bases,
        problems=tuple(problems),
    )


def _width(line: str) -> int:
    return line.count(" ") + 1 if line else 0


def _doubt(sheet: Sheet, message: str) -> Problem:
    return Problem(
        code="W735", severity=Severity.WARNING, sheet=sheet.name, message=message, hint=_EXPORT_ANEW
    )


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)
