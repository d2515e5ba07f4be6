"""What makes a tagged PDF one that archives keep (PDF/A-2a): the file tells what its colours mean."""

from __future__ import annotations

import struct

from nominate_pdf._file.packed import PackedFile

# sRGB (IEC 61966-2-1) as seen under the white of an ICC profile, D50, which is how colour.org lists it.
_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_FROM_D65 = (1.04791, 0.02293, -0.05019, 0.02960, 0.99046, -0.01707, -0.00925, 0.01506, 0.75179)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)

_HEADER = 128
_NAME = "sRGB IEC61966-2.1"


def colours_told(file: PackedFile) -> str:
    """Say in the file that its colours are sRGB; gives what the catalogue says of it."""
    number = file.number()
    file.put_stream(number, srgb_profile(), b"/N 3")
    return (
        f"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier({_NAME})/Info({_NAME})"
        f"/DestOutputProfile {number} 0 R>>]"
    )


def srgb_profile() -> bytes:
    """The ICC profile of sRGB (ICC.1:2004-10), the same on every machine and at every time.

    >>> srgb_profile()[36:40]
    b'acsp'
    """
    curve = b"para" + struct.pack(">IHH", 0, 3, 0) + _fixed(_CURVE)
    tags = {
        b"desc": _words(_NAME),
        b"cprt": _words("No copyright, use freely"),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(_WHITE),
        b"chad": b"sf32\0\0\0\0" + _fixed(_FROM_D65),
        **{name: b"XYZ \0\0\0\0" + _fixed(primary) for name, primary in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table = struct.pack(">I", len(tags))
    start = _HEADER + len(table) + 12 * len(tags)
    body = b""
    for name, content in tags.items():
        table += name + struct.pack(">II", start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    return _header(start + len(body)) + table + body


def _header(size: int) -> bytes:
    # The first of January 2000 stands for a moment; the zeros are fields that may be left open.
    made = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    begun = struct.pack(">I4x", size) + b"\x04\x20\0\0mntrRGB XYZ " + made + b"acsp"
    return (begun + bytes(28) + _fixed(_WHITE)).ljust(_HEADER, b"\0")


def _fixed(numbers: tuple[float, ...]) -> bytes:
    return b"".join([struct.pack(">i", round(number * 65536)) for number in numbers])


def _words(text: str) -> bytes:
    """A text as one record, in English."""
    content = text.encode("utf-16-be")
    return (
        b"mluc\0\0\0\0" + struct.pack(">II", 1, 12) + b"enGB" + struct.pack(">II", len(content), 28) + content
    )
