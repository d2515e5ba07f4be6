"""The table of awards: a row for each award, under it one for each edition, under that its categories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter

import attrs

from nominate.model.award import Award, CategoryResult, Edition
from nominate.model.fields import Audience
from nominate.viewing.tables.column import Column, ColumnKind, Maker, Shown, Tabled
from nominate.viewing.tables.kept import Kept
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
    """A row of the outline, with the cells that are the same in every view; `of` is what it is made from."""

    of: Award | Edition
    id: str
    record: str
    award: str
    edition: str = ""
    name: str
    result: str = ""
    prize: str = ""
    sponsor: tuple[str, ...] = ()
    declared: str = ""
    about: str = ""
    url: str = ""
    notes: str = ""


_KEPT: Kept[tuple[_Row, ...]] = Kept()


def _rows(shown: Shown) -> Sequence[_Row]:
    return tuple(row for award in shown.awards for row in _outline(award))


def _outline(award: Award) -> Iterator[_Row]:
    yield _Row(
        of=award,
        id=award.id,
        record="award",
        award=award.name,
        name=award.name,
        about=award.about,
        url=award.url or "",
        notes=award.notes,
    )
    for edition in award.editions:
        key = (id(edition), award.id, award.name)
        yield from _KEPT.get(key) or _KEPT.keep(key, tuple(_of_edition(edition, award)))


def _of_edition(edition: Edition, award: Award) -> Iterator[_Row]:
    place = f"{award.id}/{edition.id}"
    yield _Row(
        of=edition,
        id=place,
        record="edition",
        award=award.name,
        edition=edition.name,
        name=edition.name,
        declared=_declared(edition.declared),
        about=edition.about,
        notes=edition.notes,
    )
    for category in edition.categories:
        yield _Row(
            of=edition,
            id=f"{place}/{category.id}",
            record="category",
            award=award.name,
            edition=edition.name,
            name=category.name,
            result=_result(category.result, edition),
            prize=prize_text(category.prize),
            sponsor=category.sponsor,
            declared=_declared(category.declared),
            about=category.about,
            url=category.url or "",
            notes=category.notes,
        )


_SETTLED: Mapping[str, Maker] = {column.name: attrgetter(column.name) for column in _COLUMNS}


def _makers(shown: Shown) -> Mapping[str, Maker]:
    entered, won = shown.tally.entered, shown.tally.won
    return {
        **_SETTLED,
        # Most are nought, which a Counter takes longer to say than a dictionary.
        "nominations": lambda row: entered.get(row.id, 0),
        "wins": lambda row: won.get(row.id, 0),
        "sponsor": partial(_sponsors, shown=shown),
    }


def _result(result: CategoryResult | None, edition: Edition) -> str:
    if result is None:
        return ""
    into = next((each.name for each in edition.categories if each.id == result.into), result.into)
    return f"{result.is_.value} into {into}" if into else result.is_.value


def _sponsors(row: _Row, *, shown: Shown) -> str:
    if not row.sponsor:
        return ""
    found = ((name, shown.organisation(name)) for name in row.sponsor)
    return listed(name if one is None else short_name(one) for name, one in found)


def _declared(declared: Mapping[str, int]) -> str:
    return listed(f"{name}: {number}" for name, number in declared.items())


AWARDS = Tabled(_COLUMNS, _rows, _makers)
"""A row for each award, edition and category of the view, as an outline."""
