"""The jobs that make many files: a summary and a tracker for each of many organisations, ours and the peers'.

The peers get what they print ready made, and print it alone. Ours gets ready views, and works out within the
clock what there is to print; a batch, which is timed as well, begins at the register.
"""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from jobs import AS_OF, Work, job

import nominate
from nominate import View
from nominate.documents import (
    Bullets,
    Chart,
    Document,
    Heading,
    KeyFigures,
    NumberedList,
    Paragraph,
    Quotation,
    Table,
    plain,
)

TABLES = ("nominations", "dates", "awards", "organisations")
FORMS = (("pdf", "pdf"), ("excel", "xlsx"))
MADE = "nominate-briefings-"


@job
def briefings(register: Path) -> Work:
    """Ours, of ready views: summaries, charts and trackers of eight sheets, each file written whole.

    What the job `view` times already, totals and revisions, is asked for before the clock runs.
    """
    ready = list(nominate.views(nominate.load(register), as_of=AS_OF))
    _counted = [(shown.totals, shown.revision) for _, shown in ready]
    folder = _folder(register)
    for exporter, suffix in FORMS:
        nominate.export(ready[0][1], folder / f"first.{suffix}", to=exporter)
    gc.collect()

    def work() -> None:
        for name, shown in ready:
            for exporter, suffix in FORMS:
                nominate.export(shown, folder / f"{name}.{suffix}", to=exporter)

    return work


@job
def briefings_batch(register: Path) -> Work:
    """Ours, of the register: views, digests and the ledger too, in one process."""
    return _batch(register, jobs=1)


@job
def briefings_two(register: Path) -> Work:
    """The same batch, by two processes."""
    return _batch(register, jobs=2)


@job
def briefings_bare(register: Path) -> Work:
    """The peer: the same documents by Platypus, untagged, without charts, and tables by plain openpyxl."""
    loaded = nominate.load(register)
    ready = [(name, *_ready(shown)) for name, shown in nominate.views(loaded, as_of=AS_OF)]
    folder = _folder(register)
    _platypus(ready[0][1], folder / "first.pdf")
    _openpyxl(ready[0][2], folder / "first.xlsx")
    gc.collect()

    def work() -> None:
        for name, document, tables in ready:
            _platypus(document, folder / f"{name}.pdf")
            _openpyxl(tables, folder / f"{name}.xlsx")

    return work


def _batch(register: Path, *, jobs: int) -> Work:
    loaded = nominate.load(register)
    name, first = next(iter(nominate.views(loaded, as_of=AS_OF)))
    for exporter, _ in FORMS:
        nominate.render(first, exporter)
    folder = _folder(register)
    gc.collect()

    def work() -> None:
        forms = [nominate.Output(path=folder / f"{{id}}.{suffix}", to=to) for to, suffix in FORMS]
        batch = nominate.export_each(loaded, forms, as_of=AS_OF, jobs=jobs, beside=folder)
        if len(batch.made) != len(batch.files) or name not in {file.id for file in batch.made}:
            raise RuntimeError(batch.failed[0].reason)

    return work


def _folder(register: Path) -> Path:
    """A new folder beside the register, which stays.

    For some minutes a disc takes up to thirty times as long to begin a file where thousands were just removed
    (ext4 passes over each of their places), and whoever came after another would be timed with that.
    """
    return Path(tempfile.mkdtemp(prefix=MADE, dir=register.parent))


def _ready(shown: View) -> tuple[Document, dict[str, list[list[object]]]]:
    from nominate.prose import summary  # noqa: PLC0415 - not part of the other jobs

    tables = {of: [[_cell(cell) for cell in row] for row in shown.table(of=of)] for of in TABLES}
    return summary(shown), tables


def _cell(cell: object) -> object:
    return cell if isinstance(cell, str | int) else str(cell)


def _platypus(document: Document, path: Path) -> None:
    from reportlab.lib.pagesizes import A4, landscape  # noqa: PLC0415 - not part of the other jobs
    from reportlab.lib.styles import getSampleStyleSheet  # noqa: PLC0415
    from reportlab.platypus import Paragraph as Set  # noqa: PLC0415
    from reportlab.platypus import SimpleDocTemplate  # noqa: PLC0415

    styles = getSampleStyleSheet()
    story: list[Any] = [
        Set(escape(document.title), styles["Title"]),
        Set(_markup(document.standfirst), styles["Normal"]),
    ]
    for block in document.blocks:
        story += _flowables(block, styles)
    SimpleDocTemplate(str(path), pagesize=landscape(A4), title=document.title).build(story)


def _flowables(block: object, styles: Any) -> Iterator[Any]:
    from reportlab.platypus import Paragraph as Set  # noqa: PLC0415 - not part of the other jobs

    match block:
        case Heading():
            yield Set(_markup(block.content), styles[f"Heading{block.level}"])
        case Paragraph():
            yield Set(_markup(block.content), styles["BodyText"])
        case Bullets() | NumberedList():
            for item in block.items:
                yield Set(_markup(item.content), styles["BodyText"], bulletText="•")
                yield from _flowables(item.below, styles)
        case Quotation():
            for content in (*block.paragraphs, block.attribution):
                yield Set(_markup(content), styles["BodyText"])
        case KeyFigures():
            yield _grid([(figure.value, figure.label) for figure in block.figures], styles)
        case Chart():
            yield _grid([(bar.label, str(bar.value)) for bar in block.bars], styles)
        case Table():
            yield _grid([tuple(map(plain, row)) for row in (block.header, *block.rows)], styles)


def _grid(rows: list[tuple[str, ...]], styles: Any) -> Any:
    from reportlab.lib.colors import grey  # noqa: PLC0415 - not part of the other jobs
    from reportlab.platypus import Paragraph as Set  # noqa: PLC0415 - not part of the other jobs
    from reportlab.platypus import Table as Grid  # noqa: PLC0415
    from reportlab.platypus import TableStyle  # noqa: PLC0415

    cells = [[Set(escape(cell), styles["BodyText"]) for cell in row] for row in rows]
    width = 690 / max(map(len, rows))
    ruled = TableStyle([("GRID", (0, 0), (-1, -1), 0.25, grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return Grid(cells, colWidths=[width] * len(rows[0]), repeatRows=1, style=ruled)


def _markup(content: Any) -> str:
    return escape(plain(content))


def _openpyxl(tables: dict[str, list[list[object]]], path: Path) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - not part of the other jobs
    from openpyxl.styles import Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.table import Table as Filtered  # noqa: PLC0415
    from openpyxl.worksheet.table import TableStyleInfo  # noqa: PLC0415

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cell in sheet[1]:
            cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="1F4E78")
        last = get_column_letter(len(rows[0]))
        sheet.freeze_panes = "A2"
        filtered = Filtered(displayName=name, ref=f"A1:{last}{len(rows)}")
        filtered.tableStyleInfo = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
        sheet.add_table(filtered)
        for place in range(1, len(rows[0]) + 1):
            sheet.column_dimensions[get_column_letter(place)].width = 24
    book.save(path)
