"""One text or number as YAML writes it: bare where every reader takes it as we mean it, else quoted."""

from __future__ import annotations

import re
from decimal import Decimal

from nominate.files.yaml_text import REFUSED

__all__ = ["double_quoted", "needs_escapes", "scalar_text", "single_quoted", "typed_text"]

# Text that needs no quotation marks begins with a letter or digit; a sign at the front may mean something.
_SAFE = re.compile(r"[^\W_].*")
_SPECIAL = re.compile(r":\s|:$|\s#|\s$")
# The C parser refuses a colon before a question mark within brackets.
_SPECIAL_WITHIN = re.compile(r"[\[\]{},]|:\?")
# What readers of YAML 1.1 or 1.2 take for a truth value, nothing, a number or a time of day.
_TYPED = re.compile(
    r"y|n|yes|no|on|off|true|false|null|[0-9][0-9_,]*(\.[0-9_]*)?(e[-+]?[0-9]+)?|0[xob][0-9a-f_]+|[0-9][0-9_]*(:[0-9]+)+(\.[0-9_]*)?",
    re.IGNORECASE,
)
# Ids of editions are years, which people write without quotation marks.
_YEAR = re.compile("[12][0-9]{3}")
_ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def typed_text(value: int | Decimal) -> str:
    """A number or a truth value as people write it.

    >>> typed_text(Decimal("1.10")), typed_text(False)
    ('1.10', 'no')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def scalar_text(text: str, *, is_within: bool = False) -> str:
    """Text as it stands in the file, in quotation marks only where it needs them.

    >>> scalar_text("A better ward"), scalar_text("no"), scalar_text("a, b", is_within=True)
    ('A better ward', "'no'", "'a, b'")
    """
    if needs_escapes(text):
        return double_quoted(text)
    needs_marks = (
        not _SAFE.fullmatch(text)
        or _SPECIAL.search(text)
        or (_TYPED.fullmatch(text) and not _YEAR.fullmatch(text))
        or (is_within and _SPECIAL_WITHIN.search(text))
    )
    return single_quoted(text) if needs_marks else text


def needs_escapes(text: str) -> bool:
    r"""Whether only double quotation marks can hold it on one line.

    >>> needs_escapes("a\tb"), needs_escapes("a b")
    (True, False)
    """
    return bool(REFUSED.search(text)) or "\n" in text or "\t" in text


def single_quoted(text: str) -> str:
    """Text of one line in single quotation marks.

    >>> print(single_quoted("it's"))
    'it''s'
    """
    return "'{}'".format(text.replace("'", "''"))


def double_quoted(text: str) -> str:
    r"""Any text at all in double quotation marks.

    >>> print(double_quoted('say "no"'))
    "say \"no\""
    """
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    return f"\\U{ord(character):08X}" if REFUSED.match(character) else character
