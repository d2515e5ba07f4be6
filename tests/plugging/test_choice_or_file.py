"""An option that takes a word or the path of a file: `-O style=govuk`, `-O style=ours.yaml`."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import BinaryIO, Optional, Union

import attrs
import jsonschema
import pytest
from hypothesis import given as law
from hypothesis import strategies as st

from nominate import Exporter, Exporters, File, View, render
from nominate.errors import OptionError, PluginError
from nominate.exporting.listing import listed
from nominate.plugging.given import given, made, with_files_read
from nominate.plugging.options import OptionKind, described
from nominate.plugging.schemas import options_schema

Install = Callable[..., Path]


class Paper(Enum):
    PLAIN = "plain"
    LINED = "Lined"


@attrs.frozen(kw_only=True)
class Options:
    paper: Paper | File = Paper.PLAIN
    cover: File | Paper | None = attrs.field(default=None, metadata={"help": "what lies on top"})
    sheets: tuple[Paper | File, ...] = ()


OURS = File(name="ours.txt", content=b"our own paper")


def asked(*pairs: tuple[str, str]) -> Options:
    """The options after the host has read the files."""
    read = with_files_read(pairs, described(Options), whose="pages")
    return made(Options, read, whose="pages")


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with a file of one's own and one that is called as a choice is."""
    (tmp_path / OURS.name).write_bytes(OURS.content)
    (tmp_path / "plain").write_bytes(b"not meant")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("ours")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("plain", Paper.PLAIN),
        ("lined", Paper.LINED),
        ("ours.txt", OURS),
        ("./ours.txt", OURS),
        ("./plain", File(name="plain", content=b"not meant")),
    ],
)
def test_a_choice_is_the_choice_and_anything_else_a_path(text: str, value: object) -> None:
    assert asked(("paper", text)).paper == value
    assert asked(("cover", text)).cover == value
    assert asked(("sheets", text), ("sheets", "plain")).sheets == (value, Paper.PLAIN)


def test_an_empty_value_means_neither() -> None:
    assert asked(("cover", "")).cover is None
    assert asked(("sheets", "")).sheets == ()


@pytest.mark.usefixtures("ours")
@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "plane",
            "no file 'plane', and no paper of that name; did you mean 'plain'? choose from plain, Lined, or",
        ),
        ("our.txt", "no file 'our.txt', and no paper of that name; did you mean 'ours.txt'? choose from"),
        (
            "zzz",
            "no file 'zzz', and no paper of that name; choose from plain, Lined, or give the path of a file",
        ),
        ("a\0b", r"no file 'a\x00b', and no paper of that name"),
        ("x" * 5_000, "and no paper of that name"),
    ],
)
def test_what_is_neither_is_told_with_the_near_word_or_file(text: str, says: str) -> None:
    with pytest.raises(OptionError) as caught:
        asked(("paper", text))
    assert str(caught.value).startswith("option 'paper' of 'pages': ")
    assert says in str(caught.value)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"^option 'paper' of 'pages': .*this is a folder"):
        asked(("paper", str(tmp_path)))


def test_a_value_that_nobody_read_is_no_file() -> None:
    with pytest.raises(OptionError, match=r"'ours.txt' is not one of its choices; choose from plain, Lined"):
        made(Options, (("paper", "ours.txt"),), whose="pages")


def test_the_option_is_described_for_people() -> None:
    paper, cover, sheets = described(Options)
    assert paper.kind is cover.kind is sheets.kind is OptionKind.CHOICE_OR_FILE
    assert paper.choices == ("plain", "Lined")
    assert paper.takes == ("plain", "Lined", "a file")
    assert (paper.default, cover.default, sheets.default) == (("plain",), (), ())
    assert (paper.is_clearable, cover.is_clearable, sheets.is_repeatable) == (False, True, True)


def test_the_types_may_be_written_in_the_older_way() -> None:
    @attrs.frozen(kw_only=True)
    class Older:
        paper: Optional[Union[File, Paper]] = None  # noqa: UP007, UP045 - the older way is the test

    (paper,) = described(Older)
    assert (paper.kind, paper.is_clearable) == (OptionKind.CHOICE_OR_FILE, True)


