from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from judges.document_words import words_of

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
    Rule,
    Strong,
    Table,
)

Print = Callable[[Document], Any]
HOSTILE = [
    "=1+1",
    "<b>bold</b>",
    "&amp; &lt;",
    "[x](javascript:alert(1))",
    '<img src="/etc/passwd"/>',
    "<para>",
    "a\\(b)c\\",
    "{curly} %d %s",
    "#N/A",
]
LONG = "The wards that we know best are quiet at night, and we mean to keep them so. " * 30

EVERYTHING = Document(
    title="Two trusts were shortlisted",
    status="Embargoed until 8pm on 12 November 2020",
    standfirst="Dŵr, pŵer a gŵyl: the summary in one paragraph.",
    blocks=[
        Heading(content="Shortlisted"),
        Paragraph(
            content=[
                "It ",
                Strong(text="won"),
                ", they said: ",
                Emphasis(text="twice"),
                ". See ",
                Link(text="the whole shortlist of this year", url="https://example.org/2020"),
                f". {LONG}",
            ]
        ),
        Bullets(items=["First", Item(content="Second", below=NumberedList(items=["Inner", "Last"]))]),
        Heading(content="Said", level=3),
        Quotation(paragraphs=["“We are proud.", f"“{LONG}”"], attribution="Dr Ann Example, Chair"),
        Table(
            caption="Wins by year",
            header=["Year", "Wins"],
            rows=[
                ["2020", "2"],
                [["in ", Strong(text="2019")], Link(text="one", url="mailto:a@example.org")],
            ],
            has_row_headers=True,
            number_columns=(1,),
        ),
        Rule(),
        Figure(alt="The team with its trophy", caption="The SKIP team", credit="A. Example"),
    ],
)


def test_pypdf_reads_the_document_word_by_word_in_order(printed: Print) -> None:
    assert printed(EVERYTHING).words == words_of(EVERYTHING)


def test_pdftotext_reads_the_document_word_by_word_in_order(
    printed: Print, judge: Callable[[str], str], tmp_path: Path
) -> None:
    assert printed(EVERYTHING).words_by(judge("pdftotext"), tmp_path) == words_of(EVERYTHING)


def test_a_line_that_wraps_keeps_its_space_in_the_text(printed: Print) -> None:
    document = Document(title="Long", blocks=[Paragraph(content=LONG)])
    # Joined without anything between the lines, the words are still apart.
    joined = "".join(printed(document).pages).replace("\n", "")
    assert LONG.strip() in joined


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_wherever_it_stands(printed: Print, text: str) -> None:
    document = Document(
        title=f"Title {text}",
        status=f"Status {text}",
        standfirst=f"Standfirst {text}",
        blocks=[
            Heading(content=f"Heading {text}"),
            Paragraph(content=["Plain ", Strong(text=text)]),
            Bullets(items=[text]),
            Quotation(paragraphs=[text], attribution=text),
            Table(caption=f"Caption {text}", header=[text], rows=[[text]]),
        ],
    )
    assert printed(document).words == words_of(document)


def test_only_addresses_of_links_become_links(printed: Print) -> None:
    document = Document(
        title="Links",
        blocks=[
            Paragraph(content="https://example.org/plain and [x](javascript:alert(1))"),
            Paragraph(content=[Link(text="Tŷ (a)", url="https://example.org/tŷ(a)?q=1#2%20")]),
            Paragraph(content=[Link(text="write", url="mailto:press@example.org")]),
        ],
    )
    annotations = [
        annotation.get_object()["/A"]["/URI"]
        for page in printed(document).reader.pages
        for annotation in page.get("/Annots", [])
    ]
    assert annotations == ["https://example.org/t%C5%B7(a)?q=1#2%20", "mailto:press@example.org"]


def test_a_link_that_wraps_leads_there_from_each_of_its_lines(printed: Print) -> None:
    link = Link(text="a long way to say where it goes " * 6, url="https://example.org/")
    document = Document(title="Links", blocks=[Paragraph(content=[link])])
    assert len(printed(document).reader.pages[0]["/Annots"]) == 3


@pytest.mark.parametrize(
    "content",
    ["a" * 2_000, [Strong(text="b" * 1_000), "c" * 1_000], "https://example.org/" + "path/" * 300],
    ids=["plain", "marked", "address"],
)
def test_a_word_longer_than_the_line_is_broken_and_whole(printed: Print, content: Any) -> None:
    document = Document(title="Long", blocks=[Paragraph(content=["Before ", *content, " after"])])
    wide = Document(title="Long", blocks=[Table(caption="Wide", header=["A", "B"], rows=[[content, "next"]])])
    word = content if isinstance(content, str) else "b" * 1_000 + "c" * 1_000
    for each in (document, wide):
        result = printed(each)
        assert word in "".join("".join(result.pages).split())
        for page in result.reader.pages:
            assert _rightmost(page) <= float(page.mediabox.width)


def _rightmost(page: Any) -> float:
    starts: list[float] = []
    page.extract_text(visitor_text=lambda text, _cm, tm, *_: starts.append(tm[4]) if text.strip() else None)
    return max(starts)


def test_an_address_is_broken_after_a_mark(printed: Print) -> None:
    address = "https://example.org/" + "some-longer-part/" * 12
    text = printed(Document(title="Address", blocks=[Paragraph(content=address)])).pages[0]
    lines = [line for line in text.splitlines() if "longer" in line]
    assert len(lines) > 1
    assert all(line.endswith(("/", "-")) for line in lines)


def test_a_line_feed_in_plain_text_starts_a_new_line(printed: Print) -> None:
    document = Document(
        title="Lines",
        blocks=[Paragraph(content="one\ntwo"), Paragraph(content=["a\nb", Strong(text="c\nd")])],
    )
    assert printed(document).pages[0].splitlines()[1:] == ["one", "two", "a", "bc d"]


def test_empty_texts_print_nothing_and_break_nothing(printed: Print) -> None:
    document = Document(
        title="Empty",
        blocks=[
            Paragraph(content=""),
            Heading(content=""),
            Bullets(items=[""]),
            Quotation(paragraphs=[""]),
            Paragraph(content=()),
            Bullets(items=()),
        ],
    )
    assert printed(document).words == ["Empty", "•"]
