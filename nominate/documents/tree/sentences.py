"""A sentence with the records that it rests on, and how sentences become the content of a block."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from operator import attrgetter

import attrs

from nominate.documents.tree.inlines import Content, Inline, as_content

__all__ = ["Sentence", "joined", "rests_on"]

_SOURCES = attrgetter("sources")


@attrs.frozen(kw_only=True)
class Sentence:
    """Words that say one thing, with the ids of the records that they rest on, the nearest first.

    >>> Sentence(content="Two trusts won.", sources=("ruh-skip-2020", "awp-daisy-2020")).sources[0]
    'ruh-skip-2020'
    """

    content: Content = attrs.field(converter=as_content)
    sources: tuple[str, ...] = ()


def joined(sentences: Iterable[Sentence]) -> Content:
    """The sentences one after the other, a space between.

    >>> joined([Sentence(content="It won."), Sentence(content="It is glad.")])
    ('It won. It is glad.',)
    """
    told = tuple(sentences)
    # Most paragraphs of a piece have one sentence.
    if len(told) == 1:
        return told[0].content
    parts: list[Inline] = []
    for sentence in told:
        for part in (" " if parts else "", *sentence.content):
            if isinstance(part, str) and parts and isinstance(parts[-1], str):
                parts[-1] += part
            elif part:
                parts.append(part)
    return tuple(parts)


def rests_on(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    """The ids that the sentences rest on, each once, in reading order.

    >>> rests_on([Sentence(content="A.", sources=("a", "b")), Sentence(content="B.", sources=("b",))])
    ('a', 'b')
    """
    told = tuple(sentences)
    every = told[0].sources if len(told) == 1 else chain.from_iterable(map(_SOURCES, told))
    return tuple(dict.fromkeys(every))
