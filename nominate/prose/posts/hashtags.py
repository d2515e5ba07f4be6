"""Hashtags that the records themselves spell: the words of a name, each with a capital, and none invented."""

from __future__ import annotations

import re
from unicodedata import normalize

from nominate.prose.posts.counting import graphemes
from nominate.prose.words import Name

__all__ = ["hashtag"]

# Inside a word an apostrophe is left out, so that Don’t stays one word.
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_MARK = re.compile(r"[\W_]+")


def hashtag(name: Name, *, limit: int = 0) -> str:
    """The name as a hashtag, in CamelCase so that screen readers say its words; empty where none can be made.

    The full name, or where that is longer than `limit` graphemes the short one, then the abbreviation.
    A limit of 0 is none.

    >>> hashtag(Name(full="HSJ Patient Safety Awards")), hashtag(Name(full="Don’t Wait & See"))
    ('#HSJPatientSafetyAwards', '#DontWaitAndSee')
    >>> hashtag(Name(full="Don’t Wait to Anticoagulate", abbreviation="DWAC"), limit=20)
    '#DWAC'
    """
    said = (_camel_case(each) for each in (name.full, name.short, name.abbreviation))
    fitting = (each for each in said if each and (not limit or graphemes(each) <= limit))
    return next((f"#{each}" for each in fitting), "")


def _camel_case(name: str) -> str:
    words = _MARK.split(_APOSTROPHE.sub("", normalize("NFC", name).replace("&", " and ")))
    said = "".join(word[:1].upper() + word[1:] for word in words)
    # No platform links a number alone, nor what is no letter at all.
    return said if any(letter.isalpha() for letter in said) else ""
