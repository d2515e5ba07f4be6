"""A table on the standard output: fitted to a terminal, whole and aligned in a file or pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

import click

__all__ = ["aligned", "print_table"]

_GAP = "  "


def print_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print the rows under their headers; in a terminal the first column stays whole, the others wrap."""
    held = [tuple(row) for row in rows]
    if sys.stdout.isatty():
        _draw(headers, held)
    else:
        for line in aligned([tuple(header.upper() for header in headers), *held]):
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


def _draw(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - only a terminal needs it
    from rich.console import Console  # noqa: PLC0415 - see above
    from rich.table import Table  # noqa: PLC0415 - see above
    from rich.text import Text  # noqa: PLC0415 - see above

    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    for place, header in enumerate(headers):
        table.add_column(header, no_wrap=place == 0, overflow="fold")
    for row in rows:
        # As Text: brackets in a title are no markup.
        table.add_row(*map(Text, row))
    Console(highlight=False).print(table)
