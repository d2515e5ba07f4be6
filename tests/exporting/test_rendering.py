from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

import attrs
import pytest

from nominate import (
    Exporter,
    ExporterFailed,
    File,
    Form,
    NothingToExport,
    OptionError,
    OutputError,
    Problem,
    Severity,
    UsageError,
    View,
    export,
    render,
)
from nominate.exporting.rendering import render_with_problems

WARNING = Problem(code="W601", message="no font has '☃'", severity=Severity.WARNING)
ERROR = Problem(code="E605", message="a title is longer than a cell", hint="shorten it")


@attrs.frozen(kw_only=True)
class Options:
    form: str = "plain"
    heading: str = "Awards"
    logo: File | None = None


def write(view: View, options: Options, out: BinaryIO) -> None:
    titles = [entry.title for entry in view.entries]
    out.write("\n".join([f"{options.heading} ({options.form})", *titles]).encode())
    if options.logo:
        out.write(options.logo.content)


def exporter(write: Any = write, **changes: Any) -> Exporter[Any]:
    usual = {
        "name": "titles",
        "summary": "Titles",
        "suffix": ".titles",
        "media_type": "text/plain",
        "options": Options,
        "forms": {".html": Form(media_type="text/html", options={"form": "html"})},
    }
    return Exporter(write=write, **{**usual, **changes})


def writing(returned: object, content: bytes = b"a") -> Exporter[Any]:
    def write_it(_view: View, _options: object, out: BinaryIO) -> object:
        out.write(content)
        return returned

    return exporter(write_it)


def raising(error: BaseException) -> Exporter[Any]:
    def raise_it(_view: View, _options: object, out: BinaryIO) -> None:
        out.write(b"half a fi")
        raise error

    return exporter(raise_it)


def failed(wrong: Exporter[Any], view: View) -> ExporterFailed:
    with pytest.raises(ExporterFailed) as caught:
        render(view, wrong)
    return caught.value


def test_rendering_gives_the_bytes_that_the_exporter_writes(small_view: View) -> None:
    assert render(small_view, exporter()).decode() == "Awards (plain)\nThe SKIP team\nTŷ Gŵyr wards"


@pytest.mark.parametrize(
    "options",
    [Options(heading="News"), {"heading": "News"}, [("heading", "News")]],
    ids=["record", "mapping", "pairs"],
)
def test_options_come_in_any_form(small_view: View, options: object) -> None:
    assert render(small_view, exporter(), options=options).startswith(b"News (plain)")


def test_the_options_of_another_exporter_are_refused(small_view: View) -> None:
    @attrs.frozen(kw_only=True)
    class Others:
        heading: str = ""

    with pytest.raises(OptionError, match="options of 'titles' are Options, not Others"):
        render(small_view, exporter(), options=Others())


def test_a_file_option_arrives_as_bytes(small_view: View, tmp_path: Path) -> None:
    (tmp_path / "logo.txt").write_bytes(b"a logo")
    assert render(small_view, exporter(), options={"logo": tmp_path / "logo.txt"}).endswith(b"a logo")


def test_a_view_without_entries_is_not_exported(small_view: View, tmp_path: Path) -> None:
    with pytest.raises(NothingToExport, match="nothing to export: of what was asked for"):
        export(attrs.evolve(small_view, entries=()), tmp_path / "a.titles", to=exporter())
    assert not list(tmp_path.iterdir())


def test_an_exporter_that_needs_no_entries_is_asked_without_any(small_view: View) -> None:
    needless = attrs.evolve(exporter(), needs_entries=False)
    assert render(attrs.evolve(small_view, entries=()), needless)


def test_an_export_tells_where_how_much_and_by_whom(small_view: View, tmp_path: Path) -> None:
    done = export(small_view, tmp_path / "a.titles", to=exporter())
    assert (done.path, done.exporter, done.media_type) == (tmp_path / "a.titles", "titles", "text/plain")
    assert done.size == (tmp_path / "a.titles").stat().st_size


def test_a_suffix_that_is_a_form_of_the_exporter_sets_its_options(small_view: View, tmp_path: Path) -> None:
    done = export(small_view, str(tmp_path / "A.HTML"), to=exporter(), options={"heading": "News"})
    assert done.media_type == "text/html"
    assert done.path.read_bytes().startswith(b"News (html)")


@pytest.mark.parametrize("options", [Options(heading="News"), {"form": "html", "heading": "News"}])
def test_options_that_agree_with_the_suffix_are_fine(
    small_view: View, tmp_path: Path, options: object
) -> None:
    done = export(small_view, tmp_path / "a.html", to=exporter(), options=options)
    assert done.path.read_bytes().startswith(b"News (html)")


