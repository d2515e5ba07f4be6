"""Every kind of summary, long and short, as the file that people get."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from judges.document_words import words_in, words_of
from judges.pdf_text import read_out, structure_of, text_by_pdftotext, text_by_pypdf, without_artifacts

import nominate
from nominate import SummaryKind, View, view
from nominate.documents import Block, Chart, Document, Heading, KeyFigure, KeyFigures, plain
from nominate.prose import summary

Print = Callable[[Document], Any]
Judge = Callable[[str], str]
DEMO = Path(nominate.__file__).parent / "demo"
_FIRST_LEVEL = 2
_ASKED: dict[SummaryKind, dict[str, str]] = {
    SummaryKind.EDITION: {"edition": "clear-voice/2026"},
    SummaryKind.ORGANISATION: {"organisation": "dyffryn-twr"},
    SummaryKind.PROGRAMME: {"programme": "clir"},
    SummaryKind.REVIEW: {},
    SummaryKind.DEADLINES: {},
    SummaryKind.RESULTS: {},
}


def _view(kind: SummaryKind) -> View:
    asked: dict[str, Any] = _ASKED[kind]
    return view(nominate.load(DEMO / "aberdwr"), as_of="2026-12-01", audience="internal", **asked)


@pytest.fixture(params=[(kind, is_short) for kind in SummaryKind for is_short in (False, True)], ids=str)
def told(request: pytest.FixtureRequest) -> Document:
    kind, is_short = request.param
    return summary(_view(kind), kind=kind, is_short=is_short)


# Whether it is one that everybody can read is judged of every file, when the test that made it ends.
def test_what_is_read_out_of_a_summary_is_its_words_in_their_order(
    printed: Print, told: Document, judge: Judge, tmp_path: Path
) -> None:
    # The columns of a chart print a year once and tell it of each, which poppler does not read out.
    blocks = [block.table if isinstance(block, Chart) else block for block in told.blocks]
    plain = attrs.evolve(told, has_contents=False, blocks=blocks)
    structure = structure_of(printed(plain).content, judge("pdfinfo"), tmp_path)
    assert read_out(structure).split() == words_of(plain)


def test_two_readers_find_its_words_in_their_order_and_with_their_spaces(
    printed: Print, told: Document, judge: Judge, tmp_path: Path
) -> None:
    content = without_artifacts(printed(told).content)
    by_poppler = text_by_pdftotext(content, judge("pdftotext"), tmp_path)
    expected = re.compile("".join(_expected(told)))
    for read in (text_by_pypdf(content), by_poppler):
        assert expected.fullmatch("".join(f"{word} " for word in read.split()))


def _expected(told: Document) -> Iterator[str]:
    """A pattern of its words; where it has contents, they stand after the key figures."""
    yield _pattern(words_of(attrs.evolve(told, blocks=())))
    for place, block in enumerate(told.blocks):
        if isinstance(block, Chart) and block.over_time:
            yield from _columns(block)
        else:
            yield _pattern(words_in(block))
        if isinstance(block, KeyFigures) and told.has_contents:
            yield from _contents(told.blocks[place:])


def _contents(blocks: Iterable[Block]) -> Iterator[str]:
    yield "Contents "
    for block in blocks:
        if isinstance(block, Heading):
            line = rf"{_pattern(plain(block.content).split())}\d+ "
            yield line if block.level == _FIRST_LEVEL else f"(?:{line})?"


def _columns(chart: Chart) -> Iterator[str]:
    """Not every month is named below its column, nor its year told again; the tags tell the whole of each."""
    yield _pattern([*chart.caption.split(), *chart.label_header.split(), *chart.value_header.split()])
    for bar in chart.bars:
        yield from (f"(?:{re.escape(word)} )?" for word in bar.label.split())
        yield f"{bar.value} "


def _pattern(words: list[str]) -> str:
    return "".join(f"{re.escape(word)} " for word in words)


def test_a_summary_has_every_page_number_in_its_contents(printed: Print, told: Document) -> None:
    reader = printed(attrs.evolve(told, has_contents=True)).reader
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    within = [note for note in notes if "/Dest" in note]
    assert within
    for note in within:
        heading, _, page = str(note["/Contents"]).rpartition(", page ")
        assert heading.split()[0] in reader.pages[int(page) - 1].extract_text()


@pytest.mark.parametrize("kind", SummaryKind, ids=str)
@pytest.mark.parametrize("short", [False, True])
def test_the_exporter_writes_every_kind(kind: SummaryKind, *, short: bool) -> None:
    content = nominate.render(_view(kind), "pdf", options={"kind": kind, "short": short})
    assert content.startswith(b"%PDF-1.7")


def test_headings_below_that_of_the_key_figures_stand_in_the_contents_by_themselves(
    printed: Print, judge: Judge, tmp_path: Path
) -> None:
    blocks: list[Block] = [
        Heading(content="Figures"),
        KeyFigures(figures=[KeyFigure(value="6", label="entries")]),
        Heading(content="By year", level=3),
        Heading(content="By award", level=3),
        Heading(content="Dates"),
        Heading(content="By month", level=3),
    ]
    content = printed(Document(title="Figures", has_contents=True, blocks=blocks)).content
    tags = re.findall(r"^( *)(TOCI?)\b", structure_of(content, judge("pdfinfo"), tmp_path), re.MULTILINE)
    inner = ["TOC", "  TOCI", "  TOCI", "  TOCI", "    TOC", "      TOCI"]
    assert ["".join(each) for each in tags] == [f"  {each}" for each in inner]
