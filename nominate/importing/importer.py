"""What an importer is: the record that a plugin gives, refused when it could not be used."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, BinaryIO, Generic, TypeVar

import attrs

from nominate.importing.intake import Intake
from nominate.plugging.declared import refuse_names, refuse_suffix, refuse_unless, takes
from nominate.plugging.options import NoOptions, described

__all__ = ["Importer", "Incoming"]

OptionsT = TypeVar("OptionsT")

_WHOSE = "an importer"


@attrs.frozen(kw_only=True)
class Incoming:
    """A file that somebody sent: its name without a folder, and its content to read and seek in.

    The host opens and closes it; an importer never opens a path itself.

    >>> from io import BytesIO
    >>> Incoming(name="tracker.csv", content=BytesIO(b"ID")).content.read()
    b'ID'
    """

    name: str
    content: BinaryIO = attrs.field(repr=False)


def _kept(suffixes: object) -> Any:  # noqa: ANN401 - whatever a plugin gave
    # What is no list of texts is refused with the other fields, not here.
    return tuple(suffixes) if isinstance(suffixes, Iterable) and not isinstance(suffixes, str) else suffixes


@attrs.frozen(kw_only=True)
class Importer(Generic[OptionsT]):
    """A way to read a file that came back: a plugin returns these from its hook `nominate_importers`.

    `name` is what people choose it by (`--with name`); `summary` is one line, at most 100 characters, for
    lists. `suffixes` are the ends of the names of files that it reads, each with a dot and in lower case.
    `read(source, options)` says what the file says, cell by cell, and looks nothing up: it sees no register.
    What it cannot read it tells as problems of the intake, with sheet and cell. `options` is a frozen attrs
    class whose fields all have defaults. Raises `PluginError` when any of that is not so.

    >>> def read(source, options):
    ...     return Intake(file=source.name)
    >>> Importer(name="a", summary="A", suffixes=(".a",), read=read).options.__name__
    'NoOptions'
    """

    name: str
    summary: str
    suffixes: tuple[str, ...] = attrs.field(converter=_kept)
    read: Callable[[Incoming, OptionsT], Intake]
    options: type[OptionsT] = NoOptions  # type: ignore[assignment]  # TypeVar defaults begin with Python 3.13

    def __attrs_post_init__(self) -> None:
        refuse_names(self.name, self.summary, whose=_WHOSE)
        is_listed = type(self.suffixes) is tuple and self.suffixes
        refuse_unless(is_listed, "suffixes", self.suffixes, whose=_WHOSE, wanted="a list such as ['.xlsx']")
        for suffix in self.suffixes:
            refuse_suffix(suffix, whose=_WHOSE)
        is_reader = takes(self.read, "source", "options")
        refuse_unless(is_reader, "read", self.read, whose=_WHOSE, wanted="a function of source and options")
        described(self.options)
