"""Whatever is changed in whatever hand: the files say what `apply` says, and no other line is touched."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up.edits import changes_for, size
from made_up.handwriting import Hand, json_of, written
from made_up.strategies import registers, values_of

import nominate
from nominate import Change, RecordKind, Register, edit, load, save
from nominate.register.apart import Apart, taken_apart

DEMO = Path(nominate.__file__).parent / "demo"
DEMOS = {folder.name: load(folder) for folder in sorted(DEMO.iterdir()) if folder.is_dir()}


def put(files: dict[str, str], folder: str, line_end: str = "\n") -> Path:
    for name, text in files.items():
        Path(folder, name).write_text(text, "utf-8", newline=line_end)
    return Path(folder)


def lines(folder: Path) -> dict[str, list[bytes]]:
    return {
        path.name: path.read_bytes().splitlines(keepends=True) for path in folder.iterdir() if path.is_file()
    }


def touched(before: dict[str, list[bytes]], after: dict[str, list[bytes]]) -> int:
    """How many lines went away or came."""
    assert before.keys() == after.keys()
    count = 0
    for name, old in before.items():
        for tag, start, end, first, last in SequenceMatcher(
            None, old, after[name], autojunk=False
        ).get_opcodes():
            count += 0 if tag == "equal" else end - start + last - first
    return count


def most(change: Change, wide: int = 0) -> int:
    """How many lines a change may touch: those of its values, by whatever hand, and the one where it stands.

    `wide` is what may become lines of its own where one line within brackets grows too long.
    """
    before, after = change.before, change.after
    if isinstance(before, tuple) and isinstance(after, tuple):
        before, after = (
            tuple(each for each in before if each not in after),
            tuple(each for each in after if each not in before),
        )
    # A comment may stand at each part, and a list may be set anew when it grows.
    whole = size(change.before) if isinstance(change.before, tuple) else 0
    return 6 + wide + 4 * (size(before) + size(after)) + 2 * whole


def by_name(register: Register) -> Apart:
    return taken_apart(register.records)


def assert_edited(folder: Path, register: Register, changes: tuple[Change, ...], wide: int = 0) -> None:
    before = lines(folder)
    expected = register.apply(changes)
    edited = edit(folder, changes)
    assert by_name(edited.register) == by_name(expected)
    assert load(folder) == edited.register
    assert edited.problems == ()
    after = lines(folder)
    assert touched(before, after) <= sum(most(change, wide) for change in changes)
    assert set(edited.files) == {str(folder / name) for name in before if before[name] != after[name]}


Case = tuple[Register, tuple[Change, ...]]
cases = registers().flatmap(lambda each: st.tuples(st.just(each), changes_for(each)))


@settings(max_examples=60)
@given(cases, st.integers(0, 2**32), st.sampled_from(["\n", "\r\n"]))
def test_what_was_written_by_hand_is_changed_in_its_place(case: Case, seed: int, line_end: str) -> None:
    register, changes = case
    with TemporaryDirectory() as folder:
        hand = Hand(Random(seed))  # noqa: S311 - a hand, not a secret
        assert_edited(put(written(register, hand), folder, line_end), register, changes, wide=20)


@settings(max_examples=25)
@given(cases, st.sampled_from([None, 2, 4, "\t"]))
def test_json_is_changed_in_its_place(case: Case, indent: int | str | None) -> None:
    register, changes = case
    with TemporaryDirectory() as folder:
        place = put({"a.json": json_of(register, indent)}, folder)
        before = lines(place)
        edited = edit(place, changes)
        assert by_name(edited.register) == by_name(register.apply(changes))
        if indent is not None:
            assert touched(before, lines(place)) <= 2 * sum(map(most, changes))


@settings(max_examples=25)
@given(cases)
def test_what_we_saved_is_changed_in_its_place(case: Case) -> None:
    register, changes = case
    with TemporaryDirectory() as folder:
        save(register, Path(folder, "a.yaml"))
        assert_edited(Path(folder), register, changes)


@pytest.mark.parametrize("demo", DEMOS)
@settings(max_examples=15)
@given(data=st.data())
def test_the_demo_registers_are_changed_in_their_place(demo: str, data: st.DataObject) -> None:
    changes = data.draw(changes_for(DEMOS[demo]))
    files = {path.name: path.read_text("utf-8") for path in (DEMO / demo).glob("*.yaml")}
    with TemporaryDirectory() as folder:
        assert_edited(put(files, folder), DEMOS[demo], changes)


@settings(max_examples=25)
@given(registers(), st.integers(0, 2**32), values_of(str))
def test_a_text_that_changes_leaves_every_comment(register: Register, seed: int, title: str) -> None:
    files = written(register, Hand(Random(seed)))  # noqa: S311 - a hand, not a secret
    changes = [
        Change(
            kind=RecordKind.ORGANISATION,
            record=each.id,
            field="name",
            before=each.name,
            after=f"{title} {number}",
        )
        for number, each in enumerate(register.organisations)
    ]
    with TemporaryDirectory() as folder:
        place = put(files, folder)
        edit(place, changes)
        text = "".join(path.read_text("utf-8") for path in sorted(place.glob("*.yaml")))
        was = "".join(files.values())
        assert [word for word in text.split() if word in {"comment", "tail"}] == [
            word for word in was.split() if word in {"comment", "tail"}
        ]


@settings(max_examples=25)
@given(registers(), st.integers(0, 2**32), st.text("AB ", max_size=3))
def test_what_is_put_in_and_taken_out_again_leaves_the_file_as_it_was(
    register: Register, seed: int, text: str
) -> None:
    files = written(register, Hand(Random(seed)))  # noqa: S311 - a hand, not a secret
    person = attrs.evolve(register.people[0], id="new", name=f"New {text}".strip())
    with TemporaryDirectory() as folder:
        place = put(files, folder)
        before = lines(place)
        edit(place, [Change(kind=RecordKind.PERSON, record="new", after=person)])
        edit(place, [Change(kind=RecordKind.PERSON, record="new", before=person)])
        assert touched(before, lines(place)) <= 1
