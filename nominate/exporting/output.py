"""Several files, or forms of files, that are made together of the same view."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import attrs

from nominate.errors import UsageError, shown
from nominate.exporting.exporters import Exporters
from nominate.exporting.rendering import AnyExporter, Exported, Order, fulfilled, order
from nominate.files.writing import write_all
from nominate.viewing.view import View

__all__ = ["Output", "export_several", "orders_for"]


@attrs.frozen(kw_only=True)
class Output:
    """A file to make beside others, or in a batch a form of which there is a file for each.

    `path` may then hold fields, as for `export_each`; `to` and `options` are as for `export`.

    >>> Output(path="briefings/{id}.xlsx", to="excel").options is None
    True
    """

    path: str | os.PathLike[str]
    to: AnyExporter | None = None
    options: object = None


def orders_for(outputs: Sequence[Output], exporters: Exporters) -> tuple[Order, ...]:
    """What each output orders, checked before anything is made.

    Raises:
        UsageError: two outputs have one path.
        Also what `export` raises before it writes.

    >>> [order.exporter.name for order in orders_for([Output(path="a.csv")], Exporters())]
    ['csv']
    """
    times = Counter(os.fspath(one.path) for one in outputs)
    for path, number in times.items():
        if number > 1:
            raise UsageError(f"{shown(path)} is asked for twice; give each file a name of its own")
    return tuple(_order(one, Path(one.path), exporters) for one in outputs)


def _order(one: Output, path: Path, exporters: Exporters) -> Order:
    exporter = exporters.for_path(path) if one.to is None else one.to
    return order(exporter, name=path.name, options=one.options, exporters=exporters)


def export_several(view: View, outputs: Sequence[Output], *, exporters: Exporters) -> tuple[Exported, ...]:
    """Write a whole file for each output, or none at all; each is what `export` would write.

    Raises as `export` does, and `UsageError` where two outputs have one path.
    """
    orders = orders_for(outputs, exporters)
    made = [fulfilled(one, view) for one in orders]
    write_all({Path(one.path): each.content for one, each in zip(outputs, made, strict=True)})
    return tuple(
        Exported(
            path=Path(one.path),
            exporter=ordered.exporter.name,
            media_type=each.media_type,
            size=len(each.content),
            problems=(*each.problems, *(() if ordered.problem is None else (ordered.problem,))),
        )
        for one, ordered, each in zip(outputs, orders, made, strict=True)
    )
