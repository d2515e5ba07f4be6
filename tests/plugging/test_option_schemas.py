from __future__ import annotations

import json
from decimal import Decimal
from enum import Enum

import attrs
import jsonschema
import pytest

from nominate import File
from nominate.plugging.options import described
from nominate.plugging.schemas import options_schema


class Paper(Enum):
    A4 = "A4"
    A5 = "A5"


@attrs.frozen(kw_only=True)
class Options:
    title: str = attrs.field(default="", metadata={"help": "what stands at the top"})
    cover: bool = False
    limit: int = 10
    margin: Decimal = Decimal("0.1")
    paper: Paper = Paper.A5
    sections: tuple[str, ...] = ("results",)
    most: int | None = None
    logo: File | None = None


SCHEMA = options_schema(described(Options), exporter="pages")


def test_the_schema_is_a_valid_schema_and_plain_json() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(json.dumps(SCHEMA)))


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"title": "Awards", "cover": True, "limit": 3, "margin": 2.5, "paper": "A4"},
        {"sections": ["a", "b"], "most": None, "logo": "logo.png"},
        {"sections": [], "most": 4, "logo": None},
    ],
)
def test_good_options_fit_the_schema(options: object) -> None:
    jsonschema.validate(options, SCHEMA)


@pytest.mark.parametrize(
    "options",
    [
        {"titel": "a"},
        {"cover": "yes"},
        {"limit": 3.5},
        {"limit": None},
        {"paper": "A3"},
        {"sections": "a"},
        {"most": "4"},
        {"logo": ""},
    ],
)
def test_bad_options_do_not_fit_the_schema(options: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(options, SCHEMA)


def test_the_schema_tells_defaults_and_help() -> None:
    properties = SCHEMA["properties"]
    assert isinstance(properties, dict)
    assert properties["title"] == {"type": "string", "description": "what stands at the top", "default": ""}
    assert properties["sections"]["default"] == ["results"]
    assert properties["margin"]["default"] == 0.1
    assert properties["paper"]["default"] == "A5"
    assert properties["most"]["default"] is None
