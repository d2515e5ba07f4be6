from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import BinaryIO

import pytest

import nominate
from nominate import (
    Batch,
    BatchFile,
    Exporter,
    Exporters,
    FileState,
    NothingToExport,
    OptionError,
    Register,
    UsageError,
    View,
)

Make = Callable[..., Batch]

# A stranger's exporter that cannot draw one of the organisations, and refuses what it is not told.
CRAYON = """
import attrs
from nominate import Exporter, NothingToExport, OptionError, hookimpl

@attrs.frozen(kw_only=True)
class Options:
    colour: str = "red"

def write(view, options, out):
    if options.colour == "none":
        raise OptionError("a crayon has a colour")
    if "llanydd" in view.scope.organisation:
        raise LookupError("no crayon left")
    if "cor-calon" in view.scope.organisation:
        raise NothingToExport("nothing to draw")
    out.write(f"{options.colour}: {len(view.entries)}".encode())

@hookimpl
def nominate_exporters():
    return [Exporter(name="crayon", summary="Drawn", suffix=".crayon", media_type="text/plain", write=write,
                     options=Options)]
"""


@pytest.fixture
def crayons(tmp_path: Path) -> Exporters:
    plugin = tmp_path / "crayons.py"
    plugin.write_text(CRAYON, "utf-8")
    return Exporters(files=[plugin])


def ids(files: tuple[BatchFile, ...]) -> list[str]:
    return [file.id for file in files]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


@pytest.mark.parametrize("audience", ["public", "press", "internal"])
@pytest.mark.parametrize("each", ["organisation", "award", "edition", "category", "programme"])
def test_each_file_is_what_that_audience_gets_of_that_one_alone(
    make: Make, register: Register, each: str, audience: str
) -> None:
    batch = make(each=each, audience=audience)
    assert batch.made
    for file in batch.made:
        alone = nominate.view(register, as_of="2026-11-01", audience=audience, **{each: file.id})
        assert file.path.read_bytes() == nominate.render(alone, "csv")
        assert file.size == file.path.stat().st_size


@pytest.mark.parametrize("name", ["csv", "excel", "html", "json", "news", "pdf", "social", "crayon"])
def test_every_exporter_makes_a_file_of_each(
    make: Make, crayons: Exporters, tmp_path: Path, name: str
) -> None:
    suffix = crayons.named(name).suffix
    for each in ("organisation", "award", "edition", "category", "programme"):
        wanted = {"to": name, "exporters": crayons, "each": each, "edition": "long-table/2026"}
        batch = make(f"{each}/{{id}}{suffix}", **wanted)
        assert {file.state for file in batch.files} == {FileState.MADE}
        assert sorted(contents(tmp_path / "out" / each)) == sorted(file.path.name for file in batch.files)
        again = make(f"{each}/{{id}}{suffix}", **wanted)
        assert {file.state for file in again.files} == {FileState.CURRENT}


def test_the_files_are_told_in_the_order_of_the_register(make: Make, register: Register) -> None:
    own = [organisation.id for organisation in register.organisations]
    told = ids(make().files)
    assert told == [name for name in own if name in told]


def test_what_nobody_may_know_anything_of_is_not_named(make: Make, register: Register) -> None:
    known = {name for name, _ in nominate.views(register, as_of="2024-06-01")}
    assert set(ids(make(as_of="2024-06-01").files)) == known
    assert known < set(ids(make("{id}.tsv", audience="internal", to="csv").files))


def test_filters_hold_for_every_file(make: Make) -> None:
    assert ids(make(organisation=["llanydd", "cor-calon"], award="coastal-care").files)
    assert set(ids(make("{id}.tsv", to="csv", organisation="cor-calon").files)) == {"cor-calon"}


def test_nothing_that_anybody_may_know_is_nothing_to_export(make: Make, tmp_path: Path) -> None:
    with pytest.raises(NothingToExport, match="there is no organisation of which this audience may know"):
        make(year=1999)
    assert not (tmp_path / "out").exists()


def test_a_second_run_makes_nothing(make: Make, tmp_path: Path) -> None:
    first = make()
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    again = make()
    assert (ids(again.current), again.made) == (ids(first.made), ())
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()} == before


def test_a_file_that_is_gone_is_made_again(make: Make) -> None:
    gone = make().made[1]
    gone.path.unlink()
    assert ids(make().made) == [gone.id]


def test_a_file_changed_by_hand_is_left_and_told(make: Make) -> None:
    changed = make().made[1].path
    changed.write_text("by hand")
    batch = make()
    assert not batch.made
    problems = {file.path: [each.code for each in file.problems] for file in batch.current if file.problems}
    assert problems == {changed: ["W651"]}
    assert changed.read_text() == "by hand"


