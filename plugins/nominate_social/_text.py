"""Posts to copy from: each between two rules, below its platform and length, above what goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nominate.prose import Post, PostImage
from nominate_social import SocialOptions

__all__ = ["as_text", "named"]

_RULE = "-" * 72


def as_text(made: Sequence[Post], options: SocialOptions) -> str:
    """The whole file: who may see it from when, then post by post."""
    parts = [made[0].status, *("\n".join(_told(post, options)) for post in made)]
    return "\n\n\n".join(parts) + "\n"


def named(post: Post) -> str:
    """A post by its platform, and its place in a thread.

    >>> from nominate.prose import Measure, platforms
    >>> measure = Measure(count=12, limit=280, unit="weighted characters")
    >>> named(Post(platform=platforms()[0], text="We have won.", measure=measure, number=2, total=3))
    'X, post 2 of 3'
    """
    place = f", post {post.number} of {post.total}" if post.total > 1 else ""
    return f"{post.platform.title}{place}"


def _told(post: Post, options: SocialOptions) -> Iterator[str]:
    excess = f", {post.measure.excess:,} too many" if post.measure.excess else ""
    yield f"{named(post)}: {post.measure.count:,} of {post.measure.limit:,}{excess}"
    yield from (_RULE, post.text, _RULE)
    for image in post.images:
        yield from _shown(image)
    if post.left_out:
        yield f"Left out to fit: {', '.join(post.left_out)}"
    if options.sources:
        yield f"Rests on: {', '.join(post.sources)}"


def _shown(image: PostImage) -> Iterable[str]:
    credit = f" (credit: {image.credit})" if image.credit else ""
    yield f"Image: {image.file}{credit}"
    yield f"Alt text, {image.measure.count:,} of {image.measure.limit:,}: {image.alt}"
