"""Every situation that the made-up network's register holds, told from its facts alone."""

from __future__ import annotations

from importlib.resources import as_file, files

import attrs
import pytest

import nominate
from nominate import NothingToExport, Programme, Register, View, view
from nominate.documents import Figure, Quotation, to_markdown
from nominate.prose import Style, story


@pytest.fixture(scope="module")
def register() -> Register:
    with as_file(files("nominate") / "demo" / "aberdwr") as folder:
        return nominate.load(folder)


def shown(register: Register, edition: str, as_of: str, audience: str = "public", **scope: object) -> View:
    return view(register, as_of=as_of, audience=audience, edition=edition, **scope)


def piece(register: Register, edition: str, as_of: str, audience: str = "public", **scope: object) -> str:
    return to_markdown(story(shown(register, edition, as_of, audience, **scope), style=Style.load("health")))


@pytest.mark.parametrize(
    ("edition", "as_of", "said"),
    [
        pytest.param(
            "coastal-care/2026",
            "2026-06-20",
            "Dyffryn Tŵr University Health Board (DTUHB) and Aberdŵr University are credited as partners.",
            id="lead and partners are credited",
        ),
        pytest.param(
            "coastal-care/2026",
            "2026-06-20",
            "DTUHB has been highly commended in the Research into Practice Award category",
            id="highly commended beside a win",
        ),
        pytest.param(
            "coastal-care/2026",
            "2026-06-20",
            "The Ward 7 Night Team at DTUHB was also shortlisted in the Integrated Team of the Year category",
            id="a team, and a result that nobody has noted",
        ),
        pytest.param(
            "coastal-care/2026",
            "2026-06-20",
            "The judges said of ‘Camau Diogel in every care home’: “Small visits, large difference.”",
            id="the words of the judges",
        ),
        pytest.param(
            "coastal-care/2023",
            "2023-06-20",
            "The West Coast Falls Response Team at West Coast Health Board (WCHB), a member of",
            id="the names of that day",
        ),
        pytest.param(
            "coastal-care/2024",
            "2024-06-21",
            "for ‘The pharmacy that comes to the farm gate’ (entered in the Rural Care Award category)",
            id="recategorised and runner-up",
        ),
        pytest.param(
            "coastal-care/2024",
            "2024-06-21",
            "Idris Vale: third place in the Volunteer of the Year category",
            id="a person who was placed",
        ),
        pytest.param(
            "coastal-care/2025",
            "2025-06-20",
            "MMUHB and Côr Calon are joint winners of the Prevention Award.",
            id="a tie",
        ),
        pytest.param(
            "coastal-care/2025",
            "2025-06-20",
            "No award was made in the Research into Practice Award category.",
            id="no award",
        ),
        pytest.param(
            "coastal-care/2025",
            "2025-06-20",
            "Four member organisations of the Aberdŵr Health Network (AHN) have won four awards",
            id="several wins",
        ),
        pytest.param(
            "digital-dawn/2026",
            "2026-11-20",
            "the entry, ‘A radar for empty beds’, had won. The win was revoked on Friday 6 November.",
            id="revoked",
        ),
        pytest.param(
            "digital-dawn/2025",
            "2025-12-01",
            "(DTUHB), a member of the Aberdŵr Health Network (AHN), is credited as a partner.",
            id="a member as the partner of a company",
        ),
        pytest.param(
            "long-table/2026",
            "2026-05-08",
            "Falls Response Team) and Aberdŵr University have won the Long Table Prize 2026",
            id="a person, and an award with the one category of its name",
        ),
        pytest.param(
            "long-table/2026",
            "2026-05-08",
            "The prize was shared: 50% to Dr Prydderch, 25% to Gwen Ashdown and 25% to Aberdŵr University.",
            id="a prize in shares",
        ),
        pytest.param(
            "coastal-care/2024",
            "2024-03-10",
            "have been longlisted in two categories of the 2024 Coastal Care Awards",
            id="longlisted",
        ),
        pytest.param(
            "coastal-care/2024",
            "2024-03-10",
            "on Thursday 18 April. The public vote opens on Monday 22 April and closes on Monday 6 May.",
            id="the steps ahead",
        ),
        pytest.param(
            "coastal-care/2026",
            "2026-05-01",
            "in the Integrated Team of the Year category will take place virtually on Tuesday 12 May.",
            id="a step for one category",
        ),
        pytest.param(
            "coastal-care/2026",
            "2026-05-01",
            "Integrated Team of the Year, for ‘Nos Dawel, the quiet night’, by the Ward 7 Night Team",
            id="a team among its organisation's entries",
        ),
        pytest.param(
            "coastal-care/2026",
            "2026-05-01",
            "Each winning entry in the Prevention Award category receives a grant of £2,500",
            id="what may be won",
        ),
    ],
)
def test_the_story_tells(register: Register, edition: str, as_of: str, said: str) -> None:
    assert said in piece(register, edition, as_of)


def test_an_entry_that_ended_without_an_honour_is_not_named(register: Register) -> None:
    told = piece(register, "coastal-care/2025", "2025-08-01")
    for title in ("What tide tables teach", "Lights down, slippers on", "The woman who taught a town"):
        assert title not in told


