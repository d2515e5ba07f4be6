"""The zip and its parts: read by others as they were written, and nothing of one workbook in the next."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up.strategies import registers

import nominate
from nominate import File, PluginError, Register, View
from nominate.testing import EXAMPLES, example
from nominate_excel._package import zipped
from nominate_excel._package.styles import styles_of
from nominate_excel._package.zipped import Zip, deflated

AS_OF = "2026-11-22"
BRANDS = tuple(f"main: {colour}\n".encode() for colour in ("7A0019", "005EB8", "1F4E79"))


@given(st.lists(st.tuples(st.binary(max_size=300), st.integers(0, 900)), max_size=6), st.binary(max_size=9))
def test_the_zip_is_read_as_it_was_written(parts: list[tuple[bytes, int]], before: bytes) -> None:
    whole = {f"whole/ŵ{place}": content * times for place, (content, times) in enumerate(parts)}
    streamed = {f"streamed/{place}": [content.hex()] * times for place, (content, times) in enumerate(parts)}
    out = io.BytesIO(before)
    out.seek(0, io.SEEK_END)
    package = Zip(out)
    for name, content in whole.items():
        package.add(name, deflated(content))
    for name, pieces in streamed.items():
        package.stream(name, pieces)
    package.close()
    assert out.getvalue().startswith(before)
    with zipfile.ZipFile(io.BytesIO(out.getvalue().removeprefix(before))) as read:
        assert read.testzip() is None
        assert {name: read.read(name) for name in read.namelist()} == {
            **whole,
            **{name: "".join(pieces).encode() for name, pieces in streamed.items()},
        }


def test_a_zip_larger_than_it_can_tell_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "_LARGEST", 99_999)
    with pytest.raises(PluginError, match="rows is larger than a workbook can hold"):
        Zip(io.BytesIO()).stream("rows", ["x" * 50_000] * 2)


def test_its_beginning_tells_what_kind_of_file_it_is(aberdwr: Register) -> None:
    """What `file` and the filters of mail servers go by: magic/Magdir/msooxml of file 5.44."""
    content = nominate.render(nominate.view(aberdwr, as_of=AS_OF), "excel")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.namelist()[0].startswith("docProps")
        assert package.namelist()[3].startswith("xl/")


def test_every_part_is_told_of_and_no_other(aberdwr: Register) -> None:
    content = nominate.render(nominate.view(aberdwr, as_of=AS_OF), "excel")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        kinds = package.read("[Content_Types].xml").decode()
        names = {name for name in package.namelist() if name.endswith(".xml")} - {"[Content_Types].xml"}
    assert {f'PartName="/{name}"' in kinds for name in names} == {True}
    assert kinds.count("<Override ") == len(names)


def test_workbooks_made_before_change_no_byte() -> None:
    code = (
        "import sys, nominate; from hashlib import sha256; from nominate.testing import example; "
        "print(*(sha256(nominate.render(example(name), 'excel')).hexdigest() for name in sys.argv[1:]))"
    )
    names = list(EXAMPLES)
    told = subprocess.run(
        [sys.executable, "-c", code, *reversed(names)], check=True, capture_output=True, text=True
    )
    here = [sha256(nominate.render(example(name), "excel")).hexdigest() for name in names]
    assert told.stdout.split() == here[::-1]


@given(registers(), st.sampled_from(BRANDS), st.sampled_from(("internal", "press", "public")))
def test_what_is_kept_of_a_brand_changes_no_byte(register: Register, brand: bytes, audience: str) -> None:
    view = nominate.view(register, as_of=AS_OF, audience=audience)
    if not view.entries:
        return
    options = {"brand": File(name="brand.yaml", content=brand)}
    kept = made(view, options)
    styles_of.cache_clear()
    assert made(view, options) == kept


def made(view: View, options: dict[str, Any]) -> bytes:
    return nominate.render(view, "excel", options=options)


def test_threads_write_what_one_after_another_does(aberdwr: Register) -> None:
    views = [
        nominate.view(aberdwr, as_of=AS_OF, audience=audience, organisation=each.id)
        for audience in ("internal", "public")
        for each in aberdwr.records.organisations
    ]
    told = [
        (view, {"brand": File(name="b.yaml", content=brand)})
        for view in views
        if view.entries
        for brand in BRANDS
    ]
    alone = [made(*each) for each in told]
    styles_of.cache_clear()
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda each: made(*each), told)) == alone


def test_a_secret_of_one_workbook_is_not_in_the_next(aberdwr: Register) -> None:
    """Also where both have the same organisation, columns and options."""
    public = nominate.view(aberdwr, as_of=AS_OF, audience="public")
    before = made(public, {})
    made(nominate.view(aberdwr, as_of=AS_OF, audience="internal"), {})
    assert made(public, {}) == before
