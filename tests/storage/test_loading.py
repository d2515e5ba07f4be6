"""From files to a checked register: any split, every fault of every file at its line."""

from __future__ import annotations

import gc
import io
import json
import os
import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up.strategies import registers

from nominate.errors import DataError, Severity, UnreadableInput, UsageError
from nominate.files.plain import Plain, plain
from nominate.files.yaml_writing import yaml_text
from nominate.model.when import When
from nominate.register.register import Register
from nominate.storage.loading import examine, load
from nominate.storage.saving import saved_text

NETWORK = "organisations:\n  - {id: net, name: The Network, kind: network}\n"
PEOPLE = "people:\n  - {id: ann, name: Ann Example}\n"
AWARD = """\
awards:
  - id: hsj
    name: HSJ Awards
    editions:
      - id: 2020
        categories: [{id: team, name: Team of the Year}]
"""


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_json", ".json").replace("_yml", ".yml")
        path = path if path.suffix else path.with_suffix(".yaml")
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, encoding="utf-8")
    return folder


def told(source: Path) -> list[str]:
    return [str(problem).replace(f"{source}/", "") for problem in examine(source).problems]


def test_a_folder_is_one_register_whatever_the_split(tmp_path: Path) -> None:
    whole = write(tmp_path / "whole", a=f"register: {{publisher: net}}\n{NETWORK}{PEOPLE}{AWARD}")
    split = write(
        tmp_path / "split",
        a="register: {publisher: net}",
        b_yml=AWARD,
        people=PEOPLE,
        z__deep__network_json=json.dumps(
            {"organisations": [{"id": "net", "name": "The Network", "kind": "network"}]}
        ),
    )
    assert load(whole) == load(split)


def test_files_are_read_in_name_order(tmp_path: Path) -> None:
    write(tmp_path, b=PEOPLE, a="people: {id: bob, name: Bob}", c__a="people: {id: cat, name: Cat}")
    assert [person.id for person in load(tmp_path).people] == ["bob", "ann", "cat"]


def test_what_is_hidden_or_no_register_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, a=PEOPLE)
    write(tmp_path / ".nominate", journal="- not a register")
    write(tmp_path / ".git", config="{")
    (tmp_path / ".hidden.yaml").write_text("{")
    (tmp_path / "notes.txt").write_text("{")
    assert [Path(name).name for name in examine(tmp_path).files] == ["a.yaml"]
    assert load(tmp_path).person("ann").name == "Ann Example"


def test_a_house_style_beside_the_register_is_no_part_of_it(tmp_path: Path) -> None:
    write(tmp_path, a=f"register: {{style: ours.yaml}}\n{PEOPLE}", ours="extends: press")
    assert load(tmp_path).settings.style == "ours.yaml"


def test_a_folder_without_a_register_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        UnreadableInput, match=r"no \*\.yaml, \*\.yml or \*\.json file in this folder; put a register"
    ):
        load(tmp_path)


def test_a_schema_beside_a_register_is_no_part_of_it(tmp_path: Path) -> None:
    write(tmp_path, a=PEOPLE)
    Path(tmp_path, "register.schema.json").write_text('{"$schema": "https://json-schema.org/"}')
    assert load(tmp_path).person("ann").name == "Ann Example"


def test_a_file_that_notepad_named_is_told_first(tmp_path: Path) -> None:
    write(tmp_path, a="register: {publisher: net}")
    Path(tmp_path, "network.yaml.txt").write_text(NETWORK)
    first, second = told(tmp_path)
    assert first == (
        "network.yaml.txt: warning: not read, since its name ends in .txt; "
        "rename network.yaml.txt to network.yaml (in Notepad: Save As, type All files)"
    )
    assert "no organisation 'net'" in second


def test_a_folder_whose_only_file_notepad_named_is_told_how_to_name_it(tmp_path: Path) -> None:
    Path(tmp_path, "register.yaml.txt").write_text(NETWORK)
    with pytest.raises(
        UnreadableInput, match=r"in this folder; rename register\.yaml\.txt to register\.yaml"
    ):
        load(tmp_path)


def test_a_folder_of_very_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nominate.storage.finding._MOST_FILES", 2)
    write(tmp_path, a="", b="", c="")
    with pytest.raises(UnreadableInput, match="more than 2 files; name a folder of its own"):
        load(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="other systems have other permissions")
