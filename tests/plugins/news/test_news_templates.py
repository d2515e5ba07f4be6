"""News in the words of a template: one template for every form; data stays text, and embargoes stand."""

from __future__ import annotations

import email.policy
import html
from collections.abc import Callable
from email.message import EmailMessage
from email.parser import BytesParser
from importlib.resources import as_file, files
from pathlib import Path

import attrs
import html5lib
import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

import nominate
from nominate import ExporterFailed, File, OptionError, Register, View, render, view
from nominate.cli.application import application
from nominate.documents import Figure, to_markdown
from nominate.prose import story, templated

HOSTILE = (
    "<b>R&D</b> *1* _2_ **3** [4](https://5.example) `6` # 7 \\8 ~9~ | > - 1. {{ headline }} &amp; ![10](11)"
)
HTML_MARKS = "<script>alert('x')</script>"


@pytest.fixture(scope="module")
def register() -> Register:
    with as_file(files("nominate") / "demo" / "aberdwr") as folder:
        return nominate.load(folder)


def template(text: str) -> File:
    return File(name="piece.md.j2", content=text.encode())


def hostile(shown: View, title: str) -> View:
    entry = shown.entries[0]
    return attrs.evolve(
        shown, entries=(attrs.evolve(entry, nomination=attrs.evolve(entry.nomination, title=title)),)
    )


TITLES = (
    HOSTILE,
    HTML_MARKS,
    "- a",
    "1. a",
    "# a",
    "> a",
    "***",
    "a\n\n# b\n- c",
    "| a |",
    "= a",
    "\ufdd0# a",
)
PLACES = (
    "{title}",
    "- {title}",
    "> {title}",
    "## {title}",
    "**{title}**",
    "Of {title}.",
    "[{title}](https://e.example)",
)


def seen_as(title: str) -> str:
    return " ".join(title.replace("\ufdd0", "\ufffd").split())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("title", TITLES)
def test_a_fact_is_never_markup_in_markdown(small_view: View, title: str, place: str) -> None:
    text = "# T\n\n" + place.format(title="{{ edition.entries[0].title }}")
    made = render(hostile(small_view, title), "news", options={"template": template(text)}).decode()
    plain = render(hostile(small_view, "title"), "news", options={"template": template(text)}).decode()
    page, other = (MarkdownIt("commonmark").render(each) for each in (made, plain))
    tree, expected = (html5lib.parseFragment(each, namespaceHTMLElements=False) for each in (page, other))
    kinds = [each.tag for each in tree.iter() if each.tag != "br"]
    assert kinds == [each.tag for each in expected.iter()]
    assert seen_as(title) in " ".join("".join(tree.itertext()).split())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("title", TITLES)
def test_a_fact_is_never_markup_in_html(small_view: View, title: str, place: str) -> None:
    text = "# T\n\n" + place.format(title="{{ edition.entries[0].title }}")
    options = {"template": template(text), "form": "html"}
    made = render(hostile(small_view, title), "news", options=options).decode()
    plain = render(hostile(small_view, "title"), "news", options=options).decode()
    tree, expected = (html5lib.parseFragment(each, namespaceHTMLElements=False) for each in (made, plain))
    assert [each.tag for each in tree.iter() if each.tag != "br"] == [each.tag for each in expected.iter()]
    assert seen_as(title) in " ".join("".join(tree.itertext()).split())


@pytest.mark.parametrize("title", TITLES)
def test_a_fact_is_as_it_stands_in_plain_text(small_view: View, title: str) -> None:
    options = {"template": template("# T\n\n{{ edition.entries[0].title }}"), "form": "text"}
    made = render(hostile(small_view, title), "news", options=options).decode()
    assert seen_as(title) in " ".join(made.split())


