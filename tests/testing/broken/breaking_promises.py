"""Data: a plugin with one exporter for each promise of the contract, which it breaks."""

import itertools
import os
import time
import xml.dom.minidom  # what is heavy, in this test

import attrs

from nominate import Exporter, Form, hookimpl


@attrs.frozen(kw_only=True)
class Options:
    form: str = ""


def plainly(view, options, out):
    for entry in view.entries:
        out.write(f"{entry.title}\n".encode())


def keeping(view, options, out):
    plainly(view, options, out)


def numbering(view, options, out):
    for entry in view.entries:
        out.write(f"{entry.id}\n".encode())


def losing(view, options, out):
    for entry in view.entries[1:]:
        out.write(f"{entry.title}\n".encode())
    out.write(b"and so on")


def reckoning(view, options, out):
    for entry in view.entries:
        out.write(f"{entry.title.lstrip('=')}\n".encode())


def confusing(view, options, out):
    for _, entries in itertools.groupby(view.entries, key=lambda entry: entry.title):
        out.write(f"{next(entries).title}\n".encode())


def guessing(view, options, out):
    plainly(view, options, out)
    out.write(os.urandom(8))


def stamping(view, options, out):
    plainly(view, options, out)
    out.write(str(int(time.time()) // 2).encode())


def changing(view, options, out):
    plainly(view, options, out)
    object.__setattr__(view, "entries", ())


def closing(view, options, out):
    plainly(view, options, out)
    out.close()


def printing(view, options, out):
    plainly(view, options, out)
    print("done")


def silent(view, options, out):
    pass


def halting(view, options, out):
    if options.form:
        raise NotImplementedError
    plainly(view, options, out)


def failing(view, options, out):
    for entry in view.entries:
        out.write(entry.title.encode("ascii"))


WRITERS = (
    keeping,
    numbering,
    losing,
    reckoning,
    confusing,
    guessing,
    stamping,
    changing,
    closing,
    printing,
    silent,
    halting,
    failing,
)


@hookimpl
def nominate_exporters():
    return [
        Exporter(
            name=write.__name__,
            summary="Breaks a promise",
            suffix=f".{write.__name__}",
            media_type="text/plain",
            write=write,
            options=Options,
            forms={".html": Form(media_type="text/html", options={"form": "html"})},
        )
        for write in WRITERS
    ]
