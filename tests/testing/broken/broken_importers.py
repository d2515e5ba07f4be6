"""Data: the kit, subclassed for importers of which each breaks one promise; run by test_importer_contract.py."""

from __future__ import annotations

from pathlib import Path

from nominate.testing import ImporterContract

HERE = Path(__file__).parent


class Contract(ImporterContract):
    plugin_file = HERE / "breaking_importers.py"
    heavy = ()
    samples = (HERE / "titles.keeping",)


class TestKeeping(Contract):
    importer = "keeping"


class TestUnnamed(Contract):
    importer = ""


class TestUnsampled(Contract):
    importer = "keeping"
    samples = ()


class TestElsewhere(Contract):
    importer = "silent"


class TestFaulty(Contract):
    importer = "faulty"


class TestRowless(Contract):
    importer = "rowless"


class TestNameless(Contract):
    importer = "nameless"


class TestGuessing(Contract):
    importer = "guessing"


class TestStamping(Contract):
    importer = "stamping"


class TestFloating(Contract):
    importer = "floating"


class TestRaising(Contract):
    importer = "raising"


class TestSilent(Contract):
    importer = "silent"


class TestClosing(Contract):
    importer = "closing"


class TestReaching(Contract):
    importer = "reaching"


class TestPrinting(Contract):
    importer = "printing"


class TestHeavy(Contract):
    importer = "keeping"
    heavy = ("xml.dom.minidom",)
