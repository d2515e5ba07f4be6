"""How much a template may do: enough for every piece, and never so much that a command hangs."""

from __future__ import annotations

from nominate.prose.templates.faults import Fault

__all__ = ["CALL", "RANGE", "RESULT", "SOURCE", "STEPS", "TEXT", "Allowance", "within"]

SOURCE = 200_000
"""The most bytes of a template; a long piece has five thousand."""
STEPS = 2_000_000
"""The most rounds of loops, calls of macros and members given to filters, all together."""
CALL = 10
"""How many steps the call of a macro takes, which is as long as so many rounds of a loop."""
RANGE = 10_000
"""The most members of a list that a template makes itself."""
TEXT = 1_000_000
"""The most characters of one text that a template puts together."""
RESULT = 10_000_000
"""The most characters of a piece, and of all the facts that are printed for it."""


class Allowance:
    """What one rendering has left of what it may do.

    >>> Allowance().spend(3)
    """

    def __init__(self) -> None:
        self._steps = STEPS
        self._letters = RESULT

    def spend(self, steps: int) -> None:
        """Take steps away.

        Raises:
            Fault: there are not so many left.
        """
        self._steps -= steps
        if self._steps < 0:
            hint = "look for a loop within a loop over the same facts, or a macro that calls itself"
            raise Fault(
                "E633", f"the template goes through more than {STEPS:,} rounds of its loops", hint=hint
            )

    def write(self, letters: int) -> None:
        """Take printed characters away.

        Raises:
            Fault: there are not so many left.
        """
        self._letters -= letters
        if self._letters < 0:
            raise Fault("E633", f"the template makes more than {RESULT:,} characters")


def within(size: int, most: int, what: str) -> None:
    """Refuse what a template puts together where it grows too large.

    Raises:
        Fault: there are more than `most` characters or members of it.
    """
    if size > most:
        raise Fault("E633", f"the template makes {what} of more than {most:,} parts")
