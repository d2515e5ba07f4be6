from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from nominate import ExporterNotFound, Exporters, PluginError, UsageError

Install = Callable[..., Path]

CODE = """
from nominate import Exporter, Form, hookimpl

def write(view, options, out):
    out.write(b"a")

@hookimpl
def nominate_exporters():
    return [
        Exporter(name=name, summary="Made by SOURCE", suffix=suffix, media_type="text/plain", write=write)
        for name, suffix in {offers}.items()
    ]
"""


def code(source: str, **offers: str) -> str:
    return CODE.replace("SOURCE", source).replace("{offers}", repr(offers))


def test_a_strangers_exporter_is_found_by_its_name_with_its_distribution_and_version(
    install: Install,
) -> None:
    install("nominate-crayon", version="2.5", code=code("crayon", crayon=".crayon"), name="crayon")
    found = Exporters().named("crayon")
    assert found.plugin
    assert (found.suffix, found.plugin.distribution, found.plugin.version) == (
        ".crayon",
        "nominate-crayon",
        "2.5",
    )


def test_a_strangers_code_is_never_in_this_process(install: Install) -> None:
    install("nominate-crayon", code=code("crayon", crayon=".crayon"), name="crayon")
    found = Exporters().named("crayon")
    assert found.exporter is None
    assert "nominate_crayon" not in sys.modules


def test_a_stranger_is_found_by_the_suffix_that_no_stock_exporter_makes(install: Install) -> None:
    install("nominate-crayon", code=code("crayon", crayon=".crayon"))
    assert Exporters().for_path(Path("Drawing.CRAYON")).name == "crayon"


def test_the_longest_suffix_that_fits_decides(install: Install) -> None:
    install("nominate-crayon", code=code("crayon", crayon=".crayon", box=".box.crayon"))
    assert Exporters().for_path(Path("a.box.crayon")).name == "box"
    assert Exporters().for_path(Path("box.crayon")).name == "crayon"


def test_a_suffix_that_several_make_is_refused_with_their_names(install: Install) -> None:
    install("nominate-crayon", code=code("crayon", crayon=".crayon", chalk=".crayon"))
    with pytest.raises(
        UsageError, match=r"several exporters make a file called 'a\.crayon'; choose one of chalk, crayon"
    ):
        Exporters().for_path(Path("a.crayon"))


def test_a_suffix_that_nobody_makes_is_refused_with_those_that_there_are(install: Install) -> None:
    install("nominate-crayon", code=code("crayon", crayon=".crayon"))
    with pytest.raises(
        ExporterNotFound, match=r"no exporter makes a file called 'a\.zebra'; choose from .*\.crayon"
    ):
        Exporters().for_path(Path("a.zebra"))


def test_a_misspelt_name_is_answered_with_the_nearest(install: Install) -> None:
    install("nominate-crayon", code=code("crayon", crayon=".crayon"))
    with pytest.raises(
        ExporterNotFound, match=r"no exporter 'crayons'; did you mean 'crayon'\? choose from "
    ):
        Exporters().named("crayons")


def test_the_stock_exporter_keeps_a_name_that_a_stranger_takes(install: Install) -> None:
    install("nominate-crayon", code=code("crayon", excel=".crayon", crayon=".crayon"))
    exporters = Exporters()
    assert [one.suffix for one in exporters.every() if one.name == "excel"] == [".xlsx"]
    assert "crayon" in {one.name for one in exporters.every()}
    told = exporters.broken[0]
    assert told.problem.code == "E602"
    assert (
        "the name 'excel' of its exporter is taken by plugin 'excel' (nominate-awards "
        in told.problem.message
    )


def test_of_two_strangers_the_one_that_is_called_like_the_exporter_keeps_the_name(install: Install) -> None:
    install("nominate-azure", code=code("azure", crayon=".azure"), name="azure")
    install("nominate-crayon", code=code("crayon", crayon=".crayon"), name="crayon")
    exporters = Exporters()
    assert exporters.named("crayon").suffix == ".crayon"
    assert [one.suffix for one in exporters.every() if one.name == "crayon"] == [".crayon"]
    assert [broken.plugin.distribution for broken in exporters.broken] == ["nominate-azure"]


def test_a_broken_stranger_stops_no_other(install: Install) -> None:
    install("nominate-azure", code="raise OSError('no licence')")
    install("nominate-crayon", code=code("crayon", crayon=".crayon"))
    exporters = Exporters()
    assert exporters.named("crayon").name == "crayon"
    assert [str(broken) for broken in exporters.broken] == [
        "plugin 'nominate-azure' (nominate-azure 1.0): it cannot be imported: OSError: no licence",
    ]


def test_whoever_asks_for_a_broken_stranger_is_told_why_it_is_broken(install: Install) -> None:
    install("nominate-azure", code="raise OSError('no licence')", name="azure")
    with pytest.raises(PluginError, match=r"plugin 'azure' \(nominate-azure 1\.0\): .*no licence") as caught:
        Exporters().named("azure")
    assert (caught.value.distribution, caught.value.version) == ("nominate-azure", "1.0")


def test_whoever_asks_for_something_else_is_told_that_a_plugin_is_broken(install: Install) -> None:
    install("nominate-azure", code="raise OSError('no licence')", name="azure")
    with pytest.raises(ExporterNotFound, match=r"\(broken: plugin 'azure' \(nominate-azure 1\.0\)\)"):
        Exporters().named("zebra")


def test_a_file_beside_the_person_hides_no_module_from_a_plugin(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "json.py").write_text("raise OSError('hidden')")
    monkeypatch.chdir(tmp_path / "here")
    install("nominate-crayon", code=code("crayon", crayon=".crayon"))
    assert Exporters().named("crayon").name == "crayon"


LAZY = """
import sys
from nominate import Exporters

def refuse(event, arguments):
    if event == "subprocess.Popen":
        raise AssertionError(arguments)

sys.addaudithook(refuse)
found = Exporters().named("excel")
print(found.suffix, sorted({"nominate_pdf", "nominate_news", "openpyxl", "reportlab"} & set(sys.modules)))
"""


def test_asking_for_a_stock_exporter_imports_no_other_plugin_and_starts_no_process(install: Install) -> None:
    place = install("nominate-crayon", code="raise OSError('no licence')")
    done = subprocess.run(
        [sys.executable, "-c", LAZY],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(place), *sys.path])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split(maxsplit=1) == [".xlsx", "[]\n"]
