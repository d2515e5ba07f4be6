"""`ImporterContract`: every promise that an importer makes, as a test."""

from __future__ import annotations

import io
import pickle
import time
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from nominate import Importer, Incoming, Intake, Severity
from nominate.importing.listing import HOOK, ListedImporter
from nominate.importing.taking_in import options_of
from nominate.importing.telling import intake_from, intake_to
from nominate.testing.contract import Contract
from nominate.testing.trying_importers import DAMAGES, damaged, here, importers, reached, read, read_elsewhere
from nominate.testing.trying_plugins import heavy_modules, listing_problems

__all__ = ["ImporterContract"]


class ImporterContract(Contract):
    """Subclass it in a test module and name the importer; each promise is a test of that name.

    `importer` is the name by which people choose it; its plugin is installed, or is the one file
    `plugin_file`. `samples` are files that it reads without a fault: the more kinds of cells they hold, the
    more is tried. `options` are what it is asked for in all tests. `heavy` are the modules that listing it
    must not import. A promise that your form cannot keep is overridden with a skip that says why.

    >>> class TestLines(ImporterContract):
    ...     importer = "lines"
    ...     samples = ("tests/nominations.lines",)
    """

    noun: ClassVar[str] = "importer"
    importer: ClassVar[str] = ""
    samples: ClassVar[tuple[str | Path, ...]] = ()

    def test_it_is_found_by_its_name(self) -> None:
        """Installed, and chosen by the name that people type."""
        self._keep(self._one.name == self.importer, f"it is found as {self._one.name!r}")

    def test_it_is_found_by_the_name_of_each_sample(self) -> None:
        """The suffixes that it promises are those of the files that it reads."""
        found = importers(self._file)
        for sample in self._samples:
            self._keep(
                found.for_path(sample) == self._one, f"it is not what reads a file called {sample.name!r}"
            )

    def test_it_reads_every_sample(self) -> None:
        """A good file gives rows, under columns, and no error."""
        for sample in self._samples:
            intake = self._read(sample)
            errors = [str(each) for each in intake.problems if each.severity is Severity.ERROR]
            self._keep(not errors, f"it finds faults in {sample.name!r}: {errors}")
            self._keep(any(sheet.rows for sheet in intake.sheets), f"it finds no row in {sample.name!r}")

    def test_it_says_which_file_it_read(self) -> None:
        """Every message about a change names the file."""
        for sample in self._samples:
            self._keep(
                self._read(sample).file == sample.name, "the intake's `file` is not the source's `name`"
            )

    def test_the_same_file_gives_the_same_intake(self) -> None:
        """No chance, and no memory of what was read before."""
        for sample in self._samples:
            self._keep(self._read(sample) == self._read(sample), "it read something else the second time")

    def test_another_process_gives_the_same_intake(self) -> None:
        """No clock, and no order of a set: hashes differ from one process to the next."""
        for sample in self._samples:
            first = self._read(sample)
            time.sleep(1.1)
            again = read_elsewhere(self._one, sample, options=self.options)
            self._keep(first == again, "it read something else in another process, a second later")

    def test_its_intake_can_be_sent(self) -> None:
        """Every value has one of the types that a cell may have, and comes back as it was."""
        for sample in self._samples:
            intake = self._read(sample)
            self._keep(pickle.loads(pickle.dumps(intake)) == intake, "its intake is another when unpickled")  # noqa: S301 - made here
            self._keep(intake_from(intake_to(intake)) == intake, "its intake is another after it was sent")

    @pytest.mark.parametrize("damage", DAMAGES)
    def test_a_damaged_file_is_told_not_raised(self, damage: str) -> None:
        """Whatever people send gives problems, not a traceback."""
        for name, content in self._damaged(damage):
            intake = read(self._here, name, content, options=self._options)
            says = bool(intake.problems) or any(sheet.rows for sheet in intake.sheets)
            self._keep(says, f"it says nothing at all of a file with {damage}: return a problem")

    def test_it_leaves_the_file_open(self) -> None:
        """The host closes the file that the host opened."""
        for sample in self._samples:
            source = Incoming(name=sample.name, content=io.BytesIO(sample.read_bytes()))
            self._here.read(source, self._options)
            self._keep(not source.content.closed, "it closed the file that it was given")

    def test_it_reaches_for_nothing_else(self) -> None:
        """No other file, no network and no other program: all that it may know is in the file."""
        for sample in self._samples:
            # What it imports while it reads is read from files, too, but only once.
            self._read(sample)
            found = reached(self._here, sample.name, sample.read_bytes(), options=self._options)
            self._keep(not found, f"it reaches for {', '.join(found)}")

    def test_it_prints_nothing(self, capfd: pytest.CaptureFixture[str]) -> None:
        """Standard output belongs to the command; what there is to say is a problem of the intake."""
        for sample in self._samples:
            self._read(sample)
        self._keep(not any(capfd.readouterr()), "it prints while it reads")
        told = [str(problem) for problem in listing_problems(importers(self._file), self._one.plugin)]
        self._keep(not told, "; ".join(told))

    def test_listing_it_imports_nothing_heavy(self) -> None:
        """Asking which importers there are stays quick, however many are installed."""
        found = heavy_modules(self._one.source, HOOK, self.heavy)
        self._keep(not found, f"listing it imports {', '.join(found)}: import inside `read` instead")

    @property
    def _named(self) -> str:
        return self.importer

    @property
    def _one(self) -> ListedImporter:
        self._keep(bool(self.importer), "name your importer in the class: importer = 'lines'")
        return here(self.importer, self._file)[0]

    @property
    def _here(self) -> Importer[object]:
        self._keep(bool(self.importer), "name your importer in the class: importer = 'lines'")
        return here(self.importer, self._file)[1]

    @property
    def _options(self) -> object:
        return options_of(self._here, self._one, self.options)

    @property
    def _samples(self) -> tuple[Path, ...]:
        self._keep(bool(self.samples), "name files that it reads: samples = ('tests/nominations.lines',)")
        return tuple(map(Path, self.samples))

    def _read(self, sample: Path) -> Intake:
        return read(self._here, sample.name, sample.read_bytes(), options=self._options)

    def _damaged(self, damage: str) -> Iterator[tuple[str, bytes]]:
        for sample in self._samples:
            yield sample.name, damaged(sample.read_bytes(), damage)
