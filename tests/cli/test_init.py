from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import yaml
from click.testing import Result
from jsonschema import Draft202012Validator

Run = Callable[..., Result]


def uncommented(text: str) -> str:
    """The template with every example in force."""
    return re.sub(r"^( +)#(?: |$)", r"\1", text, flags=re.MULTILINE)


def test_the_new_register_passes_the_check_without_a_warning(run: Run) -> None:
    assert run("init", "mine").exit_code == 0
    result = run("check", "mine", "--strict")
    assert (result.exit_code, result.stdout) == (0, "fine: no records yet in 1 file\n")


def test_its_examples_pass_the_check_once_they_are_in_force(run: Run, folder: Path) -> None:
    run("init", "mine")
    register = folder / "mine" / "register.yaml"
    register.write_text(uncommented(register.read_text("utf-8")), "utf-8")
    result = run("check", "mine", "--as-of", "2027-09-20", "--strict")
    assert result.stdout == "fine: 1 nomination, 3 organisations, 1 person, 1 programme, 1 award in 1 file\n"


def test_its_examples_fit_the_schema_that_lies_beside_it(run: Run, folder: Path) -> None:
    run("init", "mine")
    text = uncommented((folder / "mine" / "register.yaml").read_text("utf-8"))
    schema = json.loads((folder / "mine" / ".nominate" / "register.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(json.dumps(yaml.safe_load(text), default=str)))


def test_its_first_line_names_the_schema_that_lies_beside_it(run: Run, folder: Path) -> None:
    run("init", "mine")
    first = (folder / "mine" / "register.yaml").read_text("utf-8").splitlines()[0]
    assert (folder / "mine" / first.partition("$schema=")[2]).is_file()


def test_it_says_what_to_do_next(run: Run) -> None:
    result = run("init", "our awards")
    assert "our awards/register.yaml: an empty register" in result.stdout
    assert '  nominate check "our awards"' in result.stderr


def test_it_makes_the_folders_above(run: Run, folder: Path) -> None:
    assert run("init", "teams/comms/awards").exit_code == 0
    assert (folder / "teams" / "comms" / "awards" / "register.yaml").is_file()


def test_it_goes_into_a_folder_with_other_things(run: Run, folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "logo.png").write_bytes(b"a logo")
    assert run("init", "mine").exit_code == 0
    assert (folder / "mine" / "logo.png").read_bytes() == b"a logo"


def test_it_overwrites_nothing(run: Run, folder: Path) -> None:
    run("init", "mine")
    (folder / "mine" / "register.yaml").write_text("people: []\n")
    assert run("init", "mine").exit_code == 2
    assert (folder / "mine" / "register.yaml").read_text() == "people: []\n"


def test_json_names_the_files(run: Run) -> None:
    told = json.loads(run("init", "mine", "--json").stdout)
    assert told == {"files": ["mine/register.yaml", "mine/.nominate/register.schema.json"]}
