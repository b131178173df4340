"""Every target beside its figure, in one run: ``python -m benchmarks.targets [--files N]``.

Each figure is a ratio of contenders that are run in turn, round by round, on files that are made
here, or on the PDF files of the folder that ``BENCH_CORPUS`` names; of each the median of the
rounds counts. What others do on the machine meanwhile is in all of them, and the load is printed.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

from atscheck import documents
from atscheck.documents.pdf.pages import drawn
from atscheck.errors import InputError
from atscheck.scan import check
from atscheck.skills.lexicon import load_lexicon
from benchmarks import runs
from benchmarks.resumes import make_resumes
from benchmarks.rounds import atscheck, each, ratios, run_python
from benchmarks.scan import AS_OF, EXAMPLES, PACK

ROUNDS, COLD_ROUNDS = 5, 11
RESUME = EXAMPLES / "ml-researcher.pdf"


@dataclass(frozen=True, slots=True)
class Line:
    """A target with its figure; None where it was not measured, for the reason in ``note``."""

    what: str
    figure: float | None
    limit: float
    unit: str = "x"
    least: bool = False
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the figure is within the limit."""
        if self.figure is None:
            return None
        return self.figure >= self.limit if self.least else self.figure <= self.limit

    def __str__(self) -> str:
        verdict = {True: "met", False: "NOT MET", None: "skipped"}[self.met]
        figure = "" if self.figure is None else f"{self.figure:.2f} {self.unit}"
        limit = f"{'>=' if self.least else '<='} {self.limit:g} {self.unit}"
        return f"{self.what:58}{figure:>12}  {limit:10}  {verdict:8} {self.note}".rstrip()


def scan(path: Path) -> object:
    """A full scan: reading, sections, matching, all checks, JSON."""
    return json.dumps(check(documents.read(path), PACK, as_of=AS_OF).to_dict())


@cache
def _automaton() -> Callable[[str], Iterator[object]]:
    from ahocorasick import Automaton

    automaton = Automaton()
    for term in load_lexicon().terms.values():
        for name in (term.name, *term.aliases, *term.acronyms):
            automaton.add_word(name.lower(), name)
    automaton.make_automaton()
    iterate: Callable[[str], Iterator[object]] = automaton.iter
    return iterate


def yardstick(path: Path) -> object:
    """The cheapest that could do the job: PDFium's text, and the lexicon's names in it."""
    from pypdfium2 import PdfDocument

    pdf = PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return list(_automaton()(text.lower()))


def scans(paths: Sequence[Path]) -> Iterator[Line]:
    """Scans in a warm process against the yardstick, and by the size of the lexicon."""
    what = "full scan, warm, against pypdfium2 + pyahocorasick"
    if find_spec("ahocorasick") is None:
        yield Line(what, None, 6, note="pyahocorasick is not installed (extra `bench`)")
    else:
        for run in (scan, yardstick):
            each(paths, run)()
        gc.freeze()  # as a worker does after its first file
        found = ratios(each(paths, yardstick), {"scan": each(paths, scan)}, ROUNDS)["scan"]
        yield Line(what, found.cpu, 6, note="of processor time")
    from benchmarks.matching import index_of, scan_with, terms_of

    targets = [term for keyword in PACK.keywords for term in keyword.terms]
    small, large = (index_of(terms_of(size), targets) for size in (500, 30_000))
    for index in (small, large):
        scan_with(index)
    others = {"large": lambda: scan_with(large)}
    found = ratios(lambda: scan_with(small), others, 2 * ROUNDS)["large"]
    yield Line("30,000 terms against 500, whole scan", found.cpu, 1.05, note="of processor time")


def characters(paths: Sequence[Path]) -> Iterator[Line]:
    """Characters with box, font, size and colour, against stock pdfminer.six."""
    from pdfminer.high_level import extract_pages

    def stock(path: Path) -> object:
        return list(extract_pages(path))

    def ours(path: Path) -> object:
        return drawn(path.read_bytes(), None)

    for run in (stock, ours):
        each(paths[:3], run)()
    found = ratios(each(paths, stock), {"ours": each(paths, ours)}, ROUNDS)["ours"]
    what = "PDF characters against extract_pages of pdfminer.six"
    yield Line(what, found.cpu, 0.25, note="of processor time")


