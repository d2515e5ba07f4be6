"""Contract kits for plugin authors: subclass one in a test module, and every promise is a test.

    from nominate.testing import ExporterContract


    class TestLines(ExporterContract):
        exporter = "lines"

Needs pytest, which `pip install 'nominate-awards[test]'` brings.
"""

from __future__ import annotations

from nominate.testing.examples import EXAMPLES, example
from nominate.testing.exporter_contract import ExporterContract
from nominate.testing.importer_contract import ImporterContract

__all__ = ["EXAMPLES", "ExporterContract", "ImporterContract", "example"]
