from __future__ import annotations

from typing import Any, BinaryIO

import attrs
import pytest

from nominate import Exporter, Form
from nominate.errors import PluginError


@attrs.frozen(kw_only=True)
class Options:
    form: str = "plain"
    lines: int = 3


def write(_view: object, _options: object, out: BinaryIO) -> None:
    out.write(b"a")


def without_options(_view: object, _out: object) -> None: ...


def wants_a_path(_view: object, _options: object, _out: object, _path: object) -> None: ...


def takes_anything(*_arguments: object) -> None: ...


def exporter(**changes: Any) -> Exporter[Any]:
    usual = {
        "name": "lines",
        "summary": "Lines",
        "suffix": ".lines",
        "media_type": "text/plain",
        "write": write,
    }
    return Exporter(**{**usual, **changes})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Lines"),
        ("name", "two words"),
        ("name", ""),
        ("name", "-"),
        ("name", 3),
        ("summary", " "),
        ("summary", "two\nlines"),
        ("summary", "x" * 101),
        ("summary", None),
        ("suffix", "lines"),
        ("suffix", "."),
        ("suffix", ".a/b"),
        ("suffix", ".TXT"),
        ("media_type", "text"),
        ("media_type", "text/"),
        ("media_type", b"text/plain"),
        ("write", None),
        ("write", without_options),
        ("write", wants_a_path),
    ],
)
def test_an_exporter_that_could_not_be_used_is_refused(field: str, value: object) -> None:
    with pytest.raises(PluginError, match=f"the {field} of an exporter is "):
        exporter(**{field: value})


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "nhs-lines-2"},
        {"suffix": ".tar.gz"},
        {"media_type": "text/html; charset=utf-8"},
        {"media_type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {"write": max},
        {"write": takes_anything},
    ],
)
def test_an_exporter_that_can_be_used_is_made(changes: dict[str, object]) -> None:
    assert attrs.evolve(exporter(**changes)) == exporter(**changes)


def test_an_exporter_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        exporter().name = "other"  # type: ignore[misc]  # the very thing that is tried


def test_a_form_is_a_suffix_with_a_media_type_and_the_options_that_it_means() -> None:
    forms = {".html": Form(media_type="text/html", options={"form": "html", "lines": 4})}
    assert exporter(options=Options, forms=forms).forms[".html"].options == {"form": "html", "lines": "4"}


@pytest.mark.parametrize(
    ("forms", "message"),
    [
        ({".lines": Form(media_type="text/html")}, "hold '.lines'"),
        ({".html": "text/html"}, "not nominate.Form records"),
        ({"html": Form(media_type="text/html")}, "the suffix of an exporter is 'html'"),
        ({".html": Form(media_type="html")}, "the media_type of an exporter is 'html'"),
        (
            {".html": Form(media_type="text/html", options={"lines": "many"})},
            "form '.html' of exporter 'lines'",
        ),
    ],
)
def test_a_form_that_could_not_be_made_is_refused(forms: dict[str, Form], message: str) -> None:
    with pytest.raises(PluginError, match=message):
        exporter(options=Options, forms=forms)


def test_an_options_class_without_defaults_is_refused() -> None:
    @attrs.frozen(kw_only=True)
    class Undefaulted:
        lines: int

    with pytest.raises(PluginError, match="option 'lines' of Undefaulted needs a default"):
        exporter(options=Undefaulted)
