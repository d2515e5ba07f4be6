from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate import UnreadableInput
from nominate.sheets import Row, Sheet, neutralised, read_csv, restored


def _read(content: bytes | str, *, delimiter: str = "") -> Sheet:
    whole = content.encode() if isinstance(content, str) else content
    return read_csv(io.BytesIO(whole), name="awards.csv", delimiter=delimiter)


def _refusal(content: bytes | str) -> str:
    with pytest.raises(UnreadableInput) as caught:
        _read(content)
    return str(caught.value)


@given(st.text())
def test_neutralised_text_is_restored_exactly(text: str) -> None:
    assert restored(neutralised(text)) == text


@given(st.sampled_from([*"=+-@\t\r＝＋－＠"]), st.text())  # noqa: RUF001 - the full-width forms are meant
def test_no_neutralised_text_begins_like_a_formula(start: str, text: str) -> None:
    assert neutralised(start + text).startswith("'")


@given(st.sampled_from([*"=+-@＝＋－＠"]), st.text())  # noqa: RUF001 - the full-width forms are meant
def test_nor_does_one_after_white_space(start: str, text: str) -> None:
    assert neutralised(f" {start}{text}").startswith("'")


@pytest.mark.parametrize("text", ["A better ward", "", "'Tis the season", "1 = 1", "won"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert neutralised(text) == restored(text) == text


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_characters="\r\0", codec="utf-8")), min_size=2, max_size=4),
        min_size=1,
    )
)
def test_what_a_csv_writer_wrote_is_read(rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([neutralised(cell) for cell in row] for row in rows)
    found = _read(out.getvalue(), delimiter=",")
    width = max((len(row) for row in rows), default=0)
    told = [row for row in rows if any(row)]
    assert [[cell or "" for cell in row.cells] for row in found.rows] == [
        (row + [""] * width)[: found.width] for row in told
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_letters_come_as_they_were_saved(encoding: str) -> None:
    sheet = _read("ID,Title\r\n1,Tŷ Gŵyr\r\n".encode(encoding))
    assert sheet.rows[1].cells == ("1", "Tŷ Gŵyr")
    assert sheet.problems == ()


def test_windows_1252_is_read_with_a_warning() -> None:
    sheet = _read("ID,Prize\r\n1,£1,000 – won\r\n".replace("1,000", "1000").encode("cp1252"))
    assert sheet.rows[1].cells == ("1", "£1000 – won")
    (problem,) = sheet.problems
    assert (problem.code, problem.file) == ("W124", "awards.csv")


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("ID,Title\n1,A; B\n2,C; D\n", ","),
        ("ID;Title;Fee\n1;A, B;1,5\n", ";"),
        ("ID\tTitle\n1\tA, B\n", "\t"),
        ("ID|Title\n1|A\n", "|"),
        ('ID;Title\n1;"a, b, c, d"\n', ";"),
        ("sep=;\nID;Title\n1;A, B\n", ";"),
        ("Title\nA better ward\n", ","),
        ("", ","),
    ],
)
def test_what_parts_the_cells_is_found_out_and_told(text: str, delimiter: str) -> None:
    assert _read(text).delimiter == delimiter


def test_a_delimiter_that_is_given_is_used() -> None:
    assert _read("a,b;c\n", delimiter=";").rows[0].cells == ("a,b", "c")


def test_rows_are_numbered_by_their_first_line() -> None:
    sheet = _read('sep=,\nID,Notes\n1,"one\r\ntwo"\n\n2,three\n')
    assert sheet.rows == (Row(2, ("ID", "Notes")), Row(3, ("1", "one\ntwo")), Row(6, ("2", "three")))


def test_short_rows_are_filled_and_blank_ends_are_cut() -> None:
    sheet = _read("ID,Title,,\n1,,,\n,,,\n")
    assert [row.cells for row in sheet.rows] == [("ID", "Title"), ("1", None)]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        ('ID,Title\n1,"never closed\n2,x\n', "awards.csv:2: a quotation mark is never closed; "),
        ('ID\n"a"b\n', "awards.csv:2: not csv: "),
        (b"\x00\x01\x02\x03ID", "awards.csv: this is no csv file: "),
        (b"\xff\x00\x81ID", "awards.csv: this is no csv file: "),
        (b"PK\x03\x04", "awards.csv: this is no csv file but a workbook"),
        (b"\xd0\xcf\x11\xe0", "awards.csv: this is no csv file but a workbook"),
        (f"ID\n{'x' * 200_000}\n", "awards.csv:2: not csv: field larger than field limit"),
        ("," * 60_000 + "x\n" + "1\n" * 500, "awards.csv: it has 501 rows and 60,001 columns"),
    ],
    ids=[
        "open quotation",
        "text after a quotation",
        "zeros",
        "no letters",
        "zip",
        "old",
        "long cell",
        "wide",
    ],
)
def test_what_is_no_csv_is_refused(content: bytes | str, refusal: str) -> None:
    assert _refusal(content).startswith(refusal)
