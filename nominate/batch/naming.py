"""What each file of a batch is called: a pattern with fields, names that every system takes, no two alike."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from string import Formatter

import attrs

from nominate.errors import UsageError, nearest, shown

__all__ = ["Pattern", "distinct", "folded", "pattern", "safe"]

# What Windows refuses in a name (learn.microsoft.com, Naming Files, read 2026-11); a slash refuses everybody.
_REFUSED = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
# Most systems take 255 bytes. A value gets the most of these with which its name has no more, and the names
# of awards seldom have 150: the rest is for the suffix, an id, and what else stands in the name.
_MOST_BYTES = 255
_LONGEST = (150, 120, 100, 80, 60, 40, 20)

Pieces = tuple[tuple[str, str], ...]
"""A folder's or a file's name in pieces: text, and the field that follows it, empty for none."""


@attrs.frozen(kw_only=True)
class Pattern:
    """A path with fields in braces, checked.

    >>> pattern("briefings/{id}.pdf", fields=("id", "name")).filled({"id": "hsj/2020"}).as_posix()
    'briefings/hsj_2020.pdf'
    """

    names: tuple[Pieces, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields in it, each once, in order."""
        return tuple(dict.fromkeys(field for pieces in self.names for _, field in pieces if field))

    def filled(self, values: Mapping[str, str]) -> Path:
        """The path with each field replaced by a value that is safe in a name, cut where it is too long.

        Raises:
            UsageError: a name is too long even so.
        """
        return Path(*(_written(pieces, values) for pieces in self.names))


def pattern(text: str, *, fields: Sequence[str]) -> Pattern:
    """The pattern that a text means; `fields` are those that there are.

    Raises:
        UsageError: it has a field that there is not, or none at all, or a brace without its other half.
    """
    path = PurePath(text)
    try:
        found = Pattern(names=tuple(tuple(_pieces(name, fields)) for name in path.parts))
    except ValueError as error:
        if isinstance(error, UsageError):
            raise
        raise UsageError(f"{shown(text)} has a brace without its other half; write two for one") from None
    if not found.fields:
        raise UsageError(
            f"{shown(text)} would be the name of every file; put a field into it, as in "
            f"{shown(path.with_name('{id}' + path.suffix).as_posix())}"
        )
    return found


def safe(value: str, *, longest: int = _LONGEST[0]) -> str:
    """A value as part of the name of a file, on every system: a slash becomes an underscore.

    What has more than `longest` bytes is cut. No id holds an underscore, so that two ids never become one.

    >>> safe("hsj-patient-safety/2020"), safe("A: what?"), safe("..")
    ('hsj-patient-safety_2020', 'A_ what_', '_')
    """
    plain = _REFUSED.sub("_", unicodedata.normalize("NFC", value))
    printed = " ".join("".join(sign if sign.isprintable() else " " for sign in plain).split())
    short = _cut(printed, longest)
    # A dot in front hides a file, and Windows drops one at the end.
    ended = short.rstrip(". ")
    return f"_{ended[1:]}" if ended.startswith(".") else ended or "_"


def distinct(paths: Sequence[Path], ids: Sequence[str]) -> tuple[Path, ...]:
    """The paths; each that another has too, as discs know it that fold capitals, with its id added.

    A name that would be too long with its id is cut before it.

    Raises:
        UsageError: even so two of them are one.

    >>> [path.name for path in distinct([Path("Ward.md"), Path("ward.md"), Path("b.md")], ["x", "y", "z"])]
    ['Ward (x).md', 'ward (y).md', 'b.md']
    """
    times = Counter(map(folded, paths))
    told = tuple(
        path if times[folded(path)] == 1 else _with_id(path, own)
        for path, own in zip(paths, ids, strict=True)
    )
    most, count = Counter(map(folded, told)).most_common(1)[0] if told else ("", 0)
    if count > 1:
        raise UsageError(f"several files would be called {shown(most)}; put {{id}} into the name")
    return told


def _with_id(path: Path, own: str) -> Path:
    end = f" ({safe(own)}){path.suffix}"
    return path.with_name(f"{_cut(path.stem, _MOST_BYTES - len(end.encode()))}{end}")


def _cut(text: str, most: int) -> str:
    """The text without what is beyond so many bytes, and no letter in parts."""
    return text.encode()[:most].decode(errors="ignore")


def _pieces(name: str, fields: Sequence[str]) -> Iterator[tuple[str, str]]:
    for text, field, how, turned in Formatter().parse(name):
        if field is not None and (field not in fields or how or turned):
            raise UsageError(_unknown(field, how or "", turned or "", fields))
        yield text, field or ""


def _written(pieces: Pieces, values: Mapping[str, str]) -> str:
    for longest in _LONGEST:
        name = _joined(pieces, values, longest)
        if len(name.encode()) <= _MOST_BYTES:
            return name
    raise UsageError(
        f"{shown(name)} is too long for the name of a file, which may have {_MOST_BYTES} bytes; write less "
        "beside the fields"
    )


def _joined(pieces: Pieces, values: Mapping[str, str], longest: int) -> str:
    name = "".join(text + (safe(values[field], longest=longest) if field else "") for text, field in pieces)
    stem, dot, rest = name.partition(".")
    is_device = _DEVICES.fullmatch(stem.rstrip()) and any(field for _, field in pieces)
    return f"{stem}_{dot}{rest}" if is_device else name


def folded(path: Path) -> str:
    """The path as discs know it that fold capitals: two files cannot both have it.

    >>> folded(Path("Ward.md")) == folded(Path("ward.md"))
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", str(path)).casefold())


def _unknown(field: str, how: str, turned: str, fields: Sequence[str]) -> str:
    written = "{" + field + (f"!{turned}" if turned else "") + (f":{how}" if how else "") + "}"
    near = nearest(field, fields)
    guess = f"did you mean {{{near}}}? " if near and near != field else ""
    choices = ", ".join(f"{{{name}}}" for name in fields)
    return f"no field {written} for the name of a file; {guess}choose from {choices}"
