"""Words, house styles, and the pieces that are composed from a view."""

from __future__ import annotations

from nominate.prose import words
from nominate.prose.facts.situations import Situation
from nominate.prose.stories.composing import story
from nominate.prose.summarising.composing import summary
from nominate.styles.style import Style

__all__ = ["Situation", "Style", "story", "summary", "words"]
