"""PDF/A-2a: what the option `pdfa` adds, judged by the same judge."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from judges.pdf import rules_broken
from PIL import Image, ImageChops, ImageCms
from pypdf import PdfReader

import nominate
from nominate import View, render, view
from nominate.documents import Document, Figure, Link, Paragraph
from nominate_pdf._file.archiving import srgb_profile

Print = Callable[..., Any]
DEMO = Path(nominate.__file__).parent / "demo"
_COLOURS = {"RGB": "teal", "RGBA": (0, 128, 128, 99), "L": 99, "P": 3, "1": 1, "LA": (99, 99)}


def _demo(audience: str) -> View:
    return view(nominate.load(DEMO / "aberdwr"), as_of="2026-12-01", audience=audience)


def _picture(mode: str, colour: Any, form: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (40, 30), colour).save(out, form)
    return out.getvalue()


@pytest.mark.parametrize("audience", ["public", "press", "internal"])
def test_the_demo_is_for_archives_as_well_as_for_everybody(audience: str) -> None:
    content = render(_demo(audience), "pdf", options={"pdfa": True})
    assert rules_broken(content, "2a") == set()
    assert rules_broken(content, "ua1") == set()


def test_without_being_asked_a_file_does_not_say_that_it_is_for_archives() -> None:
    content = render(_demo("public"), "pdf")
    assert "PDFA2A-ID-SCHEMA-001" in rules_broken(content, "2a")
    assert b"pdfaid:part" not in content


@pytest.mark.parametrize(
    ("mode", "colour", "form"),
    [*((mode, colour, "PNG") for mode, colour in _COLOURS.items()), ("CMYK", (10, 200, 30, 0), "JPEG")],
)
def test_pictures_of_every_kind_may_stand_in_it(printed: Print, mode: str, colour: Any, form: str) -> None:
    figure = Figure(alt="A trophy", image=_picture(mode, colour, form))
    link = Link(text="The shortlist", url="https://example.org/")
    document = Document(title="A & B <ŵ>", author="C & D", blocks=[figure, Paragraph(content=[link])])
    result = printed(document, is_archival=True)
    assert result.problems == ()
    assert rules_broken(result.content, "2a") == set()


def test_the_colours_of_a_press_are_put_into_those_of_a_screen(printed: Print) -> None:
    figure = Figure(alt="A trophy", image=_picture("CMYK", (0, 255, 255, 0), "JPEG"))
    (drawn,) = printed(Document(title="Red", blocks=[figure])).reader.pages[0].images
    red, green, blue = drawn.image.convert("RGB").getpixel((20, 15))
    assert red > 200
    assert max(green, blue) < 60


def test_what_the_file_says_of_itself_is_the_same_in_both_places() -> None:
    reader = PdfReader(io.BytesIO(render(_demo("press"), "pdf", options={"pdfa": True})))
    told, packet = reader.metadata, reader.xmp_metadata
    assert told is not None
    assert packet is not None
    assert packet.dc_title == {"x-default": told.title}
    assert packet.dc_creator == [told.author]
    assert packet.dc_description == {"x-default": told.subject}
    assert packet.dc_language == ["en-GB"]
    assert packet.pdf_producer == told.producer == "nominate"
    assert packet.xmp_create_date is not None
    assert told.creation_date is not None
    assert packet.xmp_create_date.isoformat() == told.creation_date.replace(tzinfo=None).isoformat()


def test_the_profile_of_its_colours_is_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    shades = Image.linear_gradient("L")
    colours = Image.merge("RGB", (shades, shades.rotate(90), shades.rotate(180)))
    converted = ImageCms.profileToProfile(colours, profile, ImageCms.createProfile("sRGB"))
    assert converted is not None
    beyond_rounding = ImageChops.difference(colours, converted).point(lambda off: 255 * (off > 1))
    assert beyond_rounding.getbbox() is None


_SCRIPT = """
import hashlib, sys, nominate
view = nominate.view(nominate.load(sys.argv[1]), as_of="2026-12-01")
print(hashlib.sha256(nominate.render(view, "pdf", options={"pdfa": True})).hexdigest())
"""


def test_two_processes_write_the_same_archive() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT, str(DEMO / "aberdwr")],
            capture_output=True,
            check=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in [("0", "UTC"), ("1", "Asia/Tokyo")]
    }
    assert len(digests) == 1