def test_a_file_changed_by_hand_that_is_no_longer_right_is_left_and_told(make: Make) -> None:
    changed = make().made[1].path
    changed.write_text("by hand")
    batch = make(options={"columns": ["id", "title"]})
    assert [file.path for file in batch.kept] == [changed]
    assert "though it no longer tells what is so: left as it is" in batch.kept[0].problems[0].message
    assert changed.read_text() == "by hand"
    assert len(batch.made) == len(batch.files) - 1


def test_what_was_changed_by_hand_is_made_again_when_asked(make: Make) -> None:
    changed = make().made[1].path
    changed.write_text("by hand")
    batch = make(is_again=True)
    assert batch.made == batch.files
    assert changed.read_text() != "by hand"


def test_only_what_the_register_tells_otherwise_is_made_again(
    make: Make, aberdwr: Path, tmp_path: Path
) -> None:
    make()
    place = next(path for path in aberdwr.glob("*.yaml") if "organisation: llanydd" in path.read_text())
    page = aberdwr / "register.yaml"
    text = page.read_text("utf-8")
    assert "Llanŷdd Hospitals NHS Trust" in text, place
    page.write_text(text.replace("Llanŷdd Hospitals NHS Trust", "Llanŷdd Healthcare NHS Trust"), "utf-8")
    batch = nominate.export_each(
        nominate.load(aberdwr), tmp_path / "out" / "{id}.csv", as_of="2026-11-01", beside=aberdwr
    )
    assert "llanydd" in ids(batch.made)
    assert batch.current


@pytest.mark.parametrize(
    "change",
    [
        {"as_of": "2026-11-02"},
        {"audience": "internal"},
        {"options": {"columns": ["id", "title"]}},
        {"to": "news"},
        {"year": range(2020, 2030)},
    ],
    ids=["moment", "audience", "options", "exporter", "scope"],
)
def test_another_question_makes_all_again(make: Make, change: dict[str, object]) -> None:
    changed = {**change, "year": list(range(2020, 2030))} if "year" in change else change
    first = make("{id}.csv.txt", to="csv")
    assert set(ids(first.made)) <= set(ids(make("{id}.csv.txt", **{"to": "csv", **changed}).made))


def test_a_later_moment_of_the_day_changes_nothing_where_the_day_will_do(make: Make) -> None:
    make(as_of="2026-11-01T09:00", is_lasting=True)
    assert not make(as_of="2026-11-01T09:20", is_lasting=True).made
    assert make(as_of="2026-11-02T09:20", is_lasting=True).made


def test_another_version_of_a_plugin_makes_all_again(make: Make, crayons: Exporters, tmp_path: Path) -> None:
    first = make("{id}.crayon", exporters=crayons)
    assert first.made
    plugin = tmp_path / "crayons.py"
    plugin.write_text(CRAYON + "# mended\n", "utf-8")
    assert ids(make("{id}.crayon", exporters=Exporters(files=[plugin])).made) == ids(first.made)


def test_one_failure_stops_no_other(make: Make, crayons: Exporters) -> None:
    batch = make("{id}.crayon", exporters=crayons)
    assert ids(batch.failed) == ["llanydd"]
    assert "failed: LookupError: no crayon left" in batch.failed[0].reason
    assert "LookupError" in batch.failed[0].details
    assert not batch.failed[0].path.exists()
    assert ids(batch.skipped) == ["cor-calon"]
    assert batch.skipped[0].reason == "nothing to draw"
    assert len(batch.made) == len(batch.files) - 2


def test_what_failed_is_tried_again(make: Make, crayons: Exporters, tmp_path: Path) -> None:
    make("{id}.crayon", exporters=crayons)
    again = make("{id}.crayon", exporters=crayons)
    assert (ids(again.failed), ids(again.skipped), again.made) == (["llanydd"], ["cor-calon"], ())
    del tmp_path


def test_an_old_file_outlives_a_failure(make: Make, crayons: Exporters, tmp_path: Path) -> None:
    old = tmp_path / "out" / "llanydd.crayon"
    old.parent.mkdir()
    old.write_text("old")
    make("{id}.crayon", exporters=crayons)
    assert old.read_text() == "old"


def test_an_option_that_every_view_refuses_is_a_slip_of_whoever_asked(make: Make, crayons: Exporters) -> None:
    with pytest.raises(OptionError, match="a crayon has a colour"):
        make(
            "{id}.crayon",
            exporters=crayons,
            options={"colour": "none"},
            organisation=["llanydd", "cor-calon"],
        )


