"""What each block becomes in each form, and what a record refuses."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

import nominate.documents
from nominate.documents import (
    Block,
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
    is_safe_url,
    plain,
    to_html,
    to_markdown,
    to_text,
)
from nominate.errors import UsageError

PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)
PIECE = Document(
    title="Two organisations shortlisted",
    status="Embargoed until 8pm on 12 November 2020",
    standfirst="Five categories, two trusts.",
    author="West of England AHSN",
    blocks=[
        Paragraph(
            content=["The ", Strong(text="SKIP"), " team ", Emphasis(text="may"), " win:\nwait."],
            sources=("ruh-skip-2020",),
        ),
        Bullets(
            items=[
                "Deteriorating Patients & Rapid Response Systems Award",
                Item(content="More", below=NumberedList(items=["First", "Second"])),
            ]
        ),
        Bullets(items=["Another list"]),
        Heading(content="What they say"),
        Quotation(paragraphs=["“One.", "“Two.”"], attribution="Head of Safety", url="https://example.org/q"),
        Rule(),
        Heading(content="Figures", level=3),
        Table(
            caption="Wins by year",
            header=["Year", "Wins"],
            rows=[["2019", "2"], ["2020", "11"]],
            has_row_headers=True,
            number_columns=(1,),
        ),
        Figure(alt="Four people", caption="Photo: the team", credit="RUH", url="https://example.org/a.png"),
        Paragraph(content=["See ", Link(text="the shortlist", url="https://example.org/s"), "."]),
    ],
)

MARKDOWN = """\
**Embargoed until 8pm on 12 November 2020**

# Two organisations shortlisted

Five categories, two trusts.

The **SKIP** team _may_ win:\\
wait.

- Deteriorating Patients & Rapid Response Systems Award
- More
  1. First
  2. Second

* Another list

## What they say

> “One.
>
> “Two.”
>
> — Head of Safety

***

### Figures

**Wins by year**

| Year | Wins |
| --- | --: |
| 2019 | 2 |
| 2020 | 11 |