def test_nothing_to_tell_is_refused(register: Register) -> None:
    with pytest.raises(NothingToExport, match="nothing to tell"):
        story(shown(register, "digital-dawn/2025", "2025-10-01"))


def test_quotes_keep_every_word_and_open_each_paragraph(register: Register) -> None:
    document = story(shown(register, "coastal-care/2026", "2026-06-20"))
    first = next(block for block in document.blocks if isinstance(block, Quotation))
    assert [str(paragraph[0])[0] for paragraph in first.paragraphs] == ["“", "“"]
    assert not str(first.paragraphs[0][0]).endswith("”")
    assert str(first.paragraphs[1][0]).endswith("everybody who has let us in.”")


def test_a_quote_that_nobody_has_approved_is_left_out_even_for_the_team(register: Register) -> None:
    assert "I cried at the end" not in piece(register, "clear-voice/2027", "2026-11-20", "internal")


def test_a_picture_comes_with_its_words_people_in_order_and_credit(register: Register) -> None:
    document = story(shown(register, "coastal-care/2026", "2026-06-20"))
    figure = next(block for block in document.blocks if isinstance(block, Figure))
    caption = str(figure.caption[0])
    assert figure.alt.startswith("A drawing of three people on a pier")
    assert caption.index("Gwen Ashdown") < caption.index("Harri Olwen") < caption.index("Dr Priya Lindqvist")
    assert figure.credit == "Drawn for this demonstration"


@pytest.mark.parametrize(
    ("audience", "as_of", "status"),
    [
        ("public", "2026-11-20", "For immediate release"),
        ("press", "2027-03-12", "Embargoed until 9:30pm on Thursday 11 March 2027"),
        ("internal", "2026-11-20", "Internal: not for publication"),
    ],
)
def test_the_status_line_says_who_may_use_it(
    register: Register, audience: str, as_of: str, status: str
) -> None:
    told = story(shown(register, "clear-voice/2027", as_of, audience), style=Style.load("health"))
    assert told.status == status


def test_a_win_before_the_ceremony_is_presented_there(register: Register) -> None:
    told = piece(register, "clear-voice/2027", "2026-11-20", "internal")
    assert "The awards will be presented at a ceremony at the Guildhall of the Guild" in told


def test_what_is_dated_later_than_the_piece_is_not_in_it(register: Register) -> None:
    told = piece(register, "coastal-care/2023", "2023-06-20")
    assert "112 falls" not in told
    assert "care homes" not in told


def test_a_word_is_explained_only_where_it_is_used(register: Register) -> None:
    assert "Frailty is when the body recovers slowly" in piece(register, "coastal-care/2025", "2025-06-20")
    assert "Frailty is when" not in piece(register, "coastal-care/2023", "2023-06-20")


def test_the_organisers_totals_are_told_as_theirs(register: Register) -> None:
    assert "The organiser received 188 entries in 10 categories." in piece(
        register, "coastal-care/2026", "2026-06-20"
    )


def test_plural_collectives_follow_the_style(register: Register) -> None:
    house = attrs.evolve(Style.load("health"), has_plural_collectives=True)
    told = to_markdown(story(shown(register, "clear-voice/2026", "2026-10-20"), style=house))
    assert "(AHN), have won the Leaflet of the Year category" in told
    assert "Aberdŵr Council are credited as a partner." in told
    assert "DTUHB lead the project" in told


def test_a_person_who_is_credited_is_one_whatever_the_style(register: Register) -> None:
    house = attrs.evolve(Style.load("health"), has_plural_collectives=True)
    told = to_markdown(story(shown(register, "long-table/2026", "2026-05-08"), style=house))
    assert "Tomos Hedd (Ward Manager at the Ward 7 Night Team) has been named runner-up" in told


@pytest.mark.parametrize("style", ["health", "govuk", "press"])
def test_a_place_is_told_once(register: Register, style: str) -> None:
    house = Style.load(style)
    digits = attrs.evolve(house, numbers=attrs.evolve(house.numbers, ordinal_words_up_to=0))
    for one, place in ((house, "second"), (digits, "2nd")):
        told = to_markdown(story(shown(register, "clear-voice/2025", "2025-10-10"), style=one))
        assert f"has come {place} in the Best in Two Languages category" in told


def test_a_round_up_drops_counts_until_its_headline_fits(register: Register) -> None:
    told = story(view(register, as_of="2026-11-20", year=2026), style=Style.load("health"))
    assert told.title == "Awards in 2026: three wins, four honours and three shortlisted entries"


def test_our_own_programme_is_told_as_ours(register: Register) -> None:
    programmes = tuple(
        attrs.evolve(each, lead="aberdwr") if each.id == "clir" else each
        for each in register.records.programmes
    )
    assert isinstance(programmes[0], Programme)
    ours = Register(records=attrs.evolve(register.records, programmes=programmes))
    told = piece(ours, "clear-voice/2026", "2026-10-20")
    assert "Our Clear Letters and Informed Relatives (CLIR) project has won a Clear Voice Award" in told
    assert "CLIR was the winner in the Leaflet of the Year category with ‘Your letter, explained’." in told
