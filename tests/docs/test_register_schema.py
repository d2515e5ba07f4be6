"""`schemas/register.schema.json` judged by a validator that is not ours, and held against our own reader."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from made_up.strategies import records_of

import nominate
from nominate.files.plain import plain
from nominate.model.settings import Records

ROOT = Path(__file__).parents[2]
DEMO = Path(nominate.__file__).parent / "demo"
SCHEMA: dict[str, Any] = json.loads((ROOT / "schemas" / "register.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: numbers, true, false and null, and no dates."""


EditorLoader.yaml_implicit_resolvers = {}


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^({_pattern})$"), list(_first)
    )


def _as_an_editor_reads(text: str) -> object:
    return yaml.load(text, EditorLoader)  # noqa: S506 - derives from the safe one


def _is_valid(text: str) -> bool:
    return VALIDATOR.is_valid(_as_an_editor_reads(text))


def _codes(text: str) -> set[str]:
    """What the reader says of the shape of a file: the codes of types and fields."""
    problems = nominate.examine(io.BytesIO(text.encode())).problems
    return {problem.code for problem in problems if problem.code.startswith("E2")}


ENTRY = "id: n, edition: a/1, category: c, title: t"

GOOD = {
    "nothing given": "organisations:\npeople: ~\nawards: null\n",
    "an id that looks like a year": "people: [{id: 2020, name: A}]",
    "an id that looks like a number": "people: [{id: 1.5, name: A}]",
    "a name that looks like a number": "people: [{id: a, name: 0117}]",
    "a name that looks like true": "people: [{id: a, name: true}]",
    "one value for a list of one": "organisations: {id: a, name: A, aliases: B}",
    "a short form": "organisations: [{id: a, name: A, member_of: [b]}]",
    "a short form for a list of one": "organisations: [{id: a, name: A, member_of: b}]",
    "yes": "organisations: [{id: a, name: A, is_plural: yes}]",
    "true": "organisations: [{id: a, name: A, is_plural: true}]",
    "space around a text": "people: [{id: ' a ', name: ' A '}]",
    "a source as an address": "programmes: [{id: a, name: A, impacts: [{source: 'https://a.example.org'}]}]",
    "a source as a title": "programmes: [{id: a, name: A, impacts: [{source: A letter}]}]",
    "an amount": "programmes: [{id: a, name: A, impacts: [{value: 27, money: {amount: 1.50}}]}]",
    "a share": f"nominations: [{{{ENTRY}, nominees: [{{person: p, share: 1/2}}]}}]",
    "own keys": "people: [{id: a, name: A, extra: {budget code: 7, asked: ~}}]",
    "a text of several lines": "people:\n- id: a\n  name: A\n  notes: |\n    One.\n\n    Two.\n",
    **{
        f"the date {date}": f"people: [{{id: a, name: A, roles: [{{title: T, since: {date}}}]}}]"
        for date in (
            "2020",
            "2020-11",
            "2020-11-03",
            "2020-11-03T20:00",
            "2020-11-03 20:00",
            "2020-11-03T20:00Z",
            "2020-11-03T20:00+01:00",
            "2020-10~",
            "2020-11-03/2020-11-05",
        )
    },
    **{
        f"an embargo until {until}": (
            f"nominations: [{{{ENTRY}, decisions: [{{outcome: won, embargo: {{until: {until}}}}}]}}]"
        )
        for until in ("2020-11-12T20:00", "ceremony", "cleared", "2020")
    },
}