![Four people](https://example.org/a.png)

Photo: the team

RUH

See [the shortlist](https://example.org/s).
"""

HTML = """\
<article lang="en-GB">
<p class="status">Embargoed until 8pm on 12 November 2020</p>
<h1>Two organisations shortlisted</h1>
<p class="standfirst">Five categories, two trusts.</p>
<p>The <strong>SKIP</strong> team <em>may</em> win:<br>
wait.</p>
<ul>
<li>Deteriorating Patients &amp; Rapid Response Systems Award</li>
<li>More
<ol>
<li>First</li>
<li>Second</li>
</ol>
</li>
</ul>
<ul>
<li>Another list</li>
</ul>
<h2>What they say</h2>
<figure>
<blockquote cite="https://example.org/q">
<p>“One.</p>
<p>“Two.”</p>
</blockquote>
<figcaption>— Head of Safety</figcaption>
</figure>
<hr>
<h3>Figures</h3>
<table>
<caption>Wins by year</caption>
<thead>
<tr><th scope="col">Year</th><th scope="col" class="number">Wins</th></tr>
</thead>
<tbody>
<tr><th scope="row">2019</th><td class="number">2</td></tr>
<tr><th scope="row">2020</th><td class="number">11</td></tr>
</tbody>
</table>
<figure>
<img src="https://example.org/a.png" alt="Four people">
<figcaption>Photo: the team <small>RUH</small></figcaption>
</figure>
<p>See <a href="https://example.org/s">the shortlist</a>.</p>
</article>
"""

TEXT = """\
Embargoed until 8pm on 12 November 2020

Two organisations shortlisted
=============================

Five categories, two trusts.

The SKIP team may win:
wait.

- Deteriorating Patients & Rapid Response Systems
  Award
- More
  1. First
  2. Second

- Another list

What they say
-------------

    “One.

    “Two.”

    — Head of Safety

* * *

Figures

Wins by year

Year  Wins
----  ----
2019     2
2020    11

Picture: Four people
    Photo: the team
    RUH

See the shortlist (https://example.org/s).
"""


def document(*blocks: Block) -> Document:
    return Document(title="T", blocks=blocks)


def test_a_piece_reads_well_as_markdown() -> None:
    assert to_markdown(PIECE) == MARKDOWN


def test_a_piece_reads_well_as_html() -> None:
    assert to_html(PIECE) == HTML


def test_a_piece_reads_well_as_plain_text() -> None:
    assert to_text(PIECE, width=52) == TEXT


def test_a_whole_page_says_its_language_title_author_and_summary() -> None:
    page = to_html(PIECE, whole_page=True)
    assert page.startswith('<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n')
    for part in (
        "<title>Two organisations shortlisted</title>",
        '<meta name="author" content="West of England AHSN">',
        '<meta name="description" content="Five categories, two trusts.">',
        '<meta name="viewport"',
        "default-src 'none'",
        "@media print",
    ):
        assert part in page
    assert page.endswith("</main>\n</body>\n</html>\n")


def test_the_bytes_of_a_picture_are_within_the_html() -> None:
    made = to_html(document(Figure(alt="A trophy", image=PNG)))
    assert '<img src="data:image/png;base64,iVBORw0KGgoAAAAAAAAAAA==" alt="A trophy">' in made


@pytest.mark.parametrize("write", [to_markdown, to_html, to_text])
def test_a_picture_that_is_not_there_is_told_in_words(write: Callable[[Document], str]) -> None:
    assert "Picture: A trophy" in write(document(Figure(alt="A trophy")))


@pytest.mark.parametrize("write", [to_markdown, to_html, to_text])
def test_words_for_a_picture_name_its_file_without_its_folder(write: Callable[[Document], str]) -> None:
    told = write(document(Figure(alt="A trophy", file="pictures/cup.png")))
    assert "Picture (cup.png): A trophy" in told


def test_pictures_come_from_the_files_that_figures_name() -> None:
    figures = [Figure(alt="A", file="a.png"), Figure(alt="B", file="b.svg"), Figure(alt="C", file="c.png")]
    shown = document(Rule(), *figures).with_pictures({"a.png": PNG, "b.svg": b"<svg/>"})
    assert shown == document(Rule(), attrs.evolve(figures[0], image=PNG), *figures[1:])


@pytest.mark.parametrize("write", [to_markdown, to_html, to_text])
def test_an_empty_paragraph_or_list_leaves_no_trace(write: Callable[[Document], str]) -> None:
    empty = document(Paragraph(content=()), Bullets(items=()), NumberedList(items=()))
    assert write(empty) == write(document())


@pytest.mark.parametrize("write", [to_markdown, to_html, to_text])
def test_the_sources_of_a_block_are_never_printed(write: Callable[[Document], str]) -> None:
    assert "secret-id" not in write(document(Paragraph(content="Public.", sources=("secret-id",))))


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (to_markdown, "# T\n\n> “Yes.”\n"),
        (
            to_html,
            '<article lang="en-GB">\n<h1>T</h1>\n<blockquote>\n<p>“Yes.”</p>\n</blockquote>\n</article>\n',
        ),
        (to_text, "T\n=\n\n    “Yes.”\n"),
    ],
)
def test_a_quotation_may_stand_without_a_speaker(write: Callable[[Document], str], expected: str) -> None:
    assert write(document(Quotation(paragraphs=["“Yes.”"]))) == expected


def test_two_lists_in_a_row_stay_two_lists_in_markdown() -> None:
    made = to_markdown(document(*(NumberedList(items=["a", "b"]) for _ in range(3))))
    assert made == "# T\n\n1. a\n2. b\n\n1) a\n2) b\n\n1. a\n2. b\n"


def test_a_table_too_wide_for_the_page_is_told_row_by_row() -> None:
    table = Table(caption="Wins", header=["Award", "Won"], rows=[["Patient Safety", "2"], ["Digital", "1"]])
    assert to_text(document(table), width=15) == (
        "T\n=\n\nWins\n\nAward: Patient\nSafety\nWon: 2\n\nAward: Digital\nWon: 1\n"
    )
    assert "Patient Safety  2\n" in to_text(document(table), width=19)


def test_an_address_is_never_broken_and_told_once_when_it_is_its_own_text() -> None:
    url = "https://example.org/a/very/long/address"
    assert to_text(document(Paragraph(content=["See ", Link(text=url, url=url)])), width=12).endswith(
        f"See\n{url}\n"
    )
    assert "a@b.org\n" in to_text(document(Paragraph(content=Link(text="a@b.org", url="mailto:a@b.org"))))


def test_lines_are_as_wide_as_they_look() -> None:
    assert to_text(document(Paragraph(content="日本 日本 日本")), width=9).endswith("\n日本 日本\n日本\n")


def test_no_width_leaves_each_paragraph_on_one_line() -> None:
    long = "word " * 60 + "end"
    assert f"\n{long}\n" in to_text(document(Paragraph(content=long)), width=None)


@pytest.mark.parametrize(
    ("url", "is_safe"),
    [
        ("https://example.org", True),
        ("HTTP://example.org/a|b?c=%20#d", True),
        ("https://cy.example/tŷ", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        ("data:text/html,<b>", False),
        ("//example.org", False),
        ("/path", False),
        ("https://", False),
        ("https:///path", False),
        ("mailto:", False),
        ("https://example.org/a b", False),
        ("https://example.org/\n", False),
        ("https://example.org/\u202egro", False),
        (" https://example.org", False),
        ("", False),
    ],
)
def test_only_web_and_mail_addresses_become_links(url: str, *, is_safe: bool) -> None:
    assert is_safe_url(url) is is_safe
    if not is_safe:
        with pytest.raises(UsageError, match="is no address to link to"):
            Link(text="here", url=url)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Link(text=" ", url="https://example.org"), "needs words that say where it goes"),
        (lambda: Document(title=" ", blocks=()), "needs a title"),
        (lambda: document(Heading(content="a", level=3)), "is of level 3 below level 1; use level 2"),
        (lambda: Table(caption="", header=["a"], rows=()), "needs a caption and a header"),
        (lambda: Table(caption="c", header=(), rows=()), "needs a caption and a header"),
        (lambda: Table(caption="c", header=["a"], rows=[["1"], ["1", "2"]]), "row 2 has 2 cells; give it 1"),
        (lambda: Figure(alt=" "), "needs alt"),
        (lambda: Figure(alt="a", image=b"%PDF"), "not a PNG, JPEG, GIF or WebP"),
        (lambda: Figure(alt="a", url="file:///etc/passwd"), "is no http, https or mailto address"),
        (lambda: Quotation(paragraphs=["a"], url="javascript:1"), "is no http, https or mailto address"),
    ],
)
def test_what_no_form_could_render_well_is_refused(make: Callable[[], object], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        make()


@pytest.mark.parametrize("level", [1, 7])
def test_a_section_heading_is_of_level_two_to_six(level: int) -> None:
    with pytest.raises(ValueError, match="'level' must be"):
        Heading(content="a", level=level)


def test_headings_may_climb_back_several_levels() -> None:
    blocks = [Heading(content="a", level=level) for level in (2, 3, 4, 2)]
    assert "#### a\n\n## a\n" in to_markdown(document(*blocks))


@pytest.mark.parametrize(
    ("image", "media_type"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"", ""),
    ],
)
def test_a_picture_knows_what_its_bytes_are(image: bytes, media_type: str) -> None:
    assert Figure(alt="a", image=image).media_type == media_type


def test_plain_gives_the_words_on_one_line() -> None:
    assert plain(["It\n", Strong(text="won "), Link(text="here", url="https://example.org")]) == "It won here"


def test_the_door_offers_its_names_in_order() -> None:
    offered = nominate.documents.__all__
    assert sorted(offered) == list(offered)
    assert all(hasattr(nominate.documents, name) for name in offered)
