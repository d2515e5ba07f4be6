"""The house style that a view's own register asks for."""

from __future__ import annotations

from functools import lru_cache

import attrs

from nominate.errors import UsageError, shown
from nominate.styles.style import Style, Weekdays
from nominate.viewing.view import View

__all__ = ["house_style", "without_weekdays"]


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


# The very same one for every piece in a style: what is worded by a style is kept beside it, and is found
# fastest by the same object.
@lru_cache(maxsize=64)
def without_weekdays(style: Style) -> Style:
    """The style with its dates as a table or the record has them: without the day of the week.

    >>> without_weekdays(Style.load("health")).dates.weekday
    <Weekdays.NEVER: 'never'>
    """
    return attrs.evolve(style, dates=attrs.evolve(style.dates, weekday=Weekdays.NEVER))
