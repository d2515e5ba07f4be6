"""The files that options of exporters name: what is wrong with one is told in one way, whatever it is for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

FORMS = {"excel": "a.xlsx", "pdf": "a.pdf", "html": "a.summary.html"}


@pytest.mark.parametrize("exporter", FORMS)
def test_every_fault_of_a_brand_is_told_with_its_place(run: Run, folder: Path, exporter: str) -> None:
    (folder / "brand.yaml").write_text("main: blue\nlink: FFFF00\n")
    result = run("export", "awards", "-o", FORMS[exporter], "--to", exporter, "-O", "brand=brand.yaml")
    assert result.exit_code == 2
    first, second = result.stderr.splitlines()
    assert first.startswith("nominate: brand.yaml:1:7: main: 'blue' is not a colour; ")
    assert second.startswith("nominate: brand.yaml:2:7: link: 'FFFF00' on white has a contrast of 1.07 to 1")
    assert not (folder / FORMS[exporter]).exists()


@pytest.mark.parametrize("exporter", FORMS)
def test_a_brand_that_is_no_text_is_told_like_any_other_fault(run: Run, folder: Path, exporter: str) -> None:
    (folder / "brand.yaml").write_bytes(b"main: \xff\xfe")
    result = run("export", "awards", "-o", FORMS[exporter], "--to", exporter, "-O", "brand=brand.yaml")
    assert result.exit_code == 2
    assert result.stderr.startswith("nominate: brand.yaml:1:7: byte 0xff is not UTF-8 text")


@pytest.mark.parametrize("exporter", FORMS)
@pytest.mark.parametrize("option", ["brand", "logo"])
def test_a_file_that_is_absent_is_told_with_its_option(run: Run, exporter: str, option: str) -> None:
    result = run("export", "awards", "-o", FORMS[exporter], "--to", exporter, "-O", f"{option}=absent.file")
    assert result.exit_code == 2
    said = f"nominate: option '{option}' of '{exporter}': absent.file: no such file or folder"
    assert result.stderr.startswith(said)


def test_a_batch_tells_a_faulty_brand_once(run: Run, folder: Path) -> None:
    (folder / "brand.yaml").write_text("main: blue\n")
    result = run(
        "export", "awards", "-o", "b/{id}.html", "--each", "award", "--to", "html", "-O", "brand=brand.yaml"
    )
    assert (result.exit_code, result.stderr.count("'blue' is not a colour")) == (2, 1)
