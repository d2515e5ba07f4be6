"""`nominate init`: an empty register with comments, or one made of the sheet that a team already has."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import click

from nominate.cli import environment
from nominate.cli.folders import made_folder, spoken
from nominate.cli.json_text import json_text
from nominate.cli.parameters import quiet, told_as
from nominate.cli.talk import say
from nominate.errors import UnreadableInput, UsageError
from nominate.files.schema import register_schema
from nominate.files.writing import write_whole
from nominate.storage.finding import register_files

__all__ = ["command"]

_REGISTER = Path("register.yaml")
# Out of the way of the files that people write.
_SCHEMA = Path(".nominate", "register.schema.json")


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "sheet",
    type=click.Path(path_type=Path),
    metavar="SHEET",
    help="Make the register of this spreadsheet: .xlsx, .ods or .csv.",
)
@click.option(
    "--mapping",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Read SHEET as this file says; without it, as the one in DIR does, or as is proposed.",
)
@click.option("-y", "--yes", is_flag=True, help="Make the register of SHEET without asking.")
@click.option("--dry-run", is_flag=True, help="Show what SHEET would become, and write nothing.")
@told_as("text", "json")
@quiet
def command(
    folder: Path, *, sheet: Path | None, mapping: Path | None, yes: bool, dry_run: bool, form: str
) -> int:
    """Begin a register of your own: empty, or from the spreadsheet that you have.

    DIR is the folder to make it in; an empty register has comments that explain it. Nothing that is there is
    overwritten: a folder that already holds a register is refused.

    With --from, what each column of SHEET becomes is proposed and shown, with what could not be read, by
    sheet and cell. You are asked before anything is made; where nobody can be asked, the proposal is written
    into DIR for you to look at, and the exit code is 1 until you say --yes. No outcome becomes public unless
    a column says when it was announced.

    \b
    Examples:
      nominate init our-awards
      nominate init our-awards --from tracker.xlsx --dry-run
      nominate init our-awards --from tracker.xlsx --yes
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    _refuse_register(folder)
    if sheet is not None:
        from nominate.cli.from_sheet import Wanted, begun_from  # noqa: PLC0415 - an empty register needs none

        wanted = Wanted(sheet=sheet, mapping=mapping, is_settled=yes, is_dry=dry_run, form=form)
        return begun_from(folder, wanted, beside={folder / _SCHEMA: _schema()})
    if mapping is not None or yes or dry_run:
        raise UsageError("--mapping, --yes and --dry-run go with --from SHEET")
    _begin(folder, form)
    return 0


def _begin(folder: Path, form: str) -> None:
    for path, content in _contents().items():
        made_folder((folder / path).parent)
        write_whole(folder / path, content)
    if form == "json":
        click.echo(json_text({"files": [str(folder / path) for path in _contents()]}))
        return
    click.echo(f"{folder / _REGISTER}: an empty register, with comments that explain it")
    click.echo(f"{folder / _SCHEMA}: lets an editor explain the keys and check them while you type")
    say(f"next: open {folder / _REGISTER} in a text editor; then try")
    name = spoken(environment.own_name())
    say(f"  {name} check {spoken(folder)}")
    say(f"  {name} list {spoken(folder)}")


def _contents() -> Mapping[Path, bytes]:
    template = files("nominate.cli").joinpath("new-register.yaml").read_bytes()
    return {_REGISTER: template, _SCHEMA: _schema()}


def _schema() -> bytes:
    return f"{json_text(register_schema())}\n".encode()


def _refuse_register(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder")
    try:
        found = register_files(folder)
    except UnreadableInput:
        return
    raise UsageError(f"{folder} already holds a register: {found[0]}; name another folder")
