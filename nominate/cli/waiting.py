"""A sign of life on the terminal while something takes over a second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING

from nominate.cli.talk import is_quiet

if TYPE_CHECKING:  # rich is imported only when there is something to draw
    from rich.status import Status
    from rich.text import Text

__all__ = ["SECONDS", "waiting"]

SECONDS = 1.0
"""How long something may take before the person is told what it is."""


@contextmanager
def waiting(what: str) -> Iterator[Callable[[str], None]]:
    """Show what is being done, from the second second on; call what it gives to say what comes next.

    Nothing is shown under `--quiet`, or where the standard error stream is no terminal.
    """
    if is_quiet() or not sys.stderr.isatty():
        yield lambda _text: None
        return
    sign = _Sign(what)
    timer = Timer(SECONDS, sign.appear)
    timer.daemon = True
    timer.start()
    try:
        yield sign.change
    finally:
        timer.cancel()
        sign.vanish()


def _line(text: str) -> Text:
    from rich.text import Text  # noqa: PLC0415 - most commands end before it is needed

    # As Text: brackets in the name of a file are no markup.
    return Text(f"{text} …")


class _Sign:
    """A line with a turning wheel; it appears in another thread than the one that works."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lock = Lock()
        self._is_over = False
        self._status: Status | None = None

    def appear(self) -> None:
        """Show the sign, unless all is over by now."""
        from rich.console import Console  # noqa: PLC0415 - most commands end before it is needed
        from rich.status import Status  # noqa: PLC0415 - see above

        with self._lock:
            if not self._is_over:
                self._status = Status(_line(self._text), console=Console(stderr=True))
                self._status.start()

    def change(self, text: str) -> None:
        """Say something else from now on."""
        with self._lock:
            self._text = text
            if self._status is not None:
                self._status.update(_line(text))

    def vanish(self) -> None:
        """Take the sign away, for good."""
        with self._lock:
            self._is_over = True
            if self._status is not None:
                self._status.stop()
