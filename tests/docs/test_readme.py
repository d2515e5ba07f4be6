from __future__ import annotations

import io
import re
import tomllib
from pathlib import Path

import pytest

import nominate

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")]


def _shell_blocks() -> list[str]:
    return re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def _register() -> nominate.Register:
    found = re.search(r"^<!-- file: awards.yaml -->\n```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert found is not None
    return nominate.load(io.BytesIO(found[1].encode()))


def _story() -> str:
    _, _, after = README.partition("<!-- the story -->\n\n")
    lines = re.match(r"(?:>.*\n)+", after)
    assert lines is not None
    return "".join(f"{line.removeprefix('>').removeprefix(' ')}\n" for line in lines[0].splitlines())


def test_the_story_is_what_the_program_makes_of_the_data_beside_it() -> None:
    view = nominate.view(_register(), as_of="2020-10-01")
    assert nominate.render(view, "news").decode() == _story()


def test_each_number_of_the_story_follows_the_data() -> None:
    fewer = _register().records
    register = nominate.Register(
        records=nominate.Records(
            register=fewer.settings,
            organisations=fewer.organisations,
            awards=fewer.awards,
            nominations=fewer.nominations[:-1],
        )
    )
    told = nominate.render(nominate.view(register, as_of="2020-10-01"), "news").decode()
    assert "in two categories" in told
    assert "three" not in told


def test_the_first_command_makes_an_environment_installs_and_runs_the_demonstration() -> None:
    first = _shell_blocks()[0].splitlines()
    assert first == [
        "python3 -m venv .venv && .venv/bin/python -m pip install --quiet . && .venv/bin/nominate demo"
    ]


def test_the_test_command_is_one_line_that_tests_what_is_installed() -> None:
    found = re.findall(r"^<!-- the test command -->\n```sh\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)
    assert len(found) == 1
    assert "\n" not in found[0]
    install, test = found[0].split(" && ")[1:]
    assert install == ".venv/bin/python -m pip install --quiet '.[test]'"
    # `python -m pytest` would put the checkout before what is installed.
    assert test.startswith(".venv/bin/pytest ")


@pytest.mark.parametrize("extra", sorted(set(re.findall(r"'\.\[([a-z,]+)\]'", README))))
def test_each_extra_that_the_readme_installs_is_one(extra: str) -> None:
    assert set(extra.split(",")) <= set(PROJECT["optional-dependencies"])


@pytest.mark.parametrize(
    "script", sorted(set(re.findall(r"\.venv[/\\](?:bin|Scripts)[/\\]([a-z]+)", README)))
)
def test_each_script_that_the_readme_runs_is_installed_by_its_command(script: str) -> None:
    needed = " ".join(PROJECT["optional-dependencies"]["test"])
    assert script == "python" or script in PROJECT["scripts"] or f"{script}>=" in needed


def test_a_line_for_windows_follows_each_command() -> None:
    for block in _shell_blocks()[:2]:
        _, _, after = README.partition(f"```sh\n{block}```\n\n")
        assert after.startswith("On Windows, in PowerShell: `py -m venv .venv; ")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_link_to_a_file_leads_to_one(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    local = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in local if not (ROOT / link).exists()] == []


@pytest.mark.parametrize(
    "picture", re.findall(r"!\[(.*?)\]\((.*?)\)", README), ids=lambda picture: picture[1]
)
def test_each_picture_says_in_words_what_it_shows(picture: tuple[str, str]) -> None:
    alt, path = picture
    assert len(alt) > 60
    content = (ROOT / path).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) < 150_000
