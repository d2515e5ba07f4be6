"""Which text may stand in a field: nothing hidden, not blank, not too long; ids and links in their form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from nominate.errors import shown
from nominate.files.faults import Fault, wrong_shape
from nominate.files.slugs import as_slug
from nominate.files.text_data import Data
from nominate.model.fields import TextRule

__all__ = ["LINK_PATTERN", "SLUG_PATTERN", "text_reader"]

# Controls (C0, C1), surrogates, noncharacters, line separators, and what makes text run backwards.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
# What shows nothing beside white space and category Cf (Unicode 15, Default_Ignorable; the Braille blank).
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
SLUG_PATTERN = r"[a-z0-9]+(?:[-._][a-z0-9]+)*"
LINK_PATTERN = r'https?://[^\s/<>"]+[^\s<>"]*|mailto:[^\s<>"@]+@[^\s<>"@]+'
_SLUG = re.compile(SLUG_PATTERN)
_LINK = re.compile(LINK_PATTERN)


def text_reader(rule: TextRule) -> Callable[[Data, object], str]:
    """The function that takes the text of such a field, or raises a `Fault`; space around it is taken off.

    >>> from nominate.model.fields import TextRule
    >>> text_reader(TextRule(length=300))(" Ysbyty Gwynedd ", str)
    'Ysbyty Gwynedd'
    """
    length = rule.length
    if rule.is_slug:
        return _slug_reader(rule)
    if rule.is_link:
        return _link_reader(rule)

    def read(value: Data, _type: object) -> str:
        # Printable text that begins with an ASCII character passes every rule; most text does.
        if (
            type(value) is str
            and " " < value[:1] < "\x7f"
            and value.isprintable()
            and value[-1] != " "
            and len(value) <= length
        ):
            return value
        return _checked(value, rule)

    return read


def _checked(value: Data, rule: TextRule) -> str:
    if type(value) is not str:
        raise wrong_shape("text", value)
    text = value.strip()
    if len(text) > rule.length:
        raise Fault("E206", f"{len(text):,} characters are too many", f"keep it to {rule.length:,}")
    hidden = _HIDDEN.search(text.replace("\n", " ") if rule.has_lines else text)
    if hidden is not None:
        raise _hidden_fault(hidden[0], text)
    if not any(map(_is_visible, text)):
        raise Fault("E205", f"{shown(value)} is blank", "write something, or leave the key out")
    return text


def _hidden_fault(character: str, text: str) -> Fault:
    if character == "\n":
        return Fault("E205", f"{shown(text)} has more than one line", "write it on one line")
    name = unicodedata.name(character, "")
    called = f"U+{ord(character):04X}" + (f" ({name.lower()})" if name else "")
    return Fault("E205", f"{shown(text)} holds the hidden character {called}", "take it out")


def _is_visible(character: str) -> bool:
    is_format = unicodedata.category(character) in {"Cf", "Zs", "Zl", "Zp", "Cc"}
    return not is_format and not _INVISIBLE.match(character)


def _slug_reader(rule: TextRule) -> Callable[[Data, object], str]:
    def read(value: Data, _type: object) -> str:
        if type(value) is str and _is_slug(value) and len(value) <= rule.length:
            return value
        text = _checked(value, rule)
        if _is_slug(text):
            return text
        near = as_slug(text)
        hint = f"did you mean {shown(near)}?" if near else "use lower-case letters, digits and single hyphens"
        raise Fault("E207", f"{shown(text)} is not an id", hint)

    return read


# A register points at the same ids many times.
@lru_cache(maxsize=65_536)
def _is_slug(text: str) -> bool:
    return _SLUG.fullmatch(text) is not None


def _link_reader(rule: TextRule) -> Callable[[Data, object], str]:
    def read(value: Data, _type: object) -> str:
        if (
            type(value) is str
            and _LINK.fullmatch(value)
            and len(value) <= rule.length
            and value.isprintable()
        ):
            return value
        text = _checked(value, rule)
        if _LINK.fullmatch(text):
            return text
        looks_bare = re.match(r"[\w-]+(\.[\w-]+)+(/|$)", text)
        hint = (
            f"did you mean {shown('https://' + text)}?" if looks_bare else "begin it with https:// or mailto:"
        )
        raise Fault("E208", f"{shown(text)} is not a link", hint)

    return read
