"""Whatever colours a brand has, what is made from them can be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nominate import Brand
from nominate.branding.contrast import contrast, mixed

COLOURS = st.integers(0, 0xFFFFFF).map("{:06X}".format)


@given(main=COLOURS, ink=COLOURS, quiet=COLOURS, link=COLOURS, on_main=COLOURS)
def test_text_can_be_read_on_the_tint_and_notes_on_the_main_colour(
    main: str, ink: str, quiet: str, link: str, on_main: str
) -> None:
    main, ink, quiet, link = (_towards("000000", colour, on="FFFFFF") for colour in (main, ink, quiet, link))
    brand = Brand(main=main, ink=ink, quiet=quiet, link=link, on_main=_towards("FFFFFF", on_main, on=main))
    assert all(contrast(each, brand.tint) >= 4.5 for each in (main, ink, quiet, link))
    assert contrast(brand.quiet_on_main, main) >= 4.5


def _towards(end: str, colour: str, *, on: str) -> str:
    """A colour that `read_brand` accepts: as much of `end` in it as that takes."""
    colours = (mixed(end, colour, percent=percent) for percent in range(101))
    return next(each for each in colours if contrast(each, on) >= 4.5)


def test_a_brand_that_nobody_checked_breaks_nothing() -> None:
    pale = Brand(main="FFFF00", on_main="FFFFFF")
    assert (pale.tint, pale.quiet_on_main) == ("FFFFFF", "FFFFFF")


@given(colour=COLOURS, ground=COLOURS)
def test_all_of_a_colour_is_the_colour(colour: str, ground: str) -> None:
    assert mixed(colour, ground, percent=100) == colour
    assert mixed(colour, ground, percent=0) == ground
