"""Laws of the merge, tried on random edits of both sides against a model of one cell."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up.sent_trackers import NOW, edited, intake_of, with_row, with_sheet

import nominate
from nominate import Change, Merge, Nomination, Proposal, RecordKind, Register, When
from nominate.importing.intake import IntakeValue

TABLE = "nominations"
AS_OF = "2026-11-22"
FIELDS = {
    "title": "title",
    "owner": "owner",
    "notes": "notes",
    "summary": "summary",
    "submitted": "submitted",
}
PUBLIC = ("title", "summary")

Place = tuple[str, str]
"""The id of a nomination, and a field of it."""

_TEXTS = st.sampled_from(["Alpha", "Beta", "Gamma", "Tŷ Gŵyr", "=1+1", "12", "yes", "a\nb", "2026-01-01"])
_DATES = st.sampled_from(
    [When(2026), When(2026, 2), When(2026, 2, 20), When(2025, 12, 31), When(2026, 2, 20, 9, 30)]
)


@st.composite
def registers(draw: st.DrawFn, base: Register) -> Register:
    """The register with some entries more, each filled in at random."""
    entry = base.nomination("boat")
    added = [
        attrs.evolve(
            entry,
            id=f"entry-{number}",
            title=draw(st.sampled_from(["One", "Two", "Three"])),
            owner=draw(st.sampled_from(["", "Ann", "Ben"])),
            summary=draw(st.sampled_from(["", "Short.", "Long.\n\nLonger."])),
        )
        for number in range(draw(st.integers(2, 6)))
    ]
    return base.apply([Change(kind=RecordKind.NOMINATION, record=each.id, after=each) for each in added])


@st.composite
def edits(draw: st.DrawFn, register: Register, fields: tuple[str, ...]) -> dict[Place, IntakeValue]:
    """New values for some fields of some nominations; None where one is emptied."""
    ids = [each.id for each in register.nominations]
    places = draw(st.sets(st.tuples(st.sampled_from(ids), st.sampled_from(fields)), max_size=8))
    return {place: draw(_value(place[1])) for place in sorted(places)}


def _value(field: str) -> st.SearchStrategy[IntakeValue]:
    if field == "title":
        return _TEXTS.filter(lambda text: "\n" not in text)
    if field == "owner":
        return st.none() | _TEXTS.filter(lambda text: "\n" not in text)
    return st.none() | (_DATES if field == "submitted" else _TEXTS)


def usual(field: str) -> object:
    return next(each.default for each in attrs.fields(Nomination) if each.name == field)


def held(register: Register, place: Place) -> object:
    return getattr(register.nomination(place[0]), place[1])


def written(register: Register, values: Mapping[Place, IntakeValue]) -> Register:
    """The register as somebody edited it in its own files."""
    return register.apply(
        [
            Change(
                kind=RecordKind.NOMINATION,
                record=name,
                field=field,
                before=None
                if held(register, (name, field)) == usual(field)
                else held(register, (name, field)),
                after=value,
            )
            for (name, field), value in values.items()
        ]
    )


def stored(place: Place, value: object) -> object:
    return usual(place[1]) if value is None else value


def proposals(merge: Merge) -> dict[Place, Proposal]:
    """What is not in conflict, with what is asked because it is so many."""
    offered = (*merge.changes, *(each for question in merge.questions for each in question.proposals))
    return {(each.record, each.changes[0].field): each for each in offered}


@settings(max_examples=60)
@given(st.data())
def test_every_edit_is_taken_shown_as_a_conflict_or_already_so(
    register: Register, data: st.DataObject
) -> None:
    base = data.draw(registers(register))
    audience = data.draw(st.sampled_from(["internal", "public"]))
    fields = tuple(FIELDS) if audience == "internal" else PUBLIC
    view = nominate.view(base, as_of=AS_OF, audience=audience)
    shown = {entry.id for entry in view.entries}
    mine = data.draw(edits(base, tuple(FIELDS)))
    theirs = {place: value for place, value in data.draw(edits(base, fields)).items() if place[0] in shown}
    now = written(base, mine)
    intake = edited(
        intake_of(view), *((TABLE, name, field, value) for (name, field), value in theirs.items())
    )
    merge = nominate.merge(intake, now, known=NOW)

    real = {place: stored(place, value) for place, value in theirs.items()}
    edited_ = {
        place: value
        for place, value in real.items()
        if value != held(base, place) and value != held(now, place)
    }
    clashing = {place for place in edited_ if held(now, place) != held(base, place)}
    assert proposals(merge).keys() == edited_.keys() - clashing
    assert {(each.record, each.changes[0].field) for each in merge.conflicts} == clashing
    assert not merge.problems

    whole = now.apply(merge.accepted("all"))
    for place, value in edited_.items():
        assert held(whole, place) == value
    untouched = {(name.id, field) for name in now.nominations for field in FIELDS} - edited_.keys()
    assert all(held(whole, place) == held(now, place) for place in untouched)
    assert nominate.merge(intake, whole, known=NOW).is_empty


@settings(max_examples=40)
@given(st.data())
def test_no_record_goes_that_the_file_did_not_hold(register: Register, data: st.DataObject) -> None:
    base = data.draw(registers(register))
    audience = data.draw(st.sampled_from(["internal", "press", "public"]))
    view = nominate.view(base, as_of=AS_OF, audience=audience)
    ids = [entry.id for entry in view.entries]
    gone = set(data.draw(st.lists(st.sampled_from(ids), max_size=3, unique=True)))
    later = base.apply(
        [
            Change(
                kind=RecordKind.NOMINATION,
                record="later",
                after=attrs.evolve(base.nomination("boat"), id="later", title="Later"),
            )
        ]
    )
    intake = with_sheet(
        intake_of(view),
        TABLE,
        lambda sheet: attrs.evolve(sheet, rows=tuple(row for row in sheet.rows if row.values[0] not in gone)),
    )
    merge = nominate.merge(intake, later, known=NOW)
    assert not merge.changes
    assert not merge.conflicts
    assert {each.record for question in merge.questions for each in question.proposals} == gone
    left = {each.id for each in later.apply(merge.accepted("all")).nominations}
    assert left == {each.id for each in later.nominations} - gone


@settings(max_examples=40)
@given(st.data())
def test_the_order_of_rows_and_columns_says_nothing(register: Register, data: st.DataObject) -> None:
    base = data.draw(registers(register))
    theirs = data.draw(edits(base, tuple(FIELDS)))
    intake = edited(
        intake_of(nominate.view(base, as_of=AS_OF, audience="internal")),
        *((TABLE, name, field, value) for (name, field), value in theirs.items()),
    )
    columns = data.draw(st.permutations(range(len(intake.sheets[0].columns))))
    rows = data.draw(st.permutations(intake.sheets[0].rows))

    def shuffled(sheet: nominate.IntakeSheet) -> nominate.IntakeSheet:
        return attrs.evolve(
            sheet,
            columns=tuple(sheet.columns[place] for place in columns),
            rows=tuple(
                attrs.evolve(row, values=tuple(row.values[place] for place in columns)) for row in rows
            ),
        )

    plain = proposals(nominate.merge(intake, base, known=NOW))
    mixed = proposals(nominate.merge(with_sheet(intake, TABLE, shuffled), base, known=NOW))
    assert {place: each.changes[0].after for place, each in plain.items()} == {
        place: each.changes[0].after for place, each in mixed.items()
    }


@attrs.frozen(kw_only=True)
class Side:
    """What one of the two did: cells written, records taken out, and the titles of new ones."""

    values: Mapping[Place, IntakeValue]
    gone: frozenset[str]
    new: tuple[str, ...]


@st.composite
def sides(draw: st.DrawFn, base: Register, fields: tuple[str, ...], word: str) -> Side:
    ids = [each.id for each in base.nominations]
    gone = draw(st.sets(st.sampled_from(ids), max_size=3))
    values = draw(edits(base, fields))
    return Side(
        values={place: value for place, value in values.items() if place[0] not in gone},
        gone=frozenset(gone),
        new=tuple(f"{word} {number}" for number in range(draw(st.integers(0, 2)))),
    )


def rewritten(base: Register, side: Side) -> Register:
    """The register as one side left it."""
    model = base.nomination("boat")
    removed = [
        Change(kind=RecordKind.NOMINATION, record=name, before=base.nomination(name)) for name in side.gone
    ]
    added = [
        Change(
            kind=RecordKind.NOMINATION,
            record=title.lower().replace(" ", "-"),
            after=attrs.evolve(model, id=title.lower().replace(" ", "-"), title=title),
        )
        for title in side.new
    ]
    return written(base, side.values).apply([*removed, *added])


def resent(intake: nominate.Intake, side: Side) -> nominate.Intake:
    """The file as the other side sent it back; a new row has no id."""
    cells = edited(intake, *((TABLE, name, field, value) for (name, field), value in side.values.items()))
    cells = with_sheet(
        cells,
        TABLE,
        lambda sheet: attrs.evolve(
            sheet, rows=tuple(row for row in sheet.rows if row.values[0] not in side.gone)
        ),
    )
    for title in side.new:
        cells = with_row(
            cells, TABLE, title=title, organisations="Quay Digital", edition="tide/2026", category="ward"
        )
    return cells


@settings(max_examples=80)
@given(st.data())
def test_of_two_sides_that_write_add_and_remove_nothing_is_lost_and_every_clash_is_shown(
    register: Register, data: st.DataObject
) -> None:
    base = data.draw(registers(register))
    mine = data.draw(sides(base, tuple(FIELDS), "Mine"))
    theirs = data.draw(sides(base, tuple(FIELDS), "Theirs"))
    now = rewritten(base, mine)
    intake = resent(intake_of(nominate.view(base, as_of=AS_OF, audience="internal")), theirs)
    merge = nominate.merge(intake, now, known=NOW)

    wanted = {
        place: stored(place, value)
        for place, value in theirs.values.items()
        if stored(place, value) != held(base, place)
    }
    # What was emptied is gone with its record; what was written into one that is gone has to be told.
    orphans = {name for (name, field), value in wanted.items() if name in mine.gone and value != usual(field)}
    open_ = {
        place: value
        for place, value in wanted.items()
        if place[0] not in mine.gone and value != held(now, place)
    }
    clashing = {place for place in open_ if held(now, place) != held(base, place)}
    offered = (*merge.changes, *(each for question in merge.questions for each in question.proposals))
    cells = {(each.record, each.changes[0].field) for each in offered if each.column}
    assert cells == open_.keys() - clashing
    assert {(each.record, each.changes[0].field) for each in merge.conflicts} == clashing
    assert {each.record for each in offered if not each.column and not each.theirs} == theirs.gone - mine.gone
    assert [each.code for each in merge.problems] == ["E701"] * len(orphans)

    safe = now.apply(merge.accepted("safe"))
    taken = {(change.record, change.field) for change in merge.accepted("safe")}
    kept = [each.id for each in now.nominations]
    assert {name for name in kept if name not in {each.id for each in safe.nominations}} == set()
    for name in kept:
        for field in FIELDS:
            place = (name, field)
            assert held(safe, place) == (open_[place] if place in taken else held(now, place))

    whole = now.apply(merge.accepted("all"))
    titles = [each.title for each in whole.nominations]
    assert all(titles.count(title) == 1 for title in (*mine.new, *theirs.new))
    assert {each.id for each in now.nominations} - {each.id for each in whole.nominations} == (
        theirs.gone - mine.gone
    )
    assert all(held(whole, place) == value for place, value in open_.items())

    again = nominate.merge(intake, whole, known=NOW)
    assert (again.changes, again.conflicts) == ((), ())
