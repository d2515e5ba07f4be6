"""A document as a page of its own: what it holds for a keyboard, a screen reader and a publisher."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nominate.documents import (
    Bar,
    Block,
    Chart,
    Colours,
    Document,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    ReportLook,
    Table,
    to_report,
)
from nominate.errors import UsageError

CHART = Chart(
    caption="Outcomes <so far>",
    alt="Two of three won.",
    label_header="Outcome",
    value_header="Nominations",
    bars=[Bar(label="Won", value=2), Bar(label="Shortlisted & more", value=1)],
)
REPORT = Document(
    title="The year & its awards",
    status="Embargoed until 8pm",
    details=("As of 1 October 2020", "Aberdwr <network>"),
    standfirst="Three entries.",
    author="Aberdwr network",
    language="cy",
    has_contents=True,
    blocks=[
        Heading(content="Key figures"),
        KeyFigures(figures=[KeyFigure(value="3", label="nominations")]),
        CHART,
        Heading(content="By award"),
        Heading(content="Tŷ Gŵyr", level=3),
        Heading(content="Detail", level=4),
        Table(caption="Entries", header=["Title", "Who", "Outcome"], rows=[["A", "B", "C"]]),
        Heading(content="By award"),
        Heading(content="Main", level=3),
        Heading(content="…", level=3),
        Paragraph(content="Said."),
    ],
)


POINTING = ("aria-labelledby", "aria-describedby")


def read(page: str) -> Element:
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return tree


def text_of(element: Element) -> str:
    return "".join(element.itertext()).strip()


@given(text=st.text(min_size=1, max_size=40).filter(lambda text: text.strip() != ""))
@example(text="</title></desc></svg><script>alert(1)</script>")
@example(text='" onload="alert(1)')
@example(text="&amp; &#65;")
@example(text="Contents")
@example(text="main")
@example(text="chart_2_wide-name")
@example(text="\x00\ud800\n\u2028 x")
def test_whatever_is_written_the_page_is_valid_and_its_names_are_its_own(text: str) -> None:
    chart = Chart(
        caption=text, alt=text, label_header=text, value_header=text, bars=[Bar(label=text, value=1)]
    )
    blocks: list[Block] = [
        Heading(content=text),
        KeyFigures(figures=[KeyFigure(value=text, label=text)]),
        chart,
        Heading(content=text, level=3),
        Table(caption=text, header=[text] * 3, rows=[[text] * 3]),
        chart,
    ]
    document = Document(title=text, status=text, details=(text,), has_contents=True, blocks=blocks)
    tree = read(to_report(document, logo=Figure(alt=text, image=b"GIF89a")))
    names = [each.attrib["id"] for each in tree.iter() if "id" in each.attrib]
    assert len(names) == len(set(names))
    told = {name for each in tree.iter() for key in POINTING for name in each.attrib.get(key, "").split()}
    assert told <= set(names)
    assert not {each.tag for each in tree.iter()} & {"script", "b", "i"}
    assert not [key for each in tree.iter() for key in each.attrib if key.startswith("on")]


def test_links_lead_to_every_heading_of_the_contents_and_past_them_to_the_text() -> None:
    tree = read(to_report(REPORT))
    ids = [each.attrib["id"] for each in tree.iter() if "id" in each.attrib]
    assert len(ids) == len(set(ids))
    nav = tree.find(".//nav")
    assert nav is not None
    links = [each.attrib["href"].removeprefix("#") for each in nav.iter("a")]
    assert links == ["key-figures", "by-award", "tŷ-gŵyr", "by-award-2", "main-2", "section"]
    names = {each.attrib["id"]: text_of(each) for tag in ("h2", "h3") for each in tree.iter(tag)}
    assert [names[link] for link in links] == [text_of(each) for each in nav.iter("a")]
    skip = next(tree.iter("a"))
    assert (skip.attrib["href"], text_of(skip)) == ("#main", "Skip to the text")
    main = tree.find(".//main")
    assert main is not None
    assert main.attrib["id"] == "main"


def test_the_contents_are_nested_as_the_headings_are() -> None:
    nav = read(to_report(REPORT)).find(".//nav")
    assert nav is not None
    outer = nav.find("ul")
    assert outer is not None
    assert [len(list(item.iter("a"))) for item in outer.findall("li")] == [1, 2, 3]


@pytest.mark.parametrize("headings", [0, 1])
def test_a_page_without_sections_has_neither_contents_nor_a_link_past_them(headings: int) -> None:
    short = Document(title="A", has_contents=True, blocks=[Heading(content="One")] * headings)
    tree = read(to_report(short))
    assert tree.find(".//nav") is None
    assert list(tree.iter("a")) == []


def test_a_heading_that_says_nothing_is_none() -> None:
    blank = Document(title="A", has_contents=True, blocks=[Heading(content=" "), Heading(content="One")])
    assert [text_of(each) for each in read(to_report(blank)).iter("h2")] == ["One"]


def test_contents_are_there_only_where_the_document_asks() -> None:
    tree = read(to_report(Document(title="A", blocks=[Heading(content="One"), Heading(content="Two")])))
    assert tree.find(".//nav") is None


def test_the_page_tells_its_language_title_status_and_details() -> None:
    page = to_report(REPORT)
    tree = read(page)
    assert tree.attrib["lang"] == "cy"
    assert text_of(next(tree.iter("title"))) == "The year & its awards"
    assert [text_of(each) for each in tree.iter("h1")] == ["The year & its awards"]
    header = tree.find(".//header")
    assert header is not None
    assert [text_of(each) for each in header.iter("p")] == [
        "Embargoed until 8pm", "As of 1 October 2020", "Aberdwr <network>",
    ]  # fmt: skip
    assert '<meta name="author" content="Aberdwr network">' in page


def test_a_chart_is_a_picture_with_a_name_its_finding_and_its_figures_and_a_table_beside() -> None:
    figure = next(each for each in read(to_report(REPORT)).iter("figure"))
    pictures = [each for each in figure.iter() if each.tag.endswith("svg")]
    assert [each.attrib["class"] for each in pictures] == ["wide", "small"]
    for picture in pictures:
        told = {each.attrib["id"]: text_of(each) for each in picture.iter() if "id" in each.attrib}
        assert picture.attrib["role"] == "img"
        assert told[picture.attrib["aria-labelledby"]] == "Outcomes <so far>"
        assert told[picture.attrib["aria-describedby"]] == (
            "Two of three won. Won: 2; Shortlisted & more: 1."
        )
    table = figure.find("details/table")
    assert table is not None
    assert [text_of(each) for each in table.iter("td")] == ["2", "1"]


def test_a_table_that_may_be_wider_than_its_screen_scrolls_by_keyboard_under_its_name() -> None:
    scrolls = [each for each in read(to_report(REPORT)).iter("div") if "tabindex" in each.attrib]
    assert [(each.attrib["role"], each.attrib["aria-label"]) for each in scrolls] == [("group", "Entries")]


def test_a_page_needs_no_script_and_nothing_but_itself() -> None:
    page = to_report(REPORT)
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert not re.search(r'(?:src|href)="(?!#|data:)', page)
    assert "url(" not in page


def test_a_logo_is_within_the_page_with_its_words() -> None:
    page = to_report(REPORT, logo=Figure(alt='Our "mark"', image=b"GIF89a"))
    image = next(read(page).iter("img"))
    assert image.attrib["alt"] == 'Our "mark"'
    assert image.attrib["src"].startswith("data:image/gif;base64,")


def test_a_page_that_is_not_public_asks_search_engines_to_pass_it_by() -> None:
    assert '<meta name="robots" content="noindex">' in to_report(REPORT, is_public=False)
    assert "robots" not in to_report(REPORT)


def test_a_publishers_colours_and_font_are_the_pages_by_day_and_by_night() -> None:
    look = ReportLook(light=Colours(main="7A0019"), dark=Colours(main="C38C98"), font="Frutiger LT")
    page = to_report(REPORT, look=look)
    day, _, night = page.partition("prefers-color-scheme: dark")
    assert "--main: #7A0019;" in day
    assert '--family: "Frutiger LT", system-ui, sans-serif;' in day
    assert "--main: #C38C98;" in night


@pytest.mark.parametrize("colour", ["", "red", "12345", "000000;}", "#000000"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(UsageError, match=r"main: .* is not a colour of six hexadecimal digits"):
        Colours(main=colour)


def test_what_is_no_font_is_refused() -> None:
    with pytest.raises(UsageError, match=r"font: .* is not the name of a font"):
        ReportLook(font='Arial"; }')


def test_long_figures_get_wider_tiles() -> None:
    def tiles(value: str) -> str:
        blocks = [KeyFigures(figures=[KeyFigure(value=value, label="saved")])]
        return next(read(to_report(Document(title="A", blocks=blocks))).iter("ul")).attrib["class"]

    assert (tiles("£1.2m"), tiles("£629,000")) == ("figures", "figures long")


@pytest.mark.parametrize(
    ("narrower", "wider"), [("e\u0302e", "êêê"), ("ill", "mmm"), ("one", "ONE"), ("ab", "日本")]
)
def test_names_of_bars_get_the_room_that_their_letters_need(narrower: str, wider: str) -> None:
    def start(label: str) -> float:
        bars = [Bar(label=label * 6, value=1)]
        block = Chart(caption="A", alt="B.", label_header="C", value_header="D", bars=bars)
        page = to_report(Document(title="A", blocks=[block]))
        return float(re.findall(r'<rect class="bar" x="([\d.]+)"', page)[0])

    assert start(narrower) < start(wider)


def test_no_tiles_are_no_list() -> None:
    tree = read(to_report(Document(title="A", blocks=[KeyFigures(figures=())])))
    assert list(tree.iter("ul")) == []
