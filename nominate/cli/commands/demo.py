"""`nominate demo`: a finished example to look at, made offline in seconds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import attrs
import click

from nominate.cli import environment
from nominate.cli.folders import made_folder, spoken
from nominate.cli.json_text import json_text
from nominate.cli.parameters import quiet, told_as
from nominate.cli.samples import FOLDERS, Content, contents
from nominate.cli.tables import aligned
from nominate.cli.talk import say, tell_problems
from nominate.cli.waiting import waiting
from nominate.errors import Problem, UsageError
from nominate.files.writing import write_whole

__all__ = ["command"]


@click.command("demo")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path("nominate-demo"))
@click.option("--force", "is_forced", is_flag=True, help="Write into DIR again; other files there stay.")
@told_as("text", "json")
@quiet
def command(folder: Path, form: str, *, is_forced: bool) -> None:
    """Write a finished example: a register, and every file made from it.

    DIR is the folder to write it into; without it, nominate-demo. A folder that holds anything is refused,
    unless you add --force: then the demonstration's own files are written again, and nothing is deleted.
    Nothing is fetched from anywhere.

    \b
    Examples:
      nominate demo
      nominate demo look-at-this
      nominate demo look-at-this --force
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    _refuse(folder, is_forced=is_forced)
    with waiting("reading the registers") as progress:
        made = contents(progress)
        for each in made:
            target = folder / each.file
            made_folder(target.parent)
            write_whole(target, each.content)
    tell_problems(_told_once(folder, made))
    if form == "json":
        told = [{"file": str(folder / each.file), "says": each.says} for each in made]
        click.echo(json_text({"files": told}))
        return
    for line in _tree(folder, made):
        click.echo(line)
    _tell_next(folder)


def _refuse(folder: Path, *, is_forced: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder")
    if folder.is_dir() and any(folder.iterdir()) and not is_forced:
        raise UsageError(
            f"the folder {folder} is not empty; name another, or add --force to write the demonstration again"
        )


def _told_once(folder: Path, made: Iterable[Content]) -> Iterable[Problem]:
    """What the exporters warned of, each at the first file: the three forms of a piece say the same."""
    first: dict[Problem, Problem] = {}
    for each in made:
        for problem in each.problems:
            first.setdefault(problem, attrs.evolve(problem, file=str(folder / each.file)))
    return first.values()


def _tree(folder: Path, made: Iterable[Content]) -> Iterator[str]:
    says = {PurePosixPath(name): text for name, text in FOLDERS.items()}
    says |= {each.file: each.says for each in made}
    children: dict[PurePosixPath, list[PurePosixPath]] = {}
    for file in says:
        for path in (file, *file.parents[:-1]):
            beside = children.setdefault(path.parent, [])
            if path not in beside:
                beside.append(path)
    rows = [(f"{folder}/", ""), *_branches(PurePosixPath(), "", children, says)]
    return aligned(rows)


def _branches(
    parent: PurePosixPath,
    indent: str,
    children: dict[PurePosixPath, list[PurePosixPath]],
    says: dict[PurePosixPath, str],
) -> Iterator[tuple[str, str]]:
    below = children.get(parent, [])
    for path in below:
        is_last = path == below[-1]
        mark = "/" if path in children else ""
        yield f"{indent}{'└── ' if is_last else '├── '}{path.name}{mark}", says.get(path, "")
        yield from _branches(path, indent + ("    " if is_last else "│   "), children, says)


def _tell_next(folder: Path) -> None:
    west, aberdwr = spoken(folder / "west-of-england"), spoken(folder / "aberdwr")
    name, edition = spoken(environment.own_name()), "--edition hsj-patient-safety/2020 --as-of 2020-10-01"
    say("\nopen any of them; then try")
    say(f"  {name} check {aberdwr}")
    say(f"  {name} list {west}")
    say(f"  {name} export {west} -o news.md {edition}")
