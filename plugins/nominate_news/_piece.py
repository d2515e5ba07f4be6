"""A piece as bytes: the story of the view, or what a template makes of it, with appendices and warnings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import BinaryIO

import attrs

from nominate import Problem, Severity, View
from nominate.documents import Bullets, Document, Figure, Heading, NumberedList, Paragraph, Quotation, Table
from nominate.errors import DataError, OptionError
from nominate.prose import Situation, Style, story, templated
from nominate_news import NewsOptions
from nominate_news._appendices import shorter_headlines, where_from
from nominate_news._forms import formed, too_heavy, unshown

__all__ = ["write_piece"]

# A message that nobody reads to its end tells nothing.
_MOST_NAMED = 10


def write_piece(view: View, options: NewsOptions, out: BinaryIO) -> Iterable[Problem]:
    """Write the piece; gives a warning where entries are not named in it, or a picture cannot be shown.

    Which entries a template names is for whoever wrote it to decide.
    """
    piece = _worded(view, options)
    appendices = (
        *(shorter_headlines(piece) if options.headlines else ()),
        *(where_from(piece, view) if options.sources else ()),
    )
    shown = attrs.evolve(piece, blocks=(*piece.blocks, *appendices)) if appendices else piece
    content = formed(shown, view, options)
    out.write(content)
    unnamed = () if options.template is not None else _unnamed(view, piece)
    return (*unnamed, *unshown(piece, view, options), *too_heavy(content, options))


def _worded(view: View, options: NewsOptions) -> Document:
    """The piece in our words, or in those of a template."""
    wording = partial(story, view)
    if options.template is not None:
        wording = partial(templated, view, options.template.content, name=options.template.name)
    try:
        return wording(
            style=Style.asked(options.style),
            situation=Situation(options.situation.value) if options.situation is not None else None,
            names_unsuccessful=options.unsuccessful,
        )
    except DataError as error:
        raise OptionError(str(error)) from None


def _unnamed(view: View, piece: Document) -> Iterator[Problem]:
    named: set[str] = set()
    for block in piece.blocks:
        match block:
            case Paragraph() | Heading() | Quotation() | Table() | Figure():
                named.update(block.sources)
            case Bullets() | NumberedList():
                named.update(block.sources, *(item.sources for item in block.items))
    missing = [entry.id for entry in view.entries if entry.id not in named]
    if missing:
        shown, more = missing[:_MOST_NAMED], len(missing) - _MOST_NAMED
        rest = f" and {more:,} more" if more > 0 else ""
        yield Problem(
            code="W608",
            message=f"the piece leaves out {', '.join(shown)}{rest}, of which it has no news to tell",
            severity=Severity.WARNING,
        )
