"""Every kind of summary, and every file of a batch: a secret changes no byte, no name and no message."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import attrs
import pytest
from made_up.saltmarsh import NOW

from nominate import BatchFile, Exporters, NominateError, Register, SummaryKind, export_each, view, views
from nominate.batch.working import Due, Work
from nominate.exporting.rendering import order, render_with_problems

SCOPES: tuple[dict[str, str], ...] = (
    {},
    {"edition": "tideline/2026"},
    {"edition": "tideline/2027"},
    {"organisation": "heron"},
    {"programme": "dry-feet"},
)
STOCK = tuple(each.name for each in Exporters().every() if each.plugin is not None and each.plugin.is_stock)
EACH = ("organisation", "award", "edition", "category", "programme")
AUDIENCES = ("public", "press")


def _told(
    register: Register, exporter: str, scope: dict[str, str], audience: str, **options: str
) -> tuple[object, object]:
    shown = view(register, as_of=NOW, audience=audience, **scope)
    try:
        made = render_with_problems(shown, exporter, options=options)
    except NominateError as error:
        return type(error), str(error)
    return made.content, tuple(map(str, made.problems))


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("short", ["yes", "no"])
@pytest.mark.parametrize("kind", [kind.value for kind in SummaryKind])
@pytest.mark.parametrize("form", ["pdf", "html"])
def test_no_kind_of_summary_tells_a_secret(
    plain: Register, full: Register, form: str, kind: str, short: str, audience: str
) -> None:
    told, also = (
        [_told(register, form, scope, audience, kind=kind, short=short) for scope in SCOPES]
        for register in (plain, full)
    )
    assert also == told
    # Refusals alone would prove nothing.
    assert any(isinstance(content, bytes) for content, _ in told)


@pytest.mark.parametrize("exporter", STOCK)
def test_what_was_made_before_for_others_leaves_nothing_in_a_process(
    plain: Register, full: Register, exporter: str
) -> None:
    clean = [_told(plain, exporter, {}, audience) for audience in AUDIENCES]
    _told(full, exporter, {}, "internal")
    render_with_problems(view(full, as_of="2027-12-01"), exporter)
    assert [_told(full, exporter, {}, audience) for audience in AUDIENCES] == clean


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("each", EACH)
def test_no_batch_tells_a_secret(
    plain: Register, full: Register, tmp_path: Path, each: str, audience: str
) -> None:
    for exporter in STOCK:
        clean, told = (
            _batch(register, tmp_path / name, each, audience, exporter)
            for register, name in ((plain, "clean"), (full, "told"))
        )
        assert told == clean


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("each", EACH)
def test_what_another_process_is_sent_holds_no_secret(full: Register, each: str, audience: str) -> None:
    found = [shown for _, shown in views(full, each=each, as_of=NOW, audience=audience)]
    # What is worked out and kept at a view goes with it.
    for shown in found:
        assert shown.revision
        assert shown.tally.organisations is not None
    due = tuple(Due(view=shown, files=((place, 0),)) for place, shown in enumerate(found))
    sent = pickle.dumps(Work(orders=(order("pdf", name="a.pdf"),), views=due))
    assert found
    assert b"secret" not in sent.lower()


def _batch(register: Register, folder: Path, each: str, audience: str, exporter: str) -> object:
    """All that there is to see of a batch: its files, their bytes, what is said, and what is remembered."""
    heard: list[object] = []
    folder.mkdir(exist_ok=True)

    def hear(file: BatchFile, number: int) -> None:
        heard.append((file.id, file.name, file.state, number))

    out = folder / exporter
    try:
        batch = export_each(
            register,
            out / "{name} ({id}).x",
            each=each,
            as_of=NOW,
            audience=audience,
            to=exporter,
            beside=folder,
            progress=hear,
        )
    except NominateError as error:
        return type(error), str(error)
    lines = (folder / ".nominate" / "exports.jsonl").read_text("utf-8").splitlines()
    return (
        [attrs.evolve(file, path=file.path.relative_to(folder)) for file in batch.files],
        batch.problems,
        {path.name: path.read_bytes() for path in out.iterdir()},
        # Files of one batch are written several at a time.
        sorted(map(str, heard)),
        sorted(line for line in lines if json.loads(line)["file"].startswith(exporter)),
    )
