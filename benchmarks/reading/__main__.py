"""Build the documents, read them with every reader, and print one table."""

from __future__ import annotations

import argparse
import contextlib
import io
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean

from benchmarks.reading.documents import Sample, samples
from benchmarks.reading.measures import Agreement, agreement, words
from benchmarks.reading.readers import readers

TARGET = Agreement(0.995, 0.995, 0.98)
"""What atscheck is to reach on every layout."""

Scores = Mapping[str, Agreement]
"""The agreement of each reader."""


def measure(sample: Sample, path: Path) -> Scores:
    """How each reader does on the file of ``sample`` at ``path``; one that fails reads nothing."""
    expected = words(sample.expected)
    scores = {}
    for name, read in readers(sample.format).items():
        try:
            # python-docx and pypdfium2 warn on standard error about some files.
            with contextlib.redirect_stderr(io.StringIO()):
                scores[name] = agreement(expected, words(read(path)))
        except Exception as error:
            print(f"{path.name}: {name} fails ({type(error).__name__})")
            scores[name] = Agreement(0.0, 0.0, 0.0)
    return scores


def mean(scores: Iterable[Agreement]) -> Agreement:
    """The mean of each figure."""
    found = list(scores)
    return Agreement(*(fmean(s.figures[i] for s in found) for i in range(3)))


def by_reader(scores: Sequence[Scores]) -> Scores:
    """The mean of each reader over several documents."""
    return {name: mean(s[name] for s in scores) for name in scores[0]}


def shortfall(score: Agreement) -> float:
    """How far the worst figure stays below its target, or above as a negative number."""
    return max(t - s for t, s in zip(TARGET.figures, score.figures, strict=True))


def rows(format: str, results: Mapping[tuple[str, str], Sequence[Scores]]) -> Iterator[str]:
    """The table of one format: the layout on which atscheck does worst first, the mean last."""
    own = {layout: found for (kind, layout), found in results.items() if kind == format}
    if not own:
        return
    names = list(readers(format))
    yield f"{format.upper():18} n " + " ".join(f"{name[:14]:>14}" for name in names)
    for layout in sorted(own, key=lambda layout: -shortfall(by_reader(own[layout])["atscheck"])):
        yield row(layout, own[layout])
    yield row("all", [scores for found in own.values() for scores in found])


def row(title: str, scores: Sequence[Scores]) -> str:
    """One line of the table."""
    cells = (" ".join(map(_short, s.figures)) for s in by_reader(scores).values())
    return f"{title:18}{len(scores):2} " + " ".join(cells)


def _short(figure: float) -> str:
    """Three decimals, rounded down, so that only what is perfect reads 1.00."""
    return "1.00" if figure == 1 else f"{int(figure * 1000) / 1000:.3f}"[1:]


def summary(results: Mapping[tuple[str, str], Sequence[Scores]]) -> Iterator[str]:
    """The layouts below target, and those where another reader has a higher figure."""
    below: list[str] = []
    behind: list[str] = []
    for (format, layout), found in results.items():
        means = by_reader(found)
        own = means["atscheck"]
        if shortfall(own) > 0:
            below.append(f"{format}:{layout}")
        behind.extend(
            f"{format}:{layout} ({name})"
            for name, other in means.items()
            if any(o > s + 1e-9 for o, s in zip(other.figures, own.figures, strict=True))
        )
    yield f"Below {TARGET.recall}, {TARGET.precision}, {TARGET.order}: {', '.join(below) or 'none'}"
    yield f"Another reader has a higher figure: {', '.join(behind) or 'none'}"


def differences(sample: Sample, path: Path) -> Iterator[str]:
    """What atscheck loses and adds, and the first words out of order."""
    expected, read = words(sample.expected), words(readers(sample.format)["atscheck"](path))
    lost, added = Counter(expected) - Counter(read), Counter(read) - Counter(expected)
    score = agreement(expected, read)
    yield f"{path.name}: {score.recall:.3f} {score.precision:.3f} {score.order:.3f}"
    if lost or added:
        yield f"  lost: {' '.join(lost.elements())}; added: {' '.join(added.elements())}"
    if score.order < 1:
        start = next(i for i, (a, b) in enumerate(zip(expected, read, strict=False)) if a != b)
        yield f"  expected: {' '.join(expected[max(0, start - 3) : start + 8])}"
        yield f"  read:     {' '.join(read[max(0, start - 3) : start + 8])}"


def main() -> None:
    """Run over all layouts or those named; with a folder, keep the files and show differences."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("layouts", nargs="*", help="layouts to read (default: all)")
    parser.add_argument("--keep", type=Path, help="folder to keep the files and their text in")
    options = parser.parse_args()
    results: dict[tuple[str, str], list[Scores]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for sample in samples(options.layouts):
            path = folder / sample.name
            path.write_bytes(sample.data)
            results.setdefault((sample.format, sample.layout), []).append(measure(sample, path))
            if options.keep:
                path.with_suffix(".expected").write_text(sample.expected, encoding="utf-8")
                print(*differences(sample, path), sep="\n")
    count = sum(map(len, results.values()))
    print(f"{count} documents; word recall, word precision, order agreement of each reader")
    for format in ("pdf", "docx"):
        print(*rows(format, results), sep="\n")
    print(*summary(results), sep="\n")


if __name__ == "__main__":
    main()
