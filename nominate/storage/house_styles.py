"""Whether the house style that a register names is there, and can be written with."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.errors import Problem, UnreadableInput, nearest, shown
from nominate.register.checks import Finding
from nominate.register.checks import Path as Way
from nominate.storage.beside import FilesBeside, told
from nominate.storage.finding import REGISTER_SUFFIXES
from nominate.storage.parts import Parts
from nominate.styles.stock import stock_styles

__all__ = ["style_problems"]

_AT: Way = ("register", "style")


def style_problems(parts: Parts, files: FilesBeside | None) -> Iterator[Problem]:
    """What is wrong with the style that the settings name, and with its own file where it is one.

    A register from a stream has no `files`: a file that it names is not looked for.

    >>> list(style_problems(Parts(parts=()), None))
    []
    """
    name = parts.records.settings.style
    if name in stock_styles():
        return
    if not name.lower().endswith(REGISTER_SUFFIXES):
        yield parts.problem(_unknown(name))
    elif files is not None:
        try:
            content = files.read(name)
        except UnreadableInput as error:
            yield parts.problem(Finding(code="E355", at=_AT, message=told(error)))
        else:
            yield from _problems_within(content, files.path(name))


def _problems_within(content: bytes, path: str) -> tuple[Problem, ...]:
    from nominate.styles.reading import examined_style  # noqa: PLC0415 - few registers bring a style

    return examined_style(content, name=path)[1]


def _unknown(name: str) -> Finding:
    near = nearest(name, stock_styles())
    cure = f"did you mean {near!r}? " if near else ""
    choices = f"{', '.join(stock_styles())}, or a file beside the register whose name ends in .yaml"
    return Finding(
        code="E355", at=_AT, message=f"no style {shown(name)}", hint=f"{cure}choose from {choices}"
    )
