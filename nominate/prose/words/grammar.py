"""What British English does whatever the house style: plurals, verbs, articles, possessives, capitals.

Where a word's form does not follow from its letters, data says it (`Kind.many`, `article`), and the
functions here are not asked.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["agreed", "articled", "capitalised", "ended", "pluralised", "possessive", "sentence"]

_IRREGULAR = {
    "analysis": "analyses",
    "child": "children",
    "crisis": "crises",
    "criterion": "criteria",
    "diagnosis": "diagnoses",
    "half": "halves",
    "hypothesis": "hypotheses",
    "life": "lives",
    "man": "men",
    "person": "people",
    "series": "series",
    "staff": "staff",
    "woman": "women",
}
# The part that takes the plural is not always the last: members of staff, runners-up.
_TAIL = re.compile(r"( (?:of|in|for|at|on|to|with|by) .*|-up| \(.*\))$")
_TAKES_ES = re.compile(r"(?:s|x|z|ch|sh)$")
_TAKES_IES = re.compile(r"(?<=[^aeiou])y$")
_VERBS = {"has": "have", "is": "are", "was": "were", "does": "do", "goes": "go", "says": "say"}
# The sound decides, not the letter: an hour, a university, an NHS trust, a UK award, an 18-month trial.
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_SOUNDS_LIKE_YOU = re.compile(r"(?:uni(?!n|mp|mag|d)|use|usu|uti|eu|ewe|one\b|once|ubiq|urin)", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Z]{2}|[A-Z](?![A-Za-z])")
_LETTERS_WITH_VOWELS = frozenset("AEFHILMNORSX")
# Abbreviations that people say as a word.
_SAID_AS_WORDS = re.compile(r"(?:FAST|MIND|NATO|NEST|NEWS|NICE|RADAR|SARS|SEND|SIM|SKIP|STEM)\b")
_ENDED = re.compile(r"[.!?…:][”’)\"']*$")
# A piece has few nouns and verbs, and the pieces of one run have the same.
_MANY = 512
_EIGHT_OR_ELEVEN = re.compile(r"8|1[18](?!\d)")


@lru_cache(maxsize=_MANY)
def pluralised(noun: str) -> str:
    """More than one of a thing that is named by a common noun.

    >>> pluralised("category"), pluralised("CCG"), pluralised("member of staff"), pluralised("runner-up")
    ('categories', 'CCGs', 'members of staff', 'runners-up')
    """
    tail = _TAIL.search(noun)
    if tail is not None:
        return pluralised(noun[: tail.start()]) + tail[0]
    head, space, last = noun.rpartition(" ")
    if last.lower() in _IRREGULAR:
        known = _IRREGULAR[last.lower()]
        return f"{head}{space}{last[0]}{known[1:]}"
    if _TAKES_IES.search(last):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if _TAKES_ES.search(last) else f"{noun}s"


def agreed(verb: str, *, is_plural: bool) -> str:
    """A verb of the third person as its subject wants it; only the first word changes.

    >>> agreed("has been", is_plural=True), agreed("wishes", is_plural=True), agreed("has", is_plural=False)
    ('have been', 'wish', 'has')
    """
    if not is_plural:
        return verb
    first, space, rest = verb.partition(" ")
    return f"{_plural_verb(first)}{space}{rest}"


@lru_cache(maxsize=_MANY)
def _plural_verb(verb: str) -> str:
    if verb in _VERBS:
        return _VERBS[verb]
    if re.search(r"[^aeiou]ies$", verb):
        return f"{verb[:-3]}y"
    if re.search(r"(?:ss|x|zz|ch|sh|o)es$", verb):
        return verb[:-2]
    return verb.removesuffix("s")


@lru_cache(maxsize=_MANY)
def articled(phrase: str) -> str:
    """A phrase after "a" or "an", by the sound of its first word.

    >>> articled("NHS trust"), articled("university"), articled("£800 bursary"), articled("hour")
    ('an NHS trust', 'a university', 'an £800 bursary', 'an hour')
    """
    return f"{'an' if _begins_with_vowel_sound(phrase.lstrip('“‘(£€$')) else 'a'} {phrase}"


def _begins_with_vowel_sound(phrase: str) -> bool:
    if _LETTERS.match(phrase) and not _SAID_AS_WORDS.match(phrase):
        return phrase[0] in _LETTERS_WITH_VOWELS
    if _EIGHT_OR_ELEVEN.match(phrase) or _SILENT_H.match(phrase):
        return True
    return phrase[:1].lower() in set("aeiouâêîôûáéíóú") and not _SOUNDS_LIKE_YOU.match(phrase)


def possessive(name: str) -> str:
    """What belongs to a name; one that is a possessive already stays.

    A name in -s takes the mark alone, an abbreviation in S the whole ending.

    >>> possessive("West of England AHSN"), possessive("Royal United Hospitals"), possessive("the NHS")
    ('West of England AHSN’s', 'Royal United Hospitals’', 'the NHS’s')
    """
    if re.search(r"(?:[’']s|s[’'])$", name):
        return name
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def capitalised(text: str) -> str:
    """The text with a capital at its start; marks before the first letter stay.

    >>> capitalised("the RUH"), capitalised("“two won”")
    ('The RUH', '“Two won”')
    """
    if text[:1].isalnum():
        return text[0].upper() + text[1:]
    start = next((place for place, letter in enumerate(text) if letter.isalnum()), 0)
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def ended(text: str) -> str:
    """The text with a full stop, unless it ends with a mark that ends a sentence, quoted or not.

    >>> ended("Two won"), ended("Who won?"), ended("He said: “We won.”")
    ('Two won.', 'Who won?', 'He said: “We won.”')
    """
    # Nearly every text ends in a letter, and asking takes a tenth of a search.
    return text if not text[-1:].isalnum() and _ENDED.search(text) else f"{text}."


def sentence(*parts: str) -> str:
    """The parts that are not empty, with single spaces, a capital and a full stop.

    >>> sentence("two trusts", "", "were shortlisted")
    'Two trusts were shortlisted.'
    """
    return ended(capitalised(" ".join(filter(None, parts))))
