"""What jinja2 cannot read in a template, in the words of our messages, with what would do."""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import TemplateSyntaxError

from nominate.errors import nearest
from nominate.prose.templates.faults import Fault

__all__ = ["misread"]

_TAGS = ("for", "endfor", "if", "elif", "else", "endif", "set", "endset", "macro", "endmacro")
_PRINTED = "a fact stands between {{ and }}, alone or with a filter behind a |"


def _closing(found: re.Match[str]) -> str:
    return f"close {{% {found[1]} %}} with {{% end{found[1]} %}}"


def _tag(found: re.Match[str]) -> str:
    near = nearest(found[1], _TAGS)
    return f"did you mean {{% {near} %}}?" if near and near != found[1] else "no tag that is open needs it"


# The first that is found in what jinja2 says gives the hint.
_HINTS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"needs to be closed is '(\w+)'", _closing),
    (r"unknown tag '(\w+)'", _tag),
    (r"character '[“”‘’]'", lambda _: 'write straight quotation marks, as in "entry"'),
    (r"character (\"'\"|'\"')", lambda _: "a text ends with the quotation mark with which it begins"),
    (r"got '='", lambda _: "two facts are compared with =="),
    (r"end of print statement|unexpected '\}'", lambda _: _PRINTED),
    (r"end of statement block", lambda _: "a tag stands between {% and %}, as in {% if headline %}"),
)


def misread(error: TemplateSyntaxError) -> Fault:
    """The fault that keeps a text from being a template, on its line.

    >>> misread(TemplateSyntaxError("Encountered unknown tag 'esle'.", 3)).hint
    'did you mean {% else %}?'
    """
    said = re.sub(r"char ('.'|\".\") at \d+$", r"character \1", str(error.message))
    message = said.partition(". ")[0].rstrip(".")
    hints = (hint(found) for pattern, hint in _HINTS if (found := re.search(pattern, said)))
    return Fault("E630", message[:1].lower() + message[1:], hint=next(hints, ""), line=error.lineno)
