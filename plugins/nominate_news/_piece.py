"""A piece as bytes: the story of the view, its appendices, and what the story does not name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import attrs

from nominate import Problem, Severity, View
from nominate.documents import Bullets, Document, NumberedList, Rule
from nominate.prose import Situation, Style, story
from nominate_news import NewsOptions
from nominate_news._appendices import shorter_headlines, where_from
from nominate_news._forms import formed, unshown

__all__ = ["write_piece"]

# A message that nobody reads to its end tells nothing.
_MOST_NAMED = 10


def write_piece(view: View, options: NewsOptions, out: BinaryIO) -> Iterable[Problem]:
    """Write the piece; gives a warning where entries are not named in it, or a picture cannot be shown."""
    situation = Situation(options.situation.value) if options.situation is not None else None
    piece = story(
        view,
        style=Style.asked(options.style),
        situation=situation,
        names_unsuccessful=options.unsuccessful,
    )
    appendices = (
        *(shorter_headlines(piece) if options.headlines else ()),
        *(where_from(piece, view) if options.sources else ()),
    )
    shown = attrs.evolve(piece, blocks=(*piece.blocks, *appendices)) if appendices else piece
    out.write(formed(shown, view, options))
    return (*_unnamed(view, piece), *unshown(piece, view, options))


def _unnamed(view: View, piece: Document) -> Iterator[Problem]:
    named: set[str] = set()
    for block in piece.blocks:
        if isinstance(block, Bullets | NumberedList):
            named.update(*(item.sources for item in block.items))
        if not isinstance(block, Rule):
            named.update(block.sources)
    missing = [entry.id for entry in view.entries if entry.id not in named]
    if missing:
        shown, more = missing[:_MOST_NAMED], len(missing) - _MOST_NAMED
        rest = f" and {more:,} more" if more > 0 else ""
        yield Problem(
            code="W608",
            message=f"the piece leaves out {', '.join(shown)}{rest}, of which it has no news to tell",
            severity=Severity.WARNING,
        )
