"""Strict JSON: the same text data as YAML gives, and every fault with its place and cure."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate.errors import UnreadableInput
from nominate.files.json_text import read_json
from nominate.files.yaml_text import read_yaml


def test_numbers_stay_as_they_are_written() -> None:
    text = '{"a": 2020, "b": 1.10, "c": 1E3, "d": -0, "e": [true, null]}'
    data = {"a": "2020", "b": "1.10", "c": "1E3", "d": "-0", "e": [True, None]}
    assert read_json(text, file="a.json").data == data


UNREADABLE = [
    ('{"a": 1,}', "1:", "take out the comma"),
    ('{\n"a": 1\n"b": 2}', "3:1: not JSON: expecting ',' delimiter; ", "a comma parts two values"),
    ("{'a': 1}", "1:2", "use double quotation marks"),
    ("{a: 1}", "1:2", "put the key in double quotation marks"),
    ("[1] // x", "1:5: not JSON: extra data", "JSON has no comments; take it out"),
    ("[1] 2", "1:5: not JSON: extra data", "a file holds one value"),
    ('{"a": "x\ny"}', "1:9: not JSON: invalid control character", "write \\n for a new line"),
    ('{"a": "\\q"}', "1:8: not JSON: invalid \\escape", "write \\\\ for a backslash"),
    ('{"a": "x', "1:7: not JSON: unterminated string", "close the text"),
    ("[1, 2", "1:6: not JSON: expecting ',' delimiter", "the file ends too early; was it cut off?"),
    ("", "1:1: not JSON: expecting value", "the file ends too early; was it cut off?"),
    ("[" * 100_000, "1:41", "nested more than 40 deep"),
]


@pytest.mark.parametrize(("text", "place", "cure"), UNREADABLE, ids=[text[:12] for text, *_ in UNREADABLE])
def test_what_is_no_json_is_told_with_its_place_and_cure(text: str, place: str, cure: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_json(text, file="a.json")
    assert str(caught.value).startswith(f"a.json:{place}")
    assert cure in str(caught.value)


def test_a_key_that_stands_twice_is_told_and_the_first_one_counts() -> None:
    document = read_json('{"a": 1,\n "b": {"c": "\\"a\\": [", "c": {"d": [2]}},\n "a": 3}', file="a.json")
    assert list(map(str, document.problems)) == [
        "a.json:2:25: 'c' stands twice; keep one of the two",
        "a.json:3:2: 'a' stands twice; keep one of the two",
    ]
    assert document.data == {"a": "1", "b": {"c": '"a": ['}}


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_told(word: str) -> None:
    document = read_json(f'{{"a": [{word}], "b": 1}}', file="a.json")
    assert str(document.problems[0]) == f"a.json:1:8: not JSON: {word} is no number; leave the value out"
    assert document.data == {"a": [None], "b": "1"}


def test_more_values_than_the_budget_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nominate.files.json_text.MAX_NODES", 3)
    with pytest.raises(UnreadableInput, match="more than 3 values"):
        read_json("[1, 2, 3, 4]", file="a.json")


def test_every_path_has_its_line_and_column() -> None:
    document = read_json('{"a": 1,\n "b": [ {"x": 2, "x": 9, "c" : "é", "d": []} ]}', file="a.json")
    assert document.place(("a",)) == (1, 7)
    assert document.place(("b", 0, "c")) == (2, 32)
    assert document.place(("b", 0, "c"), is_key=True) == (2, 26)
    assert document.place(("b", 0, "d", 0)) == (2, 42)
    assert document.place(("b", 0)) == (2, 9)
    assert document.place(()) == (1, 1)


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn"]), max_size=5).filter(
    "<<".__ne__
)
TREES: st.SearchStrategy[Any] = st.recursive(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn"]), max_size=5) | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=12,
)


@given(TREES, st.sampled_from([None, 1]))
def test_json_and_yaml_find_the_same_data_in_the_same_places(tree: Any, indent: int | None) -> None:
    text = json.dumps(tree, indent=indent, ensure_ascii=False).replace("\ufeff", "")
    by_json, by_yaml = read_json(text, file="a"), read_yaml(text, file="a")
    assert by_json.data == by_yaml.data
    for path in paths(by_json.data):
        assert by_json.place(path) == by_yaml.place(path)
        assert by_json.place(path, is_key=True) == by_yaml.place(path, is_key=True)


def paths(tree: Any) -> list[tuple[str | int, ...]]:
    parts = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [(), *((step, *rest) for step, part in parts for rest in paths(part))]


@given(st.one_of(st.text(), st.text(alphabet='{}[]",:0123456789.eE+-truefalsn \\u\n')))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_json(text, file="a.json")
    except UnreadableInput as error:
        assert error.problems[0].code in {"E106", "E109"}  # noqa: PT017 - either end is right
