"""Names that may be one: an abbreviation and its name, or two that differ by little."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from nominate.foreign.cells.naming import abbreviated, initials, without_suffixes
from nominate.foreign.cells.tidying import folded

__all__ = ["Resemblance", "abbreviations_in", "near_names"]

_ALIKE, _SLIP = 90, 75
_SHORTEST = 5
# A word that so many names share says nothing of which name it is.
_COMMON = 60
# Names that differ in such a word differ for good.
_TELLING_WORDS = (
    "north south east west northern southern eastern western central upper lower new old great greater "
    "little junior senior one two three first second third i ii iii iv v"
)
_TELLING = frozenset(_TELLING_WORDS.split())


@attrs.frozen(kw_only=True)
class Resemblance:
    """Two names that may be one, the rarer first, and why.

    >>> [each.reason for each in near_names({"Aberdwr Hospitals Trust": 5, "Aberdwr Hospital Trust": 1})]
    ['98 % alike']
    """

    name: str
    other: str
    reason: str


def abbreviations_in(names: Iterable[str]) -> dict[str, str]:
    """For each abbreviation in brackets behind a name, that name; one that stands for two is left out.

    >>> abbreviations_in(["Royal United Hospitals Bath (RUH)", "RUH"])
    {'RUH': 'Royal United Hospitals Bath'}
    """
    found: dict[str, set[str]] = defaultdict(set)
    spelled: dict[str, str] = {}
    for name in names:
        full, short = abbreviated(name)
        if short:
            found[short].add(folded(full))
            spelled.setdefault(folded(full), full)
    return {short: spelled[next(iter(full))] for short, full in found.items() if len(full) == 1}


def near_names(counts: Mapping[str, int]) -> tuple[Resemblance, ...]:
    """The pairs of names that may be one; `counts` has how often each stands in the sheet."""
    found = {frozenset((each.name, each.other)): each for each in _resembling(counts)}
    return tuple(sorted(found.values(), key=lambda each: (each.other, each.name)))


def _resembling(counts: Mapping[str, int]) -> Iterator[Resemblance]:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a sheet that is not ours needs it

    by_letters = {initials(name): name for name in counts if len(name.split()) > 2}
    for name in counts:
        if name.isupper() and name in by_letters and by_letters[name] != name:
            yield Resemblance(name=name, other=by_letters[name], reason="its first letters")
    plain = {name: folded(name) for name in counts}
    for name, other in _candidates(plain):
        rarer, usual = sorted((name, other), key=lambda each: (counts[each], each))
        if without_suffixes(name) == without_suffixes(other) != "":
            yield Resemblance(name=rarer, other=usual, reason="the same but for how it ends")
            continue
        if plain[name].replace(" ", "") == plain[other].replace(" ", ""):
            yield Resemblance(name=rarer, other=usual, reason="the same but for spaces")
            continue
        alike = fuzz.token_sort_ratio(plain[name], plain[other])
        if alike >= _ALIKE and _differ_by_letters(plain[name], plain[other]):
            yield Resemblance(name=rarer, other=usual, reason=f"{alike:.0f} % alike")


def _candidates(plain: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that share a telling word, or that begin alike: all pairs would be too many."""
    sharing: dict[str, list[str]] = defaultdict(list)
    for name, words in plain.items():
        if len(words) >= _SHORTEST:
            for key in {*words.split(), f"{words[:4]} "}:
                sharing[key].append(name)
    seen: set[tuple[str, str]] = set()
    for names in sharing.values():
        if len(names) > _COMMON:
            continue
        for place, name in enumerate(names):
            for other in names[place + 1 :]:
                if (name, other) not in seen:
                    seen.add((name, other))
                    yield name, other


def _differ_by_letters(first: str, second: str) -> bool:
    """Whether each word that only one name has is nearly one of the other's: a slip, not another word."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a sheet that is not ours needs it

    own, others = {*first.split()} - {*second.split()}, {*second.split()} - {*first.split()}
    if any(word in _TELLING or any(map(str.isdigit, word)) for word in own | others):
        return False
    return len(own) == len(others) and all(
        any(_is_slip(word, other, fuzz.ratio(word, other)) for other in others) for word in own
    )


def _is_slip(word: str, other: str, alike: float) -> bool:
    # Chemistry is no slip of biochemistry.
    is_compound = abs(len(word) - len(other)) > 1 and (word.endswith(other) or other.endswith(word))
    return alike >= _SLIP and not is_compound
