"""A batch's output: one JSON file per resume, summary.csv, and an overview without any ranking."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from atscheck.errors import OutputError
from atscheck.renderers.safe import csv_safe, term_safe

COLUMNS = (
    "file", "format", "pages", "words", "must_found", "must_total", "must_coverage", "must_literal",
    "good_found", "good_total", "good_coverage", "statements", "quantified", "errors", "warnings",
    "infos", "not_scored", "error", "message", "report",
)  # fmt: skip


def prepare(folder: Path, *, overwrite: bool) -> None:
    """Make the output folder.

    Raises:
        OutputError: if it holds an earlier run's results, or cannot be made.
    """
    try:
        (folder / "reports").mkdir(parents=True, exist_ok=True)
        held = [p for p in (folder / "summary.csv", folder / "overview.txt") if p.exists()]
        held += list((folder / "reports").iterdir())
        if held and not overwrite:
            raise OutputError(
                f"{folder}: holds the results of an earlier run",
                "name another folder, or add --overwrite",
            )
        for path in held:
            if path.suffix in (".json", ".csv", ".txt"):
                path.unlink()
    except OSError as error:
        raise OutputError(
            f"{folder}: {error.strerror}", "name a folder you may write to"
        ) from error


def report_name(path: Path, root: Path | None, taken: set[str]) -> str:
    """A file name for the report of ``path``, unlike any in ``taken`` whatever the letter case."""
    relative = path
    if root is not None and path.is_relative_to(root):
        relative = path.relative_to(root)
    stem = "__".join(p for p in relative.parts if p not in ("/", ".", ".."))
    stem = "".join(c if c.isalnum() or c in "._- ()" else "_" for c in stem)[:180] or "resume"
    name, number = f"{stem}.json", 2
    while name.casefold() in taken:
        name, number = f"{stem}-{number}.json", number + 1
    taken.add(name.casefold())
    return name


def write_json(path: Path, data: dict[str, Any]) -> None:
    """Write one report whole or not at all.

    Raises:
        OutputError: if it cannot be written.
    """
    write_text(path, json.dumps(data, allow_nan=False, indent=1) + "\n")


def write_text(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` by replacing it, so that no half file is ever seen.

    Raises:
        OutputError: if it cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        hint = "free some space or name another place"
        raise OutputError(f"{path}: {error.strerror}", hint) from error


def summary_row(data: dict[str, Any], name: str) -> dict[str, Any]:
    """One row of summary.csv: the outcome of one file."""
    error = data.get("error")
    if error:
        message = f"{error['message']}; {error['hint']}" if error["hint"] else error["message"]
        row = {"file": data["file"]["path"], "error": error["code"], "message": message}
        return {**row, "report": name}
    score = data["score"] or {}
    must, good = score.get("must", {}), score.get("good", {})
    severities = Counter(f["severity"] for f in data["findings"])
    return {
        "file": data["file"]["path"],
        "format": data["file"]["format"],
        "pages": data["file"]["pages"],
        "words": data["file"]["words"],
        **{f"must_{key}": must.get(key) for key in ("found", "total", "coverage", "literal")},
        **{f"good_{key}": good.get(key) for key in ("found", "total", "coverage")},
        "statements": data["achievements"]["bullets"],
        "quantified": data["achievements"]["quantified"],
        "errors": severities["error"],
        "warnings": severities["warning"],
        "infos": severities["info"],
        "not_scored": data["not_scored"],
        "report": name,
    }


def write_summary(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Write summary.csv, ordered by file name."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, restval="")
            writer.writeheader()
            for row in sorted(rows, key=lambda r: str(r["file"])):
                writer.writerow({
                    k: csv_safe(v) if isinstance(v, str) else v
                    for k, v in row.items() if v is not None
                })  # fmt: skip
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputError(f"{path}: {error.strerror}", "free some space") from error


class Overview:
    """Counts over a batch: coverage, missing keywords, findings, failures. It ranks nobody."""

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
        else:
            self.coverage[min(4, int(data["score"]["must"]["coverage"] * 5))] += 1
        self.missing.update(
            k["term"] for k in data["keywords"] if k["tier"] == "must" and k["status"] == "missing"
        )
        self.findings.update({(f["rule"], f["name"]) for f in data["findings"]})

    def lines(self, target: str) -> Iterator[str]:
        """The overview as lines of text, at most 80 columns wide."""
        read = self.files - sum(self.failed.values())
        lost = self.files - read
        yield f"{self.files} files against {term_safe(target)}: {read} read, {lost} not"
        for code, count in self.failed.most_common():
            yield f"  {count:>5}  could not be read: {code}"
        if self.unscored:
            yield f"  {self.unscored:>5}  read, but not with enough confidence to score"
        yield ""
        yield "Must-have coverage (how many resumes cover how much; not a ranking)"
        most = max(self.coverage.values(), default=1)
        for step in range(5):
            count = self.coverage[step]
            bar = "█" * round(30 * count / most)
            yield f"  {step * 20:>3}-{step * 20 + 20:<3} %  {count:>5}  {bar}".rstrip()
        yield ""
        yield "Must-have keywords most often missing"
        for term, count in sorted(self.missing.items(), key=lambda i: (-i[1], i[0]))[:10]:
            yield f"  {count:>5}  {term_safe(term)[:66]}"
        yield ""
        yield "Findings, by the number of resumes that have them"
        for (code, name), count in sorted(self.findings.items(), key=lambda i: (-i[1], i[0]))[:12]:
            yield f"  {count:>5}  {code} {name}"
