"""What lies in a folder from earlier is right as long as it tells the same, to readers who may know it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest
from made_up.saltmarsh import ANOTHER, kept

import nominate
from nominate import Audience, Batch, Exporter, NothingToExport, Register, View

Make = Callable[..., Batch]
NOON = "2026-06-20T12:00"
WIN = "- {outcome: won, announced: 2026-06-20T14:00, embargo: {until: 2026-06-20T14:00}}"
LATER = "- {what: feedback, when: 2027-01-10, announced: 2026-12-01, embargo: {until: 2026-12-01}}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A register with a win that is told at two, and a date that is told in December."""
    folder = kept(tmp_path / "register")
    told = folder / "register.yaml"
    text = told.read_text("utf-8")
    for place, secret in (("# <after a shortlisting>", WIN), ("# <a date>", LATER)):
        text = text.replace(place, secret)
    told.write_text(text, "utf-8")
    (folder / "another.yaml").write_text(ANOTHER, "utf-8")
    return folder


@pytest.fixture
def make(folder: Path, tmp_path: Path) -> Make:
    register: Register = nominate.load(folder)

    def making(audience: str, as_of: str = NOON, **choices: object) -> Batch:
        out = tmp_path / "out" / "{id}.json"
        return nominate.export_each(
            register,
            out,
            as_of=as_of,
            audience=audience,
            beside=folder,
            **choices,  # type: ignore[arg-type]  # as the test says
        )

    return making


def codes(batch: Batch) -> list[str]:
    return [each.code for each in batch.problems]


@pytest.mark.parametrize("audience", ["press", "internal"])
def test_a_file_is_made_again_once_one_of_its_embargoes_has_ended(make: Make, audience: str) -> None:
    make(audience, is_lasting=True)
    assert not make(audience, "2026-06-20T13:59", is_lasting=True).made
    made = make(audience, "2026-06-20T14:00", is_lasting=True).made
    assert "plover" in [file.id for file in made]


def test_files_of_readers_who_may_know_more_are_told_of(make: Make, tmp_path: Path) -> None:
    make("internal")
    assert (tmp_path / "out" / "secret-trust.json").exists()
    batch = make("public")
    assert codes(batch) == ["W652"]
    assert "secret-trust.json" in batch.problems[0].message
    assert "heron.json" not in batch.problems[0].message
    (tmp_path / "out" / "secret-trust.json").unlink()
    assert make("public").problems == ()


def test_a_dry_run_tells_of_them_too(make: Make) -> None:
    make("internal")
    assert codes(make("press", is_dry=True)) == ["W652"]


def _draw(view: View, _: None, out: BinaryIO) -> None:
    if view.audience is Audience.PUBLIC:
        raise NothingToExport("nothing to draw")
    out.write(b"drawn")


def test_what_is_skipped_leaves_no_file_for_others_untold(make: Make, tmp_path: Path) -> None:
    crayon = Exporter(name="crayon", summary="Drawn", suffix=".json", media_type="text/plain", write=_draw)
    make("internal", to=crayon, organisation="plover")
    batch = make("public", to=crayon, organisation="plover")
    assert [file.id for file in batch.skipped] == ["plover"]
    assert batch.problems[-1].message.endswith(f"others: {tmp_path / 'out' / 'plover.json'}")


def test_files_for_the_public_may_lie_among_others(make: Make) -> None:
    make("public")
    assert make("internal").problems == ()


def test_only_so_many_of_them_are_named(folder: Path, tmp_path: Path) -> None:
    register = nominate.load(folder)
    for name in "abc":
        out = tmp_path / "out" / f"{name} {{id}}.csv"
        nominate.export_each(register, out, as_of=NOON, audience="internal", beside=folder)
    out = tmp_path / "out" / "{id}.csv"
    batch = nominate.export_each(register, out, as_of=NOON, audience="public", beside=folder)
    assert batch.problems[0].message.endswith(" and 7 more")
