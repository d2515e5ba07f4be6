"""`nominate init`: an empty register with comments, from which a team begins its own."""

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
@told_as("text", "json")
@quiet
def command(folder: Path, form: str) -> None:
    """Begin a register of your own: empty, with comments that explain it.

    DIR is the folder to make it in. Nothing that is there is overwritten: a folder that already holds a
    register is refused.

    \b
    Examples:
      nominate init our-awards
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    _refuse_register(folder)
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
    return {_REGISTER: template, _SCHEMA: f"{json_text(register_schema())}\n".encode()}


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
