"""A table on the standard output: fitted to a terminal, whole and aligned in a file or pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

import attrs
import click

from nominate.cli.talk import say

__all__ = ["Heading", "aligned", "print_table"]

_GAP = "  "


@attrs.frozen(kw_only=True)
class Heading:
    """The head of one column, and how it gives way in a narrow terminal.

    `least` is the width, in characters, down to which its text wraps; 0 keeps every cell on one line.
    `gives_way` is 0 for a column that always stays; of the others the one with the highest goes first.

    >>> Heading(title="id").least
    0
    """

    title: str
    least: int = 0
    gives_way: int = 0


def print_table(headings: Sequence[Heading], rows: Iterable[Sequence[str]]) -> None:
    """Print the rows under their headings; what a narrow terminal has no room for is left out and told."""
    held = [tuple(row) for row in rows]
    if sys.stdout.isatty():
        _draw(headings, held)
        return
    for line in aligned([tuple(heading.title.upper() for heading in headings), *held]):
        click.echo(line)


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as lines whose columns stand below each other.

    >>> list(aligned([("awp", "Avon"), ("ruh-2", "Royal")]))
    ['awp    Avon', 'ruh-2  Royal']
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield _GAP.join(cells).rstrip()


def _draw(headings: Sequence[Heading], rows: Sequence[Sequence[str]]) -> None:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - only a terminal needs it
    from rich.console import Console  # noqa: PLC0415 - see above
    from rich.table import Table  # noqa: PLC0415 - see above
    from rich.text import Text  # noqa: PLC0415 - see above

    console = Console(highlight=False)
    kept = _fitting(headings, rows, console.width)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    for place in kept:
        heading = headings[place]
        table.add_column(
            heading.title, no_wrap=not heading.least, min_width=heading.least or None, overflow="fold"
        )
    for row in rows:
        # As Text: brackets in a title are no markup.
        table.add_row(*(Text(row[place]) for place in kept))
    console.print(table)
    left_out = [heading.title for place, heading in enumerate(headings) if place not in kept]
    if left_out:
        say(f"a wider terminal shows also: {', '.join(left_out)}")


def _fitting(headings: Sequence[Heading], rows: Sequence[Sequence[str]], width: int) -> tuple[int, ...]:
    """The places of the columns that have room, those that give way first left out first."""
    needs = [
        heading.least or max(len(heading.title), *(len(row[place]) for row in rows))
        for place, heading in enumerate(headings)
    ]
    kept = list(range(len(headings)))
    while sum(needs[place] + len(_GAP) for place in kept) > width:
        movable = [place for place in kept if headings[place].gives_way]
        if not movable:
            break
        kept.remove(max(movable, key=lambda place: headings[place].gives_way))
    return tuple(kept)
