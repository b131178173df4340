"""The colours that a PDF page is painted in."""

from __future__ import annotations

from typing import Any

from atscheck.documents.visibility import Rgb

_COMPONENTS = {"DeviceGray": 1, "CalGray": 1, "DeviceRGB": 3, "CalRGB": 3, "DeviceCMYK": 4}


def rgb_of(color: Any, space: Any) -> Rgb | None:
    """A colour as pdfminer gives it, or None where its space is one of inks or patterns."""
    values = color if isinstance(color, (tuple, list)) else (color,)
    if not all(isinstance(v, (int, float)) for v in values):
        return None
    if space.name != "ICCBased" and _COMPONENTS.get(space.name) != len(values):
        return None
    parts = [min(1.0, max(0.0, float(v))) for v in values]
    match parts:
        case [gray]:
            return gray, gray, gray
        case [red, green, blue]:
            return red, green, blue
        case [cyan, magenta, yellow, black]:
            light = 1 - black
            return (1 - cyan) * light, (1 - magenta) * light, (1 - yellow) * light
    return None
