"""What the name of a file promises: it chooses the form, and is held against what is made."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import attrs
import pytest

from nominate import Exporter, Form, OptionError, UsageError, View, export
from nominate.exporting.rendering import render_with_problems


@attrs.frozen(kw_only=True)
class Options:
    form: str = "plain"
    heading: str = "Titles"


def write(_view: View, options: Options, out: BinaryIO) -> None:
    out.write(f"{options.heading} as {options.form}".encode())


TITLES = Exporter(
    name="titles",
    summary="Titles",
    suffix=".titles",
    media_type="text/plain",
    write=write,
    options=Options,
    forms={
        ".html": Form(media_type="text/html", options={"form": "html"}),
        ".page.html": Form(media_type="text/html", options={"form": "page"}),
        ".tsv": Form(media_type="text/tab-separated-values"),
    },
)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.titles", "Titles as plain"),
        ("a.html", "Titles as html"),
        ("A.HTML", "Titles as html"),
        ("a.page.html", "Titles as page"),
        ("a.tsv", "Titles as plain"),
    ],
)
def test_the_longest_suffix_of_a_name_chooses_the_form(
    small_view: View, tmp_path: Path, name: str, said: str
) -> None:
    assert export(small_view, tmp_path / name, to=TITLES).path.read_text() == said


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.titles", {"form": "html"}),
        ("a.titles", Options(form="HTML")),
        ("a.tsv.titles", [("form", "html")]),
    ],
)
def test_an_option_that_means_another_form_than_the_usual_suffix_is_refused(
    small_view: View, tmp_path: Path, name: str, options: object
) -> None:
    says = "'html', which a file that ends in '.html' holds, not one that ends in '.titles'; rename"
    with pytest.raises(OptionError, match=says):
        export(small_view, tmp_path / name, to=TITLES, options=options)
    assert not list(tmp_path.iterdir())


def test_an_option_that_means_no_form_goes_with_the_usual_suffix(small_view: View, tmp_path: Path) -> None:
    done = export(small_view, tmp_path / "a.titles", to=TITLES, options={"form": "rhyme"})
    assert done.path.read_text() == "Titles as rhyme"


def test_an_option_may_say_a_form_in_capitals(small_view: View, tmp_path: Path) -> None:
    done = export(small_view, tmp_path / "a.html", to=TITLES, options={"form": "HTML"})
    assert done.path.read_text() == "Titles as HTML"


@pytest.mark.parametrize(("options", "media_type"), [(None, "text/plain"), ({"form": "html"}, "text/html")])
def test_options_choose_the_media_type_where_no_name_does(
    small_view: View, options: object, media_type: str
) -> None:
    assert render_with_problems(small_view, TITLES, options=options).media_type == media_type


@pytest.mark.parametrize("name", ["titles", "a.dat", ".titles"])
def test_a_name_that_tells_nothing_is_warned_of(small_view: View, tmp_path: Path, name: str) -> None:
    done = export(small_view, tmp_path / name, to=TITLES, options={"form": "html"})
    assert done.media_type == "text/html"
    assert [(each.file, each.message) for each in done.problems] == [
        (name, "such files usually end in .titles, .html, .page.html or .tsv: programs find them by that")
    ]


@pytest.mark.parametrize(("name", "maker"), [("a.pdf", "pdf"), ("A.XLSX", "excel"), ("a.eml", "news")])
def test_a_name_that_promises_what_another_exporter_makes_is_refused(
    small_view: View, tmp_path: Path, name: str, maker: str
) -> None:
    says = f"'{name}' is a name for what {maker} makes, and titles makes files that end in .titles"
    with pytest.raises(UsageError, match=says):
        export(small_view, tmp_path / name, to=TITLES)
    assert not list(tmp_path.iterdir())


def test_news_is_not_written_into_a_pdf(small_view: View, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"is a name for what pdf makes.*\.md, \.html, \.txt or \.eml"):
        export(small_view, tmp_path / "a.pdf", to="news")


def test_text_goes_into_another_exporters_text_file(small_view: View, tmp_path: Path) -> None:
    assert not export(small_view, tmp_path / "a.txt", to=TITLES).problems
    assert [each.code for each in export(small_view, tmp_path / "a.md", to=TITLES).problems] == ["W613"]
