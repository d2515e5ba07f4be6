from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path

import pytest

import nominate
from nominate import (
    RULES,
    Award,
    AwardCategory,
    Decision,
    Edition,
    Nomination,
    Nominee,
    NothingToExport,
    Organisation,
    Outcome,
    Prize,
    Programme,
    Records,
    Register,
    UsageError,
    View,
    When,
    view,
)
from nominate.documents import Document, Heading, Link, NumberedList, Quotation, Table, plain, to_text
from nominate.prose import Style, summary

DEMO = Path(nominate.__file__).parent / "demo"


@pytest.fixture(scope="session")
def west() -> Register:
    return nominate.load(DEMO / "west-of-england")


@pytest.fixture(scope="session")
def aberdwr() -> Register:
    return nominate.load(DEMO / "aberdwr")


def _text(register: Register, *, as_of: str, audience: str = "public", **filters: object) -> str:
    return _flat(summary(view(register, as_of=as_of, audience=audience, **filters)))


def _flat(document: Document) -> str:
    return to_text(document, width=None).replace("\u00a0", " ")


def _table(document: Document, caption: str) -> list[tuple[str, ...]]:
    (found,) = [block for block in document.blocks if isinstance(block, Table) and caption in block.caption]
    return [tuple(plain(cell).replace("\u00a0", " ") for cell in row) for row in found.rows]


def _headings(document: Document) -> list[str]:
    return [plain(block.content) for block in document.blocks if isinstance(block, Heading)]


def test_the_hsj_summary_says_who_what_and_what_is_next(west: Register) -> None:
    told = summary(view(west, as_of="2020-10-01", edition="hsj-patient-safety/2020"))
    assert told.title == "2020 HSJ Patient Safety Awards: summary"
    assert told.status == "For release"
    assert told.details[:2] == (
        "Prepared by West of England Academic Health Science Network",
        "As of 1 October 2020",
    )
    assert plain(told.standfirst) == (
        "Two organisations have five nominations in five categories of the 2020 HSJ Patient Safety Awards. "
        "All five were shortlisted. Next comes the ceremony, in November 2020."
    )
    assert told.author == "West of England Academic Health Science Network"


def test_its_parts_stand_in_reading_order(aberdwr: Register) -> None:
    told = summary(view(aberdwr, as_of="2026-12-01", edition="coastal-care/2026"))
    assert _headings(told) == [
        "Key figures",
        "Outcomes",
        "Nominations",
        "By organisation and person",
        "Dates ahead",
        "Impact",
        "What the judges said",
        "Quotes ready to use",
        "Contacts",
        "Where each figure comes from",
        "Figures that organisers give",
        "Figures of programmes",
        "Sources",
    ]


def test_every_nomination_stands_under_its_award_and_under_its_organisation(aberdwr: Register) -> None:
    known = view(aberdwr, as_of="2026-12-01", audience="internal")
    tables = [block for block in summary(known).blocks if isinstance(block, Table)]
    wanted = [entry.title for entry in known.entries]
    by_award = [plain(row[1]) for table in tables if table.header[1] == ("Nomination",) for row in table.rows]
    assert set(wanted) == set(by_award)
    under_awards = [table for table in tables if table.caption.startswith("Nominations in ")]
    assert sorted(plain(row[1]) for table in under_awards for row in table.rows) == sorted(wanted)


def test_each_key_figure_names_its_rule_and_is_its_total(aberdwr: Register) -> None:
    known = view(aberdwr, as_of="2026-12-01")
    rules = {rule.title: rule for rule in RULES}
    figures = _table(summary(known), "Totals, and how")
    assert len(figures) > 6
    for title, total, says, *_ in figures:
        rule = rules[title]
        assert total == f"{known.totals[rule.name]:,}"
        assert says.casefold() == rule.says.casefold()


def test_no_figure_is_zero_so_that_what_may_still_come_is_not_denied(west: Register) -> None:
    figures = _table(summary(view(west, as_of="2020-10-01", award="hsj-patient-safety")), "Totals, and how")
    assert "Wins" not in [title for title, *_ in figures]
    assert all(total != "0" for _, total, *_ in figures)


