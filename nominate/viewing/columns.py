"""The columns of a view's flat table: what each holds, for which audience, and how its cells are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import Enum

import attrs

from nominate.model.award import KeyDate
from nominate.model.decision import Outcome
from nominate.model.embargo import DateKind, Embargo
from nominate.model.fields import Audience
from nominate.model.money import Money
from nominate.model.nomination import Progress
from nominate.model.when import When
from nominate.viewing.entry import Credit, Entry

__all__ = ["COLUMNS", "Cell", "Column", "ColumnKind", "columns_for"]

Cell = str | int | Decimal | When
"""What a cell of the table may hold; an empty one holds an empty text."""


class ColumnKind(Enum):
    """What sort of value a column holds, so that an exporter can lay it out."""

    TEXT = "text"
    LONG_TEXT = "long text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    LINK = "link"
    CHOICE = "choice"


@attrs.frozen(kw_only=True)
class Column:
    """One column of the table: `field` is the field of the register that it shows, empty where worked out.

    `choices` are all the words that a cell may hold, empty where it may hold any. A column that is
    `editable` shows one field as it stands in the register, so that an edited cell can go back there.

    >>> [column.name for column in COLUMNS[:3]]
    ['id', 'award', 'edition']
    """

    name: str
    title: str
    kind: ColumnKind = ColumnKind.TEXT
    says: str
    field: str = ""
    choices: tuple[str, ...] = ()
    editable: bool = False
    audience: Audience = Audience.PUBLIC


def columns_for(audience: Audience) -> tuple[Column, ...]:
    """The columns that an audience gets, in reading order; one that it may not see is not there at all."""
    is_internal = audience is Audience.INTERNAL
    return tuple(each for each in COLUMNS if is_internal or each.audience is Audience.PUBLIC)


def cell_of(entry: Entry, column: Column) -> Cell:
    """What a column holds for an entry; an empty text where there is nothing."""
    return _MAKERS[column.name](entry)


def _organisations(entry: Entry, *, leads: bool) -> str:
    return _listed(each for each in entry.nominees if each.person is None and each.is_lead is leads)


def _listed(credited: Iterable[Credit]) -> str:
    return "; ".join(each.name for each in credited)


def _date(kind: DateKind) -> Callable[[Entry], Cell]:
    def cell(entry: Entry) -> Cell:
        own = [date for date in entry.edition.dates if date.what is kind and _concerns(date, entry)]
        # The date that is for this entry alone says more than the one for all.
        chosen = next((date for date in own if date.for_ is not None), own[0] if own else None)
        return "" if chosen is None or chosen.when is None else chosen.when

    return cell


def _concerns(date: KeyDate, entry: Entry) -> bool:
    target = date.for_
    return target is None or entry.id == target.nomination or entry.category_id == target.category


def _outcome(entry: Entry) -> Cell:
    if entry.outcome is None:
        return ""
    return f"{entry.outcome.value} (declined)" if entry.history.is_declined else entry.outcome.value


def _prize(entry: Entry) -> Cell:
    prize = entry.category.prize
    if prize is None or not entry.history.has_won:
        return ""
    return prize.kind if prize.amount is None else f"{prize.kind}, {money_text(prize.amount, prize.currency)}"


def money_text(amount: Decimal, currency: str) -> str:
    """An amount with its currency code and thousands parted, exact to the last digit.

    >>> money_text(Decimal("1000"), "GBP")
    'GBP 1,000'
    """
    return f"{currency} {amount:,f}"


def _money(money: Money | None) -> Cell:
    return "" if money is None else money_text(money.amount, money.currency)


def _embargo(entry: Entry) -> Cell:
    embargoes = [each.embargo for each in entry.history.decisions if each.embargo is not None]
    return _until(embargoes[-1]) if embargoes else ""


def _until(embargo: Embargo) -> Cell:
    return embargo.until.value if isinstance(embargo.until, DateKind) else embargo.until


def _tasks(entry: Entry) -> Cell:
    return "\n".join(
        f"{task.what} ({task.due})" if task.due is not None else task.what
        for task in entry.nomination.tasks
        if task.done is None
    )


_OUTCOMES = tuple(each.value for each in Outcome)
_PROGRESS = tuple(each.value for each in Progress)
_INTERNAL = Audience.INTERNAL

_TABLE: tuple[tuple[Column, Callable[[Entry], Cell]], ...] = (
    (Column(name="id", title="ID", says="the nomination's id", field="id"), lambda entry: entry.id),
    (
        Column(name="award", title="Award", says="the award's name at the time of the edition"),
        lambda entry: entry.award.name,
    ),
    (
        Column(name="edition", title="Edition", says="the edition's name", field="edition"),
        lambda entry: entry.edition.name,
    ),
    (
        Column(
            name="category", title="Category", says="the published name of the category", field="category"
        ),
        lambda entry: entry.category.name,
    ),
    (
        Column(name="title", title="Title", says="the title as entered", field="title", editable=True),
        lambda entry: entry.title,
    ),
    (
        Column(name="organisations", title="Organisations", says="who leads, under the name of that day"),
        lambda entry: _organisations(entry, leads=True),
    ),
    (
        Column(name="partners", title="Partners", says="who is credited with another role than lead"),
        lambda entry: _organisations(entry, leads=False),
    ),
    (
        Column(name="people", title="People", says="the persons who are nominated by name"),
        lambda entry: _listed(each for each in entry.nominees if each.person is not None),
    ),
    (
        Column(name="programme", title="Programme", says="the work that is recognised", field="programme"),
        lambda entry: entry.programme.name if entry.programme is not None else "",
    ),
    (
        Column(
            name="progress",
            title="Progress",
            kind=ColumnKind.CHOICE,
            says="how far the team's own work on the entry is",
            field="progress",
            choices=_PROGRESS,
            editable=True,
            audience=_INTERNAL,
        ),
        lambda entry: entry.nomination.progress.value if entry.nomination.progress is not None else "",
    ),
    (
        Column(
            name="outcome",
            title="Outcome",
            kind=ColumnKind.CHOICE,
            says="how the entry stands, empty before the first decision",
            field="decisions",
            choices=(*_OUTCOMES, *(f"{word} (declined)" for word in _OUTCOMES[:8])),
            editable=True,
        ),
        _outcome,
    ),
    (
        Column(name="label", title="Organiser's word", says="what the organiser calls that outcome"),
        lambda entry: entry.decision.label if entry.decision is not None else "",
    ),
    (
        Column(
            name="announced",
            title="Announced",
            kind=ColumnKind.DATE,
            says="when that outcome was or will be told",
        ),
        lambda entry: (entry.decision.announced if entry.decision is not None else None) or "",
    ),
    (
        Column(name="prize", title="Prize", says="what the category's winner receives, for entries that won"),
        _prize,
    ),
    (
        Column(
            name="entry_deadline",
            title="Entry deadline",
            kind=ColumnKind.DATE,
            says="the edition's deadline for entries, or the one for this entry",
        ),
        _date(DateKind.ENTRY_DEADLINE),
    ),
    (
        Column(
            name="shortlist_announced",
            title="Shortlist announced",
            kind=ColumnKind.DATE,
            says="when the edition's shortlist is told",
        ),
        _date(DateKind.SHORTLIST_ANNOUNCED),
    ),
    (
        Column(
            name="ceremony", title="Ceremony", kind=ColumnKind.DATE, says="when the edition's ceremony is"
        ),
        _date(DateKind.CEREMONY),
    ),
    (
        Column(
            name="link",
            title="Link",
            kind=ColumnKind.LINK,
            says="the entry's own page, else the award's",
        ),
        lambda entry: entry.nomination.url or entry.award.url or "",
    ),
    (
        Column(
            name="submitted",
            title="Submitted",
            kind=ColumnKind.DATE,
            says="when the entry was sent in",
            field="submitted",
            editable=True,
            audience=_INTERNAL,
        ),
        lambda entry: entry.nomination.submitted or "",
    ),
    (
        Column(
            name="owner",
            title="Owner",
            says="who looks after the entry",
            field="owner",
            editable=True,
            audience=_INTERNAL,
        ),
        lambda entry: entry.nomination.owner,
    ),
    (
        Column(
            name="embargo",
            title="Embargo",
            kind=ColumnKind.DATE,
            says="until when the latest decision must not be told",
            audience=_INTERNAL,
        ),
        _embargo,
    ),
    (
        Column(
            name="fee",
            title="Fee",
            kind=ColumnKind.MONEY,
            says="what the entry costs",
            field="fee",
            audience=_INTERNAL,
        ),
        lambda entry: _money(entry.nomination.fee),
    ),
    (
        Column(
            name="tasks",
            title="To do",
            kind=ColumnKind.LONG_TEXT,
            says="what is still to be done, a line each, with the day it is due",
            audience=_INTERNAL,
        ),
        _tasks,
    ),
    (
        Column(
            name="notes",
            title="Notes",
            kind=ColumnKind.LONG_TEXT,
            says="the team's own notes",
            field="notes",
            editable=True,
            audience=_INTERNAL,
        ),
        lambda entry: entry.nomination.notes,
    ),
)

COLUMNS: tuple[Column, ...] = tuple(column for column, _ in _TABLE)
"""Every column, in reading order."""

_MAKERS = {column.name: maker for column, maker in _TABLE}
