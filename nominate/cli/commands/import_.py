"""`nominate import`: what came back in a tracker, shown, decided and written into the register's files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import attrs
import click

from nominate.cli import environment
from nominate.cli.committed import committed
from nominate.cli.decisions import decided
from nominate.cli.differences import difference_lines
from nominate.cli.endings import Ending
from nominate.cli.json_text import json_text
from nominate.cli.moments import instant, now
from nominate.cli.parameters import Filters, option_pairs, options, path, plugin_files, quiet, told_as
from nominate.cli.reading import opened
from nominate.cli.talk import counted, say, tell_problems
from nominate.cli.team_sheets import read_own_sheet
from nominate.cli.waiting import waiting
from nominate.errors import DataError, Problem, Severity, UnreadableInput, UsageError
from nominate.foreign.records.returning import returned, with_additions
from nominate.importing.importers import Importers
from nominate.importing.intake import Intake
from nominate.importing.merging.merge import SAFE, Merge
from nominate.importing.merging.merging import merge
from nominate.importing.taking_in import take_in
from nominate.register.changes import Change
from nominate.register.register import Register
from nominate.storage.editing import Edited, edit, finish
from nominate.storage.journal import journal_of
from nominate.storage.undoing import before_edits

__all__ = ["command"]


@attrs.frozen(kw_only=True)
class _Done:
    """What a file asked for, what of it was taken, and what that did; no edit where nothing was written."""

    merge: Merge
    taken: tuple[Change, ...]
    edited: Edited | None
    warnings: tuple[Problem, ...]

    @property
    def left(self) -> int:
        """How many changes, conflicts and questions still wait for somebody."""
        taken = {id(change) for change in self.taken}
        proposed = [each.changes for each in (*self.merge.changes, *self.merge.conflicts)]
        proposed += [each.changes for each in self.merge.questions]
        return sum(1 for own in proposed if not own or any(id(change) not in taken for change in own))

    @property
    def code(self) -> Ending:
        """Problems, as long as something in the file was not understood or not decided."""
        has_errors = any(each.severity is Severity.ERROR for each in self.merge.problems)
        return Ending.PROBLEMS if has_errors or self.left else Ending.FINE


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@path
@click.option("--by", metavar="IMPORTER", help="Which importer, where the name of FILE leaves it open.")
@click.option(
    "--mapping",
    type=click.Path(path_type=Path),
    metavar="MAPPING",
    help="Read FILE, a sheet of your own, as this file says; without it, as one beside the register does.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option(
    "--accept",
    metavar="all|safe|ID",
    multiple=True,
    help="Take without asking: what nothing speaks against (safe), everything as FILE has it (all), "
    "what has this id, or all that is said of this record.",
)
@click.option("-y", "--yes", is_flag=True, help="The same as --accept safe.")
@options("What the importer shall do otherwise; nominate plugins IMPORTER lists its options.")
@plugin_files
@told_as("text", "json")
@quiet
def command(  # noqa: PLR0913 - click gives each option by its name
    file: Path,
    path: Path,
    *,
    by: str | None,
    mapping: Path | None,
    dry_run: bool,
    accept: tuple[str, ...],
    yes: bool,
    options: Filters,
    plugin_files: tuple[Path, ...],
    form: str,
) -> int:
    """Take the edits of a tracker that came back into the register.

    FILE is a tracker that nominate made and somebody edited, or a sheet of your own with the titles of one
    that the register was made from. PATH is the register: a file or a folder; without it, the current
    folder. What FILE says, what it was made from and what the register says now are
    compared cell by cell; where both changed the same thing, or rows are gone, you decide.

    \b
    Examples:
      nominate import tracker.xlsx awards --dry-run
      nominate import tracker.xlsx awards
      nominate import tracker.xlsx awards --accept safe
      nominate import tracker.xlsx awards --accept all --json
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    if path == Path("-"):
        raise UsageError("a register from the standard input cannot be edited; name its file or folder")
    if not dry_run:
        tell_problems(finish(path, by=environment.person(), now=instant()))
    found, warnings = _own_merged(file, path, mapping) or _merged(file, path, by, options, plugin_files)
    choices = (*accept, *((SAFE,) if yes else ()))
    if form == "text":
        for line in difference_lines(found):
            click.echo(line)
        tell_problems((*found.problems, *warnings))
    taken = () if dry_run else _taken(found, choices, is_text=form == "text")
    edited = _written(path, taken)
    done = _Done(merge=found, taken=taken, edited=edited, warnings=warnings)
    if form == "json":
        click.echo(json_text(_data(done)))
    else:
        _report(done, is_dry=dry_run)
    return done.code


