"""What a template may do with a fact: the words of the house, and a few of jinja2's own filters.

Those of ours have the names of `nominate.prose.words`, and take the house style from the piece.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from nominate.model.money import Money
from nominate.model.when import When
from nominate.prose import words
from nominate.prose.templates.allowance import TEXT, within
from nominate.prose.templates.faults import Fault
from nominate.prose.templates.session import Session, named
from nominate.prose.templates.signs import as_fact
from nominate.prose.words import Name

__all__ = ["FILTERS", "joined"]


def _number(value: object, filter_: str) -> int | Decimal:
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return value
    raise Fault("E632", f"|{filter_} takes a number, not {named(value)}")


def _whole(value: object, filter_: str) -> int:
    number = _number(value, filter_)
    if isinstance(number, int):
        return number
    raise Fault("E632", f"|{filter_} takes a whole number, not {number}")


def _name(value: object, filter_: str) -> Name:
    """A name, or that of whoever has one."""
    if isinstance(value, Name):
        return value
    own = getattr(value, "name", None)
    if isinstance(own, Name):
        return own
    raise Fault("E632", f"|{filter_} takes a name, not {named(value)}")


def _texts(values: object, filter_: str, session: Session) -> tuple[str, ...]:
    if isinstance(values, str | Mapping) or not isinstance(values, Iterable):
        raise Fault("E632", f"|{filter_} takes several facts, not {named(values)}")
    return tuple(map(session.printed, values))


def numbered(session: Session, value: object, *, starts_sentence: bool = False) -> str:
    """A number in words or digits."""
    return words.numbered(_number(value, "numbered"), session.style, starts_sentence=starts_sentence)


def counted(
    session: Session, value: object, one: str, *, many: str = "", starts_sentence: bool = False
) -> str:
    """A number with what it counts."""
    number = _number(value, "counted")
    return words.counted(number, one, session.style, many=many, starts_sentence=starts_sentence)


def all_of(session: Session, value: object, one: str, *, many: str = "") -> str:
    """The whole of a group that the reader knows."""
    return words.all_of(_whole(value, "all_of"), one, session.style, many=many)


def ranked(session: Session, value: object) -> str:
    """A place in an order."""
    return words.ranked(_whole(value, "ranked"), session.style)


def ranged(session: Session, value: object, end: object) -> str:
    """From one number to another, both included."""
    return words.ranged(_number(value, "ranged"), _number(end, "ranged"), session.style)


def dated(session: Session, value: object, *, preposition: bool = False) -> str:
    """A date as far as it is known, with in, on, at or from before it where asked for."""
    if isinstance(value, When):
        return session.date(value, preposition=preposition)
    raise Fault("E632", f"|dated takes a date, not {named(value)}")


def priced(session: Session, value: object) -> str:
    """An exact sum of money."""
    return words.priced(_money(value, "priced"), session.style)


def valued(session: Session, value: object) -> str:
    """A sum with what it is, as in a bursary of £1,000."""
    return words.valued(_money(value, "valued"), session.style)


def _money(value: object, filter_: str) -> Money:
    if isinstance(value, Money):
        return value
    raise Fault("E632", f"|{filter_} takes a sum of money, not {named(value)}")


def introduced(session: Session, value: object, *, article: bool = True) -> str:
    """A name in full at its first mention, with the abbreviation if that is used again; short ever after."""
    return as_fact(session.desk.mention(_name(value, "introduced"), article=article))


def shortened(session: Session, value: object, *, article: bool = True) -> str:
    """A name as at a later mention, whatever was said before."""
    return as_fact(words.shortened(_name(value, "shortened"), session.style, article=article))


def agreed(session: Session, verb: str, subject: object) -> str:
    """A verb as its subject wants it: a number, several facts, or somebody with a name."""
    match subject:
        case bool():
            return words.agreed(verb, is_plural=subject)
        case int() | Decimal():
            return words.agreed(verb, is_plural=subject != 1)
        case tuple() | list():
            return words.agreed(verb, is_plural=len(subject) != 1)
    is_person = getattr(subject, "is_person", False)
    is_plural = _name(subject, "agreed").is_plural or (session.style.has_plural_collectives and not is_person)
    return words.agreed(verb, is_plural=is_plural)


def listed(session: Session, values: object, *, conjunction: str = "and") -> str:
    """Several texts or names as a sentence takes them."""
    return words.listed(_texts(values, "listed", session), conjunction=conjunction)


def both(session: Session, values: object) -> str:
    """The same, with both before a pair."""
    return words.both(_texts(values, "both", session))


def bulleted(session: Session, values: object) -> tuple[str, ...]:
    """The items of a bulleted list with the marks of the house style at their ends."""
    return words.bulleted(_texts(values, "bulleted", session), session.style)


def spoken(session: Session, values: object) -> tuple[str, ...]:
    """The paragraphs of a quote in the marks of the house style."""
    return words.spoken(_texts(values, "spoken", session), session.style)


def possessive(session: Session, value: object) -> str:
    """What belongs to a name."""
    return words.possessive(session.printed(value))


def titled(session: Session, value: object) -> str:
    """A title in the marks of the house style."""
    return words.titled(session.printed(value), session.style)


def headlined(session: Session, value: object) -> str:
    """Words in the marks that the house style has in headlines."""
    return words.headlined(session.printed(value), session.style)


def articled(session: Session, value: object) -> str:
    """A phrase after a or an."""
    return words.articled(session.printed(value))


def pluralised(session: Session, value: object) -> str:
    """More than one of a thing."""
    return words.pluralised(session.printed(value))


def capitalised(session: Session, value: object) -> str:
    """A text with a capital at its start."""
    return words.capitalised(session.printed(value))


def sentence(session: Session, value: object) -> str:
    """A text with a capital and a full stop."""
    return words.sentence(session.printed(value))


def upper(session: Session, value: object) -> str:
    """A text in capitals."""
    return session.printed(value).upper()


def lower(session: Session, value: object) -> str:
    """A text in small letters."""
    return session.printed(value).lower()


def trim(session: Session, value: object) -> str:
    """A text without white space at its ends."""
    return session.printed(value).strip()


def replace(session: Session, value: object, old: str, new: str) -> str:
    """A text with some words in place of others."""
    text = session.printed(value)
    grown = len(text) + text.count(old) * (len(new) - len(old))
    within(grown, TEXT, "one text")
    return text.replace(old, new)


def join(session: Session, values: object, between: str = "") -> str:
    """Several texts in a row, with something between them."""
    texts = _texts(values, "join", session)
    within(sum(map(len, texts)) + len(between) * len(texts), TEXT, "one text")
    return between.join(texts)


def joined(session: Session, values: object) -> str:
    """What `~` puts in a row."""
    return join(session, values)


_OURS = (
    numbered,
    counted,
    all_of,
    ranked,
    ranged,
    dated,
    priced,
    valued,
    introduced,
    shortened,
    agreed,
    listed,
    both,
    bulleted,
    spoken,
    possessive,
    titled,
    headlined,
    articled,
    pluralised,
    capitalised,
    sentence,
    upper,
    lower,
    trim,
    replace,
    join,
)
FILTERS: Mapping[str, Callable[..., Any]] = {each.__name__: each for each in _OURS}
"""Each filter of ours by its name; the first argument is the session, the second what stands before it."""
