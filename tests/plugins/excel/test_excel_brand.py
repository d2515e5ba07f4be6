"""A publisher's colours, font and logo stand in the workbook, or are refused with the reason."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import nominate
from nominate import File, OptionError, View

Book = Callable[..., Any]  # the stubs take every part of a sheet to be absent

BRAND = File(name="brand.yaml", content=b"{main: 005EB8, link: 003087, font: Arial}")


def picture(width: int, height: int, form: str = "PNG") -> File:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (0, 94, 184)).save(out, form)
    return File(name=f"logo.{form.lower()}", content=out.getvalue())


def test_a_brand_dresses_headers_titles_links_and_charts(small_view: View, book: Book) -> None:
    made = book(small_view, brand=BRAND)
    title, header = made["Summary"]["A1"], made["Nominations"]["A1"]
    assert (title.font.name, title.font.color.rgb) == ("Arial", "00005EB8")
    assert (header.fill.fgColor.rgb, header.font.color.rgb) == ("00005EB8", "00FFFFFF")
    content = nominate.render(small_view, "excel", options={"brand": BRAND})
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert b'srgbClr val="005EB8"' in package.read("xl/charts/chart1.xml")


def test_a_brand_that_could_not_be_read_is_refused_with_its_ratio(small_view: View) -> None:
    pale = File(name="pale.yaml", content=b"main: 41B6E6")
    with pytest.raises(OptionError, match=r"^pale\.yaml:1:7: main: .* contrast of 2\.31 to 1"):
        nominate.render(small_view, "excel", options={"brand": pale})


def test_a_brand_may_be_a_file_beside_you(small_view: View, book: Book, tmp_path: Path) -> None:
    file = tmp_path / "brand.yaml"
    file.write_bytes(BRAND.content)
    assert book(small_view, brand=str(file))["Summary"]["A1"].font.name == "Arial"


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_logo_stands_beside_the_title_with_its_words(small_view: View, book: Book, form: str) -> None:
    made = book(small_view, logo=picture(600, 150, form), logo_alt="Aberdŵr & partners")
    (image,) = made["Summary"]._images  # noqa: SLF001 - openpyxl tells pictures nowhere else
    assert (image.anchor.ext.width, image.anchor.ext.height) == (240 * 9_525, 60 * 9_525)
    assert (image.anchor._from.col, image.anchor._from.row) == (3, 0)  # noqa: SLF001 - as above
    content = nominate.render(
        small_view, "excel", options={"logo": picture(10, 10), "logo_alt": "Aberdŵr & partners"}
    )
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    assert drawing.count("descr=") == 3
    assert 'descr="Aberdŵr &amp; partners"' in drawing


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"logo": picture(4, 4)}, "logo 'logo.png' needs words for people who cannot see it"),
        ({"logo": picture(4, 4), "logo_alt": " "}, "needs words"),
        ({"logo_alt": "Our logo"}, "there is no logo"),
        ({"logo": picture(4, 4, "GIF"), "logo_alt": "x"}, "logo 'logo.gif' is not a PNG or JPEG picture"),
        ({"logo": File(name="logo.png", content=b"no"), "logo_alt": "x"}, "is not a PNG or JPEG picture"),
        (
            {"logo": File(name="cut.png", content=picture(99, 99).content[:60]), "logo_alt": "x"},
            "is not a PNG or JPEG picture",
        ),
    ],
)
def test_a_logo_that_cannot_be_shown_or_read_aloud_is_refused(
    small_view: View, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(OptionError, match=message):
        nominate.render(small_view, "excel", options=options)
