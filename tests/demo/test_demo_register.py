"""What the demonstration promises to show: `docs/reference/demo.md` says the same in a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import nominate
from nominate import (
    AwardCategory,
    CategoryResultKind,
    Certainty,
    DateKind,
    Edition,
    KeyDate,
    Mode,
    Outcome,
    Progress,
    Register,
    SuccessionKind,
    View,
    When,
)
from nominate.storage.loading import examine

DEMO = Path(nominate.__file__).parent / "demo"
GUIDE = Path(__file__).parents[2] / "docs" / "reference" / "demo.md"
NETWORKS = ("aberdwr", "west-of-england")
TODAY = When(2026, 11, 22)


@pytest.fixture(scope="module")
def aberdwr() -> Register:
    return nominate.load(DEMO / "aberdwr")


@pytest.fixture(scope="module")
def west() -> Register:
    return nominate.load(DEMO / "west-of-england")


def public(register: Register, as_of: str, **filters: str) -> View:
    return nominate.view(register, as_of=as_of, audience="public", **filters)


def edition_of(register: Register, name: str) -> Edition:
    award, _, year = name.partition("/")
    return next(each for each in register.award(award).editions if each.id == year)


def category_of(register: Register, edition: str, name: str) -> AwardCategory:
    return next(each for each in edition_of(register, edition).categories if each.id == name)


def dates_of(register: Register, edition: str, kind: DateKind) -> list[KeyDate]:
    return [each for each in edition_of(register, edition).dates if each.what is kind]


def outcomes_of(view: View) -> dict[str, Outcome | None]:
    return {entry.id: entry.outcome for entry in view.entries}


# The two stories.


def test_the_hsj_story_has_two_member_organisations_five_categories_and_three_and_two_nominations(
    west: Register,
) -> None:
    view = public(west, "2020-10-01", edition="hsj-patient-safety/2020", member_of="weahsn")
    assert Counter(entry.leads for entry in view.entries) == {("awp",): 3, ("ruh",): 2}
    assert (view.totals["organisations"], view.totals["categories"]) == (2, 5)


def test_the_hsj_story_has_virtual_judging_and_a_virtual_ceremony_in_november_and_a_link(
    west: Register,
) -> None:
    _, edition = public(west, "2020-10-01").editions["hsj-patient-safety/2020"]
    dates = {each.what: each for each in edition.dates}
    assert (dates[DateKind.JUDGING].mode, dates[DateKind.JUDGING].when) == (Mode.VIRTUAL, None)
    assert (dates[DateKind.CEREMONY].mode, dates[DateKind.CEREMONY].when) == (Mode.VIRTUAL, When(2020, 11))
    assert edition.links


def test_the_hsj_story_claims_no_result_that_the_post_does_not_have(west: Register) -> None:
    view = public(west, "2026-11-22", edition="hsj-patient-safety/2020")
    assert set(outcomes_of(view).values()) == {Outcome.SHORTLISTED}


def test_the_dwac_story_has_the_win_at_the_house_of_commons(west: Register) -> None:
    view = public(west, "2017-10-12", edition="anticoagulation-achievement/2017")
    ceremony = view.events[0].date
    assert outcomes_of(view) == {"dwac-2017": Outcome.WON}
    assert (ceremony.when, ceremony.venue) == (When(2017, 10, 11), "The House of Commons")


def test_the_dwac_story_is_not_told_before_the_ceremony(west: Register) -> None:
    assert not public(west, "2017-10-10", edition="anticoagulation-achievement/2017").entries


def test_the_anticoagulation_awards_have_four_charities_and_two_training_establishments_as_hosts(
    west: Register,
) -> None:
    hosts = west.award("anticoagulation-achievement").hosts
    kinds = Counter(west.organisation(each.organisation).kind for each in hosts)
    assert kinds == {"charity": 4, "training establishment": 2}


def test_the_anticoagulation_awards_have_a_first_edition_six_declared_categories_and_a_bursary(
    west: Register,
) -> None:
    edition = edition_of(west, "anticoagulation-achievement/2017")
    prize = edition.categories[0].prize
    assert (edition.ordinal, edition.declared["categories"]) == (1, 6)
    assert prize is not None
    assert (prize.kind, prize.amount, prize.per) == ("bursary", Decimal(1000), "winning entry")


def test_the_impact_of_dwac_keeps_its_hedges(west: Register) -> None:
    impact = west.programme("dwac").impacts[0]
    assert impact.money is not None
    assert (impact.value, impact.hedges, impact.period) == (Decimal(27), ("potentially",), "36 weeks")
    assert (impact.money.amount, impact.money.hedges) == (Decimal(629_000), ("estimated", "over"))


def test_dwac_is_adopted_by_85_practices_in_four_places(west: Register) -> None:
    adoption = west.programme("dwac").adoption
    assert adoption is not None
    assert (adoption.value, adoption.unit, len(adoption.places)) == (Decimal(85), "GP practices", 4)


def test_no_real_person_and_no_real_quote_is_in_the_two_stories(west: Register) -> None:
    assert not west.people
    assert not any(each.quotes or each.images for each in west.nominations)


# The made-up network.


@pytest.mark.parametrize("outcome", Outcome, ids=lambda each: each.value)
def test_every_outcome_occurs_in_the_made_up_network(aberdwr: Register, outcome: Outcome) -> None:
    assert any(each.outcome is outcome for entry in aberdwr.nominations for each in entry.decisions)


@pytest.mark.parametrize("progress", Progress, ids=lambda each: each.value)
def test_every_stage_of_work_occurs_next_year(aberdwr: Register, progress: Progress) -> None:
    entries = [each for each in aberdwr.nominations if each.edition == "coastal-care/2027"]
    assert any(each.progress is progress for each in entries)


@pytest.mark.parametrize("certainty", Certainty, ids=lambda each: each.value)
def test_every_certainty_of_a_date_occurs(aberdwr: Register, certainty: Certainty) -> None:
    editions = [edition for award in aberdwr.awards for edition in award.editions]
    assert any(date.certainty is certainty for edition in editions for date in edition.dates)


def test_the_made_up_network_says_that_it_is_made_up(aberdwr: Register) -> None:
    assert all("fictional" in each.notes.lower() for each in aberdwr.organisations)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("camau-diogel-2026", "2026-06-18T19:29", "2026-06-18T19:30"),
        ("clir-bilingual-2027", "2027-03-11T21:29", "2027-03-11T21:30"),
    ],
    ids=["until the ceremony", "until a time"],
)
def test_an_embargoed_win_is_public_from_the_minute_that_its_embargo_ends(
    aberdwr: Register, name: str, before: str, after: str
) -> None:
    assert outcomes_of(public(aberdwr, before))[name] is Outcome.SHORTLISTED
    assert outcomes_of(public(aberdwr, after))[name] is Outcome.WON


def test_a_win_under_an_embargo_until_it_is_cleared_never_becomes_public(aberdwr: Register) -> None:
    assert outcomes_of(public(aberdwr, "2999"))["memory-map-2026"] is Outcome.SHORTLISTED


def test_the_team_itself_knows_the_embargoed_wins(aberdwr: Register) -> None:
    known = outcomes_of(nominate.view(aberdwr, as_of=TODAY, audience="internal"))
    assert known["clir-bilingual-2027"] is known["memory-map-2026"] is Outcome.WON


def test_a_tie_has_two_winners_in_one_category(aberdwr: Register) -> None:
    view = public(aberdwr, "2025-07-01", edition="coastal-care/2025", category="prevention")
    assert outcomes_of(view) == {"camau-diogel-2025": Outcome.WON, "canu-iach-2025": Outcome.WON}


@pytest.mark.parametrize(
    ("edition", "category", "kind"),
    [
        ("coastal-care/2025", "research", CategoryResultKind.NO_AWARD),
        ("coastal-care/2024", "rural-care", CategoryResultKind.MERGED),
        ("coastal-care/2024", "green-travel", CategoryResultKind.CANCELLED),
    ],
    ids=lambda each: each.value if isinstance(each, CategoryResultKind) else "",
)
def test_a_category_may_have_a_result_of_its_own(
    aberdwr: Register, edition: str, category: str, kind: CategoryResultKind
) -> None:
    result = category_of(aberdwr, edition, category).result
    assert result is not None
    assert result.is_ is kind


def test_a_category_is_renamed_from_one_edition_to_the_next(aberdwr: Register) -> None:
    names = [category_of(aberdwr, f"coastal-care/{year}", "integrated-team").name for year in (2023, 2024)]
    assert names == ["Joined-Up Team Award", "Integrated Team of the Year"]


def test_a_recategorised_entry_stands_in_the_category_that_it_was_moved_to(aberdwr: Register) -> None:
    view = public(aberdwr, "2026-11-22")
    now = {entry.id: entry.category_id for entry in view.entries}
    assert (now["farm-gate-2024"], now["clir-app-2025"]) == ("community-care", "plain-data")


def test_a_declined_win_is_still_a_win(aberdwr: Register) -> None:
    view = public(aberdwr, "2026-11-22")
    past = next(entry.history for entry in view.entries if entry.id == "village-halls-2025")
    assert (past.has_won, past.is_declined) == (True, True)


def test_a_revoked_win_counts_no_longer_and_a_reinstated_one_counts_again(aberdwr: Register) -> None:
    histories = {entry.id: entry.history for entry in public(aberdwr, "2026-11-22").entries}
    assert not histories["ward-radar-2026"].has_won
    assert histories["frailty-front-door-2025"].has_won


def test_a_correction_says_that_the_win_never_was(aberdwr: Register) -> None:
    assert outcomes_of(public(aberdwr, "2026-11-22"))["falls-leaflet-2025"] is Outcome.HIGHLY_COMMENDED


def test_a_result_that_nobody_noted_stays_unknown(aberdwr: Register) -> None:
    ceremony = dates_of(aberdwr, "coastal-care/2026", DateKind.CEREMONY)[0]
    assert ceremony.when is not None
    assert ceremony.when.is_before(TODAY)
    assert [each.outcome for each in aberdwr.nomination("nos-dawel-2026").decisions] == [Outcome.SHORTLISTED]


def test_a_person_and_a_team_are_nominated(aberdwr: Register) -> None:
    person = aberdwr.nomination("tomos-hedd-table-2026").nominees[0].person
    team = aberdwr.nomination("nos-dawel-2026").nominees[0].organisation
    assert person is not None
    assert aberdwr.person(person).name == "Tomos Hedd"
    assert team is not None
    assert (aberdwr.organisation(team).kind, aberdwr.organisation(team).part_of) == ("team", "dyffryn-twr")


def test_a_shared_entry_has_shares_that_sum_to_one(aberdwr: Register) -> None:
    shares = [each.share for each in aberdwr.nomination("supper-2026").nominees]
    assert shares == [Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)]


def test_one_organisation_has_two_entries_in_one_category(aberdwr: Register) -> None:
    lead = Counter(
        (each.edition, each.category, each.nominees[0].organisation) for each in aberdwr.nominations
    )
    assert lead["clear-voice/2026", "leaflet", "dyffryn-twr"] == 2


def test_a_renamed_organisation_keeps_the_name_of_the_day(aberdwr: Register) -> None:
    assert aberdwr.organisation("mor-a-mynydd").former_names[0].name == "West Coast Health Board"
    view = public(aberdwr, "2026-11-22", edition="coastal-care/2023", organisation="mor-a-mynydd")
    assert [each.name for entry in view.entries for each in entry.nominees] == [
        "West Coast Falls Response Team"
    ]


def test_an_organisation_was_succeeded_by_merger(aberdwr: Register) -> None:
    succession = aberdwr.organisation("llanydd").succeeded_by[0]
    assert (succession.organisation, succession.how) == ("dyffryn-twr", SuccessionKind.MERGED)


def test_an_organisation_has_left_the_network(aberdwr: Register) -> None:
    assert aberdwr.organisation("aberdwr-council").member_of[0].until == When(2024, 12, 31)


@pytest.mark.parametrize("letter", "ŵŷâô")
def test_welsh_letters_occur_outside_comments(letter: str) -> None:
    texts = [file.read_text(encoding="utf-8") for file in (DEMO / "aberdwr").glob("*.yaml")]
    assert any(letter in line.split("#")[0] for text in texts for line in text.splitlines())


def test_an_extended_deadline_keeps_what_it_was(aberdwr: Register) -> None:
    deadline = dates_of(aberdwr, "coastal-care/2027", DateKind.ENTRY_DEADLINE)[0]
    assert (deadline.when, deadline.was[0].when) == (When(2027, 2, 5, 17, 0), When(2027, 1, 22, 17, 0))
    assert deadline.was[0].reason == "extended"


def test_a_deadline_is_extended_for_one_entry_alone(aberdwr: Register) -> None:
    target = dates_of(aberdwr, "coastal-care/2026", DateKind.EXTENDED_DEADLINE)[0].for_
    assert target is not None
    assert target.nomination == "canu-iach-2026"


def test_a_date_is_known_to_the_month_an_interval_or_about(aberdwr: Register) -> None:
    texts = {str(each.when) for each in edition_of(aberdwr, "coastal-care/2027").dates}
    assert {"2027-04", "2027-05-10/2027-05-21", "2027-07~"} <= texts


def test_the_hosts_of_an_edition_take_the_place_of_the_awards_own(aberdwr: Register) -> None:
    assert edition_of(aberdwr, "coastal-care/2027").hosts != aberdwr.award("coastal-care").hosts
    assert edition_of(aberdwr, "coastal-care/2027").hosts


def test_hosts_are_organisers_sponsors_partners_and_media_partners(aberdwr: Register) -> None:
    roles = {each.role for each in aberdwr.award("coastal-care").hosts}
    assert roles == {"organiser", "sponsor", "partner", "media partner"}


def test_an_award_had_another_name(aberdwr: Register) -> None:
    assert aberdwr.award("coastal-care").former_names[0].name == "Seaside Health Awards"


def test_a_category_has_a_sponsor_and_a_prize(aberdwr: Register) -> None:
    category = category_of(aberdwr, "coastal-care/2026", "prevention")
    assert category.sponsor == ("harbwr",)
    assert category.prize is not None


def test_an_approved_quote_has_two_paragraphs_and_is_public(aberdwr: Register) -> None:
    entry = next(each for each in public(aberdwr, "2026-11-22").entries if each.id == "camau-diogel-2026")
    assert [(each.name, len(each.paragraphs)) for each in entry.statements] == [
        ("Gwen Ashdown", 2),
        ("Harri Olwen", 1),
    ]


def test_a_quote_about_the_win_waits_for_the_win(aberdwr: Register) -> None:
    view = public(aberdwr, "2026-06-18T19:29")
    entry = next(each for each in view.entries if each.id == "camau-diogel-2026")
    assert [each.name for each in entry.statements] == ["Harri Olwen"]
    assert not entry.images


def test_a_quote_that_nobody_approved_is_not_public(aberdwr: Register) -> None:
    assert aberdwr.nomination("letters-film-2027").quotes
    entry = next(each for each in public(aberdwr, "2030").entries if each.id == "letters-film-2027")
    assert not entry.statements


def test_the_picture_is_there_with_alt_text_people_in_order_and_consent(aberdwr: Register) -> None:
    image = aberdwr.nomination("camau-diogel-2026").images[0]
    assert (DEMO / "aberdwr" / image.file).read_bytes().startswith(b"\x89PNG")
    assert [each.name for each in image.people] == ["Gwen Ashdown", "Harri Olwen", "Dr Priya Lindqvist"]
    assert image.alt
    assert image.consent is not None


def test_one_impact_is_approved_and_one_is_not(aberdwr: Register) -> None:
    approved, other = aberdwr.programme("camau-diogel").impacts
    assert approved.approved is not None
    assert approved.hedges == ("potentially",)
    assert other.approved is None
    assert other.source is not None


def test_a_programme_has_partners_adoption_and_a_glossary(aberdwr: Register) -> None:
    programme = aberdwr.programme("camau-diogel")
    assert programme.partners
    assert programme.adoption is not None
    assert programme.glossary


def test_an_entry_has_a_fee_costs_evidence_and_fields_of_the_teams_own(aberdwr: Register) -> None:
    entry = aberdwr.nomination("camau-diogel-2026")
    assert entry.fee is not None
    assert entry.costs
    assert entry.evidence
    assert entry.extra["board paper"] == "2026/14"


def test_every_stage_from_drafting_to_submission_has_an_owner(aberdwr: Register) -> None:
    busy = {Progress.DRAFTING, Progress.IN_REVIEW, Progress.APPROVED}
    assert all(each.owner for each in aberdwr.nominations if each.progress in busy)


def test_tasks_and_deadlines_lie_ahead(aberdwr: Register) -> None:
    due = [task.due for entry in aberdwr.nominations for task in entry.tasks if task.done is None]
    deadlines = dates_of(aberdwr, "coastal-care/2027", DateKind.ENTRY_DEADLINE)
    ahead = [each for each in (*due, *(date.when for date in deadlines)) if each is not None]
    assert len(ahead) > 8
    assert all(TODAY.is_before(each) for each in ahead)


def test_the_results_of_one_award_are_complete_since_a_year(aberdwr: Register) -> None:
    assert aberdwr.settings.complete_since == {"coastal-care": 2023}


# Both.


@pytest.mark.parametrize("network", NETWORKS)
def test_every_file_begins_by_naming_its_schema(network: str) -> None:
    modeline = "# yaml-language-server: $schema=../schemas/register.schema.json\n"
    files = sorted((DEMO / network).glob("*.yaml"))
    assert files
    assert all(file.read_text(encoding="utf-8").startswith(modeline) for file in files)


def test_the_demonstration_is_small_enough_to_read(aberdwr: Register, west: Register) -> None:
    assert len(aberdwr.nominations) + len(west.nominations) <= 60


def test_nothing_is_to_mend_in_the_two_stories() -> None:
    assert examine(DEMO / "west-of-england", as_of=TODAY).problems == ()


def test_only_what_is_open_on_purpose_is_warned_of_in_the_made_up_network() -> None:
    # An impact and a quote that nobody approved, and an embargo that somebody must clear.
    problems = examine(DEMO / "aberdwr", as_of=TODAY).problems
    assert sorted(each.code for each in problems) == ["W425", "W502", "W521"]


def ids_of(registers: Iterable[Register]) -> set[str]:
    found: set[str] = set()
    for register in registers:
        for group in (register.organisations, register.people, register.programmes):
            found.update(each.id for each in group)
        found.update(each.id for each in register.awards)
        found.update(each.id for each in register.nominations)
        editions = [(award, edition) for award in register.awards for edition in award.editions]
        found.update(f"{award.id}/{edition.id}" for award, edition in editions)
        found.update(category.id for _, edition in editions for category in edition.categories)
    return found


def test_the_guide_names_only_records_and_files_that_exist(aberdwr: Register, west: Register) -> None:
    rows = [line for line in GUIDE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    told = {each for line in rows for each in re.findall(r"`([^`]+)`", line)} - {"complete_since"}
    files = {file.name for network in NETWORKS for file in (DEMO / network).glob("*.yaml")}
    assert told - files <= ids_of([aberdwr, west])
