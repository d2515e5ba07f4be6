from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from nominate.documents import (
    Bullets,
    Document,
    Figure,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Quotation,
    Table,
)

Print = Callable[[Document], Any]


def _lines(count: int) -> Paragraph:
    return Paragraph(content="\n".join(f"line {number}" for number in range(count)))


def _table(*rows: tuple[str, str]) -> Table:
    return Table(caption="The caption", header=["First", "Second"], rows=rows)


def test_every_row_of_a_long_table_is_there_once_and_in_order(printed: Print) -> None:
    table = _table(*((f"row{number}", "text") for number in range(500)))
    words = printed(Document(title="Rows", blocks=[table])).words
    assert [word for word in words if word.startswith("row")] == [f"row{number}" for number in range(500)]


def test_the_header_is_repeated_on_every_page_of_a_table(printed: Print) -> None:
    table = _table(*((f"row {number}", "text " * 20) for number in range(100)))
    pages = printed(Document(title="Rows", blocks=[table])).pages
    assert len(pages) > 3
    assert all("First Second\nrow" in page for page in pages)


@pytest.mark.parametrize("above", range(20, 34))
def test_no_page_ends_with_a_heading_a_caption_or_a_header(printed: Print, above: int) -> None:
    table = _table(("row", "text"), ("row", "text"))
    blocks = (_lines(above), Heading(content="A heading"), table)
    for page in printed(Document(title="Orphans", blocks=blocks)).pages:
        assert "A heading" not in page or "Second\nrow" in page
        assert page.rstrip().endswith(("text", "line 19")) or page.rstrip()[-2:].isdigit()


@pytest.mark.parametrize("above", range(26, 34))
def test_no_page_begins_or_ends_with_a_single_line_of_a_paragraph(printed: Print, above: int) -> None:
    blocks = [_lines(above), Paragraph(content="\n".join("abcdef"))]
    pages = printed(Document(title="Widows", blocks=blocks)).pages
    counts = [sum(line in "abcdef" for line in page.split()) for page in pages]
    assert sum(counts) == 6
    assert 1 not in counts


@pytest.mark.parametrize("above", range(24, 34))
def test_whose_words_they_are_stands_with_the_words(printed: Print, above: int) -> None:
    quotation = Quotation(paragraphs=["one\ntwo\nthree", "four\nfive\nsix"], attribution="Dr Ann Example")
    pages = printed(Document(title="Quotes", blocks=[_lines(above), quotation])).pages
    assert [page for page in pages if "Dr Ann Example" in page and "six" in page]


def test_a_row_taller_than_a_page_goes_on_over_pages(printed: Print) -> None:
    text = " ".join(f"w{number}" for number in range(4_000))
    assert len(text) > 20_000
    pages = printed(Document(title="Tall", blocks=[_table(("a", "b"), ("tall", text), ("c", "d"))])).pages
    words = " ".join(pages).split()
    assert [word for word in words if word[0] == "w" and word != "w"] == text.split()
    assert all("First Second" in page for page in pages)


def test_a_header_taller_than_a_page_breaks_nothing(printed: Print) -> None:
    table = Table(caption="Tall", header=["header " * 3_000, "b"], rows=[["row", "text"]] * 3)
    words = printed(Document(title="Tall", blocks=[table])).words
    assert words.count("header") == 3_000
    assert words.count("row") == 3


@pytest.mark.parametrize("title", ["word " * 2_000, "Long" * 500], ids=["many words", "one word"])
def test_titles_and_headings_of_any_length_are_printed_whole(printed: Print, title: str) -> None:
    document = Document(
        title=title,
        blocks=[
            Heading(content=title),
            Table(caption=title, header=["A"], rows=[]),
            Bullets(items=[title]),
            Quotation(paragraphs=[title], attribution=title),
        ],
    )
    text = "".join(printed(document).words)
    assert text.count("".join(title.split())) == 6


def test_a_table_without_rows_has_its_caption_and_header(printed: Print) -> None:
    words = printed(Document(title="Empty", blocks=[_table()])).words
    assert words == ["Empty", "The", "caption", "First", "Second"]


