"""The PDF's look: its opening, its tiles, its rows on pages, its colours; read back from the file itself."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from nominate import Brand, File, OptionError, View, render
from nominate.branding.contrast import contrast
from nominate.documents import Document, Heading, KeyFigure, KeyFigures, Paragraph, Table
from nominate_pdf import _looks
from nominate_pdf._looks import PAIRINGS, Colour
from nominate_pdf._options import PdfOptions
from nominate_pdf._theme import theme_of

Print = Callable[..., Any]


def _logo(width: int = 300, height: int = 100) -> File:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, "PNG")
    return File(name="logo.png", content=out.getvalue())


def _lines(count: int) -> Paragraph:
    return Paragraph(content="\n".join(f"line {number}" for number in range(count)))


def _places(page: Any) -> dict[str, tuple[float, float]]:
    """Where each text of a page begins."""
    found: dict[str, tuple[float, float]] = {}

    def note(text: str, _cm: object, matrix: list[float], *_others: object) -> None:
        if text.strip():
            found.setdefault(text.strip(), (matrix[4], matrix[5]))

    page.extract_text(visitor_text=note)
    return found


def _figure(reader: PdfReader) -> Any:
    """The structure element of the first figure."""

    def sought(element: Any) -> Any:
        element = element.get_object()
        if not isinstance(element, dict):
            return None
        if element.get("/S") == "/Figure":
            return element
        kids = element.get("/K", [])
        found = map(sought, kids if isinstance(kids, list) else [kids])
        return next(filter(None, found), None)

    root: Any = reader.root_object["/StructTreeRoot"]
    return sought(root["/K"])


def _box(reader: PdfReader) -> list[float]:
    return [float(edge) for edge in _figure(reader)["/A"]["/BBox"]]


OPENING = Document(
    title="A review",
    status="Embargoed until 8pm on 12 November 2026",
    details=("Prepared by Aberdŵr Health Network", "As of 1 October 2026"),
    standfirst="Two won.",
    author="Aberdŵr Health Network",
    blocks=[],
)


def test_a_document_begins_with_status_title_details_and_standfirst_in_this_order(printed: Print) -> None:
    assert printed(OPENING).pages[0].splitlines() == [
        "Embargoed until 8pm on 12 November 2026",
        "A review",
        "Prepared by Aberdŵr Health Network",
        "As of 1 October 2026",
        "Two won.",
    ]


def test_every_page_says_whose_it_is_its_status_title_day_and_number(printed: Print) -> None:
    first, second = printed(attrs.evolve(OPENING, blocks=[_lines(60)])).reader.pages
    for part in ("A review", "Prepared by Aberdŵr Health Network · As of 1 October 2026"):
        assert part in first.extract_text().split("Two won.")[1]
        assert part in second.extract_text()
    assert "Page 1 of 2" in first.extract_text()
    head = _places(second)
    assert head["Aberdŵr Health Network"][1] == head["Embargoed until 8pm on 12 November 2026"][1] > 780


def test_a_status_as_long_as_a_page_is_wide_leaves_the_organisation_out_of_the_head(printed: Print) -> None:
    document = Document(title="A", status="Embargoed until " + "soon " * 60, author="Us", blocks=[_lines(60)])
    second = printed(document).reader.pages[1].extract_text()
    assert "Us" not in second
    assert "…" in second


def test_a_logo_stands_at_the_right_in_its_shape_with_its_words(printed: Print) -> None:
    theme = theme_of(PdfOptions(logo=_logo(), logo_alt="Aberdŵr Health Network"))
    result = printed(OPENING, theme=theme)
    (image,) = result.reader.pages[0].images
    assert image.image is not None
    assert image.image.size == (300, 100)
    assert _figure(result.reader)["/Alt"] == "Aberdŵr Health Network"
    left, bottom, right, top = _box(result.reader)
    assert (right - left) / (top - bottom) == pytest.approx(3, rel=0.01)
    assert right == pytest.approx(_looks.MARGIN + _looks.COLUMN, abs=0.1)
    # Half of its height is clear between it and the band.
    status = _places(result.reader.pages[0])["Embargoed until 8pm on 12 November 2026"][1]
    assert bottom - status > (top - bottom) / 2


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "LA", "1", "CMYK"])
def test_a_logo_of_any_colours_is_drawn(printed: Print, mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (30, 10)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    theme = theme_of(PdfOptions(logo=File(name="logo", content=out.getvalue()), logo_alt="Us"))
    assert printed(OPENING, theme=theme, is_archival=True).problems == ()


@pytest.mark.parametrize("size", [(4_000, 40), (40, 4_000)], ids=["wide", "tall"])
def test_a_logo_of_any_shape_is_fitted(printed: Print, size: tuple[int, int]) -> None:
    theme = theme_of(PdfOptions(logo=_logo(*size), logo_alt="Us"))
    left, bottom, right, top = _box(printed(OPENING, theme=theme).reader)
    assert (right - left) / (top - bottom) == pytest.approx(size[0] / size[1], rel=0.01)
    assert right - left <= 190.1
    assert top - bottom <= 52.1


def test_a_logo_and_its_words_go_together() -> None:
    with pytest.raises(OptionError, match="there is no logo; give -O logo=FILE"):
        theme_of(PdfOptions(logo_alt="Us"))
    with pytest.raises(OptionError, match="needs words for people who cannot see it"):
        theme_of(PdfOptions(logo=_logo()))


@pytest.mark.parametrize("count", range(1, 11))
def test_tiles_stand_in_rows_of_at_most_four_and_read_as_phrases(printed: Print, count: int) -> None:
    figures = [KeyFigure(value=f"{number},000", label=f"label{number}") for number in range(count)]
    result = printed(Document(title="Tiles", blocks=[KeyFigures(figures=figures)]))
    assert result.words == ["Tiles", *(part for each in figures for part in (each.value, each.label))]
    rows: dict[float, int] = {}
    for text, (_, y) in _places(result.reader.pages[0]).items():
        if text.endswith(",000"):
            rows[y] = rows.get(y, 0) + 1
    assert max(rows.values()) <= 4
    assert list(rows.values())[:-1] == [max(rows.values())] * (len(rows) - 1)


@pytest.mark.parametrize("above", range(10, 32, 2))
def test_no_page_splits_the_key_figures(printed: Print, above: int) -> None:
    figures = [KeyFigure(value=f"{number},000", label="label " * 9) for number in range(6)]
    pages = printed(Document(title="Tiles", blocks=[_lines(above), KeyFigures(figures=figures)])).pages
    assert [page.count(",000") for page in pages if ",000" in page] == [6]
    assert [page.count("label") for page in pages if "label" in page] == [54]


def test_more_key_figures_than_a_page_holds_go_on_over_pages(printed: Print) -> None:
    figures = [KeyFigure(value=f"{number}", label=f"label{number}") for number in range(100)]
    result = printed(Document(title="Tiles", blocks=[KeyFigures(figures=figures)]))
    assert len(result.reader.pages) > 2
    assert result.words == ["Tiles", *(part for each in figures for part in (each.value, each.label))]


def test_a_number_too_long_for_its_tile_is_set_smaller_and_then_broken(printed: Print) -> None:
    figures = [KeyFigure(value=value, label="saved") for value in ("£629,000,000", "£" + "9" * 60, "1")]
    result = printed(Document(title="Tiles", blocks=[KeyFigures(figures=figures)]))
    assert "".join(result.words) == "Tiles£629,000,000saved£" + "9" * 60 + "saved1saved"


@pytest.mark.parametrize("above", range(18, 34))
@pytest.mark.parametrize("rows", [2, 3, 5])
def test_no_page_holds_one_row_of_a_table_alone(printed: Print, above: int, rows: int) -> None:
    table = Table(caption="T", header=["A"], rows=[[f"row{number}"] for number in range(rows)])
    pages = printed(Document(title="Rows", blocks=[_lines(above), Heading(content="H"), table])).pages
    counts = [page.count("row") for page in pages]
    assert sum(counts) == rows
    assert 1 not in counts


def test_a_table_of_little_text_is_narrower_than_the_page(printed: Print) -> None:
    table = Table(caption="T", header=["Name", "Wins"], rows=[["a", "7"]], number_columns=(1,))
    places = _places(printed(Document(title="Rows", blocks=[table])).reader.pages[0])
    assert places["7"][0] < _looks.MARGIN + 0.6 * _looks.COLUMN


def test_the_colours_of_a_brand_are_those_of_the_file(printed: Print) -> None:
    theme = theme_of(PdfOptions(brand=File(name="b.yaml", content=b"main: 7A0C4E\non_main: FFF7E6")))
    content = printed(OPENING, theme=theme).reader.pages[0].get_contents().get_data()
    assert b"0.478 0.047 0.306 rg" in content
    assert b"1.000 0.969 0.902 rg" in content


def test_a_brand_that_could_not_be_read_is_refused_with_its_ratio(small_view: View) -> None:
    pale = File(name="pale.yaml", content=b"main: 41B6E6")
    with pytest.raises(OptionError, match=r"^pale\.yaml:1:7: main: .* contrast of 2\.31 to 1"):
        render(small_view, "pdf", options={"brand": pale})


def test_a_font_that_is_none_is_refused_as_an_option(small_view: View) -> None:
    with pytest.raises(OptionError, match=r"font 'ours.ttf' is not a TrueType font"):
        render(small_view, "pdf", options={"font": File(name="ours.ttf", content=b"no")})


DARK = st.tuples(*[st.integers(0, 110)] * 3).map(lambda parts: f"{parts[0]:02X}{parts[1]:02X}{parts[2]:02X}")


@given(main=DARK, ink=DARK, quiet=DARK, link=DARK)
def test_every_text_of_the_pdf_can_be_read_on_its_ground_in_any_brand(
    main: str, ink: str, quiet: str, link: str
) -> None:
    brand = Brand(main=main, ink=ink, quiet=quiet, link=link)
    for text, ground in PAIRINGS:
        under = "FFFFFF" if ground is None else getattr(brand, ground.value)
        assert contrast(getattr(brand, text.value), under) >= 4.5, (text, ground)


def test_every_colour_of_a_look_is_in_a_pair_that_is_checked() -> None:
    looks = [value for value in vars(_looks).values() if isinstance(value, _looks.Look)]
    used = {look.colour for look in (*looks, *_looks.HEADINGS, *_looks.NUMERALS)}
    assert used <= {text for text, _ in PAIRINGS}
    assert {Colour.MAIN, Colour.TINT, Colour.ON_MAIN, None} == {ground for _, ground in PAIRINGS}


def test_contents_in_two_columns_are_read_down_the_first_and_then_the_second(printed: Print) -> None:
    sections = [each for n in range(8) for each in (Heading(content=f"Part {n}"), _lines(30))]
    reader = printed(attrs.evolve(OPENING, blocks=sections, has_contents=True)).reader
    links = [note.get_object() for note in reader.pages[0]["/Annots"]]
    assert [str(link["/Contents"]).rpartition(",")[0] for link in links] == [f"Part {n}" for n in range(8)]
    lefts = [round(float(link["/Rect"][0])) for link in links]
    assert lefts == [lefts[0]] * 4 + [lefts[4]] * 4
    assert lefts[4] > float(links[0]["/Rect"][2])
    tops = [round(float(link["/Rect"][3])) for link in links]
    assert tops[:4] == tops[4:] == sorted(tops[:4], reverse=True)


@pytest.mark.parametrize("count", [3, 6, 12, 26])
def test_key_figures_stand_on_the_first_page_and_the_contents_whole_below_or_overleaf(
    printed: Print, count: int
) -> None:
    figures = [KeyFigure(value=f"{number},000", label="things") for number in range(6)]
    sections = [each for n in range(count) for each in (Heading(content=f"Part {n}"), _lines(30))]
    blocks = [Heading(content="Key figures"), KeyFigures(figures=figures), *sections]
    pages = printed(attrs.evolve(OPENING, blocks=blocks, has_contents=True)).pages
    assert pages[0].count(",000") == 6
    (contents,) = [page for page in pages if "Contents" in page]
    after = contents.split("Contents")[1]
    assert all(f"Part {number}" in after for number in range(count))
    # They stand right above.
    assert "Key figures" not in after
    assert pages.index(contents) == (0 if count <= 12 else 1)
