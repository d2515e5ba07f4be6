"""A logo is a picture that every form can show, with words; anything else is refused with what would do."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from nominate import Logo, OptionError, read_logo


def _picture(form: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 10), "navy").save(out, form)
    return out.getvalue()


def _claiming(width: int, height: int, dots: bytes = b"") -> bytes:
    """A PNG picture that says how large it is, and holds what it is given."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", dots),
        (b"IEND", b""),
    )
    told = (
        struct.pack(">I", len(own)) + tag + own + struct.pack(">I", zlib.crc32(tag + own))
        for tag, own in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(told)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_logo_keeps_its_bytes_its_shape_and_its_words(form: str) -> None:
    content = _picture(form)
    logo = read_logo(content, name="logo", alt=" Aberdŵr \n network ")
    assert logo == Logo(content=content, alt="Aberdŵr network", width=30, height=10)
    assert logo.shape == 3


@pytest.mark.parametrize(
    ("content", "alt", "told"),
    [
        (_picture("PNG"), " ", "logo 'l' needs words for people who cannot see it: -O logo_alt=…"),
        (_picture("GIF"), "x", "logo 'l' is not a PNG or JPEG picture"),
        (_picture("PNG")[:50], "x", "logo 'l' is not a PNG or JPEG picture"),
        (b"", "x", "logo 'l' is not a PNG or JPEG picture"),
        (_claiming(2**31 - 1, 2**31 - 1), "x", "logo 'l' is not a PNG or JPEG picture"),
        (
            _claiming(13_000, 13_000),
            "x",
            "logo 'l' has 13,000 times 13,000 dots, and 16,000,000 are the most",
        ),
        (_claiming(30, 10), "x", "logo 'l' is damaged: it cannot be shown to its end"),
        (_claiming(30, 10, b"no deflated dots"), "x", "logo 'l' is damaged"),
        (_claiming(30, 10, zlib.compress(bytes(910))[:10]), "x", "logo 'l' is damaged"),
        (
            b'<?xml version="1.0"?>\n<!-- made by hand --><svg/>',
            "x",
            "logo 'l' is an SVG drawing; save it as",
        ),
    ],
    ids=["no words", "gif", "cut", "empty", "endless", "huge", "hollow", "garbled", "half", "svg"],
)
def test_what_cannot_be_shown_or_read_aloud_is_refused(content: bytes, alt: str, told: str) -> None:
    with pytest.raises(OptionError) as failure:
        read_logo(content, name="l", alt=alt)
    assert str(failure.value).startswith(told)
