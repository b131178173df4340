"""What the checks cost: ``python -m benchmarks.checks [FOLDER]`` (default: the examples).

Each file is scanned, and its checks are run alone, in turns; the ratio compares the sums of the
best times. Then the rules that take most of it, each as a share of the scan.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path

from atscheck import checks, documents, matching, resume
from atscheck.checks.rule import Facts
from benchmarks.scan import AS_OF, EXAMPLES, PACK, best_times, readable, scan

TARGET = 0.10
"""The most that all checks together may take of a scan."""

SHOWN = 5


def facts_of(path: Path) -> Facts:
    """What the rules see of a file."""
    parsed = resume.parse(documents.read(path))
    matches = matching.match(parsed, PACK)
    return Facts(parsed, PACK, matches.keywords, AS_OF, matches.flags)


def main(folder: Path) -> int:
    """Measure and print; 1 if the folder holds no resume that can be read."""
    paths = readable(sorted([*folder.glob("*.pdf"), *folder.glob("*.docx")]))
    if not paths:
        print(f"{folder}: no resume that can be read", file=sys.stderr)
        return 1
    scan(paths[0])
    totals: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for path in paths:
        facts = facts_of(path)
        checks.run(facts)
        totals.update(
            best_times({"scan": partial(scan, path), "checks": partial(checks.run, facts)})
        )
        for code, rule in checks.RULES.items():
            start = time.perf_counter()
            tuple(rule.check(facts))
            rules[code] += time.perf_counter() - start
    share = totals["checks"] / totals["scan"]
    print(f"{len(paths)} files, {len(checks.RULES)} rules, best of interleaved rounds")
    print(f"  whole scan   {1000 * totals['scan'] / len(paths):8.1f} ms a file")
    print(f"  all checks   {1000 * totals['checks'] / len(paths):8.1f} ms a file")
    print(f"  share        {100 * share:8.1f} %      target: at most {100 * TARGET:.0f} %")
    for code, seconds in rules.most_common(SHOWN):
        name = checks.RULES[code].name
        print(f"    {code} {name:28} {100 * seconds / totals['scan']:5.2f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else EXAMPLES))
