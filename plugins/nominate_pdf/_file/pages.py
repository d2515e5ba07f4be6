"""The pages of a file: what is drawn on the one that is open, and the tree of those that are turned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nominate_pdf._file.packed import PackedFile
from nominate_pdf._file.pictures import Pictures


class Pages:
    """Pages of one size, each written when it is turned; `fonts` is the number of what names their fonts.

    `numbers` are those of the pages so far.
    """

    def __init__(self, file: PackedFile, *, width: float, height: float, fonts: int) -> None:
        self._file = file
        self._pictures = Pictures(file)
        self._parent = file.number()
        self._said = (
            f"<</Type/Page/Parent {self._parent} 0 R/MediaBox[0 0 {width:g} {height:g}]"
            f"/Resources<</Font {fonts} 0 R"
        )
        self._content: list[str] = []
        self._drawn: dict[str, int] = {}
        self.numbers: list[int] = []
        self.draw: Callable[[str], None] = self._content.append
        """Operators to come next on the page (ISO 32000-1, 8 and 9)."""

    # Any: reportlab's reader of pictures has no types for what it gives.
    def picture(self, image: Any, x: float, bottom: float, width: float, height: float) -> None:  # noqa: ANN401
        """A picture that fills that area."""
        number = self._pictures.number(image)
        name = f"/P{number}"
        self._drawn[name] = number
        self.draw(f"q {width:.4f} 0 0 {height:.4f} {x:.4f} {bottom:.4f} cm {name} Do Q")

    def turn(self, entries: str = "") -> None:
        """End the page and write it; `entries` are the further ones of its dictionary."""
        content, number = self._file.number(), self._file.number()
        self._file.put_stream(content, "\n".join(self._content).encode("ascii"))
        pictures = "".join([f"{name} {own} 0 R" for name, own in self._drawn.items()])
        drawn = f"/XObject<<{pictures}>>" if pictures else ""
        self._file.put(number, f"{self._said}{drawn}>>/Contents {content} 0 R{entries}>>")
        self.numbers.append(number)
        self._content.clear()
        self._drawn.clear()

    def finish(self) -> str:
        """Write the tree of pages; gives what the catalogue says of it."""
        kids = " ".join([f"{number} 0 R" for number in self.numbers])
        self._file.put(self._parent, f"<</Type/Pages/Kids[{kids}]/Count {len(self.numbers)}>>")
        return f"/Pages {self._parent} 0 R"
