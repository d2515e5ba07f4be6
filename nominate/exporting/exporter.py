"""What an exporter is: the record that a plugin gives, refused when it could not be used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import BinaryIO, Generic, TypeVar

import attrs

from nominate.errors import OptionError, PluginError, Problem, shown
from nominate.model.mapping import FrozenDict
from nominate.plugging.declared import refuse_names, refuse_suffix, refuse_unless, takes
from nominate.plugging.given import given, made
from nominate.plugging.options import NoOptions, described
from nominate.viewing.view import View

__all__ = ["Exporter", "Form"]

OptionsT = TypeVar("OptionsT")

_WHOSE = "an exporter"
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*(; ?[a-z]+=[A-Za-z0-9-]+)*")


def _texts(options: Mapping[str, object]) -> FrozenDict[str, str]:
    return FrozenDict({name: str(value) for name, value in given(options)})


@attrs.frozen(kw_only=True)
class Form:
    """A further kind of file that an exporter makes: its media type, and the options that it stands for.

    >>> Form(media_type="text/html", options={"form": "html"}).options
    {'form': 'html'}
    """

    media_type: str
    options: Mapping[str, str] = attrs.field(factory=FrozenDict, converter=_texts)


def _kept(forms: Mapping[str, Form]) -> FrozenDict[str, Form]:
    return FrozenDict(forms)


@attrs.frozen(kw_only=True)
class Exporter(Generic[OptionsT]):
    """A way to make a file of a view: a plugin returns these from its hook `nominate_exporters`.

    `name` is what people choose it by (`--to name`); `summary` is one line, at most 100 characters, for
    lists. `suffix` begins with a dot and is lower case; `forms` maps further suffixes to what they mean.
    `write(view, options, out)` writes bytes to a seekable binary file that it does not close, and may
    return problems. An error among them says that the file must not be used. `options` is a frozen attrs
    class whose fields all have defaults. Raises `PluginError` when any of that is not so.
    `needs_entries`: without a nomination to show there is nothing to export, and `write` is not called; one
    that tells of editions too says False, and raises `NothingToExport` itself.

    >>> def write(view, options, out):
    ...     out.write(b"...")
    >>> Exporter(name="a", summary="A", suffix=".a", media_type="text/plain", write=write).options.__name__
    'NoOptions'
    """

    name: str
    summary: str
    suffix: str
    media_type: str
    write: Callable[[View, OptionsT, BinaryIO], Iterable[Problem] | None]
    options: type[OptionsT] = NoOptions  # type: ignore[assignment]  # TypeVar defaults begin with Python 3.13
    forms: Mapping[str, Form] = attrs.field(factory=FrozenDict, converter=_kept)
    needs_entries: bool = True

    def __attrs_post_init__(self) -> None:
        refuse_names(self.name, self.summary, whose=_WHOSE)
        _refuse_place(self.suffix, self.media_type)
        is_writer = takes(self.write, "view", "options", "out")
        wanted = "a function of view, options and out"
        refuse_unless(is_writer, "write", self.write, whose=_WHOSE, wanted=wanted)
        described(self.options)
        for suffix, form in self.forms.items():
            _refuse_form(self, suffix, form)


def _refuse_place(suffix: object, media_type: object) -> None:
    refuse_suffix(suffix, whose=_WHOSE)
    is_known = isinstance(media_type, str) and _MEDIA_TYPE.fullmatch(media_type)
    wanted = "a type and a subtype, as in 'text/plain'"
    refuse_unless(is_known, "media_type", media_type, whose=_WHOSE, wanted=wanted)


def _refuse_form(exporter: Exporter[OptionsT], suffix: str, form: object) -> None:
    if not isinstance(form, Form) or suffix == exporter.suffix:
        wanted = "nominate.Form records by suffixes other than its own"
        raise PluginError(
            f"the forms of exporter {exporter.name!r} hold {shown(suffix)}: {shown(form)}, not {wanted}"
        )
    _refuse_place(suffix, form.media_type)
    try:
        made(exporter.options, given(form.options), whose=exporter.name)
    except OptionError as error:
        raise PluginError(f"form {suffix!r} of exporter {exporter.name!r} cannot be made: {error}") from error
