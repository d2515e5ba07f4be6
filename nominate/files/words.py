"""Words that people write for ours, so that a message can say which one is meant."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from nominate.errors import nearest

__all__ = ["choice_called", "meant_choice", "meant_key", "record_called", "synonym"]

_OUTCOMES = {
    "shortlisted": "finalist finalists nominated nominee nomination shortlist short-list finals",
    "longlisted": "longlist long-list",
    "won": "winner winners win winning gold first champion successful awarded overall-winner",
    "runner up": "second runners-up silver",
    "placed": "third bronze place placing ranked",
    "highly commended": "hc high-commendation highly-recommended",
    "commended": "commendation recommended",
    "special mention": "honourable-mention mention judges-choice special-recognition",
    "unsuccessful": "lost not-won did-not-win unplaced rejected not-successful not-shortlisted no failed",
    "withdrawn": "withdrew pulled",
    "recategorised": "moved recategorized",
    "revoked": "rescinded stripped",
}
_DATES = {
    "entry deadline": "deadline closing-date entries-close submission-deadline closes close submission",
    "entries open": "opens open opening",
    "ceremony": "awards-ceremony award-ceremony awards-night gala awards-dinner dinner event",
    "shortlist announced": "shortlist shortlisting finalists-announced shortlisted",
    "longlist announced": "longlist longlisting",
    "results published": "results winners-announced results-announced winners announcement",
    "judging": "judging-day judges judged",
    "presentation": "presentations presenting",
    "public vote opens": "public-vote voting-opens voting",
    "public vote closes": "voting-closes",
}
_PROGRESS = {
    "drafting": "draft writing in-progress started",
    "in review": "review reviewing sign-off",
    "submitted": "sent entered done complete completed submit",
    "abandoned": "dropped stopped cancelled",
    "not pursued": "declined no not-entered",
    "idea": "possible potential",
}
_OTHERS = {
    "virtual": "online remote zoom teams",
    "in person": "face-to-face live physical",
    "provisional": "tbc to-be-confirmed unconfirmed",
    "estimated": "expected likely about guess",
    "renamed": "rename name-change",
    "merged": "merger merge",
    "no award": "none not-awarded no-winner",
}
_MEANINGS: Final = {
    "Outcome": _OUTCOMES,
    "DateKind": _DATES,
    "Progress": _PROGRESS,
    "Mode": _OTHERS,
    "Certainty": _OTHERS,
    "SuccessionKind": _OTHERS,
    "CategoryResultKind": _OTHERS,
}
_CALLED = {
    "DateKind": "something that a date is of",
    "Mode": "a way to meet",
    "Certainty": "a word for how sure a date is",
    "Progress": "a word for progress",
    "Weekday": "a day of the week",
    "SuccessionKind": "a way in which one organisation became another",
    "CategoryResultKind": "a result of a category",
    "Outcome": "an outcome",
}

_CALLED_OTHERWISE = {"records": "a register file", "settings": "register", "style": "a house style"}

_KEYS: Final = {
    "award": "edition",
    "awards": "edition",
    "organisation": "nominees organiser",
    "organisations": "nominees",
    "nominee": "nominees",
    "person": "nominees speaker",
    "people": "nominees",
    "project": "programme",
    "status": "progress certainty",
    "stage": "progress",
    "outcome": "decisions",
    "outcomes": "decisions",
    "result": "decisions",
    "results": "decisions",
    "organiser": "hosts",
    "host": "hosts",
    "deadline": "dates due",
    "deadlines": "dates",
    "date": "when on announced",
    "from": "since",
    "to": "until",
    "ended": "until",
    "link": "url",
    "website": "url",
    "description": "about summary",
    "name": "title",
    "full_name": "name",
    "title": "name label",
    "photo": "images",
    "picture": "images",
    "pictures": "images",
    "sponsors": "sponsor",
    "settings": "register",
    "comment": "notes",
    "comments": "notes",
    "winner": "decisions",
    "type": "kind what",
    "network": "member_of",
    "by": "speaker publisher",
    "quote": "text quotes",
    "value": "amount",
    "contact_details": "contact",
}


def meant_key(key: str, keys: tuple[str, ...]) -> str:
    """The key of a record that another one most likely means, or an empty text.

    >>> meant_key("Organisation", ("id", "nominees")), meant_key("tilte", ("id", "title"))
    ('nominees', 'title')
    """
    plain = re.sub(r"[\s-]+", "_", key.strip().casefold())
    meant = [other for other in _KEYS.get(plain, "").split() if other in keys]
    return meant[0] if meant else nearest(plain, keys)


def meant_choice(word: str, choices: type[Enum]) -> str:
    """The value of an enum that a word most likely means, or an empty text.

    >>> from nominate.model.decision import Outcome
    >>> meant_choice("finalist", Outcome), meant_choice("Highly-Commended", Outcome)
    ('shortlisted', 'highly commended')
    """
    values = [str(choice.value) for choice in choices]
    return synonym(word, choices) or nearest(_joined(word).replace("-", " "), values)


def synonym(word: str, choices: type[Enum]) -> str:
    """The value of an enum that a word is another word for; for a slip of the pen, an empty text.

    >>> from nominate.model.decision import Outcome
    >>> synonym("Finalist", Outcome), synonym("Highly_commended", Outcome), synonym("shortlistd", Outcome)
    ('shortlisted', 'highly commended', '')
    """
    values = {str(choice.value) for choice in choices}
    plain = _joined(word)
    for value, others in _MEANINGS.get(choices.__name__, {}).items():
        if value in values and plain in others.split():
            return value
    said = plain.replace("-", " ")
    return said if said in values else ""


def _joined(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word.strip().casefold())


def choice_called(choices: type[Enum]) -> str:
    """What a value of an enum is, for a message, as in "'x' is not an outcome".

    >>> from nominate.model.decision import Outcome
    >>> choice_called(Outcome)
    'an outcome'
    """
    return _CALLED.get(choices.__name__, "one of the choices")


def record_called(record: type) -> str:
    """What a record is, for a message, as in "'x' is not a key of a nomination".

    >>> from nominate.model.award import AwardCategory
    >>> record_called(AwardCategory)
    'an award category'
    """
    name = " ".join(re.findall("[A-Z][a-z]*", record.__name__)).lower()
    if name in _CALLED_OTHERWISE:
        return _CALLED_OTHERWISE[name]
    if name.endswith(" rules"):
        return f"the {name}"
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
