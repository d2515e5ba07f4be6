"""A register from the spreadsheet that a team already has: proposed, looked at, and made."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import attrs
import click

from nominate.cli import environment
from nominate.cli.endings import Ending
from nominate.cli.folders import made_folder, spoken
from nominate.cli.json_text import json_text
from nominate.cli.talk import counted, say, tell_problems
from nominate.cli.waiting import waiting
from nominate.errors import DataError, Problem, UnreadableInput
from nominate.files.reading import FILE_LIMIT, read_bytes
from nominate.files.writing import write_all
from nominate.foreign.mapping.mapping_file import MappingFile
from nominate.foreign.mapping.mapping_text import mapping_text
from nominate.foreign.mapping.proposing import Proposal, proposed
from nominate.foreign.records.building import Built, built
from nominate.foreign.records.reporting import report_text
from nominate.foreign.rows.opening import opened_sheets
from nominate.foreign.rows.reading import Read, read_by
from nominate.foreign.rows.remembering import loaded_mapping, mapping_path, remembered_mapping
from nominate.plugging.faults import problem_to
from nominate.register.register import Register
from nominate.sheets import Workbook
from nominate.storage.splitting import split_texts

__all__ = ["Wanted", "begun_from"]

_MOST_SHOWN = 20
# A cell that shows an error is told with the others; without its titles, nothing of a table can be read.
_STOPPING = frozenset({"E740", "E742"})
_HEADS: Mapping[str, str] = {
    "register": "YOUR REGISTER of awards and nominations, made from {file}.\n\n"
    "Write whose voice the news speaks in: publisher: and an id from organisations.yaml.\n"
    'Then run "nominate check" on this folder.',
    "organisations": "The organisations that {file} names.\n"
    "The other files name them by their ids: change a name here, once.",
    "people": "The persons that {file} names.",
    "programmes": "The work that is recognised, as {file} names it.",
    "awards": "The awards, each with its editions, their dates and categories.\n"
    "A date is public unless it says otherwise: give what is not public yet an announced: or embargo:.",
    "nominations": "Your nominations, one for each row of {file}.\n"
    "No outcome is public until it says announced: and a day.",
}


@attrs.frozen(kw_only=True)
class Wanted:
    """What somebody asked for: the sheet, the mapping to read it by, and how far to go.

    >>> Wanted(sheet=Path("tracker.xlsx")).is_dry
    False
    """

    sheet: Path
    mapping: Path | None = None
    is_settled: bool = False
    is_dry: bool = False
    form: str = "text"


@attrs.frozen(kw_only=True)
class _Found:
    """What a sheet becomes: by a proposal, or by a mapping that stands in a file."""

    mapping: MappingFile
    source: Path | None
    proposal: Proposal | None
    read: Read
    made: Built

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What reading the sheet and making the records told, in that order."""
        return (*self.read.problems, *self.made.problems)


def begun_from(folder: Path, wanted: Wanted, *, beside: Mapping[Path, bytes]) -> Ending:
    """Show what a sheet becomes, ask, and make the register of it; `beside` are further files of the folder.

    Raises:
        UnreadableInput: the sheet or the mapping cannot be read.
        UsageError: it is no spreadsheet.
        OutputError: a file cannot be written.
    """
    try:
        found = _found(folder, wanted)
    except UnreadableInput:
        raise
    except DataError as error:
        return _faulty(error)
    errors = [problem for problem in found.problems if problem.code in _STOPPING]
    if errors or not found.read.rows:
        return _unusable(folder, wanted, found, errors)
    if wanted.form == "text":
        click.echo(_report(found, most=_MOST_SHOWN), nl=False)
    if wanted.is_dry:
        say("nothing was written: this was a dry run")
        return _ended(folder, wanted, found, written=())
    if not wanted.is_settled and not _agreed(folder, wanted):
        return _left(folder, wanted, found)
    texts = _texts(folder, found)
    _write({**texts, **beside})
    return _ended(folder, wanted, found, written=(*texts, *beside))


def _found(folder: Path, wanted: Wanted) -> _Found:
    with waiting(f"reading {wanted.sheet.name}"):
        workbook = opened_sheets(wanted.sheet)
        source, mapping = _mapping(folder, wanted, workbook)
        proposal = proposed(workbook) if mapping is None else None
        by = mapping if mapping is not None else _proposed_mapping(proposal, workbook)
        read = read_by(by, workbook)
        return _Found(mapping=by, source=source, proposal=proposal, read=read, made=built(read))


def _mapping(folder: Path, wanted: Wanted, workbook: Workbook) -> tuple[Path | None, MappingFile | None]:
    if wanted.mapping is not None:
        return wanted.mapping, loaded_mapping(wanted.mapping)
    found = remembered_mapping(folder, workbook)
    if found is None:
        return None, None
    say(f"read by {found[0]}")
    return found


