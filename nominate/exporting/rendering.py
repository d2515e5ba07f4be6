"""The deeds: making the bytes of a view by an exporter, making a file of it, and ordering many."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import Any

import attrs

from nominate.errors import ExporterFailed, NothingToExport, PluginError, Problem, Severity, UsageError, shown
from nominate.exporting.asking import asked_for, options_for, pairs_for
from nominate.exporting.exporter import Exporter, Form
from nominate.exporting.exporters import Exporters
from nominate.exporting.listing import ListedExporter, listed
from nominate.exporting.naming import form_of, misnamed
from nominate.exporting.tasks import written_by_stranger
from nominate.exporting.writing import Rendering, settled, written
from nominate.files.writing import write_whole
from nominate.plugging.faults import tidied
from nominate.plugging.given import Given
from nominate.viewing.view import View

__all__ = [
    "NOTHING",
    "AnyExporter",
    "Exported",
    "Order",
    "export",
    "fulfilled",
    "order",
    "render",
    "render_with_problems",
]

# One sentence for every reason: a public export must not tell what it leaves out.
NOTHING = (
    "nothing to export: of what was asked for, this audience may know no nomination at this moment; "
    "take a filter away, or ask as of a later moment or for another audience"
)
"""What is said where an exporter needs nominations and the view holds none."""

AnyExporter = str | Exporter[Any] | ListedExporter
"""How an exporter is named: by its name, as a record of your own, or as `Exporters` found it."""


@attrs.frozen(kw_only=True)
class Exported:
    """A file that was written: where, by which exporter, how many bytes, and the warnings about it.

    >>> Exported(path=Path("tracker.xlsx"), exporter="excel", media_type="text/csv", size=6_021).problems
    ()
    """

    path: Path
    exporter: str
    media_type: str
    size: int
    problems: tuple[Problem, ...] = ()


@attrs.frozen(kw_only=True)
class Order:
    """What to make of one view after the other: by which exporter, in which form, with which options.

    The options' files are read and the name is judged, so that another process can fulfil it: `problem` is
    what is to be said of the name, if anything is. `seconds` are those that a stranger may take for each.

    >>> order("csv", name="{id}.csv").media_type
    'text/csv; charset=utf-8'
    """

    exporter: ListedExporter
    pairs: Given
    form: Form | None
    media_type: str
    seconds: float
    problem: Problem | None


def order(
    exporter: AnyExporter, *, name: str, options: object = None, exporters: Exporters | None = None
) -> Order:
    """The order for files whose names end as that one. The rest is as for `render`.

    Raises what `export` raises before it writes.
    """
    at_hand = exporters or Exporters()
    one = _found(exporter, at_hand)
    asked = asked_for(one, options)
    form = form_of(one, asked, name=name)
    media_type = form.media_type if form else one.media_type
    pairs = pairs_for(one, asked, form)
    if one.exporter:
        options_for(one, one.exporter.options, options=pairs, asked=pairs, form=form)
    return Order(
        exporter=one,
        pairs=pairs,
        form=form,
        media_type=media_type,
        seconds=at_hand.writing_seconds,
        problem=misnamed(one, Path(name), media_type=media_type, at_hand=at_hand),
    )


def fulfilled(ordered: Order, view: View) -> Rendering:
    """The bytes that are ordered, of one view.

    Raises `NothingToExport`, `OptionError` or `ExporterFailed`.
    """
    return _rendering(
        view,
        ordered.exporter,
        options=ordered.pairs,
        asked=ordered.pairs,
        form=ordered.form,
        seconds=ordered.seconds,
    )


def render(
    view: View, exporter: AnyExporter, *, options: object = None, exporters: Exporters | None = None
) -> bytes:
    """The bytes of one file that the exporter makes of the view.

    `options` are a record of the exporter's options class, a mapping, or pairs of a name and a text.
    `exporters` says where to look; without it, the installed ones. What the exporter warns of is raised as
    Python warnings. Raises `NothingToExport`, `ExporterNotFound`, `OptionError` or `ExporterFailed`.
    """
    rendering = render_with_problems(view, exporter, options=options, exporters=exporters)
    for problem in rendering.problems:
        warnings.warn(str(problem), stacklevel=2)
    return rendering.content


def render_with_problems(
    view: View, exporter: AnyExporter, *, options: object = None, exporters: Exporters | None = None
) -> Rendering:
    """The bytes with the exporter's warnings beside them, for callers that tell them themselves."""
    at_hand = exporters or Exporters()
    one = _found(exporter, at_hand)
    asked = asked_for(one, options)
    return _rendering(
        view, one, options=options, asked=asked, form=form_of(one, asked), seconds=at_hand.writing_seconds
    )


