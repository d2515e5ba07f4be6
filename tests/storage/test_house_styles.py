"""The house style that a register names: a stock one, or a file beside it that `check` reads as well."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import nominate
from nominate import View
from nominate.errors import DataError, UsageError
from nominate.prose import Style, story

AWARDS = """
awards:
  - {id: tide, name: Tide Awards, editions: [{id: 2020, categories: [{id: team, name: Team of the Year}]}]}
organisations:
  - {id: marram, name: Marram Trust, kind: charity}
nominations:
  - id: a
    edition: tide/2020
    category: team
    title: A quieter ward
    nominees: [marram]
    decisions: [{outcome: won, announced: 2020-11-12}]
"""
OURS = 'extends: govuk\nquotations: {titles: ["«", "»"]}\n'


def folder_with(tmp_path: Path, style: str, **files: str) -> Path:
    folder = tmp_path / "awards"
    folder.mkdir()
    (folder / "register.yaml").write_text(
        f"register: {{publisher: marram, style: {style}}}\n{AWARDS}", "utf-8"
    )
    for name, text in files.items():
        target = folder / f"{name}.yaml"
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, "utf-8")
    return folder


def seen(path: Path) -> View:
    return nominate.view(nominate.load(path), as_of="2020-12-01")


def told(path: Path) -> list[str]:
    return [str(problem).removeprefix(f"{path}/") for problem in nominate.examine(path).problems]


def test_a_piece_is_written_in_the_style_beside_the_register(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "ours.yaml", ours=OURS)
    view = seen(folder)
    assert story(view) == story(view, style=Style.read(OURS, name="ours.yaml"))
    assert b"\xc2\xabA quieter ward\xc2\xbb" in nominate.render(view, "news")
    assert nominate.render(view, "news") != nominate.render(view, "news", options={"style": "govuk"})


def test_a_register_of_one_file_has_its_style_beside_it(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "ours.yaml", ours=OURS)
    assert story(seen(folder / "register.yaml")) == story(seen(folder))


def test_a_style_may_lie_in_a_folder_of_its_own(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "styles/ours.yaml", **{"styles/ours": OURS})
    assert told(folder) == []
    assert "«A quieter ward»" in nominate.render(seen(folder), "news").decode()


def test_only_the_file_that_is_named_is_taken_for_a_style(tmp_path: Path) -> None:
    people = "people: [{id: ann, name: Dr Ann Example}]"
    folder = folder_with(tmp_path, "ours.yaml", ours=OURS, **{"people/ours": people})
    assert nominate.load(folder).person("ann").name == "Dr Ann Example"


def test_a_file_of_the_register_is_no_style(tmp_path: Path) -> None:
    (problem, *_) = told(folder_with(tmp_path, "register.yaml"))
    assert problem.startswith("register.yaml:1:1: ")
    assert "'register' is not a key of a house style" in " ".join(told(tmp_path / "awards"))


def test_a_mistake_in_a_style_is_told_with_its_own_file_and_line(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "ours.yaml", ours="extends: govuk\nnumbers: {words_up_to: many}\n")
    assert told(folder) == [
        "ours.yaml:2:24: numbers.words_up_to: 'many' is not a whole number; write digits only"
    ]
    with pytest.raises(DataError, match="'many' is not a whole number"):
        nominate.load(folder)


def test_a_style_that_is_no_yaml_is_told_once(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "ours.yaml", ours="extends: 'govuk\n")
    (problem,) = told(folder)
    assert problem.startswith("ours.yaml:")
    (alone,) = told(folder / "register.yaml")
    assert "ours.yaml:" in alone


@pytest.mark.parametrize(
    ("style", "says"),
    [
        (
            "helth",
            "no style 'helth'; did you mean 'health'? choose from govuk, health, press, or a file beside",
        ),
        ("ours.yml", "no file 'ours.yml' beside the register; did you mean 'ours.yaml'?"),
        ("zzz.yaml", "no file 'zzz.yaml' beside the register; put the file beside the register"),
        ("../ours.yaml", "'../ours.yaml' leads out of the register's folder"),
        ("/ours.yaml", "'/ours.yaml' leads out of the register's folder"),
    ],
)
def test_a_style_that_is_not_there_is_told_with_line_and_field(tmp_path: Path, style: str, says: str) -> None:
    (tmp_path / "ours.yaml").write_text(OURS, "utf-8")
    folder = folder_with(tmp_path, style, ours=OURS)
    (problem,) = [line for line in told(folder) if "register.style" in line]
    assert problem.startswith("register.yaml:1:")
    assert says in problem


def test_a_register_from_a_stream_may_name_a_style_that_is_then_asked_for(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "ours.yaml", ours=OURS)
    register = nominate.load(io.BytesIO((folder / "register.yaml").read_bytes()))
    view = nominate.view(register, as_of="2020-12-01")
    with pytest.raises(
        UsageError, match=r"'ours\.yaml' is a file beside the register, which was read without"
    ):
        story(view)
    assert story(view, style=Style.load("press")).title


def test_an_unknown_stock_style_is_a_fault_of_a_stream_too() -> None:
    (problem,) = nominate.examine(io.BytesIO(b"register: {style: helth}")).problems
    assert (problem.code, problem.line, problem.path) == ("E355", 1, "register.style")


def test_a_style_file_that_cannot_be_read_yet_is_told_before_any_piece(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "ours.yaml")
    (folder / "ours.yaml").mkdir()
    assert "'ours.yaml' is not a regular file" in told(folder)[0]


def test_every_view_of_a_register_is_written_in_one_style_even_while_somebody_edits_it(
    tmp_path: Path,
) -> None:
    folder = folder_with(tmp_path, "ours.yaml", ours=OURS)
    register = nominate.load(folder)
    before = nominate.view(register, as_of="2020-12-01")
    (folder / "ours.yaml").write_text("extends: press", "utf-8")
    after = nominate.view(register, as_of="2020-12-01")
    assert story(before) == story(after)
    assert before.revision == after.revision


def test_a_file_that_is_called_as_a_stock_style_is_not_read(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "health")
    (folder / "health").write_text("extends: press", "utf-8")
    assert dict(nominate.load(folder).files) == {}
    assert story(seen(folder)) == story(seen(folder), style=Style.load("health"))


def test_another_style_makes_another_revision(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "ours.yaml", ours=OURS)
    before = seen(folder).revision
    assert seen(folder).revision == before
    (folder / "ours.yaml").write_text("extends: press\n", "utf-8")
    assert seen(folder).revision != before
