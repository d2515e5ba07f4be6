"""A plugin is not trusted to answer as our own code in its process would."""

from __future__ import annotations

from pathlib import Path

import pytest

from nominate import Exporters
from nominate.errors import PluginError
from nominate.plugging.plugins import installed_plugins, stock_plugins

MEDDLER = """
import os, pathlib
pathlib.Path("answer.json").write_text({answer!r})
os._exit(0)
"""


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("nonsense", "its answer cannot be read"),
        ("[" * 100_000, "its answer cannot be read"),
        ("{}", "its answer cannot be read"),
        ('{"result": 3}', "its answer cannot be read: 3"),
        ('{"result": [3]}', "what it tells of its exporters cannot be read"),
        ('{"result": [{"name": "a"}]}', "what it tells of its exporters cannot be read"),
        ('{"error": "OSError", "message": "gone", "details": ""}', "gone"),
    ],
)
def test_an_answer_that_makes_no_sense_is_told_as_a_broken_plugin(
    tmp_path: Path, answer: str, reason: str
) -> None:
    file = tmp_path / "meddler.py"
    file.write_text(MEDDLER.format(answer=answer))
    with pytest.raises(PluginError, match=reason):
        Exporters(files=[file]).named("meddler")


def test_a_plugin_may_be_an_object_of_a_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nominate_object.py").write_text(
        "from nominate import hookimpl\n"
        "class Plugin:\n"
        "    @hookimpl\n"
        "    def nominate_exporters(self):\n"
        "        return []\n"
        "plugin = Plugin()\n",
    )
    about = tmp_path / "nominate_object-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: nominate_object\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[nominate]\nobject = nominate_object:plugin\n")
    monkeypatch.syspath_prepend(tmp_path)
    exporters = Exporters()
    exporters.every()
    assert "object" in {plugin.name for plugin in installed_plugins()}
    assert "nominate-object" not in {broken.plugin.distribution for broken in exporters.broken}


def test_without_being_installed_there_are_no_stock_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nominate.plugging.plugins.DISTRIBUTION", "nominate-not-installed")
    assert stock_plugins() == ()


def test_without_a_python_to_start_a_stranger_is_told_as_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.py").write_text("")
    monkeypatch.setattr("sys.executable", str(tmp_path / "no-python"))
    with pytest.raises(PluginError, match="no process could be started for it"):
        Exporters(files=[tmp_path / "mine.py"]).named("mine")
