"""What a scan costs, as ratios: ``python -m benchmarks.scan`` (also on a folder BENCH_CORPUS).

Each file is read by each contender in turn, several rounds, in one process; a ratio compares the
sums of each contender's best times per file.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable
from pathlib import Path

from pdfminer.high_level import extract_text

from atscheck import documents, matching, resume
from atscheck.errors import AtscheckError
from atscheck.scan import check
from atscheck.skills import load_pack

ROUNDS = 3
EXAMPLES = Path(__file__).parents[1] / "examples"


def files() -> list[Path]:
    """The example PDFs and those of BENCH_CORPUS (at most 100)."""
    found = sorted(EXAMPLES.glob("*.pdf"))
    folder = os.environ.get("BENCH_CORPUS")
    if folder:
        found += sorted(Path(folder).glob("*.pdf"))[:100]
    return found


def main() -> None:
    """Measure and print."""
    pack = load_pack("machine-learning-research")
    as_of = dt.date(2026, 1, 1)
    contenders: dict[str, Callable[[Path], object]] = {
        "stock pdfminer.six extract_text": extract_text,
        "read (lines, boxes, columns)": documents.read,
        "full scan": lambda p: check(documents.read(p), pack, as_of=as_of),
    }
    best = dict.fromkeys(contenders, 0.0)
    count = 0
    for path in files():
        try:
            check(documents.read(path), pack, as_of=as_of)
        except AtscheckError:
            continue
        count += 1
        times = {name: [] for name in contenders}  # type: dict[str, list[float]]
        for _ in range(ROUNDS):
            for name, run in contenders.items():
                start = time.perf_counter()
                run(path)
                times[name].append(time.perf_counter() - start)
        for name, values in times.items():
            best[name] += min(values)
    base = best["stock pdfminer.six extract_text"]
    print(f"{count} PDF files, best of {ROUNDS} rounds, interleaved")
    for name, total in best.items():
        print(f"  {name:34} {1000 * total / max(1, count):8.1f} ms a file   {total / base:5.2f} x")
    _stages(pack)


def _stages(pack: object) -> None:
    """The cost of each stage on the first example, in ms."""
    path = EXAMPLES / "ml-researcher.pdf"
    document = documents.read(path)
    parsed = resume.parse(document)
    for name, run in (
        ("documents", lambda: documents.read(path)),
        ("resume", lambda: resume.parse(document)),
        ("matching", lambda: matching.match(parsed, pack)),  # type: ignore[arg-type]
    ):
        start = time.perf_counter()
        run()
        print(f"  stage {name:28} {1000 * (time.perf_counter() - start):8.1f} ms")


if __name__ == "__main__":
    main()
