"""What YAML's own complaints mean to somebody who wrote a sentence, and what would do."""

from __future__ import annotations

import re

from nominate.errors import Problem
from nominate.files.text_data import place_at

__all__ = ["cured"]

_QUOTE = "put the whole text in quotation marks"
_OTHER = "put the whole text in quotation marks that do not stand in it"
_MISFIT = "this line does not fit the indentation of those above"
_FOREIGN = "a no-break space, as pasted from Word or a web page, cannot indent a line"
_INDENT = "begin it in the same column as the line that it belongs beside"

# Both parsers' words, tried in this order against "context: problem"; the first that is found tells.
_CURES: tuple[tuple[str, str, str], ...] = (
    ("quoted scalar.*end of stream", "the quotation mark that opens here is never closed", "close it"),
    (
        r"quoted scalar.*(escape|hexa?decimal)|chr\(\)",
        "a backslash in double quotation marks begins an escape",
        "use single ones, or write two backslashes",
    ),
    ("(alias|anchor).*alphabetic", "text cannot begin with * or &", _QUOTE),
    ("parsing a tag|scanning a tag|undefined tag", "text cannot begin with !", _QUOTE),
    ("directive|incompatible YAML", "a line cannot begin with %", _QUOTE),
    ("block scalar", "after | or > the text begins on the next line", "move it there, or " + _QUOTE),
    ("flow sequence", "the list that [ opens is not closed, or a comma is missing", "close it with ]"),
    ("flow mapping", "the map that { opens is not closed, or a comma is missing", "close it with }"),
    ("plain scalar.*unexpected ':'", "text within [ ] or { } cannot hold such a colon", _QUOTE),
    ("simple key|could not find expected ':'", "this line has no colon after its key", "write key: value"),
    (
        "sequence entries are not allowed",
        "a list cannot begin on the line of its key",
        f"begin it on the next line, or, if it is text, {_QUOTE}",
    ),
    ("keys are not allowed", "text cannot begin with a question mark and a space", _QUOTE),
    ("document start", "this stands after the end of the document", "take out the line ..."),
    ("node content", "text cannot begin with a comma or a closing bracket", _QUOTE),
)


def cured(error: Exception, text: str, file: str) -> Problem:
    """The fault behind a complaint of PyYAML, in plain words, with its line and column and what would do."""
    offset = _offset(error)
    complaint = f"{getattr(error, 'context', None)}: {getattr(error, 'problem', None) or error}"
    foreign = _foreign_indent(text, offset)
    if foreign is not None:
        offset, message, hint = foreign, _FOREIGN, "type ordinary spaces in its place"
    else:
        message, hint = _by_the_line(complaint, text, offset) or _by_the_complaint(complaint)
    line, column = place_at(text, offset)
    return Problem(code="E105", file=file, line=line, column=column, message=message, hint=hint)


def _offset(error: Exception) -> int:
    # What was opened is at fault where it begins, not where the parser gave up.
    is_open = re.search(
        "quoted scalar|simple key|flow (seq|map)|alias|anchor", f"{getattr(error, 'context', '')}"
    )
    mark = getattr(error, "context_mark", None) if is_open else None
    mark = mark or getattr(error, "problem_mark", None)
    return 0 if mark is None else int(mark.index)


def _foreign_indent(text: str, offset: int) -> int | None:
    """Where a no-break space indents this line or the one before, which the parsers take for a word."""
    before = text.rfind("\n", 0, max(0, text.rfind("\n", 0, offset))) + 1
    found = re.compile("^ *\u00a0", re.MULTILINE).search(text, before, offset + 1)
    return found.end() - 1 if found else None


def _by_the_line(complaint: str, text: str, offset: int) -> tuple[str, str] | None:
    """What the line shows by itself, which both parsers call by many names."""
    start = text.rfind("\n", 0, offset) + 1
    line = text[start:].partition("\n")[0]
    before = line[: offset - start]
    told = None
    if re.match(r" *\t", line):
        told = "a tab cannot indent a line", "use spaces"
    elif "start any token" in complaint:
        told = f"text cannot begin with {line[len(before) :][:1]!r}", _QUOTE
    elif "mapping values are not allowed" in complaint and re.search(r":(\s|$)", before):
        told = "text with a colon and a space in it is read as another key", _QUOTE
    elif "mapping values are not allowed" in complaint:
        told = "this line is read as going on from the one above", _INDENT
    elif re.search(r"expected key|block end|'-' indicator", complaint):
        is_closed = re.search(r"""["'\]}]\s*$""", before)
        told = ("something follows after the closing mark", _OTHER) if is_closed else (_MISFIT, _INDENT)
    return told


def _by_the_complaint(complaint: str) -> tuple[str, str]:
    for words, message, hint in _CURES:
        if re.search(words, complaint):
            return message, hint
    return f"not YAML ({complaint.removeprefix('None: ')})", _QUOTE
