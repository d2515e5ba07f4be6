"""`Post`: one post as it can be pasted, with its length, its pictures, and where each fact comes from."""

from __future__ import annotations

import attrs

from nominate.documents import Sentence
from nominate.documents.tree.sentences import rests_on
from nominate.prose.posts.counting import Measure
from nominate.prose.posts.platforms import Platform

__all__ = ["Post", "PostImage"]


@attrs.frozen(kw_only=True)
class PostImage:
    """A picture to add to a post: where it lies, the words for those who cannot see it, and their length.

    >>> PostImage(file="team.jpg", alt="Four people", measure=Measure(count=11, limit=1000, unit="")).credit
    ''
    """

    file: str
    alt: str
    measure: Measure
    credit: str = ""
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Post:
    """One post, or one of a thread: `number` of `total`.

    `text` is all that is to be pasted, link and hashtags and all; `status` is said beside it, and is no part
    of it. `sentences` hold what is said, each with the records that it rests on. `left_out` says what the
    platform has no room for. Where `measure` has an excess, the post is too long even at its shortest.

    >>> from nominate.prose.posts.platforms import platform
    >>> measure = Measure(count=12, limit=280, unit="weighted characters")
    >>> Post(platform=platform("x"), text="We have won.", measure=measure).total
    1
    """

    platform: Platform
    text: str
    measure: Measure
    status: str = ""
    number: int = 1
    total: int = 1
    link: str = ""
    hashtags: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    images: tuple[PostImage, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the records that the post rests on, each once."""
        return rests_on(self.sentences)