def export(
    view: View,
    path: str | os.PathLike[str],
    *,
    to: AnyExporter | None = None,
    options: object = None,
    exporters: Exporters | None = None,
) -> Exported:
    """Write one whole file of the view, or none: when anything fails, an old file at `path` stays as it was.

    The exporter is `to`, or the one that makes files with that suffix. The rest is as for `render`.
    Raises also `UsageError` when several exporters make such files, or when a file of that name would not be
    what it is taken for, and `OutputError`.
    """
    target = Path(path)
    at_hand = exporters or Exporters()
    one = at_hand.for_path(target) if to is None else _found(to, at_hand)
    asked = asked_for(one, options)
    form = form_of(one, asked, name=target.name)
    media_type = form.media_type if form else one.media_type
    odd_name = misnamed(one, target, media_type=media_type, at_hand=at_hand)
    rendering = _rendering(
        view, one, options=options, asked=asked, form=form, seconds=at_hand.writing_seconds
    )
    write_whole(target, rendering.content)
    return Exported(
        path=target,
        exporter=one.name,
        media_type=rendering.media_type,
        size=len(rendering.content),
        problems=rendering.problems if odd_name is None else (*rendering.problems, odd_name),
    )


def _found(exporter: AnyExporter, at_hand: Exporters) -> ListedExporter:
    match exporter:
        case ListedExporter():
            return exporter
        case Exporter():
            return listed(exporter)
        case str():
            return at_hand.named(exporter)
    raise UsageError(f"an exporter is a name or a record, not {shown(exporter)}")


def _rendering(
    view: View,
    one: ListedExporter,
    *,
    options: object,
    asked: Given,
    form: Form | None,
    seconds: float,
) -> Rendering:
    if not view.entries and one.needs_entries:
        raise NothingToExport(NOTHING)
    media_type = form.media_type if form else one.media_type
    try:
        if one.exporter:
            own = options_for(one, one.exporter.options, options=options, asked=asked, form=form)
            content, problems = written(one.exporter, view, options=own)
        else:
            content, problems = _by_stranger(view, one, pairs_for(one, asked, form), seconds)
        return settled(content, problems, media_type=media_type)
    except PluginError as error:
        raise _failed(one, error) from error.__cause__


def _by_stranger(
    view: View, one: ListedExporter, options: Given, seconds: float
) -> tuple[bytes, tuple[Problem, ...]]:
    answer, problems = written_by_stranger(one, view, options=options, time_limit=seconds)
    if not answer.printed:
        return answer.output, problems
    said = f"exporter {one.name!r} printed: {tidied(answer.printed)}"
    return answer.output, (*problems, Problem(code="W604", message=said, severity=Severity.WARNING))


def _failed(one: ListedExporter, error: PluginError) -> ExporterFailed:
    plugin = one.plugin
    source = f" of {plugin}" if plugin else ""
    return ExporterFailed(
        f"exporter {one.name!r}{source}: {error}",
        exporter=one.name,
        problems=getattr(error, "problems", ()),
        distribution=plugin.distribution if plugin else "",
        version=plugin.version if plugin else "",
        details=error.details,
    )
