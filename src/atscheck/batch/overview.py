"""What a batch shows as a whole: counts over the resumes. It ranks nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from atscheck.checks import PRIVATE
from atscheck.renderers.safe import term_safe
from atscheck.skills.model import Tier

STEPS = 5
"""The parts into which coverage is divided for the overview."""

BANDS = tuple((step * 100 // STEPS, (step + 1) * 100 // STEPS) for step in range(STEPS))
"""Those parts, from and to, in percent."""

WIDTH = 66
"""The longest keyword shown whole, in characters."""


class Overview:
    """Counts over a batch: coverage, missing keywords, findings, failures."""

    def __init__(self) -> None:
        self.files = 0
        self.failed: Counter[str] = Counter()
        self.coverage: dict[Tier, Counter[int]] = {"must": Counter(), "good": Counter()}
        self.missing: dict[Tier, Counter[str]] = {"must": Counter(), "good": Counter()}
        self.findings: Counter[tuple[str, str]] = Counter()
        self.unscored = 0

    @property
    def lost(self) -> int:
        """How many files could not be read."""
        return sum(self.failed.values())

    @property
    def scored(self) -> int:
        """How many resumes coverage, keywords and findings are counted over."""
        return self.files - self.lost - self.unscored

    def add(self, data: dict[str, Any]) -> None:
        """Count one outcome."""
        self.files += 1
        if "error" in data:
            self.failed[data["error"]["code"]] += 1
            return
        if data["score"] is None:
            self.unscored += 1
            return
        for tier, counts in self.coverage.items():
            counts[band(data["score"][tier]["coverage"])] += 1
        for keyword in data["keywords"]:
            self.missing[keyword["tier"]][keyword["term"]] += keyword["status"] == "missing"
        self.findings.update({(f["rule"], f["name"]) for f in public(data["findings"])})

    def to_values(self) -> dict[str, Any]:
        """The counts as JSON values."""
        return {
            "files": self.files,
            "unscored": self.unscored,
            "failed": self.failed,
            "coverage": {t: [c[step] for step in range(STEPS)] for t, c in self.coverage.items()},
            "missing": {tier: +counts for tier, counts in self.missing.items()},
            "findings": [[*rule, count] for rule, count in most(self.findings)],
        }

    def add_values(self, values: dict[str, Any]) -> None:
        """Count all that another overview counted, from its `to_values`."""
        self.files += values["files"]
        self.unscored += values["unscored"]
        self.failed.update(values["failed"])
        for tier, counts in self.coverage.items():
            counts.update(dict(enumerate(values["coverage"][tier])))
            self.missing[tier].update(values["missing"][tier])
        self.findings.update({(code, name): n for code, name, n in values["findings"]})

    def lines(self, target: str) -> Iterator[str]:
        """The overview as lines of text, at most 80 columns wide."""
        read = self.files - self.lost
        yield f"{self.files} files against {term_safe(target)}: {read} read, {self.lost} not"
        for code, count in most(self.failed):
            yield f"  {count:>5}  could not be read: {code}"
        if self.unscored:
            yield f"  {self.unscored:>5}  read, but not with enough confidence to score"
        yield ""
        yield "Must-have coverage (how many resumes cover how much; not a ranking)"
        coverage = self.coverage["must"]
        highest = max(coverage.values(), default=1)
        for step, (low, high) in enumerate(BANDS):
            count = coverage[step]
            bar = "█" * round(30 * count / highest)
            yield f"  {low:>3}-{high:<3} %  {count:>5}  {bar}".rstrip()
        yield ""
        yield "Must-have keywords most often missing"
        for term, count in most(self.missing["must"])[:10]:
            yield f"  {count:>5}  {_cut(term_safe(term))}"
        yield ""
        yield "Findings, by the number of resumes that have them"
        for (code, name), count in most(self.findings)[:12]:
            yield f"  {count:>5}  {code} {name}"


def gist(data: dict[str, Any]) -> dict[str, Any]:
    """What the summaries of a batch need of one outcome, in the same form, and nothing else."""
    if "error" in data:
        return {"file": data["file"], "error": data["error"]}
    score, achievements = data["score"], data["achievements"]
    return {
        "file": data["file"],
        "score": score and {tier: score[tier] for tier in ("must", "good")},
        "not_scored": data["not_scored"],
        "keywords": [
            {name: keyword[name] for name in ("tier", "term", "status")}
            for keyword in data["keywords"]
            if keyword["status"] == "missing"
        ],
        "achievements": {name: achievements[name] for name in ("bullets", "quantified")},
        "findings": [
            {name: finding[name] for name in ("rule", "name", "severity")}
            for finding in public(data["findings"])
        ],
    }


def band(coverage: float) -> int:
    """Which of `BANDS` a share lies in."""
    return min(STEPS - 1, int(coverage * STEPS))


def public(findings: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The findings that are no private matter."""
    return [f for f in findings if not f["rule"].startswith(PRIVATE)]


def _cut(text: str) -> str:
    return text if len(text) <= WIDTH else text[: WIDTH - 1].rpartition(" ")[0].rstrip(" |") + " …"


def most(counts: Counter[Any]) -> list[tuple[Any, int]]:
    """The counts but zero, largest first, equal ones in the order of what they count."""
    return sorted((+counts).items(), key=lambda item: (-item[1], item[0]))
