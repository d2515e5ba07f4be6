"""Finding the exporter that a kit tries, and letting it write here and in another process."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs

from nominate import Entry, Exporter, Exporters, View
from nominate.exporting.listing import HOOK, ListedExporter, exporters_among, listed
from nominate.exporting.rendering import render_with_problems
from nominate.exporting.writing import Rendering
from nominate.plugging.loading import records

__all__ = ["exporters", "here", "lost", "same_letters", "written_elsewhere"]

_QUOTES = str.maketrans("\u2018\u2019\u201a\u201c\u201d\u201e", "'''\"\"\"")


@lru_cache
def exporters(file: Path | None) -> Exporters:
    """The exporters at hand, with those of one file; what was found once is kept."""
    return Exporters(files=() if file is None else (file,))


@lru_cache
def here(name: str, file: Path | None) -> tuple[ListedExporter, Exporter[Any]]:
    """The exporter of that name, as listed and itself, in this process: its author can step through it.

    Raises `ExporterNotFound` or `PluginError` when the host would not find it.
    """
    plugin = exporters(file).named(name).source
    found = {exporter.name: exporter for exporter in exporters_among(records(plugin, HOOK))}
    return listed(found[name], plugin), found[name]


def written_elsewhere(one: ListedExporter, view: View, *, options: object) -> Rendering:
    """What the exporter writes in a new process."""
    return render_with_problems(view, attrs.evolve(one, exporter=None), options=options)


def lost(view: View, text: str, *, signs_of: Callable[[Entry], Iterable[str]]) -> tuple[str, ...]:
    """The titles of the entries of which no sign is in the text, as often as entries have that sign."""
    found = same_letters(text)
    signs = {entry.id: [same_letters(sign) for sign in signs_of(entry)] for entry in view.entries}
    wanted = Counter(sign for own in signs.values() for sign in set(own))
    return tuple(
        entry.title
        for entry in view.entries
        if not any(sign and found.count(sign) >= wanted[sign] for sign in signs[entry.id])
    )


def same_letters(text: str) -> str:
    r"""The text without what a layout may change: spaces, line breaks, hidden letters, quotes' shape.

    >>> same_letters("Don’t\n wait") == same_letters("Don't wait")
    True
    """
    letters = unicodedata.normalize("NFC", text).translate(_QUOTES)
    return "".join(
        letter for letter in letters if not letter.isspace() and unicodedata.category(letter) != "Cf"
    )
