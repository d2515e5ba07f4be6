"""A file that somebody read already, as an option of an exporter brings it."""

from __future__ import annotations

from typing import Protocol

__all__ = ["FileInHand"]


class FileInHand(Protocol):
    """A file that was read: `nominate.File` is one."""

    @property
    def name(self) -> str:
        """The last part of its path."""

    @property
    def content(self) -> bytes:
        """What it holds."""
