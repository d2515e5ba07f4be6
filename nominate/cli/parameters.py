"""The options that several commands share, each spelled and explained once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TypeVar, cast

import click

from nominate.cli.talk import be_quiet
from nominate.errors import UsageError
from nominate.model.when import When

__all__ = [
    "Filters",
    "as_of",
    "filters",
    "moment_option",
    "option_pairs",
    "options",
    "path",
    "plugin_files",
    "quiet",
    "scope_of",
    "told_as",
]

F = TypeVar("F", bound=Callable[..., int | None])
Filters = tuple[str, ...]


class _Moment(click.ParamType):  # type: ignore[type-arg]  # generic only in newer versions of click
    """A moment as the register writes it."""

    name = "when"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> When:
        """The text as a `When`, refused with what would do."""
        try:
            return value if isinstance(value, When) else When.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


_FILTERS = (
    ("--award", "ID", "Only this award."),
    ("--edition", "AWARD/ID", "Only this edition of an award, as in hsj-patient-safety/2020."),
    ("--category", "ID", "Only this category, in every edition that ran it."),
    ("--organisation", "ID", "Only entries of this organisation and its teams; any name it had will do."),
    ("--programme", "ID", "Only entries for this programme."),
    ("--outcome", "WORD", "Only entries that stand so, as in shortlisted or won."),
    ("--year", "YEAR", "Only editions of this calendar year."),
    ("--member-of", "ID", "Only entries of this network's members."),
    ("--announced", "WHEN", "Only entries with news of this period, as in 2026-10 or 2026-10/2026-12."),
)


def filters(function: F) -> F:
    """The filters, each repeatable: one match within a filter is enough, and every filter must match."""
    for name, metavar, says in reversed(_FILTERS):
        function = click.option(name, metavar=metavar, multiple=True, help=says)(function)
    return function


def scope_of(given: dict[str, Filters]) -> dict[str, object]:
    """The filters that were given, as `nominate.view` takes them.

    >>> scope_of({"outcome": ("highly-commended",), "year": ()})
    {'outcome': ('highly commended',)}
    """
    # A hyphen saves people the quotes that a shell needs around a space.
    words = {"outcome": tuple(word.replace("-", " ") for word in given.get("outcome", ()))}
    return {name: values for name, values in {**given, **words}.items() if values}


path = click.argument("path", type=click.Path(path_type=Path), default=Path())


def moment_option(says: str) -> Callable[[F], F]:
    """`--as-of`, with what the moment means for the command; it gets a `When`, or None."""
    return click.option("--as-of", type=_Moment(), metavar="WHEN", help=f"{says} Without it: now.")


as_of = moment_option(
    "What was known at this moment, as in 2020-10-01 or 2020-11-12T20:00; a day means its first moment."
)
plugin_files = click.option(
    "--plugin",
    "plugin_files",
    type=click.Path(path_type=Path),
    metavar="FILE",
    multiple=True,
    help="Use also what this Python file exports and imports.",
)


def options(says: str) -> Callable[[F], F]:
    """`-O option=value`, repeatable, with what it says in the help; the command gets `options`."""
    return click.option("-O", "--option", "options", metavar="OPTION=VALUE", multiple=True, help=says)


def option_pairs(given: Filters) -> tuple[tuple[str, str], ...]:
    """The options that were given, each parted into its name and its value.

    Raises:
        UsageError: one of them has no name or no equals sign.

    >>> option_pairs(("form=text",))
    (('form', 'text'),)
    """
    return tuple(map(_pair, given))


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise UsageError(f"-O {text} is not an option and a value; write it as -O option=value")
    return name, value


def quiet(function: F) -> F:
    """`--quiet`: nothing on the standard error stream but what went wrong."""
    return click.option(
        "-q",
        "--quiet",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_silence,
        help="Say nothing but what went wrong.",
    )(function)


def told_as(*forms: str) -> Callable[[F], F]:
    """`--format`, whose choices these are, and `--json`, its short form; the command gets `form`."""

    def decorated(function: F) -> F:
        @wraps(function)
        def chosen(*args: object, is_json: bool, form: str, **given: object) -> int | None:
            return function(*args, form="json" if is_json else form, **given)

        options = (
            click.option("--json", "is_json", is_flag=True, help="The same as --format json."),
            click.option(
                "--format",
                "form",
                type=click.Choice(forms),
                default=forms[0],
                show_default=True,
                help="How to tell it.",
            ),
        )
        return cast("F", options[1](options[0](chosen)))

    return decorated


def _silence(context: click.Context, _parameter: click.Parameter, is_asked: bool) -> None:  # noqa: FBT001 - click calls it so
    if is_asked:
        be_quiet(context)
