"""What the bytes of a picture tell: its kind, and how wide it is. Only the first of them are looked at."""

from __future__ import annotations

__all__ = ["media_type_of", "width_of"]

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_MARKS = ((_PNG, "image/png"), (_JPEG, "image/jpeg"), (b"GIF87a", "image/gif"), (b"GIF89a", "image/gif"))
# The markers that begin a JPEG frame, and those that stand alone (ITU-T T.81, table B.1).
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


def media_type_of(image: bytes) -> str:
    r"""`image/png`, `image/jpeg`, `image/gif` or `image/webp`; empty for anything else.

    >>> media_type_of(b"GIF89a\x01\x00\x01\x00")
    'image/gif'
    """
    if image[:4] == b"RIFF" and image[8:12] == b"WEBP":
        return "image/webp"
    return next((name for mark, name in _MARKS if image.startswith(mark)), "")


def width_of(image: bytes) -> int:
    r"""The width in pixels as the file itself tells it; 0 where it tells none.

    >>> width_of(b"GIF89a\x40\x01\xf0\x00")
    320
    """
    match media_type_of(image):
        case "image/png":
            return int.from_bytes(image[16:20], "big")
        case "image/gif":
            return int.from_bytes(image[6:8], "little")
        case "image/jpeg":
            return _width_of_jpeg(image)
        case "image/webp":
            return _width_of_webp(image)
    return 0


def _width_of_jpeg(image: bytes) -> int:
    """The width in the header of the frame, found by going from segment to segment."""
    at = 2
    while at + 9 <= len(image) and image[at] == 0xFF:
        marker = image[at + 1]
        if marker in _FRAMES:
            return int.from_bytes(image[at + 7 : at + 9], "big")
        # A marker may be filled up with more of 0xFF; one that stands alone has no length.
        if marker == 0xFF:
            at += 1
        elif marker in _ALONE:
            at += 2
        else:
            at += 2 + int.from_bytes(image[at + 2 : at + 4], "big")
    return 0


def _width_of_webp(image: bytes) -> int:
    """The width in the first chunk, which each of the three sorts writes in its own way (RFC 9649)."""
    match image[12:16]:
        case b"VP8X":
            return int.from_bytes(image[24:27], "little") + 1
        case b"VP8L":
            return (int.from_bytes(image[21:23], "little") & 0x3FFF) + 1
        case b"VP8 ":
            return int.from_bytes(image[26:28], "little") & 0x3FFF
    return 0
