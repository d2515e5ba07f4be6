from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nominate import Exporters
from nominate.errors import PluginError, Severity, UsageError
from nominate.plugging.plugins import BrokenPlugin

BROKEN = Path(__file__).parent / "broken"

REASONS = {
    "imports_nothing_there": "it cannot be imported: ModuleNotFoundError: No module named",
    "syntax_error": "it cannot be imported: SyntaxError: ",
    "exits_at_import": "it cannot be imported: SystemExit: 3",
    "interrupts_at_import": "KeyboardInterrupt",
    "crashes_at_import": "it ended the process with exit code 7",
    "ends_well_without_an_answer": "it ended the process with exit code 0",
    "empty": "it offers nothing: no function is marked with @nominate.hookimpl",
    "misspelt_hook": "no hook 'nominate_exporter'; did you mean 'nominate_exporters'?",
    "unknown_hook": "no hook 'zebra'; choose from nominate_exporters",
    "unmarked_hook": "function 'nominate_exporters' is not marked; put @nominate.hookimpl above it",
    "hook_with_arguments": "its hook does not fit: ",
    "hook_raises": r"nominate_exporters failed: LookupError: no\x1b[31m licence",
    "hook_raises_while_it_yields": "nominate_exporters failed: LookupError: no licence",
    "returns_nothing": "nominate_exporters returned None, not a list of records",
    "returns_one_record": "nominate_exporters returned Exporter(",
    "returns_a_wrong_type": "nominate_exporters returned {'name': 'broken'}, not a nominate.Exporter",
    "returns_a_name_twice": "nominate_exporters returned two exporters called 'broken'",
    "bad_suffix": "nominate_exporters failed: PluginError: the suffix of an exporter is 'txt', not a dot",
    "bad_options": "options must be an attrs class",
    "raises_what_cannot_be_told": "it cannot be imported: Untold",
}


def broken(name: str, *, seconds: float = 60) -> BrokenPlugin:
    exporters = Exporters(files=[BROKEN / f"{name}.py"], listing_seconds=seconds)
    exporters.every()
    return next(one for one in exporters.broken if one.plugin.is_file)


@pytest.mark.parametrize("name", REASONS)
def test_a_broken_plugin_is_told_with_its_reason(name: str) -> None:
    told = broken(name)
    assert REASONS[name] in told.problem.message
    assert told.problem.code == "E601"


def test_every_kind_of_broken_plugin_is_tried() -> None:
    files = {path.stem for path in BROKEN.glob("*.py")}
    assert files == {*REASONS, "prints", "hangs", "aborts"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to tell")
def test_a_plugin_that_crashes_the_interpreter_is_told_with_the_signal() -> None:
    assert "it crashed the process: Aborted" in broken("aborts").problem.message


def test_a_plugin_that_hangs_is_ended_after_the_time_limit_and_what_it_printed_is_kept() -> None:
    told = broken("hangs", seconds=2)
    assert told.problem.message == "it did not finish within 2 seconds"
    assert told.details == "waiting for the printer"


def test_what_a_plugin_printed_before_it_ended_the_process_is_kept() -> None:
    assert broken("crashes_at_import").details == "about to go"


def test_the_traceback_of_a_broken_plugin_is_kept_for_its_author() -> None:
    assert "hook_raises.py" in broken("hook_raises").details


def test_a_plugin_that_prints_is_warned_of_and_can_still_be_used(capfd: pytest.CaptureFixture[str]) -> None:
    exporters = Exporters(files=[BROKEN / "prints.py"])
    assert exporters.named("prints").summary == "A"
    told = exporters.broken[0].problem
    assert (told.code, told.severity) == ("W603", Severity.WARNING)
    assert set(told.message.split()) >= {"prints", "hello", "warning"}
    assert capfd.readouterr() == ("", "")


def test_one_broken_plugin_stops_no_other() -> None:
    exporters = Exporters(files=[BROKEN / "crashes_at_import.py", BROKEN / "prints.py"])
    assert exporters.named("prints").suffix == ".broken"


def test_a_strict_search_raises_at_the_first_broken_plugin() -> None:
    with pytest.raises(PluginError, match=r"plugin 'misspelt_hook' .*no hook 'nominate_exporter'"):
        Exporters(files=[BROKEN / "misspelt_hook.py"], is_strict=True).every()


def test_whoever_needs_a_broken_file_is_told_why_it_is_broken() -> None:
    with pytest.raises(PluginError, match=r"empty\.py\): it offers nothing"):
        Exporters(files=[BROKEN / "empty.py"]).named("mine")


def test_a_plugin_file_that_is_not_there_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no plugin file"):
        Exporters(files=[tmp_path / "absent.py"])


def test_a_broken_plugin_is_shown_by_its_name_source_and_reason() -> None:
    assert str(broken("empty")).startswith(f"plugin 'empty' ({BROKEN / 'empty.py'}): it offers nothing")
