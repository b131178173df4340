"""Page headers and footers, told by what recurs from page to page, or by the page's number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from atscheck.documents.model import Page
from atscheck.documents.segments import Part, Segment

_FOOT = 0.9
_HEAD = 0.12
"""Shares of the page's height below and above which headers and footers stand: margins of an inch
take a tenth of a page, and the header may have a second line."""

_STEP = 10.0
"""Points by which a recurring line may stand higher or lower, and up to twice that."""

_DIGITS = re.compile(r"\d+")
_PAGE_OF = re.compile(r"(?<!\d)(\d{1,3})\W{0,3}\w{0,3}\W{0,3}(?<!\d)(\d{1,3})(?!\d)")


def mark_running_heads(pages: Sequence[Part], facts: Sequence[Page]) -> list[Segment]:
    """All lines in order, those that recur at the same height marked as header or footer.

    So are those that give the page's number and how many there are, as in "2 of 3". The first
    page's header stays in the body: there it is the resume's own head.
    """
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for lines, page in zip(pages, facts, strict=True):
        for line in lines:
            seen[_key(line)].add(page.number)
    return list(_marked(pages, facts, seen))


def _marked(
    pages: Sequence[Part], facts: Sequence[Page], seen: dict[tuple[str, int], set[int]]
) -> Iterator[Segment]:
    for lines, page in zip(pages, facts, strict=True):
        for line in lines:
            margin = _margin(line, page)
            if margin and len(pages) > 1 and (margin == "footer" or page.number > 1):
                text, height = _key(line)
                places = [seen.get((text, height + step), set()) for step in (-1, 0, 1)]
                recurs = 2 * len(set().union(*places)) > len(pages)
                if recurs or _is_numbered(line, page, len(pages)):
                    yield replace(line, origin=margin)
                    continue
            yield line


def _margin(line: Segment, page: Page) -> Literal["", "header", "footer"]:
    """The margin of the page that a line stands in."""
    if line.box.top > _FOOT * page.height:
        return "footer"
    return "header" if line.box.bottom < _HEAD * page.height else ""


def _key(line: Segment) -> tuple[str, int]:
    """What is the same of a line on each page: its text without numbers, and about its height."""
    return _DIGITS.sub("#", line.text), round(line.box.top / _STEP)


def _is_numbered(line: Segment, page: Page, pages: int) -> bool:
    """Whether a line says which page of how many it stands on."""
    found = _PAGE_OF.search(line.text)
    return found is not None and (int(found[1]), int(found[2])) == (page.number, pages)
