from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import Result

import nominate
from nominate.cli import main
from nominate.cli.application import COMMANDS, file_of

Run = Callable[..., Result]
Start = Callable[..., subprocess.CompletedProcess[str]]

COMMANDS_FOLDER = Path(nominate.__file__).parent / "cli" / "commands"
IMPORTED_FOR_HELP = """
import sys
from nominate.cli import main
sys.argv = ["nominate", "--help"]
try:
    main()
except SystemExit:
    print(*sorted(sys.modules))
"""


def command(name: str) -> click.Command:
    found: click.Command = import_module(f"nominate.cli.commands.{file_of(name)}").command
    return found


def test_every_file_of_the_folder_is_a_command_that_the_help_lists() -> None:
    files = {path.stem for path in COMMANDS_FOLDER.glob("*.py")} - {"__init__"}
    assert set(map(file_of, COMMANDS)) == files


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_in_the_list_is_the_first_of_the_command_s_own_help(name: str) -> None:
    assert (command(name).help or "").splitlines()[0] == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_called_as_its_file(name: str) -> None:
    assert command(name).name == name


def test_help_imports_click_and_nothing_of_the_other_rooms() -> None:
    listed = subprocess.run(
        [sys.executable, "-c", IMPORTED_FOR_HELP], capture_output=True, text=True, check=True
    )
    modules = set(listed.stdout.splitlines()[-1].split())
    ours = {name for name in modules if name.split(".")[0] == "nominate"}
    heavy = {"attrs", "attr", "cattrs", "rich", "yaml", "openpyxl", "reportlab", "babel", "pluggy"}
    assert ours == {"nominate", "nominate.cli", "nominate.cli.application", "nominate.cli.environment"}
    assert not heavy & modules


def test_help_fits_a_terminal_of_eighty_columns(start: Start) -> None:
    told = start("--help", COLUMNS="80").stdout
    assert max(map(len, told.splitlines())) <= 80
    assert all(f"\n  {name} " in told for name in COMMANDS)


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    assert "nominate demo" in result.stdout


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").stdout == f"nominate {nominate.__version__}\n"


def test_the_version_is_that_of_the_distribution() -> None:
    assert nominate.__version__ == version("nominate-awards")


def test_python_m_nominate_is_the_command(start: Start) -> None:
    assert start("--version").stdout == f"nominate {nominate.__version__}\n"


def test_the_entry_point_ends_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["nominate", "--version"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code, capsys.readouterr().out) == (0, f"nominate {nominate.__version__}\n")


def test_an_unknown_command_names_the_nearest(run: Run) -> None:
    result = run("lits", "awards")
    assert result.exit_code == 2
    assert "no command 'lits'; did you mean 'list'? choose from demo, init, check" in result.stderr


def test_an_unknown_option_names_the_nearest(run: Run) -> None:
    result = run("list", "--yaer", "2020")
    assert result.exit_code == 2
    assert "--year" in result.stderr


def test_a_usage_error_says_where_help_is(run: Run) -> None:
    assert "For help: nominate export --help" in run("export", "awards").stderr


def test_completion_offers_the_commands(start: Start) -> None:
    told = start(_NOMINATE_COMPLETE="bash_complete", COMP_WORDS="nominate ex", COMP_CWORD="1").stdout
    assert told == "plain,export\n"


def test_completion_of_an_unknown_command_offers_nothing(start: Start) -> None:
    told = start(_NOMINATE_COMPLETE="bash_complete", COMP_WORDS="nominate lits --", COMP_CWORD="2")
    assert "Traceback" not in told.stderr


def examples(text: str) -> list[str]:
    return re.findall(r"^ +(nominate [^\n]+)$", text.partition("Examples:")[2], re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_has_examples(name: str) -> None:
    assert examples(command(name).help or "")


@pytest.mark.parametrize(
    "example", [line for name in COMMANDS for line in examples(command(name).help or "")]
)
def test_each_example_of_the_help_works(run: Run, example: str) -> None:
    before, _, target = example.partition(" > ")
    arguments = shlex.split(before)[1:]
    if "tracker.xlsx" in arguments and "-o" not in arguments:
        run("export", "awards", "-o", "tracker.xlsx", "--audience", "internal")
    if "--force" in arguments:
        run(*(argument for argument in arguments if argument != "--force"))
    result = run(*arguments)
    assert (result.exit_code, "nominate:" in result.stderr) == (0, False), result.stderr
    assert not target or result.stdout
