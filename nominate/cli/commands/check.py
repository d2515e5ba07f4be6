"""`nominate check`: every fault of a register at once, in a form that people, editors or GitHub read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC
from pathlib import Path

import attrs
import click

from nominate.cli.endings import Ending
from nominate.cli.json_text import json_text
from nominate.cli.moments import now
from nominate.cli.parameters import moment_option, path, quiet, told_as
from nominate.cli.reading import readable
from nominate.cli.talk import counted, is_quiet, problem_line
from nominate.cli.waiting import waiting
from nominate.errors import Problem, Severity
from nominate.model.when import When
from nominate.plugging.faults import problem_to
from nominate.register.register import Register
from nominate.storage.left_over import left_over
from nominate.storage.loading import Examination, examine

__all__ = ["command"]

_NOUNS = (
    ("nominations", "nomination"),
    ("organisations", "organisation"),
    ("people", "person"),
    ("programmes", "programme"),
    ("awards", "award"),
)


@click.command("check")
@path
@click.option("--strict", "is_strict", is_flag=True, help="Count warnings as problems: exit code 1.")
@moment_option("Warn of what is told as done and lies after this moment, as in 2020-10-01.")
@told_as("text", "json", "github")
@quiet
@click.pass_context
def command(context: click.Context, path: Path, as_of: When | None, form: str, *, is_strict: bool) -> None:
    """Find what is wrong in a register, and say where and what would do.

    PATH is a file, a folder or - for the standard input; without it, the current folder. The whole register
    is looked at, with what is not public yet. Every fault is told at once, as file:line:column. An error
    has to be mended before anything can be made of the register; a warning is worth another look.

    \b
    Examples:
      nominate check awards
      nominate check awards --strict
      nominate check awards --format github
      nominate check awards --json
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    # With its offset, because the register's own zone is known only once it is read.
    current = attrs.evolve(now(UTC), offset=0)
    with waiting(f"checking {path}"):
        found = examine(readable(path), as_of=as_of or current)
        found = attrs.evolve(found, problems=(*found.problems, *left_over(path)))
    match form:
        case "json":
            click.echo(json_text(_data(found)))
        case "github":
            _tell(map(_github_line, found.problems))
        case _:
            _tell(map(problem_line, found.problems))
            _tell([_summary(found)] if found.files and (found.errors or not is_quiet()) else [])
    context.exit(_ending(found, is_strict=is_strict))


def _ending(found: Examination, *, is_strict: bool) -> Ending:
    if found.is_unreadable:
        return Ending.UNREADABLE
    is_bad = bool(found.errors) or (is_strict and bool(found.problems))
    return Ending.PROBLEMS if is_bad else Ending.FINE


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _summary(found: Examination) -> str:
    files = counted(len(found.files), "file")
    if found.register is None:
        return f"{_severities(found)} in {files}"
    warnings = f"; {_severities(found)}" if found.problems else ""
    return f"{click.style('fine', fg='green')}: {_records(found.register)} in {files}{warnings}"


def _severities(found: Examination) -> str:
    counts = Counter(problem.severity for problem in found.problems)
    told = [counted(counts[severity], severity.value) for severity in Severity if counts[severity]]
    return " and ".join(told)


def _records(register: Register) -> str:
    numbers = _counts(register)
    told = [counted(numbers[many], one, many) for many, one in _NOUNS if numbers[many]]
    return ", ".join(told) or "no records yet"


def _counts(register: Register) -> dict[str, int]:
    return {many: len(getattr(register, many)) for many, _ in _NOUNS}


def _data(found: Examination) -> dict[str, object]:
    return {
        "is_fine": not found.errors,
        "errors": len(found.errors),
        "warnings": len(found.problems) - len(found.errors),
        "problems": [problem_to(problem) for problem in found.problems],
        "files": list(found.files),
        "records": _counts(found.register) if found.register is not None else {},
    }


def _github_line(problem: Problem) -> str:
    # docs.github.com, "Workflow commands for GitHub Actions", read 2026-11.
    parts = {
        "file": problem.file,
        "line": str(problem.line or ""),
        "col": str(problem.column or ""),
        "title": problem.code,
    }
    told = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in parts.items() if value)
    said = ": ".join(part for part in (problem.path, problem.message) if part)
    message = f"{said}; {problem.hint}" if problem.hint else said
    return f"::{problem.severity.value} {told}::{_escaped(message)}"


def _escaped(text: str, also: str = "") -> str:
    return "".join(f"%{ord(letter):02X}" if letter in f"%\r\n{also}" else letter for letter in text)
