"""The check that every workbook of these tests goes through finds each fault that it looks for."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from judges.workbook import faults

import nominate


@pytest.fixture(scope="module")
def tracker() -> bytes:
    register = nominate.load(Path(nominate.__file__).parent / "demo" / "aberdwr")
    return nominate.render(nominate.view(register, as_of="2026-11-22", audience="internal"), "excel")


def spoiled(content: bytes, part: str, pattern: str, replacement: str) -> bytes:
    """The workbook with the first match in one of its parts replaced."""
    out = io.BytesIO()
    found = 0
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            if name == part:
                text, found = re.subn(pattern, replacement, text, count=1)
            target.writestr(name, text)
    assert found, f"{part} holds no {pattern}"
    return out.getvalue()


def test_a_tracker_has_no_fault(tracker: bytes) -> None:
    assert faults(tracker) == []


@pytest.mark.parametrize(
    ("part", "pattern", "replacement", "fault"),
    [
        ("drawings/drawing1", ' descr="[^"]*"', "", "has no alt text"),
        ("drawings/drawing1", ' descr="[^"]*"', ' descr="Name of file"', "has no alt text"),
        ("tables/table1", 'headerRowCount="1"', 'headerRowCount="0"', "has no header row"),
        ("worksheets/sheet2", "</sheetData>", "</sheetData><mergeCells/>", "cells are merged"),
        ("worksheets/sheet2", "<col ", '<col hidden="1" ', "is hidden"),
        ("workbook", 'state="visible"', 'state="hidden"', "sheet Summary is hidden"),
        ("workbook", 'name="Summary"', 'name="Sheet1"', "has the name of nothing"),
        (
            "worksheets/sheet2",
            '(<c r="AJ2"[^>]*><is><t)>[^<]*',
            r"\g<1>>https://a.example/",
            "says 'https",
        ),
        ("worksheets/sheet2", ' tooltip="[^"]*"', "", "has no ScreenTip"),
        ("styles", 'rgb="000B5394"', 'rgb="0089CFF0"', "is hard to read"),
        ("styles", 'rgb="00FFF1C9"', 'rgb="005C4400"', "is hard to read"),
        ("styles", 'formatCode="d mmm yyyy"', 'formatCode="0;[Red]-0"', "by colour alone"),
        ("worksheets/sheet2", 'type="beginsWith"', 'type="expression"', "does not say why"),
        ("worksheets/sheet2", r'<row r="3"[^>]*>.*?</row>', "", "a row is blank"),
        ("worksheets/sheet2", r'(<dimension ref="A1:[A-Z]+)\d+', r"\g<1>99", "rows at its end are blank"),
        ("worksheets/sheet2", 'activeCell="A1"', 'activeCell="B7"', "the cursor is not in A1"),
        ("workbook", 'activeTab="0"', 'activeTab="1"', "does not open on its first sheet"),
    ],
)
def test_each_fault_is_found(tracker: bytes, part: str, pattern: str, replacement: str, fault: str) -> None:
    told = faults(spoiled(tracker, f"xl/{part}.xml", pattern, replacement))
    assert [each for each in told if fault in each]


@pytest.mark.parametrize("name", ["title", "language"])
def test_a_document_without_title_or_language_is_found(tracker: bytes, name: str) -> None:
    without = spoiled(tracker, "docProps/core.xml", rf"<(\w+:)?{name}\b[^<]*</(\w+:)?{name}>", "")
    assert faults(without) == [f"the document has no {name}"]
