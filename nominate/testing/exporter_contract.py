"""`ExporterContract`: every promise that an exporter makes, as a test."""

from __future__ import annotations

import copy
import io
import time
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

import pytest

from nominate import Entry, View
from nominate.exporting.asking import asked_for, options_for
from nominate.exporting.listing import HOOK, ListedExporter
from nominate.exporting.rendering import export, render_with_problems
from nominate.exporting.writing import Rendering
from nominate.testing.contract import Contract
from nominate.testing.examples import EXAMPLES, example
from nominate.testing.trying import exporters, here, lost, written_elsewhere
from nominate.testing.trying_plugins import heavy_modules, listing_problems

__all__ = ["ExporterContract"]

_READERS = "; where its readers see other letters than the file holds, override text_of"


class ExporterContract(Contract):
    """Subclass it in a test module and name the exporter; each promise is a test of that name.

    `exporter` is the name by which people choose it; its plugin is installed, or is the one file
    `plugin_file`. `options` are what it is asked for in all tests. `heavy` are the modules that listing it
    must not import. Override `text_of` when what it writes is not UTF-8 text, and `signs_of` when it shows
    nominations by something else than title or id. A promise that your form cannot keep is overridden with
    a skip that says why.

    >>> class TestLines(ExporterContract):
    ...     exporter = "lines"
    """

    noun: ClassVar[str] = "exporter"
    exporter: ClassVar[str] = ""

    def text_of(self, content: bytes) -> str | None:
        """What a reader of the file sees as text; None when the form holds no text that could be searched.

        Read it as its readers do: for HTML without tags and entities, for a workbook only cells that are
        text.
        """
        return content.decode("utf-8")

    def signs_of(self, entry: Entry) -> Iterable[str]:
        """The texts of which one at least shows that the entry is there."""
        return (entry.title, entry.id)

    def test_it_is_found_by_its_name(self) -> None:
        """Installed, and chosen by the name that people type."""
        self._keep(self._one.name == self.exporter, f"it is found as {self._one.name!r}")

    @pytest.mark.parametrize("which", EXAMPLES)
    def test_it_writes_every_example(self, which: str) -> None:
        """Nothing that a register may hold stops it."""
        self._keep(bool(self._written(which).content), "it wrote nothing")

    @pytest.mark.parametrize("which", EXAMPLES)
    def test_it_loses_no_nomination(self, which: str) -> None:
        """Each nomination is there, or a problem is returned that says why not."""
        rendering = self._written(which)
        missing = lost(example(which), self._text(rendering), signs_of=self.signs_of)
        self._keep(
            not missing or bool(rendering.problems),
            f"these nominations are not in its text: {missing}{_READERS}",
        )

    def test_text_stays_text(self) -> None:
        """What looks like a formula, markup or a link is shown letter by letter."""

        def title_of(entry: Entry) -> tuple[str]:
            return (entry.title,)

        if lost(example("bare"), self._text(self._written("bare")), signs_of=title_of):
            pytest.skip("it shows no titles")
        changed = lost(example("hostile"), self._text(self._written("hostile")), signs_of=title_of)
        self._keep(not changed, f"these titles are not in its text as they were written: {changed}{_READERS}")

    @pytest.mark.parametrize("which", EXAMPLES)
    def test_the_same_view_gives_the_same_bytes(self, which: str) -> None:
        """No chance, and no memory of what was written before."""
        is_same = self._written(which).content == self._written(which).content
        self._keep(is_same, "it wrote other bytes the second time")

    def test_another_process_gives_the_same_bytes(self) -> None:
        """No clock, and no order of a set: hashes differ from one process to the next."""
        first = self._written("demo").content
        # A zip stamps its members to two seconds: a clock shows only after that.
        time.sleep(2.1)
        again = written_elsewhere(self._one, example("demo"), options=self.options).content
        self._keep(first == again, "it wrote other bytes in another process, two seconds later")

    @pytest.mark.parametrize("which", EXAMPLES)
    def test_it_leaves_the_view_unchanged(self, which: str) -> None:
        """The next exporter gets the same view."""
        view = copy.deepcopy(example(which))
        self._written_of(view)
        self._keep(view == example(which), "it changed the view")

    def test_it_leaves_the_file_open(self) -> None:
        """The host closes the file that the host opened."""
        out = io.BytesIO()
        one, exporter = here(self.exporter, self._file)
        asked = asked_for(one, self.options)
        options = options_for(one, exporter.options, options=self.options, asked=asked, form=None)
        exporter.write(example("demo"), options, out)
        self._keep(not out.closed, "it closed the file that it was given")

    def test_it_prints_nothing(self, capfd: pytest.CaptureFixture[str]) -> None:
        """Standard output belongs to the command; what there is to say is returned as a problem."""
        self._written("demo")
        self._keep(not any(capfd.readouterr()), "it prints while it writes")
        told = [str(problem) for problem in listing_problems(exporters(self._file), self._one.plugin)]
        self._keep(not told, "; ".join(told))

    def test_listing_it_imports_nothing_heavy(self) -> None:
        """Asking which exporters there are stays quick, however many are installed."""
        found = heavy_modules(self._one.source, HOOK, self.heavy)
        self._keep(not found, f"listing it imports {', '.join(found)}: import inside `write` instead")

    def test_it_writes_every_form(self, tmp_path: Path) -> None:
        """Each suffix that it promises makes a file, with the media type that it promises."""
        for suffix in self._one.suffixes:
            done = export(example("demo"), tmp_path / f"demo{suffix}", to=self._one, options=self.options)
            form = self._one.forms.get(suffix)
            expected = form.media_type if form else self._one.media_type
            self._keep(
                done.size > 0 and done.media_type == expected, f"a file ending in {suffix!r} is not made"
            )

    @property
    def _named(self) -> str:
        return self.exporter

    @property
    def _one(self) -> ListedExporter:
        self._keep(bool(self.exporter), "name your exporter in the class: exporter = 'lines'")
        return here(self.exporter, self._file)[0]

    def _written(self, which: str) -> Rendering:
        return self._written_of(example(which))

    def _written_of(self, view: View) -> Rendering:
        return render_with_problems(view, self._one, options=self.options)

    def _text(self, rendering: Rendering) -> str:
        text = self.text_of(rendering.content)
        if text is None:
            pytest.skip("its form holds no text that could be searched")
        return text
