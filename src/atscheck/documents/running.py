"""Page headers and footers, told by what recurs from page to page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from atscheck.documents.model import Origin, Page
from atscheck.documents.segments import Part, Segment

_DIGITS = re.compile(r"\d+")


def mark_running_heads(pages: Sequence[Part], facts: Sequence[Page]) -> list[Segment]:
    """All lines in order, those that recur at the same height marked as header or footer.

    The first page's header stays in the body: there it is the resume's own head.
    """
    seen: dict[tuple[str, int], int] = {}
    for lines in pages:
        for key in {_running_key(line) for line in lines}:
            seen[key] = seen.get(key, 0) + 1
    result: list[Segment] = []
    for lines, page in zip(pages, facts, strict=True):
        for line in lines:
            origin: Origin = line.origin
            recurs = len(pages) > 1 and seen[_running_key(line)] * 2 > len(pages)
            if recurs and line.box.top > 0.9 * page.height:
                origin = "footer"
            elif recurs and line.box.bottom < 0.12 * page.height and page.number > 1:
                origin = "header"
            result.append(replace(line, origin=origin))
    return result


def _running_key(line: Segment) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.box.top / 10)
