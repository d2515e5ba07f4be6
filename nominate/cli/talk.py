"""What is said beside the data, on the standard error stream, and how a problem looks in a terminal."""

from __future__ import annotations

from collections.abc import Iterable

import click

from nominate.errors import Problem, Severity

__all__ = [
    "QUIET",
    "WHOLE_REGISTER",
    "be_quiet",
    "counted",
    "is_quiet",
    "problem_line",
    "say",
    "size_text",
    "tell_problems",
]

QUIET = "nominate.is_quiet"
WHOLE_REGISTER = "the whole register, for the team: what is not public yet is in it"
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def be_quiet(context: click.Context) -> None:
    """Say nothing more in this command but what went wrong."""
    context.meta[QUIET] = True


def is_quiet() -> bool:
    """Whether the person asked for no talk."""
    context = click.get_current_context(silent=True)
    return context is not None and QUIET in context.meta


def say(text: str) -> None:
    """Tell the person something that is not data; nothing under `--quiet`."""
    if not is_quiet():
        click.echo(text, err=True)


def problem_line(problem: Problem) -> str:
    """The problem on one line, its place coloured by how bad it is; click drops that where it cannot show.

    >>> problem_line(Problem(code="E101", message="no such file"))
    'no such file'
    """
    place = problem.place
    return (
        click.style(place, fg=_COLOURS[problem.severity]) + str(problem)[len(place) :]
        if place
        else str(problem)
    )


def tell_problems(problems: Iterable[Problem]) -> None:
    """Tell each problem on a line of its own, on the standard error stream, even under `--quiet`."""
    for problem in problems:
        click.echo(problem_line(problem), err=True)


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun; many is one with an s unless given.

    >>> counted(1, "error"), counted(3, "entry", "entries")
    ('1 error', '3 entries')
    """
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def size_text(size: int) -> str:
    """A number of bytes as people say it, in thousands.

    >>> size_text(900), size_text(21_400), size_text(3_000_000)
    ('900 bytes', '21 KB', '3.0 MB')
    """
    if size < 1_000:
        return counted(size, "byte")
    return f"{size / 1_000:.0f} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
