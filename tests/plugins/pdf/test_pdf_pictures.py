"""What becomes of a picture in the file, as qpdf reads it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf
import pytest
from PIL import Image

from nominate.documents import Document, Figure

Print = Callable[..., Any]


def _encoded(picture: Image.Image, form: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


@contextmanager
def _drawn(printed: Print, *pictures: bytes) -> Iterator[list[Any]]:
    """The pictures that pages name."""
    figures = [Figure(alt="A trophy", image=picture) for picture in pictures]
    content = printed(Document(title="Pictures", blocks=figures)).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        yield [image for page in pdf.pages for image in page.obj.Resources.get("/XObject", {}).values()]


def test_a_photograph_is_kept_as_it_is(printed: Print) -> None:
    photograph = _encoded(Image.linear_gradient("L").convert("RGB"), "JPEG")
    with _drawn(printed, photograph) as (own,):
        assert own.read_raw_bytes() == photograph
        assert own.ColorSpace == "/DeviceRGB"


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_every_dot_of_a_picture_is_kept(printed: Print, mode: str) -> None:
    picture = Image.linear_gradient("L").convert(mode)
    with _drawn(printed, _encoded(picture, "PNG")) as (own,):
        assert pikepdf.PdfImage(own).as_pil_image().tobytes() == picture.tobytes()


def test_a_picture_is_seen_through_where_it_says_so(printed: Print) -> None:
    picture = Image.new("RGB", (256, 256), "teal")
    picture.putalpha(Image.linear_gradient("L"))
    with _drawn(printed, _encoded(picture, "PNG")) as (own,):
        assert own.SMask.read_bytes() == Image.linear_gradient("L").tobytes()


def test_the_one_colour_of_a_picture_that_is_not_seen_is_named(printed: Print) -> None:
    picture = Image.new("P", (4, 4), 1)
    picture.putpalette([0, 0, 0, 10, 20, 30])
    picture.putpixel((0, 0), 0)
    with _drawn(printed, _encoded(picture, "GIF", transparency=1)) as (own,):
        assert [int(part) for part in own.Mask] == [10, 10, 20, 20, 30, 30]


def test_a_picture_that_is_drawn_twice_is_held_once(printed: Print) -> None:
    teal, navy = (_encoded(Image.new("RGB", (400, 600), colour), "PNG") for colour in ("teal", "navy"))
    with _drawn(printed, *(teal, navy) * 3) as named:
        assert len(named) > 2
        assert len({each.objgen for each in named}) == 2
