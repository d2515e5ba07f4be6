"""The PDF file itself, written from front to back: pages as they are finished, all else packed at the end.

reportlab holds a whole file in memory and writes each object by itself. Here the content of a page is written
when the page is done, and objects without content of their own share compressed streams (ISO 32000-1, 7.5.7),
which makes a tagged file a third of the size.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from typing import Any, BinaryIO

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference
from reportlab.pdfbase.pdfdoc import format as formatted
from reportlab.pdfgen.canvas import Canvas

# A reader takes a stream apart as a whole for one object of it; the index of an object in it is one byte.
_PACKED_TOGETHER = 200
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# Of nine: most summaries are a twentieth larger than by the usual six, and take half of the time.
_EFFORT = 3
_STREAM_ENDS = b"endstream\n"
# A row of the table of objects: the filter's mark, kind, offset or stream, index (7.5.8, and 7.4.4.4).
_ROW = 8
_DIFFERENCE_FROM_ROW_ABOVE = 2
_AT_OFFSET, _IN_STREAM = 1, 2


# Any: the published types of reportlab leave it out.
def inner_document(canvas: Canvas) -> Any:  # noqa: ANN401
    """What reportlab builds behind a canvas, which it offers under no public name."""
    return vars(canvas)["_doc"]


class Literal(PDFObject):
    """An object of a file that is already written as it will stand there."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def format(self, _document: object) -> bytes:
        """The object, as reportlab asks for it."""
        return self._body


def compressed(content: bytes, entries: bytes = b"") -> bytes:
    """A stream, as an object of a file; `entries` are the further ones of its dictionary."""
    return _stream(zlib.compress(content, _EFFORT), entries + b"/Filter/FlateDecode")


def _stream(content: bytes, entries: bytes) -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream\n" % (entries, len(content), content)


