"""From the options that a caller gives, in whatever form, to what one exporter understands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import attrs

from nominate.errors import OptionError, shown
from nominate.exporting.exporter import Form
from nominate.exporting.listing import ListedExporter
from nominate.plugging.given import Given, given, key_of, made, unknown_option, with_files_read
from nominate.plugging.options import File, Option

__all__ = ["asked_for", "options_for", "pairs_for", "shared_out"]


def asked_for(one: ListedExporter, options: object) -> Given:
    """The options as pairs, without those that say only what is so anyway."""
    pairs = given(options)
    return _differing(pairs, one.options) if attrs.has(type(options)) else pairs


def shared_out(options: object, exporters: Sequence[ListedExporter]) -> tuple[Given, ...]:
    """Options given for several exporters together, as pairs: each gets those that it has.

    Raises `OptionError` for those that none of them has.

    >>> from nominate.exporting.exporters import Exporters
    >>> shared_out({"kind": "edition"}, [Exporters().named("excel"), Exporters().named("pdf")])
    ((), (('kind', 'edition'),))
    """
    pairs = given(options)
    own = [{option.name for option in one.options} for one in exporters]
    known = tuple(dict.fromkeys(option.name for one in exporters for option in one.options))
    whose = " or ".join(shown(one.name) for one in exporters)
    strange = tuple(dict.fromkeys(name for name, _ in pairs if key_of(name) not in known))
    if strange:
        raise OptionError("\n".join(unknown_option(name, known, whose) for name in strange))
    return tuple(tuple((name, value) for name, value in pairs if key_of(name) in names) for names in own)


def pairs_for(one: ListedExporter, asked: Given, form: Form | None) -> Given:
    """The pairs of `asked_for`, with what the form means added and with files read.

    Raises `OptionError` when the options contradict the form, or a file cannot be read.
    """
    meant = form.options if form else {}
    for name, value in asked:
        wanted = meant.get(key_of(name), "")
        if wanted and wanted.casefold() != str(value).casefold():
            raise OptionError(
                f"option {key_of(name)!r} of {one.name!r} is {shown(value)}, but that file's suffix means "
                f"{wanted!r}; rename the file, or leave the option out"
            )
    named = {key_of(name) for name, _ in asked}
    added = tuple((name, value) for name, value in meant.items() if name not in named)
    return with_files_read((*added, *asked), one.options, whose=one.name)


def options_for(
    one: ListedExporter, expected: type, *, options: object, asked: Given, form: Form | None
) -> object:
    """The options record, of the class `expected`, for an exporter in this process. Raises as `pairs_for`.

    `options` are as the caller gave them, `asked` are the same as pairs.
    """
    if attrs.has(type(options)) and not isinstance(options, expected):
        raise OptionError(f"options of {one.name!r} are {expected.__name__}, not {type(options).__name__}")
    if isinstance(options, expected) and form is None:
        return options
    pairs = pairs_for(one, asked, form)
    # What holds a whole file is not kept.
    making = _made if any(isinstance(value, File) for _, value in pairs) else _made_once
    return making(expected, pairs, one.name)


def _made(expected: type, pairs: Given, whose: str) -> object:
    return made(expected, pairs, whose=whose)


# Many pieces are asked for alike, and options are frozen.
_made_once = lru_cache(maxsize=64)(_made)


def _differing(pairs: Given, options: tuple[Option, ...]) -> Given:
    """The pairs of a record, without those that say only what is so anyway."""
    usual = {option.name: option.default or ("",) for option in options}
    values: dict[str, tuple[object, ...]] = {}
    for name, value in pairs:
        values[name] = (*values.get(name, ()), value)
    return tuple((name, value) for name, value in pairs if values[name] != usual.get(name))
