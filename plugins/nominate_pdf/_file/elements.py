"""The tree of tags as objects of the file: a structure element for each node (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nominate_pdf._file.nodes import MARKS_OF_A_PAGE, Annotated, Drawn, Node
from nominate_pdf._file.packed import PackedFile
from nominate_pdf._file.wording import worded

# The cell of a table stands even where nothing is in it, or those after it would be in another column.
_MAY_BE_EMPTY = frozenset({"TD", "TH"})


class ElementWriter:
    """Writes nodes as structure elements, each after the nodes within it."""

    def __init__(self, file: PackedFile, pages: Sequence[int]) -> None:
        self._number, self._put = file.number, file.put
        self._pages = [f"/Pg {number} 0 R" for number in pages]

    def write(self, node: Node, parent: str) -> bool:
        """Write a node and all within; a node without content is left out, unless it is a cell.

        `parent` is the reference to what it is part of.
        """
        number = self._number()
        own = node.reference = f"{number} 0 R"
        drawn = node.drawn
        if isinstance(drawn, int):
            within = f"{self._pages[drawn // MARKS_OF_A_PAGE]}/K {drawn % MARKS_OF_A_PAGE}"
        elif drawn:
            within = self._mixed(drawn, own)
        else:
            kids = [kid.reference for kid in node.children if self.write(kid, own)]
            if not kids and node.tag not in _MAY_BE_EMPTY:
                return False
            within = _listed(kids)
        if node.attributes:
            within += f"/A<<{node.attributes}>>"
        if node.alt or node.actual or node.language:
            within += _told(node)
        self._put(number, f"<</S/{node.tag}/P {parent}{within}>>")
        return True

    def _mixed(self, drawn: Iterable[Drawn], own: str) -> str:
        page = ""
        kids: list[str] = []
        for each in drawn:
            if isinstance(each, int):
                on, mark = self._pages[each // MARKS_OF_A_PAGE], each % MARKS_OF_A_PAGE
                page = page or on
                kids.append(str(mark) if on == page else f"<</Type/MCR{on}/MCID {mark}>>")
            elif isinstance(each, Annotated):
                kids.append(f"<</Type/OBJR{self._pages[each.page]}/Obj {each.number} 0 R>>")
            elif self.write(each, own):
                kids.append(each.reference)
        return f"{page}{_listed(kids)}"


def _listed(kids: list[str]) -> str:
    if len(kids) < 2:
        return f"/K {kids[0]}" if kids else ""
    return f"/K[{' '.join(kids)}]"


def _told(node: Node) -> str:
    texts = (("Alt", node.alt), ("ActualText", node.actual), ("Lang", node.language))
    return "".join(f"/{key}{worded(text)}" for key, text in texts if text)
