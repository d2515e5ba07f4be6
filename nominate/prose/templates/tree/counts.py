"""How many of each some entries are, as a template asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nominate.register.counting import RULES, count
from nominate.viewing.entry import Entry

__all__ = ["Counts"]

_NAMES = tuple(rule.name for rule in RULES)


class Counts(Mapping[str, int]):
    """The total of every rule, by its name, in the order of `RULES`; each is counted once it is asked for.

    >>> Counts([])["nominations"], len(Counts([])) == len(RULES)
    (0, True)
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        # A template may ask for the same in each round of a loop.
        self._counted: dict[str, int] = {}

    def __getitem__(self, name: str) -> int:
        """The total of the rule of that name; `KeyError` where there is none."""
        found = self._counted.get(name)
        if found is None:
            found = self._counted[name] = count(name, self._entries)
        return found

    def __contains__(self, name: object) -> bool:
        """Whether there is a rule of that name."""
        return name in _NAMES

    def __iter__(self) -> Iterator[str]:
        """The names of the rules."""
        return iter(_NAMES)

    def __len__(self) -> int:
        """How many rules there are."""
        return len(_NAMES)
