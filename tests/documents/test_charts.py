"""What key figures and charts become in each form, and what their records refuse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from nominate.documents import (
    Bar,
    Bullets,
    Chart,
    Document,
    KeyFigure,
    KeyFigures,
    to_html,
    to_markdown,
    to_text,
)
from nominate.errors import UsageError

OUTCOMES = Chart(
    caption="Outcomes so far",
    alt="Two of three won.",
    label_header="Outcome",
    value_header="Nominations",
    bars=[Bar(label="Won", value=2), Bar(label="*Shortlisted*", value=1)],
)
REPORT = Document(
    title="The year",
    details=("As of 1 October 2020", "Aberdwr <network>"),
    blocks=[
        KeyFigures(figures=[KeyFigure(value="3", label="nominations"), KeyFigure(value="2", label="wins")]),
        Bullets(items=["A list of its own"]),
        OUTCOMES,
    ],
)


def test_markdown_lists_key_figures_and_gives_a_chart_as_its_table() -> None:
    assert to_markdown(REPORT) == (
        "# The year\n\nAs of 1 October 2020\n\nAberdwr \\<network>\n\n"
        "- **3** nominations\n- **2** wins\n\n* A list of its own\n\n"
        "**Outcomes so far**\n\n| Outcome | Nominations |\n| --- | --: |\n"
        "| Won | 2 |\n| \\*Shortlisted\\* | 1 |\n"
    )


def test_plain_text_lists_key_figures_and_gives_a_chart_as_its_table() -> None:
    assert to_text(REPORT).splitlines()[2:] == [
        *("", "As of 1 October 2020", "", "Aberdwr <network>", ""),
        *("- 3 nominations", "- 2 wins", "", "- A list of its own", ""),
        *("Outcomes so far", "", "Outcome        Nominations", "-------------  -----------"),
        *("Won                      2", "*Shortlisted*            1"),
    ]


def test_html_says_the_details_and_key_figures_as_text() -> None:
    said = to_html(REPORT)
    assert '<p class="details">Aberdwr &lt;network&gt;</p>' in said
    assert "<li><strong>3</strong> nominations</li>" in said


@pytest.mark.parametrize(
    ("make", "missing"),
    [
        (lambda: KeyFigure(value=" ", label="wins"), "value"),
        (lambda: KeyFigure(value="2", label=""), "label"),
        (lambda: Bar(label="", value=1), "label"),
        (lambda: Bar(label="Won", value=-1), "from 0 up"),
        (lambda: Chart(caption="A", alt="", label_header="B", value_header="C", bars=OUTCOMES.bars), "alt"),
        (lambda: Chart(caption="A", alt="B", label_header="C", value_header="D", bars=()), "no bar"),
    ],
)
def test_a_figure_that_nobody_could_read_is_refused(make: Callable[[], Any], missing: str) -> None:
    with pytest.raises(UsageError, match=missing):
        make()
