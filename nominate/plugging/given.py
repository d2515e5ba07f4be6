"""From what a person asked for (`-O key=value`) to a checked options record."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path, PurePath
from typing import TypeVar

import attrs

from nominate.errors import OptionError, UnreadableInput, nearest, shown
from nominate.files.reading import FILE_LIMIT, names_beside, read_bytes
from nominate.plugging.options import Declared, File, Option, OptionKind, spelled, taken_apart

__all__ = ["Given", "given", "key_of", "made", "unknown_option", "with_files_read"]

Given = tuple[tuple[str, str | File], ...]
"""Options as pairs of a name and a value, in the order given; a name may come again when it repeats."""

OptionsT = TypeVar("OptionsT")

_TRUTHS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
# Bounded, because turning thousands of digits into a number takes quadratic time.
_NUMBER = re.compile(r"[+-]?[0-9]{1,40}(\.[0-9]{1,40})?")
_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,40}")


def given(options: object) -> Given:
    """Options in whatever form Python offers them, as pairs: an options record, a mapping, or pairs already.

    Values that are not text are spelled as a person would spell them. Raises `OptionError` for any other
    form.

    >>> given({"cover": True, "section": ("results", "dates")})
    (('cover', 'yes'), ('section', 'results'), ('section', 'dates'))
    """
    if options is None:
        return ()
    if attrs.has(type(options)):
        record = attrs.asdict(options, recurse=False)  # type: ignore[arg-type]  # `attrs.has` has just said so
        return _paired((name.strip("_"), value) for name, value in record.items())
    if isinstance(options, Mapping):
        return _paired(options.items())
    if isinstance(options, Iterable) and not isinstance(options, str | bytes):
        return _paired(options)
    raise OptionError(f"options come as a record, a mapping or pairs, not as {shown(options)}")


def _paired(pairs: Iterable[object]) -> Given:
    found: list[tuple[str, str | File]] = []
    for pair in pairs:
        match pair:
            case (str(name), value):
                found += [(name, one) for one in _values(value)]
            case _:
                raise OptionError(f"an option is a name and a value, not {shown(pair)}")
    return tuple(found)


def _values(value: object) -> tuple[str | File, ...]:
    match value:
        case File():
            return (value,)
        case PurePath():
            return (str(value),)
        case tuple() | list() if value:
            return tuple(one for member in value for one in _values(member))
        case _:
            return spelled(value) or ("",)


def with_files_read(pairs: Given, options: Iterable[Option], *, whose: str) -> Given:
    """The pairs with each path of an option that takes files replaced by the file's content.

    `whose` is the name that messages tell. Raises `OptionError` when a file cannot be read, is larger than
    20 MB, or is neither a choice nor a file.
    """
    named = {key_of(name) for name, _ in pairs}
    reading = {option.name: option for option in options if option.name in named and option.reads_files}
    return tuple(
        (name, _with_file_read(value, reading[key_of(name)], whose) if key_of(name) in reading else value)
        for name, value in pairs
    )


def _with_file_read(value: str | File, option: Option, whose: str) -> str | File:
    if isinstance(value, File) or not value or value.casefold() in map(str.casefold, option.choices):
        return value
    if option.kind is OptionKind.CHOICE_OR_FILE and not _is_there(Path(value)):
        near = nearest(value, (*option.choices, *names_beside(Path(value))))
        guess = f"did you mean {near!r}? " if near else ""
        choices = f"choose from {', '.join(option.choices)}, or give the path of a file"
        neither = f"no file {shown(value)}, and no {option.name} of that name"
        raise OptionError(f"option {option.name!r} of {whose!r}: {neither}; {guess}{choices}")
    try:
        return _read(value)
    except UnreadableInput as error:
        raise OptionError(f"option {option.name!r} of {whose!r}: {error}") from None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    # A name that is longer than the system takes is no file's.
    except OSError:
        return False


def _read(path: str) -> File:
    return File(name=Path(path).name, content=read_bytes(Path(path), limit=FILE_LIMIT))


def made(options: type[OptionsT], pairs: Given, *, whose: str) -> OptionsT:
    """The options record that the pairs ask for; what they do not name keeps its default.

    `whose` is the name that messages tell. Raises `OptionError` with every fault, one a line.

    >>> @attrs.frozen(kw_only=True)
    ... class Options:
    ...     limit: int = 10
    >>> made(Options, (("limit", "3"),), whose="lines")
    Options(limit=3)
    """
    declared = {one.option.name: one for one in taken_apart(options)}
    faults: list[str] = []
    values: dict[str, list[object]] = {}
    for name, value in pairs:
        one = declared.get(key_of(name))
        if one is None:
            faults.append(unknown_option(name, tuple(declared), repr(whose)))
            continue
        found = values.setdefault(one.option.name, [])
        if found and not one.option.is_repeatable:
            faults.append(f"option {one.option.name!r} of {whose!r} is given twice; give it once")
        try:
            found.append(_converted(value, one))
        except ValueError as error:
            faults.append(f"option {one.option.name!r} of {whose!r}: {error}")
    if faults:
        raise OptionError("\n".join(faults))
    arguments = {declared[name].argument: _gathered(found, declared[name]) for name, found in values.items()}
    try:
        return options(**arguments)
    except (TypeError, ValueError) as error:
        # attrs' validators put the sentence first and its parts after it.
        said = error.args[0] if error.args else type(error).__name__
        raise OptionError(f"options of {whose!r}: {said}") from error


def key_of(name: str) -> str:
    """The option's own name for one of the ways in which people write it.

    >>> key_of("page-size")
    'page_size'
    """
    return name.replace("-", "_").strip("_")


def unknown_option(name: str, known: Sequence[str], whose: str) -> str:
    """What is said of an option that there is not, among those that are known; `whose` is as told.

    >>> unknown_option("stile", ("style", "short"), "'pdf'")
    "no option 'stile' of 'pdf'; did you mean 'style'? choose from style, short"
    """
    if not known:
        return f"no option {shown(name)}: {whose} takes no options"
    near = nearest(key_of(name), known)
    guess = f"did you mean {near!r}? " if near else ""
    return f"no option {shown(name)} of {whose}; {guess}choose from {', '.join(known)}"


def _gathered(found: list[object], declared: Declared) -> object:
    if declared.option.is_repeatable:
        return () if found == [None] else tuple(value for value in found if value is not None)
    return found[0]


def _converted(value: str | File, declared: Declared) -> object:
    option = declared.option
    if value == "" and option.is_clearable:
        return None
    if option.reads_files if isinstance(value, File) else option.kind is not OptionKind.FILE:
        return value if isinstance(value, File) else _read_as(declared, value)
    raise ValueError(f"{shown(value)} is not a {option.kind.value}")


def _read_as(declared: Declared, value: str) -> object:
    option = declared.option
    match option.kind:
        case OptionKind.TEXT:
            return value
        case OptionKind.YES_OR_NO:
            return _chosen(value, _TRUTHS, option)
        case OptionKind.CHOICE | OptionKind.CHOICE_OR_FILE:
            return declared.type(_chosen(value, {choice: choice for choice in option.choices}, option))
        case OptionKind.WHOLE_NUMBER if _WHOLE_NUMBER.fullmatch(value):
            return int(value)
        case OptionKind.NUMBER if _NUMBER.fullmatch(value):
            return Decimal(value)
    raise ValueError(f"{shown(value)} is not a {option.kind.value}")


def _chosen(value: str, meanings: Mapping[str, object], option: Option) -> object:
    with contextlib.suppress(KeyError):
        return meanings[value]
    folded = {word.casefold(): meaning for word, meaning in meanings.items()}
    with contextlib.suppress(KeyError):
        return folded[value.casefold()]
    near = nearest(value, option.choices)
    guess = f"did you mean {near!r}? " if near else ""
    raise ValueError(
        f"{shown(value)} is not one of its choices; {guess}choose from {', '.join(option.choices)}"
    )
