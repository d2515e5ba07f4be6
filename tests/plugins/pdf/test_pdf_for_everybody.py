"""PDF/UA-1: both judges pass our files, and each fails a file that is damaged, by the rule that is broken."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pikepdf
import pytest
from judges.pdf import rules_broken
from judges.pdf_structure import structure_faults
from judges.pdf_text import read_out, structure_of
from PIL import Image

from nominate.documents import (
    Bullets,
    Document,
    Emphasis,
    Figure,
    Heading,
    Item,
    Link,
    NumberedList,
    Paragraph,
    Quotation,
    Strong,
    Table,
)

Print = Callable[[Document], Any]
Judge = Callable[[str], str]
Damage = Callable[[pikepdf.Pdf], None]


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "PNG")
    return out.getvalue()


_LIST = Link(text="The full shortlist of the year", url="https://example.org/shortlist")
_EVERYTHING = Document(
    title="Aberdŵr: the year in awards",
    status="For release",
    standfirst="Two teams have won. " * 8,
    author="Aberdŵr Health Network",
    blocks=[
        Heading(content="Won"),
        Paragraph(content=["It ", Strong(text="won"), " twice: see ", _LIST, " and ", _LIST, ". " * 40]),
        Heading(content="By category", level=3),
        Table(
            caption="Wins by category",
            header=["Category", "Note", "Wins"],
            rows=[[f"Category {number}", ["see ", _LIST], str(number)] for number in range(60)],
            has_row_headers=True,
            number_columns=(2,),
        ),
        Table(caption="Nothing yet", header=["Category", "Wins"], rows=[]),
        Heading(content="Said"),
        Quotation(paragraphs=["‘We are proud.", "‘And glad.’"], attribution="Head of Safety"),
        Bullets(items=["one", Item(content="two", below=NumberedList(items=["within", "it"]))]),
        Figure(alt="A trophy on a table", caption=[Emphasis(text="The trophy")], image=_picture()),
    ],
)


@pytest.fixture(scope="module")
def everything(printed: Print) -> bytes:
    content: bytes = printed(_EVERYTHING).content
    return content


def _damaged(content: bytes, damage: Damage) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        damage(pdf)
        pdf.save(out, fix_metadata_version=False)
    return out.getvalue()


def _elements(pdf: pikepdf.Pdf, tag: str) -> Iterator[Any]:
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") == tag and "/P" in each:
            yield each


def _without_words_of_pictures(pdf: pikepdf.Pdf) -> None:
    for each in _elements(pdf, "/Figure"):
        del each["/Alt"]


def _without_place_of_pictures(pdf: pikepdf.Pdf) -> None:
    for each in _elements(pdf, "/Figure"):
        del each["/A"]


def _without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def _without_scope(pdf: pikepdf.Pdf) -> None:
    for each in _elements(pdf, "/TH"):
        del each["/A"]


def _with_a_level_left_out(pdf: pikepdf.Pdf) -> None:
    for each in _elements(pdf, "/H3"):
        each.S = pikepdf.Name("/H4")


def _notes(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        yield from page.obj.get("/Annots", [])


def _without_words_of_links(pdf: pikepdf.Pdf) -> None:
    for note in _notes(pdf):
        del note["/Contents"]


def _with_links_out_of_the_tree(pdf: pikepdf.Pdf) -> None:
    for each in _elements(pdf, "/Link"):
        each.K = pikepdf.Array([kid for kid in each.K if not isinstance(kid, pikepdf.Dictionary)])


def _without_the_order_of_links(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        del page.obj["/Tabs"]


def _not_told_to_be_tagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def _with_its_title_hidden(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]


def _with_marks_of_nothing(pdf: pikepdf.Pdf) -> None:
    page: Any = pdf.pages[0]
    told = page.Contents.read_bytes()
    page.Contents = pdf.make_stream(told.replace(b"/P <</MCID", b"/P <</Nothing"))


def _with_bare_decoration(pdf: pikepdf.Pdf) -> None:
    page: Any = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n0 0 9 9 re f")


def _with_rows_of_other_widths(pdf: pikepdf.Pdf) -> None:
    row = next(_elements(pdf, "/TR"))
    del row.K[0]


_OF_LANGUAGE = {
    f"PDFUA1-{words}-LANGUAGE-001" for words in ("TEXT", "ALT-TEXT", "ANNOTATION-CONTENTS", "OUTLINE")
}
_DAMAGE: list[tuple[Damage, set[str], str]] = [
    (_without_words_of_pictures, {"PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"}, "a figure has no words or no place"),
    (_without_place_of_pictures, set(), "a figure has no words or no place"),
    (_without_language, _OF_LANGUAGE, "no language is told"),
    (_without_scope, {"PDFUA1-TABLE-HEADERS-SCOPE-001"}, "a header cell does not say of what"),
    (_with_a_level_left_out, {"PDFUA1-HEADING-NESTING-001"}, "a heading of level 4 follows one of level 2"),
    (_without_words_of_links, {"PDFUA1-LINK-CONTENTS-001"}, "a link does not say where it leads"),
    (_with_links_out_of_the_tree, set(), "a link belongs to no Link of the tree"),
    (
        _without_the_order_of_links,
        {"PDFUA1-PAGE-TABS-001"},
        "the links of a page are not reached in the order",
    ),
    (_not_told_to_be_tagged, {"PDFUA1-TAGGED-DOCUMENT-001"}, "the file is not told to be tagged"),
    (_with_its_title_hidden, {"PDFUA1-VIEWER-PREFERENCES-001"}, "a reader shows the file's name"),
    (_with_marks_of_nothing, {"PDFUA1-CONTENT-TAGGING-001"}, "marks, and the tree of parents"),
    (_with_bare_decoration, {"PDFUA1-CONTENT-TAGGING-001"}, "page 1 paints by f outside of all marks"),
    (
        _with_rows_of_other_widths,
        {"PDFUA1-TABLE-ROW-COLUMNSPAN-001"},
        "the rows of a table are of [2, 3] cells|another element than it says",
    ),
]


def test_both_judges_pass_a_document_of_everything(everything: bytes) -> None:
    assert rules_broken(everything) == set()
    assert structure_faults(everything) == []


def test_what_is_only_saved_again_still_passes(everything: bytes) -> None:
    again = _damaged(everything, lambda _pdf: None)
    assert rules_broken(again) == set()
    assert structure_faults(again) == []


@pytest.mark.parametrize(("damage", "rules"), [(damage, rules) for damage, rules, _ in _DAMAGE])
def test_page_fails_a_damaged_file_by_the_rules_that_are_broken_and_no_other(
    everything: bytes, damage: Damage, rules: set[str]
) -> None:
    assert rules_broken(_damaged(everything, damage)) == rules


@pytest.mark.parametrize(("damage", "fault"), [(damage, fault) for damage, _, fault in _DAMAGE])
def test_the_second_opinion_names_what_is_damaged_and_nothing_else(
    everything: bytes, damage: Damage, fault: str
) -> None:
    told, meant = structure_faults(_damaged(everything, damage)), fault.split("|")
    assert [each for each in meant if not any(each in one for one in told)] == []
    assert [one for one in told if not any(each in one for each in meant)] == []


def test_a_file_of_plain_reportlab_fails_both() -> None:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - only this one needs it

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 720, "Two teams have won.")
    canvas.save()
    assert len(rules_broken(out.getvalue())) > 5


def test_what_is_read_out_is_the_document_in_its_order(printed: Print, judge: Judge, tmp_path: Path) -> None:
    document = attrs.evolve(_EVERYTHING, blocks=_EVERYTHING.blocks[:3])
    told = read_out(structure_of(printed(document).content, judge("pdfinfo"), tmp_path))
    link = "The full shortlist of the year"
    said = f"It won twice: see {link} and {link}" + ". " * 40
    assert " ".join(told.split()) == " ".join(
        f"For release {document.title} {'Two teams have won. ' * 8} Won {said} By category".split()
    )


@pytest.mark.parametrize("page_furniture", ["Page 1 of", "Page 2 of"])
def test_what_every_page_repeats_is_notread_out(
    everything: bytes, judge: Judge, tmp_path: Path, page_furniture: str
) -> None:
    told = read_out(structure_of(everything, judge("pdfinfo"), tmp_path))
    assert page_furniture not in told
    assert told.split().count("Note") == 1
    assert told.count("For release") == 1


def test_a_paragraph_over_two_pages_is_one_paragraph(printed: Print, judge: Judge, tmp_path: Path) -> None:
    document = Document(title="Long", blocks=[Paragraph(content="word " * 2_000)])
    structure = structure_of(printed(document).content, judge("pdfinfo"), tmp_path)
    assert re.findall(r"^  (\w+)", structure, re.MULTILINE) == ["H1", "P"]
    assert read_out(structure).split().count("word") == 2_000


def test_a_row_over_two_pages_is_one_row(printed: Print, judge: Judge, tmp_path: Path) -> None:
    table = Table(caption="Tall", header=["a", "b"], rows=[["one", "word " * 4_000], ["two", "b"]])
    structure = structure_of(
        printed(Document(title="Tall", blocks=[table])).content, judge("pdfinfo"), tmp_path
    )
    assert len(re.findall(r"^ +TR\b", structure, re.MULTILINE)) == 3
    assert read_out(structure).split().count("word") == 4_000


def test_a_link_over_two_lines_is_one_link(printed: Print) -> None:
    link = Link(text="many words " * 20, url="https://example.org/")
    content = printed(Document(title="Link", blocks=[Paragraph(content=["See ", link, "."])])).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(list(_elements(pdf, "/Link"))) == 1
        assert len(list(_notes(pdf))) > 1


def test_a_heading_without_words_leaves_no_level_out(printed: Print) -> None:
    empty, below = Heading(content=""), Heading(content="Below", level=3)
    content = printed(Document(title="Levels", blocks=[empty, below, Paragraph(content="Text")])).content
    assert structure_faults(content) == []


_SECTIONS = ("Nominations", "By organisation", "Deadlines ahead")
_WITH_CONTENTS = Document(
    title="Contents",
    standfirst="A summary.",
    has_contents=True,
    blocks=[
        each
        for name in _SECTIONS
        for each in (
            Heading(content=name),
            Paragraph(content="text " * 500),
            Heading(content=f"More of {name}", level=3),
            Paragraph(content="text " * 500),
        )
    ],
)


def test_the_contents_tell_the_page_of_each_heading_and_lead_there(printed: Print) -> None:
    reader = printed(_WITH_CONTENTS).reader
    first = reader.pages[0].extract_text()
    links = [note.get_object() for note in reader.pages[0]["/Annots"]]
    assert len(links) == 2 * len(_SECTIONS)
    for link in links:
        name, _, page = str(link["/Contents"]).rpartition(", page ")
        assert f"{name} {page}" in " ".join(first.split())
        place = reader.pages[int(page) - 1]
        assert link["/Dest"][0].get_object() == place
        assert name in place.extract_text()


def test_the_contents_read_out_a_heading_and_its_page_apart(
    printed: Print, judge: Judge, tmp_path: Path
) -> None:
    told = read_out(structure_of(printed(_WITH_CONTENTS).content, judge("pdfinfo"), tmp_path))
    assert "Deadlines ahead 4" in [line.strip() for line in told.splitlines()]


def test_the_contents_are_a_list_of_lists_in_the_tree(printed: Print, judge: Judge, tmp_path: Path) -> None:
    structure = structure_of(printed(_WITH_CONTENTS).content, judge("pdfinfo"), tmp_path)
    tags = re.findall(r"^( *)(TOC|TOCI|Caption)\b", structure, re.MULTILINE)
    inner = ["    TOCI", "      TOC", "        TOCI"]
    assert ["".join(each) for each in tags] == ["  TOC", "    Caption", *inner * len(_SECTIONS)]


def test_contents_of_very_many_headings_keep_to_the_first_level(printed: Print) -> None:
    blocks = [
        each
        for number in range(30)
        for each in (Heading(content=f"Part {number}"), Heading(content="Within", level=3))
    ]
    words = printed(Document(title="Many", has_contents=True, blocks=blocks)).words
    assert words.count("Part") == 60
    assert words.count("Within") == 30


def test_a_heading_of_very_many_words_is_whole_in_the_contents(printed: Print) -> None:
    heading = Heading(content="many " * 500)
    words = printed(Document(title="Long", has_contents=True, blocks=[heading])).words
    assert words.count("many") == 1_000


def test_without_headings_there_are_no_contents(printed: Print) -> None:
    document = Document(title="Short", has_contents=True, blocks=[Paragraph(content="One.")])
    assert printed(document).words == ["Short", "One."]
