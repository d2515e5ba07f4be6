"""The phrases that sentences are made of: pure functions from values and a style to words.

Functions that ask for a `style` follow the house; the others follow the language.
"""

from __future__ import annotations

from nominate.prose.words.dates import dated, timed
from nominate.prose.words.grammar import (
    agreed,
    articled,
    capitalised,
    ended,
    pluralised,
    possessive,
    sentence,
)
from nominate.prose.words.lists import both, bulleted, listed
from nominate.prose.words.money import hedged, priced, valued
from nominate.prose.words.names import Mentions, Name, introduced, shortened
from nominate.prose.words.numbers import (
    all_of,
    counted,
    numbered,
    ordinal,
    percentage,
    ranged,
    ranked,
    spelled,
)
from nominate.prose.words.quotations import headlined, spoken, titled

__all__ = [
    "Mentions",
    "Name",
    "agreed",
    "all_of",
    "articled",
    "both",
    "bulleted",
    "capitalised",
    "counted",
    "dated",
    "ended",
    "headlined",
    "hedged",
    "introduced",
    "listed",
    "numbered",
    "ordinal",
    "percentage",
    "pluralised",
    "possessive",
    "priced",
    "ranged",
    "ranked",
    "sentence",
    "shortened",
    "spelled",
    "spoken",
    "timed",
    "titled",
    "valued",
]