@pytest.mark.parametrize(
    ("audience", "as_of", "status"),
    [
        ("public", "2026-12-01", "For release"),
        ("press", "2027-04-01", "Embargoed until 9:30pm on 11 March 2027"),
        ("internal", "2026-12-01", "Internal: not for publication"),
    ],
)
def test_the_status_says_for_whom_and_until_when(
    aberdwr: Register, audience: str, as_of: str, status: str
) -> None:
    assert summary(view(aberdwr, as_of=as_of, audience=audience)).status == status


@pytest.mark.parametrize(("audience", "is_said"), [("public", True), ("press", True), ("internal", False)])
def test_one_sentence_says_that_things_are_left_out(
    aberdwr: Register, audience: str, *, is_said: bool
) -> None:
    told = _text(aberdwr, as_of="2026-12-01", audience=audience)
    assert ("Anything not yet public is left out." in told) is is_said


@pytest.mark.parametrize(
    ("title", "outcome"),
    [
        ("One call, one team after a fall", "Won, 15 June 2023"),
        ("Frailty care at the front door", "Won, 19 June 2025; revoked; reinstated"),
        ("Clinics in village halls", "Won, 19 June 2025; declined"),
        ("Lights down, slippers on", "Shortlisted; disqualified, 2 May 2025"),
        ("Two thousand lifts", "Placed third (‘bronze’), 20 June 2024"),
        ("A letter with two front pages", "Placed second, 9 October 2025"),
        ("A radar for empty beds", "Won; revoked, 6 November 2026"),
        ("The woman who taught a town to breathe", "Withdrawn, 6 May 2025"),
        ("Nos Dawel, the quiet night", "Shortlisted, 16 April 2026"),
        ("CLIR in two languages", "Won, 11 March 2027; embargo until 9:30pm on 11 March 2027"),
        ("A map of the places that Mam remembers", "Won, 22 October 2026; embargo until cleared"),
        ("Canu’n Iach on the ward", "Ineligible; not announced"),
        ("Scans on the islands", "No decision yet (considering)"),
    ],
)
def test_an_outcome_says_what_became_of_it(aberdwr: Register, title: str, outcome: str) -> None:
    told = summary(view(aberdwr, as_of="2026-12-01", audience="internal"))
    rows = [
        [plain(cell) for cell in row]
        for block in told.blocks
        if isinstance(block, Table) and block.caption.startswith("Nominations in ")
        for row in block.rows
    ]
    (said,) = [row[3].replace("\u00a0", " ") for row in rows if row[1] == title]
    assert re.sub(r" \[\d+\]$", "", said) == outcome


def test_the_organisers_own_word_stands_beside_ours(west: Register) -> None:
    assert "Shortlisted (‘nominated’), August 2020" in _text(west, as_of="2020-10-01")


def test_results_of_categories_are_told(aberdwr: Register) -> None:
    told = _text(aberdwr, as_of="2026-12-01", award="coastal-care")
    for said in (
        "‘Prevention Award’: a tie; the winners are Camau Diogel, one year on; and Canu’n Iach, a choir",
        "‘Prevention Award’: a grant of £2,500 for each winning entry, for sharing the work with others.",
        "‘Research into Practice Award’: no award was given, 19 June 2025.",
        "‘Rural Care Award’ was merged into ‘Care in the Community Award’, 28 March 2024.",
        "‘Green Travel Award’ was cancelled, 28 March 2024.",
    ):
        assert said in told


def test_hosts_are_told_by_role_and_declared_totals_as_the_organisers(west: Register) -> None:
    told = _text(west, as_of="2020-10-01", award="anticoagulation-achievement")
    assert "Hosts: Anticoagulation UK, AF Association, Thrombosis UK, Arrhythmia Alliance" in told
    assert "According to the hosts, there were six categories." in told


def test_totals_of_organisations_count_teams_with_them_and_sort_accents_with_plain_letters(
    aberdwr: Register,
) -> None:
    known = view(aberdwr, as_of="2026-12-01", audience="internal")
    rows = _table(summary(known), "Totals for each")
    names = [name for name, *_ in rows]
    assert (
        names.index("Brân Digital")
        < names.index("Côr Calon")
        < names.index("Dyffryn Tŵr University Health Board")
    )
    assert "Ward 7 Night Team" not in names
    assert names[-1] == "Tomos Hedd"
    of_dyffryn = [entry for entry in known.entries if "dyffryn-twr" in (*entry.leads, *entry.partners)]
    assert rows[names.index("Dyffryn Tŵr University Health Board")][1] == str(len(of_dyffryn))


