"""`nominate plugins`: what a register can be exported to, by whose plugin, and which plugins are broken."""

from __future__ import annotations

from pathlib import Path

import click

from nominate.cli import environment
from nominate.cli.endings import Ending
from nominate.cli.json_text import json_text
from nominate.cli.parameters import plugin_files, quiet, told_as
from nominate.cli.tables import Heading, aligned, print_table
from nominate.cli.talk import problem_line
from nominate.cli.waiting import waiting
from nominate.errors import Severity
from nominate.exporting.exporters import Exporters
from nominate.exporting.listing import ListedExporter, listed_to
from nominate.plugging.faults import problem_to
from nominate.plugging.options import Option
from nominate.plugging.plugins import BrokenPlugin

__all__ = ["command"]


_HEADINGS = (
    Heading(title="exporter"),
    Heading(title="makes", least=6),
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
    """List the exporters, and the plugins that bring them.

    With NAME, tell what that exporter can be asked for with -O. A plugin that is broken is told with the
    reason; it never stops the others. Plugins of other people run in a process of their own.

    \b
    Examples:
      nominate plugins
      nominate plugins excel
      nominate plugins --json
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    exporters = Exporters(files=plugin_files, is_strict=environment.is_strict())
    with waiting("asking every plugin"):
        offered = (exporters.named(name),) if name else exporters.every()
    if form == "json":
        broken = [_broken_to(each) for each in exporters.broken]
        told = {"exporters": [_exporter_to(one) for one in offered], "broken": broken}
        click.echo(json_text(told))
    elif name:
        _tell_one(offered[0])
    else:
        _tell_all(offered, exporters.broken)
    if is_strict and any(each.problem.severity is Severity.ERROR for each in exporters.broken):
        context.exit(Ending.FAILED)


def _tell_all(offered: tuple[ListedExporter, ...], broken: tuple[BrokenPlugin, ...]) -> None:
    rows = [(one.name, " ".join(one.suffixes), one.summary, _whose(one)) for one in offered]
    if rows:
        print_table(_HEADINGS, rows)
    for each in broken:
        click.echo(f"{click.style('broken', fg='red')}: {each.plugin}: {problem_line(each.problem)}")


def _tell_one(one: ListedExporter) -> None:
    click.echo(f"{click.style(one.name, bold=True)}: {one.summary}")
    click.echo(f"makes {', '.join(one.suffixes)}; from {_whose(one)}")
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


def _whose(one: ListedExporter) -> str:
    plugin = one.plugin
    if plugin is None:
        return ""
    return plugin.target if plugin.is_file else f"{plugin.distribution} {plugin.version}"


def _exporter_to(one: ListedExporter) -> dict[str, object]:
    plugin = one.plugin
    if plugin is None:
        return listed_to(one)
    whose = {"name": plugin.name, "distribution": plugin.distribution, "version": plugin.version}
    return {**listed_to(one), "plugin": {**whose, "is_stock": plugin.is_stock}}


def _broken_to(broken: BrokenPlugin) -> dict[str, object]:
    plugin = broken.plugin
    return {
        "plugin": plugin.name,
        "target": plugin.target,
        "distribution": plugin.distribution,
        "version": plugin.version,
        "problem": problem_to(broken.problem),
    }
