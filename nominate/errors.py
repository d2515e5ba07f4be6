"""Everything that can go wrong, and how a fault is told.

    NominateError
    ├── DataError (ValueError)              the register says something wrong; `.problems` holds every fault
    │   └── UnreadableInput (OSError too)   a file could not be read at all
    ├── UsageError (ValueError)             what was asked for makes no sense
    │   └── OptionError                     an exporter's option is unknown or has a wrong value
    ├── RecordNotFound (LookupError)        no record has that id
    ├── ExporterNotFound (LookupError)      no exporter has that name or makes that kind of file
    ├── ImporterNotFound (LookupError)      no importer has that name or reads that kind of file
    ├── PluginError                         a plugin broke its promise
    │   ├── ExporterFailed                  an exporter raised, or wrote nothing
    │   └── ImporterFailed                  an importer raised, or gave what is no intake
    ├── NothingToExport                     the view holds no entry
    └── OutputError (OSError)               a file could not be written, or is locked

Faults in data are collected into one `DataError`; mistakes in code raise at once.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from enum import Enum

import attrs

__all__ = [
    "DataError",
    "ExporterFailed",
    "ExporterNotFound",
    "ImporterFailed",
    "ImporterNotFound",
    "NominateError",
    "NothingToExport",
    "OptionError",
    "OutputError",
    "PluginError",
    "Problem",
    "RecordNotFound",
    "Severity",
    "UnreadableInput",
    "UsageError",
    "nearest",
    "shown",
]


class Severity(Enum):
    """How bad a problem is: an error stops the work, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@attrs.frozen(kw_only=True)
class Problem:
    """One fault, with its place and its cure.

    `line` and `column` count from 1; 0 means not known.
    `path` is the way through the file, as in `nominations[2].decisions[0].outcome`.
    `sheet` and `cell` take the place of line and column where the source is a workbook.
    `code` is stable: the documentation lists each one.

    >>> print(Problem(code="E101", file="a.yaml", line=2, column=5, path="awards[0].id", message="no id"))
    a.yaml:2:5: awards[0].id: no id
    """

    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    sheet: str = ""
    cell: str = ""

    @property
    def place(self) -> str:
        """Where it is, as `file:line:column` or `file:sheet!cell`; empty when nothing is known."""
        within = f"{self.sheet}!{self.cell}" if self.sheet else ""
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join(part for part in (self.file, within, *numbers) if part)

    def __str__(self) -> str:
        told = f"{self.message}; {self.hint}" if self.hint else self.message
        said = told if self.severity is Severity.ERROR else f"warning: {told}"
        return ": ".join(part for part in (self.place, self.path, said) if part)


class NominateError(Exception):
    """The root of every error that this package raises on purpose."""


class DataError(NominateError, ValueError):
    """The register holds faults; `problems` has all of them, in file order.

    >>> fault = Problem(code="E101", path="awards[0].id", message="no id")
    >>> DataError([fault]).problems[0].path
    'awards[0].id'
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[DataError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class UnreadableInput(DataError, OSError):  # noqa: N818 - the public contract names it so
    """A file could not be read at all: absent, too large, not text, or not YAML or JSON."""


class UsageError(NominateError, ValueError):
    """What was asked for makes no sense, whatever the data."""


class OptionError(UsageError):
    """An exporter's option is unknown, or its value is not one that the option takes."""


class RecordNotFound(NominateError, LookupError):  # noqa: N818 - the public contract names it so
    """No record of that kind has that id."""


class ExporterNotFound(NominateError, LookupError):  # noqa: N818 - the public contract names it so
    """No exporter has that name, or makes that kind of file."""


class ImporterNotFound(NominateError, LookupError):  # noqa: N818 - named like the one for exporters
    """No importer has that name, or reads that kind of file."""


class PluginError(NominateError):
    """A plugin could not be loaded, or broke a promise of the plugin contract.

    `distribution` and `version` say whose it is; empty for a file or an exporter of your own.
    `details` is the traceback as its process told it; empty when the cause is chained to this error.

    >>> PluginError("no such hook", distribution="nominate-lines", version="1.0").distribution
    'nominate-lines'
    """

    def __init__(self, message: str, *, distribution: str = "", version: str = "", details: str = "") -> None:
        self.distribution = distribution
        self.version = version
        self.details = details
        super().__init__(message)


class ExporterFailed(PluginError):  # noqa: N818 - the public contract names it so
    """An exporter raised, or what it wrote cannot be used.

    `exporter` is its name; `problems` holds the errors that it returned, if it returned some.

    >>> ExporterFailed("wrote nothing", exporter="lines").exporter
    'lines'
    """

    def __init__(
        self,
        message: str,
        *,
        exporter: str = "",
        problems: Iterable[Problem] = (),
        distribution: str = "",
        version: str = "",
        details: str = "",
    ) -> None:
        self.exporter = exporter
        self.problems = tuple(problems)
        super().__init__(message, distribution=distribution, version=version, details=details)


class ImporterFailed(PluginError):  # noqa: N818 - named like the one for exporters
    """An importer raised, or what it gave cannot be used; `importer` is its name.

    >>> ImporterFailed("failed: KeyError: 'ID'", importer="lines").importer
    'lines'
    """

    def __init__(
        self,
        message: str,
        *,
        importer: str = "",
        distribution: str = "",
        version: str = "",
        details: str = "",
    ) -> None:
        self.importer = importer
        super().__init__(message, distribution=distribution, version=version, details=details)


class NothingToExport(NominateError):  # noqa: N818 - the public contract names it so
    """The view holds no entry, so there is nothing to say."""


class OutputError(NominateError, OSError):
    """A file could not be written; the old one, if there was one, is untouched."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that a misspelt one most likely meant, or an empty text.

    >>> nearest("finalists", ["shortlisted", "finalist"])
    'finalist'
    """
    folded = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def shown(value: object) -> str:
    r"""A value as a message may show it: quoted, cut at 80 characters, control characters escaped.

    >>> shown("a\tb")
    "'a\\tb'"
    """
    text = repr(value)
    return text if len(text) <= 82 else f"{text[:78]}…{text[-1]}"