class PackedFile:
    """Writes what a canvas draws to `out`, page by page; `complete` takes the place of `canvas.save()`."""

    def __init__(self, canvas: Canvas, out: BinaryIO) -> None:
        self._canvas = canvas
        self._document = inner_document(canvas)
        self._out = out
        self._size = 0
        self._table = array("Q", [0])
        self._packed: list[tuple[int, bytes]] = []
        # Ours is written by `Outline`, where there is one.
        self._document.Catalog.Outlines = None
        self._pages, self._fonts = (
            each.format(self._document).decode()
            for each in (self._document.Reference(self._document.Pages), PDFObjectReference("BasicFonts"))
        )
        self._write(_HEADER)

    def number(self) -> int:
        """The number of an object to come, which is nobody else's."""
        self._document.objectcounter += 1
        return int(self._document.objectcounter)

    def put(self, number: int, body: bytes) -> None:
        """An object that is no stream."""
        self._packed.append((number, body))
        if len(self._packed) == _PACKED_TOGETHER:
            self._pack()

    def put_stream(self, number: int, content: bytes, entries: bytes = b"") -> None:
        """An object with content, which is compressed; `entries` are the further ones of its dictionary."""
        self._put_whole(number, compressed(content, entries))

    def put_plain_stream(self, number: int, content: bytes, entries: bytes) -> None:
        """An object with content, which is written as it is."""
        self._put_whole(number, _stream(content, entries))

    def put_page(self, entries: str = "") -> None:
        """Write the page that reportlab was given last; `entries` are the further ones of its dictionary."""
        document = self._document
        page = document.Pages.pages[-1]
        content = self.number()
        self.put_stream(content, page.stream.encode("latin-1"))
        page.stream = None
        pictures = f"/XObject {formatted(page.XObjects, document).decode()}" if page.XObjects else ""
        number = self.number_of(page)
        self.put(
            number,
            f"<</Type/Page/Parent {self._pages}/MediaBox[0 0 {page.pagewidth:g} {page.pageheight:g}]"
            f"/Resources<</Font {self._fonts}{pictures}>>/Contents {content} 0 R{entries}>>".encode(),
        )
        # It is written, and only the list of all pages still asks for it.
        del document.numberToId[number]

    # Any: see `inner_document`.
    def number_of(self, item: Any) -> int:  # noqa: ANN401
        """The number of an object that reportlab has registered, as a page."""
        return int(self._document.idToObjectNumberAndVersion[item.__InternalName__][0])

    def reference(self, number: int) -> PDFObjectReference:
        """What reportlab's own objects may hold to lead to an object of that number."""
        name = f"object {number}"
        self._document.idToObjectNumberAndVersion[name] = (number, 0)
        return PDFObjectReference(name)

    def complete(self) -> None:
        """Write all that is left; nothing is drawn after."""
        document = self._document
        for font in document.delayedFonts:
            font.addObjects(document)
        document.info.digest(document.signature)
        root, info = (document.Reference(each).format(document) for each in (document.Catalog, document.info))
        number = 0
        # To write an object may make further ones.
        while number < document.objectcounter:
            number += 1
            name = document.numberToId.get(number)
            if name is None:
                continue
            body = formatted(document.idToObject[name], document, toplevel=1)
            if isinstance(document.idToObject[name], Literal) and body.endswith(_STREAM_ENDS):
                self._put_whole(number, body)
            elif body.endswith(_STREAM_ENDS):
                # reportlab leaves out the line end before it, which archives ask for (ISO 19005-2, 6.1.7.1).
                self._put_whole(number, body.removesuffix(_STREAM_ENDS) + b"\nendstream\n")
            else:
                self.put(number, body)
        self._pack()
        fingerprint = document.ID().partition(b"%")[0].strip()
        self._end(b"/Root %b/Info %b/ID%b" % (root, info, fingerprint))

    def _pack(self) -> None:
        if not self._packed:
            return
        holder = self.number()
        places: list[bytes] = []
        length = 0
        for number, body in self._packed:
            places.append(b"%d %d" % (number, length))
            length += len(body) + 1
        first = b" ".join(places) + b"\n"
        self._note(max(number for number, _ in self._packed), _IN_STREAM, holder, 0)
        for index, (number, _) in enumerate(self._packed):
            self._table[number] = _IN_STREAM << 40 | holder << 8 | index
        content = first + b"\n".join([body for _, body in self._packed])
        entries = b"/Type/ObjStm/N %d/First %d" % (len(places), len(first))
        self._packed = []
        self.put_stream(holder, content, entries)

    def _end(self, entries: bytes) -> None:
        """The table of objects, and where it is."""
        number, start = self.number(), self._size
        self._note(number, _AT_OFFSET, start, 0)
        layout = b"/Type/XRef/W[2 4 1]/Size %d" % len(self._table)
        filtered = b"/DecodeParms<</Predictor 12/Columns %d>>" % (_ROW - 1)
        self.put_stream(number, _rows(self._table), layout + entries + filtered)
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _put_whole(self, number: int, body: bytes) -> None:
        self._note(number, _AT_OFFSET, self._size, 0)
        self._write(b"%d 0 obj\n" % number + body + b"endobj\n")

    def _note(self, number: int, kind: int, where: int, index: int) -> None:
        missing = number + 1 - len(self._table)
        if missing > 0:
            self._table.extend([0] * missing)
        self._table[number] = kind << 40 | where << 8 | index

    def _write(self, content: bytes) -> None:
        self._out.write(content)
        self._size += len(content)


def _rows(table: array[int]) -> bytes:
    """The table of objects, each row as what changes from the row above: nearly all the same bytes."""
    rows = array("Q", table)
    if sys.byteorder == "little":
        rows.byteswap()
    flat = rows.tobytes()
    # All bytes are taken from those above at once, as two long numbers; where the highest bits are kept out
    # of it, no byte borrows from its neighbour.
    ours = int.from_bytes(flat)
    above = ours >> 8 * _ROW
    high = int.from_bytes(b"\x80" * len(flat))
    low = int.from_bytes(b"\x7f" * len(flat))
    changed = ((ours | high) - (above & low)) ^ (~(ours ^ above) & high)
    told = bytearray(changed.to_bytes(len(flat)))
    told[::_ROW] = bytes([_DIFFERENCE_FROM_ROW_ABOVE]) * len(table)
    return bytes(told)
