"""From the file of a publisher's own house style to a style, or to every fault in it with its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePath

import attrs

from nominate.errors import DataError, Problem, Severity, UnreadableInput, nearest, shown
from nominate.files.converter import accepted, is_not_given
from nominate.files.explaining import Told, faults
from nominate.files.faults import wrong_shape
from nominate.files.json_text import read_json
from nominate.files.reading import text_of, unreadable
from nominate.files.text_data import Data, Document, Path
from nominate.files.yaml_text import read_yaml
from nominate.styles.checking import checked
from nominate.styles.extending import extended, rules_said
from nominate.styles.stock import stock_data, stock_styles
from nominate.styles.style import Style

__all__ = ["examined_style", "read_style"]

_LIMIT = 1_000_000
# What the faults of a file are told beside when it does not say itself what it extends.
_USUAL = "health"


def read_style(content: bytes | str, *, name: str) -> Style:
    """The style in a file; see `Style.read`.

    Raises:
        DataError: it is no such file, or a rule in it cannot be kept; `problems` has every fault.

    >>> read_style("{extends: press, title: Our news}", name="ours.yaml").title
    'Our news'
    """
    style, problems = examined_style(content, name=name)
    if style is None:
        raise DataError(problem for problem in problems if problem.severity is Severity.ERROR)
    return style


# Many pieces of one register are written in one style.
@lru_cache(maxsize=16)
def examined_style(content: bytes | str, *, name: str) -> tuple[Style | None, tuple[Problem, ...]]:
    """The style, unless there is an error, and every problem of the file in its order, warnings among them.

    >>> style, problems = examined_style("{extends: press, numbres: {}}", name="ours.yaml")
    >>> print(problems[0])
    ours.yaml:1:18: numbres: 'numbres' is not a key of a house style; did you mean 'numbers'?
    """
    try:
        document = _document(content, name)
    except UnreadableInput as error:
        return None, error.problems
    own = {} if document.data is None else document.data
    if not isinstance(own, dict):
        shape = wrong_shape("a map with keys such as extends, title, numbers, dates", own).problem
        return None, (*document.problems, document.problem(shape, ()))
    style, found = _read(own, stem=PurePath(name).stem)
    told = [document.problem(problem, path, is_key=is_key) for path, problem, is_key in found]
    problems = sorted({*document.problems, *told}, key=lambda problem: (problem.line, problem.column))
    is_sound = all(problem.severity is Severity.WARNING for problem in problems)
    return style if is_sound else None, tuple(problems)


def _document(content: bytes | str, name: str) -> Document:
    if len(content) > _LIMIT:
        raise unreadable(
            name, "E102", f"more than {_LIMIT // 1_000_000} MB", "a house style is a page of rules"
        )
    text = content if isinstance(content, str) else text_of(content, file=name)
    return read_json(text, file=name) if name.lower().endswith(".json") else read_yaml(text, file=name)


def _read(own: dict[str, Data], *, stem: str) -> tuple[Style | None, tuple[Told, ...]]:
    is_whole = is_not_given(own.get("extends"))
    is_known = is_whole or own["extends"] in stock_styles()
    style = accepted(_named(own if is_whole else _on_its_base(own), stem), Style) if is_known else None
    found = _rule_faults(style, own) if style is not None else _every_fault(own, stem)
    return style, tuple(found)


def _rule_faults(style: Style, own: dict[str, Data]) -> Iterator[Told]:
    return ((path, problem, False) for path, problem in checked(style, said=frozenset(rules_said(own))))


def _every_fault(own: dict[str, Data], stem: str) -> Iterator[Told]:
    """The faults of shape and type, and those of the rules that can be read beside them."""
    base = own.get("extends")
    if is_not_given(base):
        yield ("extends",), _no_base(), False
    elif base not in stock_styles():
        yield ("extends",), _unknown_base(base), False
    told = [*faults(_named(_on_its_base(own), stem), Style)]
    yield from told
    sound = own
    for path, _, _ in told:
        sound = _without(sound, path[:2])
    style = accepted(_named(_on_its_base(sound), stem), Style)
    yield from _rule_faults(style, own) if style is not None else ()


def _on_its_base(own: dict[str, Data]) -> dict[str, Data]:
    """The whole style's data; what extends no profile that is there is looked at as if it extended ours."""
    base = own.get("extends")
    known = base if isinstance(base, str) and base in stock_styles() else _USUAL
    return extended(stock_data(known), own)


def _named(data: dict[str, Data], stem: str) -> dict[str, Data]:
    name = stem if is_not_given(data.get("name")) else data["name"]
    title = name if is_not_given(data.get("title")) else data["title"]
    return {**data, "name": name, "title": title}


def _without(data: dict[str, Data], path: Path) -> dict[str, Data]:
    first, *rest = path
    inner = data.get(str(first))
    if rest and isinstance(inner, dict):
        return {**data, str(first): {key: value for key, value in inner.items() if key != rest[0]}}
    return {key: value for key, value in data.items() if key != first}


def _no_base() -> Problem:
    return Problem(
        code="E202",
        message="'extends' is missing",
        hint=f"write which style it differs from: {', '.join(stock_styles())}",
    )


def _unknown_base(base: Data) -> Problem:
    if not isinstance(base, str):
        return attrs.evolve(
            wrong_shape("text", base).problem, hint=f"choose from {', '.join(stock_styles())}"
        )
    near = nearest(base, stock_styles())
    cure = f"did you mean {near!r}? " if near else ""
    return Problem(
        code="E355",
        message=f"{shown(base)} is not a style that comes with nominate",
        hint=f"{cure}choose from {', '.join(stock_styles())}",
    )
