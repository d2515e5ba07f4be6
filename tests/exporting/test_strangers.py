from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from nominate import (
    ExporterFailed,
    Exporters,
    File,
    NothingToExport,
    OptionError,
    Problem,
    Severity,
    View,
    export,
    render,
)
from nominate.exporting.rendering import render_with_problems

Install = Callable[..., Path]

CODE = """
from decimal import Decimal
from enum import Enum
import os, sys
import attrs
from nominate import Exporter, File, Form, NothingToExport, OptionError, Problem, Severity, hookimpl

class Shape(Enum):
    PLAIN = "plain"
    HTML = "html"

@attrs.frozen(kw_only=True)
class Options:
    shape: Shape = attrs.field(default=Shape.PLAIN, metadata={"help": "how it looks"})
    notes: tuple[str, ...] = ()
    logo: File | None = None
    deed: str = ""

WARNING = Problem(code="W601", message="no font has '☃'", severity=Severity.WARNING, line=3)

def write(view, options, out):
    out.write(repr((os.getpid(), options, [entry.title for entry in view.entries])).encode())
    match options.deed:
        case "":
            return None
        case "raise":
            raise LookupError("no title")
        case "refuse":
            raise OptionError("a bad template")
        case "nothing":
            raise NothingToExport("nothing to tell")
        case "exit":
            sys.exit(3)
        case "crash":
            os._exit(5)
        case "hang":
            import time
            time.sleep(600)
        case "print":
            print("hello")
        case "close":
            out.close()
        case "warn":
            return [WARNING]
        case "number":
            return 3

@hookimpl
def nominate_exporters():
    return [
        Exporter(
            name="crayon",
            summary="Drawn",
            suffix=".crayon",
            media_type="text/plain",
            write=write,
            options=Options,
            forms={".crayon.html": Form(media_type="text/html", options={"shape": "html"})},
        )
    ]
"""


@pytest.fixture
def crayon(install: Install) -> Exporters:
    install("nominate-crayon", version="2.5", code=CODE, name="crayon")
    return Exporters(writing_seconds=60)


def drawn(view: View, crayon: Exporters, **options: object) -> str:
    return render(view, "crayon", options=options, exporters=crayon).decode()


def test_a_stranger_writes_in_a_process_of_its_own(small_view: View, crayon: Exporters) -> None:

    written = drawn(small_view, crayon)
    assert "['The SKIP team', 'Tŷ Gŵyr wards']" in written
    assert not written.startswith(f"({os.getpid()},")


def test_a_stranger_gets_its_options_checked_and_its_files_read(
    small_view: View, crayon: Exporters, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_bytes(b"1234")
    written = drawn(small_view, crayon, shape="HTML", notes=("a", "b"), logo=tmp_path / "logo.png")
    assert (
        "shape=<Shape.HTML: 'html'>, notes=('a', 'b'), logo=File(name='logo.png', content=<4 bytes>)"
        in written
    )


def test_a_file_record_goes_to_a_stranger_as_it_is(small_view: View, crayon: Exporters) -> None:
    assert "File(name='a', content=<2 bytes>)" in drawn(
        small_view, crayon, logo=File(name="a", content=b"12")
    )


def test_a_wrong_option_of_a_stranger_is_told_like_any_other(small_view: View, crayon: Exporters) -> None:
    with pytest.raises(OptionError, match="'htm' is not one of its choices; did you mean 'html'"):
        drawn(small_view, crayon, shape="htm")


def test_the_options_of_a_stranger_are_described_without_its_class(crayon: Exporters) -> None:
    shape, notes, logo, _ = crayon.named("crayon").options
    assert (shape.name, shape.choices, shape.help, shape.default) == (
        "shape",
        ("plain", "html"),
        "how it looks",
        ("plain",),
    )
    assert notes.is_repeatable
    assert logo.kind.value == "file"


def test_a_form_of_a_stranger_is_known_by_its_suffix(
    small_view: View, crayon: Exporters, tmp_path: Path
) -> None:
    done = export(small_view, tmp_path / "a.crayon.html", to="crayon", exporters=crayon)
    assert done.media_type == "text/html"
    assert b"Shape.HTML" in done.path.read_bytes()


@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        ("raise", "failed: LookupError: no title"),
        ("exit", "failed: SystemExit: 3"),
        ("crash", "it ended the process with exit code 5"),
        ("close", "closed the file that it was given"),
        ("number", "returned 3; return nominate.errors.Problem records or nothing"),
    ],
)
def test_a_stranger_that_fails_is_told_with_its_distribution_and_version(
    small_view: View, crayon: Exporters, deed: str, reason: str
) -> None:
    with pytest.raises(ExporterFailed) as caught:
        drawn(small_view, crayon, deed=deed)
    told = caught.value
    assert str(told).startswith(f"exporter 'crayon' of plugin 'crayon' (nominate-crayon 2.5): {reason}")
    assert (told.exporter, told.distribution, told.version) == ("crayon", "nominate-crayon", "2.5")


