"""The sheet Base: what each cell was made from, so that what a person changed can be told when it comes back.

One line for a row of another sheet: a digest for each of its columns, in the order that the sheet tells. It
stands in plain sight and holds nothing but digests of what the other sheets say.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from functools import lru_cache
from urllib.parse import quote

import attrs

from nominate import Outcome, View
from nominate_excel._base.telling import Digests, Told, lines, tellings
from nominate_excel._parts import Batch, Cell, Few, Sheet, SheetColumn, Table, few

__all__ = ["FORMAT", "NAME", "Base", "Keeper"]

NAME = "Base"
FORMAT = "1"
"""Of what this sheet says and how: it grows when a reader of the one before would misread it."""

_COLUMNS = (
    SheetColumn(
        title="Of", width=24, says="the sheet whose row it is; Workbook and Columns tell of the whole"
    ),
    SheetColumn(title="ID", width=36, says="the id of the row"),
    SheetColumn(
        title="Made from",
        width=100,
        says="a digest for each column, in the order that the row of Columns tells",
        is_unshared=True,
    ),
)


@attrs.frozen
class _Kept:
    """The digests of one sheet: the names of its columns, and ids and lines of many rows at a time."""

    sheet: str
    columns: tuple[str, ...]
    height: int
    lines: list[Few | tuple[Sequence[str], str]]


@attrs.frozen
class _Lines:
    """Lays the lines of few rows of a sheet."""

    sheet: str

    def __call__(self, rows: Sequence[Told], numbers: Sequence[str]) -> Batch:
        return (self.sheet,) * len(numbers), [row.id for row in rows], [row.line for row in rows]


class Base:
    """Collects the digests of the other sheets while their rows are made, and tells them on its own."""

    def __init__(self, view: View) -> None:
        self._view: View = view
        self._kept: list[_Kept] = []

    def keep(self, sheet: str, columns: Sequence[str], height: int) -> Keeper:
        """What takes in the rows of a sheet that has these columns, the id not among them."""
        kept = _Kept(sheet, tuple(columns), height, [])
        self._kept.append(kept)
        return Keeper(kept, self._view.zone)

    @property
    def sheet(self) -> Sheet:
        """The sheet, whose rows can be read once those of the others have been."""
        head = len(self._facts()) + len(self._kept)
        table = Table(
            name=NAME,
            columns=_COLUMNS,
            batches=self._batches(),
            height=head + sum(kept.height for kept in self._kept),
        )
        return Sheet(
            name=NAME, says="what each cell was made from; leave it as it is", blocks=(table,), frozen=0
        )

    def _batches(self) -> Iterator[Batch | Few]:
        head = [("Workbook", name, value) for name, value in self._facts().items()]
        columns = [("Columns", kept.sheet, _quoted(kept.columns)) for kept in self._kept]
        yield few(_COLUMNS, (*head, *columns))
        for kept in self._kept:
            for some in kept.lines:
                if isinstance(some, Few):
                    yield some
                else:
                    ids, told = some
                    yield (kept.sheet,) * len(ids), ids, told.split("\n")

    def _facts(self) -> Mapping[str, str]:
        view = self._view
        scope = attrs.asdict(view.scope, recurse=False, filter=lambda _, value: bool(value))
        return {
            "format": FORMAT,
            "revision": view.revision,
            "audience": view.audience.value,
            "as of": str(view.as_of),
            "scope": json.dumps(scope, default=_plain, ensure_ascii=False),
        }


@lru_cache(maxsize=64)
def _quoted(names: tuple[str, ...]) -> str:
    return " ".join(map(quote, names))


def _plain(value: object) -> str:
    return str(value.value if isinstance(value, Outcome) else value)


class Keeper:
    """Takes in the rows of one sheet, batch by batch, or all at once where they are few."""

    def __init__(self, kept: _Kept, zone: tzinfo) -> None:
        self._kept: _Kept = kept
        self._zone: tzinfo = zone
        self._columns: list[Digests] = []

    def take(self, batch: Mapping[str, Sequence[Cell]]) -> None:
        """Keep the digests of some rows, given column by column under the columns' names."""
        self._columns = self._columns or [Digests(self._zone) for _ in self._kept.columns]
        ids = tuple(map(str, batch["id"]))
        told = lines(self._columns, [batch[name] for name in self._kept.columns], len(ids))
        # One text for many rows takes a third less memory than one for each.
        self._kept.lines.append((ids, "\n".join(told)))

    def take_few(self, names: tuple[str, ...], rows: Sequence[tuple[Cell, ...]]) -> list[Told]:
        """Keep the digests of few rows, given with the names of their cells."""
        told = tellings(names, self._kept.columns, self._zone).of(rows)
        self._kept.lines.append(Few(told, _Lines(self._kept.sheet)))
        return told