@attrs.frozen(kw_only=True)
class TextOrFile:
    paper: str | File = ""


@attrs.frozen(kw_only=True)
class Three:
    paper: Paper | File | int = 1


@pytest.mark.parametrize("options", [TextOrFile, Three])
def test_no_other_two_types_make_an_option(options: type) -> None:
    with pytest.raises(PluginError, match="has a type that nobody could spell"):
        described(options)


SCHEMA = options_schema(described(Options), exporter="pages")


@pytest.mark.parametrize(
    ("options", "is_good"),
    [
        ({"paper": "plain", "cover": None, "sheets": ["Lined", "ours.txt"]}, True),
        ({"paper": "ours.txt", "cover": "./plain"}, True),
        ({"paper": ""}, False),
        ({"paper": None}, False),
        ({"cover": 3}, False),
        ({"sheets": "plain"}, False),
    ],
)
def test_the_schema_takes_a_choice_or_a_path(options: object, *, is_good: bool) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert jsonschema.Draft202012Validator(SCHEMA).is_valid(options) is is_good


def test_the_schema_tells_a_default_only_where_it_can_be_written() -> None:
    @attrs.frozen(kw_only=True)
    class WithFile:
        paper: Paper | File = OURS

    properties = options_schema(described(WithFile), exporter="pages")["properties"]
    assert isinstance(properties, dict)
    assert "default" not in properties["paper"]
    own = SCHEMA["properties"]
    assert isinstance(own, dict)
    assert (own["paper"]["default"], own["cover"]["default"]) == ("plain", None)


values = st.sampled_from([*Paper, OURS])


@law(st.builds(Options, paper=values, cover=st.none() | values, sheets=st.lists(values).map(tuple)))
def test_a_record_spelled_out_and_read_again_is_the_same_record(record: Options) -> None:
    assert made(Options, given(record), whose="pages") == record


CODE = """
from enum import Enum
import attrs
from nominate import Exporter, File, hookimpl

class Paper(Enum):
    PLAIN = "plain"

@attrs.frozen(kw_only=True)
class Options:
    paper: Paper | File | None = None

def write(view, options, out):
    out.write(repr(options.paper).encode())

@hookimpl
def nominate_exporters():
    return [
        Exporter(
            name="sheet",
            summary="One",
            suffix=".sheet",
            media_type="text/plain",
            write=write,
            options=Options,
        )
    ]
"""


@pytest.mark.usefixtures("ours")
@pytest.mark.parametrize(
    ("given_", "written"),
    [
        ("plain", "<Paper.PLAIN: 'plain'>"),
        ("ours.txt", "File(name='ours.txt', content=<13 bytes>)"),
        (Path("ours.txt"), "File(name='ours.txt', content=<13 bytes>)"),
        (OURS, "File(name='ours.txt', content=<13 bytes>)"),
        (None, "None"),
    ],
)
def test_a_stranger_gets_the_word_or_the_bytes(
    small_view: View, install: Install, given_: object, written: str
) -> None:
    install("nominate-sheet", version="1.0", code=CODE, name="sheet")
    found = Exporters(writing_seconds=60)
    assert render(small_view, "sheet", options={"paper": given_}, exporters=found).decode() == written
    (option,) = found.named("sheet").options
    assert option.takes == ("plain", "a file")


def _write(_view: View, options: Options, out: BinaryIO) -> None:
    out.write(repr(options.paper).encode())


@pytest.mark.usefixtures("ours")
def test_an_exporter_of_ones_own_gets_the_word_or_the_bytes(small_view: View) -> None:
    own = Exporter(
        name="own",
        summary="One",
        suffix=".own",
        media_type="text/plain",
        write=_write,
        options=Options,
    )
    assert listed(own).options == described(Options)
    assert b"content=<13 bytes>" in render(small_view, own, options={"paper": "ours.txt"})
    assert render(small_view, own, options=Options(paper=Paper.LINED)) == b"<Paper.LINED: 'Lined'>"
