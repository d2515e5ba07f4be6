"""Stacking strips on pages, in one pass, so that the time grows with their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nominate_pdf._pages.strips import Strip

Page = list[tuple[Strip, float]]
"""Strips, each with the height above the foot of the paper at which its upper edge stands."""


def paged(strips: Iterable[Strip], *, top: float, bottom: float) -> list[Page]:
    """The strips on as many pages as they need, at least one.

    No strip that stays with the next ends a page, unless a page cannot hold them together.
    """
    stack = _Stack(top=top, bottom=bottom)
    for group in _groups(strips):
        needed = sum(strip.before + strip.height for strip in group[:-1])
        if needed + group[-1].before + group[-1].begins_in > stack.room:
            stack.turn(group[0].header)
        for strip in group:
            stack.put(strip)
    return stack.pages


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.stays_with_next:
            yield group
            group = []
    if group:
        yield group


class _Stack:
    """The pages so far, and the room that is left on the last."""

    def __init__(self, *, top: float, bottom: float) -> None:
        self._height = top - bottom
        self._bottom = bottom
        self.pages: list[Page] = [[]]
        self.room = self._height

    def turn(self, header: Strip | None) -> None:
        """Begin a page, with the header that belongs above what comes; an empty page is used first."""
        if self.pages[-1]:
            self.pages.append([])
        self.room = self._height
        # A header that leaves no room for what it is above would be repeated for ever.
        if header is not None and header.height <= self._height / 2:
            self._place(header)

    def put(self, strip: Strip) -> None:
        """Put a strip below the last, split over as many pages as it needs."""
        if self.pages[-1]:
            self.room -= strip.before
        while strip.height > self.room:
            if strip.begins_in <= self.room and strip.begins_in < strip.height:
                part, strip = strip.split(self.room)
                self._place(part)
                self.turn(strip.header)
            elif self._has_fresh_page(strip):
                break
            else:
                self.turn(strip.header)
        self._place(strip)

    def _has_fresh_page(self, strip: Strip) -> bool:
        return all(placed is strip.header for placed, _ in self.pages[-1])

    def _place(self, strip: Strip) -> None:
        self.pages[-1].append((strip, self._bottom + self.room))
        self.room -= strip.height
