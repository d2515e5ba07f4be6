"""The references that are one table each: problem codes, counting rules, columns."""

from __future__ import annotations

from itertools import groupby

from nominate import RULES
from nominate.codes import CODES
from nominate.viewing.columns import COLUMNS

from generating.markdown import code, page, table

__all__ = ["columns", "problem_codes", "rules"]

_FAMILIES = {
    "1": "Reading files",
    "2": "Types and fields",
    "3": "Ids and references",
    "4": "Dates, decisions and embargoes",
    "5": "Counts, quotes and images",
    "6": "Plugins and what exporters write",
}

_CODES = """\
`nominate check` tells every problem with its file, line, column and path, with what is wrong and what would do.
Each kind of problem has a code that never changes, so that a script or an editor can tell them apart: `nominate check --json` gives it.
A code that begins with E is an error: nothing can be made of the register until it is mended.
One that begins with W is a warning: it says what is worth another look."""

_RULES = """\
Every total in every output is counted by one of these rules, and by nothing else.
A view gives them by name: `view.totals["wins"]`.

A team counts as the organisation that it is part of.
Each winner of a tie has one win.
A prize that was declined still counts as won; a win that was revoked does not, unless it was given back.
What the audience may not know is not in the view, so it is not counted either."""

_COLUMNS = """\
The flat table of a view has one row for each nomination.
`view.table()` yields the header and the rows; `view.table(["id", "title"])` chooses and orders the columns; `view.columns` describes them.
A column for the team alone is not there at all for the public and the press.

"Field" is the field of the register that a column shows; it is empty where the cell is worked out from several.
An editable column shows one field as it stands, so that an edited cell can go back into the register."""


def problem_codes() -> str:
    """Every problem code with its meaning, by family."""
    sections = []
    for family, codes in groupby(sorted(CODES, key=lambda each: each[1:]), key=lambda each: each[1]):
        rows = [(code(each), CODES[each]) for each in codes]
        sections.append(f"## {family}xx: {_FAMILIES[family]}\n\n{table(('code', 'meaning'), rows)}")
    return page("Problem codes", _CODES, *sections)


def rules() -> str:
    """Every counting rule, in the order of totals."""
    rows = [(code(rule.name), rule.title, rule.says) for rule in RULES]
    return page("Counting rules", _RULES, table(("rule", "title", "counts"), rows))


def columns() -> str:
    """Every column of a view's table, in reading order."""
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
        for column in COLUMNS
    ]
    header = ("column", "title", "kind", "audience", "field", "editable", "holds")
    return page("Table columns", _COLUMNS, table(header, rows))
