"""What a piece is about: chosen from the facts, forced by a caller, or refused with what is missing."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import Any

import pytest

import nominate
from nominate import NothingToExport, Register, View, view
from nominate.documents import Heading, to_markdown
from nominate.exporting.rendering import render_with_problems
from nominate.prose import Situation, Style, story
from nominate.prose.facts.editions import told_editions
from nominate.prose.facts.situations import situation_of
from nominate_news import NewsSituation


@pytest.fixture(scope="module")
def register() -> Register:
    with as_file(files("nominate") / "demo" / "aberdwr") as folder:
        return nominate.load(folder)


def shown(register: Register, edition: str, as_of: str, **scope: Any) -> View:
    return view(register, as_of=as_of, edition=edition, **scope)


def piece(found: View, situation: Situation | None = None) -> str:
    return to_markdown(story(found, style=Style.load("health"), situation=situation))


@pytest.mark.parametrize(
    ("edition", "as_of", "situation"),
    [
        ("coastal-care/2026", "2026-06-20", Situation.RESULTS),
        ("coastal-care/2025", "2025-06-20", Situation.RESULTS),
        ("clear-voice/2027", "2027-03-15", Situation.RESULTS),
        ("digital-dawn/2025", "2025-12-01", Situation.WIN),
        ("coastal-care/2024", "2024-06-21", Situation.HONOURS),
        ("coastal-care/2026", "2026-05-01", Situation.SHORTLISTING),
        ("coastal-care/2024", "2024-03-10", Situation.LONGLISTING),
        ("digital-dawn/2026", "2026-11-20", Situation.CORRECTION),
    ],
)
def test_the_facts_choose_the_situation(
    register: Register, edition: str, as_of: str, situation: Situation
) -> None:
    (facts,) = told_editions(shown(register, edition, as_of))
    assert situation_of(facts) is situation


@pytest.mark.parametrize(
    ("situation", "title"),
    [
        (Situation.WIN, "Môr a Mynydd wins Prevention Award at Coastal Care Awards"),
        (Situation.HONOURS, "Dyffryn Tŵr highly commended at Coastal Care Awards"),
        (Situation.SHORTLISTING, "Ward 7 Night Team shortlisted for Coastal Care Awards"),
    ],
)
def test_a_forced_piece_tells_of_its_situation_alone(
    register: Register, situation: Situation, title: str
) -> None:
    found = shown(register, "coastal-care/2026", "2026-06-20")
    titles = {"Camau Diogel in every care home", "CLIR, letters that a grandmother", "Nos Dawel, the quiet"}
    said = piece(found, situation)
    assert f"# {title}\n" in said
    assert sum(each in said for each in titles) == 1


def test_forcing_what_the_facts_choose_changes_nothing(register: Register) -> None:
    found = shown(register, "coastal-care/2024", "2024-06-21")
    assert story(found, situation=Situation.HONOURS) == story(found)


@pytest.mark.parametrize(
    ("situation", "lacks"),
    [
        (Situation.WIN, "no entry has won"),
        (Situation.RESULTS, "no win is known beside another result"),
        (Situation.HONOURS, "no entry has been commended, placed or honoured in another way"),
        (Situation.LONGLISTING, "no entry stands on a longlist"),
        (Situation.CORRECTION, "nothing that was published has been corrected, revoked or declined"),
        (Situation.ROUND_UP, "there are not several editions with anything to tell"),
    ],
)
def test_a_situation_that_the_facts_cannot_carry_is_refused_with_what_is_missing(
    register: Register, situation: Situation, lacks: str
) -> None:
    found = shown(register, "coastal-care/2026", "2026-05-01")
    with pytest.raises(NothingToExport) as refused:
        story(found, situation=situation)
    assert str(refused.value) == (
        f"cannot write a piece of the situation {situation.value!r}: as far as the view knows, {lacks}; "
        "leave the situation out to have it chosen from the facts"
    )


def test_a_round_up_can_be_forced_and_has_a_section_for_each_edition(register: Register) -> None:
    found = view(register, as_of="2026-06-20", year=2026)
    document = story(found, situation=Situation.ROUND_UP)
    headings = [str(block.content[0]) for block in document.blocks if isinstance(block, Heading)]
    assert headings[:-1] == [each.edition.name for each in told_editions(found) if each.told]
    assert document == story(found)


def test_a_forced_situation_keeps_the_editions_that_carry_it(register: Register) -> None:
    found = view(register, as_of="2026-06-20", year=(2024, 2026))
    document = story(found, situation=Situation.HONOURS)
    headings = [str(block.content[0]) for block in document.blocks if isinstance(block, Heading)]
    assert "2024 Coastal Care Awards" in headings
    assert "has won" not in to_markdown(document)


def test_the_exporter_offers_every_situation() -> None:
    assert [each.value for each in NewsSituation] == [each.value for each in Situation]


def test_the_exporter_forces_a_situation_and_prints_shorter_headlines(register: Register) -> None:
    found = shown(register, "coastal-care/2026", "2026-06-20")
    options = {"situation": "honours", "headlines": "yes"}
    rendered = render_with_problems(found, "news", options=options)
    said = rendered.content.decode()
    assert "# Dyffryn Tŵr highly commended at Coastal Care Awards\n" in said
    assert "- DTUHB highly commended at Coastal Care Awards\n" in said.partition("## Shorter headlines")[2]
    (problem,) = rendered.problems
    assert problem.message == (
        "the piece leaves out camau-diogel-2026, nos-dawel-2026, tomos-hedd-2026, "
        "of which it has no news to tell"
    )
