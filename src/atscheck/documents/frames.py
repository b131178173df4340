"""Boxes with a frame around a few lines of text, which stand beside other text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from atscheck.documents.cells import LONGEST_CELL
from atscheck.documents.model import Box
from atscheck.documents.segments import Part, Segment, joined, lines_of

_MOST = 50
"""Frames that are looked at of a page; real ones have a handful."""


def with_frames(segments: Part, frames: Sequence[Box]) -> Part:
    """The runs, those in a box beside other text put together to one that is read in one go.

    It comes after the paragraph left of it, or before the one right of it. A box that stands in a
    column of text stays as it is.
    """
    for frame in frames[:_MOST]:
        inside = [s for s in segments if _holds(frame, s)]
        lines = list(lines_of(inside))
        if not 2 <= len(lines) <= LONGEST_CELL or any(s.lines for s in inside):
            continue
        others = [s for s in segments if not _holds(frame, s)]
        beside = [s for s in others if s.box.top < frame.bottom and s.box.bottom > frame.top]
        apart = all(s.box.x1 < frame.x0 or s.box.x0 > frame.x1 for s in beside)
        if not beside or not apart or _is_in_column(lines[0], others):
            continue
        before = all(s.box.x0 > frame.x1 for s in beside)
        rank = min(s.stored for s in inside)
        height = frame.top if before else _end(frame, rank, beside, others)
        box = replace(frame, top=height, bottom=height)
        segments = [*others, replace(joined(inside), box=box, lines=tuple(lines))]
    return segments


def _holds(frame: Box, segment: Segment) -> bool:
    """Whether the middle of a run lies in a frame."""
    x = (segment.box.x0 + segment.box.x1) / 2
    y = (segment.box.top + segment.box.bottom) / 2
    return frame.x0 < x < frame.x1 and frame.top < y < frame.bottom


def _is_in_column(line: Segment, others: Part) -> bool:
    """Whether text outside of the frame starts where the text in it does, or about there."""
    return sum(abs(s.box.x0 - line.box.x0) < 2 * line.size for s in others) > 1


def _end(frame: Box, rank: int, beside: Part, others: Part) -> float:
    """The height at which the text left of a frame ends: at a blank line, or a wider line.

    Blank lines do not count where the file goes on with that text and stores the frame's after it,
    but does not keep the frame's to the last, as it may with all that floats.
    """
    line = max(beside, key=lambda s: s.box.bottom)
    floats = rank > max(s.stored for s in others)
    below = (s for s in others if s.box.top > line.box.top and s.box.x0 < frame.x0)
    for segment in sorted(below, key=lambda s: s.box.top):
        blank = segment.box.top - line.box.bottom > 0.5 * line.size
        if segment.box.x1 > frame.x0 or (blank and (floats or segment.stored > rank)):
            break
        line = segment
    return line.box.bottom
