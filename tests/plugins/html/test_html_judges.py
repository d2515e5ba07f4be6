"""The web page of every kind of summary, before two judges that are not ours: and they have teeth."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from judges.web import Judge, Look, looks, nu_complaints

import nominate
from nominate import File, Register, render, view
from nominate.branding.contrast import LEAST_CONTRAST, contrast
from nominate.documents import Bar, Chart, Document, Heading, Paragraph, Table, to_report

DEMO = files("nominate") / "demo" / "aberdwr"
LOGO = {
    "logo": File(name="logo.png", content=(DEMO / "pictures" / "falls-team.png").read_bytes()),
    "logo_alt": "Aberdwr network",
}
KINDS: dict[str, dict[str, object]] = {
    "edition": {"edition": "coastal-care/2026", "as_of": "2026-05-01"},
    "organisation": {"organisation": "bran-digital", "as_of": "2026-06-20"},
    "programme": {"programme": "camau-diogel", "as_of": "2026-06-20"},
    "review": {"as_of": "2026-06-20"},
    "deadlines": {"as_of": "2026-06-20"},
    "results": {"edition": "coastal-care/2026", "as_of": "2026-06-20", "audience": "press"},
}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September")
# What no demonstration holds: months that do not fit, names that wrap, words that are too long, huge numbers.
ODD = Document(
    title="A year that is hard to draw, with a title of very many words that goes on and on",
    status="Internal: not for publication",
    details=("As of 1 October 2020",),
    standfirst="The network entered more awards this year than in any year before, and won three of them.",
    has_contents=True,
    blocks=[
        Heading(content="Charts"),
        Chart(
            caption="By month", alt="Most in May.", label_header="Month", value_header="Entries",
            bars=[Bar(label=f"{MONTHS[at % 9]} {2020 + at // 9}", value=at % 5) for at in range(18)],
            over_time=True,
        ),
        Chart(
            caption="By name", alt="One leads.", label_header="Organisation and person",
            value_header="Entries",
            bars=[
                Bar(label="unbreakable" * 6, value=10**9),
                Bar(label="a name of many words " * 8, value=0),
            ],
        ),
        Heading(content="Charts"),
        Table(caption="Wide", header=list("abcdefgh"), rows=[["unbreakable" * 4] * 8] * 3),
        Table(caption="Narrow", header=["A", "B"], rows=[["unbreakable" * 18, "1"]], number_columns=(1,)),
        Paragraph(content="unbreakable" * 27),
    ],
)  # fmt: skip


@pytest.fixture(scope="module")
def register() -> Register:
    with as_file(DEMO) as folder:
        return nominate.load(folder)


@pytest.fixture(scope="module")
def pages(register: Register, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("pages")
    brand = File(name="brand.yaml", content=b"{main: 7A0019, quiet: 767676}")
    made = {
        kind: render(view(register, **scope), "html", options={"kind": kind})  # type: ignore[arg-type]  # any scope
        for kind, scope in KINDS.items()
    }
    whole = view(register, as_of="2026-06-20")
    made["short"] = render(whole, "html", options={"short": "yes"})
    made["branded"] = render(whole, "html", options={**LOGO, "brand": brand, "short": "yes"})
    made["odd"] = to_report(ODD).encode()
    for name, content in made.items():
        (folder / f"{name}.html").write_bytes(content)
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def seen(judge: Judge, pages: list[Path]) -> list[Look]:
    return looks(judge, pages)


def test_the_nu_checker_finds_no_fault_in_any_page(judge: Judge, pages: list[Path]) -> None:
    assert nu_complaints(judge, pages) == ""


def test_axe_finds_no_fault_in_any_page_wide_or_narrow_light_or_dark_or_on_paper(seen: list[Look]) -> None:
    assert {(each.page, each.way): each.broken for each in seen if each.broken} == {}


def test_each_page_was_looked_at_in_every_way(seen: list[Look], pages: list[Path]) -> None:
    assert len(seen) == 6 * len(pages)
    assert min(each.looked for each in seen) >= 25


def test_no_page_is_wider_than_its_window(seen: list[Look]) -> None:
    assert {(each.page, each.way): each.overflow for each in seen if each.overflow > 0} == {}


def test_the_title_begins_where_the_text_below_it_does(seen: list[Look]) -> None:
    assert {(each.page, each.way): each.askew for each in seen if each.askew != 0} == {}


def test_all_that_axe_leaves_to_people_is_contrast(seen: list[Look]) -> None:
    # Of words in pictures, and of cells beyond the edge; the next test computes what it cannot see.
    assert {place.partition(":")[0] for each in seen for place in each.unsure} == {"color-contrast"}


@pytest.mark.parametrize("main", ["1F4E79", "7A0019", "000000", "767676"])
def test_the_words_and_bars_of_a_picture_stand_out_by_day_and_by_night(register: Register, main: str) -> None:
    brand = File(name="brand.yaml", content=f"main: '{main}'".encode())
    shown = view(register, as_of="2026-06-20")
    page = render(shown, "html", options={"brand": brand, "short": "yes"}).decode()
    for part in page.partition("prefers-color-scheme")[::2]:
        colours = dict(re.findall(r"--([\w-]+): #(\w{6});", part))
        for name, ground in [
            ("ink", "paper"),
            ("quiet", "paper"),
            ("main", "paper"),
            ("ink", "tint"),
            ("on-band", "band"),
        ]:
            assert contrast(colours[name], colours[ground]) >= LEAST_CONTRAST, (name, ground)


def _without_alt(page: str) -> str:
    return re.sub(r' alt="[^"]*"', "", page)


def _with_pale_text(page: str) -> str:
    return re.sub("--ink: #.{6}", "--ink: #DDDDDD", page)


def _with_a_level_left_out(page: str) -> str:
    return re.sub("(</?)h3\\b", "\\1h5", page)


def _without_a_language(page: str) -> str:
    return re.sub('<html lang="[^"]*">', "<html>", page)


def _without_names_of_pictures(page: str) -> str:
    return re.sub(' aria-labelledby="[^"]*-name"', "", re.sub("<title id.*", "", page))


SPOILT: dict[str, Callable[[str], str]] = {
    "image-alt": _without_alt,
    "color-contrast": _with_pale_text,
    "heading-order": _with_a_level_left_out,
    "html-has-lang": _without_a_language,
    "svg-img-alt": _without_names_of_pictures,
}


@pytest.fixture(scope="module")
def broken(judge: Judge, register: Register, tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The rules that each spoilt page breaks, by the rule that it shall break."""
    folder = tmp_path_factory.mktemp("spoilt")
    shown = view(register, as_of="2026-06-20", edition="coastal-care/2026")
    page = render(shown, "html", options=LOGO).decode()
    for rule, spoil in SPOILT.items():
        (folder / f"{rule}.html").write_text(spoil(page), "utf-8")
    seen = looks(judge, sorted(folder.iterdir()))
    return {
        rule: {each for look in seen if look.page == f"{rule}.html" for each in look.broken}
        for rule in SPOILT
    }


@pytest.mark.parametrize("rule", SPOILT)
def test_the_browser_judge_sees_what_is_spoilt(broken: dict[str, set[str]], rule: str) -> None:
    assert broken[rule] == {rule}


def test_the_nu_checker_sees_what_is_spoilt(judge: Judge, pages: list[Path], tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.html"
    spoilt.write_text(pages[0].read_text("utf-8").replace("<main", "<main role=nothing", 1), "utf-8")
    assert "nothing" in nu_complaints(judge, [spoilt])
