from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
Install = Callable[..., Path]

LINES = """
import attrs
from nominate import Exporter, hookimpl

@attrs.frozen(kw_only=True)
class Options:
    ending: str = attrs.field(default=".", metadata={"help": "what stands at the end of a line"})
    shout: bool = False

def write(view, options, out):
    out.write(b"lines")

@hookimpl
def nominate_exporters():
    return [
        Exporter(
            name="lines", summary="One line each", suffix=".lines", media_type="text/plain", write=write,
            options=Options,
        )
    ]
"""


def test_stock_exporters_are_listed_with_what_they_make(run: Run) -> None:
    told = run("plugins").stdout
    assert "EXPORTER" in told
    assert "excel" in told
    assert ".xlsx" in told
    assert "nominate-awards" in told


def test_a_stranger_is_listed_with_its_distribution(run: Run, install: Install) -> None:
    install("nominate-lines", code=LINES)
    assert "nominate-lines 1.0" in run("plugins").stdout


def test_a_plugin_file_is_listed_with_its_path(run: Run, folder: Path) -> None:
    (folder / "lines.py").write_text(LINES)
    assert str(folder / "lines.py") in run("plugins", "--plugin", "lines.py").stdout


def test_a_broken_plugin_is_told_with_the_reason_and_stops_nothing(run: Run, install: Install) -> None:
    install("nominate-torn", code="import nothing_of_that_name\n")
    result = run("plugins")
    assert result.exit_code == 0
    assert "excel" in result.stdout
    assert "broken: plugin 'nominate-torn' (nominate-torn 1.0): it cannot be imported" in result.stdout


def test_a_broken_plugin_counts_under_strict(run: Run, install: Install) -> None:
    install("nominate-torn", code="import nothing_of_that_name\n")
    assert run("plugins", "--strict").exit_code == 4


def test_strict_is_fine_with_what_works(run: Run, install: Install) -> None:
    install("nominate-lines", code=LINES)
    assert run("plugins", "--strict").exit_code == 0


def test_an_exporter_is_told_with_its_options(run: Run, folder: Path) -> None:
    (folder / "lines.py").write_text(LINES)
    assert run("plugins", "lines", "--plugin", "lines.py").stdout.splitlines() == [
        "lines: One line each",
        f"makes .lines; from {folder / 'lines.py'}",
        "",
        "options, as in -O option=value:",
        "  ending  what stands at the end of a line; text; usually .",
        "  shout   yes, no; usually no",
    ]


def test_an_exporter_without_options_says_so(run: Run, folder: Path) -> None:
    (folder / "lines.py").write_text(LINES.replace("options=Options,", ""))
    assert "it takes no options" in run("plugins", "lines", "--plugin", "lines.py").stdout


def test_json_has_exporters_and_broken_plugins(run: Run, install: Install) -> None:
    install("nominate-lines", code=LINES)
    install("nominate-torn", code="import nothing_of_that_name\n")
    told = json.loads(run("plugins", "--json").stdout)
    lines = next(each for each in told["exporters"] if each["name"] == "lines")
    assert lines["plugin"] == {
        "name": "nominate-lines",
        "distribution": "nominate-lines",
        "version": "1.0",
        "is_stock": False,
    }
    assert [option["name"] for option in lines["options"]] == ["ending", "shout"]
    assert [(each["plugin"], each["problem"]["code"]) for each in told["broken"]] == [
        ("nominate-torn", "E601")
    ]


def test_a_stranger_makes_a_file_through_the_command_line(run: Run, install: Install, folder: Path) -> None:
    install("nominate-lines", code=LINES)
    assert run("export", "awards", "-o", "a.lines").exit_code == 0
    assert (folder / "a.lines").read_bytes() == b"lines"
