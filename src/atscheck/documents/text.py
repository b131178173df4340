"""Plain text files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from atscheck.documents.assemble import Reading, SourceLine, assemble, rows_of, split_lines
from atscheck.documents.directives import without_directives
from atscheck.documents.encoding import decode
from atscheck.documents.model import Document

_WRAPPED = range(50, 111)
"""Line widths, in characters, at which programs and people break the lines of plain text."""

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
"""A gap in a line, as between a job and its dates; it becomes a tab, as one is in PDF files."""


def read_text(data: bytes, path: str) -> Document:
    """The document in a plain text file: its lines as they stand.

    Raises:
        InputError: "no-text".
    """
    source = decode(data)
    rows = rows_of(source)
    kept, directives = without_directives(split_lines(source))
    texts = [text.expandtabs().rstrip() for text in kept]
    width = _wrap_width(texts)
    lines = [
        SourceLine(
            _GAP.sub("\t", text),
            stored=i,
            opens=not (i and _is_wrapped(texts[i - 1], text, width)),
            row=rows[i],
        )
        for i, text in enumerate(texts)
    ]
    return assemble(data, path, "text", Reading(lines, directives=directives))


def _wrap_width(texts: Sequence[str]) -> int:
    """The width at which the file's lines are broken, or 0 if they are not.

    They are if the longest line is no longer than lines are broken at, and several come near it.
    """
    widths = sorted((len(text) for text in texts if text), reverse=True)
    if len(widths) < 3 or widths[0] not in _WRAPPED or widths[2] < 0.85 * widths[0]:
        return 0
    return widths[0]


def _is_wrapped(last: str, text: str, width: int) -> bool:
    """Whether ``text`` goes on with the line before it: its first word had no room there."""
    word = re.match(r"\s*(\S+)", text)
    if not width or word is None or not last:
        return False
    return len(last) + 1 + len(word[1]) > width
