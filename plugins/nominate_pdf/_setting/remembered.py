"""How texts were set last, for all files of the same fonts: a text is set the same wherever it stands.

Only what lost no letter is kept, so that each file tells of those that did. It is found by the whole text,
so no file learns of another what it does not say itself.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from typing import TypeVar

from nominate_pdf._fonts.chain import FontChain, Widths
from nominate_pdf._looks import Face, Look
from nominate_pdf._setting.breaking import Words
from nominate_pdf._setting.lines import Lines

__all__ = ["Claims", "Memory", "memory_of"]

# So many texts of each kind are kept, and as many from before; more would take more memory than they
# save time.
_MOST = 8_000
_CHAINS = 8

_Key = TypeVar("_Key", bound=Hashable)
_Kept = TypeVar("_Kept")


class Shelf(dict[_Key, _Kept]):
    """Keeps so many; when full it begins anew, and fetches what it held when that is asked for again."""

    def __init__(self) -> None:
        super().__init__()
        self._held: dict[_Key, _Kept] = {}

    def keep(self, key: _Key, kept: _Kept) -> _Kept:
        """Put it in its place."""
        if len(self) >= _MOST:
            self._held = dict(self)
            self.clear()
        self[key] = kept
        return kept

    def fetched(self, key: _Key) -> _Kept | None:
        """What was held before the shelf began anew, in its place again."""
        kept = self._held.get(key)
        return None if kept is None else self.keep(key, kept)


class Claims(Shelf[str, tuple[float, float]]):
    """How wide the longest word of each text is, and the whole of it, at the size of one point."""

    def __init__(self, widths: Widths) -> None:
        super().__init__()
        self._widths = widths

    def __missing__(self, text: str) -> tuple[float, float]:
        return self.fetched(text) or self._anew(text)

    def _anew(self, text: str) -> tuple[float, float]:
        sizes = list(map(self._widths.__getitem__, text.split())) or [0.0]
        whole = sum(sizes) + (len(sizes) - 1) * self._widths[" "]
        return self.keep(text, (max(sizes), whole))


class Memory:
    """What is kept for one chain of fonts: texts as words, and those of other fonts as lines of a width."""

    def __init__(self, fonts: FontChain) -> None:
        self.words: dict[Face, Shelf[str, Words]] = {face: Shelf() for face in Face}
        self.claims = {face: Claims(fonts.widths(face)) for face in Face}
        self.unusual: Shelf[tuple[str, Look, float], Lines] = Shelf()


@lru_cache(maxsize=_CHAINS)
def memory_of(fonts: FontChain) -> Memory:
    """The memory that files of the same fonts share."""
    return Memory(fonts)
