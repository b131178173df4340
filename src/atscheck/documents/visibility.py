"""What a person cannot see on a page, and why: its size, its colour and the one behind it."""

from __future__ import annotations

from typing import Literal

from atscheck.documents.model import Box, Loss, LossKind, Span

Hidden = Literal["", "set", "ground", "unpainted", "layer", "clipped", "tiny", "outside", "covered"]
"""Why a person cannot see some text ("" if it can be seen)."""

_SAID: dict[Hidden, tuple[LossKind, str]] = {
    "set": ("hidden-text", "text that is set as hidden"),
    "ground": ("hidden-text", "text in the colour of what lies behind it"),
    "unpainted": ("hidden-text", "text drawn so that it leaves no trace"),
    "layer": ("hidden-text", "text of a layer that is switched off"),
    "clipped": ("hidden-text", "text cut off where its page or frame ends"),
    "tiny": ("tiny-text", "text of less than 4 points"),
    "outside": ("off-page-text", "text outside of the page"),
    "covered": ("text-under-image", "text under a picture or an area painted over it"),
}

TINY = 4.0
"""Text smaller than this, in points, cannot be read by a person (matching.md, "hidden")."""

Rgb = tuple[float, float, float]
"""Red, green and blue, 0 to 1 each (sRGB)."""

WHITE: Rgb = (1.0, 1.0, 1.0)

_CONTRAST = 1.15
"""Text of less contrast is taken as hidden. WCAG 2.2 asks for 4.5 in body text and 3 in large. In
140 resumes, real and designed, the faintest text that is meant to be seen has 1.4 (white on amber),
and all that is not has 1.0."""

_APART = 0.2
"""Colours of like lightness are still told apart where a component differs by this much, such as
yellow on white."""


def hidden_loss(why: Hidden, span: Span, box: Box | None) -> Loss:
    """What is said of a hidden line at ``span``."""
    kind, message = _SAID[why]
    return Loss(kind, f"{message}, which a person does not see", span, box)


def blends(color: Rgb, ground: Rgb) -> bool:
    """Whether a person cannot tell ``color`` from the ``ground`` that it stands on."""
    light, dark = sorted((_luminance(color), _luminance(ground)), reverse=True)
    apart = max(abs(a - b) for a, b in zip(color, ground, strict=True))
    return (light + 0.05) / (dark + 0.05) < _CONTRAST and apart < _APART


def _luminance(color: Rgb) -> float:
    """The relative luminance of a colour (WCAG 2.2)."""
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def rgb_of_hex(digits: str) -> Rgb | None:
    """The colour written as six hexadecimal digits, or None if it is none."""
    try:
        red, green, blue = (value / 255 for value in bytes.fromhex(digits))
    except ValueError:
        return None
    return red, green, blue
