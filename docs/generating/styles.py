"""The reference of house styles: what each rule decides, what each profile says, and by which source."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import attrs

from generating.markdown import code, opening, page, table
from nominate.files.meanings import meanings
from nominate.styles.stock import stock_styles
from nominate.styles.style import Style, rules

__all__ = ["styles"]


def styles() -> str:
    """The whole page: the rules side by side, then each profile with the sources of its rules."""
    profiles = [Style.load(name) for name in stock_styles()]
    told = dict(_meanings(Style))
    rows = [(code(rule), told[rule], *(_said(profile, rule) for profile in profiles)) for rule in rules()]
    header = ("rule", "what it decides", *(profile.name for profile in profiles))
    return page(
        opening("style-profiles"),
        "## The rules",
        table(header, rows),
        opening("style-sources"),
        *map(_profile, profiles),
    )


def _meanings(record: type, path: str = "") -> Iterator[tuple[str, str]]:
    told = meanings(record)
    for field in attrs.fields(attrs.resolve_types(record)):
        name = f"{path}{field.name}"
        if isinstance(field.type, type) and attrs.has(field.type):
            yield from _meanings(field.type, f"{name}.")
        yield name, told[field.name]


def _said(profile: Style, rule: str) -> str:
    value: object = profile
    for step in rule.split("."):
        value = getattr(value, step)
    match value:
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case dict():
            return ", ".join(f"{key} {sign}" for key, sign in value.items())
        case tuple():
            return ", ".join(map(str, value))
    return code(str(value)) or "nothing"


def _profile(profile: Style) -> str:
    rows = [(code(rule), _said(profile, rule), profile.sources[rule]) for rule in rules()]
    extends = f"\n\nIt extends `{profile.extends}`." if profile.extends else ""
    parts = [f"### {profile.name}: {profile.title}", f"{profile.about}{extends}"]
    return "\n\n".join([*parts, table(("rule", "says", "source"), rows)])
