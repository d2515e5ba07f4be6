"""What stands within a line of a template's result: strong words, emphasis, links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nominate.documents import Content, Emphasis, Inline, Link, Strong, is_safe_url
from nominate.errors import shown
from nominate.prose.templates.faults import Fault
from nominate.prose.templates.signs import SIGN, unsigned

__all__ = ["content_of", "safe_url"]

_STAR, _LOW, _OPEN, _CLOSE = SIGN["*"], SIGN["_"], SIGN["["], SIGN["]"]
_ROUND, _ROUNDED, _LESS, _MORE = SIGN["("], SIGN[")"], SIGN["<"], SIGN[">"]
_INLINE = re.compile(
    f"{_OPEN}(?P<words>[^{_OPEN}{_CLOSE}]+){_CLOSE}{_ROUND}(?P<url>[^{_ROUND}{_ROUNDED}]*){_ROUNDED}"
    f"|{_LESS}(?P<address>(?:https?:|mailto:)[^{_LESS}{_MORE}]*){_MORE}"
    f"|{_STAR}{{2}}(?P<strong>.+?){_STAR}{{2}}"
    rf"|{_STAR}(?=[^\s{_STAR}])(?P<stress>[^{_STAR}]*[^\s{_STAR}]){_STAR}"
    rf"|(?<!\w){_LOW}(?=[^\s{_LOW}])(?P<title>[^{_LOW}]*[^\s{_LOW}]){_LOW}(?!\w)",
    re.DOTALL,
)
_MARKS = re.compile(f"[{_STAR}{_LOW}{_OPEN}{_CLOSE}{_LESS}{SIGN['`']}]")
_WITHIN = re.compile(f"{_STAR}|{_CLOSE}{_ROUND}")
_LEFT = re.compile(
    f"(?P<strong>{_STAR}{{2}})|(?P<link>{_CLOSE}{_ROUND})|(?P<tag>{_LESS}[A-Za-z/!?])|{SIGN['`']}"
)
_ESCAPED = "put a backslash before a mark that is meant as a character"


def content_of(text: str, *, line: int) -> Content:
    """A text as the inlines of a document; `line` is where it began in the template.

    Raises:
        Fault: a mark is left open, marks stand within marks, or something is no part of such a text.
    """
    # Most lines hold no mark, and asking is quicker than searching.
    if text.isprintable():
        return (text,)
    if not _MARKS.search(text):
        return (unsigned(text),)
    try:
        return tuple(_inlines(text))
    except Fault as fault:
        raise fault.at(line) from None


def _inlines(text: str) -> Iterator[Inline]:
    done = 0
    for found in _INLINE.finditer(text):
        yield from _plain(text[done : found.start()])
        done = found.end()
        yield from _spaced(_marked(found))
    yield from _plain(text[done:])


def _spaced(inline: Inline) -> Iterator[Inline]:
    """Strong words with the spaces at their ends outside: a loop leaves some, and no form can mark them."""
    if not isinstance(inline, Strong) or inline.text == inline.text.strip():
        yield inline
        return
    if inline.text[0].isspace():
        yield " "
    yield Strong(text=inline.text.strip())
    if inline.text[-1].isspace():
        yield " "


def _plain(text: str) -> Iterator[str]:
    left = _LEFT.search(text)
    if left is not None:
        raise _left_over(left)
    if text:
        yield unsigned(text)


def _left_over(left: re.Match[str]) -> Fault:
    match left.lastgroup:
        case "strong":
            return Fault("E634", "** opens strong words that nothing closes", hint=_ESCAPED)
        case "link":
            hint = "write [words](address), and %28 and %29 for round brackets in the address"
            return Fault("E634", "a link that is not complete", hint=hint)
        case "tag":
            hint = "write **words** and [words](address); each form of the piece makes its own HTML of them"
            return Fault("E634", "HTML is not read in a template", hint=hint)
    return Fault("E634", "code in ` marks has no place in a piece", hint=_ESCAPED)


def _marked(found: re.Match[str]) -> Inline:
    kind = found.lastgroup
    if kind == "address":
        address = safe_url(found["address"])
        return Link(text=address, url=address)
    words = found["words" if kind == "url" else str(kind)]
    if _WITHIN.search(words):
        raise Fault("E634", "marks within marks: a word is strong, stressed or a link, and not two of them")
    said = unsigned(words)
    if not said.strip():
        raise Fault("E634", "a link or a mark without words")
    if kind == "url":
        return Link(text=said, url=safe_url(found["url"]))
    return Strong(text=said) if kind == "strong" else Emphasis(text=said)


def safe_url(address: str) -> str:
    """The address of a link.

    Raises:
        Fault: it is no http, https or mailto address.
    """
    url = unsigned(address).strip()
    if not is_safe_url(url):
        hint = "use one that starts with https://, http:// or mailto: and holds no spaces"
        raise Fault("E634", f"{shown(url)} is no address to link to", hint=hint)
    return url
