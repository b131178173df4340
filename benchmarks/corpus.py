"""What becomes of every file of a folder: ``python -m benchmarks.corpus FOLDER``.

Prints how each file ended, what was lost of the files, and which rules about the file spoke. It
prints counts only, nothing that stands in a file.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from atscheck import documents
from atscheck.checks import RULES
from atscheck.errors import InputError
from atscheck.report import Report
from atscheck.scan import check
from atscheck.skills import load_pack

AS_OF = dt.date(2026, 1, 1)
PACK = load_pack("machine-learning-research")


def outcome(path: Path) -> tuple[str, Report | None]:
    """How the file ended, and its report if it has one."""
    try:
        report = check(documents.read(path), PACK, as_of=AS_OF)
    except InputError as error:
        return f"not read: {error.code}", None
    except Exception as error:  # a fault of ours: the table shows it, whatever it is
        return f"fault: {type(error).__name__}", None
    return ("scored" if report.score else f"read, not scored: {report.not_scored}"), report


def table(title: str, rows: Iterable[tuple[str, str]]) -> None:
    """Print rows of a name and its figures."""
    print(title)
    for name, figures in rows:
        print(f"  {name:58} {figures}")


def main(folder: Path) -> int:
    """Read, count and print; 1 if the folder holds no file, or a file met a fault of ours."""
    paths = sorted(path for path in folder.iterdir() if path.is_file())
    outcomes: Counter[str] = Counter()
    losses: dict[str, Counter[str]] = {"files": Counter(), "all": Counter()}
    findings: Counter[str] = Counter()
    for path in paths:
        ending, report = outcome(path)
        outcomes[ending] += 1
        if report is not None:
            kinds = [loss.kind for loss in report.document.losses]
            losses["all"].update(kinds)
            losses["files"].update(set(kinds))
            findings.update({f.rule for f in report.findings if f.rule.startswith("PA")})
    table(f"{len(paths)} files", ((name, f"{n:6}") for name, n in outcomes.most_common()))
    rows = losses["files"].most_common()
    table("Losses: files, occurrences", ((k, f"{n:6} {losses['all'][k]:8}") for k, n in rows))
    named = ((f"{code} {RULES[code].name}", f"{n:6}") for code, n in sorted(findings.items()))
    table("Findings about the file: files", named)
    return 0 if paths and not any(name.startswith("fault") for name in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
