"""A date that moves in a tracker changes nothing of what the public knew before the tracker came home."""

from __future__ import annotations

from io import BytesIO

import pytest
from made_up.sent_trackers import NOW, REGISTER, intake_of, merged, with_row

import nominate
from nominate import Register, When

DEADLINE = "tide/2026#entry-deadline"
PLAIN = "{what: entry deadline, when: 2026-02-28}"
BEFORE = ("2026-01-01", "2026-05-15", "2026-06-01T12:00", "2026-09-01", "2026-11-23T09:29")
AFTER = (str(NOW), "2026-12-01", "2026-12-24T12:00", "2027-06-01")
STATES = {
    "open from the start": "",
    "announced": ", announced: 2026-05-01",
    "to be announced": ", announced: 2026-12-24",
    "under an embargo": ", announced: 2026-12-24T12:00, embargo: {until: 2026-12-24T12:00}",
    "out of an embargo": ", announced: 2026-06-01, embargo: {until: 2026-06-01T12:00}",
    "under one that somebody ends": ", announced: 2026-05-01, embargo: {until: cleared}",
    "never announced": ", embargo: {until: 2026-06-01T12:00}",
}


@pytest.fixture(params=[*STATES.values()], ids=[*STATES])
def held(request: pytest.FixtureRequest) -> Register:
    text = REGISTER.replace(PLAIN, f"{PLAIN.removesuffix('}')}{request.param}}}")
    return nominate.load(BytesIO(text.encode()))


@pytest.fixture
def moved(held: Register) -> Register:
    sent = intake_of(nominate.view(held, as_of="2026-11-22", audience="internal"))
    merge = merged(sent, held, ("dates", DEADLINE, "when", When(2026, 3, 6)))
    return held.apply(merge.accepted("safe"))


def told(register: Register, as_of: str, audience: str = "public") -> list[tuple[str, list[str]]]:
    """The deadlines that the audience knew of then, each with what it knew it to have been."""
    dates = (event.date for event in nominate.view(register, as_of=as_of, audience=audience).events)
    return [
        (str(date.when), [str(was.when) for was in date.was])
        for date in dates
        if date.what.value == "entry deadline"
    ]


@pytest.mark.parametrize("as_of", BEFORE)
def test_before_the_import_the_public_knew_what_it_knew(held: Register, moved: Register, as_of: str) -> None:
    assert told(moved, as_of) == told(held, as_of)


@pytest.mark.parametrize("as_of", AFTER)
def test_from_the_import_on_it_knows_the_new_day_where_it_would_have_known_the_old_one(
    held: Register, moved: Register, as_of: str
) -> None:
    knew = told(held, as_of)
    assert told(moved, as_of) == [("2026-03-06", [day]) for day, _ in knew]


def test_the_team_has_lost_neither(moved: Register) -> None:
    assert told(moved, str(NOW), "internal") == [("2026-03-06", ["2026-02-28"])]


def test_nobody_outside_knew_a_new_date_before_the_import() -> None:
    held = nominate.load(BytesIO(REGISTER.encode()))
    sent = intake_of(nominate.view(held, as_of="2026-11-22", audience="internal"))
    more = with_row(sent, "dates", edition="tide/2027", what="entry deadline", when="2027-02-01")
    own = held.apply(nominate.merge(more, held, known=NOW).accepted("safe"))
    assert told(own, "2026-11-23T09:29") == told(held, "2026-11-23T09:29")
    assert ("2027-02-01", []) in told(own, str(NOW))
