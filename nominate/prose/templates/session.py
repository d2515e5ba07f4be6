"""One rendering of a template: whose facts, in which style, what it has said and what it may still do."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from nominate.model.money import Money
from nominate.model.when import When
from nominate.prose.stories.desk import Desk
from nominate.prose.templates.allowance import Allowance
from nominate.prose.templates.faults import Fault
from nominate.prose.templates.signs import as_fact
from nominate.prose.templates.tree.told import Told, names_of
from nominate.prose.words import Name, dated, priced
from nominate.prose.words.numbers import digits

__all__ = ["Session", "named"]

_NAMED: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "yes or no"),
    ((int, float, Decimal, Fraction), "a number"),
    (str, "a text"),
    (When, "a date"),
    (Money, "a sum of money"),
    (Name, "a name"),
    ((tuple, list), "several facts"),
    (Mapping, "several facts by their names"),
)


class Session:
    """What filters ask besides their value; a name introduced in one rendering is not so in the next."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.style = desk.style
        self.allowance = Allowance()

    def date(self, when: When, *, preposition: bool = False) -> str:
        """A date in the house style, as read at the moment of the piece."""
        view = self.desk.view
        return dated(when, self.style, now=view.as_of, preposition=preposition, zone=view.zone)

    def printed(self, value: object) -> str:
        """A fact as the piece shows it where the template asks for nothing else.

        Raises:
            Fault: it is nothing that could be printed, as several facts are, or far too much.
        """
        text = value if isinstance(value, str) else self._shown(value)
        self.allowance.write(len(text))
        return text

    def _shown(self, value: object) -> str:
        match value:
            case Name():
                return as_fact(value.full)
            case When():
                return self.date(value)
            case bool():
                raise Fault("E632", "yes or no cannot be printed", hint="ask for it with {% if … %}")
            case int() | Decimal():
                return digits(value, self.style.numbers.thousands)
            case float():
                return digits(Decimal(repr(value)), self.style.numbers.thousands)
            case Fraction():
                return f"{value.numerator}/{value.denominator}"
            case Money():
                return priced(value, self.style)
            case tuple() | list():
                hint = "go through them with {% for … %}, or join texts with |listed"
                raise Fault("E632", "several facts cannot be printed at once", hint=hint)
        names = names_of(type(value))
        hint = f"print one of its facts: {', '.join(names)}" if names else "print a text, a number or a date"
        raise Fault("E632", f"{named(value)} cannot be printed", hint=hint)


def named(value: object) -> str:
    """What sort of thing a value is, as a message calls it.

    >>> named("x"), named(3), named(None)
    ('a text', 'a number', 'something that is no fact')
    """
    if isinstance(value, Told):
        article = "an" if value.WORD[0] in "aeiou" else "a"
        return f"{article} {value.WORD}"
    return next((word for kinds, word in _NAMED if isinstance(value, kinds)), "something that is no fact")
