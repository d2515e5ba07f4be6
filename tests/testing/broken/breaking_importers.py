"""Data: a plugin with one importer for each promise of the contract, which it breaks."""

import os
import time
import xml.dom.minidom  # what is heavy, in this test
from pathlib import Path

from nominate import Importer, Intake, IntakeColumn, IntakeRow, IntakeSheet, Problem, hookimpl

TITLE = IntakeColumn(title="Title", name="title")


def said(source, *titles, problems=()):
    rows = tuple(IntakeRow(number=number, values=(title,)) for number, title in enumerate(titles, 1))
    sheet = IntakeSheet(of="nominations", columns=(TITLE,), rows=rows)
    return Intake(file=source.name, sheets=(sheet,), problems=tuple(problems))


def keeping(source, options):
    content = source.content.read()
    if not content.startswith(b"title"):
        return Intake(file=source.name, problems=(Problem(code="E101", message="no titles"),))
    return said(source, *content.decode("utf-8", "replace").splitlines())


def faulty(source, options):
    return said(source, "a", problems=[Problem(code="E101", message="torn")])


def rowless(source, options):
    return Intake(file=source.name)


def nameless(source, options):
    source.content.read()
    return said(type(source)(name="file", content=source.content), "a")


def guessing(source, options):
    return said(source, os.urandom(8).hex())


def stamping(source, options):
    return said(source, str(int(time.time())))


def floating(source, options):
    return said(source, 1.5)


def raising(source, options):
    return said(source, source.content.read().decode("ascii"))


def silent(source, options):
    content = source.content.read()
    return said(source, "a") if content else Intake(file=source.name)


def closing(source, options):
    source.content.close()
    return said(source, "a")


def reaching(source, options):
    with Path(os.devnull).open() as other:
        return said(source, other.read() or "a")


def printing(source, options):
    print("reading")
    return said(source, "a")


@hookimpl
def nominate_importers():
    readers = (keeping, faulty, rowless, nameless, guessing, stamping, floating, raising, silent, closing)
    return [
        Importer(name=read.__name__, summary="A", suffixes=[f".{read.__name__}"], read=read)
        for read in (*readers, reaching, printing)
    ]
