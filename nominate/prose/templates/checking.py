"""What may stand in a template, told from its tree before anything of it runs."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from jinja2 import nodes

from nominate.prose.templates.faults import Fault, choices

__all__ = ["Known", "checked", "names_asked"]

_ONE_FILE = "a template is one file: put what both need into it"
_REFUSED: dict[type[nodes.Node], tuple[str, str]] = {
    nodes.Include: ("{% include %} is not read", _ONE_FILE),
    nodes.Import: ("{% import %} is not read", _ONE_FILE),
    nodes.FromImport: ("{% from %} is not read", _ONE_FILE),
    nodes.Extends: ("{% extends %} is not read", _ONE_FILE),
    nodes.Block: ("{% block %} has no meaning without {% extends %}", "write its content as it stands"),
    nodes.CallBlock: ("{% call %} is not read", "give the text to the macro as an argument"),
    nodes.FilterBlock: (
        "{% filter %} is not read",
        "use the filter where a fact is printed, as in {{ x|upper }}",
    ),
    nodes.ScopedEvalContextModifier: (
        "{% autoescape %} is not read",
        "nothing needs escaping here: what is printed is text, never markup",
    ),
}
_GIVEN_IN = frozenset({"loop", "caller", "varargs", "kwargs"})


@attrs.frozen(kw_only=True)
class Known:
    """The names that a template may use: facts, functions, filters and tests.

    >>> Known(facts=("headline",)).filters
    ()
    """

    facts: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()


def checked(tree: nodes.Template, known: Known) -> None:
    """Refuse a template that uses what there is not, or what it may not.

    Raises:
        Fault: the first such place, with its line.
    """
    own = _own_names(tree) | set(known.facts) | set(known.functions)
    for node in _every(tree):
        fault = _fault(node, known, own)
        if fault is not None:
            raise fault.at(node.lineno)


def names_asked(tree: nodes.Template, known: Known) -> frozenset[str]:
    """The facts at the top of the tree of facts that a template asks for."""
    return frozenset(node.name for node in tree.find_all(nodes.Name) if node.ctx == "load") & set(known.facts)


def _every(node: nodes.Node) -> Iterator[nodes.Node]:
    for child in node.iter_child_nodes():
        yield child
        yield from _every(child)


def _own_names(tree: nodes.Template) -> frozenset[str]:
    stored = {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
    return _GIVEN_IN | stored | {macro.name for macro in tree.find_all(nodes.Macro)}


def _fault(node: nodes.Node, known: Known, own: frozenset[str]) -> Fault | None:
    refused = _REFUSED.get(type(node))
    if refused is not None:
        return Fault("E632", refused[0], hint=refused[1])
    match node:
        case nodes.For(recursive=True):
            return Fault("E632", "a loop cannot be recursive", hint="write a loop within the loop")
        case nodes.Name(ctx="load", name=name) if name not in own:
            return Fault("E631", f"no fact {name!r}", hint=choices(name, known.facts))
        case nodes.Filter(name=name) if name not in known.filters:
            return Fault("E632", f"no filter {name!r}", hint=choices(name, known.filters))
        case nodes.Test(name=name) if name not in known.tests:
            return Fault("E632", f"no test {name!r}", hint=choices(name, known.tests))
    return None
