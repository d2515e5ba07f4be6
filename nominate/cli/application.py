"""The command group: which commands there are, and the frame in which each of them runs."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from nominate.cli import environment

__all__ = ["COMMANDS", "Application", "application", "file_of"]

COMMANDS: Mapping[str, str] = {
    "demo": "Write a finished example: a register, and every file made from it.",
    "init": "Begin a register of your own: empty, or from the spreadsheet that you have.",
    "check": "Find what is wrong in a register, and say where and what would do.",
    "list": "List the nominations of a register.",
    "show": "Show one record, its history, and where the files have it.",
    "export": "Make a file from a register: a tracker, a summary or a news piece.",
    "import": "Take the edits of a tracker that came back into the register.",
    "plugins": "List the exporters and importers, and the plugins that bring them.",
    "schema": "Print the JSON Schema of a register, or of an exporter's options.",
}
"""Every command with its line in the help, kept here so that listing them imports none of them."""


def file_of(command: str) -> str:
    """The name of a command's file: Python keeps `import` to itself, so that has an underscore behind.

    >>> file_of("export"), file_of("import")
    ('export', 'import_')
    """
    return f"{command}_" if iskeyword(command) else command


class Application(click.Group):
    """A group that imports a command when it is run, and ends every error with a sentence and a code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which a newcomer meets them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None where there is none."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"nominate.cli.commands.{file_of(cmd_name)}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with the nearest command where there is none of that name."""
        name = args[0]
        if name in COMMANDS or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from nominate.errors import nearest, shown  # noqa: PLC0415 - only a slip of the pen needs it

        near = nearest(name, COMMANDS)
        guess = f"did you mean {near!r}? " if near else ""
        raise click.UsageError(f"no command {shown(name)}; {guess}choose from {', '.join(COMMANDS)}", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in the help, from `COMMANDS`, so that none is imported for it."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def main(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - click's own signature has them
        """Run a command line; raises `SystemExit` with the code that `nominate.cli.endings` gives."""
        environment.prepare_streams()
        options |= {"standalone_mode": False, "color": environment.colour()}
        try:
            code = super().main(*args, **options)
            sys.stdout.flush()
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - nobody shall see a traceback
            from nominate.cli.endings import ended  # noqa: PLC0415 - only an error needs it

            code = ended(error)
        sys.exit(code if isinstance(code, int) else 0)


def _print_version(context: click.Context, _parameter: click.Parameter, is_asked: bool) -> None:  # noqa: FBT001 - click calls it so
    if is_asked and not context.resilient_parsing:
        click.echo(f"nominate {import_module('nominate').__version__}")
        context.exit()


_EPILOG = """Each command tells more, with examples: nominate export --help.

\b
Exit codes:
  0    fine; warnings do not change that
  1    problems in the data, decisions left to you, or warnings under --strict
  2    the command or an option's file is wrong, or asks for what is not there
  3    an input cannot be read
  4    an exporter or plugin failed, or a file cannot be written
  5    nothing to export
  70   a fault of nominate itself
  130  interrupted

With NOMINATE_DEBUG=1 a fault shows where it happened; with NOMINATE_STRICT=1 a broken plugin ends the
command; NO_COLOR=1 leaves colours out.
"""


@click.group(
    cls=Application,
    name="nominate",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EPILOG,
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version and end.",
)
@click.pass_context
def application(context: click.Context) -> None:
    """Keep awards and nominations in one register, and make the rest from it.

    A register is a folder of text files that says which of your organisations are entered for which award,
    what was decided, and what may be told when. From it come an Excel tracker, a PDF summary and news.

    \b
    Begin here:
      nominate demo            look at a finished example
      nominate init awards     begin a register of your own
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
