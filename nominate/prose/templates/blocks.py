"""What a template made, read as the parts of a document: a small part of Markdown, without HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import attrs

from nominate.documents import Block, Content, Figure, Heading, Paragraph, Quotation, Rule, Strong, plain
from nominate.prose.templates.faults import Fault
from nominate.prose.templates.inlines import content_of
from nominate.prose.templates.lines import Lines
from nominate.prose.templates.lists import interrupts, is_item, read_list
from nominate.prose.templates.signs import SIGN, unsigned

__all__ = ["FigureOf", "Piece", "read_piece"]

_HASH, _MORE, _CLOSE, _ROUNDED, _QUOTE = SIGN["#"], SIGN[">"], SIGN["]"], SIGN[")"], SIGN['"']
_HEADING = re.compile(f"({_HASH}{{1,6}})(?: +(.*?))?(?: +{_HASH}+)?$", re.DOTALL)
_RULE = re.compile("|".join(f"(?:{SIGN[mark]} *){{3,}}$" for mark in "-*_"))
_UNDERLINE = re.compile(f"(?:{SIGN['-']}+|{SIGN['=']}+)$")
_PICTURE = re.compile(
    f"{SIGN['!']}{SIGN['[']}(?P<alt>[^{_CLOSE}]*){_CLOSE}{SIGN['(']}(?P<address>[^{_ROUNDED}{_QUOTE}]*?)"
    f"(?: +{_QUOTE}(?P<caption>[^{_QUOTE}]*){_QUOTE})?{_ROUNDED}$",
    re.DOTALL,
)
_ATTRIBUTION = re.compile(f"{SIGN['—']} +(.*)", re.DOTALL)
_CODE = (SIGN["`"] * 3, SIGN["~"] * 3)

FigureOf = Callable[[str, str, Content], Figure]
"""Makes a figure of a picture's words, its address and its caption."""


@attrs.frozen(kw_only=True)
class Piece:
    """What a template made: blocks, and above them a title and a standfirst, empty where it says none.

    >>> Piece(blocks=()).title
    ''
    """

    blocks: tuple[Block, ...]
    title: str = ""
    standfirst: Content = ()


def read_piece(result: str, figure_of: FigureOf) -> Piece:
    """The result of a template, whose marks are signs, as the parts of a document.

    A heading of level 1 is the title, and must come first. A paragraph of strong words alone below it is
    the standfirst.

    Raises:
        Fault: it is no such text; with the line of the template, where the result tells it.
    """
    lines = Lines(result)
    try:
        lines.skip_blank()
        title = _title(lines)
        blocks = tuple(_blocks(lines, figure_of))
    except Fault as fault:
        raise fault.at(lines.number) from None
    if not title and not blocks:
        raise Fault("E634", "the template makes no text of these facts", line=1)
    match blocks:
        case (Paragraph(content=(Strong(),) as standfirst), *rest) if title:
            return Piece(title=title, standfirst=standfirst, blocks=tuple(rest))
    return Piece(title=title, blocks=blocks)


def _title(lines: Lines) -> str:
    found = _HEADING.match(lines.text)
    if found is None or len(found[1]) > 1:
        return ""
    title = plain(_heading_words(found, lines.number))
    lines.advance()
    return title


def _blocks(lines: Lines, figure_of: FigureOf) -> Iterator[Block]:
    above = 1
    lines.skip_blank()
    while not lines.is_over:
        block = _block(lines, figure_of)
        if isinstance(block, Heading):
            if block.level > above + 1:
                hint = f"use {'#' * (above + 1)}, so that no level is left out"
                raise Fault("E634", f"a heading of level {block.level} below one of level {above}", hint=hint)
            above = block.level
        yield block
        lines.skip_blank()


def _block(lines: Lines, figure_of: FigureOf) -> Block:
    text = lines.text
    if _HEADING.match(text):
        return _heading(lines)
    if _RULE.match(text):
        lines.advance()
        return Rule()
    if text.startswith(_MORE):
        return _quotation(lines)
    if is_item(text):
        return read_list(lines)
    return _paragraph(lines, figure_of)


def _heading(lines: Lines) -> Heading:
    found = _HEADING.match(lines.text)
    if found is None or len(found[1]) == 1:
        hint = "begin the others with ##; the title comes before everything else"
        raise Fault("E634", "a heading of level 1 that is not the first line", hint=hint)
    heading = Heading(content=_heading_words(found, lines.number), level=len(found[1]))
    lines.advance()
    return heading


def _heading_words(found: re.Match[str], line: int) -> Content:
    if not unsigned(found[2] or "").strip():
        raise Fault("E634", "a heading without words")
    return content_of(found[2], line=line)


def _quotation(lines: Lines) -> Quotation:
    line = lines.number
    paragraphs: list[list[str]] = [[]]
    while lines.text.startswith(_MORE):
        said = lines.text[1:].strip(" ")
        if said:
            paragraphs[-1].append(said)
        elif paragraphs[-1]:
            paragraphs.append([])
        lines.advance()
    said_all = [" ".join(each) for each in paragraphs if each]
    last = _ATTRIBUTION.match(said_all[-1]) if said_all else None
    words = said_all[:-1] if last is not None else said_all
    if not words:
        raise Fault("E634", "a quotation without words")
    return Quotation(
        paragraphs=tuple(content_of(each, line=line) for each in words),
        attribution=content_of(last[1], line=line) if last is not None else (),
    )


def _paragraph(lines: Lines, figure_of: FigureOf) -> Paragraph | Figure:
    _refuse_start(lines.text)
    line = lines.number
    said: list[str] = []
    while lines.text and not (said and _ends(lines.text)):
        said.append(lines.text)
        lines.advance()
    text = " ".join(said)
    picture = _PICTURE.match(text)
    if picture is None:
        return Paragraph(content=content_of(text, line=line))
    alt, address = unsigned(picture["alt"]), unsigned(picture["address"])
    caption = content_of(picture["caption"], line=line) if picture["caption"] else ()
    return figure_of(alt, address, caption)


def _refuse_start(text: str) -> None:
    if text.startswith(SIGN["|"]):
        raise Fault("E634", "a table has no place in a piece", hint="write a list, or \\| for the character")
    if text.startswith(_CODE):
        raise Fault("E634", "code has no place in a piece")


def _ends(text: str) -> bool:
    """Whether a line ends the paragraph above it.

    Raises:
        Fault: elsewhere it would make a heading of that paragraph.
    """
    if _UNDERLINE.match(text):
        hint = "begin a heading with ##; put an empty line before a rule"
        raise Fault("E634", "a line below a paragraph that elsewhere makes it a heading", hint=hint)
    return bool(_HEADING.match(text) or _RULE.match(text) or text.startswith(_MORE) or interrupts(text))
