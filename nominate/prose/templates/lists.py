"""Lists in what a template made: bullets and numbers, with lists below their items by indentation."""

from __future__ import annotations

import re

from nominate.documents import Bullets, Item, NumberedList
from nominate.prose.templates.faults import Fault
from nominate.prose.templates.inlines import content_of
from nominate.prose.templates.lines import Lines
from nominate.prose.templates.signs import SIGN

__all__ = ["interrupts", "is_item", "read_list"]

_ITEM = re.compile(
    f"(?:(?P<bullet>[{SIGN['-']}{SIGN['*']}{SIGN['+']}])|(?P<number>[0-9]{{1,9}})(?P<point>[{SIGN['.']}{SIGN[')']}]))"
    r"(?:[ ]+(?P<said>.*))?$",
    re.DOTALL,
)
# What stands two spaces further in is below, however wide the marker is.
_BELOW = 2


def is_item(text: str) -> bool:
    """Whether a line begins an item of a list.

    >>> is_item(f"{SIGN['-']} won"), is_item("- won")
    (True, False)
    """
    return _ITEM.match(text) is not None


def interrupts(text: str) -> bool:
    """Whether a line within a paragraph begins a list: a number does so only as the first of one.

    >>> interrupts(f"1{SIGN['.']} won"), interrupts(f"2020{SIGN['.']} Then")
    (True, False)
    """
    found = _ITEM.match(text)
    return found is not None and (found["number"] in {None, "1"}) and bool(found["said"])


def read_list(lines: Lines) -> Bullets | NumberedList:
    """The list that begins at the present line, up to the first line that is not part of it.

    Raises:
        Fault: an item has no words or more than a paragraph, or numbers do not count from 1.
    """
    indent, first = lines.indent, _ITEM.match(lines.text)
    if first is not None and first["number"] not in {None, "1"}:
        hint = f"begin with 1, or write {first['number']}\\. where it is no list"
        raise Fault("E634", f"a numbered list that begins with {first['number']}", hint=hint)
    items: list[Item] = []
    found = first
    while found is not None and _kind(found) == _kind(first) and indent <= lines.indent < indent + _BELOW:
        items.append(_item(lines, found, indent))
        lines.skip_blank()
        found = _ITEM.match(lines.text)
    return NumberedList(items=items) if first is not None and first["number"] else Bullets(items=items)


def _kind(found: re.Match[str] | None) -> str | None:
    return None if found is None else found["bullet"] or found["point"]


def _item(lines: Lines, found: re.Match[str], indent: int) -> Item:
    line, said = lines.number, _words(lines, found)
    lines.skip_blank()
    below = None
    if _is_below(lines, indent):
        if not is_item(lines.text):
            hint = "leave the empty line out, or end the list with a line that is not indented"
            raise Fault("E634", "an item of a list with a second paragraph", hint=hint)
        below = read_list(lines)
        lines.skip_blank()
        if _is_below(lines, indent):
            raise Fault("E634", "an item of a list with more than one list below it")
    return Item(content=content_of(said, line=line), below=below)


def _is_below(lines: Lines, indent: int) -> bool:
    return not lines.is_over and lines.indent >= indent + _BELOW


def _words(lines: Lines, found: re.Match[str]) -> str:
    if not found["said"]:
        raise Fault("E634", "an item of a list without words")
    words = [found["said"]]
    lines.advance()
    # A line that is no item of its own goes on with the one above.
    while lines.text and not is_item(lines.text):
        words.append(lines.text)
        lines.advance()
    return " ".join(words)
