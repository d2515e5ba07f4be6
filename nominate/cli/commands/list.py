"""`nominate list`: the nominations of a register, as the team itself knows them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from nominate.cli.coming import coming, event_text, stands
from nominate.cli.json_text import json_text
from nominate.cli.moments import moment_for
from nominate.cli.parameters import Filters, as_of, filters, path, quiet, scope_of, told_as
from nominate.cli.reading import opened
from nominate.cli.tables import Heading, print_table
from nominate.cli.talk import WHOLE_REGISTER, counted, say
from nominate.model.fields import Audience
from nominate.model.when import When
from nominate.viewing.build import view
from nominate.viewing.entry import Credit
from nominate.viewing.view import View

__all__ = ["command"]

_HEADINGS = (
    Heading(title="id"),
    Heading(title="title", least=18),
    Heading(title="nominees", least=16, gives_way=3),
    Heading(title="edition", gives_way=2),
    Heading(title="category", least=16, gives_way=4),
    Heading(title="stands"),
    Heading(title="next date", least=12, gives_way=1),
)


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
        print_table(_HEADINGS, _rows(chosen))
        say(counted(len(chosen.entries), "nomination"))
    else:
        say("no nominations" + ("" if chosen.scope.is_everything else "; take a filter away to see more"))


def _rows(chosen: View) -> Iterator[tuple[str, ...]]:
    following = coming(chosen)
    for entry in chosen.entries:
        yield (
            entry.id,
            entry.title,
            "; ".join(map(_short_name, entry.nominees)),
            entry.edition_id,
            entry.category.name,
            stands(entry),
            event_text(following[entry.id]) if entry.id in following else "",
        )


def _short_name(credit: Credit) -> str:
    organisation = credit.organisation
    if organisation is None or credit.credited_as:
        return credit.name
    return organisation.short_name or organisation.abbreviation or organisation.name


def _data(chosen: View) -> list[dict[str, object]]:
    names = [column.name for column in chosen.columns]
    cells = chosen.table()
    next(cells)
    return [
        {name: cell if isinstance(cell, int) else str(cell) for name, cell in zip(names, row, strict=True)}
        for row in cells
    ]