def test_a_folder_that_cannot_be_listed_is_told_and_not_left_out() -> None:
    # A folder that everybody may enter, and a process that is not root, whoever runs the tests.
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        write(Path(folder), a=PEOPLE)
        Path(folder, "closed").mkdir(mode=0)
        was_root = os.geteuid() == 0
        if was_root:
            os.seteuid(65534)
        try:
            with pytest.raises(UnreadableInput, match="closed: cannot be listed: permission denied"):
                load(folder)
        finally:
            if was_root:
                os.seteuid(0)


def test_a_path_that_is_not_there_is_told() -> None:
    found = examine("nowhere.yaml")
    assert (found.register, found.is_unreadable) == (None, True)
    assert [str(problem) for problem in found.problems] == ["nowhere.yaml: no such file or folder"]


def test_settings_stand_in_one_file(tmp_path: Path) -> None:
    write(tmp_path, a="register: {style: press}", b=f"{PEOPLE}register: {{style: health}}", c="register: ~")
    (fault,) = told(tmp_path)
    assert fault == (
        "b.yaml:3:1: register: the settings stand in a.yaml already; "
        "keep them in one file, or, if these are two registers, name the folder of one of them"
    )


def test_the_faults_of_all_files_are_told_in_file_order(tmp_path: Path) -> None:
    write(
        tmp_path,
        a=f"{AWARD}people:\n  - {{id: ann}}\n",
        b="nominations:\n  - {id: n, edition: hsj/2020, category: tem, title: T, nominees: bob}\n",
        c_json='{"people": [{"id": "cat",\n "name": "Cat", "titel": "x"}]}',
    )
    with pytest.raises(DataError) as caught:
        load(tmp_path)
    places = [str(problem).replace(f"{tmp_path}/", "").split(": ")[:2] for problem in caught.value.problems]
    assert places == [
        ["a.yaml:8:5", "people[0].name"],
        ["b.yaml:2:42", "nominations[0].category"],
        ["b.yaml:2:67", "nominations[0].nominees[0].organisation"],
        ["c.json:2:17", "people[0].titel"],
    ]
    assert not isinstance(caught.value, UnreadableInput)


def test_a_broken_record_still_exists_for_references(tmp_path: Path) -> None:
    write(
        tmp_path,
        a="register: {publisher: ruh}\n"
        "organisations: [{id: net, nam: The Network}, {id: ruh, name: RUH, member_of: net}]\n",
        b="awards:\n  - {id: hsj, name: HSJ, url: nonsense}\n",
        c="nominations: [{id: n, edition: hsj/2020, category: team, title: T, nominees: ruh}]\n",
    )
    assert [line.split(": ")[0] for line in told(tmp_path)] == ["a.yaml:2:27", "b.yaml:2:31"]


def test_one_unreadable_file_is_told_with_the_faults_of_the_others(tmp_path: Path) -> None:
    write(
        tmp_path,
        a="people: [",
        b="people: {id: ann}",
        c="nominations: {id: n, edition: h/1, category: c, title: T}",
    )
    with pytest.raises(UnreadableInput) as caught:
        load(tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["E105", "E202"]


def test_a_place_is_that_within_its_own_file(tmp_path: Path) -> None:
    for name in "abc":
        lines = (
            "people:",
            f"  - {{id: {name}1, name: A}}",
            f"  - {{id: {name}2}}",
            f"  - {{id: {name}3, name: B, roles: {{title: T, organisation: gone}}}}",
        )
        write(tmp_path, **{name: "\n".join(lines)})
    assert [line.split(": ")[:2] for line in told(tmp_path) if "gone" in line] == [
        [f"{name}.yaml:4:55", "people[2].roles[0].organisation"] for name in "abc"
    ]


def test_a_record_of_another_file_is_pointed_at_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, a=PEOPLE, b="people:\n  - {id: bob, name: Bob}\n  - {id: ann, name: Ann}\n")
    (line,) = [line for line in told(tmp_path) if "taken" in line]
    assert line.startswith(
        "b.yaml:3:10: people[1].id: the id 'ann' is taken already, by people[0] (a.yaml:2); "
    )


