"""Pictures, fitted to the page; one that cannot be drawn is told, and its words stand in its place."""

from __future__ import annotations

import io
from typing import Any

import attrs
from PIL import Image
from reportlab.lib.utils import ImageReader

from nominate.documents import Figure
from nominate.errors import Problem, Severity, shown
from nominate_pdf._file.nodes import Node
from nominate_pdf._looks import COLUMN, MARGIN
from nominate_pdf._pages.pen import Pen
from nominate_pdf._pages.strips import Strip

_TALLEST = 320.0
# A picture is not drawn larger than at 96 dots an inch.
_POINTS_PER_DOT = 0.75


@attrs.frozen(kw_only=True, eq=False)
class PictureStrip(Strip):
    """A picture at the left of the column."""

    # Any: reportlab's reader of pictures has no types for what it gives.
    image: Any
    width: float
    node: Node

    def draw(self, pen: Pen, top: float) -> None:
        """The picture itself."""
        area = (MARGIN, top - self.height, self.width, self.height)
        with pen.figure(self.node, *area):
            pen.picture(self.image, *area)


# Any: reportlab's reader of pictures has no types for what it gives.
def opened(content: bytes) -> Any:  # noqa: ANN401
    """A picture as reportlab draws it; one in the colours of a press (CMYK) is put into those of a screen."""
    # The bytes alone: a name or address would be opened.
    with Image.open(io.BytesIO(content)) as picture:
        if picture.mode == "CMYK":
            return ImageReader(picture.convert("RGB"))
    return ImageReader(io.BytesIO(content))


def picture_strip(figure: Figure, node: Node, *, before: float) -> PictureStrip | Problem:
    """The picture of a figure that has one, or why it cannot be drawn."""
    try:
        image = opened(figure.image)
        dots_across, dots_down = image.getSize()
        image.getRGBData()
    except Exception as error:  # noqa: BLE001 - Pillow and reportlab raise whatever a broken picture causes
        return Problem(
            code="W607",
            severity=Severity.WARNING,
            path=next(iter(figure.sources), ""),
            message=f"the picture {shown(figure.alt)} cannot be drawn: {type(error).__name__}",
            hint="its words are printed instead; give a PNG or JPEG file",
        )
    scale = min(COLUMN / dots_across, _TALLEST / dots_down, _POINTS_PER_DOT)
    return PictureStrip(
        image=image,
        node=node,
        width=dots_across * scale,
        height=dots_down * scale,
        before=before,
        stays_with_next=bool(figure.caption or figure.credit),
    )
