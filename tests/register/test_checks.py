from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate.codes import CODES
from nominate.files.converter import structured
from nominate.files.text_data import Data
from nominate.files.yaml_text import read_yaml
from nominate.model.settings import Records
from nominate.model.when import When
from nominate.register.checks import Finding, check

FAULTS = Path(__file__).parent / "faults"


def data_of(name: str) -> Any:
    document = read_yaml((FAULTS / name).read_text(encoding="utf-8"), file=name)
    assert not document.problems
    return document.data


def merged(base: Any, change: Any) -> Any:
    """Maps are merged by key, lists by id; `+key` adds to a list; anything else takes the other's place."""
    match base, change:
        case dict(), dict():
            added = {key: value for key, value in change.items() if not key.startswith("+")}
            both = {**base, **{key: merged(base.get(key), value) for key, value in added.items()}}
            for key in change.keys() - added.keys():
                both[key[1:]] = [*(both.get(key[1:]) or []), *change[key]]
            return both
        case [*_], [{"id": _}, *_] if all("id" in each for each in (*base, *change)):
            changes = {each["id"]: each for each in change}
            kept = [merged(each, changes.pop(each["id"], {})) for each in base]
            return [*kept, *changes.values()]
        case None, dict():
            return merged({}, change)
    return change


SOUND = data_of("sound.yaml")
CASES = [
    {"file": path.stem, **case}
    for path in sorted(FAULTS.glob("*.yaml"))
    if path.name != "sound.yaml"
    for case in data_of(path.name)
]
IDS = [f"{case['file']}-{case['code']}-{case['at']}" for case in CASES]
# A text rule of the converter refuses a blank hedge in a file; only a script can make one.
# What lies beside a register is looked at where there are files: in tests/storage.
OF_FILES_BESIDE = {"E355", "W513"}
BY_SCRIPT = {"E524"}


def found(change: Data, case: dict[str, Any] | None = None) -> Sequence[Finding]:
    as_of = (case or {}).get("as_of")
    records = structured(merged(SOUND, change), Records)
    return list(check(records, as_of=When.parse(as_of) if as_of else None))


def test_a_sound_register_has_no_fault() -> None:
    assert found({}) == []


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_fault_is_found_where_it_is(case: dict[str, Any]) -> None:
    findings = found(case["bad"], case)
    own = [finding for finding in findings if finding.code == case["code"]]
    assert own[0].path == case["at"]
    if "says" in case:
        assert f"{own[0].message}; {own[0].hint}" == case["says"]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_one_mistake_makes_one_message(case: dict[str, Any]) -> None:
    assert sorted(finding.code for finding in found(case["bad"], case)) == sorted(
        [case["code"], *case.get("also", [])]
    )


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_the_good_twin_has_no_fault(case: dict[str, Any]) -> None:
    assert found(case["good"], case) == []


def test_every_code_of_a_meaning_has_a_case() -> None:
    meanings = {code for code in CODES if code[1] in "345"}
    assert meanings == {case["code"] for case in CASES} | BY_SCRIPT | OF_FILES_BESIDE


@given(st.lists(st.sampled_from(CASES), min_size=2, max_size=5))
def test_any_mix_of_faults_is_told_record_by_record(mixed: list[dict[str, Any]]) -> None:
    change: Any = {}
    for case in mixed:
        change = merged(change, case["bad"])
    records = structured(merged(SOUND, change), Records)
    sections = [field.name for field in attrs.fields(Records)]
    places = [
        (
            sections.index(str(finding.at[0])),
            next((step for step in finding.at[1:2] if isinstance(step, int)), 0),
        )
        for finding in check(records, as_of=When(2020, 6))
    ]
    assert places == sorted(places)
