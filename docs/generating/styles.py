"""The reference of house styles: every rule of each stock profile, with the source that its file names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import attrs

import nominate
from generating.markdown import code, opening, page, table
from nominate.styles.stock import stock_styles
from nominate.styles.style import Style

__all__ = ["styles"]

_FOLDER = Path(nominate.__file__).parent / "prose" / "styles"
_KEY = re.compile(r"^( *)(\w+):")


def styles() -> str:
    """The whole page: the rules side by side, then the sources of each profile."""
    profiles = [Style.load(name) for name in stock_styles()]
    rows = [dict(_rules(profile)) for profile in profiles]
    lines = [(code(rule), *(row[rule] for row in rows)) for rule in rows[0]]
    parts = [f"### {profile.name}: {profile.title}\n\n{_sources(profile.name)}" for profile in profiles]
    header = ("rule", *(profile.name for profile in profiles))
    return page(
        opening("style-profiles"), "## The rules", table(header, lines), opening("style-sources"), *parts
    )


def _rules(record: object, path: str = "") -> Iterator[tuple[str, str]]:
    for field in attrs.fields(type(record)):  # type: ignore[arg-type]  # only attrs records come here
        value = getattr(record, field.name)
        name = f"{path}{field.name}"
        if attrs.has(type(value)):
            yield from _rules(value, f"{name}.")
        elif name not in {"name", "title"}:
            yield name, _said(value)


def _said(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case dict():
            return ", ".join(f"{key} {sign}" for key, sign in value.items())
        case tuple():
            return ", ".join(map(str, value))
    return code(str(value))


def _sources(name: str) -> str:
    # What stands above the first key, the name, is about the whole profile.
    (_, opening), *rules_of_it = _commented(name)
    rows = [(code(rule), source) for rule, source in rules_of_it if source]
    return f"{opening}\n\n{table(('rule', 'source'), rows)}"


def _commented(name: str) -> Iterator[tuple[str, str]]:
    """Each key of the file with the comment that stands above it."""
    parents: list[str] = []
    comment: list[str] = []
    for line in (_FOLDER / f"{name}.yaml").read_text("utf-8").splitlines():
        key = _KEY.match(line)
        if line.lstrip().startswith("#"):
            comment.append(line.lstrip(" #"))
        elif key is not None:
            del parents[len(key[1]) // 2 :]
            parents.append(key[2])
            yield ".".join(parents), " ".join(comment)
            comment = []
        elif not line.strip():
            comment = []
