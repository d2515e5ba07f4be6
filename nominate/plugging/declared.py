"""What every record of a plugin says of itself, refused when nobody could use it."""

from __future__ import annotations

import inspect
import re

from nominate.errors import PluginError, shown

__all__ = ["refuse_names", "refuse_suffix", "refuse_unless", "takes"]

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SUFFIX = re.compile(r"(\.[a-z0-9]+)+")
_SUMMARY_LIMIT = 100


def refuse_names(name: object, summary: object, *, whose: str) -> None:
    """Refuse a name that nobody could type, or a summary that is not one line; `whose` as in "an exporter".

    Raises `PluginError`.
    """
    is_name = _NAME.fullmatch(_text(name))
    refuse_unless(is_name, "name", name, whose=whose, wanted="lower-case words joined by hyphens")
    said = _text(summary)
    is_line = 0 < len(said.strip()) <= _SUMMARY_LIMIT and said.isprintable()
    wanted = f"one line of at most {_SUMMARY_LIMIT} characters"
    refuse_unless(is_line, "summary", summary, whose=whose, wanted=wanted)


def refuse_suffix(suffix: object, *, whose: str) -> None:
    """Refuse what is not the end of a file's name. Raises `PluginError`."""
    is_suffix = _SUFFIX.fullmatch(_text(suffix))
    refuse_unless(
        is_suffix, "suffix", suffix, whose=whose, wanted="a dot and lower-case letters, as in '.xlsx'"
    )


def refuse_unless(is_fine: object, field: str, value: object, *, whose: str, wanted: str) -> None:
    """Raise `PluginError` unless it is fine: the field holds that value, and another is wanted."""
    if not is_fine:
        raise PluginError(f"the {field} of {whose} is {shown(value)}, not {wanted}")


def _text(value: object) -> str:
    """The value itself if it is a text, else an empty one."""
    return value if isinstance(value, str) else ""


def takes(function: object, *names: str) -> bool:
    """Whether it can be called with as many arguments by position.

    >>> takes(len, "view"), takes(lambda view: None, "view", "options")
    (True, False)
    """
    if not callable(function):
        return False
    try:
        inspect.signature(function).bind(*names)
    except TypeError:
        return False
    except ValueError:
        # Some functions written in C tell nothing about themselves.
        return True
    return True
