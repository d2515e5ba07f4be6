"""Records to text and back: nothing is lost, whatever the text says."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up.strategies import AWKWARD, records_of, texts

from nominate.files.converter import structured
from nominate.files.json_text import read_json
from nominate.files.plain import Plain, plain
from nominate.files.yaml_text import read_yaml
from nominate.files.yaml_writing import yaml_text
from nominate.model.award import Award
from nominate.model.fields import TextRule
from nominate.model.nomination import Nomination, Nominee
from nominate.model.organisation import Organisation
from nominate.model.person import Person
from nominate.model.programme import Programme
from nominate.model.source import Source

RECORDS = [Award, Nomination, Organisation, Person, Programme]

yaml = pytest.importorskip("yaml")


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_written_as_yaml_reads_back_equal(record: type[object]) -> None:
    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(records_of(record))
    def check(made: object) -> None:
        text = yaml_text({"section": [plain(made)]})
        data = read_yaml(text, file="a.yaml").data
        assert isinstance(data, dict)
        assert isinstance(data["section"], list)
        assert structured(data["section"][0], record) == made

    check()


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_written_as_json_reads_back_equal(record: type[object]) -> None:
    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(records_of(record))
    def check(made: object) -> None:
        text = json.dumps(plain(made), default=str)
        assert structured(read_json(text, file="a.json").data, record) == made

    check()


@pytest.mark.parametrize(
    "text", [*AWKWARD, "", " ", "a\tb", "a\n", "\n a", "a\x85b", "a\u2028b", "a\x00b", "a\ud7ffb"]
)
@pytest.mark.parametrize("shape", ["value", "item", "key", "within"])
def test_every_text_comes_back_letter_by_letter_wherever_it_stands(text: str, shape: str) -> None:
    shapes: dict[str, dict[str, Plain]] = {
        "value": {"a": text},
        "item": {"a": [text, text]},
        "key": {"a": {text: "x"}},
        "within": {"a": [{"b": {"c": text, "d": [text]}}]},
    }
    data = shapes[shape]
    assert read_yaml(yaml_text(data), file="a.yaml").data == data


@given(
    st.one_of(texts(TextRule(length=300, has_lines=True)), st.text(st.characters(exclude_categories=["Cs"])))
)
def test_any_text_at_all_survives_yaml_but_for_a_line_end_after_the_last_line(text: str) -> None:
    read = read_yaml(yaml_text({"a": text, "b": [{"c": text, "d": "x"}]}), file="a.yaml").data
    assert read in [{"a": end, "b": [{"c": end, "d": "x"}]} for end in (text, f"{text}\n")]


@given(texts())
def test_other_readers_of_yaml_take_text_for_text(text: str) -> None:
    data: dict[str, Plain] = {"value": f"x {text}", "items": [f"x {text}"]}
    assert yaml.safe_load(yaml_text(data)) == data


@pytest.mark.parametrize(
    "text", ["no", "yes", "null", "~", "1e3", "0117", "21:30", "0x1F", "12", "1_000", "on", ".5"]
)
def test_text_that_others_take_for_something_else_is_quoted(text: str) -> None:
    assert yaml.safe_load(yaml_text({"a": text})) == {"a": text}


def test_a_title_that_looks_like_an_address_stays_a_title() -> None:
    source = Source(title="www.example.org")
    assert structured(read_json(json.dumps(plain(source)), file="a").data, Source) == source


def test_a_record_with_one_part_is_written_short() -> None:
    assert plain(Nominee(organisation="ruh")) == "ruh"
    assert plain(Source(url="https://example.org")) == "https://example.org"
    assert plain(Source(title="The shortlist")) == "The shortlist"


def test_canonical_yaml_reads_as_people_write_it() -> None:
    data: dict[str, Plain] = {
        "register": {"format": 1, "publisher": "weahsn"},
        "nominations": [
            {
                "id": "a",
                "title": "Sepsis: a project",
                "nominees": ["ruh", {"organisation": "awp", "role": "lead"}],
                "decisions": [{"outcome": "won", "embargo": {"until": "2020-11-12T20:00"}, "is": True}],
                "notes": "First.\n\nSecond.",
                "quotes": [{"speaker": "lead", "text": "One.\nTwo."}],
                "aliases": ["a, b", "c"],
                "lines": ["One.\nTwo.", "three"],
                "empty": {},
            },
            {},
        ],
    }
    assert (
        yaml_text(data)
        == """\
register:
  format: 1
  publisher: weahsn

nominations:
  - id: a
    title: 'Sepsis: a project'
    nominees:
      - ruh
      - {organisation: awp, role: lead}
    decisions:
      - {outcome: won, embargo: {until: 2020-11-12T20:00}, is: yes}
    notes: |
      First.

      Second.
    quotes:
      - speaker: lead
        text: |
          One.
          Two.
    aliases: ['a, b', c]
    lines:
      - |
        One.
        Two.
      - three
    empty: {}
  - {}
"""
    )
