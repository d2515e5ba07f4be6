"""The sheet of organisations: who is named, what each is, and what it achieved in this view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from nominate import Membership, Organisation, Outcome, View
from nominate_excel._dates import in_words
from nominate_excel._parts import Cell, Line, Link, Look, Sheet, SheetColumn, Table

__all__ = ["organisations"]

_NAME = "Organisations"
_SAYS = "every organisation that is named, those with the most nominations first"
_COLUMNS = (
    SheetColumn(title="ID", width=26, says="the organisation's id"),
    SheetColumn(title="Organisation", width=44, says="its name today"),
    SheetColumn(title="Abbreviation", width=16, says="its abbreviation"),
    SheetColumn(title="Kind", width=20, says="what kind of organisation it is"),
    SheetColumn(title="Part of", width=32, says="the organisation that it counts with"),
    SheetColumn(title="Member of", width=36, says="the networks that it belongs to, since and until when"),
    SheetColumn(
        title="Nominations",
        width=15,
        look=Look.COUNT,
        says="entries with it or a team of it among the nominees, in any role",
    ),
    SheetColumn(
        title="Shortlisted",
        width=15,
        look=Look.COUNT,
        says="those of them that were shortlisted or got further",
    ),
    SheetColumn(title="Wins", width=10, look=Look.COUNT, says="those of them that won; declined counts"),
    SheetColumn(title="Website", width=30, look=Look.LINK, says="its own pages"),
)


def organisations(view: View) -> Sheet:
    """The sheet with a row for each organisation of the view, or one that says that there is none."""
    if not view.organisations:
        return Sheet(name=_NAME, says=_SAYS, blocks=(Line(text="No organisation is named."),))
    table = Table(name=_NAME, columns=_COLUMNS, rows=tuple(_rows(view)), height=len(view.organisations))
    return Sheet(name=_NAME, says=_SAYS, blocks=(table,), frozen="B2")


def _rows(view: View) -> Iterator[tuple[Cell, ...]]:
    entered, shortlisted, won = _counts(view)
    for each in sorted(view.organisations, key=lambda one: (-entered[one.id], one.name.casefold())):
        kind = view.kind(each.kind)
        yield (
            each.id,
            each.name,
            each.abbreviation,
            kind.one if kind is not None else each.kind,
            _name(view, each.part_of) if each.part_of else "",
            "; ".join(_membership(view, member) for member in each.member_of),
            entered[each.id],
            shortlisted[each.id],
            won[each.id],
            Link(each.url, _short(each)) if each.url else "",
        )


def _counts(view: View) -> tuple[Counter[str], Counter[str], Counter[str]]:
    entered: Counter[str] = Counter()
    shortlisted: Counter[str] = Counter()
    won: Counter[str] = Counter()
    for entry in view.entries:
        named = {*entry.leads, *entry.partners}
        entered.update(named)
        if entry.history.reached(Outcome.SHORTLISTED):
            shortlisted.update(named)
        if entry.history.has_won:
            won.update(named)
    return entered, shortlisted, won


def _membership(view: View, member: Membership) -> str:
    since = f"since {in_words(member.since, view.zone)}" if member.since else ""
    until = f"until {in_words(member.until, view.zone)}" if member.until else ""
    span = " ".join(part for part in (since, until) if part)
    name = _name(view, member.organisation)
    return f"{name} ({span})" if span else name


def _name(view: View, organisation_id: str) -> str:
    organisation = view.organisation(organisation_id)
    return _short(organisation) if organisation is not None else organisation_id


def _short(organisation: Organisation) -> str:
    return organisation.short_name or organisation.name