def test_the_traceback_of_a_stranger_is_kept(small_view: View, crayon: Exporters) -> None:
    with pytest.raises(ExporterFailed) as caught:
        drawn(small_view, crayon, deed="raise")
    assert 'raise LookupError("no title")' in caught.value.details


def test_a_stranger_that_hangs_while_it_writes_is_ended(small_view: View, install: Install) -> None:
    install("nominate-crayon", code=CODE, name="crayon")
    with pytest.raises(ExporterFailed, match="it did not finish within 3 seconds"):
        drawn(small_view, Exporters(writing_seconds=3), deed="hang")


def test_a_stranger_may_say_that_an_option_is_wrong(small_view: View, crayon: Exporters) -> None:
    with pytest.raises(OptionError, match="a bad template"):
        drawn(small_view, crayon, deed="refuse")


def test_a_stranger_may_say_that_there_is_nothing_to_tell(small_view: View, crayon: Exporters) -> None:
    with pytest.raises(NothingToExport, match="nothing to tell"):
        drawn(small_view, crayon, deed="nothing")


def test_the_warnings_of_a_stranger_come_back_whole(small_view: View, crayon: Exporters) -> None:
    done = render_with_problems(small_view, "crayon", options={"deed": "warn"}, exporters=crayon)
    assert done.problems == (
        Problem(code="W601", message="no font has '☃'", severity=Severity.WARNING, line=3),
    )


def test_what_a_stranger_prints_is_warned_of_and_never_reaches_our_output(
    small_view: View, crayon: Exporters, capfd: pytest.CaptureFixture[str]
) -> None:
    done = render_with_problems(small_view, "crayon", options={"deed": "print"}, exporters=crayon)
    assert [str(problem) for problem in done.problems] == ["warning: exporter 'crayon' printed: hello"]
    assert capfd.readouterr() == ("", "")


def test_a_stranger_cannot_change_the_view_of_the_host(small_view: View, install: Install) -> None:
    code = CODE.replace(
        "match options.deed:", "object.__setattr__(view, 'entries', ())\n    match options.deed:"
    )
    install("nominate-crayon", code=code, name="crayon")
    before = small_view.revision
    drawn(small_view, Exporters())
    assert (len(small_view.entries), small_view.revision) == (2, before)


def test_a_plugin_of_one_file_exports_like_an_installed_one(small_view: View, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(CODE, "utf-8")
    done = export(small_view, tmp_path / "a.crayon", exporters=Exporters(files=[tmp_path / "mine.py"]))
    assert "Tŷ Gŵyr wards" in done.path.read_text("utf-8")


MEDDLER = """
import os, pathlib
pathlib.Path("answer.json").write_text({answer!r})
os._exit(0)
"""


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ('{"result": null}', "its answer cannot be read: None"),
        ('{"result": [3]}', "3 is not a problem"),
        ('{"result": [{"code": "W1"}]}', "is not a problem"),
        (
            '{"result": [{"code": "W1", "message": "a", "severity": "awful"}]}',
            "'awful' is not a valid Severity",
        ),
        ('{"result": [{"code": "W1", "message": "a", "line": "3"}]}', "'line' of a problem is '3'"),
        ('{"result": []}', "wrote nothing"),
    ],
)
def test_problems_that_make_no_sense_are_a_failed_export(
    small_view: View, install: Install, answer: str, reason: str
) -> None:
    meddling = f'case "meddle":\n            {MEDDLER.format(answer=answer).strip().replace(chr(10), "; ")}\n'
    meddling = meddling.replace("import os, pathlib; ", "import pathlib; ")
    install("nominate-crayon", code=CODE.replace('case "number":', f'{meddling}        case "number":'))
    with pytest.raises(ExporterFailed, match=reason):
        drawn(small_view, Exporters(), deed="meddle")


def test_an_exporter_that_its_plugin_no_longer_offers_has_failed(small_view: View, crayon: Exporters) -> None:
    gone = attrs.evolve(crayon.named("crayon"), name="gone")
    with pytest.raises(ExporterFailed, match="its plugin does not offer it any more"):
        render(small_view, gone, exporters=crayon)


def test_an_exporter_without_a_plugin_cannot_be_found_by_another_process(
    small_view: View, crayon: Exporters
) -> None:
    lost = attrs.evolve(crayon.named("crayon"), plugin=None)
    with pytest.raises(ExporterFailed, match="it belongs to no plugin"):
        render(small_view, lost, exporters=crayon)
