"""A whole third-party exporter: one line for each nomination, cells parted by tabs."""

from nominate import Exporter, hookimpl


def write(view, options, out):
    for row in view.table():
        out.write(("\t".join(map(str, row)) + "\n").encode())


@hookimpl
def nominate_exporters():
    return [
        Exporter(
            name="lines",
            summary="One line for each nomination",
            suffix=".lines",
            media_type="text/plain",
            write=write,
        )
    ]
