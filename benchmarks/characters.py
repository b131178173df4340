"""What the characters of PDF files cost: ``python -m benchmarks.characters``.

Each file goes through pdfminer.six's ``extract_pages`` and through atscheck, in turn, several
rounds in one process; the ratio compares the sums of their best times. Both give each character's
text, box, size and colour, and the share of those that are equal is printed as well: atscheck means
to differ where a font says something that the page does not show. The files are resumes that the
benchmark makes, and those in the folder that ``BENCH_CORPUS`` names.
"""

from __future__ import annotations

import io
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer, LTItem

from atscheck.documents.pdf.colors import rgb_of
from atscheck.documents.pdf.pages import Drawn, drawn
from benchmarks.reading import placed
from benchmarks.reading.canvases import WRITERS
from benchmarks.scan import ROUNDS, best_times

TARGET = 0.25
"""Of the time that pdfminer.six takes (performance.md)."""

MOST_FILES = 100

Character = tuple[object, ...]
"""Page, text, left, top, right, bottom, size and colour; lengths in tenths of a point."""


def stock(data: bytes) -> list[LTItem]:
    """The pages as pdfminer.six lays them out."""
    return list(extract_pages(io.BytesIO(data)))


def ours(data: bytes) -> Drawn:
    """The pages as atscheck reads them."""
    return drawn(data, None)


def characters_of_stock(pages: Sequence[LTItem]) -> Iterator[Character]:
    """All characters that pdfminer.six finds."""
    for number, page in enumerate(pages, start=1):
        height = getattr(page, "height", 0.0)
        for char in _inside(page):
            box = char.x0, height - char.y1, char.x1, height - char.y0
            color = rgb_of(char.graphicstate.ncolor, char.ncs)
            yield number, char.get_text(), *map(_tenths, (*box, char.size)), color


def characters_of_ours(found: Drawn) -> Iterator[Character]:
    """All characters that atscheck finds."""
    for page in found.pages:
        for g in page.drawing.glyphs:
            box = map(_tenths, (g.x0, g.top, g.x1, g.bottom, g.size))
            yield page.number, g.text, *box, g.colors[0]


def _inside(item: object) -> Iterator[LTChar]:
    if isinstance(item, LTChar):
        yield item
    elif isinstance(item, LTContainer):
        for part in item:
            yield from _inside(part)


def _tenths(length: float) -> int:
    return round(10 * length)


def made() -> list[bytes]:
    """Resumes of many layouts."""
    return [write(layout(1)) for layout in placed.LAYOUTS for write in WRITERS.values()]


def of_corpus(folder: Path) -> list[bytes]:
    """The first files of a folder that pdfminer.six can read."""
    found: list[bytes] = []
    for path in sorted(folder.rglob("*.pdf")):
        data = path.read_bytes()
        try:
            stock(data)
            ours(data)
        except Exception as error:
            print(f"  {path.name} is left out: {type(error).__name__}", file=sys.stderr)
            continue
        found.append(data)
        if len(found) == MOST_FILES:
            break
    return found


def compare(title: str, files: Sequence[bytes]) -> None:
    """Print the ratio of the times, and how many characters are equal."""
    totals: Counter[str] = Counter()
    equal = every = 0
    for data in files:
        totals.update(best_times({"ours": partial(ours, data), "stock": partial(stock, data)}))
        known = Counter(characters_of_stock(stock(data)))
        equal += (known & Counter(characters_of_ours(ours(data)))).total()
        every += known.total()
    print(f"{title}: {len(files)} PDF files, {every} characters, best of {ROUNDS} rounds")
    ratio = totals["ours"] / totals["stock"]
    print(f"  characters of atscheck {ratio:18.2f} x pdfminer.six   target: <= {TARGET}")
    print(f"  equal to its own       {100 * equal / every:18.2f} %")


def main() -> None:
    """Measure and print."""
    compare("Made here", made())
    folder = os.environ.get("BENCH_CORPUS")
    if folder:
        compare(Path(folder).name, of_corpus(Path(folder)))


if __name__ == "__main__":
    main()
