"""A second opinion on PDF/UA-1: what the standards ask of the structure, read through qpdf by `pikepdf`.

Written from ISO 32000-1 (14.6 to 14.9) and the Matterhorn Protocol, apart from what writes our files, and
stricter than `page` in what binds marks, tree and annotations to one another.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import attrs
import pikepdf
from defusedxml.ElementTree import fromstring

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PAINTS = frozenset({"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI"})
_PRINTED = 4
_MAY_BE_EMPTY = {"/TD", "/TH"}
_WITHIN = {
    "/L": {"/Caption", "/LI", "/L"},
    "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/Caption", "/THead", "/TBody", "/TFoot", "/TR"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TR": {"/TH", "/TD"},
    "/TOC": {"/Caption", "/TOC", "/TOCI"},
    "/TOCI": {"/Lbl", "/Reference", "/P", "/TOC"},
}


@attrs.frozen(eq=False)
class Element:
    """A structure element: its own dictionary, its tag, and the elements within."""

    own: Any
    tag: str
    children: list[Element]

    def all(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            yield from child.all()


def structure_faults(content: bytes) -> list[str]:
    """What is wrong, in plain words; none is a pass."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        told = list(_catalogue_faults(pdf))
        if "/StructTreeRoot" not in pdf.Root:
            return [*told, "there is no structure tree"]
        root = pdf.Root.StructTreeRoot
        tops = [_element(kid) for kid in _listed(root.K)]
        elements = [each for top in tops for each in top.all()]
        told += [f"{top.tag} stands at the top" for top in tops if top.tag != "/Document"]
        told += [f"{top.tag} does not name its parent" for top in tops if not _is_same(top.own.P, root)]
        for element in elements:
            told += _element_faults(element)
        told += _heading_faults([each.tag for each in elements])
        told += _binding_faults(pdf, elements, dict(_numbers(root.ParentTree)))
    return told


def _element(own: Any) -> Element:
    children = [_element(kid) for kid in _listed(own.get("/K", [])) if _is_element(kid)]
    return Element(own, str(own.S), children)


def _is_same(one: Any, other: Any) -> bool:
    return bool(one.objgen == other.objgen)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array) else [value] if value != [] else []


def _is_element(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def _catalogue_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    if not str(root.get("/Lang", "")):
        yield "no language is told"
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "the file is not told to be tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "a reader shows the file's name in place of its title"
    packet = fromstring(root.Metadata.read_bytes().decode("utf-8"))
    titles = ["".join(each.itertext()).strip() for each in packet.iter(_TITLE)]
    if titles != [str(pdf.docinfo.get("/Title", "")).strip()] or not titles[0]:
        yield f"the title is {titles} for one reader and another for the other"


def _element_faults(element: Element) -> Iterator[str]:
    own, tag = element.own, element.tag
    kids = _listed(own.get("/K", []))
    if not kids and tag not in _MAY_BE_EMPTY:
        yield f"{tag} holds nothing"
    for child in element.children:
        if not _is_same(child.own.P, own):
            yield f"{child.tag} does not name {tag}, its parent"
        if child.tag not in _WITHIN.get(tag, {child.tag}):
            yield f"{child.tag} stands in {tag}"
    attributes = {str(key): value for each in _listed(own.get("/A", [])) for key, value in each.items()}
    if tag == "/Figure" and not (str(own.get("/Alt", "")).strip() and "/BBox" in attributes):
        yield "a figure has no words or no place"
    if tag == "/TH" and "/Scope" not in attributes:
        yield "a header cell does not say of what"
    if tag == "/Table":
        widths = Counter(len(each.children) for each in element.all() if each.tag == "/TR")
        if len(widths) != 1:
            yield f"the rows of a table are of {sorted(widths)} cells"
        if not any(each.tag == "/TH" for each in element.all()):
            yield "a table has no header cell"


def _heading_faults(tags: list[str]) -> Iterator[str]:
    levels = [int(tag[2:]) for tag in tags if tag[:2] == "/H" and tag[2:].isdigit()]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"the headings begin with {levels[:1]}, and there are {levels.count(1)} of level 1"
    for above, level in pairwise(levels):
        if level > above + 1:
            yield f"a heading of level {level} follows one of level {above}"


def _numbers(tree: Any) -> Iterator[tuple[int, Any]]:
    numbers = list(tree.get("/Nums", []))
    yield from zip(map(int, numbers[::2]), numbers[1::2], strict=True)
    for kid in tree.get("/Kids", []):
        yield from _numbers(kid)


def _binding_faults(pdf: pikepdf.Pdf, elements: list[Element], parents: dict[int, Any]) -> Iterator[str]:
    """Whether marks, annotations and elements name one another, each one exactly once."""
    named = [(key, each.own) for each in elements for key in _content(each.own)]
    owners = dict(named)
    if len(owners) != len(named):
        yield f"{len(named) - len(owners)} marks or annotations belong to two elements"
    for number, page in enumerate(pdf.pages, start=1):
        marks, bare = _marks(page)
        yield from (f"page {number} paints by {each} outside of all marks" for each in sorted(bare))
        listed = list(parents.get(int(page.obj.get("/StructParents", -1)), []))
        if len(listed) != len(marks) or sorted(marks) != list(range(len(marks))):
            yield f"page {number} has {len(marks)} marks, and the tree of parents {len(listed)}"
        for mark, parent in enumerate(listed):
            owner = owners.pop((page.obj.objgen, mark), None)
            if owner is None or not _is_same(owner, parent):
                yield f"mark {mark} of page {number} belongs to another element than it says"
        for note in page.obj.get("/Annots", []):
            owner = owners.pop((note.objgen, -1), None)
            yield from _note_faults(note, page, owner, parents)
    if owners:
        yield f"{len(owners)} marks or annotations are named that no page has"


def _content(own: Any) -> Iterator[tuple[Any, int]]:
    """What is drawn of an element: a page and its mark, or an annotation and -1."""
    for kid in _listed(own.get("/K", [])):
        if isinstance(kid, int):
            yield own.Pg.objgen, kid
        elif "/MCID" in kid:
            yield kid.Pg.objgen, int(kid.MCID)
        elif "/Obj" in kid:
            yield kid.Obj.objgen, -1


def _marks(page: pikepdf.Page) -> tuple[list[int], set[str]]:
    """The marks of a page, and the operators that paint outside of them."""
    marks: list[int] = []
    bare: set[str] = set()
    depth = 0
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        if name in {"BDC", "BMC"}:
            depth += 1
            properties: Any = instruction.operands[-1]
            if name == "BDC" and "/MCID" in properties:
                marks.append(int(properties.MCID))
        elif name == "EMC":
            depth -= 1
        elif name in _PAINTS and not depth:
            bare.add(name)
    return marks, bare


def _note_faults(note: Any, page: pikepdf.Page, owner: Any, parents: dict[int, Any]) -> Iterator[str]:
    parent = parents.get(int(note.get("/StructParent", -1)))
    if owner is None or parent is None or not _is_same(owner, parent) or str(owner.S) != "/Link":
        yield "a link belongs to no Link of the tree"
    if not str(note.get("/Contents", "")).strip() or not int(note.get("/F", 0)) & _PRINTED:
        yield "a link does not say where it leads, or is not printed"
    if page.obj.get("/Tabs") != "/S":
        yield "the links of a page are not reached in the order of the tree"
