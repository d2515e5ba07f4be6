"""What crosses between the host and the process of a stranger's plugin, both ways, as plain JSON data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import attrs

from nominate.errors import PluginError, shown
from nominate.plugging.containment import Answer
from nominate.plugging.given import Given
from nominate.plugging.options import File, Option, OptionKind

__all__ = ["among", "joined", "members", "option_from", "option_to", "parted"]

T = TypeVar("T")


def among(records: Iterable[object], kind: type[T], *, hook: str) -> tuple[T, ...]:
    """The records that a plugin's hook gave, once each is of that kind and their names differ.

    Raises `PluginError` otherwise.
    """
    found: dict[str, T] = {}
    for record in records:
        if not isinstance(record, kind):
            raise PluginError(f"{hook} returned {shown(record)}, not a nominate.{kind.__name__}")
        name: str = record.name  # type: ignore[attr-defined]  # every record of a plugin has one
        if name in found:
            raise PluginError(f"{hook} returned two {kind.__name__.lower()}s called {name!r}")
        found[name] = record
    return tuple(found.values())


def members(answer: Answer) -> list[object]:
    """The list that a task answers with. Raises `PluginError` when it is something else.

    >>> members(Answer(result=["a"], output=b"", printed=""))
    ['a']
    """
    if not isinstance(answer.result, list):
        raise PluginError(f"its answer cannot be read: {shown(answer.result)}")
    return answer.result


def option_to(option: Option) -> dict[str, object]:
    """An option as plain JSON data."""
    return {**attrs.asdict(option), "kind": option.kind.value}


def option_from(told: Mapping[str, Any]) -> Option:
    """The option that another process told about. Raises `TypeError` or `ValueError` for what is none."""
    return Option(
        **{
            **told,
            "kind": OptionKind(told["kind"]),
            "default": tuple(told["default"]),
            "choices": tuple(told["choices"]),
        },
    )


def parted(options: Given) -> tuple[list[object], dict[str, bytes]]:
    """Options as plain JSON data, and beside them the files that they hold, each under a name of ours.

    >>> parted((("cover", "yes"), ("logo", File(name="a.png", content=b"..."))))
    ([['cover', 'yes'], ['logo', {'name': 'a.png', 'place': 'file-1'}]], {'file-1': b'...'})
    """
    files = {f"file-{number}": value for number, (_, value) in enumerate(options) if isinstance(value, File)}
    pairs: list[object] = [
        [name, {"name": value.name, "place": f"file-{number}"} if isinstance(value, File) else value]
        for number, (name, value) in enumerate(options)
    ]
    return pairs, {place: file.content for place, file in files.items()}


def joined(pairs: Iterable[tuple[str, Any]], folder: Path) -> Given:
    """The options that were parted, with their files read from the folder."""
    return tuple((name, value if isinstance(value, str) else _file(value, folder)) for name, value in pairs)


def _file(told: Mapping[str, str], folder: Path) -> File:
    return File(name=told["name"], content=(folder / told["place"]).read_bytes())
