"""Posts for a program: every post with its length, its parts, and the records that each sentence rests on."""

from __future__ import annotations

import json
from collections.abc import Iterable

from nominate.documents import plain
from nominate.prose import Post
from nominate_social import SocialOptions

__all__ = ["as_json"]


def as_json(made: Iterable[Post], _: SocialOptions) -> str:
    """The posts in order, with every key always there."""
    told = {"posts": [_told(post) for post in made]}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _told(post: Post) -> dict[str, object]:
    return {
        "platform": post.platform.name,
        "status": post.status,
        "number": post.number,
        "of": post.total,
        "text": post.text,
        "count": post.measure.count,
        "limit": post.measure.limit,
        "unit": post.measure.unit,
        "too_many": post.measure.excess,
        "link": post.link,
        "hashtags": list(post.hashtags),
        "images": [
            {
                "file": image.file,
                "credit": image.credit,
                "alt": image.alt,
                "count": image.measure.count,
                "limit": image.measure.limit,
            }
            for image in post.images
        ],
        "left_out": list(post.left_out),
        "sentences": [
            {"says": plain(each.content), "rests_on": list(each.sources)} for each in post.sentences
        ],
    }
