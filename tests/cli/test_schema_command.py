from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result
from jsonschema import Draft202012Validator

from nominate.files.schema import register_schema

Run = Callable[..., Result]


def test_the_schema_of_a_register_is_that_of_the_records(run: Run) -> None:
    assert json.loads(run("schema").stdout) == register_schema()


def test_the_schema_of_an_exporter_s_options_is_one(run: Run) -> None:
    told = json.loads(run("schema", "--options", "excel").stdout)
    Draft202012Validator.check_schema(told)
    assert told["title"] == "Options of the exporter excel"
    assert "title" in told["properties"]