def test_an_organisation_credited_twice_in_one_entry_has_it_once(small: Callable[..., View]) -> None:
    nominees = (
        Nominee(organisation="ruh", role="lead"),
        Nominee(organisation="team", role="partner"),
        Nominee(organisation="hall", role="partner"),
    )
    rows = _table(summary(small(nominees=nominees)), "Totals for each")
    assert rows == [("Royal United", "1", "1"), ("The Hall", "1", "1")]


def test_totals_of_a_single_organisation_are_its_key_figures_alone(small: Callable[..., View]) -> None:
    told = summary(small((Outcome.SHORTLISTED,), (Outcome.WON,)))
    assert "By organisation" not in _headings(told)
    assert "Royal United" in _flat(told)


def test_shares_and_roles_stand_behind_the_names(aberdwr: Register) -> None:
    told = _text(aberdwr, as_of="2026-12-01")
    assert "Dr Siân Prydderch (1/2); Gwen Ashdown (1/4); Aberdŵr University (1/4)" in told
    assert "Aberdŵr University; Aberdŵr Council (partner)" in told


def test_dates_ahead_say_what_is_unsure_about_them(aberdwr: Register) -> None:
    rows = _table(
        summary(view(aberdwr, as_of="2026-12-01", audience="internal")), "Dates from 1 December 2026 on"
    )
    said = {(award, re.sub(r" \[\d+\]", "", what)): (when, notes) for when, what, award, notes in rows}
    coastal = "2027 Coastal Care Awards"
    assert said[coastal, "Shortlist announced"] == ("April 2027", "")
    assert said[coastal, "Entry deadline"] == (
        "5pm on 5 February 2027",
        "was 5pm on 22 January 2027 (extended)",
    )
    assert said[coastal, "Site visit"] == ("10 to 21 May 2027 (provisional)", "")
    assert said[coastal, "Feedback"] == ("Around July 2027 (estimated)", "")
    assert said[coastal, "Winners’ walk along the sea wall"] == ("11 September 2027 (postponed)", "")
    assert said["2027 Clear Voice Awards", "Ceremony"][1] == "in person; The Guildhall of the Guild"
    assert not [when for when, *_ in rows if "2025" in when]


def test_a_date_for_one_category_or_entry_says_for_which(aberdwr: Register) -> None:
    rows = _table(summary(view(aberdwr, as_of="2026-01-01", audience="internal")), "Dates from")
    notes = [notes for *_, notes in rows]
    assert "For ‘Canu’n Iach on the ward’" in notes
    assert "For Integrated Team of the Year; virtual" in notes


def test_a_date_that_nobody_knows_is_ahead_until_its_edition_is_over(west: Register) -> None:
    filters = {"edition": "hsj-patient-safety/2020"}
    assert "Date not known" in _text(west, as_of="2020-11-30", **filters)
    after = _text(west, as_of="2020-12-01", **filters)
    assert "Date not known" not in after
    assert "Dates ahead" not in after


def test_impacts_keep_every_hedge_and_name_their_source(west: Register) -> None:
    told = _text(west, as_of="2020-10-01")
    assert (
        "Don’t Wait to Anticoagulate (DWAC) potentially prevented 27 strokes among people with atrial "
        "fibrillation over 36 weeks, an estimated saving of over £629,000 (as of October 2017). [3]"
    ) in told
    assert (
        "Don’t Wait to Anticoagulate (DWAC) has been adopted by 85 GP practices in the North West of "
        "England, Yorkshire and Humberside, Buckinghamshire, and East Berkshire (as of October 2017). [3]"
    ) in told


def test_a_figure_of_a_later_day_is_not_told_before_it(west: Register) -> None:
    edition = "anticoagulation-achievement/2017"
    assert "27 strokes" not in _text(west, as_of="2017-09-30", edition=edition, audience="internal")
    assert "27 strokes" in _text(west, as_of="2017-10-20", edition=edition, audience="internal")


