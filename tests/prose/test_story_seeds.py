"""The two seed stories, from the demonstration's register: what each must say at its moment, and later."""

from __future__ import annotations

from importlib.resources import as_file, files

import attrs
import pytest

import nominate
from nominate import Decision, Outcome, Register, View, When, view
from nominate.documents import Paragraph, plain, to_markdown
from nominate.prose import Style, story


@pytest.fixture(scope="module")
def register() -> Register:
    with as_file(files("nominate") / "demo" / "west-of-england") as folder:
        return nominate.load(folder)


def hsj(register: Register, as_of: str = "2020-10-01", organisation: str | None = None) -> View:
    return view(register, as_of=as_of, edition="hsj-patient-safety/2020", organisation=organisation)


def dwac(register: Register, as_of: str = "2017-10-12") -> View:
    return view(register, as_of=as_of, edition="anticoagulation-achievement/2017")


def decided(register: Register, nomination: str, decision: Decision) -> Register:
    """The register with one decision more."""
    nominations = tuple(
        attrs.evolve(each, decisions=(*each.decisions, decision)) if each.id == nomination else each
        for each in register.records.nominations
    )
    return Register(records=attrs.evolve(register.records, nominations=nominations))


def without(register: Register, *nominations: str) -> Register:
    kept = tuple(each for each in register.records.nominations if each.id not in nominations)
    return Register(records=attrs.evolve(register.records, nominations=kept))


def piece(shown: View, style: str = "health") -> str:
    return to_markdown(story(shown, style=Style.load(style)))


@pytest.mark.parametrize(
    "said",
    [
        "Two member organisations of the West of England Academic Health Science Network (AHSN)",
        "in five categories of the 2020 HSJ Patient Safety Awards",
        "Avon and Wiltshire Mental Health Partnership NHS Trust (AWP) has three nominations:",
        "Royal United Hospitals (RUH) Bath has two nominations:",
        "Judging will take place virtually.",
        "The winners will be announced at a virtual ceremony in November.",
        "[See the full shortlist of the 2020 HSJ Patient Safety Awards](https://awards.patientsafetycongress.co.uk/)",
        "wishes both AWP and the RUH the best of luck",
        "**For immediate release**",
        "## Notes to editors",
    ],
)
def test_the_shortlist_of_2020_says(register: Register, said: str) -> None:
    assert said in piece(hsj(register))


def test_the_shortlist_gives_each_category_with_its_title(register: Register) -> None:
    shown = hsj(register)
    said = piece(shown)
    assert len(shown.entries) == 5
    for entry in shown.entries:
        assert f"- {entry.category.name}, for ‘{entry.title}’" in said


def test_a_recorded_win_is_told_at_a_later_moment_and_no_result_is_awaited(register: Register) -> None:
    won = Decision(outcome=Outcome.WON, announced=When(2020, 11, 12))
    said = piece(hsj(decided(register, "ruh-skip-2020", won), "2020-11-13"))
    assert "# Royal United Hospitals Bath wins HSJ Patient Safety Award\n" in said
    assert (
        "has won the Patient Safety Team of the Year category at the 2020 HSJ Patient Safety Awards" in said
    )
    assert "will be announced" not in said
    assert "best of luck" not in said
    assert "AWP" in said, "those without a result are told as shortlisted"


def test_a_win_that_is_not_public_yet_changes_no_letter(register: Register) -> None:
    won = Decision(outcome=Outcome.WON, announced=When(2020, 11, 12))
    assert piece(hsj(decided(register, "ruh-skip-2020", won))) == piece(hsj(register))


def test_one_nomination_less_changes_the_words_that_depend_on_it(register: Register) -> None:
    said = piece(hsj(without(register, "ruh-sepsis-2020")))
    assert "in four categories" in said
    assert (
        "Royal United Hospitals (RUH) Bath is nominated in the Patient Safety Team of the Year category"
        in said
    )
    assert "three nominations" in said
    assert "are in the running with four entries" in said


def test_one_organisation_less_makes_two_one_and_both_vanish(register: Register) -> None:
    said = piece(hsj(without(register, "ruh-sepsis-2020", "ruh-skip-2020")))
    assert "both" not in said
    assert "Two" not in said
    assert (
        "Partnership NHS Trust (AWP), a member of the West of England Academic Health Science Network" in said
    )
    assert "has been nominated in three categories of" in said
    assert "wishes AWP the best of luck" in said


