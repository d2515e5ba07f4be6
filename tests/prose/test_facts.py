"""Facts: how entries are told, who holds them, and where dates lie from the moment of the view."""

from __future__ import annotations

from importlib.resources import as_file, files

import pytest

import nominate
from nominate import Certainty, DateKind, Edition, KeyDate, Records, Register, Settings, View, When, view
from nominate.prose.facts.dates import Tense, is_open, tense_of
from nominate.prose.facts.editions import Standing, standing, told_editions, untold
from nominate.prose.facts.happenings import still_to_come
from nominate.prose.facts.holders import Holders, Relation
from nominate.prose.facts.programmes import told_adoption, told_impacts


@pytest.fixture(scope="module")
def register() -> Register:
    with as_file(files("nominate") / "demo" / "aberdwr") as folder:
        return nominate.load(folder)


def shown(register: Register, edition: str, as_of: str) -> View:
    return view(register, as_of=as_of, edition=edition)


def empty(as_of: str) -> View:
    return view(Register(records=Records(register=Settings(timezone="Europe/London"))), as_of=as_of)


@pytest.mark.parametrize(
    ("nomination", "as_of", "told"),
    [
        ("camau-diogel-2025", "2025-08-01", Standing.WON),
        ("village-halls-2025", "2025-08-01", Standing.WON),
        ("frailty-front-door-2025", "2025-07-10", Standing.REVOKED),
        ("frailty-front-door-2025", "2025-08-01", Standing.WON),
        ("night-team-2025", "2025-08-01", Standing.UNTOLD),
        ("nia-carrow-2025", "2025-08-01", Standing.UNTOLD),
        ("tide-tables-2025", "2025-05-01", Standing.SHORTLISTED),
        ("tide-tables-2025", "2025-08-01", Standing.UNTOLD),
    ],
)
def test_an_entry_is_told_by_how_it_stands_then(
    register: Register, nomination: str, as_of: str, told: Standing
) -> None:
    entries = shown(register, "coastal-care/2025", as_of).entries
    assert standing(next(entry for entry in entries if entry.id == nomination)) is told


def test_the_entries_of_an_edition_are_told_the_most_honoured_first(register: Register) -> None:
    (facts,) = told_editions(shown(register, "coastal-care/2026", "2026-06-20"))
    assert [entry.id for entry in facts.told] == ["camau-diogel-2026", "clir-2026", "nos-dawel-2026"]
    assert facts.main == facts.won


def test_an_entry_in_a_category_that_has_ended_is_no_longer_pending(register: Register) -> None:
    (facts,) = told_editions(shown(register, "coastal-care/2024", "2024-04-01"))
    assert "walking-meetings-2024" in {entry.id for entry in facts.longlisted}
    assert "walking-meetings-2024" not in {entry.id for entry in facts.pending}


def test_what_is_not_told_is_known(register: Register) -> None:
    entries = shown(register, "coastal-care/2026", "2026-06-20").entries
    assert [entry.id for entry in untold(entries)] == ["tomos-hedd-2026"]


@pytest.mark.parametrize(
    ("edition", "as_of", "holder", "relation"),
    [
        ("coastal-care/2024", "2024-06-21", "aberdwr-council", Relation.MEMBER),
        ("digital-dawn/2025", "2025-12-01", "bran-digital", Relation.OTHER),
        ("coastal-care/2023", "2023-06-20", "llanydd", Relation.MEMBER),
    ],
)
def test_membership_counts_as_of_the_announcement(
    register: Register, edition: str, as_of: str, holder: str, relation: Relation
) -> None:
    found = shown(register, edition, as_of)
    groups = Holders(found).grouped(found.entries)
    assert (
        next(each.holder.relation for each in groups if each.holder and each.holder.id == holder) is relation
    )


def test_a_group_rests_on_its_holder_and_its_entries(register: Register) -> None:
    found = shown(register, "coastal-care/2023", "2023-06-20")
    assert Holders(found).grouped(found.entries)[1].ids == ("llanydd-lunchtime-2023", "llanydd")


@pytest.mark.parametrize(
    ("date", "as_of", "tense"),
    [
        (When(2020, 11), "2020-10-31", Tense.AHEAD),
        (When(2020, 11), "2020-11-12", Tense.OPEN),
        (When(2020, 11), "2020-12-01", Tense.PAST),
        (When(2020, 11, 12), "2020-11-12", Tense.OPEN),
        (None, "2020-06-01", Tense.OPEN),
        (None, "2021-01-01", Tense.PAST),
    ],
)
def test_a_date_lies_ahead_is_open_or_is_over(date: When | None, as_of: str, tense: Tense) -> None:
    told = KeyDate(what=DateKind.JUDGING, when=date)
    assert tense_of(told, Edition(id="2020", dates=(told,)), empty(as_of)) is tense


def test_an_edition_whose_ceremony_is_postponed_stays_open() -> None:
    ceremony = KeyDate(what=DateKind.CEREMONY, when=When(2020, 11, 12), certainty=Certainty.POSTPONED)
    assert is_open(Edition(id="2020", dates=(ceremony,)), empty("2021-05-01"))


def test_what_is_coming_leaves_out_what_is_over(register: Register) -> None:
    found = shown(register, "coastal-care/2026", "2026-05-01")
    (facts,) = told_editions(found)
    assert [each.date.what for each in still_to_come(facts, found)] == [
        DateKind.INTERVIEW,
        DateKind.CEREMONY,
        DateKind.EMBLEM_EXPIRES,
    ]


@pytest.mark.parametrize(("as_of", "number"), [("2023-06-20", 0), ("2026-06-20", 1)])
def test_an_impact_is_told_from_its_date_on(register: Register, as_of: str, number: int) -> None:
    edition = f"coastal-care/{as_of[:4]}"
    found = shown(register, edition, as_of)
    programme = next(each for each in found.programmes if each.id == "camau-diogel")
    dated = [each for each in told_impacts(programme, found) if each.as_of is not None]
    assert len(dated) == number
    assert (told_adoption(programme, found) is not None) is bool(number)
