from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import nominate
from nominate.documents import Block, Bullets, Document, Heading, Item, Link, Paragraph, Strong, Table
from nominate.errors import Problem, Severity
from nominate_pdf import _refused

Print = Callable[[Document], Any]
DEMO = Path(nominate.__file__).parent / "demo"

WELSH = "ŵŷâêîôûẁẃẅỳýÿïëöüäáéíóúàèìòù"
SIGNS = "‘’“”–—…•£€©®™°½¼¾×÷−≤≥′″ªº§¶†‡‰№·"  # noqa: RUF001 - these very signs


@pytest.mark.parametrize("letters", [WELSH, WELSH.upper(), SIGNS, "ŁódźČšžÞðøåæßñç", "ΑΩαω", "Київ"])
def test_the_embedded_font_holds_these_letters_in_every_face(printed: Print, letters: str) -> None:
    document = Document(
        title="Faces",
        blocks=[
            Heading(content=letters),
            Paragraph(
                content=[letters, " ", Strong(text=letters), " ", Link(text=letters, url="https://a.org")]
            ),
        ],
    )
    result = printed(document)
    assert result.problems == ()
    assert "".join(result.words) == "Faces" + letters * 4


def test_a_letter_with_its_mark_apart_is_composed(printed: Print) -> None:
    result = printed(Document(title=unicodedata.normalize("NFD", "Tŷ Gŵyr ẁ"), blocks=[]))
    assert result.words == ["Tŷ", "Gŵyr", "ẁ"]
    assert result.problems == ()


def test_a_letter_that_the_font_lacks_is_told_and_printed_as_a_sign(printed: Print) -> None:
    document = Document(
        title="Letters", blocks=[Paragraph(content="Care 中文 and 👩 ok", sources=("ruh-skip-2020",))]
    )
    result = printed(document)
    assert result.words[1:] == ["Care", "[U+4E2D][U+6587]", "and", "[U+1F469]", "ok"]
    (problem,) = result.problems
    assert problem.code == "W605"
    assert problem.severity is Severity.WARNING
    assert problem.path == "ruh-skip-2020"
    for part in ("U+4E2D (CJK UNIFIED IDEOGRAPH-4E2D)", "U+1F469 (WOMAN)", "'Care 中文 and 👩 ok'"):
        assert part in problem.message
    assert problem.hint.startswith("printed as [U+4E2D] [U+6587] [U+1F469]; name a font that does with -O")


@pytest.mark.parametrize(
    ("text", "sign", "name"),
    [
        ("שלום", "[U+05E9]", "HEBREW LETTER SHIN"),
        ("q\u0323", "[U+0323]", "COMBINING DOT BELOW"),
        ("๓่", "[U+0E48]", "THAI CHARACTER MAI EK"),
    ],
    ids=["right to left", "a mark of its own", "a mark above"],
)
def test_what_cannot_be_set_is_told_apart_from_what_is_missing(
    printed: Print, text: str, sign: str, name: str
) -> None:
    result = printed(Document(title="Letters", blocks=[Paragraph(content=text)]))
    assert sign in "".join(result.words)
    assert any(problem.code == "W606" and name in problem.message for problem in result.problems)


def test_what_is_no_letter_is_told_as_ever_where_every_letter_is_asked_for() -> None:
    broken = Problem(code="W607", message="the picture 'a' cannot be drawn", severity=Severity.WARNING)
    assert _refused(broken) is broken


def test_the_row_of_a_table_names_its_own_record(printed: Print) -> None:
    table = Table(
        caption="Rows", header=["A"], rows=[["one"], ["中"], ["中"]], row_sources=(("a",), ("b",), ("c",))
    )
    problems = printed(Document(title="Letters", blocks=[table])).problems
    assert [problem.path for problem in problems] == ["b", "c"]


def test_the_same_text_of_one_record_is_told_once(printed: Print) -> None:
    item = Item(content="中", sources=("a",))
    problems = printed(Document(title="中", blocks=[Bullets(items=[item, item])])).problems
    assert [problem.path for problem in problems] == ["", "a"]


def test_a_letter_that_title_details_head_and_foot_all_repeat_is_told_once(printed: Print) -> None:
    blocks: list[Block] = [Paragraph(content=f"Text {number}") for number in range(60)]
    document = Document(
        title="Awards of 中", author="中", details=("for 中", "中 2026"), status="Draft 文", blocks=blocks
    )
    result = printed(document)
    assert len(result.reader.pages) > 1
    assert [problem.message for problem in result.problems] == [
        "no font at hand holds U+6587 (CJK UNIFIED IDEOGRAPH-6587) of 'Draft 文'",
        "no font at hand holds U+4E2D (CJK UNIFIED IDEOGRAPH-4E2D) of 'Awards of 中'",
    ]


def test_a_letter_of_a_heading_is_told_once_though_the_contents_repeat_it(printed: Print) -> None:
    blocks: list[Block] = [Heading(content="中", sources=("a",)), Paragraph(content="Text")]
    problems = printed(Document(title="Letters", has_contents=True, blocks=blocks)).problems
    assert [problem.path for problem in problems] == ["a"]


def test_a_control_character_is_told_and_never_written(printed: Print) -> None:
    result = printed(Document(title="A\x00B\x07C\ud800", blocks=[]))
    assert "".join(result.words) == "A[U+0000]B[U+0007]C[U+D800]"
    assert "no letter, a control code" in result.problems[0].message


def test_what_prints_nothing_is_left_out_without_a_word(printed: Print) -> None:
    result = printed(Document(title="zero\u200bwidth soft\u00adhyphen \ufeffmark\u200e", blocks=[]))
    assert result.words == ["zerowidth", "softhyphen", "mark"]
    assert result.problems == ()


def test_a_hyphen_or_space_that_does_not_break_looks_as_it_should(printed: Print) -> None:
    result = printed(Document(title="COVID\u201119 10\u202fmg 5\u00a0kg", blocks=[]))
    assert result.problems == ()
    assert result.words == ["COVID-19", "10", "mg", "5", "kg"]


def test_a_lost_letter_is_told_of_or_refused_with_its_record_where_every_letter_is_asked_for() -> None:
    register = nominate.load(DEMO / "aberdwr")
    whole = nominate.view(register, as_of="2026-12-01")
    assert nominate.render(whole, "pdf", options={"every_letter": True}).startswith(b"%PDF")
    first, *others = register.nominations
    renamed = attrs.evolve(first, title="Care 中 at home")
    lost = nominate.Register(records=attrs.evolve(register.records, nominations=(renamed, *others)))
    seen = nominate.view(lost, as_of="2026-12-01")
    with pytest.warns(UserWarning, match=r"U\+4E2D .* printed as \[U\+4E2D\]; name a font"):
        nominate.render(seen, "pdf")
    with pytest.raises(nominate.ExporterFailed) as failure:
        nominate.render(seen, "pdf", options={"every_letter": True})
    assert {problem.code for problem in failure.value.problems} == {"E609"}
    told = str(failure.value.problems[0])
    assert first.id in told
    assert "U+4E2D (CJK UNIFIED IDEOGRAPH-4E2D)" in told
    assert "Care 中 at home" in told
    assert told.endswith("; name a font that does with -O fallback_fonts=FILE")
    assert "printed as" not in told
