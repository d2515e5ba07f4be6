"""Many files of one process: what was made before, or is made meanwhile, changes no byte of the next."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from nominate.documents import Document, Paragraph, Strong
from nominate_pdf._fonts.chain import _REMEMBERED, FontChain, shipped
from nominate_pdf._looks import Face

Print = Callable[[Document], Any]

_ALONE = """
import hashlib, io, sys
from datetime import UTC, datetime
from nominate.documents import Document, Paragraph, Strong
from nominate_pdf._document import write_document
from nominate_pdf._theme import Theme
out = io.BytesIO()
text = sys.argv[1]
document = Document(title="One", blocks=[Paragraph(content=[text, " ", Strong(text=text)])])
write_document(document, out, made=datetime(2020, 10, 1, tzinfo=UTC), theme=Theme())
print(hashlib.sha256(out.getvalue()).hexdigest())
"""


def _document(text: str) -> Document:
    return Document(title="One", blocks=[Paragraph(content=[text, " ", Strong(text=text)])])


def _digest(printed: Print, text: str) -> str:
    return hashlib.sha256(printed(_document(text)).content).hexdigest()


def test_a_file_has_the_same_bytes_whatever_was_made_before_it(printed: Print) -> None:
    text = "Gŵyl y dŵr – “Ḷ” ɓ (\\)"
    ran = subprocess.run([sys.executable, "-c", _ALONE, text], capture_output=True, check=True, text=True)
    first = _digest(printed, text)
    for other in ("“Ŷ” – ŵ", "ŵ", "Ἑλλάς ɓ", "Ḷ"):
        assert _digest(printed, other) != first
    assert {first, _digest(printed, text)} == {ran.stdout.strip()}


def test_a_file_names_no_letter_of_another(printed: Print) -> None:
    printed(_document("Ŷ ŵ ɓ"))
    content = printed(_document("Bath – Stroud")).reader
    fonts = [font.get_object() for page in content.pages for font in page["/Resources"]["/Font"].values()]
    told = b"".join(font["/ToUnicode"].get_data() for font in fonts)
    assert b"<2013>" in told
    assert not any(f"<{ord(letter):04X}>".encode() in told for letter in "Ŷŵɓ")


def test_files_made_in_threads_are_the_same_as_one_after_the_other(printed: Print) -> None:
    letters = "ŵŷâêîôûẁẃẅỳ–—“”‘’…•·éèëïöüçñßøåæœğşıłżźčšžřďťňąęėįųūā"
    texts = [f"{letters[place:]} {letters[:place]} word" for place in range(len(letters))]
    one_by_one = [_digest(printed, text) for text in texts]
    # Kept parts of fonts are of those letters only, so that nearly all are made anew.
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: _digest(printed, text), texts)) == one_by_one


def test_what_is_kept_of_the_widths_of_texts_is_bounded() -> None:
    widths = FontChain(shipped()).widths(Face.REGULAR)
    first = widths["word 0"]
    for number in range(_REMEMBERED + 10):
        widths[f"word {number}"]
    assert len(widths) <= _REMEMBERED
    assert widths["word 0"] == first
