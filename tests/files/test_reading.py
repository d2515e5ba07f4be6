"""The one boundary that reads: what is no readable text is refused with its file, place and cure."""

from __future__ import annotations

import codecs
import io
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate.errors import UnreadableInput
from nominate.files.reading import name_of, read_bytes, read_stream, read_text, text_of

WELSH = "name: Ysbyty Gŵyl y Ŷd\n"


def refused(path: Path) -> str:
    with pytest.raises(UnreadableInput) as caught:
        read_text(path)
    return str(caught.value).replace(f"{path}", "PATH")


@pytest.mark.parametrize(
    "content",
    [
        WELSH.encode(),
        codecs.BOM_UTF8 + WELSH.encode(),
        WELSH.encode("utf-16"),
        codecs.BOM_UTF16_BE + WELSH.encode("utf-16-be"),
        WELSH.replace("\n", "\r\n").encode(),
        WELSH.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16", "utf-16 big end first", "Windows lines", "old Mac lines"],
)
def test_text_is_read_whatever_its_encoding_says_of_itself(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(content)
    assert read_text(tmp_path / "a.yaml") == WELSH


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a: 1\nname: café".encode("cp1252"), "2:10: byte 0xe9 is not UTF-8 text; save the file as UTF-8"),
        ("é\n".encode() + b"\xff", "2:1: byte 0xff is not UTF-8 text; save the file as UTF-8"),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8", " not utf-16-le text; save the file as UTF-8"),
        (WELSH.encode("utf-32"), "1:1: byte 0xff is not UTF-8 text; save the file as UTF-8"),
    ],
    ids=["cp1252", "after an accent", "broken utf-16", "utf-32"],
)
def test_what_is_not_utf_8_is_refused_with_its_place(content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(content)
    assert refused(tmp_path / "a.yaml").startswith(f"PATH:{message}")


@given(st.binary())
def test_bytes_become_text_or_our_error(content: bytes) -> None:
    try:
        assert "\r" not in text_of(content, file="a.yaml")
    except UnreadableInput as error:
        assert error.problems[0].code == "E103"  # noqa: PT017 - either end is right


def test_a_missing_file_names_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "register.yaml").write_text("")
    assert refused(tmp_path / "registr.yaml") == "PATH: no such file or folder; did you mean 'register.yaml'?"


def test_a_file_in_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "away" / "a.yaml") == "PATH: no such file or folder"


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert refused(tmp_path) == "PATH: this is a folder, not a file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_that_nobody_writes_to_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe").startswith("PATH: this is not a regular file; name a file")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there are no device files here")
def test_a_device_is_refused() -> None:
    assert refused(Path("/dev/null")).startswith("PATH: this is not a regular file")


def test_a_name_that_the_system_refuses_is_told() -> None:
    with pytest.raises(UnreadableInput, match=r"cannot be read: .*embedded null"):
        read_text(Path("a\0b"))


@pytest.mark.skipif(os.name != "posix", reason="other systems have other permissions")
def test_a_file_without_permission_is_told() -> None:
    # A folder that everybody may enter, and a process that is not root, whoever runs the tests.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        closed = Path(folder, "a.yaml")
        closed.touch(mode=0)
        was_root = os.geteuid() == 0
        if was_root:
            os.seteuid(65534)
        try:
            assert refused(closed).startswith("PATH: no permission to read it; close it in the program")
        finally:
            if was_root:
                os.seteuid(0)


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x" * 2_000_001)
    with pytest.raises(UnreadableInput, match="more than 2 MB; split it into several files"):
        read_bytes(tmp_path / "a.yaml", limit=2_000_000)


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x" * 2_000)
    assert len(read_bytes(tmp_path / "a.yaml", limit=2_000)) == 2_000


class Failing(io.RawIOBase):
    def read(self, _size: int = -1) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_stream_that_fails_is_told_by_its_name() -> None:
    with pytest.raises(UnreadableInput, match=r"^<stdin>: cannot be read: input/output error$"):
        read_stream(Failing(), name="<stdin>")  # type: ignore[arg-type]  # a raw stream is enough here


def test_a_name_cannot_move_the_cursor_of_a_terminal() -> None:
    assert name_of(Path("a\x1b[2Jb\nc.yaml")) == "a\\x1b[2Jb\\nc.yaml"
