"""Charts of the PDF: bars as a figure that is told in words, and around them the table that says the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pypdf.generic import DictionaryObject

from nominate.documents import Bar, Chart, Document, Paragraph

Print = Callable[[Document], Any]


def chart(*bars: tuple[str, int], over_time: bool = False) -> Chart:
    return Chart(
        caption="How the nominations stand",
        alt="Four of six won.",
        label_header="Outcome",
        value_header="Nominations",
        bars=[Bar(label=label, value=value, sources=("skip",)) for label, value in bars],
        over_time=over_time,
    )


def shown(block: Chart) -> Document:
    return Document(
        title="The year", blocks=[Paragraph(content="Before."), block, Paragraph(content="After.")]
    )


def table_words(block: Chart) -> list[str]:
    table = block.table
    cells = [str(cell[0]) for row in (table.header, *table.rows) for cell in row]
    return " ".join([table.caption, *cells]).split()


def elements(printed: Any, tag: str) -> list[DictionaryObject]:
    def walked(element: Any) -> Iterator[DictionaryObject]:
        found = element.get_object()
        if isinstance(found, DictionaryObject):
            yield found
            kids = found.get("/K", [])
            for kid in kids if isinstance(kids, list) else [kids]:
                yield from walked(kid)

    root = printed.reader.trailer["/Root"]["/StructTreeRoot"]
    return [each for each in walked(root) if each.get("/S") == f"/{tag}"]


def entry(element: DictionaryObject, *keys: str) -> Any:
    found: Any = element
    for key in keys:
        found = found[key]
    return found


def bars(printed: Any) -> list[tuple[float, float]]:
    """The widths and heights of what is filled within the figure, without the axis."""
    content = printed.reader.pages[0].get_contents().get_data().decode("latin-1")
    within = "".join(re.findall(r"/Figure <<.*?EMC", content, re.DOTALL))
    found = re.findall(r"[\d.]+ [\d.]+ ([\d.]+) ([\d.]+) re f", within)
    return [(float(width), float(height)) for width, height in found if min(float(width), float(height)) > 1]


@pytest.mark.parametrize(
    "block",
    [
        chart(("Won", 4), ("Highly commended", 2), ("Withdrawn", 0)),
        chart(("Nothing yet", 0)),
        chart(("a name of very many words that goes on and on " * 4, 1_234_567), ("Tŷ Gŵyr", 2)),
        chart(("unbreakable" * 20, 1)),
        chart(("2024", 3), ("2025", 7), over_time=True),
    ],
    ids=["outcomes", "nothing", "long", "a long word", "years"],
)
def test_the_words_of_a_chart_are_those_of_its_table_in_order(printed: Print, block: Chart) -> None:
    told = "".join(printed(shown(block)).words)
    assert told == "".join(["The", "year", "Before.", *table_words(block), "After."])


def test_a_year_stands_once_below_its_months(printed: Print) -> None:
    block = chart(("May 2025", 3), ("June 2025", 1), ("May 2026", 4), over_time=True)
    told = printed(shown(block)).words
    assert told[-10:-1] == ["Nominations", "May", "2025", "3", "June", "1", "May", "2026", "4"]


def test_the_words_are_apart_as_they_were_written(printed: Print) -> None:
    block = chart(("a name of very many words that goes on and on " * 4, 12), ("Won", 4))
    assert printed(shown(block)).words == ["The", "year", "Before.", *table_words(block), "After."]


def test_a_figure_tells_what_the_chart_comes_to_and_where_it_stands(printed: Print) -> None:
    (figure,) = elements(printed(shown(chart(("Won", 4), ("Shortlisted", 2)))), "Figure")
    assert entry(figure, "/Alt") == "Four of six won."
    left, bottom, right, top = map(float, entry(figure, "/A", "/BBox"))
    assert 0 < left < right < 596
    assert 0 < bottom < top < 842


def test_bars_are_as_long_as_their_numbers_say(printed: Print) -> None:
    (four, _), (two, _), (one, _) = bars(
        printed(shown(chart(("Won", 4), ("Placed", 2), ("None", 0), ("Left", 1))))
    )
    assert two == pytest.approx(four / 2, abs=0.02)
    assert one == pytest.approx(four / 4, abs=0.02)


def test_columns_are_as_high_as_their_numbers_say(printed: Print) -> None:
    (_, four), (_, two) = bars(printed(shown(chart(("2024", 4), ("2025", 2), over_time=True))))
    assert two == pytest.approx(four / 2, abs=0.02)


def test_a_month_that_has_no_room_on_the_page_is_told_in_its_cell(printed: Print) -> None:
    names = [
        (f"{name} {year}", 1)
        for year in (2025, 2026)
        for name in ("September", "October", "November", "December")
    ]
    file = printed(
        shown(chart(*names, *((f"September {year}", 1) for year in range(2027, 2039)), over_time=True))
    )
    row_headers = [each for each in elements(file, "TH") if entry(each, "/A", "/Scope") == "/Row"]
    told = [each.get("/ActualText") for each in row_headers]
    assert told[1] == "October 2025"
    assert "October" not in file.pages[0]


def test_a_chart_that_is_too_tall_for_a_page_is_its_table(printed: Print) -> None:
    block = chart(*((f"Organisation {number}", number) for number in range(60)))
    file = printed(shown(block))
    assert elements(file, "Figure") == []
    assert len(file.pages) == 3
    assert "Organisation 59" in file.pages[-1]


def test_a_letter_that_no_font_holds_is_told_with_its_record(printed: Print) -> None:
    file = printed(shown(chart(("Won \U0001f3c6", 4))))
    assert [(each.path, "U+1F3C6" in each.message) for each in file.problems] == [("skip", True)]
    assert "Won [U+1F3C6]" in file.pages[0]


def test_a_name_takes_a_further_font_and_keeps_its_room(printed: Print) -> None:
    block = chart(
        ("Won → twice in a row, and then once more by people who had never met → " * 3, 4), ("→", 2)
    )
    file = printed(shown(block))
    assert file.problems == ()
    assert file.words == ["The", "year", "Before.", *table_words(block), "After."]


def test_a_name_of_letters_that_nobody_sees_is_a_chart_all_the_same(printed: Print) -> None:
    assert "Nominations" in printed(shown(chart(("\u200b", 4)))).pages[0]