@pytest.mark.parametrize("options", [Options(form="prose"), {"form": "prose"}])
def test_options_that_contradict_the_suffix_are_refused(
    small_view: View, tmp_path: Path, options: object
) -> None:
    with pytest.raises(OptionError, match=r"option 'form' of 'titles' is 'prose', but .* means 'html'"):
        export(small_view, tmp_path / "a.html", to=exporter(), options=options)


def test_a_suffix_of_nobody_is_written_when_the_exporter_is_named(small_view: View, tmp_path: Path) -> None:
    assert export(small_view, tmp_path / "a.txt", to=exporter()).media_type == "text/plain"


@pytest.mark.parametrize("error", [LookupError("no title"), SystemExit(3), MemoryError()])
def test_an_exporter_that_raises_has_failed_and_the_cause_is_kept(
    small_view: View, error: BaseException
) -> None:
    told = failed(raising(error), small_view)
    assert str(told).startswith(f"exporter 'titles': failed: {type(error).__name__}")
    assert told.__cause__ is error
    assert told.exporter == "titles"


def test_when_an_exporter_fails_the_old_file_survives(small_view: View, tmp_path: Path) -> None:
    target = tmp_path / "a.titles"
    target.write_bytes(b"old")
    with pytest.raises(ExporterFailed):
        export(small_view, target, to=raising(LookupError()))
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("error", [OptionError("a bad template"), NothingToExport("nothing to tell")])
def test_what_an_exporter_says_of_options_or_of_nothing_to_tell_goes_on(
    small_view: View, error: Exception
) -> None:
    with pytest.raises(type(error)) as caught:
        render(small_view, raising(error))
    assert caught.value is error


def test_an_exporter_that_writes_nothing_has_failed(small_view: View) -> None:
    assert str(failed(writing(None, b""), small_view)) == "exporter 'titles': wrote nothing"


def test_an_exporter_that_closes_its_file_has_failed(small_view: View) -> None:
    def write_text(_view: View, _options: object, out: BinaryIO) -> None:
        io.TextIOWrapper(out).write("a")

    assert "closed the file that it was given; leave it open" in str(failed(exporter(write_text), small_view))


@pytest.mark.parametrize("returned", [3, "a warning", b"a", [3], [WARNING, None], ["a"]])
def test_an_exporter_that_returns_what_is_no_problem_has_failed(small_view: View, returned: object) -> None:
    assert "return nominate.errors.Problem records" in str(failed(writing(returned), small_view))


def test_a_problem_with_fields_of_the_wrong_type_is_refused(small_view: View) -> None:
    wrong = Problem(code="W601", message="a", line="3")  # type: ignore[arg-type]  # what is tried
    assert "'line' of a problem is '3'" in str(failed(writing([wrong]), small_view))


@pytest.mark.parametrize("returned", [None, (), [], iter(())])
def test_an_exporter_without_problems_may_say_so_in_any_way(small_view: View, returned: object) -> None:
    assert render(small_view, writing(returned)) == b"a"


def test_warnings_of_the_exporter_come_back_with_the_export(small_view: View, tmp_path: Path) -> None:
    assert export(small_view, tmp_path / "a.titles", to=writing([WARNING])).problems == (WARNING,)
    assert render_with_problems(small_view, writing([WARNING])).problems == (WARNING,)


def test_rendering_raises_the_exporters_warnings_as_python_warnings(small_view: View) -> None:
    with pytest.warns(UserWarning, match="no font has '☃'"):
        render(small_view, writing([WARNING]))


def test_problems_may_be_yielded_while_writing(small_view: View) -> None:
    def write_on(_view: View, _options: object, out: BinaryIO) -> Iterable[Problem]:
        out.write(b"a")
        yield WARNING

    assert render_with_problems(small_view, exporter(write_on)).problems == (WARNING,)


def test_an_error_that_the_exporter_returns_stops_the_export(small_view: View, tmp_path: Path) -> None:
    with pytest.raises(ExporterFailed, match="a title is longer than a cell; shorten it") as caught:
        export(small_view, tmp_path / "a.titles", to=writing([WARNING, ERROR], b""))
    assert caught.value.problems == (ERROR,)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_told(small_view: View, tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        export(small_view, tmp_path / "absent" / "a.titles", to=exporter())


def test_a_path_without_a_suffix_needs_an_exporter(small_view: View, tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="no exporter makes a file called 'tracker'"):
        export(small_view, tmp_path / "tracker")


def test_an_exporter_is_a_name_or_a_record(small_view: View) -> None:
    with pytest.raises(UsageError, match="an exporter is a name or a record, not 3"):
        render(small_view, 3)  # type: ignore[arg-type]  # what is tried
