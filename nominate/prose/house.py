"""The house style that a view's own register asks for."""

from __future__ import annotations

from nominate.errors import UsageError, shown
from nominate.styles.style import Style
from nominate.viewing.view import View

__all__ = ["house_style"]


def house_style(view: View) -> Style:
    """The style that the register names: a stock one, or that of the file beside it.

    Raises:
        UsageError: there is no such style, or the register was not read from the folder where the file lies.
        DataError: the file cannot be read as a style; loading a register from its folder has found that out.
    """
    name = view.settings.style
    if "." not in name:
        return Style.load(name)
    content = view.file(name)
    if content is None:
        raise UsageError(
            f"the house style {shown(name)} is a file beside the register, which was read without its "
            "folder; give a style"
        )
    return Style.read(content, name=name)
