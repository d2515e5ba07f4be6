"""The profiles that come with the package: a file each, in `profiles/`.

Their names cost nothing to ask for: every register that is loaded names one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from nominate.errors import UsageError, nearest, shown
from nominate.files.text_data import Data

if TYPE_CHECKING:  # at run time it is imported where a style is made, since naming one needs none of it
    from nominate.styles.style import Style

__all__ = ["stock_data", "stock_style", "stock_styles"]

_PROFILES = Path(__file__).with_name("profiles")


@cache
def stock_styles() -> tuple[str, ...]:
    """The names of the profiles that come with the package, in alphabetical order.

    >>> stock_styles()
    ('govuk', 'health', 'press')
    """
    return tuple(sorted(path.stem for path in _PROFILES.glob("*.yaml")))


def stock_style(name: str) -> Style:
    """The stock style of that name.

    Raises:
        UsageError: there is no such style; the message names the nearest and lists all.

    >>> stock_style("press").title
    'British press'
    """
    if name not in stock_styles():
        near = nearest(name, stock_styles())
        cure = f"did you mean {near!r}? " if near else ""
        raise UsageError(f"no style {shown(name)}; {cure}choose from {', '.join(stock_styles())}")
    return _loaded(name)


@cache
def stock_data(name: str) -> dict[str, Data]:
    """All that a stock profile says, on top of what the one that it extends says.

    >>> stock_data("press")["keeps_ampersands"]
    'yes'
    """
    from nominate.files.yaml_text import read_yaml  # noqa: PLC0415 - naming a style stays light
    from nominate.styles.extending import extended  # noqa: PLC0415 - as above

    path = _PROFILES / f"{name}.yaml"
    own = read_yaml(path.read_text("utf-8"), file=path.name).data
    said = own if isinstance(own, dict) else {}
    base = said.get("extends")
    return extended(stock_data(base), said) if isinstance(base, str) else said


@cache
def _loaded(name: str) -> Style:
    from nominate.files.converter import structured  # noqa: PLC0415 - as above
    from nominate.styles.style import Style  # noqa: PLC0415 - as above

    return structured(stock_data(name), Style)
