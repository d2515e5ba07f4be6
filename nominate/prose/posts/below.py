"""What stands below the words of a post: the page to read on, hashtags, and the pictures with their words."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents.characters import one_line
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.statements import Picture, pictures_of
from nominate.prose.posts.counting import Measure, code_units
from nominate.prose.posts.fitting import Trimmings
from nominate.prose.posts.hashtags import hashtag
from nominate.prose.posts.platforms import Platform, Unit
from nominate.prose.posts.post import PostImage
from nominate.prose.words import Name
from nominate.viewing.view import View

__all__ = ["images_of", "trimmings_of"]

Facts = tuple[EditionFacts, ...]


def trimmings_of(editions: Facts, platform: Platform, *, link: str | None) -> Trimmings:
    """The link, which is the edition's own page where none is given, and the hashtags of awards and work."""
    tags = dict.fromkeys(hashtag(name, limit=platform.hashtag_limit) for name in _tagged(editions))
    return Trimmings(
        link=_page(editions) if link is None else link,
        hashtags=tuple(tag for tag in tags if tag)[: platform.hashtags],
    )


def _tagged(editions: Facts) -> Iterator[Name]:
    """The awards, then the work where the post is about one piece of it alone."""
    for facts in editions:
        yield Name.of(facts.award)
    work = [programme for facts in editions for programme, _ in facts.work.values()]
    if len(work) == 1:
        yield Name.of(work[0])


def _page(editions: Facts) -> str:
    """The page that fits what is told; none for a round-up, which no one page is about."""
    if len(editions) > 1:
        return ""
    facts = editions[0]
    order = ("winners", "shortlist", "longlist") if facts.has_results else ("shortlist", "longlist", "entry")
    links = (facts.edition.links.get(key, "") for key in order)
    return next((each for each in links if each), facts.award.url or "")


def images_of(editions: Facts, view: View, platform: Platform) -> Iterator[PostImage]:
    """The pictures that may be shown, as many as one post takes."""
    shown = (picture for facts in editions for entry in facts.told for picture in pictures_of(entry, view))
    for picture, _ in zip(shown, range(platform.images), strict=False):
        yield _image(picture, platform)


def _image(picture: Picture, platform: Platform) -> PostImage:
    alt = one_line(picture.image.alt)
    return PostImage(
        file=picture.image.file,
        alt=alt,
        credit=one_line(picture.image.credit),
        # No platform says how it counts these words.
        measure=Measure(count=code_units(alt), limit=platform.alt_limit, unit=Unit.CODE_UNITS.value),
        sources=picture.sources,
    )
