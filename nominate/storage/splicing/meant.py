"""What a record or a part of one says: as a person writes it, and with every short form written out."""

from __future__ import annotations

from typing import cast

import attrs

from nominate.files.plain import Plain, plain, widened

__all__ = ["Meant"]


@attrs.frozen
class Meant:
    """`whole` tells whether two parts differ, and where; `short` is what stands in the file.

    >>> from nominate.model.nomination import Nominee
    >>> meant = Meant.of(Nominee(organisation="ruh"))
    >>> meant.short, meant.whole
    ('ruh', {'organisation': 'ruh'})
    """

    short: Plain
    whole: Plain

    @classmethod
    def of(cls, record: object) -> Meant:
        """What a record says.

        >>> from nominate.model.person import Person
        >>> Meant.of(Person(id="ann", name="Ann")).keys
        ('id', 'name')
        """
        return cls(plain(record), widened(record))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of a map, in the order in which a file has them; none of what is no map."""
        return tuple(self.whole) if isinstance(self.whole, dict) else ()

    @property
    def items(self) -> tuple[Meant, ...]:
        """The items of what is a list."""
        return tuple(map(Meant, cast("list[Plain]", self.short), cast("list[Plain]", self.whole)))

    def entry(self, key: str) -> Meant:
        """What it says under a key that it has.

        >>> Meant("ruh", {"organisation": "ruh"}).entry("organisation")
        Meant(short='ruh', whole='ruh')
        """
        whole = cast("dict[str, Plain]", self.whole)[key]
        # A text that is the short form of the map stands under the one key that the map has.
        return Meant(self.short[key] if isinstance(self.short, dict) else whole, whole)
