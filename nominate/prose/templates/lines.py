"""The lines that a template made, read one after the other."""

from __future__ import annotations

from nominate.prose.templates.signs import lines_of

__all__ = ["Lines"]

_TAB = 4


class Lines:
    """The lines of a result from the first to the last; `number` is that of the latest in the template.

    >>> lines = Lines("  one")
    >>> lines.text, lines.indent, lines.is_over
    ('one', 2, False)
    """

    def __init__(self, result: str) -> None:
        self._lines, self._numbers = lines_of(result)
        self._at = -1
        self.text = ""
        self.indent = 0
        self.number = 0
        self.is_over = False
        self.advance()

    def advance(self) -> None:
        """Go to the next line, of which `text` is what stands between its white space."""
        self._at += 1
        if self._at >= len(self._lines):
            self.text, self.indent, self.is_over = "", 0, True
            return
        line = self._lines[self._at]
        if "\t" in line:
            line = line.expandtabs(_TAB)
        self.text = line.strip(" ")
        self.indent = len(line) - len(line.lstrip(" ")) if line[:1] == " " else 0
        if self.text:
            self.number = self._numbers[self._at]

    def skip_blank(self) -> None:
        """Go to the next line that holds anything, if there is one."""
        while not self.text and not self.is_over:
            self.advance()
