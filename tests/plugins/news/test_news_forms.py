"""The forms of the news, its options, and what it says of entries that it does not name."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

import attrs
import html5lib
import pytest
from judges.web import nu_complaints
from markdown_it import MarkdownIt

import nominate
from nominate import Decision, NothingToExport, OptionError, Outcome, View, When, render, view
from nominate.exporting.rendering import render_with_problems


@pytest.fixture(scope="module")
def hsj() -> View:
    with as_file(files("nominate") / "demo" / "west-of-england") as folder:
        return view(nominate.load(folder), as_of="2020-10-01", edition="hsj-patient-safety/2020")


@pytest.fixture(scope="module")
def coastal() -> View:
    with as_file(files("nominate") / "demo" / "aberdwr") as folder:
        return view(nominate.load(folder), as_of="2026-06-20", edition="coastal-care/2026")


def test_markdown_is_the_usual_form_and_holds_no_html(hsj: View) -> None:
    told = render(hsj, "news").decode()
    assert told.startswith("**For immediate release**\n\n# ")
    tokens = MarkdownIt("commonmark").parse(told)
    kinds = {child.type for token in tokens for child in (token, *(token.children or ()))}
    assert not {"html_block", "html_inline"} & kinds


def test_html_is_an_article_to_paste(hsj: View) -> None:
    told = render(hsj, "news", options={"form": "html"}).decode()
    assert told.startswith('<article lang="en-GB">')
    html5lib.HTMLParser(strict=True).parseFragment(told)


def test_an_outside_judge_finds_no_fault_in_the_html(
    coastal: View, judge: Callable[[str], str], tmp_path: Path
) -> None:
    page = tmp_path / "news.html"
    article = render_with_problems(coastal, "news", options={"form": "html"}).content.decode()
    page.write_text(f'<!DOCTYPE html>\n<html lang="en-GB">\n<title>News</title>\n{article}</html>\n', "utf-8")
    assert nu_complaints(judge, [page]) == ""


@pytest.mark.parametrize(
    ("suffix", "start"),
    [(".md", "**For immediate release**"), (".html", "<article"), (".txt", "For immediate release\n")],
)
def test_the_suffix_chooses_the_form(hsj: View, tmp_path: Path, suffix: str, start: str) -> None:
    done = nominate.export(hsj, tmp_path / f"news{suffix}")
    assert done.exporter == "news"
    assert done.path.read_text("utf-8").startswith(start)


@pytest.mark.parametrize("style", ["health", "govuk", "press"])
def test_a_style_can_be_asked_for(hsj: View, style: str) -> None:
    told = render(hsj, "news", options={"style": style}).decode()
    assert ("in 5 categories" in told) is (style == "govuk")
    assert ("“Improving Patient Safety on the Daisy Unit”" in told) is (style == "press")


def test_a_style_that_does_not_exist_is_refused(hsj: View) -> None:
    with pytest.raises(OptionError, match="style"):
        render(hsj, "news", options={"style": "telegraph"})


def test_the_sources_say_on_which_records_each_sentence_rests(hsj: View) -> None:
    told = render(hsj, "news", options={"sources": "yes", "form": "text"}).decode()
    assert "Where each fact comes from" in told
    appendix = told.partition("Where each fact comes from")[2]
    for entry in hsj.entries:
        assert entry.id in appendix
    assert "hsj-patient-safety/2020" in appendix


def test_the_sources_name_the_records_of_quotes_and_pictures(coastal: View) -> None:
    told = render_with_problems(coastal, "news", options={"sources": "yes"}).content.decode()
    appendix = told.partition("## Where each fact comes from")[2]
    assert "A fall is frightening." in appendix
    assert "A drawing of three people on a pier" in appendix


def test_entries_that_are_not_named_are_told_in_a_warning(coastal: View) -> None:
    (problem,) = render_with_problems(coastal, "news").problems
    assert problem.code == "W608"
    assert problem.message == "the piece leaves out tomos-hedd-2026, of which it has no news to tell"


def test_a_warning_names_a_few_entries_and_counts_the_rest(small_view: View) -> None:
    lost = Decision(outcome=Outcome.UNSUCCESSFUL, announced=When(2020, 9, 1))
    first = small_view.entries[0]
    others = [
        attrs.evolve(
            first,
            nomination=attrs.evolve(first.nomination, id=f"lost-{number}", decisions=(lost,)),
            history=attrs.evolve(first.history, decisions=(lost,)),
        )
        for number in range(12)
    ]
    shown = attrs.evolve(small_view, entries=(first, *others))
    (problem,) = render_with_problems(shown, "news").problems
    assert "lost-0, lost-1," in problem.message
    assert "lost-9 and 2 more, of which it has no news to tell" in problem.message


def test_nothing_to_tell_is_nothing_to_export() -> None:
    with as_file(files("nominate") / "demo" / "aberdwr") as folder:
        shown = view(nominate.load(folder), as_of="2025-10-01", edition="digital-dawn/2025")
    with pytest.raises(NothingToExport):
        render(shown, "news")
