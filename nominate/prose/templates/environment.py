"""jinja2 as a template of ours gets it: facts and nothing else, each step counted.

What may be asked for is listed, and all else refused; jinja2's own sandbox, which lists what may not, stays
below it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any, ClassVar

from jinja2 import StrictUndefined, Undefined
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from nominate.errors import nearest
from nominate.prose.templates.allowance import CALL, TEXT, within
from nominate.prose.templates.bound import limited_range, ours, printed, refuse, session_of, stepped, stock
from nominate.prose.templates.checking import Known
from nominate.prose.templates.faults import Fault, choices
from nominate.prose.templates.filters import FILTERS, joined
from nominate.prose.templates.growth import WATCHED, worked_out
from nominate.prose.templates.marking import JOINING, STEPPING
from nominate.prose.templates.session import named
from nominate.prose.templates.signs import as_fact
from nominate.prose.templates.tree.piece import PieceTold
from nominate.prose.templates.tree.told import Told, kinds, names_of

__all__ = ["TemplateEnvironment", "environment", "known"]

_OF_A_LOOP = frozenset(
    {"cycle", "changed", "depth", "first", "index", "index0", "last", "length", "nextitem", "previtem"}
    | {"revindex", "revindex0"}
)
_STOCK_FILTERS = (
    *("d", "default", "first", "groupby", "last", "length", "list", "map", "reject", "rejectattr"),
    *("reverse", "select", "selectattr", "sort", "unique"),
)
_TESTS = (
    *("!=", "<", "<=", "==", ">", ">=", "defined", "divisibleby", "eq", "equalto", "even", "ge", "gt", "in"),
    *("le", "lt", "ne", "odd", "undefined"),
)


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """The environment of every template: it has no loader, no state, and no way to what is no fact."""

    intercepted_binops = WATCHED
    # What `names_of` says, at hand: every step of a template asks it.
    _names: ClassVar[Mapping[type, Collection[str]]] = {kind: names_of(kind) or () for kind in kinds()}

    @staticmethod
    def concat(parts: Iterable[str]) -> str:
        """What `{% set %}` and a macro keep of what was written in them."""
        kept = list(parts)
        within(sum(map(len, kept)), TEXT, "one text")
        return "".join(kept)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - jinja2's own signature
        """The fact of that name, one that is not known, or a refusal where there is no such fact."""
        names = self._names.get(type(obj), ())
        if attribute in names:
            value = getattr(obj, attribute)
            # Most facts are plain texts or others, and each step more would be felt.
            if type(value) is str and value.isprintable():
                return value or self._unknown(obj, attribute)
            return self._unknown(obj, attribute) if value is None else _clean(value)
        if names:
            raise Fault("E631", f"{named(obj)} has no {attribute!r}", hint=choices(attribute, names))
        return self._of_no_fact(obj, attribute)

    def _of_no_fact(self, obj: object, attribute: str) -> object:
        match obj:
            case LoopContext() if attribute in _OF_A_LOOP:
                return getattr(obj, attribute)
            case Namespace() if not attribute.startswith("_"):
                return getattr(obj, attribute, self._absent(f"no {attribute!r} was set"))
            case Mapping():
                return self.getitem(obj, attribute)
            case Undefined():
                # What is not known has no facts that are; whoever prints one is told of the first.
                return obj
        hint = "what can be done with it are filters, as in {{ x|upper }}"
        raise Fault("E632", f"{named(obj)} has no {attribute!r}", hint=hint)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - as above
        """One of several facts by its place or its name; the rest as for `getattr`."""
        match obj, argument:
            case (tuple() | list() | str(), int()) if -len(obj) <= argument < len(obj):
                return obj[argument]
            case (tuple() | list() | str(), int()):
                return self._absent(f"there is no number {argument} of {len(obj)}")
            case (Mapping(), _):
                return _clean(obj[argument]) if argument in obj else self._not_among(obj, argument)
            case (_, str()):
                return self.getattr(obj, argument)
        raise Fault("E632", f"{named(obj)} has nothing by {named(argument)}")

    def call(self, context: Context, obj: Any, *args: Any, **named_: Any) -> Any:  # noqa: ANN401 - as above
        """A macro or one of our functions, called; nothing else can be."""
        if isinstance(obj, Macro) or obj is limited_range or obj is Namespace or _is_of_a_loop(obj):
            session_of(context).allowance.spend(CALL)
            return context.call(obj, *args, **named_)
        if isinstance(obj, Undefined):
            refuse(obj)
        raise Fault("E632", f"{named(obj)} is no function", hint="write it without round brackets")

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401, ARG002
        """A sum or product, refused where it would grow without end."""
        return worked_out(operator, left, right)

    def _unknown(self, obj: object, name: str) -> Undefined:
        this = f"this {obj.WORD}" if isinstance(obj, Told) else "this name"
        return self._absent(f"{name!r} of {this} is not known")

    def _not_among(self, obj: Mapping[Any, object], name: object) -> Undefined:
        near = nearest(str(name), map(str, obj))
        there = f"did you mean {near!r}?" if near else f"there is {', '.join(map(str, obj)) or 'nothing'}"
        return self._absent(f"{name!r} is not among them: {there}")

    def _absent(self, said: str) -> Undefined:
        hint = "put what needs it between {% if … is defined %} and {% endif %}"
        return self.undefined(hint=f"{said}; {hint}")


def _clean(value: object) -> object:
    """A fact without characters that could be taken for signs; a marked text of ours keeps them."""
    if type(value) is str:
        return value if value.isprintable() else as_fact(value)
    if isinstance(value, tuple) and value and isinstance(value[0], str):
        return tuple(map(_clean, value))
    return value


def _is_of_a_loop(obj: object) -> bool:
    return isinstance(getattr(obj, "__self__", None), LoopContext)


@cache
def environment() -> TemplateEnvironment:
    """The one environment: everything that differs between templates is given when one is rendered."""
    made = TemplateEnvironment(undefined=StrictUndefined, finalize=printed, cache_size=0)
    made.globals = {"range": limited_range, "namespace": Namespace}
    made.filters = {
        **{name: stock(name, made.filters[name]) for name in _STOCK_FILTERS},
        **{name: ours(function) for name, function in FILTERS.items()},
        STEPPING: stepped,
        JOINING: ours(joined),
    }
    made.tests = {name: made.tests[name] for name in _TESTS}
    return made


@cache
def known() -> Known:
    """The names that every template may use."""
    made = environment()
    return Known(
        facts=tuple(names_of(PieceTold) or ()),
        functions=tuple(made.globals),
        filters=tuple(sorted((*_STOCK_FILTERS, *FILTERS))),
        tests=_TESTS,
    )
