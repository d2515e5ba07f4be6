"""The files that a register names: found beside it, read when they are wanted, never outside its folder."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

import nominate
from nominate import Register

IMAGE = b"\x89PNG\r\n\x1a\n..."


def folder_with(tmp_path: Path, *names: str) -> Path:
    """A folder with a register whose one nomination names those pictures."""
    images = "".join(
        f"      - {{file: '{name}', alt: Four people, consent: {{by: all four}}}}\n" for name in names
    )
    folder = tmp_path / "awards"
    folder.mkdir()
    (folder / "register.yaml").write_text(
        "awards:\n"
        "  - {id: tide, name: Tide Awards, editions: [{id: 2020, categories: [{id: team, name: Team}]}]}\n"
        "organisations:\n"
        "  - {id: marram, name: Marram Trust, kind: charity}\n"
        "nominations:\n"
        "  - id: a\n"
        "    edition: tide/2020\n"
        "    category: team\n"
        "    title: A quieter ward\n"
        "    nominees: [marram]\n"
        f"    images:\n{images}",
        "utf-8",
    )
    return folder


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in nominate.examine(folder).problems if problem.code == "W513"]


def test_a_picture_lies_where_its_path_from_the_folder_says(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "pictures/team.png")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "team.png").write_bytes(IMAGE)
    assert nominate.load(folder).files["pictures/team.png"] == IMAGE
    assert nominate.load(folder / "register.yaml").files["pictures/team.png"] == IMAGE


def test_a_picture_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "team.png")
    (folder / "team.png").write_bytes(b"before")
    register = nominate.load(folder)
    (folder / "team.png").write_bytes(b"after")
    assert register.files["team.png"] == b"after"


def test_the_files_of_a_register_are_those_that_it_names_and_that_are_there(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "team.png", "absent.png")
    (folder / "team.png").write_bytes(IMAGE)
    (folder / "other.png").write_bytes(IMAGE)
    files = nominate.load(folder).files
    assert dict(files) == {"team.png": IMAGE}
    assert len(files) == 1
    assert files.get("absent.png") is files.get("other.png") is None
    assert "other.png" not in files


def test_two_registers_are_equal_wherever_their_files_lie(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "team.png")
    text = (folder / "register.yaml").read_bytes()
    assert nominate.load(folder) == nominate.load(io.BytesIO(text))


def test_a_register_from_a_stream_has_no_files_and_no_warning_of_them(tmp_path: Path) -> None:
    stream = io.BytesIO((folder_with(tmp_path, "team.png") / "register.yaml").read_bytes())
    found = nominate.examine(stream)
    assert found.register is not None
    assert dict(found.register.files) == {}
    assert "W513" not in {problem.code for problem in found.problems}


def test_a_register_made_in_python_takes_files_from_any_mapping() -> None:
    register = Register(records=nominate.Records(), files={"team.png": IMAGE})
    assert register.files["team.png"] == IMAGE
    assert register == Register(records=nominate.Records())


def test_a_picture_that_is_not_there_is_told_with_its_line_and_field(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "team.png", "taem.jpg")
    (folder / "team.png").write_bytes(IMAGE)
    (folder / "team.jpg").write_bytes(IMAGE)
    (warning,) = told(folder)
    assert warning == (
        f"{folder / 'register.yaml'}:13:16: nominations[0].images[1].file: "
        "warning: no file 'taem.jpg' beside the register; did you mean 'team.jpg'?"
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("../team.png", "'../team.png' leads out of the register's folder; put the file beside"),
        ("pictures/../../team.png", "leads out of the register's folder"),
        ("/etc/hostname", "'/etc/hostname' leads out of the register's folder"),
        ("C:/team.png", "'C:/team.png' is no path that every machine understands"),
        ("pictures\\team.png", "is no path that every machine understands; put the file beside"),
        (".nominate/team.png", "'.nominate/team.png' is not read: it begins with a dot; rename it"),
        ("pictures", "'pictures' is not a regular file"),
        ("register.yaml", "this is a file of the register; name a picture"),
        ("none/team.png", "no file 'none/team.png' beside the register; put the file beside"),
        ("out.png", "'out.png' leads out of the register's folder"),
        ("hidden.png", "'hidden.png' is not read: it begins with a dot"),
        ("whole.png", "this is a file of the register"),
        ("circle.png", "'circle.png' "),
    ],
)
def test_no_path_leads_to_what_is_no_picture_beside_the_register(
    tmp_path: Path, name: str, says: str
) -> None:
    (tmp_path / "team.png").write_bytes(IMAGE)
    folder = folder_with(tmp_path, name)
    (folder / "pictures").mkdir()
    (folder / ".nominate").mkdir()
    (folder / ".nominate" / "team.png").write_bytes(IMAGE)
    (folder / "out.png").symlink_to(tmp_path / "team.png")
    (folder / "hidden.png").symlink_to(folder / ".nominate" / "team.png")
    (folder / "whole.png").symlink_to(folder / "register.yaml")
    (folder / "circle.png").symlink_to(folder / "circle.png")
    assert dict(nominate.load(folder).files) == {}
    assert says in told(folder)[0]


def test_a_link_to_a_picture_within_the_folder_is_followed(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "latest.png")
    (folder / "2020.png").write_bytes(IMAGE)
    (folder / "latest.png").symlink_to(folder / "2020.png")
    assert nominate.load(folder).files["latest.png"] == IMAGE
    assert told(folder) == []


def test_a_pipe_is_no_picture_and_nobody_waits_for_it(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "team.png")
    os.mkfifo(folder / "team.png")
    assert "team.png" not in nominate.load(folder).files
    assert "is not a regular file" in told(folder)[0]


def test_a_picture_of_more_than_20_mb_is_left_out(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "team.png")
    with (folder / "team.png").open("wb") as picture:
        picture.truncate(20_000_001)
    assert nominate.load(folder).files.get("team.png") is None
    assert "'team.png' has more than 20 MB; shrink it" in told(folder)[0]


def test_a_picture_that_goes_away_after_loading_is_absent(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "team.png")
    (folder / "team.png").write_bytes(IMAGE)
    files = nominate.load(folder).files
    (folder / "team.png").unlink()
    assert files.get("team.png") is None
