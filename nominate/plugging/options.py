"""What an exporter may be asked for: its options class, described for people and for the machine."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from functools import lru_cache

import attrs

from nominate.errors import PluginError, shown

__all__ = ["File", "NoOptions", "Option", "OptionKind", "described", "spelled"]


@attrs.frozen(kw_only=True)
class NoOptions:
    """The options of an exporter that has none.

    >>> described(NoOptions)
    ()
    """


@attrs.frozen(kw_only=True)
class File:
    """A brand, template, font or logo, already read: an exporter never opens a path itself.

    `name` is the last part of the path, for messages and for telling formats apart; `content` holds the
    bytes.

    >>> File(name="logo.png", content=b"...").name
    'logo.png'
    """

    name: str
    content: bytes = attrs.field(repr=lambda content: f"<{len(content)} bytes>")


class OptionKind(Enum):
    """What sort of value an option takes, in the words that a person reads."""

    TEXT = "text"
    YES_OR_NO = "yes or no"
    WHOLE_NUMBER = "whole number"
    NUMBER = "number"
    CHOICE = "choice"
    FILE = "file"
    CHOICE_OR_FILE = "choice or file"


_KINDS: dict[object, OptionKind] = {
    str: OptionKind.TEXT,
    bool: OptionKind.YES_OR_NO,
    int: OptionKind.WHOLE_NUMBER,
    Decimal: OptionKind.NUMBER,
    File: OptionKind.FILE,
}


@attrs.frozen(kw_only=True)
class Option:
    """One setting of an exporter, told without its class, so that it can cross a process.

    `default` holds the values as a person would spell them: none, one, or several when `is_repeatable`.
    `choices` are all the words that the option takes; beside them a choice or file takes a path, and an
    option that has none takes other values. `is_clearable` says that an empty value means "none".

    >>> @attrs.frozen(kw_only=True)
    ... class Options:
    ...     cover: bool = attrs.field(default=True, metadata={"help": "begin with a cover page"})
    >>> option, = described(Options)
    >>> option.name, option.kind.value, option.default, option.help
    ('cover', 'yes or no', ('yes',), 'begin with a cover page')
    """

    name: str
    kind: OptionKind
    default: tuple[str, ...] = ()
    help: str = ""
    choices: tuple[str, ...] = ()
    is_repeatable: bool = False
    is_clearable: bool = False

    @property
    def takes(self) -> tuple[str, ...]:
        """What may be given, for a person to read: each word of a choice, or the sort of value.

        >>> Option(name="style", kind=OptionKind.CHOICE_OR_FILE, choices=("govuk", "press")).takes
        ('govuk', 'press', 'a file')
        """
        others = ("a file",) if self.kind is OptionKind.CHOICE_OR_FILE else ()
        return (*self.choices, *others) or (self.kind.value,)

    @property
    def reads_files(self) -> bool:
        """Whether a value may be the path of a file, which the host reads."""
        return self.kind is OptionKind.FILE or self.kind is OptionKind.CHOICE_OR_FILE


@attrs.frozen(kw_only=True)
class Declared:
    """A field of an options class, taken apart: its option, its argument's name, the type of one value."""

    option: Option
    argument: str
    type: type


def described(options: type) -> tuple[Option, ...]:
    """What an options class lets people set, in the order of its fields.

    Raises `PluginError` when the class is not a frozen attrs class, a field has no default, or its type is
    not one of `str`, `bool`, `int`, `Decimal`, an `Enum` of texts, `File`, such an `Enum` or `File`, one of
    them or `None`, or a tuple of one of them.
    """
    return tuple(declared.option for declared in taken_apart(options))


def taken_apart(options: type) -> tuple[Declared, ...]:
    """The fields of an options class, with the type of one value of each.

    Raises `PluginError` for the same reasons as `described`.
    """
    if not (inspect.isclass(options) and attrs.has(options)):
        raise PluginError(f"options must be an attrs class, not {shown(options)}")
    return _taken_apart(options)


@lru_cache(maxsize=64)
def _taken_apart(options: type) -> tuple[Declared, ...]:
    fields = attrs.fields(options)
    for field in fields:
        if field.default is attrs.NOTHING or not field.init:
            raise PluginError(
                f"option {field.name!r} of {options.__name__} needs a default that can be replaced"
            )
    try:
        hints = typing.get_type_hints(options)
    except Exception as error:
        raise PluginError(f"the types of {options.__name__} cannot be read: {error}") from error
    usual = options()
    _refuse_changeable(usual, fields)
    return tuple(_declared(field, hints[field.name], getattr(usual, field.name)) for field in fields)


def _refuse_changeable(usual: object, fields: Iterable[attrs.Attribute[object]]) -> None:
    for field in fields:
        try:
            setattr(usual, field.name, getattr(usual, field.name))
        except attrs.exceptions.FrozenInstanceError:
            return
        raise PluginError(
            f"{type(usual).__name__} must be frozen: declare it with @attrs.frozen(kw_only=True)"
        )


def _declared(field: attrs.Attribute[object], hint: object, usual: object) -> Declared:
    alternatives, is_repeatable, is_clearable = _shape(hint)
    kind, one = _kind(alternatives)
    if kind is None or not isinstance(one, type):
        raise PluginError(
            f"option {field.name!r} has a type that nobody could spell: {hint}; "
            "use str, bool, int, Decimal, an Enum of texts, File, or a tuple of one of them",
        )
    option = Option(
        name=field.name.strip("_"),
        kind=kind,
        default=spelled(usual),
        help=str(field.metadata.get("help", "")),
        choices=_choices(one, kind),
        is_repeatable=is_repeatable,
        is_clearable=is_clearable,
    )
    return Declared(option=option, argument=field.alias or field.name, type=one)


def _shape(hint: object) -> tuple[tuple[object, ...], bool, bool]:
    """The types that one value may have, whether there may be several, and whether there may be none."""
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _alternatives(arguments[0]), True, True
    every = _alternatives(hint)
    given = tuple(one for one in every if one is not type(None))
    return given, False, len(given) < len(every)


def _alternatives(hint: object) -> tuple[object, ...]:
    is_union = typing.get_origin(hint) in {typing.Union, types.UnionType}
    return typing.get_args(hint) if is_union else (hint,)


def _kind(alternatives: tuple[object, ...]) -> tuple[OptionKind | None, object]:
    """The kind of an option, with the type of one value: of two, that of the choice."""
    match alternatives:
        case (one,):
            return OptionKind.CHOICE if _is_choice(one) else _KINDS.get(one), one
        case (one, other) if File in alternatives:
            choice = other if one is File else one
            return OptionKind.CHOICE_OR_FILE if _is_choice(choice) else None, choice
    return None, None


def _is_choice(one: object) -> bool:
    return (
        inspect.isclass(one)
        and issubclass(one, Enum)
        and all(isinstance(member.value, str) and member.value for member in one)
    )


def _choices(one: type, kind: OptionKind) -> tuple[str, ...]:
    if issubclass(one, Enum):
        return tuple(str(member.value) for member in one)
    return ("yes", "no") if kind is OptionKind.YES_OR_NO else ()


def spelled(value: object) -> tuple[str, ...]:
    """The value as a person would type it: one text, one for each member of a tuple, or nothing for none.

    >>> spelled(True), spelled(("title", "result")), spelled(None)
    (('yes',), ('title', 'result'), ())
    """
    if value is None:
        return ()
    if isinstance(value, tuple | list):
        return tuple(text for member in value for text in spelled(member))
    return (_word(value),)


def _word(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case Decimal():
            return f"{value:f}"
        case File():
            return value.name
        case _:
            return str(value)
