"""Text that flows, in formats without pages: pieces of one paragraph put together to lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from atscheck.documents.assemble import SourceLine
from atscheck.documents.model import Link, Origin
from atscheck.documents.visibility import Hidden

BODY_SIZE = 12.0
"""Points: the 16 pixels of every browser."""

HEADING_SIZES = {1: 24.0, 2: 18.0, 3: 14.04, 4: 12.0, 5: 9.96, 6: 8.04}
"""Points by level: 2, 1.5, 1.17, 1, 0.83 and 0.67 em (HTML Standard, 15.3.6)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look; a line break in it starts a new line. ``target`` is where it links to."""

    text: str
    size: float = BODY_SIZE
    bold: bool = False
    hidden: Hidden = ""
    target: str = ""


class Flow:
    """The lines and links of a document, collected paragraph by paragraph in stored order."""

    def __init__(self) -> None:
        self.lines: list[SourceLine] = []
        self.links: list[Link] = []

    def add(self, pieces: Sequence[Piece], mark: str = "", origin: Origin = "body") -> None:
        """Add a paragraph, with its list mark if it has one; hidden text gets its own lines."""
        for line in _split(pieces):
            for hidden in dict.fromkeys(["", *(piece.hidden for piece in line)]):
                part = [piece for piece in line if piece.hidden == hidden]
                if any(piece.text.strip() for piece in part):
                    self._add_line(part, mark, origin)
                    mark = ""

    def _add_line(self, pieces: Sequence[Piece], mark: str, origin: Origin) -> None:
        text = "".join(piece.text for piece in pieces)
        sizes: Counter[float] = Counter()
        bold = 0
        for piece in pieces:
            letters = len(piece.text.strip())
            sizes[piece.size] += letters
            bold += letters if piece.bold else 0
        for target in dict.fromkeys(piece.target for piece in pieces if piece.target):
            self.links.append(Link(target, len(self.lines)))
        self.lines.append(
            SourceLine(
                f"{mark} {text.lstrip()}" if mark else text,
                size=sizes.most_common(1)[0][0],
                bold=bold * 2 > sizes.total(),
                hidden=pieces[0].hidden,
                origin=origin,
                stored=len(self.lines),
            )
        )

    def join(self, first: int, line: SourceLine) -> None:
        """Put ``line`` in the place of all lines from the index ``first`` on."""
        self.lines[first:] = [line]
        self.links = [
            replace(link, line=first) if link.line is not None and link.line > first else link
            for link in self.links
        ]


def _split(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each line of a paragraph."""
    line: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        line.append(replace(piece, text=first) if others else piece)
        for text in others:
            yield line
            line = [replace(piece, text=text)]
    yield line
