"""`nominate export`: one file made of what an audience may know at a moment."""

from __future__ import annotations

import sys
from itertools import zip_longest
from pathlib import Path
from typing import cast

import click

from nominate.cli import environment
from nominate.cli.batches import Asked, Several, made_each, several
from nominate.cli.json_text import json_text
from nominate.cli.moments import moment_for, now
from nominate.cli.parameters import (
    Filters,
    as_of,
    filters,
    option_pairs,
    options,
    path,
    plugin_files,
    quiet,
    scope_of,
    told_as,
)
from nominate.cli.reading import opened
from nominate.cli.talk import counted, is_quiet, say, size_text, tell_problems
from nominate.cli.waiting import waiting
from nominate.errors import UsageError, shown
from nominate.exporting.asking import shared_out
from nominate.exporting.exporters import Exporters
from nominate.exporting.listing import ListedExporter
from nominate.exporting.output import Output, export_several
from nominate.exporting.rendering import Exported, render_with_problems
from nominate.model.fields import Audience
from nominate.model.when import When
from nominate.plugging.faults import problem_to
from nominate.plugging.given import Given
from nominate.register.register import Register
from nominate.viewing.build import view
from nominate.viewing.view import View

__all__ = ["command"]

_STANDARD_OUTPUT = Path("-")
_OF_A_REGISTER = {".yaml", ".yml", ".json"}