def _merged(
    file: Path, path: Path, by: str | None, given: Filters, plugins: tuple[Path, ...]
) -> tuple[Merge, tuple[Problem, ...]]:
    importers = Importers(files=plugins, is_strict=environment.is_strict())
    with waiting(f"reading {file.name}"):
        intake = take_in(file, by=by, options=option_pairs(given), importers=importers)
    if not intake.sheets and any(each.severity is Severity.ERROR for each in intake.problems):
        raise UnreadableInput(intake.problems)
    return _compared(intake, opened(path), path)


def _own_merged(file: Path, path: Path, mapping: Path | None) -> tuple[Merge, tuple[Problem, ...]] | None:
    """What a sheet of the team's own would change; None for a file that no mapping is for."""
    read = read_own_sheet(file, path, mapping=mapping)
    if read is None:
        return None
    register = opened(path)
    back = returned(read, register)
    found, warnings = _compared(back.intake, register.apply(back.additions), path)
    return with_additions(found, back.additions), warnings


def _compared(intake: Intake, register: Register, path: Path) -> tuple[Merge, tuple[Problem, ...]]:
    journal = journal_of(path)
    with waiting("comparing"):
        found = merge(
            intake,
            register,
            known=now(register.zone),
            journal=tuple(entry.change for entry in journal.entries),
            earlier=chain(before_edits(register, journal), committed(path)),
        )
    return found, journal.problems


def _taken(found: Merge, choices: tuple[str, ...], *, is_text: bool) -> tuple[Change, ...]:
    if choices:
        return found.accepted(*choices)
    if found.is_empty:
        return ()
    if not is_text or not sys.stdin.isatty():
        return ()
    return found.accepted(*decided(found))


def _written(path: Path, taken: tuple[Change, ...]) -> Edited | None:
    if not taken:
        return None
    try:
        with waiting("writing"):
            return edit(path, taken, by=environment.person(), now=instant())
    except UnreadableInput:
        raise
    except DataError as error:
        tell_problems(error.problems)
        say(
            "nothing was written: these changes cannot be made together, "
            f"for {counted(len(error.problems), 'reason')} above"
        )
        raise click.exceptions.Exit(Ending.PROBLEMS) from None


def _report(done: _Done, *, is_dry: bool) -> None:
    if done.edited is not None:
        tell_problems(done.edited.problems)
        say(f"made {counted(len(done.taken), 'change')} in {', '.join(done.edited.files)}")
    elif done.merge.is_empty and done.code is Ending.FINE:
        say("no changes")
    elif is_dry:
        say("nothing was written: this was a dry run")
    if done.left and not is_dry:
        say("\n".join(_what_is_left(done)))


def _what_is_left(done: _Done) -> Iterator[str]:
    nothing = "" if done.edited is not None else "nothing was written; "
    yield f"{nothing}{counted(done.left, 'decision')} left to you: run it in a terminal to be asked, or add"
    if done.edited is None and done.merge.changes:
        safe = counted(len(done.merge.changes), "change")
        yield f"  --accept safe   for the {safe} that nothing speaks against"
    yield "  --accept ID     for what has that id, in square brackets above"


def _data(done: _Done) -> dict[str, object]:
    return {
        **done.merge.to_json(),
        "taken": len(done.taken),
        "left": done.left,
        "written": list(done.edited.files) if done.edited is not None else [],
    }
