"""The reference of what a template can ask for: each kind of fact with its facts, the filters, the limits."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from generating.markdown import anchor, code, opening, page, table
from nominate.model.money import Money
from nominate.model.when import When
from nominate.prose import words
from nominate.prose.templates.allowance import RANGE, RESULT, SOURCE, STEPS
from nominate.prose.templates.environment import known
from nominate.prose.templates.filters import FILTERS
from nominate.prose.templates.tree.piece import PieceTold
from nominate.prose.templates.tree.told import Marked, Told, names_of
from nominate.prose.words import Name

__all__ = ["template_facts"]

# Whatever an annotation may be: a class, a union, a tuple of one type.
_Type: TypeAlias = Any

_ONE: dict[object, str] = {
    str: "a text",
    Marked: "a text with its links",
    bool: "yes or no",
    int: "a number",
    Decimal: "a number",
    Fraction: "a fraction",
    When: "a date",
    Money: "a sum of money",
    Name: "a [name](#template-name)",
}
_HEADER = ("fact", "is", "meaning")
_NAME = {
    "full": "The full name, which is also what the name itself prints.",
    "short": "The short name.",
    "abbreviation": "The abbreviation.",
    "article": "The word before the name.",
    "is_plural": "Whether it takes a plural verb.",
}


def template_facts() -> str:
    """The whole page: the piece, each kind of fact in the order in which the ones before name it, filters."""
    return page(
        opening("template-facts"),
        *(_section(kind) for kind in _kinds()),
        "(template-name)=\n## name\n\nThe ways to write what somebody or something is called.",
        table(_HEADER, [(code(name), _is_of_name(name), says) for name, says in _NAME.items()]),
        opening("template-filters"),
        table(("filter", "gives"), _filters(is_ours=True)),
        "Those of the second are for texts of any sort:",
        table(("filter", "gives"), _filters(is_ours=False)),
        opening("template-language"),
        ", ".join(code(name) for name in known().filters if name not in FILTERS) + ".",
        _limits(),
    )


def _kinds() -> tuple[type[Told[Any]], ...]:
    found: dict[type[Told[Any]], None] = {PieceTold: None}
    waiting: list[type[Told[Any]]] = [PieceTold]
    while waiting:
        kind = waiting.pop(0)
        fresh = [each for name in names_of(kind) or () for each in _told_in(_hint(kind, name))]
        waiting += [each for each in dict.fromkeys(fresh) if each not in found]
        found |= dict.fromkeys(fresh)
    return tuple(found)


def _hint(kind: type[Told[Any]], name: str) -> _Type:
    one = vars(kind)[name]
    return get_type_hints(one.func if isinstance(one, cached_property) else one.fget)["return"]


def _told_in(hint: _Type) -> Iterator[type[Told[Any]]]:
    if isinstance(hint, type) and get_origin(hint) is None and issubclass(hint, Told):
        yield hint
    for inner in get_args(hint):
        yield from _told_in(inner)


def _section(kind: type[Told[Any]]) -> str:
    rows = [(code(name), _is(_hint(kind, name)), _doc(vars(kind)[name])) for name in names_of(kind) or ()]
    facts = table(_HEADER, rows)
    return f"({_label(kind.WORD)})=\n## {kind.WORD}\n\n{_doc(kind)}\n\n{facts}"


def _label(word: str) -> str:
    # Other pages have labels of the bare words.
    return f"template-{anchor(word)}"


def _doc(one: object) -> str:
    return " ".join((inspect.getdoc(one) or "").split())


def _is(hint: _Type) -> str:
    origin: object = get_origin(hint)
    inner = [each for each in get_args(hint) if each is not type(None)]
    if origin is tuple:
        return f"several: {_is(inner[0])}"
    if origin is Mapping:
        return f"several by name: {_is(inner[1])}"
    if inner:
        return _is(inner[0])
    if isinstance(hint, type) and issubclass(hint, Told):
        article = "an" if hint.WORD[0] in "aeiou" else "a"
        return f"{article} [{hint.WORD}](#{_label(hint.WORD)})"
    return _ONE[hint]


def _is_of_name(name: str) -> str:
    return _ONE[bool] if name.startswith("is_") else _ONE[str]


def _filters(*, is_ours: bool) -> list[tuple[str, str]]:
    chosen = {name: each for name, each in FILTERS.items() if (name in words.__all__) is is_ours}
    return [(code(f"{name}{_arguments(each)}"), _doc(each)) for name, each in chosen.items()]


def _arguments(filter_: object) -> str:
    # The first two are the piece and what stands before the bar.
    _, _, *told = inspect.signature(filter_).parameters.values()  # type: ignore[arg-type]  # it is a function
    said = [one.name if one.default is one.empty else f"{one.name}={_literal(one.default)}" for one in told]
    return f"({', '.join(said)})" if said else ""


def _literal(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


def _limits() -> str:
    return (
        "## Limits\n\n"
        f"A template is at most {SOURCE // 1_000} kB long.\n"
        f"Its loops go through at most {STEPS:,} rounds together, "
        f"a list of its own has at most {RANGE:,} members, and a piece at most {RESULT:,} characters."
    )
