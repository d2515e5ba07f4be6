"""The first sheet: the figures with their counting rules, and how the nominations stand."""

from __future__ import annotations

from collections import Counter

from nominate import RULES, Outcome, View
from nominate_excel._front import Front
from nominate_excel._nominations import NAME as NOMINATIONS
from nominate_excel._parts import Block, Cell, Chart, Formula, Line, Look, Sheet, SheetColumn, Table, height

__all__ = ["summary"]

_FIGURES = "Figures"
_OUTCOMES = "Outcome_counts"
_UNDECIDED = "no outcome yet"
_OTHER = "any other outcome"
_FIGURE_COLUMNS = (
    SheetColumn(title="Counted", width=28, says="the name of the counting rule"),
    SheetColumn(title="Figure", width=14, look=Look.COUNT, says="the total when this file was made"),
    SheetColumn(title="What it counts", width=88, says="the counting rule in words"),
)
_OUTCOME_COLUMNS = (
    SheetColumn(title="Outcome", width=28, says="how a nomination stands"),
    SheetColumn(
        title="Nominations",
        width=14,
        look=Look.COUNT,
        says=f"how many stand so; worked out again when the sheet {NOMINATIONS} changes",
    ),
)


def summary(view: View, front: Front, *, has_outcomes: bool) -> Sheet:
    """The sheet; its counts by outcome are formulas over the nominations where those show their outcome."""
    counts = _counts(view)
    top = (
        Line(text=front.title, look=Look.TITLE),
        *(Line(text=text, look=Look.NOTE) for text in front.notes),
    )
    figures = Table(
        name=_FIGURES,
        columns=_FIGURE_COLUMNS,
        rows=tuple((rule.title, view.totals[rule.name], rule.says) for rule in RULES),
        height=len(RULES),
        has_filter=False,
    )
    heading = Line(text="How the nominations stand", look=Look.HEADING)
    before: tuple[Block, ...] = (*top, figures, heading)
    first = height(before) + 2
    rows = _outcome_rows(counts, first) if has_outcomes else tuple(counts.items())
    outcomes = Table(name=_OUTCOMES, columns=_OUTCOME_COLUMNS, rows=rows, height=len(rows), has_filter=False)
    return Sheet(
        name="Summary",
        says="the figures, how the nominations stand, and a chart of that",
        blocks=(*before, outcomes),
        chart=_chart(tuple(counts.items()), anchor=f"C{first - 1}"),
    )


def _counts(view: View) -> dict[str, int]:
    """How many entries stand at each outcome that there is, the lowest rung first, the undecided last."""
    found = Counter(entry.outcome for entry in view.entries)
    named = {outcome.value: found[outcome] for outcome in Outcome if found[outcome]}
    return {**named, _UNDECIDED: found[None]} if found[None] else named


def _outcome_rows(counts: dict[str, int], first: int) -> tuple[tuple[Cell, ...], ...]:
    column = f"{NOMINATIONS}[Outcome]"
    rows: list[tuple[Cell, ...]] = []
    for row, (outcome, number) in enumerate(counts.items(), first):
        # The star takes "won (declined)" in: a prize that was declined still counts.
        own = f'COUNTIFS({column},A{row}&"*")' if outcome != _UNDECIDED else f"COUNTBLANK({column})"
        rows.append((outcome, Formula(own, number)))
    others = f"ROWS({column})-SUM(B{first}:B{first + len(rows) - 1})"
    return (*rows, (_OTHER, Formula(others, 0)))


def _chart(bars: tuple[tuple[str, int], ...], *, anchor: str) -> Chart:
    told = ", ".join(f"{name} {number}" for name, number in bars)
    return Chart(
        table=_OUTCOMES,
        bars=bars,
        title="Nominations by outcome",
        axis="Outcome",
        measure="Nominations",
        says=f"Bar chart of the nominations by outcome: {told}.",
        anchor=anchor,
    )
