"""All documents that are read: which layout, by which writer, with which seed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from benchmarks.reading import canvases, placed, word, word_xml

SEEDS = (1, 2)


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
    """The documents of the layouts named, or of all; what writer is missing is printed."""
    for name, layout in placed.LAYOUTS.items():
        if only and name not in only:
            continue
        for seed in SEEDS:
            drawing = layout(seed)
            for writer, write in canvases.WRITERS.items():
                yield Sample("pdf", name, writer, seed, write(drawing), drawing.expected)
    for name, written in (word.LAYOUTS | word_xml.LAYOUTS).items():
        if only and name not in only:
            continue
        for seed in SEEDS:
            yield Sample("docx", name, "python-docx", seed, *written(seed))
