"""What is read off a picture, held against Pillow, which comes with the PDF library."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from nominate.documents.images import media_type_of, width_of

KINDS: list[tuple[str, str, dict[str, Any]]] = [
    ("PNG", "image/png", {}),
    ("GIF", "image/gif", {}),
    ("JPEG", "image/jpeg", {}),
    (
        "JPEG",
        "image/jpeg",
        {"progressive": True, "exif": b"Exif\x00\x00" + bytes(3000), "comment": b"x" * 500},
    ),
    ("WEBP", "image/webp", {}),
    ("WEBP", "image/webp", {"lossless": True}),
    ("WEBP", "image/webp", {"exif": b"Exif\x00\x00" + bytes(30)}),
]


def picture(kind: str, width: int, more: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, 7), "navy").save(out, kind, **more)
    return out.getvalue()


@pytest.mark.parametrize(("kind", "media_type", "more"), KINDS, ids=lambda part: str(part)[:20])
@pytest.mark.parametrize("width", [1, 300, 4_001])
def test_kind_and_width_are_what_pillow_wrote(
    kind: str, media_type: str, more: dict[str, Any], width: int
) -> None:
    image = picture(kind, width, more)
    assert media_type_of(image) == media_type
    assert width_of(image) == width


def test_markers_may_be_filled_up_and_stand_alone() -> None:
    image = picture("JPEG", 300, {})
    assert width_of(image[:2] + b"\xff\x01\xff\xff" + image[2:]) == 300


@pytest.mark.parametrize(
    "image",
    [
        b"",
        b"<svg/>",
        b"%PDF-1.7",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\xff\xd8\xff\xe0\x00\x02" + bytes(20),
        b"RIFF\0\0\0\0WEBPJUNK",
    ],
)
def test_what_tells_no_width_has_none(image: bytes) -> None:
    assert width_of(image) == 0


@given(
    start=st.sampled_from([b"", b"\xff\xd8\xff", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBPVP8X"]),
    rest=st.binary(max_size=60),
)
def test_any_bytes_are_looked_at_without_a_fault(start: bytes, rest: bytes) -> None:
    assert width_of(start + rest) >= 0