@click.command("export")
@path
@click.option(
    "-o",
    "--output",
    "files",
    type=click.Path(path_type=Path),
    metavar="FILE",
    multiple=True,
    required=True,
    help="The file to write, whole or not at all; - is the standard output. With --each, what the files are "
    "called, as in briefings/{id}.pdf. Several make a file of each form.",
)
@click.option(
    "--to",
    metavar="EXPORTER",
    multiple=True,
    help="Which exporter, where the name of FILE leaves it open; one for each FILE, in their order.",
)
@filters
@as_of
@click.option(
    "--audience",
    type=click.Choice([audience.value for audience in Audience]),
    default=Audience.PUBLIC.value,
    show_default=True,
    help="Who will read it: everybody, the press under embargo, or the team itself.",
)
@several
@options("What the exporter shall do otherwise; nominate plugins EXPORTER lists its options.")
@plugin_files
@told_as("text", "json")
@quiet
def command(  # noqa: PLR0913 - click gives each option by its name
    path: Path,
    *,
    files: tuple[Path, ...],
    to: tuple[str, ...],
    as_of: When | None,
    audience: str,
    several: Several | None,
    options: Filters,
    plugin_files: tuple[Path, ...],
    form: str,
    **given: Filters,
) -> int | None:
    """Make a file from a register: a tracker, a summary or a news piece.

    PATH is a file, a folder or - for the standard input; without it, the current folder. What the audience
    may not know at the moment is not in the file, nor counted in it. Of several files all are made, or none;
    an option goes to each exporter that has it.

    \b
    Examples:
      nominate export awards -o tracker.xlsx
      nominate export awards -o tracker.xlsx --audience internal
      nominate export awards -o summary.pdf --award hsj-patient-safety
      nominate export awards -o news.md --edition hsj-patient-safety/2020 --as-of 2020-10-01
      nominate export awards -o - --to news --edition hsj-patient-safety/2020 -O form=text
      nominate export awards -o summary.pdf -o tracker.xlsx
      nominate export awards -o "briefings/{id}.pdf" --each organisation
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    exporters = Exporters(files=plugin_files, is_strict=environment.is_strict())
    outputs = _outputs(exporters, files, to, option_pairs(options))
    register = _opened(path, files)
    reader = Audience(audience)
    moment = moment_for(reader, as_of, register.zone)
    if several is not None:
        asked = Asked(
            outputs=outputs,
            path=path,
            exporters=exporters,
            audience=reader,
            as_of=moment,
            is_present=as_of is None,
            filters=scope_of(given),
        )
        return made_each(register, asked, several, form=form)
    with waiting(f"making {' and '.join(file.name for file in files)}"):
        chosen = view(register, as_of=moment, audience=reader, **scope_of(given))
        if files == (_STANDARD_OUTPUT,):
            _write_out(chosen, outputs[0], exporters, form)
            return None
        exported = export_several(chosen, outputs, exporters=exporters)
    _report(exported, chosen, form)
    return None


def _outputs(
    exporters: Exporters, files: tuple[Path, ...], to: tuple[str, ...], options: Given
) -> tuple[Output, ...]:
    if len(files) > 1 and _STANDARD_OUTPUT in files:
        raise UsageError("-o - goes alone; write the other files by a command of their own")
    if to and len(to) != len(files):
        named = counted(len(to), "exporter")
        raise UsageError(f"--to names {named} for {counted(len(files), 'file')}; name one for each")
    with waiting("looking for the exporter"):
        found = [_exporter(exporters, file, name) for file, name in zip_longest(files, to)]
    shares = shared_out(options, found)
    return tuple(
        Output(path=file, to=one, options=own) for file, one, own in zip(files, found, shares, strict=True)
    )


def _exporter(exporters: Exporters, file: Path, to: str | None) -> ListedExporter:
    if to is not None:
        return exporters.named(to)
    if file == _STANDARD_OUTPUT:
        names = ", ".join(one.name for one in exporters.every())
        raise UsageError(f"-o - has no suffix that says what to make; add --to and one of {names}")
    return exporters.for_path(file)


def _opened(path: Path, files: tuple[Path, ...]) -> Register:
    """The register; refused where it would be written over, and so lost or broken at the next reading."""
    source = path.resolve()
    for file in files:
        target = file.resolve()
        is_inside = target == source or source in target.parents
        if is_inside and target.suffix.lower() in _OF_A_REGISTER:
            raise UsageError(
                f"{shown(str(file))} would become part of the register itself; write it elsewhere"
            )
    return opened(path)


def _write_out(chosen: View, output: Output, exporters: Exporters, form: str) -> None:
    if form == "json":
        raise UsageError("-o - already takes the standard output; leave --json out, or write to a file")
    one = cast("ListedExporter", output.to)
    rendering = render_with_problems(chosen, one, options=output.options, exporters=exporters)
    if sys.stdout.isatty() and not rendering.media_type.startswith("text/"):
        raise UsageError(
            f"{one.name!r} makes bytes that a terminal cannot show; write to a file with -o FILE"
        )
    tell_problems(rendering.problems)
    sys.stdout.buffer.write(rendering.content)


def _report(exported: tuple[Exported, ...], chosen: View, form: str) -> None:
    if form == "json":
        told = [_data(each, chosen) for each in exported]
        click.echo(json_text(told if len(told) > 1 else told[0]))
        return
    for each in exported:
        tell_problems(each.problems)
    if is_quiet():
        return
    totals = chosen.totals
    held = [
        counted(totals["nominations"], "nomination"),
        counted(totals["organisations"], "organisation"),
        counted(totals["editions"], "edition"),
    ]
    for each in exported:
        say(f"wrote {each.path} ({each.exporter}, {size_text(each.size)}): {', '.join(held)}")
    say(f"for the {_reader(chosen)}, as of {chosen.as_of}. {chosen.left_out}".rstrip())
    if _is_late(chosen):
        say("that embargo is over; for a result under embargo, ask --as-of the moment at which its own ends")


def _is_late(chosen: View) -> bool:
    """Whether what was made for the press holds nothing that the press would have to keep to itself."""
    end = chosen.embargoed_until
    if end is None or chosen.audience is not Audience.PRESS:
        return False
    return end <= now(chosen.zone).first_moment(chosen.zone)


def _reader(chosen: View) -> str:
    match chosen.audience:
        case Audience.INTERNAL:
            return "team itself: do not pass it on"
        case Audience.PRESS if chosen.embargoed_until is not None:
            end = chosen.embargoed_until.astimezone(chosen.zone)
            return f"press, embargoed until {end:%Y-%m-%dT%H:%M}"
        case audience:
            return str(audience.value)


def _data(exported: Exported, chosen: View) -> dict[str, object]:
    return {
        "path": str(exported.path),
        "exporter": exported.exporter,
        "media_type": exported.media_type,
        "size": exported.size,
        "audience": chosen.audience.value,
        "as_of": str(chosen.as_of),
        "revision": chosen.revision,
        "totals": dict(chosen.totals),
        "problems": [problem_to(problem) for problem in exported.problems],
    }
