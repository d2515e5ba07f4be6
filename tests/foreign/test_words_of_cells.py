from __future__ import annotations

from decimal import Decimal

import pytest

from nominate.files.faults import Fault
from nominate.foreign.cells.amounts import sheet_link, sheet_money
from nominate.foreign.cells.naming import abbreviated, is_person, names_in
from nominate.foreign.cells.near_names import abbreviations_in, near_names
from nominate.foreign.cells.occasions import Occasion, occasion_in
from nominate.foreign.cells.statuses import said_yes, status_words, statuses_in, suggested_status
from nominate.foreign.cells.tidying import cell_text, folded

STATUSES = {
    "Finalist": ["shortlisted"],
    "SHORTLISTED!": ["shortlisted"],
    "Winner": ["won"],
    "HC": ["highly commended"],
    "Highly-Commended": ["highly commended"],
    "Not shortlisted": ["unsuccessful"],
    "unsuccessful": ["unsuccessful"],
    "In progress": ["drafting"],
    "Draft": ["drafting"],
    "awaiting results": ["submitted"],
    "Did not enter": ["not pursued"],
    "Shortlisted / Highly commended": ["shortlisted", "highly commended"],
    "submitted, shortlisted and won": ["submitted", "shortlisted", "won"],
}
UNSURE = [
    "Gold",
    "nominated",
    "Declined",
    "Done",
    "placed",
    "moved",
    "Ask Ann",
    "Shortlisted, ask Ann",
    "cancelled",
]


@pytest.mark.parametrize(("typed", "meant"), STATUSES.items(), ids=STATUSES)
def test_a_status_that_means_one_thing_is_understood(typed: str, meant: list[str]) -> None:
    found = statuses_in(typed, {}) or ()
    assert [status.value for status in found if status is not None] == meant


@pytest.mark.parametrize("typed", UNSURE)
def test_a_status_that_may_mean_two_things_is_not_taken(typed: str) -> None:
    assert statuses_in(typed, {}) is None


def test_what_a_team_says_of_its_own_words_stands_above_ours() -> None:
    own = status_words({"Gold!": "won", "Submitted": "nothing"})
    assert [status and status.value for status in statuses_in("gold, submitted", own) or ()] == ["won", None]


def test_a_word_that_says_nothing_yet_is_no_status() -> None:
    assert statuses_in("TBC", {}) == (None,)


@pytest.mark.parametrize(("typed", "meant"), [("Gold", "won"), ("Sumbitted", "submitted"), ("Ask Ann", "")])
def test_an_unknown_status_comes_with_a_suggestion_where_one_is_near(typed: str, meant: str) -> None:
    assert suggested_status(typed) == meant


@pytest.mark.parametrize(
    ("cell", "says"), [("Y", True), ("x", True), (True, True), ("✗", False), (0, False), ("maybe", None)]
)
def test_a_tick_is_a_yes_and_a_word_is_neither(cell: object, says: bool | None) -> None:
    assert said_yes(cell) is says


@pytest.mark.parametrize(
    ("cell", "amount", "currency"),
    [
        ("£1,250", "1250", "GBP"),
        ("250.50", "250.50", "GBP"),
        ("£2k", "2000", "GBP"),
        ("EUR 300", "300", "EUR"),
        ("300 €", "300", "EUR"),
        ("Free to enter", "0", "GBP"),
        (250, "250", "GBP"),
        (Decimal("99.4999999"), "99.50", "GBP"),
    ],
)
def test_an_amount_is_exact_and_has_a_currency(cell: str | int | Decimal, amount: str, currency: str) -> None:
    found = sheet_money(cell)
    assert (found.amount, found.currency) == (Decimal(amount), currency)


@pytest.mark.parametrize("cell", ["£250 + VAT", "£300 (members £250)", "ask", -5, 10**15, "£999999999999999"])
def test_what_is_not_one_amount_is_refused(cell: str | int) -> None:
    with pytest.raises(Fault):
        sheet_money(cell)


def test_a_link_may_begin_with_www() -> None:
    assert sheet_link(" www.example.org/a ") == "https://www.example.org/a"


