"""What a batch shows as a whole: counts over the resumes. It ranks nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from atscheck.renderers.safe import term_safe

STEPS = 5
"""The parts into which coverage is divided for the overview."""

WIDTH = 66
"""The longest keyword shown whole, in characters."""


PRIVATE = ("PI", "DA")
"""Rules about the person, dates and gaps: for the writer alone, no matter for those who look over
many resumes (rules.md, "How findings speak")."""


class Overview:
    """Counts over a batch: coverage, missing keywords, findings, failures."""

    def __init__(self) -> None:
        self.files = 0
        self.failed: Counter[str] = Counter()
        self.coverage: Counter[int] = Counter()
        self.missing: Counter[str] = Counter()
        self.findings: Counter[tuple[str, str]] = Counter()
        self.unscored = 0

    def add(self, data: dict[str, Any]) -> None:
        """Count one outcome."""
        self.files += 1
        if "error" in data:
            self.failed[data["error"]["code"]] += 1
            return
        if data["score"] is None:
            self.unscored += 1
            return
        step = int(data["score"]["must"]["coverage"] * STEPS)
        self.coverage[min(STEPS - 1, step)] += 1
        self.missing.update(
            k["term"] for k in data["keywords"] if k["tier"] == "must" and k["status"] == "missing"
        )
        found = {(f["rule"], f["name"]) for f in data["findings"]}
        self.findings.update(rule for rule in found if not rule[0].startswith(PRIVATE))

    def lines(self, target: str) -> Iterator[str]:
        """The overview as lines of text, at most 80 columns wide."""
        lost = sum(self.failed.values())
        read = self.files - lost
        yield f"{self.files} files against {term_safe(target)}: {read} read, {lost} not"
        for code, count in _most(self.failed):
            yield f"  {count:>5}  could not be read: {code}"
        if self.unscored:
            yield f"  {self.unscored:>5}  read, but not with enough confidence to score"
        yield ""
        yield "Must-have coverage (how many resumes cover how much; not a ranking)"
        most = max(self.coverage.values(), default=1)
        for step in range(STEPS):
            count = self.coverage[step]
            bar = "█" * round(30 * count / most)
            low, high = step * 100 // STEPS, (step + 1) * 100 // STEPS
            yield f"  {low:>3}-{high:<3} %  {count:>5}  {bar}".rstrip()
        yield ""
        yield "Must-have keywords most often missing"
        for term, count in _most(self.missing)[:10]:
            yield f"  {count:>5}  {_cut(term_safe(term))}"
        yield ""
        yield "Findings, by the number of resumes that have them"
        for (code, name), count in _most(self.findings)[:12]:
            yield f"  {count:>5}  {code} {name}"


def _cut(text: str) -> str:
    return text if len(text) <= WIDTH else text[: WIDTH - 1].rpartition(" ")[0].rstrip(" |") + " …"


def _most(counts: Counter[Any]) -> list[tuple[Any, int]]:
    """The counts, largest first, equal ones in the order of what they count."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
