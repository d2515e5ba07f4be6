"""A thread: what the first post has no room for, told in the posts after it, whole sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import attrs

from nominate.prose.posts.counting import measured
from nominate.prose.posts.passages import Passage, bulleted, said_in
from nominate.prose.posts.platforms import Platform

__all__ = ["Piece", "numbered", "packed"]

# A clause ends at a mark that a space follows.
_CLAUSE_END = re.compile(r"(?<=[,;:–—]) ")


@attrs.frozen(kw_only=True)
class Piece:
    r"""A part of a thread that is not parted again: a sentence, a line, or what of a long one has room.

    `joins` stands between it and the piece before it, where both are in one post.

    >>> Piece(text="Bath: Team of the Year", joins="\n").sources
    ()
    """

    text: str
    joins: str = "\n\n"
    sources: tuple[str, ...] = ()


def numbered(number: int, total: int) -> str:
    """Which post of a thread it is, as people write it.

    >>> numbered(1, 3)
    '1/3'
    """
    return f"{number}/{total}"


def packed(
    passages: Iterable[Passage], platform: Platform, *, ending: str
) -> tuple[tuple[tuple[Piece, ...], str], ...]:
    """The passages over as many posts as they need: the pieces and the text of each, without its number.

    `ending` is the longest number that may stand below one.
    """
    posts: list[list[Piece]] = []

    def has_room(pieces: list[Piece]) -> bool:
        return not measured(f"{_text(pieces)}\n\n{ending}", platform).excess

    for piece in _pieces(passages, lambda text: has_room([Piece(text=text)])):
        if posts and has_room([*posts[-1], piece]):
            posts[-1].append(piece)
        else:
            posts.append([piece])
    return tuple((tuple(pieces), _text(pieces)) for pieces in posts)


def _text(pieces: Iterable[Piece]) -> str:
    first, *rest = pieces
    return "".join((first.text, *(f"{each.joins}{each.text}" for each in rest)))


def _pieces(passages: Iterable[Passage], has_room: Callable[[str], bool]) -> Iterator[Piece]:
    for passage in passages:
        said = [Piece(text=said_in(each), joins=" ", sources=each.sources) for each in passage.sentences]
        lines = [Piece(text=bulleted(each), joins="\n", sources=each.sources) for each in passage.lines]
        if said and lines:
            said, lines = [*said[:-1], *_together(said[-1], lines[0], has_room)], lines[1:]
        for number, piece in enumerate((*said, *lines)):
            yield from _parted(piece if number else attrs.evolve(piece, joins="\n\n"), has_room)


def _together(intro: Piece, line: Piece, has_room: Callable[[str], bool]) -> tuple[Piece, ...]:
    """An introduction with the first line below it, so that it never stands at the end of a post."""
    both = attrs.evolve(
        intro,
        text=f"{intro.text}\n{line.text}",
        sources=tuple(dict.fromkeys((*intro.sources, *line.sources))),
    )
    return (both,) if has_room(both.text) else (intro, line)


def _parted(piece: Piece, has_room: Callable[[str], bool]) -> Iterator[Piece]:
    """The sentence whole where it has room, else by clauses, and a clause that has none by words."""
    if has_room(piece.text):
        yield piece
        return
    for number, part in enumerate(_gathered(_clauses(piece.text, has_room), has_room)):
        yield attrs.evolve(piece, text=part, joins=" " if number else piece.joins)


def _clauses(said: str, has_room: Callable[[str], bool]) -> Iterator[str]:
    for clause in _CLAUSE_END.split(said):
        yield from [clause] if has_room(clause) else clause.split(" ")


def _gathered(parts: Iterable[str], has_room: Callable[[str], bool]) -> Iterator[str]:
    """The parts, as many together as have room."""
    held = ""
    for part in parts:
        longer = f"{held} {part}" if held else part
        if held and not has_room(longer):
            yield held
            longer = part
        held = longer
    yield held
