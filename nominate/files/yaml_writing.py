"""Canonical YAML: what a careful person would write, and what every YAML reader takes as we mean it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nominate.files.plain import Plain
from nominate.files.yaml_scalars import scalar_text, typed_text
from nominate.files.yaml_text import REFUSED

__all__ = [
    "behind_colon",
    "behind_dash",
    "entry_lines",
    "indented",
    "inline_entry",
    "inline_text",
    "is_block_text",
    "item_lines",
    "section_lines",
    "yaml_text",
]

_WIDTH = 100


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
        return section_lines(key, value)
    if isinstance(value, dict) and value:
        return [f"{scalar_text(key)}:", *_entries(value, "  ")]
    return entry_lines(key, value, "")


def section_lines(key: str, records: Sequence[Plain]) -> list[str]:
    """A section of a register, its records one key a line however small they are.

    >>> section_lines("people", [{"id": "lead", "name": "Dr Ann"}])
    ['people:', '  - id: lead', '    name: Dr Ann']
    """
    return [
        f"{scalar_text(key)}:",
        *(line for each in records for line in item_lines(each, "  ", is_block=True)),
    ]


def _entries(data: Mapping[str, Plain], indent: str) -> list[str]:
    return [line for key, value in data.items() for line in entry_lines(key, value, indent)]


def entry_lines(key: str, value: Plain, indent: str) -> list[str]:
    """The lines of one key and its value in a map that begins at that indentation.

    >>> entry_lines("roles", ["Lead", "Chair"], "  ")
    ['  roles: [Lead, Chair]']
    """
    head = f"{indent}{scalar_text(key)}:"
    behind, below = behind_colon(value, indent, len(head))
    return [f"{head} {behind}" if behind else head, *below]


def behind_colon(value: Plain, indent: str, width: int) -> tuple[str, list[str]]:
    r"""What stands behind the colon of a key, and the lines below it; `width` is that of the line so far.

    >>> behind_colon("One paragraph\nand another", "", 6)
    ('|', ['  One paragraph', '  and another'])
    """
    if is_block_text(value):
        return "|", indented(str(value), f"{indent}  ")
    inline = inline_text(value)
    if _fits(width + 1 + len(inline), value):
        return inline, []
    if isinstance(value, dict):
        return "", _entries(value, f"{indent}  ")
    items = value if isinstance(value, list) else ()
    return "", [line for item in items for line in item_lines(item, f"{indent}  ")]


def item_lines(item: Plain, indent: str, *, is_block: bool = False) -> list[str]:
    """The lines of one item of a list whose dashes stand at that indentation.

    >>> item_lines({"id": "lead"}, "  "), item_lines({"id": "lead"}, "  ", is_block=True)
    (['  - {id: lead}'], ['  - id: lead'])
    """
    behind, below = behind_dash(item, indent, is_block=is_block)
    return [f"{indent}- {behind}", *below]


def behind_dash(item: Plain, indent: str, *, is_block: bool = False) -> tuple[str, list[str]]:
    """What stands behind the dash of an item, and the lines below it; `is_block` keeps a map off one line.

    >>> behind_dash({"id": "lead", "name": "Ann"}, "", is_block=True)
    ('id: lead', ['  name: Ann'])
    """
    if is_block_text(item):
        return "|", indented(str(item), f"{indent}  ")
    inline = inline_text(item)
    if isinstance(item, dict) and item and (is_block or not _fits(len(indent) + 2 + len(inline), item)):
        first, *below = _entries(item, f"{indent}  ")
        return first[len(indent) + 2 :], below
    return inline, []


def indented(text: str, indent: str) -> list[str]:
    r"""The lines of a literal block; an empty line stays empty.

    >>> indented("a\n\nb", "  ")
    ['  a', '', '  b']
    """
    return [f"{indent}{line}" if line else "" for line in text.split("\n")]


def _fits(width: int, value: Plain) -> bool:
    """Whether a value may stand on one line: text always, a map or a list of texts if it is short."""
    if not isinstance(value, dict | list) or not value:
        return True
    if isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        return False
    return width <= _WIDTH and not _holds_block(value)


def _holds_block(value: Plain) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_block, value.values()))
    return any(map(_holds_block, value)) if isinstance(value, list) else is_block_text(value)


def is_block_text(value: Plain) -> bool:
    r"""Whether it is text of several lines that a literal block gives back letter by letter.

    >>> is_block_text("One\nTwo"), is_block_text("One"), is_block_text(" One\nTwo")
    (True, False, False)
    """
    if not isinstance(value, str) or "\n" not in value:
        return False
    return value == value.strip() and not REFUSED.search(value)


def inline_text(value: Plain, *, is_within: bool = False) -> str:
    """A value on one line; `is_within` says that it stands in [ ] or { }.

    >>> inline_text({"organisation": "ruh", "share": "1/2"}), inline_text(True)
    ('{organisation: ruh, share: 1/2}', 'yes')
    """
    if isinstance(value, dict):
        return f"{{{', '.join(inline_entry(key, item) for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(inline_text(item, is_within=True) for item in value)}]"
    return scalar_text(value, is_within=is_within) if isinstance(value, str) else typed_text(value)


def inline_entry(key: str, value: Plain) -> str:
    """A key and its value as they stand in { }.

    >>> inline_entry("role", "lead")
    'role: lead'
    """
    return f"{scalar_text(key, is_within=True)}: {inline_text(value, is_within=True)}"