def test_a_piece_about_one_organisation_names_no_other(register: Register) -> None:
    said = piece(hsj(register, organisation="ruh"))
    assert "a member of the West of England Academic Health Science Network (AHSN)" in said
    assert "Avon" not in said


def test_what_is_renamed_is_called_so_and_nothing_else_changes(register: Register) -> None:
    organisations = tuple(
        attrs.evolve(each, name="Awdur a Wiltshire", abbreviation="AAW") if each.id == "awp" else each
        for each in register.records.organisations
    )
    renamed = Register(records=attrs.evolve(register.records, organisations=organisations))
    before, after = piece(hsj(register)), piece(hsj(renamed))
    old = "Avon and Wiltshire Mental Health Partnership NHS Trust"
    expected = before.replace(old, "Awdur a Wiltshire").replace("AWP", "AAW")
    # A name without "and" needs no comma to part it from the next.
    assert after == expected.replace("Awdur a Wiltshire, and Royal", "Awdur a Wiltshire and Royal")


def test_after_the_ceremony_the_past_is_told_as_past_and_nothing_as_lost(register: Register) -> None:
    said = piece(hsj(register, "2021-10-01"))
    assert "were nominated in five categories" in said
    assert "had three nominations" in said
    assert "will" not in said
    for word in ("lost", "unsuccessful", "did not", "missed"):
        assert word not in said


def test_within_the_month_of_the_ceremony_its_announcement_is_due(register: Register) -> None:
    assert "The winners are due to be announced at a virtual ceremony in November." in piece(
        hsj(register, "2020-11-12")
    )


@pytest.mark.parametrize(
    "said",
    [
        "# Don’t Wait to Anticoagulate wins Anticoagulation Achievement Award\n",
        "Our Don’t Wait to Anticoagulate (DWAC) project has won an Anticoagulation Achievement Award",
        "‘The centre best able to demonstrate adherence to NICE quality standards for atrial fibrillation’",
        "at the House of Commons on Wednesday 11 October.",
        "with Gloucestershire Clinical Commissioning Group and Bayer Healthcare as partners",
        "In 36 weeks, DWAC potentially prevented 27 strokes among people with atrial fibrillation",
        "with an estimated saving of over £629,000.",
        "85 GP practices across the North West of England, Yorkshire and Humberside, Buckinghamshire, and",
        "a bursary of £1,000, to be spent on continuous improvement of services",
        "four charities (Anticoagulation UK, AF Association, Thrombosis UK and Arrhythmia Alliance)",
        "two training establishments (Anticoagulation in practice and Thrombus)",
        "Achievement Awards, the first to be held, were hosted by four charities",
        "According to the hosts, there were six categories.",
        "Atrial fibrillation is an abnormal heart rhythm.",
        "[See all the winners of the 2017 Anticoagulation Achievement Awards]",
    ],
)
def test_the_win_of_2017_says(register: Register, said: str) -> None:
    assert said in piece(dwac(register))


def test_an_abbreviation_that_is_not_used_again_is_not_introduced(register: Register) -> None:
    assert "(CCG)" not in piece(dwac(register))


def test_hedges_stay_at_their_words_in_every_style(register: Register) -> None:
    for style in ("health", "govuk", "press"):
        said = piece(dwac(register), style)
        assert "potentially prevented 27 strokes" in said
        assert "an estimated saving of over £629,000" in said


def test_two_editions_make_a_round_up_with_a_part_for_each(register: Register) -> None:
    said = piece(view(register, as_of="2020-10-01"))
    assert "# West of England AHSN awards round-up: one win and five nominations\n" in said
    assert (
        said.index("## 2017 Anticoagulation") < said.index("## 2020 HSJ") < said.index("## Notes to editors")
    )


@pytest.mark.parametrize("style", ["health", "govuk", "press"])
def test_a_house_style_decides_the_form_and_not_the_facts(register: Register, style: str) -> None:
    shown = hsj(register)
    said = piece(shown, style)
    for entry in shown.entries:
        assert entry.title in said
    assert ("- " in said) is (style != "press")
    assert ("5 categories" in said) is (style == "govuk")


def test_each_block_says_on_which_records_it_rests(register: Register) -> None:
    document = story(hsj(register))
    paragraphs = [each for each in document.blocks if isinstance(each, Paragraph)]
    lead = next(each for each in paragraphs if "five categories" in plain(each.content))
    assert set(lead.sources) >= {"hsj-patient-safety/2020", "ruh-skip-2020", "awp-daisy-unit-safety-2020"}
