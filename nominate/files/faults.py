"""A fault in one value, as a hook of the converter raises it, before anybody knows its place."""

from __future__ import annotations

from nominate.errors import Problem
from nominate.files.text_data import Data

__all__ = ["Fault", "shape_of", "wrong_shape"]


class Fault(ValueError):  # noqa: N818 - a fault in data, not an error of the program
    """What is wrong with a value and what would do; file, line and path are added later.

    >>> Fault("E209", "'soon' is not a date").problem.code
    'E209'
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        self.problem = Problem(code=code, message=message, hint=hint)
        super().__init__(str(self.problem))


def shape_of(value: Data) -> str:
    """What a value is, in the words of a message.

    >>> shape_of(["a", "b"]), shape_of(None)
    ('a list', 'nothing')
    """
    match value:
        case None:
            return "nothing"
        case bool():
            return "true or false"
        case str():
            return "text"
        case list():
            return "a list"
        case _:
            return "a map"


def wrong_shape(expected: str, value: Data) -> Fault:
    """The fault of a value that has another shape than its field.

    >>> str(wrong_shape("text", ["We are proud", "and glad"]))
    'expected text, found a list; a comma splits text within [ ]: put such text in quotation marks'
    """
    hint = ""
    if isinstance(value, list) and expected == "text":
        hint = "a comma splits text within [ ]: put such text in quotation marks"
    elif isinstance(value, bool) and expected == "text":
        hint = "put it in quotation marks if it is text"
    elif value is None:
        hint = "give it a value, or take the item out"
    return Fault("E203", f"expected {expected}, found {shape_of(value)}", hint)
