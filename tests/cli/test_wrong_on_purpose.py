"""What people get wrong, in a table: a clear message, the right code, no traceback, nothing half-written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from nominate.cli.application import COMMANDS

Run = Callable[..., Result]

Files = dict[str, str | bytes]

WRONG: dict[str, tuple[Files, list[str], int, str]] = {
    "a file that is not there": ({}, ["check", "nowhere.yaml"], 3, "no such file or folder"),
    "a name that is nearly right": ({}, ["list", "award"], 3, "did you mean 'awards'?"),
    "an empty folder": ({"empty/": ""}, ["check", "empty"], 3, "nominate init"),
    "a folder without a register": ({"photos/a.jpg": b"\xff\xd8"}, ["list", "photos"], 3, "no *.yaml"),
    "a workbook as register": (
        {"a.yaml": b"PK\x03\x04\x00\xff"},
        ["check", "a.yaml"],
        3,
        "Word, Excel or the like",
    ),
    "a table as register": (
        {"a.csv": "id,name\nruh,Our Hospital\n"},
        ["check", "a.csv"],
        1,
        "begin the file with one of them and a colon",
    ),
    "a file that is no YAML": ({"a.yaml": "awards: [\n"}, ["check", "a.yaml"], 3, "a.yaml:"),
    "a file that is no JSON": ({"a.json": '{"awards": '}, ["list", "a.json"], 3, "a.json:"),
    "a list as register": ({"a.yaml": "- awards\n"}, ["check", "a.yaml"], 1, "a.yaml:1:1"),
    "a key that nobody knows": ({"a.yaml": "award: []\n"}, ["check", "a.yaml"], 1, "did you mean 'awards'?"),
    "a filter that nobody knows": ({}, ["list", "awards", "--sponsor", "x"], 2, "--sponsor"),
    "an outcome that nobody knows": (
        {},
        ["list", "awards", "--outcome", "finalist"],
        2,
        "'finalist' is not an outcome",
    ),
    "an award that is not there": ({}, ["list", "awards", "--award", "hjs"], 2, "no award 'hjs'"),
    "an edition without its award": ({}, ["list", "awards", "--edition", "2020"], 2, "no edition '2020'"),
    "a category that is not there": ({}, ["list", "awards", "--category", "x"], 2, "no category 'x'"),
    "an organisation that is not there": (
        {},
        ["list", "awards", "--organisation", "rhu"],
        2,
        "no organisation 'rhu'; did you mean 'ruh'?",
    ),
    "a year in words": ({}, ["list", "awards", "--year", "last"], 2, "'last' is not a year"),
    "a date with slashes": (
        {},
        ["list", "awards", "--as-of", "1/10/2020"],
        2,
        "write year, month and day, as in 2020-10-01",
    ),
    "a season": ({}, ["export", "awards", "-o", "a.xlsx", "--as-of", "2020-21"], 2, "seasons and quarters"),
    "a record that is not there": ({}, ["show", "rhu", "awards"], 2, "no record 'rhu'; did you mean 'ruh'?"),
    "show without an id": ({}, ["show"], 2, "missing argument 'ID'"),
    "export without a target": ({}, ["export", "awards"], 2, "-o"),
    "an exporter that is not there": (
        {},
        ["export", "awards", "-o", "a.xlsx", "--to", "exel"],
        2,
        "did you mean 'excel'?",
    ),
    "a suffix that nobody makes": ({}, ["export", "awards", "-o", "a.pptx"], 2, "choose from"),
    "a target without a suffix": ({}, ["export", "awards", "-o", "tracker"], 2, "'tracker'"),
    "an option that is not there": (
        {},
        ["export", "awards", "-o", "a.xlsx", "-O", "tittle=x"],
        2,
        "did you mean 'title'?",
    ),
    "an option without a value": (
        {},
        ["export", "awards", "-o", "a.xlsx", "-O", "title"],
        2,
        "write it as -O option=value",
    ),
    "a value that an option does not take": (
        {},
        ["export", "awards", "-o", "a.xlsx", "-O", "soon=fortnight"],
        2,
        "'fortnight' is not a whole number",
    ),
    "an audience that is not there": (
        {},
        ["export", "awards", "-o", "a.xlsx", "--audience", "everybody"],
        2,
        "'public', 'press', 'internal'",
    ),
    "a future moment for the public": (
        {},
        ["export", "awards", "-o", "a.xlsx", "--as-of", "2999-01-01"],
        2,
        "2999-01-01 is later than now",
    ),
    "a folder that is not there as target": (
        {},
        ["export", "awards", "-o", "out/a.xlsx"],
        4,
        "there is no folder 'out'",
    ),
    "a folder as target": ({"a.xlsx/": ""}, ["export", "awards", "-o", "a.xlsx"], 4, "this is a folder"),
    "a file of the register as target": (
        {},
        ["export", "awards", "-o", "awards/register.yaml", "--to", "excel"],
        2,
        "part of the register itself",
    ),
    "the register as its own target": (
        {},
        ["export", "awards/register.yaml", "-o", "awards/register.yaml", "--to", "excel"],
        2,
        "part of the register itself",
    ),
    "standard output without an exporter": ({}, ["export", "awards", "-o", "-"], 2, "add --to and one of"),
    "standard output for two things": (
        {},
        ["export", "awards", "-o", "-", "--to", "excel", "--json"],
        2,
        "leave --json out",
    ),
    "a plugin file that is not there": (
        {},
        ["export", "awards", "-o", "a.xlsx", "--plugin", "a.py"],
        2,
        "no plugin file 'a.py'",
    ),
    "a plugin file that breaks": (
        {"a.py": "import nothing\n"},
        ["export", "awards", "-o", "a.rss", "--plugin", "a.py"],
        4,
        "No module named 'nothing'",
    ),
    "nothing by those filters": (
        {},
        ["export", "awards", "-o", "a.xlsx", "--outcome", "revoked"],
        5,
        "take a filter away",
    ),
    "a register with faults": (
        {"awards/slip.yaml": "nominations: [{id: a}]\n"},
        ["export", "awards", "-o", "a.xlsx"],
        1,
        "mend it first",
    ),
    "init where a register is": ({}, ["init", "awards"], 2, "awards already holds a register"),
    "init on a file": ({"mine": "x"}, ["init", "mine"], 2, "mine is a file; name a folder"),
    "init inside a file": ({"mine": "x"}, ["init", "mine/new"], 4, "the folder cannot be made"),
    "demo into a folder that is in use": ({}, ["demo", "awards"], 2, "add --force"),
    "demo onto a file": ({"mine": "x"}, ["demo", "mine"], 2, "mine is a file; name a folder"),
    "options of an exporter that is not there": (
        {},
        ["schema", "--options", "exel"],
        2,
        "did you mean 'excel'?",
    ),
    "an exporter that plugins does not have": ({}, ["plugins", "exel"], 2, "did you mean 'excel'?"),
    "a format that github does not need": ({}, ["list", "awards", "--format", "github"], 2, "'text', 'json'"),
    "a surplus argument": ({}, ["check", "awards", "aberdwr"], 2, "aberdwr"),
}


def put(folder: Path, files: Files) -> None:
    for name, content in files.items():
        path = folder / name
        if name.endswith("/"):
            path.mkdir()
            continue
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def state(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() if path.is_file() else b"" for path in folder.rglob("*")}


@pytest.mark.parametrize(("files", "arguments", "code", "said"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_explained_and_leaves_everything_as_it_was(
    run: Run, folder: Path, files: Files, arguments: list[str], code: int, said: str
) -> None:
    put(folder, files)
    before = state(folder)
    result = run(*arguments)
    assert result.exit_code == code, result.output
    assert said in result.output
    assert "Traceback" not in result.output
    assert state(folder) == before


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"check"}))
def test_every_message_of_a_mistake_is_kept_off_the_standard_output(run: Run, name: str) -> None:
    result = run(name, "--no-such-option")
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.skipif(not Path("/sys/kernel").exists(), reason="needs a folder where not even root may write")
def test_a_folder_where_nobody_may_write_is_told(run: Run) -> None:
    result = run("export", "awards", "-o", "/sys/kernel/a.xlsx")
    assert result.exit_code == 4
    assert "no permission to write in the folder '/sys/kernel'" in result.stderr
