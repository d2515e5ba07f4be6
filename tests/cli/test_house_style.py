"""A house style on the command line: a word, a file, or what the register names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

NEWS = ("export", "awards", "-o", "-", "--to", "news", "--edition", "hsj-patient-safety/2020")
THEN = ("--as-of", "2020-10-01")
OURS = 'extends: press\nquotations: {titles: ["«", "»"]}\n'


def test_an_option_names_a_style_or_a_file(run: Run, folder: Path) -> None:
    (folder / "ours.yaml").write_text(OURS, "utf-8")
    ours = run(*NEWS, *THEN, "-O", "style=ours.yaml")
    press = run(*NEWS, *THEN, "-O", "style=press")
    assert (ours.exit_code, press.exit_code) == (0, 0)
    assert "«" in ours.stdout
    assert "«" not in press.stdout


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (
            "govukk",
            "no file 'govukk', and no style of that name; did you mean 'govuk'? choose from health, govuk,",
        ),
        ("our.yaml", "no file 'our.yaml', and no style of that name; did you mean 'ours.yaml'?"),
        (
            "hasty.yaml",
            "hasty.yaml:2:24: numbers.words_up_to: 'few' is not a whole number; write digits only",
        ),
    ],
)
def test_a_wrong_style_is_a_wrong_use_and_says_what_would_do(
    run: Run, folder: Path, value: str, says: str
) -> None:
    (folder / "ours.yaml").write_text(OURS, "utf-8")
    (folder / "hasty.yaml").write_text("extends: press\nnumbers: {words_up_to: few}\n", "utf-8")
    done = run(*NEWS, *THEN, "-O", f"style={value}")
    assert done.exit_code == 2
    assert says in done.stderr
    assert done.stdout == ""


def test_the_option_is_listed_with_its_words_and_a_file(run: Run) -> None:
    assert "health, govuk, press, a file" in run("plugins", "news").stdout


def test_a_check_reads_the_style_that_the_register_names(run: Run, folder: Path) -> None:
    register = folder / "awards" / "register.yaml"
    text = register.read_text("utf-8")
    assert "style: health" in text
    register.write_text(text.replace("style: health", "style: ours.yaml"), "utf-8")
    assert "register.style: no file 'ours.yaml' beside the register" in run("check", "awards").stdout
    (folder / "awards" / "ours.yaml").write_text("extends: pres\n", "utf-8")
    done = run("check", "awards")
    assert done.exit_code == 1
    assert "ours.yaml:1:10: extends: 'pres' is not a style that comes with nominate" in done.stdout
    (folder / "awards" / "ours.yaml").write_text(OURS, "utf-8")
    assert run("check", "awards").exit_code == 0
    assert "«" in run(*NEWS, *THEN).stdout
