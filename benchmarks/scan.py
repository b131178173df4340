"""What a scan costs, as ratios: ``python -m benchmarks.scan [FOLDER]`` (default: the examples).

Times on one machine say little about another, ratios measured side by side do: each file goes
through each contender in turn, several rounds, in one process, and a ratio compares the sums of
their best times. The first file is read once beforehand, so that imports and caches do not count.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from pdfminer.high_level import extract_text

from atscheck import documents, matching, resume
from atscheck.errors import InputError
from atscheck.scan import check
from atscheck.skills import load_pack

ROUNDS = 3
MOST_FILES = 100
EXAMPLES = Path(__file__).parents[1] / "examples"
AS_OF = dt.date(2026, 1, 1)
PACK = load_pack("machine-learning-research")


def scan(path: Path) -> object:
    """Everything that ``atscheck scan`` does but printing."""
    return check(documents.read(path), PACK, as_of=AS_OF)


CONTENDERS: Mapping[str, Callable[[Path], object]] = {
    "pdfminer.six extract_text": extract_text,
    "read: lines, boxes, columns": documents.read,
    "whole scan": scan,
}


def best_times(runs: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """The shortest time of each run in seconds, over interleaved rounds."""
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(ROUNDS):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def readable(paths: Sequence[Path]) -> list[Path]:
    """The first files that can be read."""
    found: list[Path] = []
    for path in paths:
        try:
            documents.read(path)
        except InputError:
            continue
        found.append(path)
        if len(found) == MOST_FILES:
            break
    return found


def compare(paths: Sequence[Path]) -> None:
    """Print what each contender takes, and how many times the first that is."""
    totals = dict.fromkeys(CONTENDERS, 0.0)
    for path in paths:
        runs = {name: partial(run, path) for name, run in CONTENDERS.items()}
        for name, seconds in best_times(runs).items():
            totals[name] += seconds
    base = next(iter(totals.values()))
    print(f"{len(paths)} PDF files, best of {ROUNDS} interleaved rounds")
    for name, total in totals.items():
        print(f"  {name:30} {1000 * total / len(paths):8.1f} ms a file {total / base:6.2f} x")


def stages(path: Path) -> None:
    """Print what each stage of a scan takes."""
    document = documents.read(path)
    parsed = resume.parse(document)
    times = best_times({
        "documents": lambda: documents.read(path),
        "resume": lambda: resume.parse(document),
        "matching": lambda: matching.match(parsed, PACK),
        "scan": lambda: scan(path),
    })  # fmt: skip
    print(f"Stages of {path.name}")
    for name, seconds in times.items():
        share = seconds / times["scan"]
        print(f"  {name:30} {1000 * seconds:8.1f} ms        {100 * share:6.0f} %")


def main(folder: Path) -> int:
    """Measure and print; 1 if the folder holds no PDF that can be read."""
    paths = readable(sorted(folder.glob("*.pdf")))
    if not paths:
        print(f"{folder}: no PDF that can be read", file=sys.stderr)
        return 1
    scan(paths[0])
    compare(paths)
    stages(paths[0])
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else EXAMPLES))
