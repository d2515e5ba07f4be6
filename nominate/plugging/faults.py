"""What went wrong in somebody else's code, told in one safe line, and problems that cross a process."""

from __future__ import annotations

import traceback
from collections.abc import Mapping

import attrs

from nominate.errors import PluginError, Problem, Severity, shown

__all__ = ["checked_problem", "problem_from", "problem_to", "tidied", "told", "traceback_of"]


def told(error: BaseException) -> str:
    """The type and message of an error of somebody else's code.

    >>> told(KeyError("title"))
    "KeyError: 'title'"
    """
    try:
        said = str(error)
    except Exception:  # noqa: BLE001 - a plugin's own exception may fail at anything
        said = ""
    return tidied(f"{type(error).__name__}: {said}" if said else type(error).__name__)


def tidied(text: str, *, limit: int = 300) -> str:
    r"""The text on one line, cut at `limit` characters, with control characters escaped.

    >>> tidied("two\nlines \x1b[31mred")
    'two lines \\x1b[31mred'
    """
    line = " ".join(text[: 4 * limit].split())
    plain = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in line)
    return plain if len(plain) <= limit else f"{plain[: limit - 1]}…"


def traceback_of(error: BaseException | None) -> str:
    """The whole traceback as text, for whoever mends the plugin; empty for no error.

    >>> traceback_of(None)
    ''
    """
    return "".join(traceback.format_exception(error)) if error else ""


def problem_to(problem: Problem) -> dict[str, object]:
    """The problem as plain JSON data.

    >>> problem_to(Problem(code="W605", message="no font has it", severity=Severity.WARNING))["severity"]
    'warning'
    """
    return {**attrs.asdict(problem), "severity": problem.severity.value}


def problem_from(told_problem: object) -> Problem:
    """The problem that another process told. Raises `PluginError` when it is not one.

    >>> problem_from({"code": "E1", "message": "no"}).code
    'E1'
    """
    if not isinstance(told_problem, Mapping):
        raise PluginError(f"{shown(told_problem)} is not a problem")
    try:
        parts = {**told_problem, "severity": Severity(told_problem.get("severity", "error"))}
        problem = Problem(**parts)
    except (TypeError, ValueError) as error:
        raise PluginError(f"{shown(told_problem)} is not a problem: {error}") from error
    return checked_problem(problem)


def checked_problem(problem: object) -> Problem:
    """The problem itself, once every field has its type. Raises `PluginError` otherwise."""
    if not isinstance(problem, Problem):
        raise PluginError(
            f"it returned {shown(problem)}, not problems; return nominate.errors.Problem records"
        )
    for field in attrs.fields(Problem):
        expected = type(field.default) if field.default is not attrs.NOTHING else str
        if type(getattr(problem, field.name)) is not expected:
            raise PluginError(f"{field.name!r} of a problem is {shown(getattr(problem, field.name))}")
    return problem
