"""`nominate plugins`: what can be made and read, by whose plugins, and which of them are broken."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import click

from nominate.cli import environment
from nominate.cli.endings import Ending
from nominate.cli.json_text import json_text
from nominate.cli.parameters import plugin_files, quiet, told_as
from nominate.cli.tables import Heading, aligned, print_table
from nominate.cli.talk import problem_line
from nominate.cli.waiting import waiting
from nominate.errors import ExporterNotFound, ImporterNotFound, Severity
from nominate.exporting.exporters import Exporters
from nominate.exporting.listing import ListedExporter
from nominate.exporting.listing import listed_to as exporter_to
from nominate.importing.importers import Importers
from nominate.importing.listing import ListedImporter
from nominate.importing.listing import listed_to as importer_to
from nominate.plugging.faults import problem_to
from nominate.plugging.options import Option
from nominate.plugging.plugins import BrokenPlugin, Plugin

__all__ = ["command"]

_Listed: TypeAlias = ListedExporter | ListedImporter


def _headings(noun: str, deed: str) -> tuple[Heading, ...]:
    return (
        Heading(title=noun),
        Heading(title=deed, least=6),
        Heading(title="summary", least=20),
        Heading(title="from", least=16),
    )


@click.command("plugins")
@click.argument("name", required=False)
@plugin_files
@click.option("--strict", "is_strict", is_flag=True, help="End with exit code 4 when a plugin is broken.")
@told_as("text", "json")
@quiet
@click.pass_context
def command(
    context: click.Context, name: str | None, plugin_files: tuple[Path, ...], *, is_strict: bool, form: str
) -> None:
    """List the exporters and importers, and the plugins that bring them.

    With NAME, tell what that exporter can be asked for with -O, and the importer of that name too. A plugin
    that is broken is told with the reason; it never stops the others. Plugins of other people run in a
    process of their own.

    \b
    Examples:
      nominate plugins
      nominate plugins excel
      nominate plugins --json
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    strict = environment.is_strict()
    exporters = Exporters(files=plugin_files, is_strict=strict)
    importers = Importers(files=plugin_files, is_strict=strict)
    with waiting("asking every plugin"):
        made, read = _called(name, exporters, importers) if name else (exporters.every(), importers.every())
    # A plugin that breaks down is asked for both, and told once.
    broken = tuple(dict.fromkeys((*exporters.broken, *importers.broken)))
    if form == "json":
        told = {
            "exporters": [{**exporter_to(one), **_plugin_to(one.plugin)} for one in made],
            "importers": [{**importer_to(one), **_plugin_to(one.plugin)} for one in read],
            "broken": [_broken_to(each) for each in broken],
        }
        click.echo(json_text(told))
    elif name:
        offered: tuple[_Listed, ...] = (*made, *read)
        for one in offered:
            _tell_one(one)
    else:
        _tell_all(made, read, broken)
    if is_strict and any(each.problem.severity is Severity.ERROR for each in broken):
        context.exit(Ending.FAILED)


def _called(
    name: str, exporters: Exporters, importers: Importers
) -> tuple[tuple[ListedExporter, ...], tuple[ListedImporter, ...]]:
    """The exporter and the importer of that name, one at least. Raises `ExporterNotFound`."""
    try:
        made = (exporters.named(name),)
    except ExporterNotFound:
        with suppress(ImporterNotFound):
            return (), (importers.named(name),)
        raise
    with suppress(ImporterNotFound):
        return made, (importers.named(name),)
    return made, ()


def _tell_all(
    made: tuple[ListedExporter, ...], read: tuple[ListedImporter, ...], broken: tuple[BrokenPlugin, ...]
) -> None:
    _tell_listed(_headings("exporter", "makes"), made)
    if made and read:
        click.echo()
    _tell_listed(_headings("importer", "reads"), read)
    for each in broken:
        click.echo(f"{click.style('broken', fg='red')}: {each.plugin}: {problem_line(each.problem)}")


def _tell_listed(headings: tuple[Heading, ...], offered: tuple[_Listed, ...]) -> None:
    if offered:
        rows = [(one.name, " ".join(one.suffixes), one.summary, _whose(one)) for one in offered]
        print_table(headings, rows)


def _tell_one(one: _Listed) -> None:
    deed = "makes" if isinstance(one, ListedExporter) else "reads"
    click.echo(f"{click.style(one.name, bold=True)}: {one.summary}")
    click.echo(f"{deed} {', '.join(one.suffixes)}; from {_whose(one)}")
    if not one.options:
        click.echo("it takes no options")
        return
    click.echo("\noptions, as in -O option=value:")
    for line in aligned([(option.name, _option_line(option)) for option in one.options]):
        click.echo(f"  {line}")


def _option_line(option: Option) -> str:
    values = ", ".join(option.takes)
    usual = ", ".join(option.default)
    parts = [option.help, values, f"usually {usual}" if usual else "", "repeatable" * option.is_repeatable]
    return "; ".join(part for part in parts if part)


def _whose(one: _Listed) -> str:
    plugin = one.plugin
    if plugin is None:
        return ""
    return plugin.target if plugin.is_file else f"{plugin.distribution} {plugin.version}"


def _plugin_to(plugin: Plugin | None) -> dict[str, object]:
    if plugin is None:
        return {}
    whose = {"name": plugin.name, "distribution": plugin.distribution, "version": plugin.version}
    return {"plugin": {**whose, "is_stock": plugin.is_stock}}


def _broken_to(broken: BrokenPlugin) -> dict[str, object]:
    plugin = broken.plugin
    return {
        "plugin": plugin.name,
        "target": plugin.target,
        "distribution": plugin.distribution,
        "version": plugin.version,
        "problem": problem_to(broken.problem),
    }
