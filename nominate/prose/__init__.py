"""Words, house styles, and the pieces that are composed from a view."""

from __future__ import annotations

from nominate.prose import words
from nominate.prose.facts.situations import Situation
from nominate.prose.posts.counting import Measure
from nominate.prose.posts.platforms import Platform, platforms
from nominate.prose.posts.post import Post, PostImage
from nominate.prose.posts.posting import posts
from nominate.prose.stories.composing import story
from nominate.prose.summarising.composing import summary
from nominate.prose.templates.templating import templated
from nominate.styles.style import Style
from nominate.viewing.summary_kind import SummaryKind

__all__ = [
    "Measure",
    "Platform",
    "Post",
    "PostImage",
    "Situation",
    "Style",
    "SummaryKind",
    "platforms",
    "posts",
    "story",
    "summary",
    "templated",
    "words",
]
