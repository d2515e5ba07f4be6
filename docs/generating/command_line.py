"""The reference of the command line: every command with its help, and every exit code."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import click

from generating.markdown import code, opening, page, table
from nominate.cli.application import COMMANDS, application

__all__ = ["command_line", "exit_codes"]


_KEPT = "\b"


def command_line() -> str:
    """The whole page: each command in the order in which a newcomer meets them, then the environment."""
    context = click.Context(application, info_name="nominate")
    commands = ((name, application.get_command(context, name)) for name in COMMANDS)
    sections = [_section(name, command, context) for name, command in commands if command is not None]
    return page(opening("command-line"), *sections, "## The environment", _environment())


def exit_codes() -> str:
    """The exit codes as the help of the command tells them."""
    lines = _verbatim(application.epilog or "")
    found = [re.fullmatch(r"(\d+) +(.+)", line.strip()) for line in lines]
    rows = [(code(each[1]), each[2]) for each in found if each is not None]
    return page(opening("exit-codes"), table(("code", "means"), rows))


def _environment() -> str:
    last = (application.epilog or "").strip().split("\n\n")[-1]
    return re.sub(r"[A-Z]+_[A-Z]+(=\d)?", r"`\g<0>`", " ".join(last.split()))


def _verbatim(text: str) -> list[str]:
    """The lines of the parts that click leaves as they are."""
    parts = [part for part in text.strip().split("\n\n") if part.startswith(_KEPT)]
    return [line for part in parts for line in part.splitlines()[1:]]


def _section(name: str, command: click.Command, parent: click.Context) -> str:
    context = click.Context(command, info_name=name, parent=parent)
    usage = " ".join(command.collect_usage_pieces(context))
    return "\n\n".join(
        [
            f"## nominate {name}",
            f"```text\nnominate {name} {usage}\n```",
            *_paragraphs(command.help or ""),
            table(("option", "meaning"), _options(command, context)),
        ]
    )


def _paragraphs(text: str) -> Iterator[str]:
    for part in inspect.cleandoc(text).split("\n\n"):
        if part.startswith(_KEPT):
            title, *lines = part.splitlines()[1:]
            yield f"**{title}**"
            yield "\n".join(["```sh", *(line.strip() for line in lines), "```"])
        else:
            yield _with_options(" ".join(part.split()))


def _with_options(text: str) -> str:
    return re.sub(r"(?<!\S)--[a-z-]+", r"`\g<0>`", text)


def _options(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        # The arguments are explained in the text above.
        if record is not None and record[1]:
            yield code(record[0]), _with_options(record[1])
