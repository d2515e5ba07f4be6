"""The references that are one table each: problem codes, counting rules, columns."""

from __future__ import annotations

from itertools import groupby

from generating.markdown import code, opening, page, table
from nominate import RULES
from nominate.codes import CODES
from nominate.viewing.columns import TABLES
from nominate.viewing.tables.column import Tabled

__all__ = ["columns", "problem_codes", "rules"]

_FAMILIES = {
    "1": "Reading files",
    "2": "Types and fields",
    "3": "Ids and references",
    "4": "Dates, decisions and embargoes",
    "5": "Counts, quotes and images",
    "6": "Plugins and what exporters write",
    "7": "Changes and imports",
}


def problem_codes() -> str:
    """Every problem code with its meaning, by family."""
    sections = []
    for family, codes in groupby(sorted(CODES, key=lambda each: each[1:]), key=lambda each: each[1]):
        rows = [(code(each), CODES[each]) for each in codes]
        sections.append(f"## {family}xx: {_FAMILIES[family]}\n\n{table(('code', 'meaning'), rows)}")
    return page(opening("problem-codes"), *sections)


def rules() -> str:
    """Every counting rule, in the order of totals."""
    rows = [(code(rule.name), rule.title, rule.says) for rule in RULES]
    return page(opening("counting-rules"), table(("rule", "title", "counts"), rows))


def columns() -> str:
    """Every column of a view's tables, in reading order."""
    parts = (f"## `{name}`\n\n{_columns(tabled)}" for name, tabled in TABLES.items())
    return page(opening("table-columns"), *parts)


def _columns(tabled: Tabled) -> str:
    rows = [
        (
            code(column.name),
            column.title,
            column.kind.value,
            column.audience.value,
            code(column.field),
            "yes" if column.editable else "no",
            column.says,
        )
        for column in tabled.columns
    ]
    return table(("column", "title", "kind", "audience", "field", "editable", "holds"), rows)