def test_a_table_of_very_many_columns_is_printed_whole(printed: Print) -> None:
    table = Table(caption="Wide", header=[f"h{n}" for n in range(60)], rows=[[f"c{n}" for n in range(60)]])
    text = "".join(printed(Document(title="Wide", blocks=[table])).words)
    assert "".join(f"c{n}" for n in range(60)) in text


def test_numbers_end_at_the_right_of_their_column(printed: Print) -> None:
    table = Table(
        caption="Numbers", header=["Name", "Total"], rows=[["a", "7"], ["b", "1,234"]], number_columns=(1,)
    )
    page = printed(Document(title="Numbers", blocks=[table])).reader.pages[0]
    starts: dict[str, float] = {}
    page.extract_text(visitor_text=lambda text, _cm, tm, *_: starts.update({text.strip(): tm[4]}))
    assert starts["7"] > starts["1,234"] > starts["b"]


def test_lists_within_lists_are_printed_to_any_depth(printed: Print) -> None:
    item = Item(content="innermost")
    for _ in range(40):
        item = Item(content="level", below=NumberedList(items=[item]))
    assert printed(Document(title="Deep", blocks=[Bullets(items=[item])])).words[-1] == "innermost"


def test_a_long_list_counts_on(printed: Print) -> None:
    items = [f"item{number}" for number in range(1, 121)]
    words = printed(Document(title="List", blocks=[NumberedList(items=items)])).words
    assert words[words.index("item120") - 1] == "120."


def test_every_page_says_its_number_the_title_and_the_status(printed: Print) -> None:
    document = Document(title="The title", status="Embargoed until 8pm", blocks=[_lines(100)])
    texts = [page.extract_text() for page in printed(document).reader.pages]
    assert [text.split("The title ")[-1].split("\n")[0] for text in texts] == [
        "Page 1 of 3",
        "Page 2 of 3",
        "Page 3 of 3",
    ]
    assert all("Embargoed until 8pm" in text for text in texts)


def test_a_title_too_long_for_the_foot_of_a_page_ends_in_an_ellipsis(printed: Print) -> None:
    document = Document(title="A title of very many words " * 8, blocks=[])
    text = printed(document).reader.pages[0].extract_text()
    assert text.endswith("… Page 1 of 1")


def _picture(*, width: int = 40, height: int = 30) -> bytes:
    import io  # noqa: PLC0415 - only this one needs it

    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "PNG")
    return out.getvalue()


def test_a_picture_is_drawn_with_its_caption_and_credit(printed: Print) -> None:
    figure = Figure(alt="A trophy", caption="The trophy", credit="A. Example", image=_picture())
    result = printed(Document(title="Picture", blocks=[figure]))
    assert len(result.reader.pages[0].images) == 1
    assert result.words == ["Picture", "The", "trophy", "A.", "Example"]
    assert result.problems == ()


def test_a_picture_taller_than_a_page_is_fitted(printed: Print) -> None:
    figure = Figure(alt="A tower", image=_picture(width=10, height=5_000))
    assert len(printed(Document(title="Picture", blocks=[_lines(20), figure])).reader.pages) == 2


def test_a_broken_picture_is_told_and_its_words_are_printed(printed: Print) -> None:
    figure = Figure(alt="A trophy", image=_picture()[:60], sources=("skip",))
    result = printed(Document(title="Picture", blocks=[figure]))
    assert result.words == ["Picture", "Picture:", "A", "trophy"]
    assert [(problem.code, problem.path) for problem in result.problems] == [("W607", "skip")]


@pytest.mark.parametrize("above", range(20, 32))
def test_a_paragraph_that_introduces_a_table_stays_with_it(printed: Print, above: int) -> None:
    table = _table(("row", "text"))
    blocks = (_lines(above), Heading(content="A heading"), Paragraph(content="Introduction"), table)
    pages = printed(Document(title="Together", blocks=blocks)).pages
    assert [page for page in pages if "Introduction\nThe caption" in page]


def test_an_empty_paragraph_before_a_table_prints_nothing(printed: Print) -> None:
    words = printed(Document(title="Empty", blocks=[Paragraph(content=""), _table()])).words
    assert words == ["Empty", "The", "caption", "First", "Second"]
