"""Tags of a PDF: which marks on which page belong to what of its content.

It knows PDF (ISO 32000-1, 14.6 to 14.9; ISO 14289-1 for universal accessibility) and nothing of what is told.
A tree of `Node` is built first, in reading order. `Tagging` then says of all that is drawn to which node it
belongs, or that it is an artifact: decoration, or what every page repeats.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString
from reportlab.pdfgen.canvas import Canvas

from nominate_pdf._file.elements import ElementWriter
from nominate_pdf._file.nodes import MARKS_OF_A_PAGE, Annotated, Area, Artifact, Node, Place
from nominate_pdf._file.packed import Literal, PackedFile, inner_document

# Of an annotation's flags (12.5.3): it is printed as it is shown.
_PRINTED = 4


class Tagging:
    """Writes the tree of `root` into the file that a canvas makes, and the marks into its pages."""

    def __init__(self, canvas: Canvas, file: PackedFile, root: Node) -> None:
        self._canvas = canvas
        self._document = inner_document(canvas)
        self._file = file
        self._root = root
        self._open: Place | None = None
        self._marks: list[Node] = []
        # What each key of the tree of parents stands for: the marks of a page in order, or an annotation.
        self._parents: list[list[Node] | Node] = [self._marks]
        self._page_key = 0
        self._page = 0

    def into(self, place: Place) -> None:
        """What is drawn from now on belongs there; not to be called within a text object."""
        if place is self._open:
            return
        code = "EMC\n" if self._open is not None else ""
        self._open = place
        if isinstance(place, Artifact):
            code += f"/Artifact <<{place.entries}>> BDC" if place.entries else "/Artifact BMC"
        else:
            mark = len(self._marks)
            self._marks.append(place)
            place.kids.append(self._page * MARKS_OF_A_PAGE + mark)
            code += f"/{place.tag} <</MCID {mark}>> BDC"
        self._canvas.addLiteral(code)

    def link(self, node: Node, area: Area, told: str, target: str) -> None:
        """An area that leads to an address; `told` says where to, for those who do not see what is around."""
        action = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(target)})
        self._annotate(node, area, told, {"A": action})

    def link_within(self, node: Node, area: Area, told: str, page: int, top: float) -> None:
        """An area that leads to a height on a page of this file, counted from 1; it may be still to come."""
        there = PDFArray([PDFObjectReference(f"Page{page}"), PDFName("XYZ"), 0, f"{top:.2f}", "null"])
        self._annotate(node, area, told, {"Dest": there})

    def _annotate(self, node: Node, area: Area, told: str, entries: dict[str, Any]) -> None:
        link = PDFDictionary({
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([f"{edge:.2f}" for edge in area]),
            "Border": PDFArray([0, 0, 0]),
            "F": _PRINTED,
            "Contents": PDFString(told),
            "StructParent": len(self._parents),
            **entries,
        })  # fmt: skip
        reference = self._document.Reference(link)
        vars(self._canvas)["_annotationrefs"].append(reference)
        self._parents.append(node)
        node.kids.append(Annotated(self._page, reference.name))

    def turn(self) -> None:
        """End the page and write it."""
        if self._open is not None:
            self._canvas.addLiteral("EMC")
        self._open = None
        self._canvas.showPage()
        page = self._document.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self._page_key
        page.Tabs = PDFName("S")
        self._file.put_page()
        self._page += 1
        self._page_key = len(self._parents)
        self._marks = []
        self._parents.append(self._marks)

    def finish(self) -> None:
        """Write the tree; nothing is drawn after."""
        catalog = self._document.Catalog
        pages = [self._number(page.__InternalName__) for page in self._document.Pages.pages]
        root = self._file.number()
        ElementWriter(self._file, pages, self._number).write(self._root, root)
        parents = self._file.number()
        self._file.put(parents, self._tree_of_parents())
        self._file.put(
            root,
            f"<</Type/StructTreeRoot/K {self._root.number} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(self._parents)}>>".encode(),
        )
        catalog.StructTreeRoot = self._file.reference(root)
        catalog.MarkInfo = Literal(b"<</Marked true>>")

    def _number(self, name: str) -> int:
        return int(self._document.idToObjectNumberAndVersion[name][0])

    def _tree_of_parents(self) -> bytes:
        entries: list[str] = []
        for key, owner in enumerate(self._parents):
            if isinstance(owner, Node):
                entries.append(f"{key} {owner.number} 0 R")
            elif owner:
                number = self._file.number()
                listed = " ".join([f"{node.number} 0 R" for node in owner])
                self._file.put(number, f"[{listed}]".encode())
                entries.append(f"{key} {number} 0 R")
        return f"<</Nums[{' '.join(entries)}]>>".encode()
