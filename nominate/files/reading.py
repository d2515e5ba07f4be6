"""The one place that reads: from a file or a stream to text, with every failure told as ours."""

from __future__ import annotations

import codecs
import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from nominate.errors import Problem, UnreadableInput, nearest

__all__ = [
    "FILE_LIMIT",
    "INTAKE_LIMIT",
    "JSON_LIMIT",
    "LIMIT",
    "name_of",
    "names_beside",
    "read_bytes",
    "read_stream",
    "read_text",
    "reason_of",
    "text_of",
    "unreadable",
]

LIMIT = 50_000_000
"""The most bytes that a file may have: a register of 50,000 nominations in YAML is smaller."""

JSON_LIMIT = 250_000_000
"""The most bytes of a JSON file: 100,000 nominations have 60 million; four times that takes seconds."""

FILE_LIMIT = 20_000_000
"""The most bytes of a picture, a font, a template or a house style."""

INTAKE_LIMIT = 100_000_000
"""The most bytes of a spreadsheet: a tracker of 100,000 nominations has 20 million."""

# A Zip archive, as their files have been since 2007, and what came before.
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_IS_TEXT = "write the register in a text editor, in a file of its own whose name ends in .yaml"
_SAVE_AS = "save the file as UTF-8 (in Notepad and Excel: Save As, encoding UTF-8)"
_NAME_ONE = "name a file, or a folder of files"
# Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def name_of(path: Path) -> str:
    r"""A path as messages show it: what would move a terminal's cursor is escaped.

    >>> name_of(Path("awards\x1b.yaml"))
    'awards\\x1b.yaml'
    """
    text = os.fspath(path)
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def unreadable(file: str, code: str, message: str, hint: str = "") -> UnreadableInput:
    """The error for a file that has one fault, which no line of it shows.

    >>> print(unreadable("a.yaml", "E101", "no such file"))
    a.yaml: no such file
    """
    return UnreadableInput([Problem(code=code, file=file, message=message, hint=hint)])


def read_text(path: Path, *, limit: int = LIMIT) -> str:
    """The text of a regular file of at most `limit` bytes, every line ended by a line feed.

    Raises:
        UnreadableInput: there is no such file, it is no regular file, too large, or not UTF-8 or UTF-16.
    """
    return text_of(read_bytes(path, limit=limit), file=name_of(path))


def read_bytes(path: Path, *, limit: int = LIMIT) -> bytes:
    """What a regular file holds, at most `limit` bytes.

    Raises:
        UnreadableInput: there is no such file, it is no regular file, it is too large, or the disc fails.
    """
    name = name_of(path)
    try:
        with open(os.open(path, _FLAGS), "rb") as stream:  # noqa: PTH123 - the flags need a descriptor
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise unreadable(name, "E101", "this is not a regular file", _NAME_ONE)
            return read_stream(stream, name=name, limit=limit)
    except UnreadableInput:
        raise
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from None


def read_stream(stream: BinaryIO, *, name: str, limit: int = LIMIT) -> bytes:
    """What is left in a stream, at most `limit` bytes; `name` is what messages call it.

    Raises:
        UnreadableInput: there is more than that, or the stream fails.
    """
    try:
        content = stream.read(limit + 1)
    except OSError as error:
        raise unreadable(name, "E101", f"cannot be read: {reason_of(error)}") from None
    if len(content) > limit:
        raise unreadable(name, "E102", f"more than {limit // 1_000_000} MB", "split it into several files")
    return content


def text_of(content: bytes, *, file: str) -> str:
    r"""Bytes as text: UTF-8 with or without a mark, or UTF-16 with one; `\r\n` and `\r` become `\n`.

    Raises:
        UnreadableInput: the bytes are something else; the message has the first one's line and column.

    >>> text_of(b"\xef\xbb\xbfname: Ysbyty\r\n", file="a.yaml")
    'name: Ysbyty\n'
    """
    is_wide = content[:2] in _UTF16 and content[:4] not in _UTF32
    try:
        text = content.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput([_not_text(content, error, file)]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def reason_of(error: OSError | ValueError) -> str:
    """What the system says of a failure, in lower case as our messages are.

    >>> reason_of(OSError(28, "No space left on device"))
    'no space left on device'
    """
    return (getattr(error, "strerror", None) or str(error)).lower()


def _not_text(content: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    if content.startswith(_OFFICE):
        return Problem(code="E103", file=file, message="a document of Word, Excel or the like", hint=_IS_TEXT)
    if error.encoding != "utf-8":
        return Problem(code="E103", file=file, message=f"not {error.encoding} text", hint=_SAVE_AS)
    before = content[: error.start]
    start = before.rfind(b"\n") + 1
    return Problem(
        code="E103",
        file=file,
        line=before.count(b"\n") + 1,
        column=len(before[start:].decode("utf-8-sig", "replace")) + 1,
        message=f"byte 0x{content[error.start]:02x} is not UTF-8 text",
        hint=_SAVE_AS,
    )


def _refusal(path: Path, error: OSError | ValueError) -> UnreadableInput:
    name = name_of(path)
    match getattr(error, "errno", None):
        case errno.ENOENT:
            near = nearest(path.name, names_beside(path))
            hint = f"did you mean {near!r}?" if near else ""
            return unreadable(name, "E101", "no such file or folder", hint)
        case errno.EACCES | errno.EPERM:
            hint = "close it in the program that has it open, or ask for permission to read it"
            return unreadable(name, "E101", "no permission to read it", hint)
        case errno.EISDIR:
            return unreadable(name, "E101", "this is a folder, not a file")
        case errno.ENXIO:
            return unreadable(name, "E101", "this is not a regular file", _NAME_ONE)
        case _:
            return unreadable(name, "E101", f"cannot be read: {reason_of(error)}")


def names_beside(path: Path) -> tuple[str, ...]:
    """The names in a path's folder, in order; none where it cannot be listed.

    >>> names_beside(Path("/no/such/folder/a.yaml"))
    ()
    """
    try:
        return tuple(sorted(other.name for other in path.parent.iterdir()))
    except OSError:
        return ()
