"""The tagging layer by itself: it knows PDF and no document of ours."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from nominate_pdf._file.nodes import DECORATION, HEADER, Node
from nominate_pdf._file.packed import PackedFile
from nominate_pdf._file.pages import Pages
from nominate_pdf._file.tagging import Tagging

Drawn = Callable[[Pages, Tagging], None]
MARK = "0 0 9 9 re f"


def _element(root: Node, draw: Drawn) -> Any:
    """The first element below the root of a file in which that is drawn, and its pages."""
    out = io.BytesIO()
    file = PackedFile(out)
    fonts = file.number()
    pages = Pages(file, width=100, height=100, fonts=fonts)
    tagging = Tagging(pages, file, root)
    draw(pages, tagging)
    tagging.turn()
    file.put(fonts, "<<>>")
    file.complete(f"<</Type/Catalog{pages.finish()}{tagging.finish()}>>", "<<>>")
    pdf = pikepdf.open(out)
    # It is no document of ours, so no file for everybody: it has no title.
    return pdf.Root.StructTreeRoot.K, pdf


@pytest.fixture(autouse=True)
def _not_judged(every_pdf: Any) -> Any:
    yield
    every_pdf.let_go()


def test_a_node_tells_its_words_letters_language_and_attributes() -> None:
    attributes = "/O/List/ListNumbering/Disc"
    root = Node("P", alt="A cup ŵ", actual="won", language="cy", attributes=attributes)

    def draw(pages: Pages, tagging: Tagging) -> None:
        pages.draw(tagging.into(root))
        pages.draw(MARK)

    own, _ = _element(root, draw)
    assert (str(own.Alt), str(own.ActualText), str(own.Lang)) == ("A cup ŵ", "won", "cy")
    assert own.A.ListNumbering == "/Disc"


def test_a_node_goes_on_over_pages_and_comes_back_within_one() -> None:
    first, second = Node("P"), Node("P")

    def draw(pages: Pages, tagging: Tagging) -> None:
        for place in (first, DECORATION, first, second, HEADER):
            pages.draw(tagging.into(place))
            pages.draw(MARK)
        tagging.turn()
        pages.draw(tagging.into(first))
        pages.draw(MARK)

    own, pdf = _element(Node("Document", [first, second]), draw)
    assert [int(kid) for kid in list(own.K[0].K)[:2]] == [0, 1]
    assert own.K[0].K[2].MCID == 0
    assert own.K[0].K[2].Pg == pdf.pages[1].obj
    assert own.K[1].K == 2


def test_what_is_drawn_into_one_place_after_another_is_one_mark() -> None:
    node = Node("P")

    def draw(pages: Pages, tagging: Tagging) -> None:
        for _ in range(3):
            pages.draw(tagging.into(node))
            pages.draw(MARK)

    own, pdf = _element(Node("Document", [node]), draw)
    assert own.K.K == 0
    assert pdf.pages[0].Contents.read_bytes().count(b"BDC") == 1


def test_a_node_that_nothing_was_drawn_into_is_left_out_unless_it_is_a_cell() -> None:
    cells = [Node("TD"), Node("TD")]
    row, empty = Node("TR", cells), Node("L", [Node("LI", [Node("Lbl")])])

    def draw(pages: Pages, tagging: Tagging) -> None:
        pages.draw(tagging.into(cells[0]))
        pages.draw(MARK)

    own, _ = _element(Node("Document", [empty, row]), draw)
    assert own.K.S == "/TR"
    assert [str(cell.S) for cell in own.K.K] == ["/TD", "/TD"]


@pytest.mark.parametrize("further", [0, 196, 197, 198, 199, 200, 201])
def test_a_file_of_any_number_of_objects_holds_them_all(further: int) -> None:
    out = io.BytesIO()
    file = PackedFile(out)
    first, *numbers = (file.number() for _ in range(further + 1))
    for number in reversed(numbers):
        file.put(number, f"<</Own {number}>>")
    kids = " ".join(f"{number} 0 R" for number in numbers)
    file.put(first, f"<</Type/Pages/Kids[]/Count 0/Held[{kids}]>>")
    file.complete(f"<</Type/Catalog/Pages {first} 0 R>>", "<<>>")
    with pikepdf.open(out) as pdf:
        assert [int(each.Own) for each in pdf.Root.Pages.Held] == numbers
