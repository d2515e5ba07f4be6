"""Trackers that went through LibreOffice: many that nobody touched, and one that a macro edited."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from itertools import product
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from strategies import registers

import nominate
from nominate import Audience, Change, Merge, RecordKind, Register, Severity, View, When

NOW = When(2026, 11, 23, 12, 0)
MOMENTS = (When(2020, 9, 1), When(2020, 11, 12, 19, 59), When(2026, 11, 23))
# LibreOffice takes up to a second for each; the whole proof is asked for with 200.
HOW_MANY = int(os.environ.get("NOMINATE_ROUND_TRIPS", "20"))

# As LibreOffice records what a person does; START and END are the places of the files.
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Function At(sheet, id, title)
  row = 0
  column = 0
  Do While sheet.getCellByPosition(0, row).String &lt;&gt; id And row &lt; 500 : row = row + 1 : Loop
  Do While sheet.getCellByPosition(column, 0).String &lt;&gt; title And column &lt; 100
    column = column + 1
  Loop
  At = sheet.getCellByPosition(column, row)
End Function

Sub Main
  Dim asked(0) As New com.sun.star.beans.PropertyValue
  asked(0).Name = "Hidden" : asked(0).Value = True
  book = StarDesktop.loadComponentFromURL("START", "_blank", 0, asked())
  sheet = book.Sheets.getByName("Nominations")
  last = 0
  At(sheet, "falls-leaflet-2025", "Title").String = "Nine things"
  At(sheet, "choir-film-2026", "Submitted").String = "12 November 2025"
  source = At(sheet, "clir-leaflet-2026", "ID").CellAddress
  sheet.Rows.insertByIndex(source.Row, 1)
  For Each title In Array("Organisations", "Edition", "Category")
    below = At(sheet, "clir-leaflet-2026", title)
    place = below.CellAddress
    sheet.getCellByPosition(place.Column, place.Row - 1).String = below.String
  Next
  place = At(sheet, "clir-leaflet-2026", "Title").CellAddress
  sheet.getCellByPosition(place.Column, place.Row - 1).String = "A leaflet that sings"
  Do While sheet.getCellByPosition(last, 0).String &lt;&gt; ""
    last = last + 1
  Loop
  sheet.getCellByPosition(last, 0).String = "Budget code"
  sheet.getCellByPosition(last, At(sheet, "choir-film-2026", "ID").CellAddress.Row).String = "X 42"
  sheet.Rows.removeByIndex(At(sheet, "GONE", "ID").CellAddress.Row, 1)
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName" : form(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL("END", form())
  book.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""

Office = Callable[..., Path]


@attrs.frozen(kw_only=True)
class Sent:
    """A tracker's register, and what was shown of it."""

    register: Register
    view: View


@pytest.fixture(scope="module")
def office(judge: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Run LibreOffice without a window, in a profile of its own; gives the folder of that profile."""
    profile = tmp_path_factory.mktemp("office")
    soffice = judge("soffice")

    def run(*arguments: str) -> Path:
        command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        subprocess.run([*command, *arguments], check=True, capture_output=True, timeout=600)
        return profile

    return run


def _trackers(how_many: int) -> list[Sent]:
    """As many trackers, no two of which say the same to the same readers, and the same ones each time."""
    made: dict[tuple[str, Audience], Sent] = {}

    @settings(
        max_examples=2 * how_many,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(registers())
    def gather(register: Register) -> None:
        for as_of, audience in product(MOMENTS, Audience):
            view = nominate.view(register, as_of=as_of, audience=audience)
            if view.entries and len(made) < how_many:
                made.setdefault((view.revision, audience), Sent(register=register, view=view))

    gather()
    return list(made.values())


def _back(path: Path, register: Register) -> Merge:
    return nominate.merge(nominate.take_in(path), register, known=NOW)


def test_no_change_is_seen_in_trackers_that_libreoffice_saved(tmp_path: Path, office: Office) -> None:
    sent = {f"{number}.xlsx": each for number, each in enumerate(_trackers(HOW_MANY))}
    assert len(sent) == HOW_MANY
    for name, each in sent.items():
        nominate.export(each.view, tmp_path / name)
    back = tmp_path / "back"
    files = [str(tmp_path / name) for name in sent]
    office("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(back), *files)
    found = {name: _back(back / name, each.register) for name, each in sent.items()}
    assert {name: merge.to_json() for name, merge in found.items() if not merge.is_empty} == {}
    problems = [
        str(one) for merge in found.values() for one in merge.problems if one.severity is Severity.ERROR
    ]
    assert problems == []


def test_what_a_macro_of_libreoffice_edited_comes_home_beside_the_registers_own_edit(
    tmp_path: Path, office: Office, aberdwr: Register
) -> None:
    gone = "tide-words-2026"
    nominate.export(nominate.view(aberdwr, as_of=NOW, audience="internal"), tmp_path / "tracker.xlsx")
    # A profile gets its modules when it is first used.
    module = office("--terminate_after_init") / "user" / "basic" / "Standard" / "Module1.xba"
    start, end = ((tmp_path / name).as_uri() for name in ("tracker.xlsx", "back.xlsx"))
    module.write_text(MACRO.replace("START", start).replace("END", end).replace("GONE", gone), "utf-8")
    office("macro:///Standard.Module1.Main")
    title = Change(
        kind=RecordKind.NOMINATION,
        record="falls-leaflet-2025",
        field="title",
        before=aberdwr.nomination("falls-leaflet-2025").title,
        after="Eleven things",
    )
    found = _back(tmp_path / "back.xlsx", aberdwr.apply([title]))
    assert {(each.record, each.column) for each in found.conflicts} == {("falls-leaflet-2025", "Title")}
    assert ("choir-film-2026", "Submitted") in {(each.record, each.column) for each in found.changes}
    assert [one.record for each in found.questions for one in each.proposals] == [gone]
    after = aberdwr.apply(found.accepted("safe"))
    made = {each.title for each in after.nominations} - {each.title for each in aberdwr.nominations}
    assert made == {"A leaflet that sings"}
    assert after.nomination("choir-film-2026").submitted == When(2025, 11, 12)
    assert after.nomination("choir-film-2026").extra == {"Budget code": "X 42"}
