"""The bytes around a change stay: encoding, mark, line ends; and JSON is written as it is set."""

from __future__ import annotations

import codecs
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from nominate import Change, Money, Person, Programme, RecordKind, Role, edit, load


def given(kind: str, record: str, field: str = "", after: Any = None, *, before: Any = None) -> Change:
    return Change(kind=RecordKind(kind), record=record, field=field, before=before, after=after)


ANNA = given("person", "ann", "name", "Anna", before="Ann")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(
            b"people:\r\n- id: ann\r\n  name: Ann\r\n\r\n# end\r\n",
            b"people:\r\n- id: ann\r\n  name: Anna\r\n  contact: press\r\n\r\n# end\r\n",
            id="line ends of Windows",
        ),
        pytest.param(
            b"people:\r\n- id: ann\n  name: Ann\r\n# end\r",
            b"people:\r\n- id: ann\n  name: Anna\r\n  contact: press\r\n# end\r",
            id="line ends of every sort",
        ),
        pytest.param(
            codecs.BOM_UTF8 + "people:\n- id: ann\n  name: Ann # ŵ".encode(),
            codecs.BOM_UTF8 + "people:\n- id: ann\n  name: Anna # ŵ\n  contact: press".encode(),
            id="a byte order mark, and no line end at the end",
        ),
        pytest.param(
            codecs.BOM_UTF16_LE + "people:\r\n- id: ann\r\n  name: Ann # ŵ\r\n".encode("utf-16-le"),
            codecs.BOM_UTF16_LE
            + "people:\r\n- id: ann\r\n  name: Anna # ŵ\r\n  contact: press\r\n".encode("utf-16-le"),
            id="UTF-16 of Windows",
        ),
        pytest.param(
            codecs.BOM_UTF16_BE + "people:\n- id: ann\n  name: Ann # 👩‍⚕️\n".encode("utf-16-be"),
            codecs.BOM_UTF16_BE
            + "people:\n- id: ann\n  name: Anna # 👩‍⚕️\n  contact: press\n".encode("utf-16-be"),
            id="UTF-16 of others",
        ),
    ],
)
def test_the_bytes_around_a_change_stay(tmp_path: Path, content: bytes, expected: bytes) -> None:
    path = tmp_path / "people.yaml"
    path.write_bytes(content)
    edit(path, [ANNA, given("person", "ann", "contact", "press")])
    assert path.read_bytes() == expected


JSON_CASES = {
    "indented": (
        '{\n  "people": [\n    {\n      "id": "ann",\n      "name": "Ann"\n    }\n  ]\n}\n',
        (
            '{\n  "people": [\n    {\n      "id": "ann",\n      "name": "Anna",\n      "roles": [\n'
            '        "Lead"\n      ]\n'
            '    },\n    {\n      "id": "cas",\n      "name": "Ŵ"\n    }\n  ],\n  "programmes": [\n    {\n'
            '      "id": "calm",\n      "name": "Calm"\n    }\n  ]\n}\n'
        ),
    ),
    "compact": (
        '{"people":[{"id":"ann","name":"Ann"}]}',
        (
            '{"people":[{"id":"ann","name":"Anna","roles":["Lead"]},{"id":"cas","name":"Ŵ"}],'
            '"programmes":[{"id":"calm","name":"Calm"}]}'
        ),
    ),
    "records on one line": (
        '{"people": [\n\t{"id": "ann", "name": "Ann"}\n]}',
        (
            '{"people": [\n\t{"id": "ann", "name": "Anna", "roles": ["Lead"]},\n'
            '\t{"id": "cas", "name": "Ŵ"}\n], "programmes": [{"id": "calm", "name": "Calm"}]}'
        ),
    ),
    "escaped": (
        '{"people": [{"id": "ann", "name": "Ann", "contact": "\\u0175"}]}',
        (
            '{"people": [{"id": "ann", "name": "Anna", "roles": ["Lead"], "contact": "\\u0175"}, '
            '{"id": "cas", "name": "\\u0174"}], "programmes": [{"id": "calm", "name": "Calm"}]}'
        ),
    ),
}


@pytest.mark.parametrize("name", JSON_CASES)
def test_json_is_written_as_it_is_set(name: str, tmp_path: Path) -> None:
    before, after = JSON_CASES[name]
    path = tmp_path / "a.json"
    path.write_text(before, "utf-8")
    edit(
        path,
        [
            ANNA,
            given("person", "ann", "roles", (Role(title="Lead"),)),
            given("person", "cas", after=Person(id="cas", name="Ŵ")),
            given("programme", "calm", after=Programme(id="calm", name="Calm")),
        ],
    )
    assert path.read_text("utf-8") == after
    json.loads(after)


@pytest.mark.parametrize(
    "text", ["null", "{}", '{"people": []}', '{"people": null}', '{"people": {"id": "ann", "name": "A"}}']
)
def test_json_gets_its_first_records(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    edit(path, [given("person", "cas", after=Person(id="cas", name="Cas"))])
    assert load(path).person("cas").name == "Cas"


def test_a_number_in_json_stays_a_number(tmp_path: Path) -> None:
    register = (
        '{"awards":[{"id":"hsj","name":"HSJ","editions":[{"id":"2020","categories":[{"id":"team","name":"Team"}]}]}],'
        '"nominations":[{"id":"skip","edition":"hsj/2020","category":"team","title":"T","fee":{"amount":%s}}]}'
    )
    path = tmp_path / "a.json"
    for old, new in [("100", "120.50"), ('"100"', '"120.50"')]:
        path.write_text(register % old, "utf-8")
        fee = Money(amount=Decimal("120.50"))
        edit(path, [given("nomination", "skip", "fee", fee, before=Money(amount=Decimal(100)))])
        assert path.read_text("utf-8") == register % new
