"""A style that differs from a stock one in a few rules."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from nominate.prose import Style


@pytest.fixture(scope="session")
def changed() -> Callable[..., Style]:
    """The style with some rules of one section changed."""

    def change(style: Style, section: str, **rules: object) -> Style:
        section_changed = attrs.evolve(getattr(style, section), **rules)
        return attrs.evolve(style, **{section: section_changed})

    return change
