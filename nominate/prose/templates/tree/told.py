"""What every fact of the tree has in common: names that a template may ask, and whose words it uses."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar, cast

from nominate.documents import Document
from nominate.prose.stories.desk import Desk
from nominate.prose.words import Name

__all__ = ["Marked", "Teller", "Told", "kinds", "names_of"]

R = TypeVar("R")
T = TypeVar("T", bound="Told[Any]")

# Of a name a template may ask for the ways to write it; which of them comes first is for the filters.
_OF_A_NAME = ("full", "short", "abbreviation", "article", "is_plural")


class Marked(str):
    """A text of ours that holds marks as signs, such as a link; a fact that is a plain text never does."""

    __slots__ = ()


class Teller:
    """Makes the facts of one piece, each once: two ways to the same entry lead to the same fact.

    `compose` makes our own story of the piece, which is not made unless it is asked for.
    """

    def __init__(self, desk: Desk, *, compose: Callable[[], Document]) -> None:
        self.desk = desk
        self.view = desk.view
        self._compose = compose
        self._made: dict[tuple[type, int], tuple[object, object]] = {}

    def one(self, kind: type[T], record: object) -> T:
        """The fact of that kind about a record."""
        held = self._made.get((kind, id(record)))
        if held is None:
            # The record is kept beside its fact, so that its identity is not given to another.
            held = self._made[kind, id(record)] = (record, kind(record, self))
        return cast("T", held[1])

    def all(self, kind: type[T], records: Iterable[object]) -> tuple[T, ...]:
        """The facts of that kind about records, in their order."""
        return tuple(self.one(kind, record) for record in records)

    @cached_property
    def story(self) -> Document:
        """Our own story."""
        return self._compose()


class Told(Generic[R]):
    """A fact with facts of its own: its public properties are what a template may ask it for, and no more.

    A property that is None or an empty text is not known; a template that prints it is refused.
    """

    WORD: ClassVar[str]

    def __init__(self, record: R, teller: Teller) -> None:
        self._record = record
        self._teller = teller


def names_of(kind: type) -> Collection[str] | None:
    """What a template may ask a value of that type for; None where it is no fact.

    >>> tuple(names_of(Name))
    ('full', 'short', 'abbreviation', 'article', 'is_plural')
    >>> names_of(str) is None
    True
    """
    if kind is Name:
        return dict.fromkeys(_OF_A_NAME)
    if not issubclass(kind, Told):
        return None
    asked = (property, cached_property)
    # A dict keeps the order of the names, and finds one at once.
    return {name: None for name, value in vars(kind).items() if isinstance(value, asked) and name[0] != "_"}


def kinds() -> tuple[type, ...]:
    """Every kind of fact that has facts of its own, as far as they are imported.

    >>> kinds()[0] is Name
    True
    """
    return (Name, *Told.__subclasses__())
