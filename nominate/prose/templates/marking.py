"""The tree of a template, made ready: its own marks become signs, and whatever may grow is counted."""

from __future__ import annotations

from jinja2 import nodes

from nominate.prose.templates.signs import SIGN, at_line, signed

__all__ = ["JOINING", "STEPPING", "marked"]

# No template can spell these names, for they hold a space.
STEPPING = "rounds of a loop"
JOINING = "texts in a row"


def marked(tree: nodes.Template, *, tells_lines: bool) -> nodes.Template:
    """The tree with signs, its loops and joined texts counted; it is changed in place.

    `tells_lines`: what it makes says, for each part, on which line of the template that was written.
    """
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = _asked(STEPPING, loop.iter)
    for node in list(tree.find_all(nodes.Output)):
        node.nodes = [part for each in node.nodes for part in _parts(each, tells_lines=tells_lines)]
    _join(tree)
    return tree


def _asked(name: str, value: nodes.Node) -> nodes.Filter:
    return nodes.Filter(value, name, [], [], None, None, lineno=value.lineno)


def _parts(node: nodes.Expr, *, tells_lines: bool) -> list[nodes.Expr]:
    if isinstance(node, nodes.TemplateData):
        said = signed(node.data)
        return [
            nodes.TemplateData(_with_lines(said, node.lineno) if tells_lines else said, lineno=node.lineno)
        ]
    place = [nodes.TemplateData(at_line(node.lineno), lineno=node.lineno)] if tells_lines else []
    return [*place, node]


def _with_lines(said: str, number: int) -> str:
    told: list[str] = []
    for line in said.split(SIGN["\n"]):
        told.append(f"{at_line(number)}{line}")
        # A line that goes on below with a backslash is one line here, and two in the template.
        number += 1 + line.count("\n")
    return SIGN["\n"].join(told)


def _join(node: nodes.Node) -> None:
    """Have every `~` done by a filter of ours, from the leaves up."""
    for name, value in node.iter_fields():
        if isinstance(value, nodes.Node):
            setattr(node, name, _joined(value))
        elif isinstance(value, list):
            setattr(node, name, [_joined(each) if isinstance(each, nodes.Node) else each for each in value])


def _joined(node: nodes.Node) -> nodes.Node:
    _join(node)
    if isinstance(node, nodes.Concat):
        return _asked(JOINING, nodes.List(node.nodes, lineno=node.lineno))
    return node
