"""Canonical YAML: what a careful person would write, and what every YAML reader takes as we mean it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from nominate.files.plain import Plain
from nominate.files.yaml_text import REFUSED

__all__ = ["yaml_text"]

_WIDTH = 100
# Text that needs no quotation marks begins with a letter or digit; a sign at the front may mean something.
_SAFE = re.compile(r"[^\W_].*")
_SPECIAL = re.compile(r":\s|:$|\s#|\s$")
_SPECIAL_WITHIN = re.compile(r"[\[\]{},]")
# What readers of YAML 1.1 or 1.2 take for a truth value, nothing, a number or a time of day.
_TYPED = re.compile(
    r"y|n|yes|no|on|off|true|false|null|[0-9][0-9_,]*(\.[0-9_]*)?(e[-+]?[0-9]+)?|0[xob][0-9a-f_]+|[0-9][0-9_]*(:[0-9]+)+(\.[0-9_]*)?",
    re.IGNORECASE,
)
# Ids of editions are years, which people write without quotation marks.
_YEAR = re.compile("[12][0-9]{3}")
_ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def yaml_text(data: Mapping[str, Plain]) -> str:
    """The text of a register file: an empty line between sections, small maps and lists on one line.

    >>> print(yaml_text({"people": [{"id": "lead", "name": "Dr Ann", "roles": ["Lead"]}]}), end="")
    people:
      - id: lead
        name: Dr Ann
        roles: [Lead]
    """
    return "\n".join("\n".join(_section(key, value)) + "\n" for key, value in data.items())


def _section(key: str, value: Plain) -> list[str]:
    if isinstance(value, list):
        records = [_record(item) if isinstance(item, dict) else _item(item, "  ") for item in value]
        return [f"{_scalar(key)}:", *(line for record in records for line in record)]
    if isinstance(value, dict) and value:
        return [f"{_scalar(key)}:", *_entries(value, "  ")]
    return _entry(key, value, "")


def _record(record: Mapping[str, Plain]) -> list[str]:
    """A record of a section, one key a line however small it is."""
    return _dashed(_entries(record, "    "), "  ") if record else ["  - {}"]


def _entries(data: Mapping[str, Plain], indent: str) -> list[str]:
    return [line for key, value in data.items() for line in _entry(key, value, indent)]


def _entry(key: str, value: Plain, indent: str) -> list[str]:
    head = f"{indent}{_scalar(key)}:"
    if _is_block(value):
        return [f"{head} |", *_indented(str(value), f"{indent}  ")]
    line = f"{head} {_inline(value, is_within=False)}"
    if _fits(line, value):
        return [line]
    if isinstance(value, dict):
        return [head, *_entries(value, f"{indent}  ")]
    items = value if isinstance(value, list) else ()
    return [head, *(line for item in items for line in _item(item, f"{indent}  "))]


def _item(item: Plain, indent: str) -> list[str]:
    if _is_block(item):
        return [f"{indent}- |", *_indented(str(item), f"{indent}  ")]
    line = f"{indent}- {_inline(item, is_within=False)}"
    if isinstance(item, dict) and not _fits(line, item):
        return _dashed(_entries(item, f"{indent}  "), indent)
    return [line]


def _dashed(lines: Sequence[str], indent: str) -> list[str]:
    return [f"{indent}- {lines[0][len(indent) + 2 :]}", *lines[1:]]


def _indented(text: str, indent: str) -> list[str]:
    return [f"{indent}{line}" if line else "" for line in text.split("\n")]


def _fits(line: str, value: Plain) -> bool:
    """Whether a value may stand on one line: text always, a map or a list of texts if it is short."""
    if not isinstance(value, dict | list) or not value:
        return True
    if isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        return False
    return len(line) <= _WIDTH and not _holds_block(value)


def _holds_block(value: Plain) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_block, value.values()))
    return any(map(_holds_block, value)) if isinstance(value, list) else _is_block(value)


def _is_block(value: Plain) -> bool:
    """Text of several lines that a literal block gives back letter by letter."""
    if not isinstance(value, str) or "\n" not in value:
        return False
    return value == value.strip() and not REFUSED.search(value)


def _inline(value: Plain, *, is_within: bool) -> str:
    if isinstance(value, dict):
        parts = (
            f"{_scalar(key, is_within=True)}: {_inline(item, is_within=True)}" for key, item in value.items()
        )
        return f"{{{', '.join(parts)}}}"
    if isinstance(value, list):
        return f"[{', '.join(_inline(item, is_within=True) for item in value)}]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return (
        _scalar(value, is_within=is_within)
        if isinstance(value, str)
        else f"{value:f}"
        if not isinstance(value, int)
        else str(value)
    )


def _scalar(text: str, *, is_within: bool = False) -> str:
    """Text as it stands in the file; `is_within` says that it stands in [ ] or { }."""
    if REFUSED.search(text) or "\n" in text or "\t" in text:
        return f'"{"".join(map(_escaped, text))}"'
    needs_marks = (
        not _SAFE.fullmatch(text)
        or _SPECIAL.search(text)
        or (_TYPED.fullmatch(text) and not _YEAR.fullmatch(text))
        or (is_within and _SPECIAL_WITHIN.search(text))
    )
    return "'{}'".format(text.replace("'", "''")) if needs_marks else text


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    return f"\\U{ord(character):08X}" if REFUSED.match(character) else character