def test_warnings_do_not_stop_a_load_and_can_be_examined() -> None:
    text = b"people: {id: ann, name: Ann #1}"
    found = examine(io.BytesIO(text.replace(b"}", b"\n}")))
    assert found.register is not None
    assert [(problem.code, problem.severity) for problem in found.problems] == [("W111", Severity.WARNING)]
    assert found.errors == ()


@pytest.mark.parametrize(
    "text", ['{"people": [{"id": "ann", "name": "Ann \\ud83d\\ude00"}]}', "people: {id: ann, name: Ann 😀}"]
)
def test_a_stream_is_read_as_what_it_looks_like(text: str) -> None:
    assert load(io.BytesIO(text.encode())).person("ann").name == "Ann 😀"


@pytest.mark.parametrize("source", [b"people: []", {"people": []}, None, 3, io.StringIO("people: []")])
def test_what_is_no_source_is_refused_with_what_would_do(source: Any) -> None:
    with pytest.raises(UsageError, match=r"a path, or a file open for reading bytes; .* this is "):
        load(source)


def test_a_file_of_another_name_is_read_as_what_it_looks_like(tmp_path: Path) -> None:
    (tmp_path / "export").write_text('{"people": [{"id": "ann", "name": "Ann"}]}')
    (tmp_path / "text").write_text("people: {id: ann, name: Ann}")
    assert load(tmp_path / "export") == load(tmp_path / "text")


def test_a_file_that_is_no_map_is_told() -> None:
    for text in (b"[]", b"''", b"- a", b"text"):
        assert (
            examine(io.BytesIO(text))
            .problems[0]
            .message.startswith("expected a map with keys such as register")
        )


def test_an_empty_file_is_an_empty_register() -> None:
    assert load(io.BytesIO(b"# nothing yet")).nominations == ()


def test_the_same_key_twice_is_an_error_though_the_rest_is_sound() -> None:
    with pytest.raises(DataError, match="1:30: 'name' stands twice; keep one of the two"):
        load(io.BytesIO(b"people: {id: ann, name: Ann, name: Bob}"))


def test_the_moment_decides_what_is_still_to_come() -> None:
    nomination = "id: n, edition: hsj/2020, category: team, title: T, nominees: net"
    decisions = "decisions: {outcome: won, announced: 2020-11-12}"
    text = f"{NETWORK}{AWARD}nominations: {{{nomination}, {decisions}}}"
    before, after = (examine(io.BytesIO(text.encode()), as_of=When(year)) for year in (2020, 2022))
    assert len(before.problems) == len(after.problems) + 1


@pytest.mark.parametrize("text", [b"people: {id: ann, name: Ann}", b"people: [", b"people: 1"])
@pytest.mark.parametrize("is_on", [True, False])
def test_the_collector_is_as_it_was_after_every_load(text: bytes, is_on: bool) -> None:
    was_on = gc.isenabled()
    try:
        (gc.enable if is_on else gc.disable)()
        examine(io.BytesIO(text))
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if was_on else gc.disable)()


def test_what_somebody_else_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        load(io.BytesIO(b""))
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(registers(), st.randoms(use_true_random=False))
def test_a_register_split_anyhow_loads_equal(register: Register, chance: random.Random) -> None:
    data = plain(register.records)
    assert isinstance(data, dict)
    first: dict[str, Plain] = {}
    second: dict[str, Plain] = {}
    for name, part in data.items():
        if isinstance(part, list):
            cut = chance.randint(0, len(part))
            first[name], second[name] = part[:cut], part[cut:]
        else:
            first[name] = part
    with TemporaryDirectory() as folder:
        text = yaml_text({name: part for name, part in first.items() if part})
        Path(folder, "a.yaml").write_text(text, encoding="utf-8")
        Path(folder, "b.json").write_text(json.dumps(second, default=str), encoding="utf-8")
        assert load(folder) == register


DAMAGE = ["", ":", "\n", "'", "#", "\t", "- ", "]", "é", "\x00", "~", "{", "x"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(registers(), st.data())
def test_a_damaged_register_loads_or_tells_where(register: Register, data: st.DataObject) -> None:
    text = saved_text(register)
    place = data.draw(st.integers(0, len(text)))
    rest = text[place + data.draw(st.integers(0, 5)) :]
    found = examine(io.BytesIO((text[:place] + data.draw(st.sampled_from(DAMAGE)) + rest).encode()))
    assert (found.register is None) == bool(found.errors)
    assert all(problem.line and problem.column for problem in found.problems)
