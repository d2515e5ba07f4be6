"""What a template writes, read as a document; what could be misread is refused, never guessed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nominate import DataError, View
from nominate.documents import (
    Block,
    Bullets,
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
    to_markdown,
)
from nominate.prose import templated

Made = Callable[[str], tuple[Block, ...]]


@pytest.fixture
def made(small_view: View) -> Made:
    return lambda text: templated(small_view, text, name="piece.md.j2").blocks


@pytest.fixture
def refused(small_view: View) -> Callable[[str], str]:
    def fault_of(text: str) -> str:
        with pytest.raises(DataError) as error:
            templated(small_view, text, name="piece.md.j2")
        return str(error.value)

    return fault_of


def items(*said: str) -> list[Item]:
    return [Item(content=each) for each in said]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("Two\nlines.", [Paragraph(content="Two lines.")], id="lines of a paragraph"),
        pytest.param("One.\n\nTwo.", [Paragraph(content="One."), Paragraph(content="Two.")], id="paragraphs"),
        pytest.param("One\\\nTwo", [Paragraph(content="One\nTwo")], id="a line break"),
        pytest.param("## Now ##", [Heading(content="Now")], id="a heading"),
        pytest.param("a\n## b", [Paragraph(content="a"), Heading(content="b")], id="a heading below text"),
        pytest.param("#hashtag", [Paragraph(content="#hashtag")], id="a hashtag"),
        pytest.param("***", [Rule()], id="a rule"),
        pytest.param("a\n\n- - -\nb", [Paragraph(content="a"), Rule(), Paragraph(content="b")], id="dashes"),
        pytest.param("- a\n- b", [Bullets(items=items("a", "b"))], id="bullets"),
        pytest.param("- a\n\n\n- b", [Bullets(items=items("a", "b"))], id="bullets with lines between"),
        pytest.param("- a\nand b", [Bullets(items=items("a and b"))], id="an item of two lines"),
        pytest.param("- a\n* b", [Bullets(items=items("a")), Bullets(items=items("b"))], id="two lists"),
        pytest.param("1. a\n2. b", [NumberedList(items=items("a", "b"))], id="numbers"),
        pytest.param("Of\n2020. So", [Paragraph(content="Of 2020. So")], id="a number that ends a sentence"),
        pytest.param("Of\n- 5", [Paragraph(content="Of"), Bullets(items=items("5"))], id="a list below text"),
        pytest.param(
            "- a\n  - b\n\n  - c\n- d",
            [Bullets(items=[Item(content="a", below=Bullets(items=items("b", "c"))), Item(content="d")])],
            id="a list below an item",
        ),
        pytest.param(
            "- a\n\t- b", [Bullets(items=[Item(content="a", below=Bullets(items=items("b")))])], id="a tab"
        ),
        pytest.param("> a\n> b", [Quotation(paragraphs=["a b"])], id="a quotation"),
        pytest.param(
            "> a\n>\n> b\n>\n> — Ann Lee, CEO",
            [Quotation(paragraphs=["a", "b"], attribution="Ann Lee, CEO")],
            id="paragraphs of a quotation, and whose they are",
        ),
        pytest.param("> a\\\n> b", [Quotation(paragraphs=["a\nb"])], id="a line break in a quotation"),
        pytest.param(
            "**It** won *twice*, _truly_.",
            [
                Paragraph(
                    content=[
                        Strong(text="It"),
                        " won ",
                        Emphasis(text="twice"),
                        ", ",
                        Emphasis(text="truly"),
                        ".",
                    ]
                )
            ],
            id="marks within a line",
        ),
        pytest.param(
            "a** b **c", [Paragraph(content=["a", " ", Strong(text="b"), " ", "c"])], id="spaces within marks"
        ),
        pytest.param(
            "a** b**", [Paragraph(content=["a", " ", Strong(text="b")])], id="a space before the words"
        ),
        pytest.param("**a **b", [Paragraph(content=[Strong(text="a"), " ", "b"])], id="a space behind them"),
        pytest.param("5 * 3 snake_case_name", [Paragraph(content="5 * 3 snake_case_name")], id="no marks"),
        pytest.param("[one] (two) ![three]", [Paragraph(content="[one] (two) ![three]")], id="brackets"),
        pytest.param(
            "[The list](https://e.example/a_b?c=d&e)",
            [Paragraph(content=Link(text="The list", url="https://e.example/a_b?c=d&e"))],
            id="a link",
        ),
        pytest.param(
            "<mailto:a@e.example>",
            [Paragraph(content=Link(text="mailto:a@e.example", url="mailto:a@e.example"))],
            id="a bare address",
        ),
        pytest.param(
            '![A cup](https://e.example/c.png "Our _cup_")',
            [Figure(alt="A cup", url="https://e.example/c.png", caption=["Our ", Emphasis(text="cup")])],
            id="a picture",
        ),
        pytest.param(
            r"\*a\* \# \[b\]\(c\) \\ 1\. \- \d", [Paragraph(content=r"*a* # [b](c) \ 1. - \d")], id="escaped"
        ),
        pytest.param(
            "1 < 2 — R&D | &pound;", [Paragraph(content="1 < 2 — R&D | &pound;")], id="text is text"
        ),
    ],
)
def test_a_text_is_read_as_a_document(made: Made, text: str, blocks: list[Block]) -> None:
    assert list(made(text)) == blocks


def test_a_heading_of_level_one_is_the_title(small_view: View) -> None:
    piece = templated(small_view, "\n# Two *teams*\n\nGood news.")
    assert (piece.title, piece.blocks) == ("Two teams", (Paragraph(content="Good news."),))


def test_strong_words_alone_below_the_title_are_the_standfirst(small_view: View) -> None:
    piece = templated(small_view, "# Two\n\n**Good news.**\n\n**Really.**")
    assert piece.standfirst == (Strong(text="Good news."),)
    assert piece.blocks == (Paragraph(content=Strong(text="Really.")),)


def test_a_template_without_a_title_has_our_headline(small_view: View) -> None:
    piece = templated(small_view, "**Good news.**")
    assert piece.title == templated(small_view, "# {{ headline }}").title
    assert piece.standfirst == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("a\n\n# b", "3: a heading of level 1 that is not the first line", id="a second title"),
        pytest.param(
            "# a\n\n### b", "3: a heading of level 3 below one of level 1; use ##", id="a left-out level"
        ),
        pytest.param("## ", "1: a heading without words", id="an empty heading"),
        pytest.param(
            "a\n---", "2: a line below a paragraph that elsewhere makes it a heading", id="underlined"
        ),
        pytest.param("| a | b |", "1: a table has no place in a piece", id="a table"),
        pytest.param("```\na\n```", "1: code has no place in a piece", id="a block of code"),
        pytest.param("a `b` c", "1: code in ` marks has no place", id="code"),
        pytest.param("a\n\n<div>", "3: HTML is not read in a template; write **words**", id="HTML"),
        pytest.param("- a\n-", "2: an item of a list without words", id="an empty item"),
        pytest.param(
            "3. a", r"1: a numbered list that begins with 3; begin with 1, or write 3\.", id="from three"
        ),
        pytest.param("- a\n\n  b", "3: an item of a list with a second paragraph", id="a second paragraph"),
        pytest.param(
            "- a\n  - b\n  1. c", "3: an item of a list with more than one list", id="a second list"
        ),
        pytest.param(">\n>", "2: a quotation without words", id="an empty quotation"),
        pytest.param("> — Ann", "1: a quotation without words", id="only an attribution"),
        pytest.param("**a", "1: ** opens strong words that nothing closes; put a backslash", id="left open"),
        pytest.param("a ** ** b", "1: a link or a mark without words", id="strong words that are none"),
        pytest.param("**a *b* c**", "1: marks within marks", id="marks within marks"),
        pytest.param("**[a](https://e.example)**", "1: marks within marks", id="a strong link"),
        pytest.param("[a](https://e.example", "1: a link that is not complete", id="an incomplete link"),
        pytest.param("[a](/b)", "1: '/b' is no address to link to; use one that starts", id="a path"),
        pytest.param("[a](javascript:b)", "1: 'javascript:b' is no address to link to", id="a script"),
        pytest.param(
            "[ ](https://e.example)", "1: a link or a mark without words", id="a link without words"
        ),
        pytest.param(
            "![](https://e.example/a.png)", "1: a picture without words", id="a picture without words"
        ),
        pytest.param("![a](c.png)", "1: 'c.png' is no address to link to", id="a picture of nobody's"),
    ],
)
def test_what_could_be_misread_is_refused_with_its_line(
    refused: Callable[[str], str], text: str, said: str
) -> None:
    assert refused(text).startswith(f"piece.md.j2:{said}")


def test_a_template_that_makes_nothing_is_refused(refused: Callable[[str], str]) -> None:
    assert "the template makes no text" in refused("{# nothing #}\n\n")


def test_the_line_is_that_of_the_template_and_not_of_the_result(refused: Callable[[str], str]) -> None:
    text = (
        "{% for number in range(3) %}\nLine\\\nand line.\n\n{% endfor %}\n{% if true %}\n\n<b>\n{% endif %}\n"
    )
    assert refused(text).startswith("piece.md.j2:8: HTML")


def test_a_line_of_tags_alone_leaves_no_empty_line(made: Made) -> None:
    text = (
        "{% set who = [\n  'a',\n] %}\n{% for each in who %}\n  {# one #} {% if true %}\nOne\n"
        "  {% endif %}\n{% endfor %}\nand two."
    )
    assert made(text) == (Paragraph(content="One and two."),)


def test_a_tag_at_the_end_of_a_line_keeps_the_line_end(made: Made) -> None:
    assert made("a{% if true %} b{% endif %}\n\nc") == (Paragraph(content="a b"), Paragraph(content="c"))


def test_many_empty_facts_end_no_piece(made: Made) -> None:
    text = "{% for number in range(2000) %}{{ '' }}{% endfor %}\nStill here."
    assert made(text) == (Paragraph(content="Still here."),)


def test_marks_of_a_macro_stay_marks(made: Made) -> None:
    text = "{% macro bold(said) %}**{{ said }}**{% endmacro %}\n{{ bold('a*b') }}"
    assert made(text) == (Paragraph(content=Strong(text="a*b")),)


def test_a_captured_text_keeps_its_marks_through_filters(made: Made) -> None:
    text = "{% set said %}*a* {{ 'b*' }}{% endset %}\n{{ (said ~ '_c_')|upper }}"
    assert made(text) == (Paragraph(content=[Emphasis(text="A"), " B*_C_"]),)


def test_what_a_template_made_can_be_rendered_in_markdown_and_read_again(small_view: View) -> None:
    text = "# Two\n\n- a\n  1. b\n- *c* [d](https://e.example/f)\n\n> e\n>\n> — F\n\n## G\n\n1\\. h"
    piece = templated(small_view, text)
    body = to_markdown(piece).partition("\n\n")[2]
    assert templated(small_view, body) == piece
