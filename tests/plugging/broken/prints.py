import sys

from nominate import Exporter, hookimpl


def write(view, options, out):
    out.write(b"a")


def exporter(**changes):
    fields = {
        "name": "broken",
        "summary": "A",
        "suffix": ".broken",
        "media_type": "text/plain",
        "write": write,
    }
    return Exporter(**{**fields, **changes})


print("hello")
print("a warning", file=sys.stderr)


@hookimpl
def nominate_exporters():
    return [exporter(name="prints")]
