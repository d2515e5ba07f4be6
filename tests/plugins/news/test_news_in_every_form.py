"""One piece in each form: the same parts in the same order, valid, and with its pictures."""

from __future__ import annotations

import email
import json
import re
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import default
from html import unescape
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import attrs
import html5lib
import pytest
from judges.web import nu_complaints
from markdown_it import MarkdownIt

import nominate
from nominate import OptionError, View, render, view
from nominate.exporting.rendering import render_with_problems
from nominate.model.mapping import FrozenDict

ABERDWR = files("nominate") / "demo" / "aberdwr"
PAGE = {"form": "html", "page": "yes"}
METADATA = {"form": "html", "metadata": "yes"}


def made(view: View, **options: str) -> str:
    return render_with_problems(view, "news", options=options).content.decode()


def message(view: View, **options: str) -> EmailMessage:
    content = render_with_problems(view, "news", options={"form": "email", **options}).content
    return email.message_from_bytes(content, policy=default)


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def metadata(view: View) -> dict[str, Any]:
    block = (
        made(view, **METADATA).partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    )
    told: dict[str, Any] = json.loads(block)
    return told


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html.partition("<article")[2] or html)).split())


READERS: dict[str, Callable[[View], str]] = {
    "markdown": lambda view: words(MarkdownIt("commonmark").render(made(view))),
    "article": lambda view: words(made(view, form="html")),
    "page": lambda view: words(made(view, **PAGE)),
    "text": lambda view: " ".join(made(view, form="text").split()),
    "e-mail, plain": lambda view: " ".join(part(message(view), "plain").split()),
    "e-mail, page": lambda view: words(part(message(view), "html")),
}


@pytest.fixture(scope="module")
def coastal() -> View:
    """A win, a quote, a picture, notes: every part that a piece may have."""
    with as_file(ABERDWR) as folder:
        return view(nominate.load(folder), as_of="2026-06-20", edition="coastal-care/2026")


@pytest.fixture(scope="module")
def embargoed() -> View:
    with as_file(ABERDWR) as folder:
        moment = "2027-03-11T21:30"
        return view(nominate.load(folder), as_of=moment, audience="press", edition="clear-voice/2027")


