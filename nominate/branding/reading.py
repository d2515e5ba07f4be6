"""From the file of a brand to a brand, or to every fault in it with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from nominate.branding.brand import Brand
from nominate.branding.contrast import LEAST_CONTRAST, contrast
from nominate.errors import DataError, Problem, shown
from nominate.files.converter import accepted
from nominate.files.explaining import Told, faults
from nominate.files.faults import wrong_shape
from nominate.files.json_text import read_json
from nominate.files.reading import text_of, unreadable
from nominate.files.text_data import Document
from nominate.files.yaml_text import read_yaml

__all__ = ["read_brand"]

_LIMIT = 100_000
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")
_PAPER = "FFFFFF"
_COLOURS = ("main", "on_main", "ink", "quiet", "link", "line")
# A font's name stands inside the XML and the codes of other formats.
_FONT = re.compile(r"[\w][\w .-]{0,30}")


def read_brand(content: bytes | str, *, name: str) -> Brand:
    """The brand in a small YAML or JSON file; `name` is the file's, for messages.

    Raises:
        DataError: it is no such file, or a text could not be read on its ground; `problems` has every fault.
        UnreadableInput: it is no text.

    >>> read_brand("main: 005EB8", name="brand.yaml").main
    '005EB8'
    """
    document = _document(content, name)
    own = {} if document.data is None else document.data
    if not isinstance(own, dict):
        shape = wrong_shape("a map with keys such as main, on_main, link and font", own).problem
        raise DataError([*document.problems, document.problem(shape, ())])
    brand = accepted(own, Brand)
    told: Iterator[Told] = iter(()) if brand is not None else faults(own, Brand)
    found = [document.problem(problem, path, is_key=is_key) for path, problem, is_key in told]
    if brand is not None:
        # White on a colour is as legible as that colour on white: one fault is enough.
        found += [document.problem(fault, (key,)) for key, fault in _faults(brand) if key in own]
    if found or document.problems or brand is None:
        raise DataError(sorted([*document.problems, *found], key=lambda each: (each.line, each.column)))
    return attrs.evolve(brand, **{key: _digits(getattr(brand, key)) for key in _COLOURS})


def _document(content: bytes | str, name: str) -> Document:
    if len(content) > _LIMIT:
        raise unreadable(name, "E102", "more than 100 kB", "a brand is a few lines of colours and a font")
    text = content if isinstance(content, str) else text_of(content, file=name)
    return read_json(text, file=name) if name.lower().endswith(".json") else read_yaml(text, file=name)


def _faults(brand: Brand) -> Iterator[tuple[str, Problem]]:
    wrong = [key for key in _COLOURS if _COLOUR.fullmatch(getattr(brand, key)) is None]
    for key in wrong:
        yield key, _no_colour(getattr(brand, key))
    if brand.font and _FONT.fullmatch(brand.font) is None:
        yield "font", _no_font(brand.font)
    grounds = {
        "on_main": ("main", brand.main),
        **dict.fromkeys(("main", "ink", "quiet", "link"), ("", _PAPER)),
    }
    for key, (name, ground) in grounds.items():
        if key not in wrong and name not in wrong:
            yield from _illegible(key, getattr(brand, key), ground, name)


def _illegible(key: str, colour: str, ground: str, name: str) -> Iterator[tuple[str, Problem]]:
    ratio = contrast(_digits(colour), _digits(ground))
    if ratio < LEAST_CONTRAST:
        yield (
            key,
            Problem(
                code="E641",
                message=(
                    f"{shown(colour)} on {name or 'white'} has a contrast of {_cut(ratio)} to 1, "
                    f"and text needs {LEAST_CONTRAST} to 1"
                ),
                hint="choose a darker colour, or a lighter one for text on a dark ground",
            ),
        )


def _cut(ratio: float) -> str:
    # Rounded down, so that 4.49 is never told as 4.5.
    return f"{int(ratio * 100) / 100:.2f}"


def _digits(colour: str) -> str:
    return colour.removeprefix("#").upper()


def _no_colour(value: str) -> Problem:
    return Problem(
        code="E640",
        message=f"{shown(value)} is not a colour",
        hint="write six hexadecimal digits, as in 005EB8, without a number sign or in quotation marks",
    )


def _no_font(value: str) -> Problem:
    return Problem(
        code="E640",
        message=f"{shown(value)} is not the name of a font",
        hint="write one name of letters, digits, spaces, points and hyphens, as in Arial",
    )
