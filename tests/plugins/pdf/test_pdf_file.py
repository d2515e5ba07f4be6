from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

import nominate
from nominate import View, render, view
from nominate.documents import Block, Document, Heading, Link, Paragraph
from nominate_pdf import _looks

Print = Callable[[Document], Any]
Judge = Callable[[str], str]
DEMO = Path(nominate.__file__).parent / "demo"


def _demo(name: str, *, as_of: str, audience: str) -> View:
    return view(nominate.load(DEMO / name), as_of=as_of, audience=audience)


@pytest.fixture(
    scope="module",
    params=[
        ("west-of-england", "2020-10-01", "public"),
        ("west-of-england", "2020-10-01", "press"),
        ("aberdwr", "2026-12-01", "public"),
        ("aberdwr", "2027-04-01", "press"),
        ("aberdwr", "2026-12-01", "internal"),
    ],
    ids=" ".join,
)
def demo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    name, as_of, audience = request.param
    path = tmp_path_factory.mktemp("demo") / "summary.pdf"
    path.write_bytes(render(_demo(name, as_of=as_of, audience=audience), "pdf"))
    return path


def _told(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_qpdf_finds_nothing_to_say(demo: Path, judge: Judge) -> None:
    told = _told(judge("qpdf"), "--check", str(demo))
    assert "No syntax or stream encoding errors found" in told
    assert "WARNING" not in told


def test_mutool_finds_nothing_to_say(demo: Path, judge: Judge, tmp_path: Path) -> None:
    told = _told(
        judge("mutool"), "draw", "-q", "-F", "png", "-r", "20", "-o", str(tmp_path / "%d.png"), str(demo)
    )
    assert [line for line in told.splitlines() if "ICC support" not in line] == []


def test_every_font_is_embedded_and_ours(demo: Path, judge: Judge) -> None:
    fonts = _told(judge("pdffonts"), str(demo)).splitlines()[2:]
    assert fonts
    for line in fonts:
        assert "OpenSans" in line
        # emb, sub, uni: embedded, a subset, and readable as text
        assert line.split()[-5:-2] == ["yes", "yes", "yes"]


def test_no_code_of_a_font_reads_as_u_0000(demo: Path) -> None:
    reader = PdfReader(demo)
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]  # pypdf leaves the type open
            assert b"<0000>" not in font.get_object()["/ToUnicode"].get_data()


def test_the_file_says_its_title_author_language_and_moment() -> None:
    reader = PdfReader(
        io.BytesIO(render(_demo("west-of-england", as_of="2020-10-01", audience="public"), "pdf"))
    )
    told = reader.metadata
    assert told is not None
    assert told.title == "West of England Academic Health Science Network: awards review, 2017 to 2020"
    assert told.author == "West of England Academic Health Science Network"
    assert told.subject is not None
    assert told.subject.startswith("Three organisations have six nominations")
    assert told.creation_date is not None
    assert told.creation_date.isoformat() == "2020-09-30T23:00:00+00:00"
    catalogue: Any = reader.root_object
    assert catalogue["/Lang"] == "en-GB"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]


# Each begins with what older encodings of PDF hold for a byte-order mark.
@pytest.mark.parametrize("title", ["þÿxy", "ÿþxy", "ï»¿x", "Tŷ", "Café (old)", "þÿ"])
def test_no_text_that_the_file_tells_is_taken_for_another_encoding(printed: Print, title: str) -> None:
    link = Link(text=title, url="https://example.org/a")
    blocks: list[Block] = [Heading(content=title), Paragraph(content=[link])]
    reader = printed(Document(title=title, author=title, standfirst=title, blocks=blocks)).reader
    told = reader.metadata
    assert (told.title, told.author, told.subject) == (title, title, title)
    assert _titles(reader.outline) == [title, [title]]
    links = [each.get_object() for each in reader.pages[0]["/Annots"]]
    assert [each["/A"]["/URI"] for each in links] == ["https://example.org/a"]
    assert all(title in each["/Contents"] for each in links)


def test_the_outline_is_the_headings(printed: Print) -> None:
    document = Document(
        title="Tŷ Gŵyr",
        blocks=[
            Heading(content="One <b>"),
            Heading(content="Inner ŵ", level=3),
            Heading(content="Deep", level=4),
            Heading(content="Two " * 80),
        ],
    )
    outline = printed(document).reader.outline
    assert _titles(outline) == ["Tŷ Gŵyr", ["One <b>", ["Inner ŵ", ["Deep"]], ("Two " * 80).strip()]]


def _titles(outline: list[Any]) -> list[Any]:
    return [_titles(each) if isinstance(each, list) else each.title for each in outline]


def test_a_bookmark_leads_to_the_page_of_its_heading(demo: Path) -> None:
    reader = PdfReader(demo)
    entries = [each for each in reader.outline[1] if not isinstance(each, list)]
    assert len(entries) > 4
    for each in entries:
        number = reader.get_destination_page_number(each)
        assert number is not None
        assert str(each.title) in reader.pages[number].extract_text()


_SCRIPT = """
import hashlib, sys, nominate
view = nominate.view(nominate.load(sys.argv[1]), as_of="2026-12-01", audience="internal")
print(hashlib.sha256(nominate.render(view, "pdf")).hexdigest())
"""


def test_two_processes_write_the_same_bytes() -> None:
    folder = str(DEMO / "aberdwr")
    digests = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT, folder],
            capture_output=True,
            check=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "RL_invariant": "0", "RL_useA85": seed},
        ).stdout
        for seed, zone in [("0", "UTC"), ("1", "Asia/Tokyo")]
    }
    assert len(digests) == 1


def test_what_is_under_embargo_changes_no_byte_of_a_public_file() -> None:
    register = nominate.load(DEMO / "aberdwr")
    before = render(view(register, as_of="2027-03-01", edition="clear-voice/2027"), "pdf")
    wins = {
        decision
        for nomination in register.nominations
        for decision in nomination.decisions
        if decision.embargo is not None
    }
    assert wins
    without = nominate.Register(
        records=_evolved(register.records, wins),
    )
    assert render(view(without, as_of="2027-03-01", edition="clear-voice/2027"), "pdf") == before


def _evolved(records: nominate.Records, wins: set[nominate.Decision]) -> nominate.Records:
    import attrs  # noqa: PLC0415 - only this one needs it

    return attrs.evolve(
        records,
        nominations=tuple(
            attrs.evolve(each, decisions=tuple(one for one in each.decisions if one not in wins))
            for each in records.nominations
        ),
    )


def test_importing_the_plugin_imports_no_reportlab() -> None:
    code = "import sys, nominate_pdf; nominate_pdf.nominate_exporters(); print('reportlab' in sys.modules)"
    assert _told(sys.executable, "-c", code).strip() == "False"


def test_body_text_is_twelve_points_and_none_is_below_nine() -> None:
    looks = [value for value in vars(_looks).values() if isinstance(value, _looks.Look)]
    assert _looks.BODY.size == 12
    assert min(look.size for look in (*looks, *_looks.HEADINGS)) >= 9
    assert all(look.leading >= 1.25 * look.size for look in looks)