def cold() -> Iterator[Line]:
    """Processes that start cold."""
    command = ("scan", str(RESUME), "--pack", PACK.name)
    others = {"scan": atscheck(*command)}
    blank = "import spacy; spacy.blank('en')"
    found = ratios(lambda: run_python("-c", blank), others, COLD_ROUNDS)["scan"]
    note = f"by the clock; {found.cpu:.2f} x of processor time"
    yield Line("cold scan against import spacy + spacy.blank", found.wall, 1.15, note=note)
    light = {
        name: atscheck(*name.split())
        for name in ("--help", "--version", "packs list", "rules list")
    }
    told = ratios(lambda: run_python("-c", "import click"), light, COLD_ROUNDS)
    for name, found in told.items():
        note = f"by the clock; {found.cpu:.2f} x of processor time"
        yield Line(f"cold {name} against import click", found.wall, 3, note=note)


def batches(made: Path, paths: Sequence[Path], files: int) -> Iterator[Line]:
    """Batches: on two cores, on a cluster of this machine, and their memory over many files."""
    number = sum(1 for _ in made.iterdir())
    note = f"{number} files; a batch of one takes {runs.start(min(made.iterdir())):.1f} s"
    yield _line("batch on 2 cores against 1", 1.8, lambda: (runs.speed_up(made), note), least=True)

    def dask() -> tuple[float, str]:
        found = runs.dask(made)
        return found.wall, f"{number} files, by the clock; {found.cpu:.2f} x of processor time"

    yield _line("Dask on this machine against local workers", 1.5, dask)

    def growth(*options: str) -> tuple[float, str]:
        found = runs.load(paths, files, *options)
        if found.outcomes != found.files:
            raise AssertionError(f"files are lost: {found}")
        return found.growth, str(found)

    what = "memory of a batch's own process: growth"
    yield _line(what, 50, growth, unit="MiB")

    def growth_of_dask() -> tuple[float, str]:
        runs.require_dask()
        return growth(*runs.DASK)

    yield _line(f"{what}, Dask", 50, growth_of_dask, unit="MiB")


def _line(what: str, limit: float, run: Callable[[], tuple[float, str]], **how: Any) -> Line:
    """The line of a figure and a note on it, if they can be had here."""
    try:
        figure, note = run()
    except runs.SkippedError as why:
        return Line(what, None, limit, note=str(why), **how)
    return Line(what, figure, limit, note=note, **how)


def readable(paths: Sequence[Path], most: int) -> list[Path]:
    """Up to ``most`` files that can be read, spread over ``paths``."""
    found = []
    for path in paths[:: max(1, len(paths) // most)][:most]:
        try:
            documents.read(path)
        except InputError:
            continue
        found.append(path)
    return found


def main() -> int:
    """Print the table; 1 if a target is not met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=400, help="files for the memory of a batch")
    parser.add_argument("--made", type=int, default=400, help="files for the speed of a batch")
    parser.add_argument("--sample", type=int, default=30, help="files for each round of scans")
    options = parser.parse_args()
    corpus = os.environ.get("BENCH_CORPUS")
    with tempfile.TemporaryDirectory() as name:
        made = make_resumes(Path(name), options.made)
        paths = sorted(Path(corpus).rglob("*.pdf")) if corpus else made
        sample = readable(paths, options.sample)
        print(f"{len(sample)} files of {corpus or 'our own making'}; Python", end=" ")
        print(f"{platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        lines = []
        batch = batches(Path(name), paths, options.files)
        for line in chain(scans(sample), characters(sample), cold(), batch):
            print(line, flush=True)
            lines.append(line)
        print(f"load at the end {os.getloadavg()[0]:.1f}")
    return 1 if any(line.met is False for line in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
