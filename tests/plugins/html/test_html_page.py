"""The summary as a web page: it says what the document says, looks as asked, and is found by its name."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

import nominate
from nominate import File, NothingToExport, OptionError, SummaryKind, View, render, view
from nominate.documents import (
    Block,
    Bullets,
    Chart,
    Heading,
    Item,
    KeyFigures,
    NumberedList,
    Paragraph,
    Quotation,
    Table,
    plain,
)
from nominate.prose import Style, summary

DEMO = files("nominate") / "demo"


LOGO = File(name="logo.png", content=(DEMO / "aberdwr" / "pictures" / "falls-team.png").read_bytes())


@pytest.fixture(scope="module")
def aberdwr() -> View:
    with as_file(DEMO / "aberdwr") as folder:
        return view(nominate.load(folder), as_of="2026-06-20")


def page_of(shown: View, **options: object) -> str:
    return render(shown, "html", options=options).decode()


def read(page: str) -> Element:
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return tree


def text_of(element: Element) -> str:
    """The text in reading order, without what a form adds: pictures of charts, and their names."""
    if element.tag.endswith("svg") or element.tag in {"summary", "figcaption"}:
        return element.tail or ""
    space = "" if element.tag in {"strong", "em", "a"} else " "
    within = "".join(map(text_of, element))
    return f"{space}{element.text or ''}{within}{space}{element.tail or ''}"


def said_by(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield plain(block.content)
        case Bullets() | NumberedList():
            for item in block.items:
                yield from said_by_item(item)
        case Quotation():
            yield from map(plain, block.paragraphs)
        case Table():
            yield block.caption
            yield from (plain(cell) for row in (block.header, *block.rows) for cell in row)
        case Chart():
            yield from said_by(block.table)
        case KeyFigures():
            yield from map(plain, block.phrases)
        case _:
            raise AssertionError(block)


def said_by_item(item: Item) -> Iterator[str]:
    yield plain(item.content)
    yield from said_by(item.below) if item.below is not None else ()


@pytest.mark.parametrize("is_short", [False, True], ids=["long", "short"])
def test_the_page_says_what_the_document_says_in_its_order(aberdwr: View, is_short: bool) -> None:
    main = read(page_of(aberdwr, short=is_short)).find(".//main")
    assert main is not None
    document = summary(aberdwr, is_short=is_short)
    told = [plain(document.standfirst), *(text for block in document.blocks for text in said_by(block))]
    assert text_of(main).split() == " ".join(told).split()


def test_the_page_is_whole_without_anything_from_elsewhere(aberdwr: View) -> None:
    tree = read(page_of(aberdwr, logo=LOGO, logo_alt="Aberdwr network"))
    assert not [each for each in tree.iter() if each.tag in {"script", "link", "iframe", "object"}]
    assert all(each.attrib["src"].startswith("data:") for each in tree.iter("img"))


@pytest.mark.parametrize("audience", ["internal", "press"])
def test_only_a_public_page_is_for_search_engines(audience: str) -> None:
    with as_file(DEMO / "aberdwr") as folder:
        register = nominate.load(folder)
    kept = view(register, as_of="2026-06-20", audience=audience)
    assert 'name="robots" content="noindex"' in page_of(kept)
    assert "noindex" not in page_of(view(register, as_of="2026-06-20"))


def test_options_reach_the_summary(aberdwr: View) -> None:
    assert summary(aberdwr, kind=SummaryKind.DEADLINES).title in page_of(aberdwr, kind="deadlines")
    styled = summary(aberdwr, style=Style.asked(File(name="s.yaml", content=b"{extends: press, title: S}")))
    assert plain(styled.standfirst) in page_of(aberdwr, style="press").replace("&amp;", "&")


def test_a_brand_colours_the_page_by_day_and_by_night(aberdwr: View) -> None:
    brand = File(name="brand.yaml", content=b"{main: 7A0019, font: Arial}")
    day, _, night = page_of(aberdwr, brand=brand).partition("prefers-color-scheme")
    assert "--main: #7A0019;" in day
    assert '--family: "Arial", ' in day
    assert "--band: #7A0019;" in night
    assert "--main: #7A0019;" not in night


def test_a_brand_that_nobody_could_read_is_refused(aberdwr: View) -> None:
    with pytest.raises(OptionError, match=r"brand\.yaml.*has a contrast of"):
        page_of(aberdwr, brand=File(name="brand.yaml", content=b"main: DDDDDD"))


def test_a_logo_stands_at_the_top_with_its_words(aberdwr: View) -> None:
    header = read(page_of(aberdwr, logo=LOGO, logo_alt="Aberdwr network")).find(".//header")
    assert header is not None
    assert [each.attrib["alt"] for each in header.iter("img")] == ["Aberdwr network"]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"logo": LOGO}, "needs words for people who cannot see it"),
        ({"logo_alt": "Us"}, "there is no logo; give -O logo=FILE"),
        ({"logo": File(name="a.svg", content=b"<svg/>"), "logo_alt": "Us"}, "save it as a large PNG"),
        ({"style": File(name="s.yaml", content=b"extends: nobody")}, "s.yaml"),
    ],
    ids=["no words", "no logo", "a drawing", "a style"],
)
def test_what_cannot_be_shown_is_refused(aberdwr: View, options: dict[str, object], says: str) -> None:
    with pytest.raises(OptionError, match=says):
        page_of(aberdwr, **options)


def test_a_view_with_nothing_to_sum_up_is_told(aberdwr: View) -> None:
    with pytest.raises(NothingToExport, match="kind 'edition'"):
        page_of(aberdwr, kind="edition")


def test_dates_ahead_are_told_before_anybody_has_entered() -> None:
    with as_file(DEMO / "aberdwr") as folder:
        ahead = view(nominate.load(folder), as_of="2024-01-01", award="clear-voice")
    assert not ahead.entries
    assert summary(ahead).title in page_of(ahead)


def test_its_own_suffix_names_the_page_and_html_alone_stays_a_news_piece(
    small_view: View, tmp_path: Path
) -> None:
    assert nominate.export(small_view, tmp_path / "year.summary.html").exporter == "html"
    assert nominate.export(small_view, tmp_path / "year.html").exporter == "news"


def test_a_page_that_is_asked_for_may_be_named_as_any_web_page(small_view: View, tmp_path: Path) -> None:
    done = nominate.export(small_view, tmp_path / "index.html", to="html")
    assert done.exporter == "html"
    assert done.problems == ()
    assert done.path.read_bytes().startswith(b"<!doctype html>")