def test_an_option_that_there_is_not_is_refused_before_anything_is_made(make: Make, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="colum"):
        make(options={"colum": "id"})
    assert not (tmp_path / "out").exists()


def test_a_file_that_cannot_be_written_fails_alone(make: Make, tmp_path: Path) -> None:
    (tmp_path / "out" / "llanydd.csv").mkdir(parents=True)
    batch = make()
    assert [(file.id, "this is a folder" in file.reason) for file in batch.failed] == [("llanydd", True)]
    assert len(batch.made) == len(batch.files) - 1


def test_a_folder_that_cannot_be_made_fails_what_goes_into_it(make: Make, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "llanydd").write_text("in the way")
    batch = make("{id}/table.csv")
    assert [(file.id, "cannot be made: file exists" in file.reason) for file in batch.failed] == [
        ("llanydd", True)
    ]


def test_an_edition_without_an_entry_that_may_be_known_is_skipped(make: Make, tmp_path: Path) -> None:
    def write(view: View, _options: object, out: object) -> None:
        out.write(str(len(view.entries)).encode())  # type: ignore[attr-defined]  # a binary file

    counting = Exporter(name="count", summary="Count", suffix=".n", media_type="text/plain", write=write)
    batch = make("{id}.n", to=counting, each="edition", as_of="2024-01-01")
    assert batch.skipped
    assert "this audience may know no nomination at this moment" in batch.skipped[0].reason
    assert {path.name for path in (tmp_path / "out").iterdir()} == {file.path.name for file in batch.made}
    dry = make("{id}.n", to=counting, each="edition", as_of="2024-01-01", is_dry=True)
    assert ids(dry.skipped) == ids(batch.skipped)


def test_what_a_scripts_own_exporter_makes_is_always_made(make: Make) -> None:
    def write(_view: View, _options: object, out: object) -> None:
        out.write(b"a")  # type: ignore[attr-defined]  # a binary file

    own = Exporter(name="own", summary="Own", suffix=".own", media_type="text/plain", write=write)
    first = make("{id}.own", to=own)
    assert ids(make("{id}.own", to=own).made) == ids(first.made)


def test_a_dry_run_tells_what_is_due_and_writes_nothing(make: Make, tmp_path: Path, aberdwr: Path) -> None:
    batch = make(is_dry=True)
    assert batch.being(FileState.DUE) == batch.files
    assert not (tmp_path / "out").exists()
    assert not (aberdwr / ".nominate").exists()


def test_nothing_is_remembered_where_no_register_is_named(make: Make, aberdwr: Path) -> None:
    first = make(beside=None)
    assert ids(make(beside=None).made) == ids(first.made)
    assert not (aberdwr / ".nominate").exists()


def test_where_nothing_can_be_remembered_that_is_said_and_all_is_made(make: Make, aberdwr: Path) -> None:
    (aberdwr / ".nominate").write_text("no folder")
    batch = make()
    assert batch.made == batch.files
    assert [each.code for each in batch.problems] == ["W650"]
    assert "cannot be remembered: file exists; the next time" in str(batch.problems[0])


def test_a_damaged_memory_makes_again_what_it_forgot(make: Make, aberdwr: Path) -> None:
    make()
    memory = aberdwr / ".nominate" / "exports.jsonl"
    lines = memory.read_bytes().splitlines(keepends=True)
    memory.write_bytes(b"".join([b"\xff\n", b"[]\n", b'{"file": 3}\n', *lines[1:-1], lines[-1][:20]]))
    forgotten = {Path(json.loads(line)["file"]).stem for line in (lines[0], lines[-1])}
    assert set(ids(make().made)) == forgotten
    assert not make().made


def test_a_file_that_a_killed_process_meant_to_write_was_not_changed_by_hand(
    make: Make, aberdwr: Path
) -> None:
    first = make()
    memory = aberdwr / ".nominate" / "exports.jsonl"
    lines = memory.read_text("utf-8").splitlines()
    meant = [{**json.loads(line), "source": "5d41", "content": "7d79"} for line in lines]
    memory.write_text("\n".join([*lines, *map(json.dumps, meant), ""]), "utf-8")
    assert ids(make().current) == ids(first.files)
    assert not make(as_of="2026-11-02").kept


def test_memory_of_earlier_times_does_not_pile_up(make: Make, aberdwr: Path) -> None:
    for day in range(1, 6):
        make(as_of=f"2026-11-0{day}")
    made = len(make(as_of="2026-11-05").files)
    assert (aberdwr / ".nominate" / "exports.jsonl").read_bytes().count(b"\n") <= 3 * made


