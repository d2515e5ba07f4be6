"""A register tells the public exactly what one tells that holds only what is public."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up.two_registers import (
    NOW,
    as_public,
    edition_as_public,
    editions,
    editions_of,
    nominations,
    public_records,
    secret_records,
)

from nominate import Audience, Nomination, Records, Register, View, When, view
from nominate.model.fields import audience_of

FILTERS: tuple[dict[str, Any], ...] = (
    {},
    {"year": 2020},
    {"category": "ward"},
    {"organisation": "ruh"},
    {"outcome": "won"},
    {"member_of": "uwe"},
    {"announced": "2020"},
    {"announced": ["2020-08", "2020-10/2020-12"]},
)


@settings(max_examples=300)
@given(editions, nominations, st.sampled_from(FILTERS))
def test_what_the_public_may_not_know_changes_nothing_of_its_view(
    parts: list[Any], entries: list[Nomination], chosen: dict[str, Any]
) -> None:
    full = editions_of(parts)
    by_id = {f"hsj/{each.id}": each for each in full}
    told = tuple(each for each in (as_public(entry, by_id[entry.edition]) for entry in entries) if each)
    bare = tuple(
        edition_as_public(each, {entry.id for entry in told if entry.edition == f"hsj/{each.id}"})
        for each in full
    )
    shown = view(Register(records=secret_records(full, tuple(entries))), as_of=NOW, **chosen)
    expected = view(Register(records=public_records(bare, told)), as_of=NOW, **chosen)
    assert shown == expected
    assert shown.revision == expected.revision
    assert list(shown.table()) == list(expected.table())
    assert shown.totals == expected.totals
    assert b"secret" not in pickle.dumps(shown)


def facts(shown: View) -> list[object]:
    """What a view tells that becomes public at a moment."""
    results_ = [
        each.result for award in shown.awards for edition in award.editions for each in edition.categories
    ]
    told = [
        (each.history.decisions, each.history.corrected, each.statements, each.images)
        for each in shown.entries
    ]
    return [results_, told, [event.date for event in shown.events]]


@settings(max_examples=200)
@given(editions, nominations)
def test_the_press_knows_what_the_public_knows_and_until_when_to_wait(
    parts: list[Any], entries: list[Nomination]
) -> None:
    register = Register(records=secret_records(editions_of(parts), tuple(entries)))
    press, public = (view(register, as_of=NOW, audience=each) for each in (Audience.PRESS, Audience.PUBLIC))
    assert facts(press) == facts(public)
    assert press.organisations == public.organisations
    assert list(press.table()) == list(public.table())
    if press.embargoed_until is not None:
        ended = When.parse(f"{press.embargoed_until:%Y-%m-%dT%H:%M}Z")
        assert facts(view(register, as_of=ended)) == facts(press)


def records_told(kind: type) -> Iterator[type]:
    """The record classes that everybody may see something of, beginning with one."""
    yield kind
    for name, hint in get_type_hints(kind).items():
        parts = [hint, *get_args(hint), *(part for each in get_args(hint) for part in get_args(each))]
        if not name.isupper() and audience_of(kind, name) is Audience.PUBLIC:
            for part in parts:
                if isinstance(part, type) and attrs.has(part) and part is not When:
                    yield from records_told(part)


@pytest.mark.parametrize("record", sorted(set(records_told(Records)), key=repr))
def test_every_field_for_the_team_alone_can_be_taken_out(record: type) -> None:
    hidden = [each for each in attrs.fields(record) if audience_of(record, each.name) is not Audience.PUBLIC]
    assert not [each.name for each in hidden if each.default is attrs.NOTHING]
    assert not [each.name for each in hidden if isinstance(each.default, type(attrs.Factory(list)))]
