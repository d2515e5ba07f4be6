"""`posts`: a view as posts for social platforms, each as long as its platform takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from nominate.documents import Sentence
from nominate.errors import UsageError, shown
from nominate.prose.facts.situations import Situation
from nominate.prose.house import house_style
from nominate.prose.posts.below import images_of, trimmings_of
from nominate.prose.posts.counting import measured
from nominate.prose.posts.drafting import Draft, Facts
from nominate.prose.posts.fitting import Fitted, Trimmings, composed, fitted
from nominate.prose.posts.passages import Passage, said_in, set_out
from nominate.prose.posts.platforms import Platform
from nominate.prose.posts.platforms import platforms as named_platforms
from nominate.prose.posts.post import Post
from nominate.prose.posts.threads import Piece, numbered, packed
from nominate.prose.stories.composing import chosen
from nominate.prose.stories.tops.status import status_of
from nominate.styles.style import Style
from nominate.viewing.view import View

__all__ = ["posts"]

_ADDRESS = re.compile(r"https?://\S+")


def posts(
    view: View,
    *,
    style: Style | None = None,
    situation: Situation | None = None,
    platforms: Iterable[str] = (),
    thread: bool = False,
    link: str | None = None,
) -> tuple[Post, ...]:
    """Posts in the publisher's voice about what a view holds, for each platform in a fixed order.

    A post that is too long leaves facts out in the declared order, and tells which; no word, name or title
    is ever cut, so that one may stay too long: its measure says by how much. With `thread`, what was left
    out follows in further posts. `link` is the page to link to: the award's own where None, none where empty.
    `situation` forces another than the facts call for; `platforms` names some, none of them all.

    Raises:
        NothingToExport: nothing in the view may be told, or not as that situation.
        UsageError: there is no such platform or style, or the link is none.
    """
    if link and not _ADDRESS.fullmatch(link):
        raise UsageError(f"{shown(link)} is no link; give one that begins with https://")
    editions = chosen(view, situation=situation, names_unsuccessful=False)
    house = style or house_style(view)
    draft = Draft(editions, view, house)
    status = status_of(view, house)
    made = _made(editions, view, draft, named_platforms(platforms), link=link, is_thread=thread)
    return tuple(attrs.evolve(post, status=status) for post in made)


def _made(
    editions: Facts,
    view: View,
    draft: Draft,
    chosen: Iterable[Platform],
    *,
    link: str | None,
    is_thread: bool,
) -> Iterator[Post]:
    for platform in chosen:
        trimmings = trimmings_of(editions, platform, link=link)
        alone = fitted(draft, trimmings, platform)
        left = draft.rest(alone.dropped)
        told = (
            _thread(draft, trimmings, platform) if is_thread and left else (_single(alone, left, platform),)
        )
        images = tuple(images_of(editions, view, platform))
        yield from (attrs.evolve(told[0], images=images), *told[1:])


def _single(fitting: Fitted, left: Iterable[Passage], platform: Platform) -> Post:
    said = dict.fromkeys(each.detail.value for each in left if each.detail is not None)
    return attrs.evolve(_post(fitting, platform), left_out=(*said, *fitting.untrimmed))


def _post(fitting: Fitted, platform: Platform) -> Post:
    return Post(
        platform=platform,
        text=fitting.text,
        measure=fitting.measure,
        link=fitting.trimmings.link,
        hashtags=fitting.trimmings.hashtags,
        sentences=tuple(
            Sentence(content=said_in(each), sources=each.sources)
            for passage in fitting.passages
            for each in passage.told
        ),
    )


def _thread(draft: Draft, trimmings: Trimmings, platform: Platform) -> tuple[Post, ...]:
    """The first post as it fits with its number, and what it has no room for in those after it."""
    first, rest = _numbered_to(9, draft, trimmings, platform)
    total = len(rest) + 1
    said = composed(set_out(first.passages), first.trimmings, numbered(1, total))
    one = _post(attrs.evolve(first, text=said, measure=measured(said, platform)), platform)
    followers = (
        _follower(pieces, f"{text}\n\n{numbered(number, total)}", platform)
        for number, (pieces, text) in enumerate(rest, start=2)
    )
    return tuple(
        attrs.evolve(post, number=number, total=total)
        for number, post in enumerate((one, *followers), start=1)
    )


def _numbered_to(
    most: int, draft: Draft, trimmings: Trimmings, platform: Platform
) -> tuple[Fitted, tuple[tuple[tuple[Piece, ...], str], ...]]:
    """The first post and those after it, with room for numbers up to `most`, or more where there are more."""
    room = numbered(most, most)
    first = fitted(draft, trimmings, platform, ending=room)
    rest = packed(draft.rest(first.dropped), platform, ending=room)
    return (first, rest) if len(rest) < most else _numbered_to(most * 10 + 9, draft, trimmings, platform)


def _follower(pieces: Iterable[Piece], text: str, platform: Platform) -> Post:
    said = tuple(Sentence(content=piece.text, sources=piece.sources) for piece in pieces)
    return Post(platform=platform, text=text, measure=measured(text, platform), sentences=said)