BAD = {
    "a key that there is not": ("E201", "people: [{id: a, nmae: A, name: A}]"),
    "a section that there is not": ("E201", "persons: [{id: a, name: A}]"),
    "a key that is missing": ("E202", "people: [{id: a}]"),
    "a key without a value that must have one": ("E202", "people: [{id: a, name: }]"),
    "an empty name": ("E202", "people: [{id: a, name: ''}]"),
    "a list for a text": ("E203", "people: [{id: a, name: [A, B]}]"),
    "a map for a text": ("E203", "people: [{id: a, name: {first: A}}]"),
    "a text for a record": ("E203", "people: [a]"),
    "a text for a map": ("E203", "people: [{id: a, name: A, extra: yes}]"),
    "a list for a record": ("E203", "people: [[a]]"),
    "a hole in a list": ("E203", "organisations: [{id: a, name: A, aliases: [B, ~]}]"),
    "a word that is no outcome": (
        "E204",
        f"nominations: [{{{ENTRY}, decisions: [{{outcome: finalist}}]}}]",
    ),
    "a word that does not end an embargo": (
        "E204",
        f"nominations: [{{{ENTRY}, decisions: [{{outcome: won, embargo: soon}}]}}]",
    ),
    "neither yes nor no": ("E204", "organisations: [{id: a, name: A, is_plural: maybe}]"),
    "a number for yes or no": ("E204", "organisations: [{id: a, name: A, is_plural: 1}]"),
    "a name of spaces": ("E205", "people: [{id: a, name: '  '}]"),
    "a name of two lines": ("E205", 'people: [{id: a, name: "A\\nB"}]'),
    "a name too long": ("E206", f"people: [{{id: a, name: {'A' * 301}}}]"),
    "notes too long": ("E206", f"people: [{{id: a, name: A, notes: {'A' * 20_001}}}]"),
    "an id with capitals": ("E207", "people: [{id: Anna, name: A}]"),
    "an id with a space": ("E207", "people: [{id: an na, name: A}]"),
    "an id below zero": ("E207", "people: [{id: -5, name: A}]"),
    "a link without its beginning": ("E208", "people: [{id: a, name: A, url: a.example.org}]"),
    "a link that runs": ("E208", "people: [{id: a, name: A, url: 'javascript:alert(1)'}]"),
    "a day first": ("E209", "people: [{id: a, name: A, roles: [{title: T, since: 12/11/2026}]}]"),
    "a month in words": ("E209", "people: [{id: a, name: A, roles: [{title: T, since: May 2020}]}]"),
    "a thirteenth month": ("E209", "people: [{id: a, name: A, roles: [{title: T, since: 2020-13}]}]"),
    "a season": ("E209", "people: [{id: a, name: A, roles: [{title: T, since: 2020-21}]}]"),
    "an hour that is none": (
        "E209",
        "people: [{id: a, name: A, roles: [{title: T, since: 2020-01-01T24:00}]}]",
    ),
    "a year of long ago": ("E209", "people: [{id: a, name: A, roles: [{title: T, since: 800}]}]"),
    "a word for a number": ("E210", "awards: [{id: a, name: A, editions: [{id: 1, ordinal: first}]}]"),
    "a number with its unit": ("E210", "programmes: [{id: a, name: A, impacts: [{value: 27 strokes}]}]"),
    "a number too large": ("E210", "awards: [{id: a, name: A, editions: [{id: 1, ordinal: 1234567890}]}]"),
    "a share above one": (
        "E210",
        f"nominations: [{{{ENTRY}, nominees: [{{person: p, share: 3}}]}}]",
    ),
}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", sorted(DEMO.rglob("*.yaml")), ids=lambda path: path.name)
def test_the_schema_takes_each_file_of_the_demonstration(path: Path) -> None:
    errors = [error.message for error in VALIDATOR.iter_errors(_as_an_editor_reads(path.read_text("utf-8")))]
    assert not errors


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_what_the_reader_takes_the_schema_takes(text: str) -> None:
    assert not _codes(text)
    assert _is_valid(text)


@pytest.mark.parametrize(("code", "text"), BAD.values(), ids=BAD)
def test_what_the_reader_refuses_by_its_shape_the_schema_refuses(code: str, text: str) -> None:
    assert code in _codes(text)
    assert not _is_valid(text)


def test_every_fault_of_shape_that_a_schema_can_tell_is_tried() -> None:
    assert {code for code, _ in BAD.values()} == {f"E2{number:02}" for number in range(1, 11)}


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(records_of(Records))
def test_the_schema_takes_whatever_a_register_may_hold(records: Records) -> None:
    data = json.loads(json.dumps(plain(records), default=str))
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []
