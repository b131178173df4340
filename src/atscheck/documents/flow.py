"""Text that flows, in formats without pages: pieces of one paragraph put together to lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from atscheck.documents.assemble import SourceLine
from atscheck.documents.losses import Met
from atscheck.documents.model import Link, LossKind, Origin
from atscheck.documents.visibility import Hidden

BODY_SIZE = 12.0
"""Points: the 16 pixels of every browser."""

HEADING_SIZES = {1: 24.0, 2: 18.0, 3: 14.04, 4: 12.0, 5: 9.96, 6: 8.04}
"""Points by level: 2, 1.5, 1.17, 1, 0.83 and 0.67 em (HTML Standard, 15.3.6)."""


_TAB = "\t"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look; a line break in it starts a new line. ``target`` is where it links to."""

    text: str
    size: float = BODY_SIZE
    bold: bool = False
    hidden: Hidden = ""
    target: str = ""


class Flow:
    """The lines of a document or a part of it, collected paragraph by paragraph in stored order.

    Attributes:
        lines: what was read so far.
        links: their lines are indices of ``lines``.
        met: what machines may lose of it.
    """

    def __init__(self) -> None:
        self.lines: list[SourceLine] = []
        self.links: list[Link] = []
        self.met: list[Met] = []
        self._ranks = 0

    def note(self, kind: LossKind, first: int | None = None) -> None:
        """Note what machines may lose: what comes next, or the lines from ``first`` on."""
        self.met.append(Met(kind, len(self.lines) if first is None else first, len(self.lines)))

    def has(self, *kinds: LossKind) -> bool:
        """Whether one of ``kinds`` was met."""
        return any(place.kind in kinds for place in self.met)

    def add(
        self,
        pieces: Sequence[Piece],
        mark: str = "",
        origin: Origin = "body",
        column: int = 0,
    ) -> None:
        """Add a paragraph, with its list mark if it has one; hidden text gets its own lines."""
        for line in _split(pieces):
            for hidden in dict.fromkeys(["", *(piece.hidden for piece in line)]):
                part = [piece for piece in line if piece.hidden == hidden]
                if any(piece.text.strip() for piece in part):
                    self._add_line(part, mark, origin, column)
                    mark = ""

    def _add_line(self, pieces: Sequence[Piece], mark: str, origin: Origin, column: int) -> None:
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
                stored=self._ranks,
                column=column,
            )
        )
        self._ranks += 1

    def extend(self, flow: Flow) -> None:
        """Add all of ``flow``."""
        self.take([flow], [[(0, index)] for index in range(len(flow.lines))])

    def take(
        self,
        flows: Sequence[Flow],
        groups: Sequence[Sequence[tuple[int, int]]],
        columns: Sequence[int] | None = None,
    ) -> None:
        """Add the lines of ``flows``, those of a group as one line.

        A group names lines by the index of the flow and that of the line in it; a line of another
        flow follows behind a tab. ``columns`` are those that the flows stand in. The flows are
        given in the order in which the file stores them.
        """
        at: dict[tuple[int, int], int] = {}
        *ranks, self._ranks = accumulate((f._ranks for f in flows), initial=self._ranks)
        for group in groups:
            at.update(dict.fromkeys(group, len(self.lines)))
            line = _joined([(part, flows[part].lines[index]) for part, index in group])
            column = line.column if columns is None else columns[group[0][0]]
            stored = ranks[group[0][0]] + line.stored
            self.lines.append(replace(line, stored=stored, column=column))
        for number, flow in enumerate(flows):
            for link in flow.links:
                line_at = None if link.line is None else at.get((number, link.line))
                self.links.append(replace(link, line=line_at))
            for place in flow.met:
                first = at.get((number, place.first), len(self.lines))
                end = max(first, at.get((number, place.end - 1), -1) + 1)
                self.met.append(replace(place, first=first, end=end))


def _joined(group: Sequence[tuple[int, SourceLine]]) -> SourceLine:
    """Lines, each with a number of where it comes from, as one."""
    lines = [line for _, line in group]
    if len(lines) == 1:
        return lines[0]
    text = lines[0].text
    for (before, _), (own, line) in pairwise(group):
        text = f"{text.rstrip()}{' ' if own == before else _TAB}{line.text.strip()}"
    bold = sum(len(line.text) for line in lines if line.bold)
    return replace(
        lines[0],
        text=text,
        size=max(lines, key=lambda line: len(line.text)).size,
        bold=bold * 2 > sum(len(line.text) for line in lines),
    )


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