def test_one_template_makes_both_parts_of_an_email(small_view: View) -> None:
    options = {"template": template("# T\n\n**It** won: {{ edition.entries[0].title }}"), "form": "email"}
    made = render(hostile(small_view, HTML_MARKS), "news", options=options)
    message = BytesParser(EmailMessage, policy=email.policy.default).parsebytes(made)
    plain, rich = (message.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None
    assert f"It won: {HTML_MARKS}" in " ".join(plain.get_content().split())
    assert rich is not None
    assert f"<strong>It</strong> won: {html.escape(HTML_MARKS, quote=False)}" in rich.get_content()


@pytest.mark.parametrize("form", ["markdown", "html", "text", "email"])
def test_the_embargo_stands_above_whatever_a_template_says(register: Register, form: str) -> None:
    shown = view(register, as_of="2026-10-08T18:00", audience="press", edition="clear-voice/2026")
    options = {"template": template("# For immediate release\n\nNow."), "form": form}
    made = render(shown, "news", options=options)
    assert shown.embargoed_until is not None
    text = made.decode()
    assert "Embargoed until" in text
    assert text.index("Embargoed until") < text.rindex("For immediate release")


def test_a_picture_is_shown_with_its_words_caption_and_credit(register: Register) -> None:
    shown = view(register, as_of="2026-06-20", edition="coastal-care/2026")
    text = "# T\n\n{% for image in images %}\n{{ image.shown }}\n\n{% endfor %}"
    figures = [each for each in templated(shown, text).blocks if isinstance(each, Figure)]
    assert [each.alt for each in figures] == [
        image.alt for entry in shown.entries for image in entry.images if image.alt
    ]
    made = render(shown, "news", options={"template": template(text), "form": "html"}).decode()
    assert made.count("<figcaption>") == len(figures)


def test_a_picture_may_have_other_words_and_another_caption(register: Register) -> None:
    shown = view(register, as_of="2026-06-20", edition="coastal-care/2026")
    text = '# T\n\n![Our team]({{ images[0].file }} "The *whole* team")'
    (figure,) = templated(shown, text).blocks
    assert isinstance(figure, Figure)
    assert (figure.alt, figure.file) == ("Our team", shown.entries[0].images[0].file)
    assert "whole" in str(figure.caption)


def test_the_notes_and_the_standfirst_are_ours_where_the_template_asks(register: Register) -> None:
    shown = view(register, as_of="2026-12-01", edition="clear-voice/2026")
    head = "# {{ headline }}\n\n**{{ standfirst }}**\n\n"
    text = head + "{% for note in notes %}\n{{ loop.index }}. {{ note }}\n{% endfor %}"
    made = render(shown, "news", options={"template": template(text)}).decode()
    ours = to_markdown(story(shown))
    assert made.partition("1. ")[2] == ours.partition("1. ")[2]
    headline, _, standfirst = ours.splitlines()[2:5]
    assert made.splitlines()[2:5] == [headline, "", f"**{standfirst}**"]


def test_the_same_template_and_view_make_the_same_bytes(register: Register) -> None:
    shown = view(register, as_of="2026-12-01", award="clear-voice")
    entries = "{% for x in e.entries %}\n- {{ x.title }}\n{% endfor %}\n"
    text = "{% for e in editions %}\n## {{ e.name }}\n" + entries + "{% endfor %}"
    first, second = (render(shown, "news", options={"template": template(text)}) for _ in range(2))
    assert first == second


def test_a_fault_of_a_template_is_a_fault_of_the_option(small_view: View) -> None:
    with pytest.raises(OptionError, match=r"piece\.md\.j2:3: no fact 'haedline'; did you mean 'headline'\?"):
        render(small_view, "news", options={"template": template("# T\n\n{{ haedline }}")})


@pytest.mark.parametrize("asked", ["sources", "headlines"])
def test_what_belongs_to_our_wording_is_refused_beside_a_template(small_view: View, asked: str) -> None:
    with pytest.raises(
        (OptionError, ExporterFailed), match=f"{asked} belongs to a piece that is worded for you"
    ):
        render(small_view, "news", options={"template": template("# T"), asked: "yes"})


def test_a_template_decides_which_entries_it_names(
    small_view: View, recwarn: pytest.WarningsRecorder
) -> None:
    assert render(small_view, "news", options={"template": template("# T\n\nGood news.")})
    assert not recwarn.list


@pytest.fixture
def exported(tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    """The exit code, the file and what was said, where a template is exported with by its path."""

    def export(text: bytes, name: str = "out.md") -> tuple[int, str, str]:
        (tmp_path / "piece.md.j2").write_bytes(text)
        with as_file(files("nominate") / "demo" / "west-of-england") as folder:
            arguments = ["export", str(folder), "--to", "news", "--as-of", "2020-10-01"]
            arguments += ["-O", f"template={tmp_path / 'piece.md.j2'}", "-o", str(tmp_path / name)]
            arguments += ["--edition", "hsj-patient-safety/2020"]
            done = CliRunner().invoke(application, arguments)
        made = tmp_path / name
        return done.exit_code, made.read_text("utf-8") if made.is_file() else "", done.output

    return export


def test_a_template_is_named_on_the_command_line(exported: Callable[..., tuple[int, str, str]]) -> None:
    code, made, said = exported(b"# Safe\n\n{{ counts.nominations|counted('entry')|sentence }}\n", "out.txt")
    assert (code, made) == (0, "For immediate release\n\nSafe\n====\n\nFive entries.\n"), said


@pytest.mark.parametrize("text", [b"# Safe\n\n{{ qqq }}", b"\xff", b"# Safe\n\n{% if"])
def test_a_fault_of_a_template_is_one_of_usage_and_leaves_no_file(
    exported: Callable[..., tuple[int, str, str]], text: bytes
) -> None:
    code, made, said = exported(text)
    assert (code, made) == (2, "")
    assert "piece.md.j2:" in said
