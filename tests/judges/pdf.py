"""PDF/UA-1 as an outside judge reads it: `page`, written by other people from the Matterhorn Protocol.

`EveryPdf` asks it, and our second opinion, about every PDF that any test makes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import page
import pytest
from judges.pdf_structure import structure_faults


def faults(content: bytes, profile: str = "ua1") -> list[str]:
    """The rules that a file breaks, each once and with what the judge says of it; none is a pass."""
    report = page.validate_pdf_bytes(content, profile=profile, limits=page.SafetyLimits.unlimited())
    told = {fault.rule_id: fault.message for fault in report.failures}
    assert report.is_compliant is not bool(told)
    return [f"{rule}: {message}" for rule, message in told.items()]


def rules_broken(content: bytes, profile: str = "ua1") -> set[str]:
    return {fault.partition(": ")[0] for fault in faults(content, profile)}


class _Copied:
    """What is written, and a copy."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self.content = bytearray()

    def write(self, content: bytes) -> int:
        self.content += content
        return self._out.write(content)


class EveryPdf:
    """Every PDF that this process makes, kept until it is judged; one that was judged is not judged again."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []
        self._judged: set[bytes] = set()

    def keep(self, content: bytes) -> None:
        self._waiting.append(content)

    def let_go(self) -> None:
        """Leave out what is meant to be no document, as what tries a layer by itself."""
        self._waiting.clear()

    def faults(self) -> list[str]:
        """Of all that were made since this was asked."""
        waiting, self._waiting = self._waiting, []
        told: list[str] = []
        for content in waiting:
            digest = hashlib.sha256(content).digest()
            if digest not in self._judged:
                told += [*faults(content), *structure_faults(content)]
            self._judged.add(digest)
        return told


@contextmanager
def every_pdf_kept() -> Iterator[EveryPdf]:
    """Watches the one place that all PDFs are written by, so that no test has to remember its judge."""
    # Imported before the first test and not before coverage is measured.
    from nominate_pdf._file.packed import PackedFile  # noqa: PLC0415

    kept = EveryPdf()
    begin, complete = PackedFile.__init__, PackedFile.complete

    def begin_copied(self: PackedFile, out: BinaryIO) -> None:
        begin(self, _Copied(out))  # type: ignore[arg-type]  # it only writes

    def complete_kept(self: PackedFile, catalogue: str, information: str) -> None:
        complete(self, catalogue, information)
        kept.keep(bytes(vars(self)["_out"].content))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(PackedFile, "__init__", begin_copied)
        patched.setattr(PackedFile, "complete", complete_kept)
        yield kept
