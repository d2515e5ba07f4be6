"""Tags of a PDF: which marks on which page belong to what of its content.

It knows PDF (ISO 32000-1, 14.6 to 14.9; ISO 14289-1 for universal accessibility) and nothing of what is told.
A tree of `Node` is built first, in reading order. `Tagging` then says of all that is drawn to which node it
belongs, or that it is an artifact: decoration, or what every page repeats.
"""

from __future__ import annotations

from nominate_pdf._file.elements import ElementWriter
from nominate_pdf._file.nodes import MARKS_OF_A_PAGE, Annotated, Area, Artifact, Node, Place
from nominate_pdf._file.outline import Outline
from nominate_pdf._file.packed import PackedFile
from nominate_pdf._file.pages import Pages
from nominate_pdf._file.wording import worded


class Tagging:
    """Writes the tree of `root` into a file, and the marks into its pages."""

    def __init__(self, pages: Pages, file: PackedFile, root: Node) -> None:
        self._pages = pages
        self._draw = pages.draw
        self._file = file
        self._root = root
        self._open: Place | None = None
        self._marks: list[Node] = []
        # What each key of the tree of parents stands for: the marks of a page in order, or an annotation.
        self._parents: list[list[Node] | Node] = [self._marks]
        self._page_key = 0
        self._page = 0
        self._first_mark = 0
        self._links: list[int] = []
        # Links to places within, which cannot be written before all pages are there.
        self._within: list[tuple[int, str, int, float]] = []
        self._outline = Outline(file)

    def into(self, place: Place) -> str:
        """The operators after which what is drawn belongs there; not to be called within a text object."""
        if place is self._open:
            return ""
        ended = "EMC\n" if self._open is not None else ""
        self._open = place
        if isinstance(place, Artifact):
            return f"{ended}{place.begun}"
        marks = self._marks
        mark = len(marks)
        marks.append(place)
        place.take(self._first_mark + mark)
        return f"{ended}/{place.tag} <</MCID {mark}>> BDC\n"

    def link(self, node: Node, area: Area, told: str, target: str) -> None:
        """An area that leads to an address; `told` says where to, for those who do not see what is around."""
        number, said = self._annotated(node, area, told)
        self._file.put(number, f"{said}/A<</S/URI/URI{worded(target)}>>>>")

    def link_within(self, node: Node, area: Area, told: str, page: int, top: float) -> None:
        """An area that leads to a height on a page of this file, counted from 1; it may be still to come."""
        self._within.append((*self._annotated(node, area, told), page, top))

    def _annotated(self, node: Node, area: Area, told: str) -> tuple[int, str]:
        """The number of a link of this page, and what is said of every link, which is printed (flag 4)."""
        number = self._file.number()
        key = len(self._parents)
        self._links.append(number)
        self._parents.append(node)
        node.take(Annotated(self._page, number))
        left, bottom, right, top = area
        return number, (
            f"<</Type/Annot/Subtype/Link/Rect[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]/Border[0 0 0]"
            f"/F 4/Contents{worded(told)}/StructParent {key}"
        )

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry in the reader's outline that leads to a height on this page; levels count from 0."""
        self._outline.add(title, level, self._page, top)

    def turn(self) -> None:
        """End the page and write it."""
        if self._open is not None:
            self._draw("EMC")
        self._open = None
        links = f"/Annots[{' '.join(f'{number} 0 R' for number in self._links)}]" if self._links else ""
        self._pages.turn(f"/StructParents {self._page_key}/Tabs/S{links}")
        self._page += 1
        self._first_mark = self._page * MARKS_OF_A_PAGE
        self._page_key = len(self._parents)
        self._marks = []
        self._links = []
        self._parents.append(self._marks)

    def finish(self) -> str:
        """Write the tree and what leads to its places; gives what the catalogue says of them."""
        pages = self._pages.numbers
        for number, said, page, top in self._within:
            self._file.put(number, f"{said}/Dest[{pages[page - 1]} 0 R/XYZ 0 {top:.2f} null]>>")
        outline = self._outline.finish(pages)
        root = self._file.number()
        ElementWriter(self._file, pages).write(self._root, f"{root} 0 R")
        parents = self._file.number()
        self._file.put(parents, self._tree_of_parents())
        self._file.put(
            root,
            f"<</Type/StructTreeRoot/K {self._root.reference}/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(self._parents)}>>",
        )
        shown = f"/Outlines {outline} 0 R/PageMode/UseOutlines" if outline else ""
        return f"{shown}/StructTreeRoot {root} 0 R/MarkInfo<</Marked true>>"

    def _tree_of_parents(self) -> str:
        entries: list[str] = []
        for key, owner in enumerate(self._parents):
            if isinstance(owner, Node):
                entries.append(f"{key} {owner.reference}")
            elif owner:
                number = self._file.number()
                listed = " ".join([node.reference for node in owner])
                self._file.put(number, f"[{listed}]")
                entries.append(f"{key} {number} 0 R")
        return f"<</Nums[{' '.join(entries)}]>>"