@pytest.mark.parametrize("form", READERS)
def test_every_part_is_there_in_its_order(coastal: View, form: str) -> None:
    told = READERS[form](coastal)
    parts = [
        "For immediate release",
        "Môr a Mynydd wins",
        "The Camau Diogel programme has potentially prevented 112 falls",
        "Môr a Mynydd University Health Board (MMUHB)",
        "The judges said of",
        "Gwen Ashdown, Lead Falls Nurse",
        "“A fall is frightening.",
        "who has let us in.”",
        "The Falls Response Team with the Prevention Award",
        "Drawn for this demonstration",
        "Find out more about Camau Diogel",
        "ENDS",
        "Notes to editors",
        "were organised by",
        "Visit the website of",
        "Media contact: Press desk, press@aberdwr.example.org",
    ]
    places = [told.find(each) for each in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_the_parts_of_an_email_are_the_other_forms(coastal: View) -> None:
    mail = message(coastal)
    assert part(mail, "plain") == made(coastal, form="text")
    _, _, mailed = part(mail, "html").partition("<article>")
    _, _, page = made(coastal, **PAGE).partition("<article>")
    without_pictures = [
        re.sub(r'src="[^"]*"( width="600")?', "", each.partition("</article>")[0]) for each in (mailed, page)
    ]
    assert without_pictures[0] == without_pictures[1]


def test_a_draft_is_from_the_publisher_to_nobody_yet(coastal: View) -> None:
    mail = message(coastal)
    (sender,) = mail["From"].addresses
    assert (sender.display_name, sender.addr_spec) == ("Aberdŵr Health Network", "press@aberdwr.example.org")
    assert mail["Subject"].startswith("Môr a Mynydd wins")
    assert mail["X-Unsent"] == "1"
    assert not {"To", "Cc", "Bcc", "Date", "Message-ID"} & set(mail.keys())


def test_a_publisher_without_an_address_is_no_sender(coastal: View) -> None:
    publishers = (attrs.evolve(each, press_contact="0117 496 0000") for each in coastal.organisations)
    assert message(attrs.evolve(coastal, organisations=tuple(publishers)))["From"] is None


def test_a_piece_without_a_publisher_has_no_sender(small_view: View) -> None:
    assert message(small_view)["From"] is None


def test_the_subject_says_first_that_a_piece_is_embargoed(embargoed: View) -> None:
    mail = message(embargoed)
    status, _, headline = mail["Subject"].partition(" – ")
    assert re.fullmatch(r"EMBARGOED until 9[.:]30pm on (Thursday )?11 March 2027", status)
    assert headline == metadata(embargoed)["headline"]


def test_the_subject_says_first_that_a_piece_is_internal() -> None:
    with as_file(ABERDWR) as folder:
        shown = view(
            nominate.load(folder), as_of="2026-06-20", audience="internal", edition="coastal-care/2026"
        )
    assert message(shown)["Subject"].startswith("INTERNAL: not for publication – ")


def test_a_picture_is_within_the_files_that_can_hold_it(coastal: View) -> None:
    with as_file(ABERDWR / "pictures" / "falls-team.png") as file:
        picture = file.read_bytes()
    (attached,) = [each for each in message(coastal).walk() if each.get_content_type() == "image/png"]
    assert attached.get_content() == picture
    assert attached.get_filename() == "falls-team.png"
    assert "data:image/png;base64," in made(coastal, form="html")
    assert "Picture (falls-team.png): A drawing of three people" in made(coastal, form="text")
    assert "Picture (falls-team.png): A drawing of three people" in made(coastal)


@pytest.mark.parametrize("form", ["html", "email"])
def test_pictures_may_be_left_out(coastal: View, form: str) -> None:
    rendering = render_with_problems(coastal, "news", options={"form": form, "pictures": "no"})
    assert b"data:image" not in rendering.content
    assert b"image/png" not in rendering.content
    assert b"Picture (falls-team.png)" in rendering.content
    assert {each.code for each in rendering.problems} == {"W608"}


@pytest.mark.parametrize(
    ("files", "says"),
    [({}, "cannot be read"), ({"pictures/falls-team.png": b"<svg/>"}, "is no PNG, JPEG, GIF or WebP file")],
    ids=["absent", "another kind"],
)
def test_a_picture_that_cannot_be_shown_is_warned_of(
    coastal: View, files: dict[str, bytes], says: str
) -> None:
    shown = attrs.evolve(coastal, files=FrozenDict(files))
    rendering = render_with_problems(shown, "news", options={"form": "html"})
    (problem,) = [each for each in rendering.problems if each.code == "W607"]
    assert problem.message == f"the picture 'pictures/falls-team.png' {says}"
    assert problem.path == "camau-diogel-2026"
    assert "<p>Picture (falls-team.png): A drawing" in rendering.content.decode()


def test_no_picture_is_missed_where_a_form_holds_none(coastal: View) -> None:
    shown = attrs.evolve(coastal, files=FrozenDict())
    assert {each.code for each in render_with_problems(shown, "news").problems} == {"W608"}


def test_an_email_that_servers_would_send_back_is_warned_of(coastal: View) -> None:
    heavy = attrs.evolve(coastal, files={"pictures/falls-team.png": b"GIF89a" + bytes(16_000_000)})
    (problem,) = [
        each
        for each in render_with_problems(heavy, "news", options={"form": "email"}).problems
        if each.code == "W614"
    ]
    assert problem.message == "the e-mail has 22 MB, and many mail servers take no more than 20 MB"
    assert {each.code for each in render_with_problems(heavy, "news", options={"form": "html"}).problems} == {
        "W608"
    }


def test_metadata_names_what_the_piece_names(coastal: View) -> None:
    told = metadata(coastal)
    text = made(coastal, form="text")
    assert told["datePublished"] == "2026-06-20"
    assert told["author"] == told["publisher"]
    assert told["publisher"] == {
        "@type": "Organization", "name": "Aberdŵr Health Network", "url": "https://aberdwr.example.org/",
    }  # fmt: skip
    assert told["alternativeHeadline"] in made(coastal, headlines="yes")
    assert told["keywords"][:2] == ["Coastal Care Awards", "Camau Diogel"]
    flat = " ".join(text.split())
    for name in (*told["keywords"], *(each["name"] for each in told["mentions"])):
        assert name in flat
    names = [each["name"] for each in told["mentions"]]
    assert "Dyffryn Tŵr University Health Board" in names
    assert "Aberdŵr Health Network" not in names


def test_a_name_within_a_longer_one_is_not_mentioned(coastal: View) -> None:
    first = coastal.organisations[-1]
    short = attrs.evolve(first, id="mor", name="Mynydd University", url="mailto:a@example.org")
    odd = attrs.evolve(first, id="odd", name="!?")
    shown = attrs.evolve(coastal, organisations=(*coastal.organisations, short, odd))
    assert metadata(shown)["mentions"] == metadata(coastal)["mentions"]


def test_a_piece_is_published_to_the_minute_for_which_it_is_made(coastal: View) -> None:
    shown = attrs.evolve(coastal, as_of=nominate.When(2026, 6, 20, 9, 30))
    assert metadata(shown)["datePublished"] == "2026-06-20T09:30:00+01:00"


def test_a_piece_for_a_month_has_no_day_of_publication(coastal: View) -> None:
    assert "datePublished" not in metadata(attrs.evolve(coastal, as_of=nominate.When(2026, 7)))


def test_an_embargoed_piece_is_never_told_as_published(embargoed: View) -> None:
    told = metadata(embargoed)
    assert "datePublished" not in told
    assert told["creativeWorkStatus"].startswith("Embargoed until")
    page = made(embargoed, **METADATA)
    assert '<meta name="robots" content="noindex">' in page
    assert "published_time" not in page


def test_what_the_press_gets_without_an_embargo_is_for_release_but_not_yet_published(embargoed: View) -> None:
    shown = attrs.evolve(embargoed, embargoed_until=None)
    assert not {"datePublished", "creativeWorkStatus"} & set(metadata(shown))
    assert message(shown)["Subject"] == metadata(shown)["headline"]


def test_a_piece_without_a_publisher_tells_none(small_view: View) -> None:
    assert not {"publisher", "author"} & set(metadata(small_view))


@pytest.mark.parametrize("form", ["markdown", "text", "email"])
@pytest.mark.parametrize("option", ["page", "metadata"])
def test_what_belongs_to_a_page_is_refused_elsewhere(coastal: View, form: str, option: str) -> None:
    with pytest.raises(OptionError, match=f"{option} is for HTML, not for form '{form}'; use form html"):
        render(coastal, "news", options={"form": form, option: "yes"})


def test_an_email_is_made_by_its_suffix(coastal: View, tmp_path: Path) -> None:
    done = nominate.export(coastal, tmp_path / "piece.eml")
    assert done.media_type == "message/rfc822"
    read = email.message_from_bytes(done.path.read_bytes(), policy=default)
    assert read.get_content_type() == "multipart/alternative"
    assert not read.defects


def test_an_outside_judge_finds_no_fault_in_any_html(
    coastal: View, embargoed: View, judge: Callable[[str], str], tmp_path: Path
) -> None:
    article = made(coastal, form="html", sources="yes")
    pages = {
        "article": f'<!DOCTYPE html>\n<html lang="en-GB">\n<title>News</title>\n{article}</html>\n',
        "page": made(coastal, **PAGE),
        "metadata": made(coastal, **METADATA, headlines="yes"),
        "embargoed": made(embargoed, **METADATA),
        "mail": part(message(coastal), "html"),
    }
    for name, page in pages.items():
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
        html5lib.HTMLParser(strict=True).parse(page)
    checked = [tmp_path / f"{name}.html" for name in pages]
    assert nu_complaints(judge, checked, has_blocks_of_data=True) == ""
