"""What `nominate demo` writes: two registers, their schema, and every file that is made from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import as_file, files
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import attrs

from nominate.cli.json_text import json_text
from nominate.errors import Problem
from nominate.exporting.exporters import Exporters
from nominate.exporting.rendering import export
from nominate.files.schema import register_schema
from nominate.model.mapping import FrozenDict
from nominate.storage.loading import load
from nominate.viewing.build import view

__all__ = ["FOLDERS", "SAMPLES", "Content", "Sample", "contents"]


@attrs.frozen(kw_only=True)
class Sample:
    """A file to be made from one of the registers, at a moment of its own, so that its bytes stay the same.

    `file` is its place in the folder of the demonstration; `says` is what a person is told of it.
    """

    file: str
    register: str
    exporter: str
    as_of: str
    audience: str = "public"
    edition: str = ""
    options: Mapping[str, str] = FrozenDict()
    says: str


@attrs.frozen(kw_only=True)
class Content:
    """A file as it will be written, with what a person is told of it and what its exporter warned of."""

    file: PurePosixPath
    content: bytes = attrs.field(repr=False)
    says: str
    problems: tuple[Problem, ...] = ()


FOLDERS: Mapping[str, str] = {
    "west-of-england": "a register of two real stories",
    "aberdwr": "a made-up register with all the rest",
    "schemas": "what an editor knows the keys from",
    "made": "what nominate made of the two",
    "made/west-of-england": "",
    "made/aberdwr": "",
}
"""Every folder of the demonstration, with what a person is told of it."""

_REGISTERS: Mapping[str, str] = {
    "west-of-england/register.yaml": "begin here: read it in any text editor",
    "west-of-england/hsj-patient-safety.yaml": "five nominations, in 2020",
    "west-of-england/anticoagulation-achievement.yaml": "a win, in 2017",
    "aberdwr/register.yaml": "whose it is, and its organisations",
    "aberdwr/people-and-programmes.yaml": "who is nominated, and for what work",
    "aberdwr/coastal-care.yaml": "five years of one award",
    "aberdwr/clear-voice.yaml": "a win under embargo, and a correction",
    "aberdwr/digital-dawn.yaml": "a win that was taken back",
    "aberdwr/long-table.yaml": "people as nominees, a shared prize",
    "aberdwr/pictures/falls-team.png": "a picture that the register names",
}
_SCHEMA = "schemas/register.schema.json"


def _trackers(register: str, as_of: str) -> Iterator[Sample]:
    place = f"made/{register}"
    yield Sample(
        file=f"{place}/tracker.xlsx",
        register=register,
        exporter="excel",
        as_of=as_of,
        says="the tracker in Excel, for everybody",
    )
    yield Sample(
        file=f"{place}/tracker-internal.xlsx",
        register=register,
        exporter="excel",
        as_of=as_of,
        audience="internal",
        says="the same for the team alone",
    )
    yield Sample(
        file=f"{place}/summary.pdf",
        register=register,
        exporter="pdf",
        as_of=as_of,
        says="a summary to read or print",
    )
    yield Sample(
        file=f"{place}/summary.html",
        register=register,
        exporter="html",
        as_of=as_of,
        says="the same as a page that all can read",
    )


def _news(name: str, edition: str, as_of: str, says: str) -> Iterator[Sample]:
    register = name.partition("/")[0]
    for suffix, form, options in (
        (".md", says, {}),
        (".html", "the same as a web page", {"page": "yes"}),
        (".txt", "the same as plain text", {}),
        (".eml", "the same as an e-mail to send", {}),
    ):
        yield Sample(
            file=f"made/{name}{suffix}",
            register=register,
            exporter="news",
            as_of=as_of,
            edition=edition,
            options=FrozenDict(options),
            says=form,
        )


def _posts(name: str, edition: str, as_of: str) -> Iterator[Sample]:
    yield Sample(
        file=f"made/{name}.social.txt",
        register=name.partition("/")[0],
        exporter="social",
        as_of=as_of,
        edition=edition,
        says="posts for four social platforms",
    )


SAMPLES: tuple[Sample, ...] = (
    *_trackers("west-of-england", "2020-10-01"),
    *_news("west-of-england/news-2020", "hsj-patient-safety/2020", "2020-10-01", "news of five nominations"),
    *_posts("west-of-england/posts-2020", "hsj-patient-safety/2020", "2020-10-01"),
    *_news("west-of-england/news-2017", "anticoagulation-achievement/2017", "2017-10-12", "news of a win"),
    *_trackers("aberdwr", "2026-11-22"),
    Sample(
        file="made/aberdwr/deadlines.csv",
        register="aberdwr",
        exporter="csv",
        as_of="2026-11-22",
        options=FrozenDict({"table": "dates"}),
        says="its dates, for another program",
    ),
    *_news("aberdwr/news-2026", "coastal-care/2026", "2026-11-22", "news of a made-up win"),
    *_posts("aberdwr/posts-2026", "coastal-care/2026", "2026-11-22"),
    Sample(
        file="made/aberdwr/news-2027-embargoed.md",
        register="aberdwr",
        exporter="news",
        as_of="2027-03-11T21:30",
        audience="press",
        edition="clear-voice/2027",
        says="news for the press, under embargo",
    ),
)
"""Every file that is made from the registers, in the order in which they are told."""


def contents(progress: Callable[[str], None]) -> tuple[Content, ...]:
    """Every file of the demonstration, made in memory; `progress` is told each one before it is made."""
    with as_file(files("nominate").joinpath("demo")) as registers:
        own = [
            Content(
                file=PurePosixPath(name),
                content=(registers / name).read_bytes(),
                says=_REGISTERS.get(name, ""),
            )
            for name in _names(registers)
        ]
        schema = Content(
            file=PurePosixPath(_SCHEMA),
            content=f"{json_text(register_schema())}\n".encode(),
            says="the JSON Schema of a register",
        )
        return (*own, schema, *_made(registers, progress))


def _names(folder: Path) -> list[str]:
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    order = {name: number for number, name in enumerate(_REGISTERS)}
    return sorted(names, key=lambda name: (order.get(name, len(order)), name))


def _made(registers: Path, progress: Callable[[str], None]) -> Iterator[Content]:
    loaded = {name: load(registers / name) for name in {sample.register for sample in SAMPLES}}
    exporters = Exporters()
    with TemporaryDirectory(prefix="nominate-") as folder:
        for sample in SAMPLES:
            progress(f"making {sample.file}")
            target = Path(folder, sample.file.replace("/", "-"))
            scope = {"edition": sample.edition} if sample.edition else {}
            chosen = view(loaded[sample.register], as_of=sample.as_of, audience=sample.audience, **scope)
            exported = export(chosen, target, to=sample.exporter, options=sample.options, exporters=exporters)
            yield Content(
                file=PurePosixPath(sample.file),
                content=target.read_bytes(),
                says=sample.says,
                problems=exported.problems,
            )
