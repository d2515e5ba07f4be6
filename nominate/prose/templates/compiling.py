"""From the bytes of a template to what can be rendered, and from what fails then to a fault with its line."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from types import TracebackType

import attrs
from jinja2 import Template, TemplateError, TemplateSyntaxError, UndefinedError

from nominate.errors import Problem, UnreadableInput
from nominate.files.reading import text_of
from nominate.prose.templates.allowance import RESULT, SOURCE, within
from nominate.prose.templates.bound import SESSION
from nominate.prose.templates.checking import checked, names_asked
from nominate.prose.templates.environment import environment, known
from nominate.prose.templates.faults import Fault
from nominate.prose.templates.marking import marked
from nominate.prose.templates.misread import misread
from nominate.prose.templates.session import Session
from nominate.prose.templates.signs import holds_sign
from nominate.prose.templates.tree.piece import PieceTold

__all__ = ["Compiled", "compiled", "source_of"]

# What the machine says of a step that cannot be done, such as a text plus a number.
_MISTAKES = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError)

_AT_ONCE = 256
_TAG = r"\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\}"
_TAG_LINES = re.compile(rf"^[ \t]*(?P<tags>(?:(?:{_TAG})[ \t]*)+)\n", re.MULTILINE | re.DOTALL)
_RAW = re.compile(r"\{%[-+]?\s*raw\b")


@attrs.frozen(kw_only=True, eq=False)
class Compiled:
    """A template that was found sound: `asks` are the facts at the top of the tree that it names."""

    template: Template
    asks: frozenset[str]

    def rendered(self, piece: PieceTold, session: Session) -> str:
        """What it makes of the facts, its marks still signs.

        Raises:
            Fault: a fact is not known, or a step cannot be done; with the template's line.
        """
        facts = {name: environment().getattr(piece, name) for name in self.asks}
        context = self.template.new_context({**facts, SESSION: session})
        parts: list[str] = []
        size = 0
        try:
            made = self.template.root_render_func(context)
            while some := list(islice(made, _AT_ONCE)):
                size += sum(map(len, some))
                within(size, RESULT, "one piece")
                parts += some
        except Fault as fault:
            raise fault.at(self._line(fault.__traceback__)) from None
        except UndefinedError as error:
            raise Fault("E631", _said(error), line=self._line(error.__traceback__)) from None
        except _MISTAKES as error:
            raise self._mistaken(error) from error
        return "".join(parts)

    def _mistaken(self, error: Exception) -> Fault:
        is_endless = isinstance(error, RecursionError)
        said = "macros that call each other without end" if is_endless else f"cannot be done: {_said(error)}"
        return Fault("E632", said, line=self._line(error.__traceback__))

    def _line(self, trace: TracebackType | None) -> int:
        """The line of the template that was at work when something was raised."""
        line = 0
        while trace is not None:
            if trace.tb_frame.f_globals is self.template.root_render_func.__globals__:
                line = self.template.get_corresponding_lineno(trace.tb_lineno)
            trace = trace.tb_next
        return line


def _said(error: Exception) -> str:
    """What jinja2 or Python says, as our messages are: in lower case, without a full stop."""
    said = str(getattr(error, "message", None) or error).rstrip(".")
    return said[:1].lower() + said[1:]


def source_of(content: bytes | str, *, file: str) -> str:
    """The text of a template.

    Raises:
        UnreadableInput: it is not text, or too long.
    """
    if len(content) > SOURCE:
        hint = "keep to the wording; what repeats is for a loop or a macro"
        message = f"a template of more than {SOURCE // 1_000} kB"
        raise UnreadableInput([Problem(code="E102", file=file, message=message, hint=hint)])
    source = content if isinstance(content, str) else text_of(content, file=file)
    for number, line in enumerate(source.split("\n"), start=1):
        if holds_sign(line):
            message = "a character that no text may hold"
            raise UnreadableInput([Problem(code="E104", file=file, line=number, message=message)])
    return source


@lru_cache(maxsize=16)
def compiled(source: str, *, tells_lines: bool = False) -> Compiled:
    """The template that a text is, ready to be rendered for many views.

    `tells_lines`: what it makes says where in the template each part was written.

    Raises:
        Fault: it is no template, or uses what it may not; with the line.
    """
    made = environment()
    try:
        tree = made.parse(_without_tag_lines(source))
        checked(tree, known())
        asks = names_asked(tree, known())
        code = made.compile(marked(tree, tells_lines=tells_lines))
    except TemplateSyntaxError as error:
        raise misread(error) from None
    except (RecursionError, SyntaxError, MemoryError):
        # Python's own limits, such as twenty loops within one another.
        raise Fault("E630", "parts within parts, too many to be read") from None
    except ValueError as error:
        raise Fault("E630", f"cannot be read: {_said(error)}") from None
    return Compiled(template=Template.from_code(made, code, made.make_globals(None)), asks=asks)


def _without_tag_lines(source: str) -> str:
    """The text without the line end of each line that only holds tags, so that it leaves no empty line.

    The line end goes into a comment: lines keep their numbers.
    """
    raw = _RAW.search(source)
    if raw is not None:
        hint = 'print what jinja2 would read as in {{ "{{" }}'
        raise Fault("E632", "{% raw %} is not read", hint=hint, line=source.count("\n", 0, raw.start()) + 1)
    return _TAG_LINES.sub(lambda found: f"{found['tags']}{{#\n#}}", source)
