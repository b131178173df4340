"""What a batch is going to read: every file, the name of its report, and which are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from atscheck.batch.names import report_name
from atscheck.batch.pool import Job
from atscheck.checks.parsing.file import told_of_name
from atscheck.documents import sha256_of
from atscheck.report import blind_name


@dataclass(frozen=True, slots=True)
class Entry:
    """One file.

    Attributes:
        sha256: of its bytes when the run began, None if it could not be opened.
        name: of its report.
    """

    path: Path
    sha256: str | None
    name: str


def plan(paths: Iterable[Path], root: Path | None, *, blind: bool) -> Iterator[Entry]:
    """The entries of ``paths``, in their order, which are below ``root`` if it is not None."""
    taken: Counter[str] = Counter()
    for path in paths:
        sha256 = sha256_of(path)
        named = Path(blind_name(sha256)) if blind else path
        yield Entry(path, sha256, report_name(named, None if blind else root, taken))


def alike(entries: Iterable[Entry], job: Job) -> list[list[Entry]]:
    """The entries in groups of which one needs to be read: the others' reports differ in the path.

    They hold the same bytes, and the rule about file names (PA114) says the same of their names.
    An HTML page bears the name in many places, so with pages no two files are alike; blind reports
    have no names at all.
    """
    groups: dict[object, list[Entry]] = {}
    for entry in entries:
        key: object = entry.path
        if entry.sha256 is not None and (job.blind or not job.html):
            key = (entry.sha256, "" if job.blind else told_of_name(str(entry.path)))
        groups.setdefault(key, []).append(entry)
    return list(groups.values())
