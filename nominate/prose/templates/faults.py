"""What is wrong with a template, and on which of its lines."""

from __future__ import annotations

from collections.abc import Collection

from nominate.errors import Problem, nearest

__all__ = ["Fault", "choices"]


class Fault(Exception):  # noqa: N818 - it becomes a `Problem`, and is raised to nobody outside
    """One thing that stops a template; `line` counts from 1 and is 0 where it is not known yet.

    >>> Fault("E631", "no fact 'edtions'", hint="did you mean 'editions'?").hint
    "did you mean 'editions'?"
    """

    def __init__(self, code: str, message: str, *, hint: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.line = line

    def at(self, line: int) -> Fault:
        """The same fault on a line, unless it knows its own already."""
        return Fault(self.code, self.message, hint=self.hint, line=self.line or line)

    def problem(self, file: str) -> Problem:
        """The fault as it is told."""
        return Problem(code=self.code, message=self.message, hint=self.hint, file=file, line=self.line)


def choices(name: str, known: Collection[str]) -> str:
    """What somebody may have meant who wrote a name that is not known, or all that there is.

    >>> choices("headine", ("headline", "quotes"))
    "did you mean 'headline'?"
    """
    near = nearest(name, known)
    return f"did you mean {near!r}?" if near else f"choose from {', '.join(known)}"
