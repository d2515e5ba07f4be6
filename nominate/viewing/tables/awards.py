"""The table of awards: a row for each award, under it one for each edition, under that its categories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import attrs

from nominate.model.award import Award, AwardCategory, CategoryResult, Edition
from nominate.model.fields import Audience
from nominate.viewing.tables.column import Column, ColumnKind, Maker, Shown, Tabled
from nominate.viewing.tables.wording import listed, prize_text, short_name

__all__ = ["AWARDS"]

_KINDS = ("award", "edition", "category")

_COLUMNS = (
    Column(
        name="id",
        title="ID",
        says="the id: award, award/edition, or award/edition/category",
        field="id",
    ),
    Column(
        name="record",
        title="What",
        kind=ColumnKind.CHOICE,
        says="what the row is about: an award, an edition of it, or a category of that edition",
        choices=_KINDS,
    ),
    Column(name="award", title="Award", says="the award's name at the time"),
    Column(name="edition", title="Edition", says="the edition's name, for editions and categories"),
    Column(name="name", title="Name", says="the row's own name as published", field="name", editable=True),
    Column(
        name="nominations", title="Nominations", kind=ColumnKind.NUMBER, says="entries there in this view"
    ),
    Column(name="wins", title="Wins", kind=ColumnKind.NUMBER, says="those of them that won; declined counts"),
    Column(
        name="result",
        title="Result",
        says="that a category was cancelled, merged or not awarded",
        field="result",
    ),
    Column(name="prize", title="Prize", says="what winning a category brings", field="prize"),
    Column(name="sponsor", title="Sponsor", says="who sponsors a category", field="sponsor"),
    Column(
        name="declared",
        title="Declared",
        says="the organiser's own totals, as in entries: 40",
        field="declared",
    ),
    Column(
        name="about",
        title="About",
        kind=ColumnKind.LONG_TEXT,
        says="what it is for",
        field="about",
        editable=True,
    ),
    Column(
        name="url",
        title="Link",
        kind=ColumnKind.LINK,
        says="the page of an award or a category",
        field="url",
        editable=True,
    ),
    Column(
        name="notes",
        title="Notes",
        kind=ColumnKind.LONG_TEXT,
        says="the team's own notes",
        field="notes",
        editable=True,
        audience=Audience.INTERNAL,
    ),
)


@attrs.frozen(kw_only=True)
class _Row:
    """A record of the outline, with those that it belongs to."""

    id: str
    award: Award
    edition: Edition | None = None
    category: AwardCategory | None = None

    @property
    def own(self) -> Award | Edition | AwardCategory:
        """The record that the row is about."""
        return self.category or self.edition or self.award


def _rows(shown: Shown) -> Sequence[_Row]:
    return tuple(row for award in shown.awards for row in _outline(award))


def _outline(award: Award) -> Iterator[_Row]:
    yield _Row(id=award.id, award=award)
    for edition in award.editions:
        place = f"{award.id}/{edition.id}"
        yield _Row(id=place, award=award, edition=edition)
        for category in edition.categories:
            yield _Row(id=f"{place}/{category.id}", award=award, edition=edition, category=category)


def _makers(shown: Shown) -> Mapping[str, Maker]:
    return {
        "id": lambda row: row.id,
        "record": lambda row: _KINDS[row.id.count("/")],
        "award": lambda row: row.award.name,
        "edition": lambda row: row.edition.name if row.edition is not None else "",
        "name": lambda row: row.own.name,
        "nominations": lambda row: shown.tally.entered[row.id],
        "wins": lambda row: shown.tally.won[row.id],
        "result": lambda row: _result(row.category.result, row.edition) if row.category else "",
        "prize": lambda row: prize_text(row.category.prize) if row.category else "",
        "sponsor": partial(_sponsors, shown=shown),
        "declared": _declared,
        "about": lambda row: row.own.about,
        "url": lambda row: getattr(row.own, "url", None) or "",
        "notes": lambda row: row.own.notes,
    }


def _result(result: CategoryResult | None, edition: Edition) -> str:
    if result is None:
        return ""
    into = next((each.name for each in edition.categories if each.id == result.into), result.into)
    return f"{result.is_.value} into {into}" if into else result.is_.value


def _sponsors(row: _Row, *, shown: Shown) -> str:
    if row.category is None:
        return ""
    found = ((name, shown.organisation(name)) for name in row.category.sponsor)
    return listed(name if one is None else short_name(one) for name, one in found)


def _declared(row: _Row) -> str:
    declared = getattr(row.own, "declared", {})
    return listed(f"{name}: {number}" for name, number in declared.items())


AWARDS = Tabled(_COLUMNS, _rows, _makers)
"""A row for each award, edition and category of the view, as an outline."""