def test_only_the_team_reads_what_is_not_approved_and_is_told_so(aberdwr: Register) -> None:
    inside = _text(aberdwr, as_of="2026-12-01", audience="internal")
    assert "reached around 3,400 people over three years. [12] Not approved yet: do not use." in inside
    assert (
        "What the letter said’ (in a telephone call, 6 November 2026). Not approved yet: do not use."
        in inside
    )
    outside = _text(aberdwr, as_of="2026-12-01")
    assert "approved" not in outside.casefold()
    assert "I had read the script" not in outside


def test_quotes_stand_word_for_word_with_the_role_of_the_day(aberdwr: Register) -> None:
    told = summary(view(aberdwr, as_of="2026-12-01", edition="coastal-care/2026"))
    citation, first, *_ = [block for block in told.blocks if isinstance(block, Quotation)]
    assert plain(citation.attribution) == "The judges, about ‘Camau Diogel in every care home’"
    assert [plain(paragraph) for paragraph in first.paragraphs] == [
        "“A fall is frightening. What people fear most is the next one.",
        (
            "“We knock on the door, put the kettle on and look at the rug. Most of what prevents a second "
            "fall is that simple, and this award belongs to everybody who has let us in.”"
        ),
    ]
    assert plain(first.attribution) == (
        "Gwen Ashdown, Lead Falls Nurse, Môr a Mynydd Falls Response Team; about ‘Camau Diogel in every care "
        "home’ (in a news release, 18 June 2026)"
    )


def test_each_source_is_listed_once_with_its_link_and_each_mark_has_one(aberdwr: Register) -> None:
    told = summary(view(aberdwr, as_of="2026-12-01", audience="internal"))
    (sources,) = [block for block in told.blocks if isinstance(block, NumberedList)]
    marks = {int(mark) for mark in re.findall(r"\[(\d+)\]", _flat(told))}
    assert marks <= set(range(1, len(sources.items) + 1))
    links = [inline.url for item in sources.items for inline in item.content if isinstance(inline, Link)]
    assert len(links) == len(set(links))
    assert "https://coastal-care.example.org/2026/winners" in links
    titles = [plain(item.content) for item in sources.items]
    assert "2026 Coastal Care Awards: winners" in titles
    assert "Côr Calon annual report 2024, Côr Calon, February 2025" in titles


@pytest.fixture
def small() -> Callable[..., View]:
    """A view of as many entries as there are outcomes, in one category; each with its own decisions."""

    def make(
        *outcomes: Iterable[Outcome],
        nominees: tuple[Nominee, ...] = (Nominee(organisation="ruh"),),
        programme: Programme | None = None,
        category: AwardCategory | None = None,
        style: str = "health",
    ) -> View:
        told = outcomes or ((Outcome.SHORTLISTED,),)
        edition = Edition(id="2020", categories=(category or AwardCategory(id="team", name="iCare Award"),))
        records = Records(
            register=nominate.Settings(style=style),
            organisations=(
                Organisation(id="ruh", name="Royal United"),
                Organisation(id="team", name="A team", part_of="ruh"),
                Organisation(id="hall", name="The Hall"),
            ),
            programmes=(programme,) if programme is not None else (),
            awards=(Award(id="hsj", name="HSJ Awards", editions=(edition,)),),
            nominations=tuple(
                Nomination(
                    id=f"entry-{number}",
                    edition="hsj/2020",
                    category="team",
                    title=f"Entry {number}",
                    nominees=nominees,
                    programme=programme.id if programme is not None else None,
                    decisions=tuple(Decision(outcome=each, announced=When(2020, 8, 17)) for each in own),
                )
                for number, own in enumerate(told)
            ),
        )
        return view(Register(records=records), as_of="2020-10-01")

    return make


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        ([[Outcome.SHORTLISTED]], "It was shortlisted."),
        ([[Outcome.WON]], "It won."),
        ([[Outcome.PLACED]], "It was shortlisted or got further."),
        ([[Outcome.RUNNER_UP]], "It was named runner-up."),
        ([[Outcome.SHORTLISTED, Outcome.HIGHLY_COMMENDED]], "It was highly commended."),
        ([[Outcome.SHORTLISTED]] * 2, "Both were shortlisted."),
        ([[Outcome.SHORTLISTED], [Outcome.SHORTLISTED, Outcome.WON]], "Both were shortlisted; one won."),
        ([[Outcome.LONGLISTED], [Outcome.SHORTLISTED]], "One was shortlisted."),
        (
            [[Outcome.LONGLISTED], [Outcome.WON], [Outcome.WON]],
            "Two won.",
        ),
        ([[Outcome.LONGLISTED]], "nomination in one category of the HSJ"),
    ],
    ids=[
        "one",
        "one won",
        "further",
        "runner-up",
        "commended",
        "both",
        "one of two won",
        "one of two",
        "two of three",
        "none",
    ],
)
def test_the_first_paragraph_says_how_far_they_got_and_no_more(
    small: Callable[..., View], outcomes: list[list[Outcome]], said: str
) -> None:
    told = plain(summary(small(*outcomes)).standfirst).replace("2020 ", "")
    assert said in told
    if outcomes == [[Outcome.LONGLISTED]]:
        assert "shortlisted" not in told


