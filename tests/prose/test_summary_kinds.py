"""Which kind of summary a view gets, what each begins with, and what is said where it cannot carry one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner

import nominate
from nominate import (
    Award,
    AwardCategory,
    CategoryResult,
    CategoryResultKind,
    Certainty,
    DateKind,
    Decision,
    EarlierDate,
    Edition,
    KeyDate,
    Nomination,
    Nominee,
    NothingToExport,
    Organisation,
    Outcome,
    Person,
    Programme,
    Records,
    Register,
    Settings,
    SummaryKind,
    SummaryStyle,
    View,
    When,
    view,
)
from nominate.cli.application import application
from nominate.documents import Bullets, Chart, Document, Heading, Item, KeyFigures, Table, plain, to_text
from nominate.prose import summary
from nominate.styles.stock import stock_styles

DEMO = Path(nominate.__file__).parent / "demo"


@pytest.fixture(scope="module")
def aberdwr() -> Register:
    return nominate.load(DEMO / "aberdwr")


def _flat(document: Document) -> str:
    return to_text(document, width=None).replace("\u00a0", " ")


def _standfirst(document: Document) -> str:
    return plain(document.standfirst).replace("\u00a0", " ")


def _figures(document: Document) -> list[str]:
    return [
        f"{each.value} {each.label}"
        for block in document.blocks
        if isinstance(block, KeyFigures)
        for each in block.figures
    ]


def _charts(document: Document) -> dict[str, Chart]:
    return {block.caption: block for block in document.blocks if isinstance(block, Chart)}


def _headings(document: Document) -> list[str]:
    return [plain(block.content) for block in document.blocks if isinstance(block, Heading)]


# ---- which kind is chosen


@pytest.mark.parametrize(
    ("filters", "as_of", "ending"),
    [
        ({}, "2026-12-01", ": awards review, 2023 to 2027"),
        ({"award": "coastal-care"}, "2026-12-01", ": review, 2023 to 2026"),
        ({"edition": "coastal-care/2026"}, "2026-12-01", ": summary"),
        ({"edition": "coastal-care/2026"}, "2026-06-19", ": results"),
        ({"edition": "coastal-care/2026"}, "2026-06-24", ": results"),
        ({"edition": "coastal-care/2026"}, "2026-06-26", ": summary"),
        ({"edition": "coastal-care/2026"}, "2026-03-01", ": dates ahead"),
        ({"organisation": "cor-calon"}, "2026-12-01", ": awards from 2023 to 2026"),
        ({"organisation": "cor-calon", "year": "2026"}, "2026-12-01", ": 2026 Clear Voice Awards"),
        ({"programme": "camau-diogel"}, "2026-12-01", ": awards from 2023 to 2026"),
        (
            {"programme": "camau-diogel", "organisation": "falls-team"},
            "2026-12-01",
            ": awards from 2023 to 2025",
        ),
    ],
)
def test_the_kind_is_chosen_by_what_was_asked_for_and_what_there_is(
    aberdwr: Register, filters: dict[str, str], as_of: str, ending: str
) -> None:
    assert summary(view(aberdwr, as_of=as_of, **filters)).title.endswith(ending)


@pytest.mark.parametrize(
    ("kind", "filters", "title"),
    [
        (SummaryKind.EDITION, {"edition": "coastal-care/2026"}, "2026 Coastal Care Awards: summary"),
        (SummaryKind.RESULTS, {"edition": "coastal-care/2025"}, "2025 Coastal Care Awards: results"),
        (SummaryKind.RESULTS, {}, "Aberdŵr Health Network: award results, 2023 to 2027"),
        (SummaryKind.DEADLINES, {"edition": "coastal-care/2026"}, "2026 Coastal Care Awards: dates ahead"),
        (SummaryKind.DEADLINES, {"award": "clear-voice"}, "Clear Voice Awards: dates ahead"),
        (SummaryKind.DEADLINES, {}, "Aberdŵr Health Network: award dates ahead"),
        (
            SummaryKind.REVIEW,
            {"organisation": "cor-calon"},
            "Aberdŵr Health Network: awards review, 2023 to 2026",
        ),
        (SummaryKind.ORGANISATION, {"edition": "digital-dawn/2025"}, None),
        (SummaryKind.PROGRAMME, {"edition": "coastal-care/2026", "category": "prevention"}, "Camau Diogel"),
    ],
)
def test_another_kind_can_be_asked_for(
    aberdwr: Register, kind: SummaryKind, filters: dict[str, str], title: str | None
) -> None:
    shown = view(aberdwr, as_of="2026-12-01", **filters)
    if title is None:
        with pytest.raises(NothingToExport, match="choose an organisation"):
            summary(shown, kind=kind)
    else:
        assert summary(shown, kind=kind).title.startswith(title)


@pytest.mark.parametrize(
    ("kind", "filters", "lacks"),
    [
        (SummaryKind.EDITION, {}, "several editions; choose an edition"),
        (SummaryKind.EDITION, {"edition": "coastal-care/2027"}, "no edition with nominations"),
        (SummaryKind.ORGANISATION, {}, "not all of the same organisation"),
        (SummaryKind.PROGRAMME, {}, "not all of the same programme"),
        (SummaryKind.REVIEW, {"edition": "coastal-care/2027"}, "there is no nomination"),
        (SummaryKind.DEADLINES, {"edition": "coastal-care/2024"}, "no date lies ahead"),
        (
            SummaryKind.RESULTS,
            {"edition": "clear-voice/2027"},
            "no result of any nomination has been announced",
        ),
    ],
)
def test_a_kind_that_the_view_cannot_carry_says_what_is_missing(
    aberdwr: Register, kind: SummaryKind, filters: dict[str, str], lacks: str
) -> None:
    with pytest.raises(NothingToExport) as caught:
        summary(view(aberdwr, as_of="2026-12-01", **filters), kind=kind)
    said = str(caught.value)
    assert said.startswith(f"cannot make a summary of the kind '{kind.value}': as far as the view knows, ")
    assert lacks in said
    assert said.endswith("; leave the kind out to have it chosen from what was asked for")


def test_the_command_ends_as_where_there_is_nothing_to_export(tmp_path: Path) -> None:
    line = ["export", str(DEMO / "west-of-england"), "-o", str(tmp_path / "a.pdf"), "--as-of", "2020-10-01"]
    ran = CliRunner().invoke(application, [*line, "-O", "kind=edition"])
    assert ran.exit_code == 5
    assert "cannot make a summary of the kind 'edition'" in ran.output
    assert not (tmp_path / "a.pdf").exists()


def test_asking_for_the_options_of_a_summary_loads_no_prose() -> None:
    code = "import sys, nominate; nominate.SummaryOptions; print('nominate.prose' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]


def test_every_stock_style_can_be_asked_for() -> None:
    assert sorted(each.value for each in SummaryStyle) == sorted(stock_styles())


# ---- what each kind begins with


def test_a_summary_of_one_organisation_says_what_it_leads(aberdwr: Register) -> None:
    def said(**filters: str) -> str:
        return _standfirst(summary(view(aberdwr, as_of="2026-12-01", **filters))).partition(". ")[0]

    assert said(organisation="bran-digital") == (
        "Brân Digital has 5 nominations in 5 categories, across 4 editions of 3 awards, and leads 2 of "
        "the nominations"
    )
    assert said(organisation="aberdwr-council", year="2026") == (
        "Aberdŵr Council takes part in one nomination in one category of the 2026 Clear Voice Awards"
    )
    assert said(organisation="dyffryn-twr", year="2026") == (
        "Dyffryn Tŵr University Health Board and its people have 8 nominations in 6 categories of 3 awards, "
        "4 of the nominations led by the organisation itself"
    )
    assert said(organisation="night-team", edition="long-table/2026") == (
        "People from the Ward 7 Night Team have one nomination in one category of the Long Table Prize 2026"
    )


def test_a_summary_of_a_programme_begins_with_what_it_has_achieved(aberdwr: Register) -> None:
    told = summary(view(aberdwr, as_of="2026-12-01", programme="camau-diogel"))
    assert "The programme potentially prevented 112 falls among people over 75" in _standfirst(told)
    assert _headings(told)[:3] == ["Key figures", "About the programme", "Impact"]
    assert "sends a nurse and a therapist to everybody who has fallen at home" in _flat(told)


def test_the_team_is_not_led_to_use_a_figure_before_it_is_approved(tmp_path: Path) -> None:
    text = (DEMO / "aberdwr" / "people-and-programmes.yaml").read_text("utf-8")
    for each in (DEMO / "aberdwr").glob("*.yaml"):
        (tmp_path / each.name).write_text(each.read_text("utf-8"), "utf-8")
    without = text.replace("        approved: {by: beth-harcourt, on: 2026-02-02}\n", "")
    assert without != text
    (tmp_path / "people-and-programmes.yaml").write_text(without, "utf-8")
    register = nominate.examine(tmp_path).register
    assert register is not None
    shown = view(register, as_of="2026-12-01", audience="internal", programme="camau-diogel")
    told = summary(shown)
    assert "112 falls" not in _standfirst(told)
    assert "112 falls" in _flat(told)


def test_a_summary_of_results_begins_as_the_news_does(aberdwr: Register) -> None:
    told = summary(view(aberdwr, as_of="2026-06-19", edition="coastal-care/2026"))
    assert _standfirst(told).startswith(
        "Môr a Mynydd University Health Board, a member of the Aberdŵr Health Network, has won the "
        "Prevention Award at the 2026 Coastal Care Awards"
    )
    (table,) = [
        block for block in told.blocks if isinstance(block, Table) and "Nominations in" in block.caption
    ]
    assert [plain(row[3])[:3] for row in table.rows] == ["Won", "Hig", "Sho", "Uns"]


def test_a_summary_of_dates_begins_with_the_next_deadline(aberdwr: Register) -> None:
    told = summary(view(aberdwr, as_of="2026-12-01", audience="internal"), kind=SummaryKind.DEADLINES)
    assert _standfirst(told) == (
        "The next deadline is 5pm on 4 December 2026, for early-bird entries to the 2027 Coastal Care "
        "Awards. Fifteen dates lie ahead, 6 of them deadlines."
    )
    assert _figures(told) == ["15 dates ahead", "6 deadlines ahead", "5 editions with dates ahead"]
    chart = _charts(told)["Dates due in each month"]
    assert chart.alt == "Three of 13 dates are due in May 2027, more than in any other month."
    assert chart.over_time
    assert "Two dates are not in the chart, because the month is not known." in _flat(told)


def test_a_date_that_is_not_sure_is_expected(aberdwr: Register) -> None:
    told = summary(view(aberdwr, as_of="2026-12-01", audience="internal", edition="digital-dawn/2027"))
    assert _standfirst(told).endswith("Next comes the deadline for entries, expected in April 2027.")


# ---- what no summary may spoil


Made = Callable[..., View]


@pytest.fixture
def made() -> Made:
    def make(
        entries: Iterable[Nomination] = (),
        *,
        dates: tuple[KeyDate, ...] = (),
        categories: tuple[AwardCategory, ...] = (AwardCategory(id="team", name="Team of the Year"),),
        as_of: str = "2020-10-01",
        audience: str = "public",
        **filters: object,
    ) -> View:
        edition = Edition(id="2020", dates=dates, categories=categories)
        records = Records(
            register=Settings(publisher="cor"),
            organisations=(
                Organisation(id="cor", name="Côr Ŷd ŵ"),
                Organisation(id="ruh", name="Royal United"),
            ),
            people=(Person(id="ann", name="Ann Example"), Person(id="bea", name="Bea Example")),
            awards=(Award(id="hsj", name="HSJ Awards", editions=(edition,)),),
            nominations=tuple(entries),
        )
        return view(Register(records=records), as_of=as_of, audience=audience, **filters)

    return make


def entry(
    number: int, *outcomes: Outcome, who: Nominee | None = None, announced: When | None = None
) -> Nomination:
    day = announced or When(2020, 8, 17)
    return Nomination(
        id=f"entry-{number}",
        edition="hsj/2020",
        category="team",
        title=f"Entry {number}",
        nominees=(who or Nominee(organisation="ruh"),),
        decisions=tuple(Decision(outcome=each, announced=day) for each in outcomes),
    )


@pytest.mark.parametrize("number", [1, 10, 500])
def test_any_number_of_nominations_is_told_whole_and_in_short(made: Made, number: int) -> None:
    shown = made(entry(each, Outcome.WON if each % 3 else Outcome.SHORTLISTED) for each in range(number))
    told = _flat(summary(shown))
    assert all(f"Entry {each}" in told for each in range(number))
    short = summary(shown, is_short=True)
    rows = [len(block.rows) for block in short.blocks if isinstance(block, Table)]
    assert rows == [min(number, 3)]


def test_the_short_form_shows_the_latest_of_those_that_got_furthest(made: Made) -> None:
    days = [When(2020, 6, 1), When(2020, 8, 1), When(2020, 7, 1), When(2020, 9, 1)]
    entries = [entry(n, Outcome.WON, announced=day) for n, day in enumerate(days[:3])]
    told = summary(made([*entries, entry(3, Outcome.SHORTLISTED, announced=days[3])]), is_short=True)
    (table,) = [block for block in told.blocks if isinstance(block, Table)]
    assert [plain(row[0]) for row in table.rows] == ["Entry 1", "Entry 2", "Entry 0"]
    assert [plain(row[2]) for row in table.rows] == ["Team of the Year"] * 3


def test_the_short_form_shows_fewer_nominations_of_long_titles_and_counts_the_rest(made: Made) -> None:
    long = [attrs.evolve(entry(n, Outcome.WON), title=f"Care along the coast {n} " * 13) for n in range(4)]
    told = summary(made(long), is_short=True)
    (table,) = [block for block in told.blocks if isinstance(block, Table)]
    assert len(table.rows) == 1
    assert "The full summary adds three nominations and the source of every figure." in _flat(told)


def test_the_longer_form_of_much_has_a_table_of_contents_and_the_short_form_none(aberdwr: Register) -> None:
    shown = view(aberdwr, as_of="2026-12-01")
    assert summary(shown).has_contents
    assert not summary(shown, is_short=True).has_contents
    assert not summary(view(aberdwr, as_of="2026-10-10", edition="digital-dawn/2026")).has_contents


def test_people_without_an_organisation_are_told_as_people(made: Made) -> None:
    who = (Nominee(person="ann"), Nominee(person="bea"))
    told = summary(made(entry(place, Outcome.SHORTLISTED, who=each) for place, each in enumerate(who)))
    assert _standfirst(told) == (
        "There are two nominations in one category of the 2020 HSJ Awards. Both were shortlisted."
    )
    assert "By person" in _headings(told)
    assert _figures(told) == ["2 nominations", "2 shortlisted", "1 category"]


def test_no_column_of_noughts_denies_what_may_still_come(made: Made) -> None:
    other = Nominee(organisation="cor")
    told = summary(made([entry(1, Outcome.LONGLISTED), entry(2, Outcome.LONGLISTED, who=other)]))
    (table,) = [block for block in told.blocks if isinstance(block, Table) and "Totals for" in block.caption]
    assert [plain(cell) for cell in table.header] == ["Name", "Nominations"]
    assert not _charts(told)


def test_the_chart_says_how_most_stand_where_none_is_on_the_shortlist(made: Made) -> None:
    outcomes = [Outcome.LONGLISTED, Outcome.LONGLISTED, Outcome.WITHDRAWN]
    told = summary(made(entry(place, each) for place, each in enumerate(outcomes)))
    assert _charts(told)["How the nominations stand"].alt == "Two of three nominations stand as longlisted."
    waiting = summary(made([entry(1), entry(2), entry(3, Outcome.LONGLISTED)], audience="internal"))
    chart = _charts(waiting)["How the nominations stand"]
    assert chart.alt == "Two of three nominations wait for a decision."
    assert [bar.label for bar in chart.bars] == ["Longlisted", "No decision yet"]


@pytest.mark.parametrize(
    ("days", "steps", "alt"),
    [
        (
            ["2020-08", "2020-08", "2020-09-03"],
            ["August 2020", "September 2020"],
            "Two of three outcomes were announced in August 2020, more than in any other month.",
        ),
        (
            ["2020-06", "2020-08"],
            ["June 2020", "July 2020", "August 2020"],
            "June 2020 and August 2020 have the most outcomes announced, one in each.",
        ),
        (
            ["2020-06", "2020-07", "2020-08"],
            ["June 2020", "July 2020", "August 2020"],
            "Three outcomes, June 2020 to August 2020, no more than one in any month.",
        ),
        (
            ["2018-05", "2018", "2020-01-01"],
            ["2018", "2019", "2020"],
            "Two of three outcomes were announced in 2018, more than in any other year.",
        ),
        (["2020-08", "2020-08-17"], [], ""),
    ],
)
def test_the_chart_of_the_year_has_every_month_or_every_year(
    made: Made, days: list[str], steps: list[str], alt: str
) -> None:
    entries = (entry(place, Outcome.SHORTLISTED, announced=When.parse(day)) for place, day in enumerate(days))
    charts = [each for each in _charts(summary(made(entries))).values() if each.over_time]
    assert [bar.label for chart in charts for bar in chart.bars] == steps
    assert [chart.alt for chart in charts] == [alt] * bool(alt)


def test_ties_refusals_and_what_was_taken_away_are_told(made: Made) -> None:
    entries = [
        entry(1, Outcome.SHORTLISTED, Outcome.WON),
        entry(2, Outcome.SHORTLISTED, Outcome.WON, Outcome.DECLINED),
        entry(3, Outcome.SHORTLISTED, Outcome.WON, Outcome.REVOKED),
    ]
    told = summary(made(entries))
    assert "All three were shortlisted; two won." in _standfirst(told)
    assert "a tie; the winners are Entry 1 and Entry 2" in _flat(told)
    assert "Won, 17 August 2020; declined" in _flat(told)
    bars = {bar.label: bar.value for bar in _charts(told)["How the nominations stand"].bars}
    assert bars == {"Won": 2, "Revoked": 1}


def test_a_category_that_others_entered_is_no_news_of_one_organisation(made: Made) -> None:
    ended = CategoryResult(is_=CategoryResultKind.CANCELLED, announced=When(2020, 8, 1))
    categories = (
        AwardCategory(id="team", name="Team of the Year"),
        AwardCategory(id="ward", name="Ward of the Year", result=ended),
    )
    entries = [entry(1, Outcome.SHORTLISTED)]
    assert "was cancelled" in _flat(summary(made(entries, categories=categories)))
    assert "was cancelled" not in _flat(summary(made(entries, categories=categories, organisation="ruh")))


def test_a_deadline_that_moved_and_an_edition_that_is_postponed_are_told(made: Made) -> None:
    dates = (
        KeyDate(
            what=DateKind.ENTRY_DEADLINE,
            when=When(2020, 11, 20),
            was=(EarlierDate(when=When(2020, 11, 6), announced=When(2020, 9, 1)),),
        ),
        KeyDate(what=DateKind.CEREMONY, when=When(2021), certainty=Certainty.POSTPONED),
        KeyDate(what=DateKind.LAUNCH, when=When(2020, 10, 9), certainty=Certainty.CANCELLED),
    )
    told = summary(made(dates=dates))
    assert told.title == "2020 HSJ Awards: dates ahead"
    assert _standfirst(told) == (
        "The next deadline is Friday 20 November 2020, for entries. "
        "Two dates lie ahead, one of them a deadline."
    )
    assert "was 6 November 2020" in _flat(told)
    assert "2021 (postponed)" in _flat(told)
    assert _figures(told) == ["2 dates ahead", "1 deadline ahead"]
    short = summary(made(dates=dates), is_short=True)
    assert "Launch" not in _flat(short)
    assert "Launch" in _flat(told)


def test_dates_without_a_deadline_begin_with_the_next(made: Made) -> None:
    dates = (
        KeyDate(what=DateKind.SITE_VISIT, when=When(2020, 11)),
        KeyDate(what=DateKind.OTHER, name="The walk", when=When(2020, 12)),
    )
    assert _standfirst(summary(made(dates=dates))) == (
        "Next come the site visits, in November 2020. Two dates lie ahead."
    )
    assert _standfirst(summary(made(dates=dates[1:]))) == "Next comes ‘The walk’, in December 2020."
    closing = KeyDate(what=DateKind.ENTRY_DEADLINE, when=When(2020, 11, 6))
    late = KeyDate(what=DateKind.LATE_DEADLINE, when=When(2020, 11, 9))
    assert _standfirst(summary(made(dates=(closing, late)))).endswith(
        "Two dates lie ahead, all of them deadlines."
    )


def test_a_date_without_a_day_that_holds_is_counted_and_one_that_is_cancelled_is_not(made: Made) -> None:
    postponed = KeyDate(what=DateKind.CEREMONY, when=When(2021), certainty=Certainty.POSTPONED)
    assert _standfirst(summary(made(dates=(postponed,)))) == "One date lies ahead."
    cancelled = KeyDate(what=DateKind.CEREMONY, when=When(2021), certainty=Certainty.CANCELLED)
    with pytest.raises(NothingToExport):
        summary(made(dates=(cancelled,)))
    with pytest.raises(NothingToExport, match="no date lies ahead"):
        summary(made([entry(1, Outcome.WON)], dates=(cancelled,)), kind=SummaryKind.DEADLINES)


def test_results_without_an_honour_begin_with_the_nominations(made: Made) -> None:
    ended = CategoryResult(is_=CategoryResultKind.NO_AWARD, announced=When(2020, 8, 20))
    categories = (AwardCategory(id="team", name="Team of the Year", result=ended),)
    shown = made([entry(1, Outcome.SHORTLISTED)], categories=categories)
    told = summary(shown, kind=SummaryKind.RESULTS)
    assert _standfirst(told) == (
        "Royal United has one nomination in one category of the 2020 HSJ Awards. It was shortlisted."
    )
    assert "‘Team of the Year’: no award was given, 20 August 2020." in _flat(told)


def test_several_wins_are_counted_once_and_all_that_won_are_no_news_twice(made: Made) -> None:
    told = summary(made(entry(place, Outcome.WON) for place in range(2)), kind=SummaryKind.RESULTS)
    assert _standfirst(told).count("won") == 1
    assert _figures(told) == ["2 wins", "1 winning organisation", "2 nominations", "1 category"]


def test_results_of_several_editions_begin_with_all_that_got_somewhere_in_any_of_them() -> None:
    told = {
        "2018": {"a": Outcome.WON, "b": Outcome.UNSUCCESSFUL},
        "2019": {"c": Outcome.HIGHLY_COMMENDED},
        # The list of an edition whose results nobody knows.
        "2020": {"d": Outcome.SHORTLISTED},
    }
    shown = view(_register_of(told), as_of="2020-10-01")
    assert _standfirst(summary(shown, kind=SummaryKind.RESULTS)) == (
        "In September, Trust A, Trust C and Trust D were recognised with one win, one honour and one "
        "shortlisted entry. Three of four nominations were shortlisted or got further; one won."
    )


def test_results_of_several_editions_of_which_one_has_any_begin_with_that_one() -> None:
    told = {"2019": {"a": Outcome.WON}, "2020": {"b": Outcome.SHORTLISTED}}
    shown = view(_register_of(told), as_of="2020-10-01")
    said = _standfirst(summary(shown, kind=SummaryKind.RESULTS))
    assert said.startswith("Trust A has won the Team of the Year category at the 2019 HSJ Awards")


def _register_of(told: dict[str, dict[str, Outcome]]) -> Register:
    """Editions with their entries, each of a trust of its own, all told in one month."""
    team = (AwardCategory(id="team", name="Team of the Year"),)
    award = Award(
        id="hsj", name="HSJ Awards", editions=tuple(Edition(id=name, categories=team) for name in told)
    )
    entries = tuple(
        Nomination(
            id=f"entry-{trust}",
            edition=f"hsj/{name}",
            category="team",
            title=f"Entry {trust}",
            nominees=(Nominee(organisation=f"trust-{trust}"),),
            decisions=(Decision(outcome=outcome, announced=When(2020, 9)),),
        )
        for name, outcomes in told.items()
        for trust, outcome in outcomes.items()
    )
    trusts = tuple(Organisation(id=f"trust-{trust}", name=f"Trust {trust.upper()}") for trust in "abcd")
    return Register(records=Records(organisations=trusts, awards=(award,), nominations=entries))


def test_a_programme_of_which_the_register_says_nothing_has_no_part_of_its_own(aberdwr: Register) -> None:
    told = summary(view(aberdwr, as_of="2026-12-01", programme="clir"))
    assert "About the project" in _headings(told)
    records = attrs.evolve(aberdwr.records, programmes=(Programme(id="clir", name="CLIR"),))
    entries = tuple(each for each in records.nominations if each.programme == "clir")
    bare = Register(records=attrs.evolve(records, nominations=entries))
    assert "About the programme" not in _headings(summary(view(bare, as_of="2026-12-01", programme="clir")))


def test_what_is_asked_for_beside_the_kind_is_said(aberdwr: Register) -> None:
    told = summary(view(aberdwr, as_of="2026-12-01", outcome=["won", "placed"]))
    assert "Only nominations that stand as won and placed" in told.details
    told = summary(view(aberdwr, as_of="2026-12-01", category="prevention"))
    assert "Only in Prevention Award" in told.details


def test_a_very_long_title_comes_whole(made: Made) -> None:
    long = "A title that goes on, and on, " * 20
    told = summary(made([nominate_titled(long)]), is_short=True)
    assert long.strip() in _flat(told)


def nominate_titled(title: str) -> Nomination:
    plain_entry = entry(1, Outcome.SHORTLISTED)
    return Nomination(
        id="long",
        edition=plain_entry.edition,
        category="team",
        title=title.strip(),
        nominees=plain_entry.nominees,
        decisions=plain_entry.decisions,
    )


# ---- contacts and origins


def test_contacts_are_the_publishers_first_and_the_short_form_has_no_others(tmp_path: Path) -> None:
    for each in (DEMO / "aberdwr").glob("*.yaml"):
        text = each.read_text("utf-8")
        text = text.replace(
            "    name: Côr Calon\n",
            "    name: Côr Calon\n    press_contact: 0123, desk\n    contact: for us alone\n",
        )
        (tmp_path / each.name).write_text(text, "utf-8")
    register = nominate.examine(tmp_path).register
    assert register is not None

    def contacts(*, audience: str = "public") -> list[str]:
        told = summary(view(register, as_of="2026-12-01", audience=audience))
        return [plain(item.content) for item in _below(told, "Contacts")]

    publisher = (
        "Aberdŵr Health Network: Press desk, press@aberdwr.example.org; website of the Aberdŵr Health Network"
    )
    assert contacts() == [publisher, "Côr Calon: 0123, desk"]
    assert contacts(audience="internal")[1] == "Côr Calon: 0123, desk; for us alone"
    short = _flat(summary(view(register, as_of="2026-12-01"), is_short=True))
    assert "- Aberdŵr Health Network: Press desk, press@aberdwr.example.org\n" in short
    assert "Côr Calon: 0123" not in short


def _below(document: Document, heading: str) -> Iterator[Item]:
    blocks = iter(document.blocks)
    for block in blocks:
        if isinstance(block, Heading) and plain(block.content) == heading:
            following = next(blocks)
            assert isinstance(following, Bullets)
            yield from following.items


def test_every_figure_says_what_it_counts_and_which_sources_it_rests_on(aberdwr: Register) -> None:
    told = summary(view(aberdwr, as_of="2026-12-01"))
    (table,) = [block for block in told.blocks if isinstance(block, Table) and "how each is" in block.caption]
    rows = {plain(row[0]): [plain(cell) for cell in row[1:]] for row in table.rows}
    assert rows["Nominations"] == ["33", "Every entry, once", "1 to 4, 6 to 9"]
    assert rows["Wins"][2] == "2, 4, 6 to 9"
    organisers = [
        block for block in told.blocks if isinstance(block, Table) and "organisers’" in block.caption
    ]
    assert "2026 Coastal Care Awards" in {plain(row[0]) for row in organisers[0].rows}
    programmes = [block for block in told.blocks if isinstance(block, Table) and "achieved" in block.caption]
    assert [plain(cell) for cell in programmes[0].header] == ["Programme", "Figure", "Sources"]


def test_the_short_form_cites_nothing_that_it_does_not_list(aberdwr: Register) -> None:
    for kind in SummaryKind:
        filters = {"edition": "coastal-care/2026"} if kind is SummaryKind.EDITION else {}
        filters |= {"organisation": "cor-calon"} if kind is SummaryKind.ORGANISATION else {}
        filters |= {"programme": "camau-diogel"} if kind is SummaryKind.PROGRAMME else {}
        told = summary(view(aberdwr, as_of="2026-12-01", **filters), kind=kind, is_short=True)
        assert "[" not in _flat(told).replace("[website", "")
        assert [each.casefold().endswith("whom to ask") for each in _headings(told)] == [True]
