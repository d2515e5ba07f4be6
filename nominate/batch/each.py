"""The door to batches: one file for each organisation, award, edition, category or programme."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path

from nominate.batch.crew import Crew, crew_of
from nominate.batch.ledger import ledger_in
from nominate.batch.left_over import left_over
from nominate.batch.outcome import Batch, BatchFile
from nominate.batch.planning import fields_of, planned
from nominate.batch.running import Run, Told
from nominate.batch.sheaves import sheaves
from nominate.batch.spreading import refuse_unsendable
from nominate.errors import NothingToExport, UsageError
from nominate.exporting.exporters import Exporters
from nominate.exporting.output import Output
from nominate.exporting.rendering import AnyExporter
from nominate.model.fields import Audience
from nominate.model.when import When
from nominate.register.register import Register
from nominate.storage.finding import own_folder
from nominate.viewing.build import views
from nominate.viewing.view import View

__all__ = ["Progress", "export_each"]

Named = str | os.PathLike[str]
Progress = Callable[[BatchFile, int], None]
"""What is called for each file once it is settled, with how many there are in all."""


def export_each(  # noqa: PLR0913 - each is a choice of its own, and all but two have a default
    register: Register,
    out: Named | Sequence[Output | Named],
    *,
    each: str = "organisation",
    as_of: When | str,
    audience: Audience | str = Audience.PUBLIC,
    to: AnyExporter | None = None,
    options: object = None,
    exporters: Exporters | None = None,
    beside: str | os.PathLike[str] | None = None,
    jobs: int = 1,
    executor: Executor | None = None,
    is_again: bool = False,
    is_lasting: bool = False,
    is_dry: bool = False,
    progress: Progress | None = None,
    **filters: object,
) -> Batch:
    """Write files for each organisation, or for each of something else; one that fails stops no other.

    Each is what `export` would write of that view, the same bytes however many work at it, whole or not at
    all. What was made earlier, would say the same and was not changed is not made again. What somebody has
    changed by hand is left, and told.

    Args:
        register: as for `views`, as are `each`, `as_of`, `audience` and `filters`
        out: the files' path, with fields in braces: `briefings/{id}.pdf`. There are `id`, `name`, `audience`
            and `as_of` (a day), and for each edition `award` and `edition`. Folders are made where missing.
            Several outputs make a file of each form, and look only once at what it is made of
        to: as for `export`, as are `options` and `exporters`; several outputs have their own
        beside: the file or folder of the register; what was made is remembered in `.nominate` beside it, and
            without it nothing is. What an exporter of your own makes, which has no version, is always made
        jobs: how many processes of our own work at it; a script that asks for more than one keeps what it
            does under `if __name__ == "__main__":`, since each of them imports it
        executor: works at all of it instead, on a cluster if you like; it is not shut down
        is_again: whether also what is current, or was changed by hand, is made
        is_lasting: whether what was made as of an earlier moment of the same day is current, if it says the
            same; otherwise only what was made as of the same moment
        is_dry: whether nothing is written, and what would be made is told as `due`
        progress: called for each file once it is settled, with how many there are in all

    Raises:
        UsageError: an unknown field or none in `out`, two files of one name, or what `export` and `views`
            refuse.
        OptionError: an option is refused, by every view alike.
        NothingToExport: this audience may know nothing that there could be a file for.
        Also what `export` raises before it writes.

    >>> import tempfile
    >>> import nominate
    >>> register = nominate.load(Path(nominate.__file__).parent / "demo" / "aberdwr")
    >>> out = Path(tempfile.mkdtemp()) / "{id}.csv"
    >>> batch = export_each(register, out, each="award", as_of="2026-11-01", audience="internal")
    >>> len(batch.made) == len(batch.files), batch.failed
    (True, ())
    """
    if jobs < 1:
        raise UsageError(f"{jobs} jobs cannot work; one is the least")
    outputs = _outputs(out, to, options)
    asked = sheaves(outputs, fields=fields_of(each), exporters=exporters or Exporters())
    orders = tuple(one.order for one in asked)
    if jobs > 1 and executor is None:
        refuse_unsendable(orders)
    readers = Audience(audience)
    folder = own_folder(Path(beside)) if beside is not None else None
    with crew_of(1 if executor is not None or is_dry else jobs, orders) as crew:
        found = _found(views(register, each=each, as_of=as_of, audience=audience, **filters), each, crew)
        crew.expect(view for _, view in found)
        number = len(found)
        ledger = ledger_in(folder, is_read_only=is_dry)
        earlier = None if is_again else ledger
        plans = planned(found, asked, each=each, earlier=earlier, is_lasting=is_lasting)
        run = Run(orders=orders, ledger=ledger, readers=readers, crew=crew, executor=executor, is_dry=is_dry)
        files = _files(run.settled(plans, number), number * len(orders), progress)
    of_names = [order.problem for order in orders if order.problem is not None]
    others = left_over(ledger, files, readers)
    return Batch(files=files, problems=(*of_names, *ledger.problems, *others))


def _found(every: Iterator[tuple[str, View]], each: str, crew: Crew) -> list[tuple[str, View]]:
    found = []
    for pair in every:
        found.append(pair)
        crew.begin_where_wanted()
    if not found:
        raise NothingToExport(
            f"nothing to export: there is no {each} of which this audience may know anything at this moment; "
            "take a filter away, or ask as of a later moment or for another audience"
        )
    return found


def _outputs(
    out: Named | Sequence[Output | Named], to: AnyExporter | None, options: object
) -> tuple[Output, ...]:
    if isinstance(out, str | os.PathLike):
        return (Output(path=out, to=to, options=options),)
    if to is not None or options is not None:
        raise UsageError("each Output says its own `to` and `options`; leave them out beside several")
    return tuple(one if isinstance(one, Output) else Output(path=one) for one in out)


def _files(settled: Iterator[Told], number: int, progress: Progress | None) -> tuple[BatchFile, ...]:
    files: dict[int, BatchFile] = {}
    for place, file in settled:
        files[place] = file
        if progress is not None:
            progress(file, number)
    return tuple(file for _, file in sorted(files.items()))
