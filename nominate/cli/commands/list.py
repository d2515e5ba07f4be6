"""`nominate list`: the nominations of a register, as the team itself knows them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from nominate.cli.coming import coming, event_text
from nominate.cli.json_text import json_text
from nominate.cli.moments import moment_for
from nominate.cli.parameters import Filters, as_of, filters, path, quiet, scope_of, told_as
from nominate.cli.reading import opened
from nominate.cli.tables import print_table
from nominate.cli.talk import WHOLE_REGISTER, counted, say
from nominate.model.fields import Audience
from nominate.model.when import When
from nominate.viewing.build import view
from nominate.viewing.view import View

__all__ = ["command"]

_HEADERS = ("id", "title", "nominees", "edition", "category", "stands", "next date")
_COLUMNS = ("id", "title", "organisations", "partners", "category", "progress", "outcome")


@click.command("list")
@path
@filters
@as_of
@told_as("text", "json")
@quiet
def command(path: Path, as_of: When | None, form: str, **given: Filters) -> None:
    """List the nominations of a register.

    PATH is a file, a folder or - for the standard input; without it, the current folder. The list is for the
    team: it holds what is not public yet. A filter may come several times, and every filter must match.

    \b
    Examples:
      nominate list awards
      nominate list awards --outcome shortlisted --year 2020
      nominate list awards --organisation ruh --organisation awp
      nominate list awards --as-of 2020-10-01 --json
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    register = opened(path)
    moment = moment_for(Audience.INTERNAL, as_of, register.zone)
    chosen = view(register, as_of=moment, audience=Audience.INTERNAL, **scope_of(given))
    say(f"{WHOLE_REGISTER}, as of {moment}")
    if form == "json":
        click.echo(json_text(_data(chosen)))
    elif chosen.entries:
        print_table(_HEADERS, _rows(chosen))
        say(counted(len(chosen.entries), "nomination"))
    else:
        say("no nominations" + ("" if chosen.scope.is_everything else "; take a filter away to see more"))


def _rows(chosen: View) -> Iterator[tuple[str, ...]]:
    following = coming(chosen)
    cells = chosen.table(_COLUMNS)
    next(cells)
    for entry, row in zip(chosen.entries, cells, strict=True):
        name, title, leads, partners, category, progress, outcome = map(str, row)
        upcoming = event_text(following[name]) if name in following else ""
        yield (name, title, leads or partners, entry.edition_id, category, outcome or progress, upcoming)


def _data(chosen: View) -> list[dict[str, object]]:
    names = [column.name for column in chosen.columns]
    cells = chosen.table()
    next(cells)
    return [
        {name: cell if isinstance(cell, int) else str(cell) for name, cell in zip(names, row, strict=True)}
        for row in cells
    ]
