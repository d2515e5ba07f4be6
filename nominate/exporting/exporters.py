"""Which exporters there are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from nominate.errors import ExporterNotFound
from nominate.exporting.listing import HOOK, ListedExporter, exporters_among, listed
from nominate.exporting.tasks import listed_by_stranger
from nominate.plugging.loading import records
from nominate.plugging.offered import Offered, OfferKind
from nominate.plugging.plugins import Plugin

__all__ = ["Exporters"]


class Exporters(Offered[ListedExporter]):
    """The exporters at hand, looked for as late as possible; what was found once is kept.

    Stock plugins run here, strangers in processes of their own: those of other distributions, and `files`,
    which are plugins of one file. With `is_strict`, the first plugin that breaks the contract raises
    `PluginError`; otherwise it is kept in `broken`, and the others go on. `listing_seconds` and
    `writing_seconds` are how long a stranger may take to say what it offers, and to write one export.

    >>> Exporters().named("excel").suffix
    '.xlsx'
    """

    def __init__(
        self,
        *,
        files: Iterable[Path] = (),
        is_strict: bool = False,
        listing_seconds: float = 60,
        writing_seconds: float = 900,
    ) -> None:
        super().__init__(_KIND, files=files, is_strict=is_strict, listing_seconds=listing_seconds)
        self.writing_seconds = writing_seconds


# What our own distribution offers does not change while we run: asking it anew for each piece of news would
# take longer than writing the piece.
@cache
def _offered_here(plugin: Plugin) -> tuple[ListedExporter, ...]:
    return tuple(listed(exporter, plugin) for exporter in exporters_among(records(plugin, HOOK)))


_KIND = OfferKind(
    noun="exporter",
    deed="make",
    not_found=ExporterNotFound,
    here=_offered_here,
    elsewhere=listed_by_stranger,
)
