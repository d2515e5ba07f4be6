"""A brand for readers who prefer a dark screen."""

from __future__ import annotations

import pytest

from nominate import Brand
from nominate.branding.contrast import contrast

NIGHT = "14181D"


@pytest.mark.parametrize("main", ["000000", "1F4E79", "005EB8", "7A0019", "00703C", "767676"])
def test_every_text_is_legible_on_a_dark_ground(main: str) -> None:
    dark = Brand(main=main, link=main).on_dark(NIGHT)
    for colour in (dark.main, dark.ink, dark.quiet, dark.link):
        assert contrast(colour, NIGHT) >= 6
    assert contrast(dark.on_main, dark.main) >= 6


def test_a_ground_on_which_nothing_else_is_legible_gets_white() -> None:
    assert Brand().on_dark("6E6E6E").ink == "FFFFFF"


def test_what_is_no_colour_stays() -> None:
    assert Brand(font="Arial").on_dark(NIGHT).font == "Arial"
