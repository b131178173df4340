"""Where the text boxes of one paragraph stand, and the order in which a person reads them.

Word stores boxes in the order in which they were drawn, which need not be that of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from atscheck.documents.docx.names import attribute, child, name_of
from atscheck.documents.docx.package import Element

_EMU = 12_700
"""English metric units in a point."""

_INSET = 7.2
"""Points between the left or right edge of a box and its text, and twice those above and below, by
default (ECMA-376 part 1, 21.1.2.1.1): boxes may overlap by so much without their texts doing so."""

_LEVEL = 36.0
"""Points by which the tops of columns may differ that are read from left to right."""

_MOST = 200
"""Boxes of one paragraph that are put in order."""

_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(pt|in|px|)")
_UNITS = {"pt": 1.0, "in": 72.0, "px": 0.75, "": 1 / _EMU}


@dataclass(frozen=True, slots=True)
class Frame:
    """The place of a box in points, from what ``base`` names: the page, a margin, the paragraph."""

    base: tuple[str, str]
    x0: float
    top: float
    x1: float
    bottom: float


def frame_of(box: Element) -> Frame | None:
    """The place of a text box or diagram, None if it stands in the line or is not placed so."""
    found: Frame | None = None
    for outer in box.iterancestors():
        name = name_of(outer)
        if name == "p":
            break
        if name == "wp:anchor":
            found = _anchored(outer)
        elif name.startswith("v:") and outer.get("style"):
            found = _styled(outer.get("style"))
    return found


def _anchored(anchor: Element) -> Frame | None:
    across, down = child(anchor, "wp:positionH"), child(anchor, "wp:positionV")
    size = child(anchor, "wp:extent")
    x_offset, y_offset = child(across, "wp:posOffset"), child(down, "wp:posOffset")
    if size is None or x_offset is None or y_offset is None:
        return None
    texts = [x_offset.text, y_offset.text, attribute(size, "cx"), attribute(size, "cy")]
    try:
        x, top, width, height = (int((text or "")[:12]) / _EMU for text in texts)
    except ValueError:
        return None
    base = (attribute(across, "relativeFrom") or "", attribute(down, "relativeFrom") or "")
    return Frame(base, x, top, x + width, top + height)


def _styled(style: str) -> Frame | None:
    """The place that the style of a VML shape gives."""
    pairs = (part.partition(":") for part in style[:2_000].split(";"))
    said = {key.strip().lower(): value.strip().lower() for key, _, value in pairs}
    lengths = [_LENGTH.fullmatch(said.get(k, "")) for k in ("margin-left", "margin-top",
                                                            "width", "height")]  # fmt: skip
    if said.get("position") != "absolute" or None in lengths:
        return None
    x, top, width, height = (float(m[1]) * _UNITS[m[2]] for m in lengths if m is not None)
    base = (
        said.get("mso-position-horizontal-relative", ""),
        said.get("mso-position-vertical-relative", ""),
    )
    return Frame(base, x, top, x + width, top + height)


def reading_order(frames: Sequence[Frame | None]) -> list[int]:
    """The indices of boxes in the order in which they are read.

    That is the stored one unless all have places from the same base.
    """
    placed = [(index, frame) for index, frame in enumerate(frames) if frame is not None]
    bases = {frame.base for _, frame in placed}
    if len(placed) < len(frames) or len(bases) != 1 or len(frames) > _MOST:
        return list(range(len(frames)))
    return [index for index, _ in _cut(placed)]


def _cut(boxes: list[tuple[int, Frame]]) -> list[tuple[int, Frame]]:
    """Boxes in order: columns one after the other where a gap parts them, else from the top."""
    if len(boxes) < 2:
        return boxes
    columns = _parted(boxes, lambda f: (f.x0 + _INSET, f.x1 - _INSET))
    if len(columns) > 1:
        highest = min(frame.top for _, frame in boxes)
        columns.sort(key=lambda c: (min(frame.top for _, frame in c) - highest) // _LEVEL)
        return [box for column in columns for box in _cut(column)]
    bands = _parted(boxes, lambda f: (f.top + _INSET / 2, f.bottom - _INSET / 2))
    if len(bands) > 1:
        first, *others = bands
        return [*_cut(first), *_cut([box for band in others for box in band])]
    return sorted(boxes, key=lambda box: (box[1].top, box[1].x0))


def _parted(
    boxes: list[tuple[int, Frame]], extent: Callable[[Frame], tuple[float, float]]
) -> list[list[tuple[int, Frame]]]:
    """The boxes in groups that do not overlap along one direction, in its order."""
    groups: list[list[tuple[int, Frame]]] = []
    reached = 0.0
    for box in sorted(boxes, key=lambda box: extent(box[1])):
        start, end = extent(box[1])
        if not groups or start >= reached:
            groups.append([])
            reached = end
        groups[-1].append(box)
        reached = max(reached, end)
    return groups
