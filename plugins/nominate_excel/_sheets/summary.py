"""The first sheet: the figures with their counting rules, and how the nominations stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping

from nominate import RULES, Outcome, View
from nominate_excel._parts import (
    Block,
    Cell,
    Chart,
    Formula,
    Line,
    Look,
    Picture,
    Sheet,
    SheetColumn,
    height,
    small_table,
)
from nominate_excel._sheets.data import NOMINATIONS
from nominate_excel._sheets.front import Front

__all__ = ["summary"]

_FIGURES, _OUTCOMES, _EDITIONS = "Figures", "Outcome_counts", "Edition_counts"
_UNDECIDED = "no outcome yet"
_OTHER = "any other outcome"
_MOST_EDITIONS = 12
# What COUNTIFS would read as a pattern or a comparison, and the longest text that it compares
# (support.microsoft.com, "COUNTIFS function", read 2026-11).
_PATTERNS, _COMPARISONS, _LONGEST_COMPARED = frozenset("*?~"), ("=", "<", ">"), 255
_LEAST_CHART, _CHART_GAP = 10, 1

_FIGURE_COLUMNS = (
    SheetColumn(title="Counted", width=30, says="the name of the counting rule"),
    SheetColumn(
        title="Figure", width=14, look=Look.COUNT, says="the total; What it counts says if Excel keeps it"
    ),
    SheetColumn(title="What it counts", width=88, says="the counting rule in words"),
)
_OUTCOME_COLUMNS = (
    SheetColumn(title="Outcome", width=30, says="how a nomination stands"),
    SheetColumn(
        title="Nominations",
        width=14,
        look=Look.COUNT,
        says=f"how many stand so; worked out again when the sheet {NOMINATIONS} changes",
    ),
)
_EDITION_COLUMNS = (
    SheetColumn(title="Edition", width=30, says="the editions with the most nominations"),
    SheetColumn(
        title="Nominations",
        width=14,
        look=Look.COUNT,
        says=f"how many are entered there; worked out again when the sheet {NOMINATIONS} changes",
    ),
)


def summary(view: View, front: Front, *, shown: Container[str], logo: Picture | None) -> Sheet:
    """The sheet; its counts are formulas over the nominations where those show the column they count."""
    outcomes, editions = _outcomes(view), _editions(view)
    top: tuple[Block, ...] = (
        Line(text=front.title, look=Look.TITLE),
        *(Line(text=text, look=Look.NOTE) for text in front.notes),
        small_table(_FIGURES, _FIGURE_COLUMNS, _figures(view, shown)),
        Line(text="How the nominations stand", look=Look.HEADING),
    )
    first = height(top) + 2
    rows = _outcome_rows(outcomes, first) if "outcome" in shown else tuple(outcomes.items())
    middle: tuple[Block, ...] = (
        *top,
        small_table(_OUTCOMES, _OUTCOME_COLUMNS, rows),
        Line(text="The editions with the most nominations", look=Look.HEADING),
    )
    chart = _chart(_OUTCOMES, outcomes, what="outcome", top=first - 1)
    after = height(middle) + 2
    counted = _edition_rows(editions, after) if "edition" in shown else tuple(editions.items())
    below = max(after - 1, first + chart.rows + _CHART_GAP)
    return Sheet(
        name="Summary",
        says="the figures, how the nominations stand, and charts of that",
        blocks=(*middle, small_table(_EDITIONS, _EDITION_COLUMNS, counted)),
        charts=(chart, _chart(_EDITIONS, editions, what="edition", top=below)),
        picture=logo,
    )


def _figures(view: View, shown: Container[str]) -> Iterable[tuple[Cell, ...]]:
    """Each total; those that Excel can count in the sheet are formulas, and say so."""
    live = {"nominations": f"ROWS({NOMINATIONS}[ID])"}
    declined = sum(1 for entry in view.entries if entry.outcome is Outcome.WON)
    if "outcome" in shown and declined == view.totals["wins"]:
        live["wins"] = f'COUNTIFS({NOMINATIONS}[Outcome],"{Outcome.WON.value}*")'
    for rule in RULES:
        total = view.totals[rule.name]
        if rule.name in live:
            yield rule.title, Formula(live[rule.name], total), f"{rule.says}; kept up to date by Excel"
        else:
            yield rule.title, total, rule.says


def _outcomes(view: View) -> dict[str, int]:
    """How many entries stand at each outcome that there is, the lowest rung first, the undecided last."""
    found = Counter(entry.outcome for entry in view.entries)
    named = {outcome.value: found[outcome] for outcome in Outcome if found[outcome]}
    return {**named, _UNDECIDED: found[None]} if found[None] else named


def _editions(view: View) -> dict[str, int]:
    """How many entries the editions with the most of them hold, in the order of the view."""
    found = Counter(entry.edition.name for entry in view.entries)
    most = {name for name, _ in found.most_common(_MOST_EDITIONS)}
    return {name: number for name, number in found.items() if name in most}


def _outcome_rows(counts: Mapping[str, int], first: int) -> tuple[tuple[Cell, ...], ...]:
    column = f"{NOMINATIONS}[Outcome]"
    rows: list[tuple[Cell, ...]] = []
    for row, (outcome, number) in enumerate(counts.items(), first):
        # The star takes "won (declined)" in: a prize that was declined still counts.
        own = f'COUNTIFS({column},A{row}&"*")' if outcome != _UNDECIDED else f"COUNTBLANK({column})"
        rows.append((outcome, Formula(own, number)))
    others = f"ROWS({column})-SUM(B{first}:B{first + len(rows) - 1})"
    return (*rows, (_OTHER, Formula(others, 0)))


def _edition_rows(counts: Mapping[str, int], first: int) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        (name, Formula(f"COUNTIFS({NOMINATIONS}[Edition],A{row})", number) if _is_plain(name) else number)
        for row, (name, number) in enumerate(counts.items(), first)
    )


def _is_plain(name: str) -> bool:
    is_compared = _PATTERNS.isdisjoint(name) and not name.startswith(_COMPARISONS)
    return is_compared and len(name) <= _LONGEST_COMPARED


def _chart(table: str, counts: Mapping[str, int], *, what: str, top: int) -> Chart:
    told = ", ".join(f"{name} {number}" for name, number in counts.items())
    return Chart(
        table=table,
        bars=tuple(counts.items()),
        title=f"Nominations by {what}",
        axis=what.capitalize(),
        measure="Nominations",
        says=f"Bar chart of the nominations by {what}: {told}.",
        column=3,
        row=top,
        rows=max(_LEAST_CHART, len(counts) + 6),
    )
