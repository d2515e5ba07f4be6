"""Signs in names and titles that nobody sees, and that make two of them differ that look alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from nominate.errors import shown
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.index import Index

__all__ = ["in_names_and_titles"]

# Soft hyphens, spaces and joiners without a width, and tags. Some scripts and emoji need the others that show
# nothing, as U+200D, and the flags of England, Scotland and Wales are tags after a black flag.
_UNSEEN = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")


def in_names_and_titles(index: Index) -> Iterator[Finding]:
    """Names of organisations, people, programmes and awards, and titles, that hold a sign without a shape."""
    for at, text in _texts(index):
        # Hardly any text is not, and to ask costs next to nothing.
        if text.isprintable():
            continue
        found = _UNSEEN.search(_FLAG.sub("", text))
        if found is not None:
            name = unicodedata.name(found[0], "a tag").lower()
            yield Finding(
                code="W304",
                at=at,
                message=f"{shown(text)} holds U+{ord(found[0]):04X} ({name}), which nobody sees",
                hint="take it out, or a search for the text does not find it",
            )


def _texts(index: Index) -> Iterator[tuple[Path, str]]:
    records = index.records
    for collection in ("organisations", "people", "programmes", "awards"):
        for place, record in enumerate(getattr(records, collection)):
            yield (collection, place, "name"), record.name
    for place, award in enumerate(records.awards):
        for number, edition in enumerate(award.editions):
            for own, category in enumerate(edition.categories):
                yield ("awards", place, "editions", number, "categories", own, "name"), category.name
    for place, nomination in enumerate(records.nominations):
        yield ("nominations", place, "title"), nomination.title
