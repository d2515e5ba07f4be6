"""Going round in circles: records that point at each other until one comes back to itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

__all__ = ["cycles"]


def cycles(pointers: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Each circle once, from the first of its ids in the order of the mapping, and back to it.

    What is pointed at without pointing on is no part of a circle. An empty result means that there is none.

    >>> list(cycles({"a": ["b"], "b": ["c"], "c": ["b"], "d": ["d"]}))
    [('b', 'c', 'b'), ('d', 'd')]
    """
    order = {name: place for place, name in enumerate(pointers)}
    done: set[str] = set()
    for name in pointers:
        for circle in _from(name, pointers, done):
            first = min(range(len(circle)), key=lambda place: order[circle[place]])
            yield (*circle[first:], *circle[: first + 1])


def _from(start: str, pointers: Mapping[str, Sequence[str]], done: set[str]) -> Iterator[tuple[str, ...]]:
    # A stack of our own: a chain of organisations may be deeper than Python recurses.
    if start in done:
        return
    way, steps = {start: 0}, [iter(pointers[start])]
    while steps:
        step = next(steps[-1], None)
        if step is None:
            steps.pop()
            done.add(way.popitem()[0])
        elif step in way:
            yield tuple(way)[way[step] :]
        elif step in pointers and step not in done:
            way[step] = len(way)
            steps.append(iter(pointers[step]))
