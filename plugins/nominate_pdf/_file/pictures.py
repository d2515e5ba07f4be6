"""Pictures as objects of a file (ISO 32000-1, 8.9.5)."""

from __future__ import annotations

import hashlib
from typing import Any

from nominate_pdf._file.packed import PackedFile

_COLOURS = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}


class Pictures:
    """Writes each picture once, however often it is drawn."""

    def __init__(self, file: PackedFile) -> None:
        self._file = file
        self._numbers: dict[bytes, int] = {}

    # Any: reportlab's reader of pictures has no types for what it gives.
    def number(self, image: Any) -> int:  # noqa: ANN401
        """The number of a picture, of greys or of red, green and blue."""
        alpha = _alpha(image)
        seen = b"%d %d " % image.getSize() + image.getRGBData() + (alpha.getRGBData() if alpha else b"")
        key = hashlib.sha256(seen).digest()
        if key not in self._numbers:
            mask = f"/SMask {self._put(alpha, '')} 0 R" if alpha else _masked(image)
            self._numbers[key] = self._put(image, mask)
        return self._numbers[key]

    # Any: as above.
    def _put(self, image: Any, mask: str) -> int:  # noqa: ANN401
        number = self._file.number()
        pixels = image.getRGBData()
        across, down = image.getSize()
        entries = (
            f"/Type/XObject/Subtype/Image/Width {across}/Height {down}/BitsPerComponent 8"
            f"/ColorSpace{_COLOURS[image.mode]}{mask}"
        )
        photograph = image.jpeg_fh()
        if photograph is None:
            self._file.put_stream(number, pixels, entries.encode())
        else:
            self._file.put_plain_stream(number, photograph.read(), f"{entries}/Filter/DCTDecode".encode())
        return number


# Any: as above.
def _alpha(image: Any) -> Any:  # noqa: ANN401
    """How much of each dot is seen, itself a picture; none where all are."""
    image.getRGBData()
    return vars(image)["_dataA"]


# Any: as above.
def _masked(image: Any) -> str:  # noqa: ANN401
    """The one colour that is not seen, if there is one."""
    unseen = image.getTransparent()
    return f"/Mask[{' '.join([f'{part} {part}' for part in unseen])}]" if unseen else ""