def test_without_an_organisation_the_entries_are_counted_alone(small: Callable[..., View]) -> None:
    told = plain(summary(small([Outcome.SHORTLISTED], [Outcome.SHORTLISTED], nominees=())).standfirst)
    assert told.startswith("There are two nominations in one category of the 2020 HSJ Awards.")


def test_a_name_that_begins_small_stays_small(small: Callable[..., View]) -> None:
    prize = Prize(kind="trophy", per="entry", purpose="the shelf")
    category = AwardCategory(id="team", name="iCare Award", prize=prize)
    programme = Programme(
        id="p", name="eRedbook", impacts=(), adoption=nominate.Adoption(value=Decimal(2), unit="wards")
    )
    told = _flat(summary(small([Outcome.WON], category=category, programme=programme)))
    assert "‘iCare Award’: a trophy for each entry, for the shelf." in told
    assert "- eRedbook has been adopted by two wards." in told


def test_the_title_is_that_of_what_was_chosen(aberdwr: Register) -> None:
    def title(**filters: str) -> str:
        return summary(view(aberdwr, as_of="2026-12-01", **filters)).title

    assert title() == "Aberdŵr Health Network: awards review, 2023 to 2027"
    assert title(year="2026") == "Aberdŵr Health Network: awards review, 2026"
    assert title(member_of="aberdwr", year="2026") == "Aberdŵr Health Network: awards review, 2026"
    assert title(announced="2026-10") == "Aberdŵr Health Network: awards review, October 2026"
    assert title(award="coastal-care") == "Coastal Care Awards: review, 2023 to 2026"
    assert title(edition="coastal-care/2025") == "2025 Coastal Care Awards: summary"
    assert title(organisation="cor-calon") == "Côr Calon: awards from 2023 to 2026"
    assert title(organisation="cor-calon", year="2025") == "Côr Calon: 2025 Coastal Care Awards"
    assert title(programme="camau-diogel") == "Camau Diogel: awards from 2023 to 2026"


def test_the_registers_style_speaks_unless_another_is_given(small: Callable[..., View]) -> None:
    known = small(*[[Outcome.SHORTLISTED]] * 3, style="govuk")
    assert "3 nominations" in plain(summary(known).standfirst)
    assert "three nominations" in plain(summary(known, style=Style.load("health")).standfirst)
    with pytest.raises(UsageError, match="no style 'heath'; did you mean 'health'"):
        summary(small(style="heath"))


def test_a_view_without_entries_and_dates_ahead_has_nothing_to_sum_up(west: Register) -> None:
    with pytest.raises(NothingToExport, match="no nomination and no date that lies ahead"):
        summary(view(west, as_of="2020-12-01", outcome="won", edition="hsj-patient-safety/2020"))


def test_what_may_not_be_known_changes_no_word(aberdwr: Register) -> None:
    before = _text(aberdwr, as_of="2027-03-11T21:29", edition="clear-voice/2027")
    after = _text(aberdwr, as_of="2027-03-11T21:30", edition="clear-voice/2027")
    assert before == _text(aberdwr, as_of="2027-03-11T21:00", edition="clear-voice/2027").replace(
        "9pm on 11", "9:29pm on 11"
    )
    assert "Won" not in before
    assert "Won, 11 March 2027" in after
