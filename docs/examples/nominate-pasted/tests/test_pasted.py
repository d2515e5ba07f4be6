from pathlib import Path

from nominate.testing import ImporterContract


class TestPasted(ImporterContract):
    importer = "pasted"
    samples = (Path(__file__).parent / "nominations.pasted",)