def test_what_is_no_link_is_refused() -> None:
    with pytest.raises(Fault, match="begin it with https"):
        sheet_link("see the site")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("A Trust; B Trust", ["A Trust", "B Trust"]),
        ("A Trust\nB Trust", ["A Trust", "B Trust"]),
        ("A Trust / B Trust", ["A Trust", "B Trust"]),
        ("A Trust and B Trust", ["A Trust and B Trust"]),
        ("A Trust and C Trust", ["A Trust", "C Trust"]),
        ("C Trust", ["C Trust"]),
        (";", []),
    ],
)
def test_organisations_are_parted_at_and_only_where_each_stands_alone_elsewhere(
    cell: str, names: list[str]
) -> None:
    assert list(names_in(cell, are_people=False, known={"a trust", "c trust"})) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Dr Ann Example, Bob Sample and Cy Model", ["Dr Ann Example", "Bob Sample", "Cy Model"]),
        ("Example, Ann", ["Example, Ann"]),
        ("Ann Example & the ward team", ["Ann Example & the ward team"]),
    ],
)
def test_persons_are_parted_only_where_each_part_looks_like_one(cell: str, names: list[str]) -> None:
    assert list(names_in(cell, are_people=True)) == names


@pytest.mark.parametrize(
    ("name", "is_one"), [("Prof Ann Example", True), ("ann example", False), ("Ann", False)]
)
def test_a_person_has_a_title_or_two_capitalised_names(name: str, is_one: bool) -> None:
    assert is_person(name) is is_one


def test_only_capitals_in_brackets_are_an_abbreviation() -> None:
    assert abbreviated("Aberdwr Trust (AT)") == ("Aberdwr Trust", "AT")
    assert abbreviated("Aberdwr Trust (Main)") == ("Aberdwr Trust (Main)", "")


def test_an_abbreviation_of_two_names_stands_for_neither() -> None:
    assert abbreviations_in(["Aberdwr Trust (AT)", "Afan Trust (AT)"]) == {}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Aberdwr Hospital Trust", "Aberdwr Hospitals Trust"),
        ("Aberdwr Hospitals", "Aberdwr Hospitals NHS Foundation Trust"),
        ("Hospitals Trust Aberdwr", "Aberdwr Hospitals Trust"),
        ("SRH", "Skellbeck Royal Hospitals"),
        ("Aberdwr Health Care Services", "Aberdwr Healthcare Services"),
    ],
)
def test_names_that_are_nearly_one_are_suggested(name: str, other: str) -> None:
    assert len(near_names({name: 1, other: 3})) == 1


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("North Skellbeck Hospitals Trust", "South Skellbeck Hospitals Trust"),
        ("Department of Chemistry, Aberdwr", "Department of Biochemistry, Aberdwr"),
        ("Ward 12 Skellbeck Hospital", "Ward 13 Skellbeck Hospital"),
        ("University of Aberdwr School of Law", "University of Brynmor School of Law"),
    ],
)
def test_names_that_differ_for_good_are_not(name: str, other: str) -> None:
    assert near_names({name: 1, other: 3}) == ()


def test_a_word_that_many_names_share_makes_no_pairs() -> None:
    assert (
        near_names({f"Trust {letter * 6} {number}": 1 for number, letter in enumerate("abcdefgh" * 10)}) == ()
    )


@pytest.mark.parametrize(
    ("text", "award", "edition"),
    [
        ("Lantern Awards 2020", "Lantern Awards", "2020"),
        ("2019/20 Lantern Awards", "Lantern Awards", "2019-20"),
        ("Lantern Awards (2020)", "Lantern Awards", "2020"),
        ("Awards tracker 2020", "", "2020"),
        ("Master list", "", ""),
        ("Sheet1", "", ""),
        ("2020", "", "2020"),
    ],
)
def test_a_banner_names_an_award_unless_it_names_the_sheet(text: str, award: str, edition: str) -> None:
    assert occasion_in(text) == Occasion(award=award, edition=edition)


def test_text_of_a_cell_keeps_its_lines_and_loses_what_nobody_sees() -> None:
    assert cell_text("a\u202e\r\nb\x07 \n\n\n\nc\xa0d") == "a\nb\n\nc d"


def test_names_are_compared_without_marks_capitals_and_accents() -> None:
    assert folded("The Tŷ Mawr & Guy's Trust") == "ty mawr and guys trust"
