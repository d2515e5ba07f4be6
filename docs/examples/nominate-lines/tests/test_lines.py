from nominate.testing import ExporterContract


class TestLines(ExporterContract):
    exporter = "lines"
