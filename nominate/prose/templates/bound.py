"""Filters and functions as jinja2 calls them, each with the rendering that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context

from nominate.prose.templates.allowance import RANGE, within
from nominate.prose.templates.faults import Fault
from nominate.prose.templates.session import Session, named

__all__ = ["SESSION", "limited_range", "ours", "printed", "refuse", "session_of", "stepped", "stock"]

SESSION = "the session"
"""Where the context of a rendering keeps its session; no template can spell it, for it holds a space."""

# These take what stands before them as it is, known or not.
_OF_ANYTHING = frozenset({"d", "default"})


def session_of(context: Context) -> Session:
    """The rendering that is at work."""
    session: Session = context.parent[SESSION]
    return session


@pass_context
def printed(context: Context, value: object) -> str:
    """What `{{ … }}` writes."""
    session: Session = context.parent[SESSION]
    # Most facts are texts, and each call more would be felt.
    if type(value) is not str:
        if isinstance(value, Undefined):
            refuse(value)
        return session.printed(value)
    session.allowance.write(len(value))
    return value


@pass_context
def stepped(context: Context, values: object) -> object:
    """What a loop goes through, its rounds taken from what the template may do."""
    if isinstance(values, Undefined):
        refuse(values)
    if isinstance(values, str) or not hasattr(values, "__iter__"):
        raise Fault("E632", f"a loop goes through several facts, not {named(values)}")
    known = values if isinstance(values, tuple | list | range) else tuple(values)
    session_of(context).allowance.spend(len(known))
    return known


def limited_range(*numbers: int) -> range:
    """Whole numbers in a row, not too many."""
    made = range(*numbers)
    within(len(made), RANGE, "one range")
    return made


def ours(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter of ours, which takes the session first and no fact that is not known."""

    @pass_context
    def filter_(context: Context, value: object, *args: object, **named_: object) -> object:
        for each in (value, *args):
            if isinstance(each, Undefined):
                refuse(each)
        return function(session_of(context), value, *args, **named_)

    return filter_


def stock(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """One of jinja2's filters, what it goes through taken from what the template may do."""
    wanted = getattr(getattr(function, "jinja_pass_arg", None), "name", "")

    @pass_context
    def filter_(context: Context, value: object, *args: object, **named_: object) -> object:
        if name not in _OF_ANYTHING:
            if isinstance(value, Undefined):
                refuse(value)
            if not isinstance(value, str | Mapping):
                value = stepped(context, value)
        first = {"context": context, "eval_context": context.eval_ctx, "environment": context.environment}
        return function(*((first[wanted],) if wanted else ()), value, *args, **named_)

    return filter_


def refuse(value: Undefined) -> NoReturn:
    """Say that a fact is not known, where it would be used as one that is."""
    # A strict one raises what it has to say as soon as it is printed.
    raise Fault("E631", str(value))
