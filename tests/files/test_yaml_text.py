"""Strict YAML: text stays text, and what YAML does to careless text is told with its cure."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from nominate.errors import UnreadableInput
from nominate.files.yaml_cures import cured
from nominate.files.yaml_text import read_yaml

QUOTE = "put the whole text in quotation marks"
FOREIGN = "a no-break space, as pasted from Word or a web page, cannot indent a line; type ordinary spaces"
INDENT = "begin it in the same column as the line that it belongs beside"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 2020", {"a": "2020"}),
        ("a: no", {"a": "no"}),
        ("a: 21:30", {"a": "21:30"}),
        ("a: 0117", {"a": "0117"}),
        ("a: 1_000.0", {"a": "1_000.0"}),
        ("a: 2020-11-03", {"a": "2020-11-03"}),
        ("a:\nb: ~\nc: null\nd: Null", {"a": None, "b": None, "c": None, "d": None}),
        ("a: '~'\nb: 'null'\nc: ''", {"a": "~", "b": "null", "c": ""}),
        ("a: [x, [y, ~], {z: 1}]", {"a": ["x", ["y", None], {"z": "1"}]}),
        ("a: |\n  First.\n\n  Second.\n", {"a": "First.\n\nSecond.\n"}),
        ("a: one\n  two", {"a": "one two"}),
        ("# a comment\na: b  # another", {"a": "b"}),
        ("%YAML 1.2\n---\na: b\n...\n", {"a": "b"}),
        ("", None),
        ("# nothing yet", None),
        ("text", "text"),
    ],
)
def test_yaml_is_read_as_text_lists_and_maps_only(text: str, data: object) -> None:
    document = read_yaml(text, file="a.yaml")
    assert (document.data, document.problems) == (data, ())


# Each line is what a member of staff might write; the message is what they read.
UNREADABLE = [
    ("a: Sepsis: a project", f"1:10: text with a colon and a space in it is read as another key; {QUOTE}"),
    ("a: @handle", f"1:4: text cannot begin with '@'; {QUOTE}"),
    ("a: `x`", f"1:4: text cannot begin with '`'; {QUOTE}"),
    ("a: % off", f"1:4: text cannot begin with '%'; {QUOTE}"),
    ("%x: 1", f"1:3: a line cannot begin with %; {QUOTE}"),
    ("a: *best* team", f"1:4: text cannot begin with * or &; {QUOTE}"),
    ("a: 'He said' so", "1:14: something follows after the closing mark; "),
    ('a: "Hello" she said', "1:12: something follows after the closing mark; "),
    ("a: 'it''s' ok'", "1:12: something follows after the closing mark; "),
    ("a: {b: c}d", "1:10: something follows after the closing mark; "),
    ("x: 1\na: 'open\nb: 2", "2:4: the quotation mark that opens here is never closed; close it"),
    ("a: [x, y\nb: 2", "1:4: the list that [ opens is not closed, or a comma is missing; close it with ]"),
    ("a: {x: 1\nb: 2", "1:4: the map that { opens is not closed, or a comma is missing; close it with }"),
    ("a:\n\tb: 1", "2:1: a tab cannot indent a line; use spaces"),
    ("a: b\n\tc: d", "2:1: a tab cannot indent a line; use spaces"),
    ("a:\n  b: 1\n\u00a0 c: 2\n  d: 3", f"3:1: {FOREIGN}"),
    ("a:\n  - b: 1\n  \u00a0 c: 2", f"3:3: {FOREIGN}"),
    ("a: 1\n  b: 2", f"2:4: this line is read as going on from the one above; {INDENT}"),
    ("a:\n   b: 1\n  c: 2", f"3:3: this line does not fit the indentation of those above; {INDENT}"),
    ("a:\n  - x\n y: 2", f"3:2: this line does not fit the indentation of those above; {INDENT}"),
    ("- a\nb: 1", f"2:1: this line does not fit the indentation of those above; {INDENT}"),
    ("a: 1\njust text\nb: 2", "2:1: this line has no colon after its key; write key: value"),
    ('a: "x\\q"', "1:4: a backslash in double quotation marks begins an escape; use single ones, or write"),
    ('a: "\\x"', "1:4: a backslash in double quotation marks begins an escape; use single ones, or write"),
    ("a: - b", "1:4: a list cannot begin on the line of its key; begin it on the next line, or, if it is"),
    ("a: ? x", f"1:4: text cannot begin with a question mark and a space; {QUOTE}"),
    ("a: , x", f"1:4: text cannot begin with a comma or a closing bracket; {QUOTE}"),
    (
        "a: >x\n  b",
        "1:5: after | or > the text begins on the next line; move it there, or put the whole text",
    ),
    ("a: 1\n...\njunk", "3:1: this stands after the end of the document; take out the line ..."),
    ("a: b\x07", "1:5: the character U+0007 cannot stand in a register; take it out; your editor may not"),
    ("a\x00: b", "1:2: the character U+0000 cannot stand in a register; save the file as UTF-8"),
    ("a: 1\nb: x\u2028y", "2:5: the character U+2028 cannot stand in a register; take it out"),
    ("[" * 41, "1:41: nested more than 40 deep"),
]


@pytest.mark.parametrize(("text", "message"), UNREADABLE, ids=[text[:20] for text, _ in UNREADABLE])
def test_what_is_no_yaml_is_told_with_its_place_and_cure(text: str, message: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_yaml(text, file="a.yaml")
    assert str(caught.value).startswith(f"a.yaml:{message}")


# What does not stop the reading: the faults, and the data that is left.
TOLD = [
    ("a: 1\na: 2", "2:1: 'a' stands twice; keep one of the two", {"a": "1"}),
    (
        "x: {a: 1, b: 2, a: {c: 3}}",
        "1:17: 'a' stands twice; keep one of the two",
        {"x": {"a": "1", "b": "2"}},
    ),
    (
        "- id: x\n  id: y",
        "2:3: 'id' stands twice; keep one of the two, or, if another record begins here, put a dash in front",
        [{"id": "x"}],
    ),
    ("a: &x 1", "1:4: '&x' is read as a YAML anchor; put text that begins with &", {"a": "1"}),
    ("a: &best team", "1:4: '&best' is read as a YAML anchor; put text that begins with &", {"a": "team"}),
    ("a: [*x]", "1:5: '*x' is read as a YAML alias; put text that begins with *", {"a": [None]}),
    ("a: !important", "1:4: '!important' is read as a YAML tag; put text that begins with !", {"a": None}),
    (
        "a: !!str 1",
        "1:4: 'tag:yaml.org,2002:str' is read as a YAML tag; put text that begins with !",
        {"a": "1"},
    ),
    ("<<: {b: 1}\na: 2", "1:1: '<<' would merge another map in; write its keys out", {"a": "2"}),
    ("? [a]\n: b\nc: d", "1:3: a key must be text; write the key's name before the colon", {"c": "d"}),
    ("? {a: b}\n: b", "1:3: a key must be text; write the key's name before the colon", {}),
    ("~: b", "1:1: a key must be text; write the key's name before the colon", {}),
    ("a: 1\n---\nb: 2", "2:1: a second document begins here; put it into a file of its own", {"a": "1"}),
    (
        "a: 100% safe #1",
        "1:4: warning: YAML takes '#1' for a comment, so the text ends before it; ",
        {"a": "100% safe"},
    ),
    ("a: [x, y #BeKind\n]", "1:8: warning: YAML takes '#BeKind' for a comment, ", {"a": ["x", "y"]}),
    ("a: #BeKind", "1:3: warning: YAML takes '#BeKind' for a comment, ", {"a": None}),
    ("a:\n  - #BeKind", "2:4: warning: YAML takes '#BeKind' for a comment, ", {"a": [None]}),
]


@pytest.mark.parametrize(("text", "message", "data"), TOLD, ids=[text for text, _, _ in TOLD])
def test_what_yaml_would_do_in_silence_is_told(text: str, message: str, data: object) -> None:
    document = read_yaml(text, file="a.yaml")
    (problem,) = document.problems
    assert str(problem).startswith(f"a.yaml:{message}")
    assert document.data == data


@pytest.mark.parametrize(
    "text", ["a: b # a comment", "a: 'x' #1", "a: b #", "a: b ## x", "# x #1\na: |\n  x #1"]
)
def test_an_ordinary_comment_and_quoted_text_are_no_warning(text: str) -> None:
    assert read_yaml(text, file="a.yaml").problems == ()


def test_a_colon_that_libyaml_alone_refuses_is_told() -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_yaml("x: [a:[b", file="a.yaml")
    assert "cannot hold such a colon" in str(caught.value) or "[ opens is not closed" in str(caught.value)


def test_a_complaint_that_nobody_foresaw_is_told_as_it_is() -> None:
    problem = cured(yaml.YAMLError("an odd thing"), "a: b", "a.yaml")
    assert str(problem) == f"a.yaml:1:1: not YAML (an odd thing); {QUOTE}"


def test_a_bomb_of_aliases_is_refused_without_being_built() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    problems = read_yaml("\n".join(lines), file="a.yaml").problems
    assert {problem.code for problem in problems} == {"E108"}


def test_more_values_than_the_budget_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nominate.files.yaml_text.MAX_NODES", 3)
    with pytest.raises(UnreadableInput, match="1:1: more than 3 values; split it into several files"):
        read_yaml("[a, b, c, d]", file="a.yaml")


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (("a",), (1, 4), (1, 1)),
        (("b",), (3, 3), (2, 1)),
        (("b", 1), (4, 5), (4, 5)),
        (("b", 1, "c"), (4, 8), (4, 5)),
        (("b", 1, "d", 0), (5, 9), (5, 9)),
        (("b", 1, "missing"), (4, 5), (4, 5)),
        (("b", 1, "missing", "deeper"), (4, 5), (4, 5)),
        (("a", 0, "short"), (1, 4), (1, 1)),
        (("missing",), (1, 1), (1, 1)),
        ((), (1, 1), (1, 1)),
    ],
)
def test_every_path_has_its_line_and_column(
    path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    document = read_yaml("a: 1\nb:\n  - x\n  - c: y\n    d: [é, z]\n", file="a.yaml")
    assert (document.place(path), document.place(path, is_key=True)) == (value, key)


@given(
    st.one_of(
        st.text(), st.text(alphabet=" \n-:[]{}'\"#&*!|>%@`?,ab~<\\0"), st.from_regex(r"(a: .{0,9}\n){0,4}")
    )
)
@settings(max_examples=300)
def test_any_text_is_read_or_refused_with_a_place_in_the_file(text: str) -> None:
    try:
        problems = read_yaml(text, file="a.yaml").problems
    except UnreadableInput as error:
        problems = error.problems
    assert all(1 <= problem.line <= text.count("\n") + 2 and problem.column >= 1 for problem in problems)


def test_the_pure_parser_says_the_same_where_libyaml_is_absent() -> None:
    cases = [text for text, _ in UNREADABLE] + [text for text, *_ in TOLD]
    code = (
        "import sys, yaml, json\n"
        "if sys.argv[1] == 'pure': del yaml.CSafeLoader\n"
        "from nominate.errors import UnreadableInput\n"
        "from nominate.files.yaml_text import read_yaml\n"
        "for text in json.loads(sys.stdin.read()):\n"
        "    try: print(*map(str, read_yaml(text, file='a').problems), read_yaml(text, file='a').data)\n"
        "    except UnreadableInput as error: print(error)\n"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code, which],
            input=json.dumps(cases),
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
        for which in ("fast", "pure")
    ]
    assert said[0] == said[1]
