from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import nominate
from nominate import Batch, Exporter, Exporters, FileState, OptionError, Output, Register, UsageError, View

Make = Callable[..., Batch]

# A stranger's exporter that cannot draw one of the organisations.
CRAYON = """
from nominate import Exporter, hookimpl

def write(view, options, out):
    if "llanydd" in view.scope.organisation:
        raise LookupError("no crayon left")
    out.write(str(len(view.entries)).encode())

@hookimpl
def nominate_exporters():
    return [Exporter(name="crayon", summary="Drawn", suffix=".crayon", media_type="text/plain", write=write)]
"""


@pytest.fixture
def make_both(register: Register, aberdwr: Path, tmp_path: Path) -> Make:
    """Make two forms for each organisation, remembered beside the register."""

    def making(*names: str, **choices: Any) -> Batch:
        outputs = [Output(path=tmp_path / "out" / name) for name in names]
        return nominate.export_each(register, outputs, as_of="2026-11-01", beside=aberdwr, **choices)

    return making


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_form_is_what_a_batch_of_its_own_makes(make: Make, make_both: Make, jobs: int) -> None:
    both = {file.path: file.path.read_bytes() for file in make_both("{id}.json", "{id}.md", jobs=jobs).made}
    # What the other batch finds is current, since it is made of the same; made again it is the same.
    assert {file.state for file in (*make("{id}.json").files, *make("{id}.md").files)} == {FileState.CURRENT}
    again = (*make("{id}.json", is_again=True).made, *make("{id}.md", is_again=True).made)
    assert {file.path: file.path.read_bytes() for file in again} == both


def test_the_files_of_one_come_together_in_the_order_of_the_forms(make_both: Make) -> None:
    files = make_both("{id}.json", "{id}.csv").files
    assert [file.exporter for file in files[:4]] == ["json", "csv", "json", "csv"]
    assert [file.media_type.partition(";")[0] for file in files[:2]] == ["application/json", "text/csv"]
    assert all(one.id == other.id for one, other in zip(files[::2], files[1::2], strict=True))


def test_progress_counts_the_files_of_all_forms(make_both: Make) -> None:
    told: list[int] = []
    batch = make_both("{id}.json", "{id}.csv", progress=lambda _file, number: told.append(number))
    assert told == [len(batch.files)] * len(batch.files)


def test_only_the_form_that_is_gone_is_made_again(make_both: Make) -> None:
    first = make_both("{id}.json", "{id}.csv").files[1].path
    first.unlink()
    assert [file.path for file in make_both("{id}.json", "{id}.csv").made] == [first]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_form_that_fails_stops_no_other(make_both: Make, tmp_path: Path, jobs: int) -> None:
    plugin = tmp_path / "crayons.py"
    plugin.write_text(CRAYON, "utf-8")
    batch = make_both("{id}.crayon", "{id}.csv", exporters=Exporters(files=[plugin]), jobs=jobs)
    assert [(file.id, file.exporter) for file in batch.failed] == [("llanydd", "crayon")]
    assert "llanydd" in {file.id for file in batch.made if file.exporter == "csv"}


def test_a_form_of_which_there_is_nothing_to_say_is_skipped_alone(register: Register, tmp_path: Path) -> None:
    def write(view: View, _options: object, out: Any) -> None:
        out.write(view.revision.encode())

    told = Exporter(
        name="told", summary="Told", suffix=".told", media_type="text/plain", write=write, needs_entries=False
    )
    picky = attrs.evolve(told, name="picky", suffix=".picky", needs_entries=True)
    outputs = [Output(path=tmp_path / f"{{id}}{one.suffix}", to=one) for one in (picky, told)]
    batch = nominate.export_each(register, outputs, each="award", as_of="2026-01-01")
    assert [(file.id, file.exporter) for file in batch.skipped] == [("long-table", "picky")]
    assert "long-table" in {file.id for file in batch.made}


def test_each_form_has_options_of_its_own(register: Register, tmp_path: Path) -> None:
    outputs = [
        Output(path=tmp_path / "{id}.html", to="html", options={"short": True}),
        Output(path=tmp_path / "long" / "{id}.html", to="html"),
    ]
    nominate.export_each(register, outputs, each="award", as_of="2026-11-01")
    shown = nominate.view(register, as_of="2026-11-01", award="coastal-care")
    short = nominate.render(shown, "html", options={"short": True})
    assert short != nominate.render(shown, "html")
    assert (tmp_path / "coastal-care.html").read_bytes() == short
    assert (tmp_path / "long" / "coastal-care.html").read_bytes() == nominate.render(shown, "html")


def test_an_option_that_one_form_refuses_for_all_is_told(register: Register, tmp_path: Path) -> None:
    outputs = [Output(path=tmp_path / "{id}.csv"), Output(path=tmp_path / "{id}.md", options={"stile": "x"})]
    with pytest.raises(OptionError, match="no option 'stile' of 'news'; did you mean 'style'"):
        nominate.export_each(register, outputs, as_of="2026-11-01")
    assert list(tmp_path.glob("*.csv")) == []


def test_two_forms_of_one_name_are_refused(register: Register, tmp_path: Path) -> None:
    same = Output(path=tmp_path / "{id}.csv")
    with pytest.raises(UsageError, match="is asked for twice; give each file a name of its own"):
        nominate.export_each(register, [same, same], as_of="2026-11-01")
    # Of one name only once the fields are filled, and on some discs only.
    alike = [Output(path=tmp_path / "{id}.csv"), Output(path=tmp_path / "{id}.CSV", to="csv")]
    with pytest.raises(UsageError, match="two forms would be called"):
        nominate.export_each(register, alike, as_of="2026-11-01")
    assert list(tmp_path.glob("*.csv")) == []


def test_outputs_say_themselves_how_they_are_made(register: Register, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="each Output says its own"):
        nominate.export_each(register, [tmp_path / "{id}.csv"], as_of="2026-11-01", to="csv")


def test_a_batch_of_no_form_is_refused(register: Register) -> None:
    with pytest.raises(UsageError, match="nothing says what the files are called"):
        nominate.export_each(register, [], as_of="2026-11-01")
