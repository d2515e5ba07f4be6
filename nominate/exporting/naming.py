"""What the name of a file promises, held against what an exporter makes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nominate.errors import OptionError, Problem, Severity, UsageError, shown
from nominate.exporting.exporter import Form
from nominate.exporting.exporters import Exporters
from nominate.exporting.listing import ListedExporter
from nominate.files.reading import name_of
from nominate.plugging.given import Given, key_of

__all__ = ["form_of", "misnamed"]


def form_of(one: ListedExporter, pairs: Given, *, name: str = "") -> Form | None:
    """The form that a file of that name asks for, else the one that the options mean; None for the usual one.

    Raises `OptionError` when the name asks for the usual form and the options for another.
    """
    suffix, meant = one.suffix_of(name), _meant(one, pairs)
    if suffix in one.forms:
        return one.forms[suffix]
    if suffix and meant:
        key, value = next(iter(one.forms[meant].options.items()))
        raise OptionError(
            f"option {key!r} of {one.name!r} is {value!r}, which a file that ends in {meant!r} holds, "
            f"not one that ends in {suffix!r}; rename the file, or leave the option out"
        )
    return one.forms.get(meant)


def _meant(one: ListedExporter, pairs: Given) -> str:
    """The suffix of the further form that the options mean; empty where they mean none."""
    asked = {(key_of(key), str(value).casefold()) for key, value in pairs}
    for suffix, form in one.forms.items():
        meant = {(key, value.casefold()) for key, value in form.options.items()}
        if meant and meant <= asked:
            return suffix
    return ""


def misnamed(one: ListedExporter, path: Path, *, media_type: str, at_hand: Exporters) -> Problem | None:
    """A warning where the exporter makes no files of such a name, so that programs would not know the file.

    Raises `UsageError` where they would take it for something that it is not: another exporter at hand makes
    files of such a name, and not both are text.
    """
    if one.suffix_of(path.name):
        return None
    makers = at_hand.near_for_path(path)
    promised = {each.media_type_of(path.name) for each in makers}
    if media_type in promised:
        return None
    usual = _or(one.suffixes)
    if makers and not all(kind.startswith("text/") for kind in (media_type, *promised)):
        names = _or([each.name for each in makers])
        raise UsageError(
            f"{shown(path.name)} is a name for what {names} makes, and {one.name} makes files that end in "
            f"{usual}; rename the file, or choose another exporter"
        )
    return Problem(
        code="W613",
        severity=Severity.WARNING,
        file=name_of(Path(path.name)),
        message=f"such files usually end in {usual}: programs find them by that",
    )


def _or(words: Sequence[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
