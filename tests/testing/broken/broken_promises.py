"""Data: the kit, subclassed for exporters of which each breaks one promise; run by test_exporter_contract.py."""

from __future__ import annotations

from pathlib import Path

from nominate.testing import ExporterContract


class Contract(ExporterContract):
    plugin_file = Path(__file__).parent / "breaking_promises.py"
    heavy = ()


class TestKeeping(Contract):
    exporter = "keeping"


class TestUntextual(Contract):
    exporter = "keeping"

    def text_of(self, content: bytes) -> None:
        return None


class TestNumbering(Contract):
    exporter = "numbering"


class TestUnnamed(Contract):
    exporter = ""


class TestAbsent(Contract):
    exporter = "absent"


class TestLosing(Contract):
    exporter = "losing"


class TestReckoning(Contract):
    exporter = "reckoning"


class TestConfusing(Contract):
    exporter = "confusing"


class TestGuessing(Contract):
    exporter = "guessing"


class TestStamping(Contract):
    exporter = "stamping"


class TestChanging(Contract):
    exporter = "changing"


class TestClosing(Contract):
    exporter = "closing"


class TestPrinting(Contract):
    exporter = "printing"


class TestSilent(Contract):
    exporter = "silent"


class TestHalting(Contract):
    exporter = "halting"


class TestFailing(Contract):
    exporter = "failing"


class TestHeavy(Contract):
    exporter = "keeping"
    heavy = ("xml.dom.minidom",)
