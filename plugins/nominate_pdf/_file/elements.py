"""The tree of tags as objects of the file: a structure element for each node (ISO 32000-1, 14.7)."""

from __future__ import annotations

from nominate_pdf._file.nodes import MARKS_OF_A_PAGE, Annotated, Node
from nominate_pdf._file.packed import PackedFile
from nominate_pdf._file.wording import worded

# The cell of a table stands even where nothing is in it, or those after it would be in another column.
_MAY_BE_EMPTY = frozenset({"TD", "TH"})


class ElementWriter:
    """Writes nodes as structure elements, each after the nodes within it."""

    def __init__(self, file: PackedFile, pages: list[int]) -> None:
        self._number, self._put = file.number, file.put
        self._pages = pages

    def write(self, node: Node, parent: int) -> bool:
        """Write a node and all within; a node without content is left out, unless it is a cell."""
        number = node.number = self._number()
        kids = node.kids
        if len(kids) == 1 and isinstance(kids[0], int):
            page, mark = divmod(kids[0], MARKS_OF_A_PAGE)
            within = f"/Pg {self._pages[page]} 0 R/K {mark}"
        else:
            within = self._within(kids, number)
            if not within and node.tag not in _MAY_BE_EMPTY:
                return False
        if node.attributes:
            within += f"/A<<{node.attributes}>>"
        if node.alt or node.actual or node.language:
            within += _told(node)
        self._put(number, f"<</S/{node.tag}/P {parent} 0 R{within}>>")
        return True

    def _within(self, kids: list[Node | int | Annotated], number: int) -> str:
        page = -1
        said: list[str] = []
        for kid in kids:
            if isinstance(kid, Node):
                if self.write(kid, number):
                    said.append(f"{kid.number} 0 R")
            elif isinstance(kid, int):
                on, mark = divmod(kid, MARKS_OF_A_PAGE)
                page = on if page < 0 else page
                said.append(
                    str(mark) if on == page else f"<</Type/MCR/Pg {self._pages[on]} 0 R/MCID {mark}>>"
                )
            else:
                said.append(f"<</Type/OBJR/Pg {self._pages[kid.page]} 0 R/Obj {kid.number} 0 R>>")
        if not said:
            return ""
        told = f"/K {said[0]}" if len(said) == 1 else f"/K[{' '.join(said)}]"
        return told if page < 0 else f"/Pg {self._pages[page]} 0 R{told}"


def _told(node: Node) -> str:
    texts = (("Alt", node.alt), ("ActualText", node.actual), ("Lang", node.language))
    return "".join(f"/{key}{worded(text)}" for key, text in texts if text)
