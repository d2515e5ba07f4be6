"""`nominate schema`: the shape of a register, or of an exporter's options, for editors and other programs."""

from __future__ import annotations

from pathlib import Path

import click

from nominate.cli import environment
from nominate.cli.json_text import json_text
from nominate.cli.parameters import plugin_files
from nominate.exporting.exporters import Exporters
from nominate.files.schema import register_schema
from nominate.plugging.schemas import options_schema

__all__ = ["command"]


@click.command("schema")
@click.option("--options", "exporter", metavar="EXPORTER", help="The schema of this exporter's options.")
@plugin_files
def command(exporter: str | None, plugin_files: tuple[Path, ...]) -> None:
    """Print the JSON Schema of a register, or of an exporter's options.

    An editor that knows it explains each key and marks what does not fit while you type. Put this line on
    top of a register's file: # yaml-language-server: $schema=register.schema.json

    \b
    Examples:
      nominate schema > register.schema.json
      nominate schema --options excel
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    click.echo(json_text(_schema(exporter, plugin_files)))


def _schema(exporter: str | None, plugin_files: tuple[Path, ...]) -> dict[str, object]:
    if exporter is None:
        return register_schema()
    one = Exporters(files=plugin_files, is_strict=environment.is_strict()).named(exporter)
    return options_schema(one.options, exporter=one.name)
