from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nominate import Batch, UsageError
from nominate.batch.naming import distinct, pattern, safe

Make = Callable[..., Batch]
FIELDS = ("id", "name")


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("hsj/2020", "hsj_2020"),
        ("../../etc/passwd", "_._.._etc_passwd"),
        (".profile", "_profile"),
        ("..", "_"),
        ("", "_"),
        (" Ward 7. ", "Ward 7"),
        ('Who? "We": <all> | a*b\\c', "Who_ _We__ _all_ _ a_b_c"),
        ("two\nlines\x1b[31m\u202e", "two lines [31m"),
        ("Tŷ Gŵyr", "Tŷ Gŵyr"),
        ("Ty\u0302", "Tŷ"),
        ("ŵ" * 200, "ŵ" * 75),
    ],
)
def test_a_value_in_a_name_is_safe_on_every_system(value: str, name: str) -> None:
    assert safe(value) == name


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        ("{id}.pdf", "nul", "nul_.pdf"),
        ("{id}.pdf", "CON", "CON_.pdf"),
        ("{id}", "lpt9", "lpt9_"),
        ("{id}.tar.gz", "com¹", "com¹_.tar.gz"),
        ("a/{id}/b.pdf", "aux", "a/aux_/b.pdf"),
        ("{id}.pdf", "console", "console.pdf"),
        ("com{id}.pdf", "1", "com1_.pdf"),
    ],
)
def test_a_device_of_windows_is_no_name(text: str, value: str, name: str) -> None:
    assert pattern(text, fields=FIELDS).filled({"id": value}) == Path(name)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("/out/{id}/{name} of {id}.pdf", "/out/a/Ann of a.pdf"),
        ("{{{id}}}.md", "{a}.md"),
        ("con/{id}.md", "con/a.md"),
    ],
)
def test_only_fields_are_replaced(text: str, filled: str) -> None:
    assert pattern(text, fields=FIELDS).filled({"id": "a", "name": "Ann"}) == Path(filled)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "{nam}.pdf",
            r"no field \{nam\} for the name of a file; did you mean \{name\}\? choose from \{id\}, \{",
        ),
        ("{id:>9}.pdf", r"no field \{id:>9\}"),
        ("{id!r}.pdf", r"no field \{id!r\}"),
        ("{}.pdf", r"no field \{\}"),
        ("{0}.pdf", r"no field \{0\}"),
        ("{id.__class__}.pdf", r"no field \{id.__class__\}"),
        ("{id.pdf", "a brace without its other half; write two for one"),
        ("id}.pdf", "a brace without its other half"),
        ("out/all.pdf", r"would be the name of every file; put a field into it, as in 'out/\{id\}.pdf'"),
    ],
)
def test_a_name_that_could_not_be_made_is_refused(text: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        pattern(text, fields=FIELDS)


@pytest.mark.parametrize(("one", "other"), [("Ward", "WARD"), ("Ty\u0302", "Tŷ"), ("Straße", "STRASSE")])
def test_what_some_disc_takes_for_one_file_gets_its_id(one: str, other: str) -> None:
    paths = [Path(f"{one}.md"), Path(f"{other}.md"), Path("third.md")]
    assert [path.name for path in distinct(paths, ["a", "b/c", "d"])] == [
        f"{one} (a).md",
        f"{other} (b_c).md",
        "third.md",
    ]


def test_names_that_stay_the_same_are_refused() -> None:
    with pytest.raises(UsageError, match=r"several files would be called .*; put \{id\} into the name"):
        distinct([Path("A.md"), Path("a.md"), Path("a (x).md")], ["x", "y", "z"])


def test_an_edition_can_have_a_folder_of_its_award(make: Make, tmp_path: Path) -> None:
    batch = make("{award}/{edition} for {audience}, {as_of}.csv", each="edition")
    one = next(file for file in batch.files if file.id == "coastal-care/2025")
    assert one.path == tmp_path / "out" / "coastal-care" / "2025 for public, 2026-11-01.csv"
    assert one.path.is_file()


def test_an_id_with_a_slash_stays_in_its_folder(make: Make, tmp_path: Path) -> None:
    batch = make("{id}.csv", each="edition")
    assert {file.path.parent for file in batch.files} == {tmp_path / "out"}
    assert "coastal-care_2025.csv" in {file.path.name for file in batch.made}


@pytest.mark.parametrize(
    ("each", "own", "name"),
    [
        ("organisation", "dyffryn-twr", "Dyffryn Tŵr University Health Board.csv"),
        ("award", "coastal-care", "Coastal Care Awards.csv"),
        ("programme", "clir", "Clear Letters and Informed Relatives.csv"),
        ("edition", "coastal-care/2025", "2025 Coastal Care Awards.csv"),
        ("category", "community-care", "Care in the Community Award.csv"),
    ],
)
def test_a_file_can_be_called_by_a_name(make: Make, each: str, own: str, name: str) -> None:
    files = {file.id: file for file in make("{name}.csv", each=each, audience="internal").files}
    assert own in files, list(files)
    assert files[own].path.name == name


def test_a_long_name_is_cut_until_its_file_can_be_made(tmp_path: Path) -> None:
    names = pattern("{name} {name} – {id}.pdf", fields=FIELDS)
    path = names.filled({"name": "Ŵ" * 200, "id": "llanydd"})
    assert path.name.endswith(" – llanydd.pdf")
    assert 200 < len(path.name.encode()) <= 255
    (tmp_path / path).write_bytes(b"")


def test_a_long_name_that_needs_its_id_has_it_whole() -> None:
    path = Path("x" * 200 + ".pdf")
    one, other = distinct([path, path], ["a" * 100, "b" * 100])
    assert one.name.endswith(f" ({'a' * 100}).pdf")
    assert other.name.endswith(f" ({'b' * 100}).pdf")
    assert len(one.name) == len(other.name) == 255


def test_a_pattern_that_leaves_no_room_is_refused() -> None:
    with pytest.raises(UsageError, match="is too long for the name of a file, which may have 255 bytes"):
        pattern("x" * 250 + "{id}.pdf", fields=FIELDS).filled({"id": "llanydd"})
