"""Ids for records that have none: from their names, each one different, the same for the same sheet."""

from __future__ import annotations

from collections.abc import Iterable

from nominate.files.slugs import as_slug

__all__ = ["Ids"]


class Ids:
    """The ids that are taken; a taken one gets a number behind it.

    >>> ids = Ids()
    >>> ids.take("Avon Trust"), ids.take("Avon Trust"), ids.take("東京", otherwise="organisation")
    ('avon-trust', 'avon-trust-2', 'organisation')
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {*taken}

    def take(self, name: str, *, otherwise: str = "record", longest: int = 60) -> str:
        """An id that nobody has, for a name; `otherwise` stands for a name without Latin letters."""
        wanted = as_slug(name, longest=longest) or otherwise
        number, found = 1, wanted
        while found in self._taken:
            number += 1
            found = f"{wanted}-{number}"
        self._taken.add(found)
        return found
