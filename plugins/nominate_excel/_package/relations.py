"""How the parts of a package refer to one another, and the namespaces that all of them share."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from nominate_excel._cells.text import text_xml

__all__ = ["DECLARATION", "DRAWING", "MAIN", "OFFICE", "Relation", "relations_xml"]

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


@attrs.frozen
class Relation:
    """What a part refers to: another, or an address outside; `kind` is the last word of its type."""

    key: str
    kind: str
    target: str
    is_outside: bool = False


def relations_xml(relations: Iterable[Relation]) -> str:
    """The part that tells what another refers to.

    >>> '/xl/tables/table1.xml' in relations_xml([Relation("table1", "table", "/xl/tables/table1.xml")])
    True
    """
    told = "".join(map(_told, relations))
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}">{told}</Relationships>'


def _told(relation: Relation) -> str:
    mode = ' TargetMode="External"' if relation.is_outside else ""
    kind = relation.kind if ":" in relation.kind else f"{OFFICE}/{relation.kind}"
    return f'<Relationship Id="{relation.key}" Type="{kind}" Target="{text_xml(relation.target)}"{mode}/>'
