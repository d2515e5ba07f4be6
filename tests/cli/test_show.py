from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def shown(run: Run, *args: str) -> list[str]:
    result = run("show", *args, "--quiet")
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_a_nomination_is_shown_with_its_place_and_how_it_stands(run: Run) -> None:
    assert shown(run, "ruh-skip-2020", "awards")[:3] == [
        "The Sepsis and Kidney Injury Prevention (SKIP) team improving outcomes for patients",
        "nomination ruh-skip-2020, at awards/hsj-patient-safety.yaml:86:5",
        "stands: shortlisted",
    ]


def test_an_id_has_its_name_beside_it(run: Run) -> None:
    told = shown(run, "ruh-skip-2020", "awards")
    assert "edition: hsj-patient-safety/2020 (2020 HSJ Patient Safety Awards)" in told
    assert "category: patient-safety-team (Patient Safety Team of the Year)" in told
    assert "  - organisation: ruh (Royal United Hospitals Bath NHS Foundation Trust)" in told


def test_the_history_says_since_when_the_public_may_know(run: Run) -> None:
    told = shown(run, "ruh-skip-2020", "awards")
    assert "  2020-08: shortlisted, called 'nominated'; public since 2020-09-01" in told


@pytest.mark.parametrize(
    ("name", "as_of", "line"),
    [
        ("clir-bilingual-2027", "2026-11-22", "  2027-03-11T21:30: won; not public before 2027-03-11T21:30"),
        ("memory-map-2026", "2026-11-22", "  2026-10-22T12:00: won; not public"),
        ("camau-diogel-2026", "2026-11-22", "  2026-06-18T19:30: won; public since 2026-06-18T19:30"),
    ],
)
def test_a_decision_under_embargo_says_when_it_opens(run: Run, name: str, as_of: str, line: str) -> None:
    assert line in shown(run, name, "aberdwr", "--as-of", as_of)


def test_a_decision_that_the_team_did_not_know_by_then_is_not_shown(run: Run) -> None:
    told = "\n".join(shown(run, "camau-diogel-2026", "aberdwr", "--as-of", "2026-06-01"))
    assert "stands: shortlisted" in told
    assert ": won;" not in told


def test_a_correction_is_shown_as_one(run: Run) -> None:
    told = "\n".join(shown(run, "falls-leaflet-2025", "aberdwr"))
    assert told.count("; recorded by mistake") == 1


def test_an_organisation_is_shown_with_its_nominations(run: Run) -> None:
    told = shown(run, "ruh", "awards")
    assert told[0] == "Royal United Hospitals Bath NHS Foundation Trust"
    assert "member_of:" in told
    assert told[told.index("nominations:") + 2].split()[0] == "ruh-skip-2020"


@pytest.mark.parametrize(
    "name", ["RUH", "Royal United Hospitals Bath", "royal united hospitals bath nhs foundation trust"]
)
def test_an_organisation_is_found_by_any_of_its_names(run: Run, name: str) -> None:
    assert shown(run, name, "awards")[1].startswith("organisation ruh, at ")


def test_an_organisation_is_shown_with_the_entries_of_its_teams(run: Run) -> None:
    assert "nos-dawel-2026" in "\n".join(shown(run, "dyffryn-twr", "aberdwr"))


def test_a_person_is_shown_with_roles_and_nominations(run: Run) -> None:
    told = "\n".join(shown(run, "tomos-hedd", "aberdwr"))
    assert "roles:" in told
    assert "tomos-hedd-table-2026" in told


def test_a_programme_is_shown_with_what_it_achieved(run: Run) -> None:
    told = shown(run, "dwac", "awards")
    assert "    hedges:" in told
    assert any(line.strip().startswith("dwac-2017 ") for line in told)


def test_an_award_is_shown_with_its_editions(run: Run) -> None:
    told = "\n".join(shown(run, "hsj-patient-safety", "awards"))
    assert "editions:\n  hsj-patient-safety/2020  2020 HSJ Patient Safety Awards" in told


def test_an_edition_is_shown_with_its_categories(run: Run) -> None:
    told = shown(run, "hsj-patient-safety/2020", "awards")
    assert told[0] == "2020 HSJ Patient Safety Awards"
    assert "  mental-health           Mental Health Initiative of the Year" in told
    assert any("ruh-skip-2020" in line for line in told)


def test_a_category_is_shown_with_its_nominations(run: Run) -> None:
    told = shown(run, "hsj-patient-safety/2020/mental-health", "awards")
    assert told[1].startswith(
        "category hsj-patient-safety/2020/mental-health, at awards/hsj-patient-safety.yaml:"
    )
    assert told[2:4] == ["", "nominations:"]


def test_the_place_in_a_file_is_the_one_that_people_find_there(run: Run, folder: Path) -> None:
    place = shown(run, "clir-2026", "aberdwr")[1].rpartition(" at ")[2]
    file, line, column = place.split(":")
    text = (folder / file).read_text("utf-8").splitlines()[int(line) - 1]
    assert text[int(column) - 1 :].startswith("id: clir-2026")


def test_several_records_of_one_id_are_told_apart_by_kind(run: Run, folder: Path) -> None:
    (folder / "awards" / "more.yaml").write_text("awards: [{id: dwac, name: The DWAC Awards}]")
    result = run("show", "dwac", "awards")
    assert result.exit_code == 2
    assert "several records: programme, award; add --kind programme or --kind award" in result.stderr
    assert shown(run, "dwac", "awards", "--kind", "award")[0] == "The DWAC Awards"


def test_a_kind_without_that_id_is_told(run: Run) -> None:
    result = run("show", "ruh", "awards", "--kind", "person")
    assert result.exit_code == 2
    assert "no person 'ruh'" in result.stderr


def test_json_has_the_record_and_its_history(run: Run) -> None:
    told = json.loads(run("show", "ruh-skip-2020", "awards", "--json").stdout)
    assert (told["kind"], told["id"], told["line"]) == ("nomination", "ruh-skip-2020", 86)
    assert told["record"]["nominees"] == [{"organisation": "ruh", "role": "lead"}]
    assert told["history"][0]["public_from"] == "2020-09-01T00:00:00+01:00"
    assert told["history"][0]["is_public"]


def test_json_of_an_organisation_has_the_ids_of_its_nominations(run: Run) -> None:
    told = json.loads(run("show", "ruh", "awards", "--json").stdout)
    assert told["nominations"] == ["ruh-sepsis-2020", "ruh-skip-2020"]


def test_that_it_is_for_the_team_is_said_beside_the_data(run: Run) -> None:
    result = run("show", "ruh", "awards")
    assert result.stderr.startswith("the whole register, for the team")


def test_a_yes_is_shown_as_yes(run: Run, folder: Path) -> None:
    (folder / "awards" / "more.yaml").write_text(
        "organisations: [{id: friends, name: Friends, is_plural: yes}]"
    )
    assert "is_plural: yes" in shown(run, "friends", "awards")
    assert json.loads(run("show", "friends", "awards", "--json").stdout)["record"]["is_plural"] is True
