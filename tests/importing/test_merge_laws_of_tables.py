"""Laws of the merge on the sheets beside the nominations, tried on random edits of both sides."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up.sent_trackers import NOW, edited

import nominate
from nominate import Change, Intake, RecordKind, Register

FIELDS = ("short_name", "abbreviation", "url", "notes")

Place = tuple[str, str]
"""The id of an organisation, and a field of it."""


@st.composite
def edits(draw: st.DrawFn) -> dict[Place, str | None]:
    """New values for some fields of some organisations; None where one is emptied."""
    names = st.sampled_from(["network", "harbour", "hill", "quay"])
    places = draw(st.sets(st.tuples(names, st.sampled_from(FIELDS)), max_size=6))
    return {place: draw(_value(place)) for place in sorted(places)}


def _value(place: Place) -> st.SearchStrategy[str | None]:
    name, field = place
    words = st.sampled_from(["Alpha", "Beta", "Tŷ Gŵyr", "007"])
    if field == "url":
        return st.none() | words.map(lambda word: f"https://{name}.example.org/{len(word)}")
    # Two organisations that are called alike would be a fault of the register.
    return st.none() | words.map(lambda word: f"{word} of {name}")


def held(register: Register, place: Place) -> str | None:
    record = next(each for each in register.organisations if each.id == place[0])
    value: str | None = getattr(record, place[1])
    return value or None


def written(register: Register, values: Mapping[Place, str | None]) -> Register:
    return register.apply(
        [
            Change(
                kind=RecordKind.ORGANISATION,
                record=name,
                field=field,
                before=held(register, (name, field)),
                after=value,
            )
            for (name, field), value in values.items()
        ]
    )


@settings(max_examples=80)
@given(mine=edits(), theirs=edits())
def test_every_edit_of_an_organisation_is_taken_shown_as_a_conflict_or_already_so(
    register: Register, sent: Intake, mine: Mapping[Place, str | None], theirs: Mapping[Place, str | None]
) -> None:
    sheet = next(each for each in sent.sheets if each.of == "organisations")
    place = [column.name for column in sheet.columns].index("id")
    shown = {row.values[place] for row in sheet.rows}
    now = written(register, mine)
    cells = {at: value for at, value in theirs.items() if at[0] in shown}
    intake = edited(sent, *(("organisations", *at, value) for at, value in cells.items()))
    merge = nominate.merge(intake, now, known=NOW)

    wanted = {at: value for at, value in cells.items() if value not in (held(register, at), held(now, at))}
    clashing = {at for at in wanted if held(now, at) != held(register, at)}
    offered = (*merge.changes, *(each for question in merge.questions for each in question.proposals))
    assert {(each.record, each.changes[0].field) for each in offered} == wanted.keys() - clashing
    assert {(each.record, each.changes[0].field) for each in merge.conflicts} == clashing
    assert not merge.problems

    whole = now.apply(merge.accepted("all"))
    everywhere = {(each.id, field) for each in now.organisations for field in FIELDS}
    assert {at: held(whole, at) for at in everywhere} == {
        at: wanted.get(at, held(now, at)) for at in everywhere
    }
    assert attrs.evolve(whole.records, organisations=()) == attrs.evolve(now.records, organisations=())
