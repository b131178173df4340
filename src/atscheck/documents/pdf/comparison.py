"""Words of a PDF file that two parsers read otherwise: pdfminer.six here, and PDFium.

Both are common in what employers use, so that a word that only one of them finds is lost to some.
The words of a page are compared wherever they stand, as the order of the text is another matter,
and the few that differ are looked up at their place.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice, pairwise
from typing import TYPE_CHECKING

from atscheck.documents.model import Box, Document, Line, Loss, Span
from atscheck.documents.pdf.pdfium import PageView, page_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST = 20
"""Disagreements listed of a file; more are counted. Real resumes have none, a few, or hundreds."""

_MAX_WORDS = 500
"""Words of a page that are looked up; a page has about that many in all."""

_MAX_READ = 10_000_000
"""Characters read to look words up, which is about the words of a page times all characters: some
seconds. Only files of more than 20,000 characters have fewer words of each page looked up."""

_FULL, _MOST_COMPARED = 10_000, 100_000
"""Characters of a page, and of the first pages of a file, that are compared: the time that PDFium
takes can grow with their square. Pages full of text in 10 points have about 5,000."""

_SHORTEST, _SHORTEST_PARTED = 3, 4
"""Letters of the words that are compared, and of those whose spaces are: shorter ones are signs of
symbol fonts, or stand together by chance ("2 1")."""

_QUOTED = 60
"""Characters quoted of a word, which may be a line that is run together."""

# Letters and digits with what may stand inside a word unseen: accents of their own, soft hyphens
# and marks without width.
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\xad\u200b-\u200d\ufeff])+")
_UNSEEN = dict.fromkeys(map(ord, "\xad\u200b\u200c\u200d\ufeff"))
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_PARTED = re.compile(r"[^\W_]+(?:[ \t\xa0]+[^\W_]+)+")

_TOLD = ("icon-glyphs", "letter-spaced", "unmapped-glyphs")
"""Kinds of loss of a line that say already that it is read otherwise."""

_WHO = "another common parser (PDFium)"


def disagreements(document: Document, file: PdfDocument) -> Iterator[Loss]:
    """What PDFium reads otherwise in ``document``, `MOST` of it with places.

    Hidden text, pages that were recognised, and the order of words do not count; nor do pages that
    no resume has, of more than `_FULL` characters or after the first `_MOST_COMPARED`.
    """
    pages = set(_compared(document))
    placed = [line for line in document.lines if line.box and line.box.page in pages]
    found = [
        loss
        for number, lines in groupby(placed, key=_page)
        for loss in _on_page(document, number, list(lines), file)
    ]
    yield from found[:MOST]
    if len(found) > MOST:
        message = f"{len(found) - MOST} more words are read otherwise by {_WHO}"
        yield Loss("parsers-disagree", message)


def _compared(document: Document) -> Iterator[int]:
    """The pages that are compared."""
    left = _MOST_COMPARED
    for page in document.pages:
        if page.characters <= _FULL and not page.ocr:
            left -= page.characters
            if left < 0:
                return
            yield page.number


def _page(line: Line) -> int:
    return line.box.page if line.box else 0


def _on_page(
    document: Document, number: int, lines: Sequence[Line], file: PdfDocument
) -> Iterator[Loss]:
    span = Span(lines[0].span.start, lines[-1].span.end)
    with page_of(file, number) as view:
        if view is None:
            return
        ours = _Words(document.quote(span), span.start)
        theirs = _Words(view.text(4 * len(ours.text) + 1000), 0)
        yield from _Comparison(document, lines, view, ours, theirs).losses()


@dataclass(frozen=True)
class _Words:
    """The words of ``text``, which starts at ``offset`` of a longer one."""

    text: str
    offset: int

    @cached_property
    def runs(self) -> list[tuple[int, int, str]]:
        """Where each word starts and ends in ``text``, and its letters, compared alike."""
        found = ((m.start(), m.end(), _folded(m[0])) for m in _WORD.finditer(self.text))
        return [run for run in found if run[2]]

    @cached_property
    def words(self) -> list[str]:
        """The letters of each word, without its place."""
        return [_folded(word) for word in _WORD.findall(self.text)]

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def letters(self) -> str:
        """All words without anything between them."""
        return "".join(self.words)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for _, _, word in self.runs:
            starts.append(starts[-1] + len(word))
        return starts

    def quote(self, span: Span) -> str:
        """The text of ``span``, which is one of the longer text."""
        return self.text[span.start - self.offset : span.end - self.offset]

    def without(self, other: _Words) -> Iterator[tuple[Span, str]]:
        """The words that ``other`` has not, each at its first place."""
        fresh = {
            word
            for word in self.known - other.known
            if len(word) >= _SHORTEST and not _ORDINAL.fullmatch(word)
        }
        for start, end, word in self.runs if fresh else ():
            if word in fresh:
                fresh.remove(word)
                yield Span(self.offset + start, self.offset + end), word

    def parted(self, word: str) -> Span | None:
        """Where ``word`` stands with spaces between its letters, in whole words, if anywhere."""
        if len(word) < _SHORTEST_PARTED:
            return None
        at = self.letters.find(word)
        first = bisect_right(self._starts, at) - 1
        last = bisect_right(self._starts, at + len(word)) - 1
        whole = self._starts[first] == at and self._starts[last] == at + len(word)
        if at < 0 or not whole:
            return None
        start, end = self.runs[first][0], self.runs[last - 1][1]
        parted = _PARTED.fullmatch(self.text[start:end])
        return Span(self.offset + start, self.offset + end) if parted else None


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word.translate(_UNSEEN)).casefold()


@dataclass(frozen=True)
class _Comparison:
    """One page, as it was read here (``ours``) and by PDFium."""

    document: Document
    lines: Sequence[Line]
    view: PageView
    ours: _Words
    theirs: _Words

    def losses(self) -> Iterator[Loss]:
        """The words that only one of the two finds, those that only PDFium finds at the end."""
        told: set[int] = set()
        for span, there in self._only_here():
            told.add(span.start)
            yield _loss(self.document, span, there)
        for beside, there, box in self._only_there():
            if beside is None or beside.start not in told:
                yield _loss(self.document, beside, there, box)

    @property
    def _most(self) -> int:
        """How many words are looked up."""
        return min(_MAX_WORDS, _MAX_READ // max(1, len(self.document.text)))

    def _only_here(self) -> Iterator[tuple[Span, str]]:
        """The words that PDFium does not find, and what it finds at their places."""
        for span, word in islice(self.ours.without(self.theirs), self._most):
            box = self.document.box_of(span)
            if box is None or self._is_left_out(box):
                continue
            if word in self.theirs.letters:
                parted = self.theirs.parted(word)
                if parted:
                    yield span, self.theirs.quote(parted)
                continue
            there = self.view.text_in(box)
            if not _same_letters(word, there):
                yield span, there

    def _only_there(self) -> Iterator[tuple[Span | None, str, Box | None]]:
        """The words that only PDFium finds, with what stands at their places and these."""
        for place, word in islice(self.theirs.without(self.ours), self._most):
            there = self.theirs.quote(place)
            parted = self.ours.parted(word)
            if word in self.ours.letters and not parted:
                continue
            box = self.document.box_of(parted) if parted else self.view.box(place)
            if box is None or self._is_left_out(box):
                continue
            if parted:
                yield parted, there, None
                continue
            beside = self._span_at(box)
            here = self.document.quote(beside) if beside else ""
            if not _same_letters(word, here):
                yield beside, there, box

    def _is_left_out(self, box: Box) -> bool:
        """Whether something stands there that does not count, or that another loss tells."""
        return any(_overlap(place, box) for place in self._left_out)

    @cached_property
    def _left_out(self) -> list[Box]:
        number = self.view.number
        losses = (loss.box for loss in self.document.losses if loss.kind in _TOLD)
        told = [box for box in losses if box and box.page == number]
        return told + [line.box for line in self.lines if line.box and _is_left_out(line)]

    def _span_at(self, box: Box) -> Span | None:
        """The characters that stand within ``box``, as far as they are on one line."""
        middle = (box.top + box.bottom) / 2
        for line in self.lines:
            if line.box is None or line.edges is None:
                continue
            if not line.box.top <= middle <= line.box.bottom:
                continue
            inside = [
                i
                for i, (left, right) in enumerate(pairwise(line.edges))
                if box.x0 <= (left + right) / 2 <= box.x1
            ]
            if inside:
                start = line.span.start
                return Span(start + inside[0], start + inside[-1] + 1)
        return None


def _is_left_out(line: Line) -> bool:
    """Whether a line is hidden, or runs up or down, so that its words have no known places."""
    box = line.box
    return line.hidden or (box is not None and box.bottom - box.top > 2 * (box.x1 - box.x0))


def _overlap(a: Box, b: Box) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1 and a.top < b.bottom and b.top < a.bottom


def _same_letters(word: str, text: str) -> bool:
    """Whether ``text`` holds ``word``, or is made of its letters in another order."""
    letters = "".join(_folded(m[0]) for m in _WORD.finditer(text))
    return word in letters or (len(word) == len(letters) and sorted(word) == sorted(letters))


def _loss(document: Document, span: Span | None, there: str, box: Box | None = None) -> Loss:
    here = " ".join(document.quote(span).split())[:_QUOTED] if span else ""
    there = " ".join(there.split())[:_QUOTED]
    if here and there:
        message = f'"{here}" is "{there}" to {_WHO}'
    elif here:
        message = f'"{here}" is not found by {_WHO}'
    else:
        message = f'"{there}" is found only by {_WHO}'
    return Loss("parsers-disagree", message, span, box or (document.box_of(span) if span else None))
