"""What a style's rules must keep to beyond their types, so that whatever is written with them is English."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from nominate.errors import Problem, nearest, shown
from nominate.files.text_data import Path
from nominate.styles.style import Style, rules

__all__ = ["MOST_ORDINALS", "checked"]

Told = tuple[Path, Problem]

MOST_ORDINALS = 100
"""The last ordinal that is one word or two with a hyphen, or one hundredth; no press office goes further."""

_CLOSING = {"“": "”", "‘": "’", "«": "»", '"': '"', "'": "'"}
_CODE = re.compile("[A-Z]{3}")
_PATTERNS: Mapping[Path, tuple[int, str]] = {
    ("numbers", "range"): (2, "{} to {}"),
    ("numbers", "percent"): (1, "{}%"),
    ("money", "millions"): (1, "{} million"),
    ("money", "billions"): (1, "{} billion"),
    ("dates", "range"): (2, "{} to {}"),
}
_BETWEEN_ITEMS: Mapping[Path, str] = {
    ("bullets", "after_each"): "write a mark, as in ';'",
    ("bullets", "before_last"): "write a word, as in 'and'",
    ("bullets", "after_last"): "write a mark, as in '.'",
}
_TIMES = {1: "once", 2: "twice"}


def checked(style: Style, *, said: Container[str] = ()) -> Iterator[Told]:
    """The faults of a style, each with the way to it; a style without one can be written with.

    Where two rules do not go together, the fault is that of the one which is `said` in the style's own file.

    >>> list(checked(Style.load("press")))
    []
    """
    yield from _patterns(style)
    yield from _numbers(style)
    yield from _signs(style)
    yield from _between_items(style)
    yield from _symbols(style)
    yield from _marks(style)
    yield from _hedges(style, said)
    yield from _sources(style)


def _fault(path: Path, message: str, hint: str) -> Told:
    return path, Problem(code="E211", message=message, hint=hint)


def _at(style: Style, path: Path) -> object:
    value: object = style
    for step in path:
        value = getattr(value, str(step))
    return value


def _patterns(style: Style) -> Iterator[Told]:
    for path, (count, example) in _PATTERNS.items():
        pattern = str(_at(style, path))
        is_plain = not re.search("[{}]", pattern.replace("{}", ""))
        if pattern.count("{}") != count or not is_plain:
            yield _fault(
                path, f"{shown(pattern)} does not hold {{}} {_TIMES[count]}", f"write as in {example!r}"
            )
        elif re.search("[0-9]", pattern):
            yield _fault(path, f"{shown(pattern)} brings a digit of its own", f"write as in {example!r}")


def _numbers(style: Style) -> Iterator[Told]:
    for name in ("words_up_to", "first_word_up_to", "ordinal_words_up_to"):
        number = getattr(style.numbers, name)
        if number < 0:
            yield _fault(
                ("numbers", name), f"{number} is less than nothing", "write 0 where all are in digits"
            )
    if style.numbers.ordinal_words_up_to > MOST_ORDINALS:
        yield _fault(
            ("numbers", "ordinal_words_up_to"),
            f"{style.numbers.ordinal_words_up_to:,} is too many",
            f"write at most {MOST_ORDINALS}",
        )


def _signs(style: Style) -> Iterator[Told]:
    for path, refused, example in (
        (("numbers", "thousands"), ".", ","),
        (("dates", "minute_mark"), "", ":"),
    ):
        sign = str(_at(style, path))
        if len(sign) > 1 or sign.isalnum() or (sign and sign in refused):
            yield _fault(
                path, f"{shown(sign)} cannot stand between digits", f"write one sign, as in {example!r}"
            )


def _between_items(style: Style) -> Iterator[Told]:
    for path, hint in _BETWEEN_ITEMS.items():
        said = str(_at(style, path))
        if re.search("[0-9]", said):
            yield _fault(path, f"{shown(said)} brings a digit of its own", hint)


def _symbols(style: Style) -> Iterator[Told]:
    for code, symbol in style.money.symbols.items():
        path = ("money", "symbols", code)
        if _CODE.fullmatch(code) is None:
            near = code.upper() if _CODE.fullmatch(code.upper()) else ""
            hint = f"did you mean {near!r}?" if near else "write its three capital letters, as in GBP"
            yield (
                path,
                Problem(code="E523", message=f"{shown(code)} is not the code of a currency", hint=hint),
            )
        if any(sign.isdigit() for sign in symbol):
            yield _fault(
                path, f"{shown(symbol)} brings a digit of its own", "write the sign alone, as in '£'"
            )


def _marks(style: Style) -> Iterator[Told]:
    for name in ("speech", "titles", "headlines"):
        marks = getattr(style.quotations, name)
        if len(marks) == 2 and _CLOSING.get(marks[0]) == marks[1]:
            continue
        closing = _CLOSING.get(marks[0]) if marks else None
        known = closing and f"write [{marks[0]!r}, {closing!r}]"
        pairs = " ".join(opening + closing for opening, closing in _CLOSING.items())
        said = " ".join(marks) or "nothing"
        yield _fault(
            ("quotations", name),
            f"{shown(said)} is no opening and closing mark",
            known or f"choose a pair from {pairs}",
        )


def _hedges(style: Style, said: Container[str]) -> Iterator[Told]:
    places: dict[str, str] = {}
    for name in sorted(("verb", "amount", "noun"), key=lambda name: f"hedges.{name}" in said):
        for number, word in enumerate(getattr(style.hedges, name)):
            path = ("hedges", name, number)
            if word != word.casefold():
                yield _fault(
                    path, f"{shown(word)} has a capital", f"write {word.casefold()!r}: it finds both"
                )
            before = places.setdefault(word.casefold(), name)
            if before != name:
                yield _fault(path, f"{shown(word)} is a hedge of the {before}, too", "keep one of the two")


def _sources(style: Style) -> Iterator[Told]:
    for name in style.sources:
        if name not in rules():
            near = nearest(name, rules())
            hint = f"did you mean {near!r}?" if near else "write it as in numbers.words_up_to"
            yield _fault(("sources", name), f"{shown(name)} is not a rule", hint)