def test_register_and_files_can_be_moved_together(make: Make, aberdwr: Path, tmp_path: Path) -> None:
    first = make()
    away = tmp_path / "away"
    away.mkdir()
    moved = Path(shutil.move(aberdwr, away / "aberdwr"))
    shutil.move(tmp_path / "out", away / "out")
    batch = nominate.export_each(
        nominate.load(moved), away / "out" / "{id}.csv", as_of="2026-11-01", beside=moved
    )
    assert ids(batch.current) == ids(first.files)


def test_a_picture_that_changed_makes_its_file_again(tmp_path: Path, aberdwr: Path) -> None:
    register = nominate.load(aberdwr)
    named = {image.file for entry in register.nominations for image in entry.images}
    assert named
    out = tmp_path / "out" / "{id}.csv"
    choices = {"as_of": "2026-11-01", "audience": "internal", "beside": aberdwr}
    nominate.export_each(register, out, **choices)  # type: ignore[arg-type]  # each has its own type
    for name in named:
        (aberdwr / name).write_bytes((aberdwr / name).read_bytes() + b" ")
    again = nominate.export_each(nominate.load(aberdwr), out, **choices)  # type: ignore[arg-type]  # see above
    pictured = {
        name
        for name, view in nominate.views(register, as_of="2026-11-01", audience="internal")
        if set(view.files) & named
    }
    assert set(ids(again.made)) == pictured


def test_progress_is_told_of_each_file(make: Make) -> None:
    told: list[tuple[str, int]] = []
    batch = make(progress=lambda file, number: told.append((file.id, number)))
    assert told == [(file.id, len(batch.files)) for file in batch.files]


def test_an_interrupted_run_goes_on_where_it_stopped(make: Make, tmp_path: Path) -> None:
    done: list[str] = []

    def stop(file: BatchFile, _number: int) -> None:
        done.append(file.id)
        if len(done) == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(progress=stop)
    left = {path.name for path in (tmp_path / "out").iterdir()}
    assert {f"{name}.csv" for name in done} <= left
    batch = make()
    assert {file.path.name for file in batch.current} == left
    whole = make("../whole/{id}.csv")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
    assert len(whole.made) == len(batch.files)


@pytest.mark.parametrize("stopping", [2, 4, 6])
def test_what_a_slow_exporter_made_is_not_lost_by_an_interruption(
    make: Make, tmp_path: Path, stopping: int
) -> None:
    begun: list[str] = []

    def write(view: View, _options: object, out: BinaryIO) -> None:
        begun.append(*view.scope.organisation)
        if len(begun) == stopping:
            raise KeyboardInterrupt
        time.sleep(0.1)
        out.write(b"slowly")

    slow = Exporter(name="slow", summary="Slowly", suffix=".slow", media_type="text/plain", write=write)
    with pytest.raises(KeyboardInterrupt):
        make("{id}.slow", to=slow)
    assert {path.stem for path in (tmp_path / "out").iterdir()} == set(begun[:-1])


def test_what_a_slow_exporter_made_is_brought_to_the_disc_while_it_makes_the_next(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = [Event() for _ in range(4)]
    made = iter(begun)
    to_disc = os.fsync
    waited: list[bool] = []

    def write(_view: View, _options: object, out: BinaryIO) -> None:
        next(made, Event()).set()
        time.sleep(0.1)
        out.write(b"slowly")

    def once_the_fourth_is_begun(descriptor: int) -> None:
        # The first file of a folder is alone, so the disc may keep the second and the third waiting.
        if begun[1].is_set():
            waited.append(begun[3].wait(timeout=10))
        to_disc(descriptor)

    monkeypatch.setattr(os, "fsync", once_the_fourth_is_begun)
    slow = Exporter(name="slow", summary="Slowly", suffix=".slow", media_type="text/plain", write=write)
    assert len(make("{id}.slow", to=slow).made) > len(begun)
    assert set(waited) == {True}


def test_a_name_that_tells_nothing_is_warned_of_once(make: Make) -> None:
    assert [each.code for each in make("{id}.dat", to="csv").problems] == ["W613"]


def test_no_jobs_cannot_work(make: Make) -> None:
    with pytest.raises(UsageError, match="0 jobs cannot work; one is the least"):
        make(jobs=0)


def test_a_name_of_a_workbook_is_no_table(make: Make) -> None:
    with pytest.raises(UsageError, match="is a name for what excel makes"):
        make("{id}.xlsx", to="csv")
