"""What changed after publication, and what is coming: corrections, moved dates, calls, endings.

The made-up register beside this file holds an award for each sort of change; its files say what happens.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import nominate
from nominate import NothingToExport, Register, view
from nominate.documents import to_markdown
from nominate.prose import Situation, Style, story

FOLDER = Path(__file__).with_name("situations")
LIMIT = 70

# edition, moment, what the headline is
TITLES = [
    ("lantern/2025", "2025-05-20", "Correction: Tŷ Cerrig Hospice was not the winner at Lantern Awards"),
    ("lantern/2026", "2026-05-23", "Correction: Tŷ Cerrig Hospice, not Glan Afon, won at Lantern Awards"),
    ("harvest/2024", "2024-09-13", "Update: Tŷ Cerrig Hospice’s entry withdrawn from Harvest Prizes"),
    ("harvest/2025", "2025-09-11", "Correction: Ward 3 Night Nurses no longer shortlisted"),
    ("harvest/2026", "2026-10-30", "Correction: Glan Afon no longer winner at Harvest Prizes"),
    ("kindling/2025", "2025-07-12", "Update: Dove Street School’s win reinstated at Kindling Awards"),
    ("kindling/2026", "2026-06-10", "Update: Nest Morgan declines award at Kindling Awards"),
    ("ferry/2024", "2024-10-22", "Ferry Awards ceremony cancelled"),
    ("ferry/2025", "2025-10-21", "Ferry Awards ceremony postponed"),
    ("ferry/2026", "2026-10-20", "Ferry Awards ceremony moved to 3 December"),
    ("orchard/2026", "2026-01-30", "Deadline for Orchard Awards extended to 13 February"),
    ("orchard/2027", "2026-10-20", "2027 Orchard Awards open for entries on 2 November"),
    ("orchard/2027", "2027-01-15", "Call for entries: 2027 Orchard Awards"),
    ("loom/2025", "2025-03-01", "Changes to categories of Loom Awards"),
]

# edition, moment, what is said in the style of health networks
SAID = [
    (
        "lantern/2025",
        "2025-05-20",
        (
            "It was announced on Thursday 15 May that Tŷ Cerrig Hospice, a member of the Moelfryn Care "
            "Network (MCN), had won the Night Team of the Year category at the 2025 Lantern Awards with"
            " ‘Slow lights’. That was wrong, and was corrected on Monday 19 May. It remains correct that "
            "the entry had been shortlisted. Bright Ledger was also credited with the entry."
        ),
    ),
    (
        "lantern/2026",
        "2026-05-23",
        (
            "was highly commended in the Night Team of the Year category for"
            " ‘Soft shoes on Ward 3’. It was announced on Thursday 14 May that the entry had won. That "
            "was also wrong, and was corrected on Friday 22 May."
        ),
    ),
    (
        "harvest/2026",
        "2026-10-30",
        (
            "is no longer the winner of the Hospital Garden Prize at the 2026 Harvest Prizes. "
            "It was announced on Thursday 8 October that the entry, ‘Nine bean rows’, had won. The win "
            "was revoked on Thursday 29 October. Dove Street School of Nursing was also credited with the"
            " entry."
        ),
    ),
    (
        "harvest/2025",
        "2025-09-11",
        (
            "are no longer shortlisted in the Kitchen of the Year category at the 2025 Harvest Prizes. "
            "It was announced on Friday 29 August that the entry, ‘Midnight toast’, had been shortlisted."
            " The entry was disqualified on Wednesday 10 September."
        ),
    ),
    (
        "harvest/2024",
        "2024-09-13",
        (
            "that the entry, ‘Soup on wheels’, had been nominated. The entry was withdrawn on Thursday 12"
            " September."
        ),
    ),
    (
        "kindling/2025",
        "2025-07-12",
        (
            "The win of Dove Street School of Nursing in the Newcomer of the Year category at the 2025 "
            "Kindling Awards has been reinstated. It was announced on Thursday 5 June that the entry, "
            "‘The open shed’, had won. The win was revoked on Friday 20 June and reinstated on Friday 11 "
            "July."
        ),
    ),
    (
        "kindling/2026",
        "2026-06-10",
        (
            "It was announced on Thursday 4 June that the entry, ‘Tea and time’, had won, and on Tuesday "
            "9 June that the award had been declined."
        ),
    ),
    (
        "ferry/2025",
        "2025-10-21",
        (
            "The ceremony of the 2025 Ferry Awards has been postponed. It had been planned for 7pm on "
            "Thursday 13 November. A new date has yet to be confirmed. The postponement was announced "
            "on Monday 20 October."
        ),
    ),
    (
        "ferry/2026",
        "2026-10-20",
        (
            "has been moved from 7pm on Thursday 12 November to 7pm on Thursday 3 December. "
            "It will take place in person and online at Pier Hall."
        ),
    ),
    ("ferry/2024", "2024-10-22", "The results will still be published on Friday 15 November."),
    (
        "orchard/2026",
        "2026-01-30",
        (
            "The deadline for entries to the 2026 Orchard Awards has been extended from 5pm on "
            "Friday 30 January to 5pm on Friday 13 February."
        ),
    ),
    ("orchard/2026", "2026-01-30", "The categories are the Sapling Award and the Windfall Award."),
    (
        "orchard/2027",
        "2026-10-20",
        (
            "The 2027 Orchard Awards will open for entries on Monday 2 November and close at 5pm on "
            "Friday 29 January 2027. They recognise care that is still growing. Entry is open to teams "
            "and volunteers who care for people in their own homes."
        ),
    ),
    ("orchard/2027", "2027-01-15", "The categories include:\n\n- Sapling Award,"),
    ("orchard/2027", "2027-01-15", "- ceremony at 6:30pm on Thursday 10 June (provisional)."),
    ("orchard/2027", "2027-01-15", "[Enter the 2027 Orchard Awards](https://orchard.example.org/2027/enter)"),
    (
        "loom/2025",
        "2025-03-01",
        (
            "The Selvedge Award at the 2025 Loom Awards has been cancelled. The Patchwork "
            "Award has been merged into the Golden Thread Award."
        ),
    ),
]


@pytest.fixture(scope="module")
def register() -> Register:
    return nominate.load(FOLDER)


def piece(
    register: Register,
    edition: str,
    as_of: str,
    style: str = "health",
    *,
    audience: str = "public",
    names_unsuccessful: bool = False,
) -> str:
    shown = view(register, as_of=as_of, audience=audience, edition=edition)
    told = story(shown, style=Style.load(style), names_unsuccessful=names_unsuccessful)
    return to_markdown(told)


@pytest.mark.parametrize(("edition", "as_of", "title"), TITLES)
def test_the_headline_says_what_changed(register: Register, edition: str, as_of: str, title: str) -> None:
    told = story(view(register, as_of=as_of, edition=edition))
    assert told.title == title
    assert max(map(len, (told.title, *told.short_titles))) <= LIMIT


@pytest.mark.parametrize(("edition", "as_of", "said"), SAID)
def test_the_piece_says(register: Register, edition: str, as_of: str, said: str) -> None:
    assert said in piece(register, edition, as_of)


@pytest.mark.parametrize("style", ["health", "govuk", "press"])
@pytest.mark.parametrize("audience", ["public", "press", "internal"])
@pytest.mark.parametrize(("edition", "as_of"), [(edition, as_of) for edition, as_of, _ in TITLES])
def test_no_reason_is_ever_given(
    register: Register, edition: str, as_of: str, audience: str, style: str
) -> None:
    said = piece(register, edition, as_of, style, audience=audience)
    reasons = [each.reason for entry in register.nominations for each in entry.decisions]
    assert not [each for each in filter(None, reasons) if each in said]


@pytest.mark.parametrize(("edition", "as_of"), [(edition, as_of) for edition, as_of, _ in TITLES])
def test_every_sentence_names_the_records_that_it_rests_on(
    register: Register, edition: str, as_of: str
) -> None:
    told = story(view(register, as_of=as_of, edition=edition))
    sentences = [one for block in told.blocks for one in getattr(block, "sentences", ())]
    assert sentences
    assert all(each.sources for each in (*sentences, *told.sentences))


@pytest.mark.parametrize(
    ("edition", "before", "title"),
    [
        ("lantern/2026", "2026-05-21", "Glan Afon wins Night Team of the Year at Lantern Awards"),
        ("harvest/2026", "2026-10-28", "Glan Afon wins Hospital Garden Prize at Harvest Prizes"),
        ("harvest/2025", "2025-09-09", "Ward 3 Night Nurses shortlisted for Harvest Prizes"),
        ("ferry/2026", "2026-10-18", "Dove Street School and Nest Morgan shortlisted for Ferry Awards"),
        ("orchard/2026", "2026-01-25", "Call for entries: 2026 Orchard Awards"),
        ("loom/2025", "2025-02-26", "Two Moelfryn Care Network members longlisted for Loom Awards"),
    ],
)
def test_before_the_change_was_announced_nothing_tells_of_it(
    register: Register, edition: str, before: str, title: str
) -> None:
    assert story(view(register, as_of=before, edition=edition)).title == title


def test_a_quote_that_the_correction_has_overtaken_is_left_out(register: Register) -> None:
    said = piece(register, "lantern/2026", "2026-05-23")
    assert "over the moon" not in said
    assert "We congratulate the hospice with all our hearts." in said


def test_a_note_on_one_result_leaves_the_others_alone(register: Register) -> None:
    assert "Hush hour" not in piece(register, "lantern/2026", "2026-05-23")


def test_a_mistake_that_was_put_right_on_the_same_day_is_no_correction() -> None:
    folder = Path(nominate.__file__).parent / "demo" / "aberdwr"
    told = story(view(nominate.load(folder), as_of="2025-10-10", edition="clear-voice/2025"))
    assert "Correction" not in told.title
    assert "wrong" not in to_markdown(told)


def test_more_time_for_one_entry_is_told_to_nobody_else(register: Register) -> None:
    said = piece(register, "orchard/2026", "2026-01-30")
    assert "20 February" not in said
    assert "Late apples" not in said


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("govuk", "There are 14 days left to enter."),
        ("press", "There are 14 days left to enter."),
        ("health", "Entries close at 5pm on Friday 29 January."),
    ],
)
def test_days_are_counted_where_the_house_counts_from_today(
    register: Register, style: str, said: str
) -> None:
    text = piece(register, "orchard/2027", "2027-01-15", style)
    assert said in text
    assert ("days left" in text) == (style != "health")


def test_after_the_deadline_nobody_is_called(register: Register) -> None:
    with pytest.raises(NothingToExport, match="nothing to tell"):
        story(view(register, as_of="2027-01-30", edition="orchard/2027"))


def test_a_call_far_ahead_is_told_only_when_it_is_asked_for(register: Register) -> None:
    asked = story(view(register, as_of="2026-02-20", edition="orchard/2027"))
    assert asked.title == "2027 Orchard Awards open for entries on 2 November"
    whole = to_markdown(story(view(register, as_of="2026-02-20")))
    assert "2027 Orchard Awards" not in whole


def test_an_unsuccessful_entry_is_named_only_where_that_is_asked_for(register: Register) -> None:
    assert "The mending table" not in piece(register, "loom/2026", "2026-06-12")
    said = piece(register, "loom/2026", "2026-06-12", names_unsuccessful=True)
    assert "was also shortlisted in the Selvedge Award category for ‘The mending table’." in said
    assert "School of Nursing also entered ‘Warp and weft’ in the Selvedge Award category." in said
    assert "The MCN thanks both Tŷ Cerrig Hospice and Dove Street School for taking part." in said


@pytest.mark.parametrize(
    ("organisation", "title"),
    [
        ("ty-cerrig", "Selvedge Award at Loom Awards cancelled"),
        ("glan-afon", "Patchwork Award at Loom Awards merged"),
    ],
)
def test_a_category_that_ended_is_the_news_of_its_only_entry(
    register: Register, organisation: str, title: str
) -> None:
    shown = view(register, as_of="2025-03-01", edition="loom/2025", organisation=organisation)
    assert story(shown).title == title


def test_an_older_correction_can_be_told_by_force(register: Register) -> None:
    shown = view(register, as_of="2025-08-01", edition="kindling/2025")
    assert (
        story(shown, situation=Situation.CORRECTION).title
        == "Update: Dove Street School’s win reinstated at Kindling Awards"
    )
    with pytest.raises(NothingToExport, match="no date that lies ahead has moved"):
        story(shown, situation=Situation.MOVED_DATE)
