"""A whole third-party importer: rows copied out of a spreadsheet and pasted into a text file."""

from nominate import Importer, Intake, Problem, header_of, hookimpl, intake_sheet
from nominate.sheets import Row, Sheet

NO_HEADER = Problem(
    code="E101",
    message="no line names columns of a tracker",
    hint="copy the header with the rows, as in: ID, Title, Outcome",
)


def read(source, options):
    lines = source.content.read().decode("utf-8", "replace").splitlines()
    rows = [line.split("\t") for line in lines]
    width = max(map(len, rows), default=0)
    sheet = Sheet(
        rows=tuple(
            Row(number, tuple(cell.strip() or None for cell in row) + (None,) * (width - len(row)))
            for number, row in enumerate(rows, 1)
            if any(cell.strip() for cell in row)
        )
    )
    header = header_of(sheet)
    if header is None:
        return Intake(file=source.name, problems=(NO_HEADER,))
    pasted, problems = intake_sheet(sheet, header)
    return Intake(file=source.name, sheets=(pasted,), problems=problems)


@hookimpl
def nominate_importers():
    return [
        Importer(name="pasted", summary="Rows copied out of a spreadsheet", suffixes=[".pasted"], read=read)
    ]
