"""Files that are no workbook, are damaged, or were made to do harm: each is refused with one sentence."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable, Mapping

import pytest

from nominate import UnreadableInput
from nominate.sheets import Workbook, read_workbook
from nominate.sheets.archive import Archive

Opened = Callable[..., Workbook]
Packed = Callable[..., bytes]
Pack = Callable[[Mapping[str, str | bytes]], bytes]
Parts = dict[str, str | bytes]

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


def _refusal(content: bytes) -> str:
    with pytest.raises(UnreadableInput) as caught:
        read_workbook(io.BytesIO(content), name="awards.xlsx")
    (problem,) = caught.value.problems
    assert problem.hint
    return f"{problem.code} {problem.message}"


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", "E120 this is no workbook"),
        (b"ID,Title\r\n", "E120 this is no workbook"),
        (b"<html><table></table></html>", "E120 this is no workbook"),
        (b"PK", "E120 the workbook is damaged: it is no whole zip archive"),
        (b"PK\x05\x06" + bytes(18), "E120 this is no workbook"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504),
            "E120 this is a file of Excel 97 to 2003, which is not read",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "E121 it is protected by a password",
        ),
    ],
    ids=["nothing", "csv", "a web page", "two letters", "an empty archive", "an old workbook", "encrypted"],
)
def test_what_is_no_workbook_is_refused(content: bytes, refusal: str) -> None:
    assert _refusal(content) == refusal


def test_a_workbook_that_was_cut_off_is_refused(packed: Packed) -> None:
    content = packed(ONE)
    for length in (10, len(content) // 2, len(content) - 5):
        assert _refusal(content[:length]).startswith("E120 the workbook is damaged")


def test_a_document_of_word_is_no_workbook(pack: Pack, parts: Parts) -> None:
    del parts[SHEET]
    parts["xl/workbook.xml"] = '<w:document xmlns:w="w"/>'
    assert _refusal(pack(parts)) == "E120 this is no workbook"


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/workbook.xml", "<workbook><sheets>"),
        ("_rels/.rels", "<Relationships/>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships/>"),
        (SHEET, "<worksheet><sheetData><row"),
        (SHEET, "<worksheet><sheetData><row r='x'><c><v>1</v></c></row></sheetData></worksheet>"),
        (SHEET, b"\xff\xfe<\0w\0o\0r\0k\0"),
        (SHEET, ""),
        ("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY a 'b'>]><sst/>"),
    ],
)
def test_a_part_that_is_not_what_it_should_be_is_refused(
    pack: Pack, parts: Parts, part: str, content: str | bytes
) -> None:
    assert _refusal(pack({**parts, part: content})).startswith("E120 ")


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY x SYSTEM "file:///etc/hostname">',
        '<!ENTITY x "y">',
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY x "&a;&a;&a;&a;&a;">',
    ],
    ids=["of a file", "of a text", "of many texts"],
)
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_entities_are_never_opened(pack: Pack, parts: Parts, part: str, declared: str) -> None:
    whole = f"<!DOCTYPE x [{declared}]>{parts[part]!s}"
    assert "is not the XML that it should be" in _refusal(pack({**parts, part: whole}))


def test_a_sheet_that_is_named_and_absent_is_an_error(pack: Pack, parts: Parts) -> None:
    del parts[SHEET]
    assert _refusal(pack(parts)).endswith("the sheet 'Awards', which it names, is not in it")


def test_a_table_without_cells_is_refused(pack: Pack, parts: Parts) -> None:
    relations = str(parts["xl/_rels/workbook.xml.rels"])
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations.replace("/worksheet", "/table").replace(
        "worksheets/sheet1.xml", "../tables/table1.xml"
    )
    parts["xl/tables/table1.xml"] = '<table displayName="Nominations" ref="all"/>'
    assert "takes up no cells" in _refusal(pack(parts))


def test_a_text_that_is_not_there_is_told_with_its_sheet(packed: Packed) -> None:
    refusal = _refusal(packed('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'))
    assert refusal.startswith("E120 the workbook is damaged: the sheet 'Awards': ")


@pytest.mark.parametrize("name", ["A99999999999", "ZZZZZZZ1", "XFE1", "A1048577"])
def test_a_cell_beyond_the_end_of_any_sheet_is_refused(packed: Packed, name: str) -> None:
    refusal = _refusal(packed(f'<row r="1"><c r="{name}"><v>1</v></c></row>'))
    assert refusal.endswith("a cell lies beyond the last row or column that a sheet can have")


@pytest.mark.parametrize(
    "far",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<row r='1048576'><c s='>' r='XFD1048576'><v>1</v></c></row>",
        f'<x:row xmlns:x="{MAIN}" r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
    ],
    ids=["as usual", "with a bracket in an attribute", "with a prefix"],
)
def test_two_cells_at_the_ends_of_a_sheet_are_refused_before_they_take_memory(
    packed: Packed, far: str
) -> None:
    assert _refusal(packed(ONE + far)) == ("E122 a sheet reaches over 1,048,576 rows and 16,384 columns")


def test_a_cell_that_says_two_places_is_refused_before_it_takes_memory(packed: Packed) -> None:
    twice = '<row r="2"><c r="A2" s="1" r="XFD1048576"><v>1</v></c></row>'
    assert "is not the XML that it should be" in _refusal(packed(ONE + twice))


def test_an_empty_cell_at_the_end_of_a_sheet_is_nothing(opened: Opened, packed: Packed) -> None:
    content = packed(f'{ONE}<row r="1048576"><c r="XFD1048576" s="1"/></row>')
    assert opened(content).sheets[0].rows[0].cells == (1,)


def test_a_dimension_that_claims_too_much_is_not_believed(pack: Pack, parts: Parts, opened: Opened) -> None:
    whole = str(parts[SHEET]).replace("<sheetData>", f'<dimension ref="A1:XFD1048576"/><sheetData>{ONE}')
    assert opened(pack({**parts, SHEET: whole})).sheets[0].rows[0].cells == (1,)


def test_a_part_that_unpacks_to_hundreds_of_times_its_size_is_refused(pack: Pack, parts: Parts) -> None:
    bomb = pack({**parts, "xl/theme/theme1.xml": f"<a>{' ' * 40_000_000}</a>"})
    assert _refusal(bomb) == "E122 its part 'xl/theme/theme1.xml' unpacks to more than 250 times its size"


def test_a_size_that_is_told_too_small_is_found_out(pack: Pack, parts: Parts) -> None:
    content = bytearray(pack({**parts, "xl/theme/theme1.xml": f"<a>{' ' * 40_000_000}</a>"}))
    told = struct.pack("<I", 40_000_007)
    assert content.count(told) == 2
    for _ in range(2):
        place = content.index(told)
        content[place : place + 4] = struct.pack("<I", 100)
    assert _refusal(bytes(content)).startswith("E122 its part 'xl/theme/theme1.xml' unpacks to")


def test_a_workbook_of_very_many_sheets_is_refused(pack: Pack, parts: Parts) -> None:
    one = '<sheet name="Awards" sheetId="1" r:id="s"/>'
    many = "".join(one.replace("Awards", f"S{number}") for number in range(10_000))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(one, many)
    assert _refusal(pack(parts)) == "E122 it has 10,000 sheets, and at most 250 are read"


def test_a_workbook_of_very_many_parts_is_refused(pack: Pack, parts: Parts) -> None:
    many = {f"xl/media/{number}.png": b"" for number in range(5_000)}
    assert _refusal(pack({**parts, **many})) == "E122 it has 5,005 parts, and at most 5,000 are read"


def test_a_workbook_whose_parts_are_encrypted_asks_for_one_without_password(packed: Packed) -> None:
    content = bytearray(packed(ONE))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        start = archive.start_dir
    content[start + 8] |= 1
    assert _refusal(bytes(content)) == "E121 it is protected by a password"


def test_a_part_whose_bytes_have_changed_is_refused(packed: Packed) -> None:
    content = packed("".join(ONE.replace("1", str(number)) for number in range(1, 500)))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        place = archive.getinfo(SHEET).header_offset + 120
    changed = content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]
    assert _refusal(changed).endswith(f"its part '{SHEET}' cannot be unpacked")


def test_a_file_larger_than_any_tracker_is_not_read() -> None:
    assert _refusal_of_size() == "E102"


def _refusal_of_size() -> str:
    class Endless(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return bytes(size or 0)

    with pytest.raises(UnreadableInput) as caught:
        read_workbook(Endless(), name="awards.xlsx")
    return caught.value.problems[0].code


def _open_document(content: str, *, kind: str = "spreadsheet", manifest: str = "<m/>") -> Parts:
    namespaces = 'xmlns:table="t" xmlns:office="o" xmlns:text="x"'
    return {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "META-INF/manifest.xml": manifest,
        "content.xml": f"<office:document-content {namespaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="A">{content}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>",
    }


VALUE = '<table:table-cell office:value-type="float" office:value="1"/>'


@pytest.mark.parametrize(
    ("parts", "refusal"),
    [
        (_open_document("", kind="text"), "E120 this is no workbook"),
        (_open_document("", manifest="<encryption-data/>"), "E121 it is protected by a password"),
        (
            _open_document("<table:table-row>"),
            "E120 the workbook is damaged: its part 'content.xml' is not the XML that it should be",
        ),
        (
            _open_document(
                f'<table:table-row table:number-rows-repeated="1048576">'
                f"{VALUE[:-2]} table:number-columns-repeated='16384'/></table:table-row>"
            ),
            "E122 a sheet reaches over 1,048,576 rows and 16,384 columns",
        ),
        (
            _open_document(
                f'<table:table-row table:number-rows-repeated="9999999">{VALUE}</table:table-row>'
            ),
            "E120 the workbook is damaged: a cell lies beyond the last row or column that a sheet can have",
        ),
    ],
    ids=["a text", "encrypted", "cut off", "repeated to the ends", "repeated beyond the end"],
)
def test_an_open_document_is_refused_for_the_same_reasons(pack: Pack, parts: Parts, refusal: str) -> None:
    assert _refusal(pack(parts)) == refusal


def test_any_changed_bytes_give_a_workbook_or_a_refusal(pack: Pack, parts: Parts) -> None:
    chance = random.Random(20_201_112)  # noqa: S311 - the same changes each time, for a test
    parts[SHEET] = str(parts[SHEET]).replace("</sheetData>", ONE + "</sheetData>")
    refused = 0
    for _ in range(300):
        name = chance.choice([*parts])
        content = bytearray(str(parts[name]).encode())
        place = chance.randrange(len(content))
        content[place : place + chance.randrange(3)] = chance.choice([b"<", b">", b'"', b"9", b"", b"&"])
        try:
            read_workbook(io.BytesIO(pack({**parts, name: bytes(content)})), name="awards.xlsx")
        except UnreadableInput:
            refused += 1
    assert 0 < refused < 300


def test_what_all_parts_unpack_to_together_is_limited(pack: Pack, parts: Parts) -> None:
    archive = Archive(pack({**parts, "xl/a.xml": " " * 2_000_000}), file="awards.xlsx", limit=2_000_000)
    with pytest.raises(UnreadableInput, match="it unpacks to more than 2 MB"):
        [sum(map(len, pieces)) for _, pieces in archive.parts()]
