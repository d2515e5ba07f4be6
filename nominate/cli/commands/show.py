"""`nominate show`: one record with its history, what belongs to it, and where the files have it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs
import click

from nominate.cli.coming import stands
from nominate.cli.history import Step, steps
from nominate.cli.json_text import json_text
from nominate.cli.moments import moment_for
from nominate.cli.parameters import as_of, path, quiet, told_as
from nominate.cli.reading import examined
from nominate.cli.records import Found, found, names_of
from nominate.cli.tables import aligned
from nominate.cli.talk import WHOLE_REGISTER, say
from nominate.cli.told import lines, named, told
from nominate.errors import Problem
from nominate.files.plain import Plain, plain
from nominate.model.award import Award, Edition
from nominate.model.fields import Audience
from nominate.model.nomination import Nomination
from nominate.model.when import When
from nominate.register.changes import RecordKind
from nominate.viewing.build import view
from nominate.viewing.entry import Entry

__all__ = ["command"]

_KINDS = tuple(kind.value for kind in RecordKind)


@attrs.frozen(kw_only=True)
class _Shown:
    """Everything about one record: its entries are those that name it, or the one that it is."""

    found: Found
    place: Problem
    entries: tuple[Entry, ...]
    history: tuple[Step, ...]


@click.command("show")
@click.argument("record_id", metavar="ID")
@path
@click.option("--kind", type=click.Choice(_KINDS), help="Which record, where several kinds have that ID.")
@as_of
@told_as("text", "json")
@quiet
def command(record_id: str, path: Path, kind: str | None, as_of: When | None, form: str) -> None:
    """Show one record, its history, and where the files have it.

    ID is that of a nomination, organisation, person, programme or award. An edition is AWARD/ID, a category
    AWARD/EDITION/ID; an organisation may also be given by any name that it has or had. What is shown is for
    the team: it holds what is not public yet.

    \b
    Examples:
      nominate show ruh-skip-2020 awards
      nominate show RUH awards
      nominate show hsj-patient-safety/2020 awards
      nominate show dwac awards --json
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    examination, register = examined(path)
    moment = moment_for(Audience.INTERNAL, as_of, register.zone)
    everything = view(register, as_of=moment, audience=Audience.INTERNAL)
    one = found(register, record_id, RecordKind(kind) if kind else None)
    entries = tuple(each for each in everything.entries if _CONCERNS[one.kind](each, one.id))
    own = entries[0] if one.kind is RecordKind.NOMINATION and entries else None
    shown = _Shown(
        found=one,
        place=examination.place(one.at),
        entries=entries,
        history=steps(register, own, moment) if own is not None else (),
    )
    say(f"{WHOLE_REGISTER}, as of {moment}")
    if form == "json":
        click.echo(json_text(_data(shown)))
        return
    names = names_of(register, own.edition_id if own is not None else "")
    for line in _lines(shown, names):
        click.echo(line)


def _is_nominee(entry: Entry, name: str) -> bool:
    return any(name in {each.organisation, each.person} for each in entry.nomination.nominees)


_CONCERNS: Mapping[RecordKind, Callable[[Entry, str], bool]] = {
    RecordKind.NOMINATION: lambda entry, name: entry.id == name,
    RecordKind.ORGANISATION: lambda entry, name: (
        name in {*entry.leads, *entry.partners} or _is_nominee(entry, name)
    ),
    RecordKind.PERSON: _is_nominee,
    RecordKind.PROGRAMME: lambda entry, name: entry.programme_id == name,
    RecordKind.AWARD: lambda entry, name: entry.award.id == name,
    RecordKind.EDITION: lambda entry, name: entry.edition_id == name,
    RecordKind.CATEGORY: lambda entry, name: f"{entry.edition_id}/{entry.category_id}" == name,
}
"""Whether an entry belongs to the record of a kind that has that id."""


def _lines(shown: _Shown, names: Mapping[str, str]) -> Iterator[str]:
    one = shown.found
    yield click.style(one.title, bold=True)
    yield f"{one.kind.value} {one.id}, at {shown.place.place}"
    if one.kind is RecordKind.NOMINATION:
        yield f"stands: {stands(shown.entries[0])}"
    record = named(_record(one), names)
    yield from ("", *lines(record)) if record else ()
    if shown.history:
        yield from ("", "history:")
        yield from (f"  {line}" for step in shown.history for line in step.lines())
    yield from _below(shown)


def _below(shown: _Shown) -> Iterator[str]:
    match shown.found.record:
        case Award() as award:
            yield from _listing(
                "editions",
                [
                    (f"{award.id}/{each.id}", each.name or f"{each.id} {award.name}")
                    for each in award.editions
                ],
            )
        case Edition() as edition:
            yield from _listing("categories", [(each.id, each.name) for each in edition.categories])
    if shown.found.kind is not RecordKind.NOMINATION:
        rows = [(each.id, each.title, stands(each)) for each in shown.entries]
        yield from _listing("nominations", rows)


def _listing(heading: str, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if rows:
        yield from ("", f"{heading}:")
        yield from (f"  {line}" for line in aligned(rows))


def _record(one: Found) -> Plain:
    """What the record says, without what stands above and below it."""
    left_out = {"id", "title" if isinstance(one.record, Nomination) else "name", "decisions", "editions"}
    if isinstance(one.record, Edition):
        left_out.add("categories")
    data = plain(one.record)
    return (
        {key: value for key, value in data.items() if key not in left_out} if isinstance(data, dict) else data
    )


def _data(shown: _Shown) -> dict[str, object]:
    one = shown.found
    data: dict[str, object] = {
        "kind": one.kind.value,
        "id": one.id,
        "file": shown.place.file,
        "line": shown.place.line,
        "column": shown.place.column,
        "record": told(one.record),
    }
    if one.kind is RecordKind.NOMINATION:
        return {
            **data,
            "stands": stands(shown.entries[0]),
            "history": [step.data() for step in shown.history],
        }
    return {**data, "nominations": [entry.id for entry in shown.entries]}
