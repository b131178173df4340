"""Colours that a person can or cannot tell apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.documents.visibility import WHITE, Rgb, blends, rgb_of_hex

BLACK: Rgb = (0.0, 0.0, 0.0)
colors = st.tuples(*[st.floats(0, 1)] * 3)


@given(colors, colors)
def test_every_colour_blends_with_itself_and_both_ways(color: Rgb, other: Rgb) -> None:
    assert blends(color, color)
    assert blends(color, other) == blends(other, color)


@given(colors)
def test_no_colour_blends_with_both_black_and_white(color: Rgb) -> None:
    assert not (blends(color, BLACK) and blends(color, WHITE))


@pytest.mark.parametrize(
    ("digits", "white"),
    [("FFFFFF", True), ("F4F4F4", True), ("D9D9D9", False), ("FFFF00", False), ("1F3864", False)],
)
def test_light_greys_are_white_and_light_colours_are_not(digits: str, white: bool) -> None:
    color = rgb_of_hex(digits)
    assert color is not None
    assert blends(color, WHITE) is white


@pytest.mark.parametrize("digits", ["", "FFF", "FFFFFFFF", "GGGGGG", "auto"])
def test_what_is_no_colour(digits: str) -> None:
    assert rgb_of_hex(digits) is None
