"""A document as Markdown: CommonMark, with GitHub's tables, and never raw HTML.

Every character that any common reader of Markdown would take for a mark is escaped, and no other, so
that the source stays readable. Line ends become hard breaks; where Markdown has none (headings, cells),
spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from nominate.documents.characters import cleaned, one_line
from nominate.documents.tree.blocks import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Rule,
)
from nominate.documents.tree.charts import Chart, KeyFigures
from nominate.documents.tree.inlines import Content, Emphasis, Inline, Link, Strong, encoded_url
from nominate.documents.tree.tables import Table

__all__ = ["to_markdown"]

# `&` only where an entity could begin; `:`, `.` and `@` only where some readers would make a link.
# Each branch starts with a plain character, which lets the search skip all others.
_MARKS = re.compile(
    "|".join(map(re.escape, "\\`*_[]<|~^${"))
    + r"|&(?=[#A-Za-z0-9])|:(?<=[A-Za-z0-9]:)(?=//)|\.(?<=[wW]{3}\.)|@(?<=[\w.+-]@)(?=\w)"
)
_LINE_START = re.compile(r"(?=[#>+=:-])|\d+(?=[.)](?:\s|$))")


def to_markdown(document: Document) -> str:
    r"""The whole document, ending with one line feed.

    >>> print(to_markdown(Document(title="*Two* win", blocks=[Paragraph(content="1. <b>Yes</b>")])), end="")
    # \*Two\* win
    <BLANKLINE>
    1\. \<b>Yes\</b>
    """
    head = (
        _strong_line(document.status),
        f"# {_heading((document.title,))}",
        *(_flowing((each,)) for each in document.details),
        _flowing(document.standfirst),
    )
    return "\n\n".join(part for part in (*head, *_blocks(document.blocks)) if part) + "\n"


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    # Two lists in a row are one list to Markdown unless their markers differ.
    is_second_list = False
    previous: type[Block] | None = None
    for block in blocks:
        kind = Bullets if isinstance(block, KeyFigures) else type(block)
        is_second_list = kind is previous and not is_second_list
        previous = kind
        yield _block(block, is_second_list=is_second_list)


def _block(block: Block, *, is_second_list: bool) -> str:  # noqa: PLR0911 - one for each kind of block
    match block:
        case Paragraph():
            return _flowing(block.content)
        case Heading():
            return f"{'#' * block.level} {_heading(block.content)}"
        case Bullets() | NumberedList():
            return "\n".join(_items(block, is_second_list=is_second_list))
        case Quotation():
            return _quotation(block)
        case Table():
            return _table(block)
        case KeyFigures():
            return _block(Bullets(items=block.phrases), is_second_list=is_second_list)
        case Chart():
            return _table(block.table)
        case Figure():
            return _figure(block)
        case Rule():
            return "***"


def _items(block: Bullets | NumberedList, *, is_second_list: bool = False) -> Iterator[str]:
    for number, item in enumerate(block.items, start=1):
        if isinstance(block, Bullets):
            marker = "*" if is_second_list else "-"
        else:
            marker = f"{number}{')' if is_second_list else '.'}"
        below = _items(item.below) if item.below else ()
        text = "\n".join((_flowing(item.content), *below))
        yield f"{marker} {_indented(text, ' ' * (len(marker) + 1))}".rstrip()


def _quotation(block: Quotation) -> str:
    told = [_flowing(paragraph) for paragraph in block.paragraphs]
    if block.attribution:
        told.append(f"— {_flowing(block.attribution)}")
    return "> " + _indented("\n\n".join(told), "> ")


def _indented(text: str, by: str) -> str:
    return text.replace("\n", f"\n{by}").replace(f"\n{by}\n", f"\n{by.rstrip()}\n")


def _table(block: Table) -> str:
    rules = ["--:" if column in block.number_columns else "---" for column in range(len(block.header))]
    rows = (_row(block.header), f"| {' | '.join(rules)} |", *map(_row, block.rows))
    return f"{_strong_line(block.caption)}\n\n" + "\n".join(rows)


def _row(cells: Iterable[Content]) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _figure(block: Figure) -> str:
    alt = _escaped(one_line(block.alt))
    picture = f"![{alt}]({encoded_url(block.url)})" if block.url else _line(_escaped(one_line(block.words)))
    told = (picture, _flowing(block.caption), _flowing((block.credit,)))
    return "\n\n".join(part for part in told if part)


def _strong_line(text: str) -> str:
    return _flowing((Strong(text=text),)) if text.strip() else ""


def _heading(content: Content) -> str:
    # A run of # at the end would be taken for the closing mark of the heading.
    return re.sub(r"#$", r"\#", _cell(content))


def _cell(content: Content) -> str:
    return _edged(_written(content).replace("\n", " "))


def _flowing(content: Content) -> str:
    written = _written(content)
    if "\n" not in written:
        return _line(written)
    return "\\\n".join(line for line in map(_line, written.split("\n")) if line)


def _line(text: str) -> str:
    line = _edged(text)
    found = _LINE_START.match(line)
    return f"{found[0]}\\{line[found.end() :]}" if found else line


def _edged(line: str) -> str:
    """The line with spaces of other kinds at its ends written as entities: some readers strip them."""
    line = line.strip(" ")
    if line and (line[0].isspace() or line[-1].isspace()):
        body = line.strip()
        start = line.index(body) if body else len(line)
        return _entities(line[:start]) + body + _entities(line[start + len(body) :])
    return line


def _entities(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)


def _escaped(text: str) -> str:
    # Most text holds none, and asking is quicker than making the replacement ready.
    return _MARKS.sub(r"\\\g<0>", text) if _MARKS.search(text) else text


def _written(content: Content) -> str:
    """The inlines in a row; a line feed in plain text stays one."""
    if len(content) == 1 and isinstance(content[0], str):
        return _escaped(cleaned(content[0]))
    # In parts, because a note may list a hundred thousand links, and only the last part is ever changed.
    parts: list[str] = []
    is_after_mark = False
    for inline in _merged(content):
        if isinstance(inline, str):
            text = _escaped(cleaned(inline))
            parts.append(_guarded_start(text) if is_after_mark else text)
        elif isinstance(inline, Link):
            # An exclamation mark before a link would turn it into a picture.
            if parts and parts[-1].endswith("!"):
                parts[-1] = f"{parts[-1][:-1]}\\!"
            text = _escaped(cleaned(inline.text)).replace("\n", " ")
            parts.append(f"[{text}]({encoded_url(inline.url)})")
        else:
            parts[-1:] = [_guarded_end(part) for part in parts[-1:]]
            parts.append(_marked(inline))
        is_after_mark = isinstance(inline, Strong | Emphasis)
    return "".join(parts)


def _merged(content: Content) -> Iterator[Inline]:
    """Neighbours of one kind as one, and the empty ones left out: `**a****b**` would be no mark at all."""
    said = [inline for inline in content if (inline if isinstance(inline, str) else inline.text)]
    for kind, group in groupby(said, type):
        alike = list(group)
        if kind is Link or len(alike) == 1:
            yield from alike
        else:
            text = "".join(inline if isinstance(inline, str) else inline.text for inline in alike)
            yield text if kind is str else Strong(text=text) if kind is Strong else Emphasis(text=text)


def _marked(inline: Strong | Emphasis) -> str:
    mark = "**" if isinstance(inline, Strong) else "_"
    text = cleaned(inline.text).replace("\n", " ")
    body = text.strip()
    start = text.index(body) if body else len(text)
    return f"{mark}{_entities(text[:start])}{_escaped(body)}{_entities(text[start + len(body) :])}{mark}"


def _guarded_end(written: str) -> str:
    """What stands before a mark, its last letter as an entity: a mark opens only after a space or point."""
    return written if _is_edge(written[-1:]) else f"{written[:-1]}{_entities(written[-1])}"


def _guarded_start(text: str) -> str:
    return text if _is_edge(text[:1]) else f"{_entities(text[0])}{text[1:]}"


def _is_edge(character: str) -> bool:
    return (
        not character
        or character.isspace()
        or unicodedata.category(character)[0] == "P"
        or (character.isascii() and not character.isalnum())
    )
