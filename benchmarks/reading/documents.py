"""All documents that are read: which layout, by which writer, with which seed."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TypeVar

from benchmarks.reading import canvases, flowing, lettering, placed, programs, word, word_xml

INSTALLED: Mapping[str, Callable[[], object]] = {
    "reportlab": lambda: find_spec("reportlab"),
    "fpdf2": lambda: find_spec("fpdf"),
    "typst": lambda: find_spec("typst"),
    "chromium": programs.browser,
    "libreoffice": programs.office,
}
"""Whether there is each writer."""

PRINTED = (
    word.one_column, word.two_columns, word.table_sidebar, word.table_merged, word.hidden,
    word.shaded, word.bullets, word.formatted, word_xml.text_boxes, word_xml.shape_group,
)  # fmt: skip
"""Layouts of Word files that read the same on paper, where a header would stand on every page."""

Layout = TypeVar("Layout", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Sample:
    """A document: a file's content and the text that a person reads in it."""

    format: str
    layout: str
    writer: str
    seed: int
    data: bytes
    expected: str

    @property
    def name(self) -> str:
        """A name for its file."""
        return f"{self.layout}-{self.writer}-{self.seed}.{self.format}"


def samples(only: Collection[str] = ()) -> Iterator[Sample]:
    """The documents of the layouts named, or of all; a writer that is missing is told about."""
    for make in (_placed, _flowing, _word, _printed):
        yield from make(only)


def _placed(only: Collection[str]) -> Iterator[Sample]:
    for number, (writer, write) in enumerate(canvases.WRITERS.items()):
        if not _has(writer):
            continue
        for name, layout in _chosen((*placed.LAYOUTS, *lettering.LAYOUTS), only):
            for seed in _seeds(name, 2 * number, 2):
                drawing = layout(seed)
                yield Sample("pdf", name, writer, seed, write(drawing), drawing.expected)


def _flowing(only: Collection[str]) -> Iterator[Sample]:
    for number, (writer, write) in enumerate(programs.WRITERS.items()):
        if not _has(writer):
            continue
        for name, layout in _chosen(flowing.LAYOUTS, only):
            for seed in _seeds(name, 4 + 2 * number, 2):
                expected = layout(flowing.Dialect(), seed)
                yield Sample("pdf", name, writer, seed, write(layout, seed), expected)


def _word(only: Collection[str]) -> Iterator[Sample]:
    for name, written in _chosen((*word.LAYOUTS, *word_xml.LAYOUTS), only):
        for seed in _seeds(name, 0, 2):
            yield Sample("docx", name, "word", seed, *written(seed))


def _printed(only: Collection[str]) -> Iterator[Sample]:
    if not _has("libreoffice"):
        return
    for name, written in _chosen(PRINTED, only, "word-"):
        for seed in _seeds(name, 8, 2):
            data, expected = written(seed)
            yield Sample("pdf", name, "office", seed, programs.write_office(data), expected)


def _chosen(
    layouts: Iterable[Layout], only: Collection[str], prefix: str = ""
) -> list[tuple[str, Layout]]:
    """The layouts named, or all, with their names."""
    named = [(prefix + layout.__name__.replace("_", "-"), layout) for layout in layouts]
    return [(name, layout) for name, layout in named if not only or name in only]


def _seeds(layout: str, first: int, count: int) -> range:
    """Seeds of its own for each layout and writer."""
    start = 10 * (zlib.crc32(layout.encode()) % 1000) + first
    return range(start, start + count)


def _has(writer: str) -> bool:
    """Whether a writer is installed; that its documents are left out is printed otherwise."""
    there = INSTALLED[writer]()
    if not there:
        print(f"{writer} is not installed: its documents are left out")
    return bool(there)