def _proposed_mapping(proposal: Proposal | None, workbook: Workbook) -> MappingFile:
    return proposal.mapping if proposal is not None else MappingFile(file=workbook.name)


def _faulty(error: DataError) -> Ending:
    tell_problems(error.problems)
    say(f"{counted(len(error.problems), 'problem')} in the mapping file; mend it first")
    return Ending.PROBLEMS


def _unusable(folder: Path, wanted: Wanted, found: _Found, errors: list[Problem]) -> Ending:
    """Say why nothing can be made of a sheet; the proposal is there to be completed."""
    tell_problems(errors)
    if not errors:
        name = found.read.file
        missing = "no row of titles found in any sheet, with rows of entries below it"
        tell_problems([Problem(code="E740", file=name, message=missing)])
    if found.source is None and not wanted.is_dry:
        target = _remember(folder, found)
        say(f"{target}: write there which row has the titles (header:) and that its rows are entries; then")
        say(f"  {_again(folder, wanted)}")
    return Ending.UNREADABLE


def _agreed(folder: Path, wanted: Wanted) -> bool:
    if wanted.form != "text" or not sys.stdin.isatty():
        return False
    return click.confirm(f"Make the register in {folder}?", default=False, err=True)


def _left(folder: Path, wanted: Wanted, found: _Found) -> Ending:
    """Leave the proposal where it can be edited, and say how to go on."""
    target = found.source if found.source is not None else _remember(folder, found)
    say("no register was made yet")
    say(f"{target}: how the sheet is read; look at it, change what is wrong, then")
    say(f"  {_again(folder, wanted)} --yes")
    if wanted.form == "json":
        click.echo(json_text(_data(found, written=() if found.source else (target,))))
    return Ending.PROBLEMS


def _again(folder: Path, wanted: Wanted) -> str:
    mapping = f" --mapping {spoken(wanted.mapping)}" if wanted.mapping is not None else ""
    name = spoken(environment.own_name())
    return f"{name} init {spoken(folder)} --from {spoken(wanted.sheet)}{mapping}"


def _remember(folder: Path, found: _Found) -> Path:
    target, content = _remembered(folder, found)
    _write({target: content})
    return target


def _remembered(folder: Path, found: _Found) -> tuple[Path, bytes]:
    target = mapping_path(folder, found.read.file)
    if found.proposal is not None:
        return target, mapping_text(found.proposal).encode()
    source = found.source if found.source is not None else target
    return target, read_bytes(source, limit=FILE_LIMIT)


def _texts(folder: Path, found: _Found) -> dict[Path, bytes]:
    register = Register(records=found.made.records)
    heads = {name: head.format(file=found.read.file) for name, head in _HEADS.items()}
    texts = {folder / name: text.encode() for name, text in split_texts(register, heads=heads).items()}
    target, content = _remembered(folder, found)
    report = target.with_name(target.name.replace(".mapping.txt", ".report.txt"))
    return {**texts, target: content, report: _report(found).encode()}


def _write(contents: Mapping[Path, bytes]) -> None:
    for path in contents:
        made_folder(path.parent)
    write_all(contents)


def _report(found: _Found, *, most: int | None = None) -> str:
    return report_text(found.mapping, found.read, found.made, proposal=found.proposal, most=most)


def _ended(folder: Path, wanted: Wanted, found: _Found, *, written: tuple[Path, ...]) -> Ending:
    if wanted.form == "json":
        click.echo(json_text(_data(found, written=written)))
    elif written:
        click.echo(f"\n{folder}: {', '.join(str(path.relative_to(folder)) for path in written)}")
        name = spoken(environment.own_name())
        say("next: look at the report, then try")
        say(f"  {name} check {spoken(folder)}")
        say(f"  {name} list {spoken(folder)}")
    return Ending.FINE


def _data(found: _Found, *, written: tuple[Path, ...]) -> dict[str, object]:
    records = found.made.records
    sections = ("nominations", "organisations", "people", "programmes", "awards")
    alike = found.proposal.wordings.alike if found.proposal is not None else ()
    return {
        "files": [str(path) for path in written],
        "rows": found.read.rows,
        "records": {name: len(getattr(records, name)) for name in sections},
        "columns": [
            {"sheet": table.sheet, "title": title, "becomes": meaning.value}
            for table in found.mapping.tables
            for title, meaning in table.columns.items()
        ],
        "passed": [{"place": str(row.origin), "kind": row.kind.value} for row in found.read.passed],
        "problems": [problem_to(problem) for problem in found.problems],
        "alike": [{"name": each.name, "other": each.other, "reason": each.reason} for each in alike],
    }
