"""Which importers there are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from nominate.errors import ImporterNotFound
from nominate.importing.listing import HOOK, ListedImporter, importers_among, listed
from nominate.importing.tasks import listed_by_stranger
from nominate.plugging.loading import records
from nominate.plugging.offered import Offered, OfferKind
from nominate.plugging.plugins import Plugin

__all__ = ["Importers"]


class Importers(Offered[ListedImporter]):
    """The importers at hand, looked for as late as possible; what was found once is kept.

    All is as with `Exporters`; `reading_seconds` is how long a stranger may take to read one file.

    >>> Importers().broken
    ()
    """

    def __init__(
        self,
        *,
        files: Iterable[Path] = (),
        is_strict: bool = False,
        listing_seconds: float = 60,
        reading_seconds: float = 900,
    ) -> None:
        super().__init__(_KIND, files=files, is_strict=is_strict, listing_seconds=listing_seconds)
        self.reading_seconds = reading_seconds


# What our own distribution offers does not change while we run.
@cache
def _offered_here(plugin: Plugin) -> tuple[ListedImporter, ...]:
    return tuple(listed(importer, plugin) for importer in importers_among(records(plugin, HOOK)))


_KIND = OfferKind(
    noun="importer",
    deed="read",
    not_found=ImporterNotFound,
    here=_offered_here,
    elsewhere=listed_by_stranger,
)
