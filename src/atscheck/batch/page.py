"""The overview of a batch as one HTML file: counts, charts, and a table that leads to the reports.

It is for those who look over many resumes, so it ranks nobody and gives no score
(users.md, part 7): files stand in the order of their names until the reader sorts them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal

from atscheck.batch.overview import BANDS, Overview, band, most, public
from atscheck.checks import RULES
from atscheck.renderers import phrases, sightings
from atscheck.renderers.html.shell import page
from atscheck.renderers.safe import uri_safe
from atscheck.skills.model import Tier

ROWS = 2000
"""Files in a table: 2 MB of page, which a browser sorts in about half a second; 10,000 take it five
times as long. summary.csv has all.
"""

FIRST = {"must": 12, "good": 6, "findings": 12}
"""How many keywords and rules are shown at once; the others unfold."""

STATES = {
    "read": "read",
    "doubtful": "read without confidence",
    "lost": "not read",
}
"""What became of a file."""


@dataclass(frozen=True, slots=True)
class Share:
    """Coverage of one tier, as in `Coverage`."""

    found: int
    total: int
    coverage: float
    literal: float

    @property
    def band(self) -> int:
        """The part of the distribution that it counts in."""
        return band(self.coverage)


@dataclass(frozen=True, slots=True)
class Row:
    """One file of the table; figures are None where they would say nothing.

    Attributes:
        link: the address of its report, relative to the page.
        state: a key of `STATES`.
        code: why it could not be read, as its report has it; ``why`` is that in words.
        findings: how many errors, warnings and notes there are, but private ones.
    """

    file: str
    link: str
    state: Literal["read", "doubtful", "lost"]
    code: str = ""
    why: str = ""
    pages: int | None = None
    words: int | None = None
    must: Share | None = None
    good: Share | None = None
    statements: int | None = None
    quantified: int | None = None
    findings: tuple[int | None, int | None, int | None] = (None, None, None)

    @property
    def shares(self) -> Iterator[tuple[Tier, Share]]:
        """Its coverage by tier, nothing where it has none."""
        tiers: tuple[tuple[Tier, Share | None], ...] = (("must", self.must), ("good", self.good))
        return ((tier, share) for tier, share in tiers if share is not None)

    @property
    def address(self) -> str:
        """The link as it stands in ``href``."""
        return uri_safe(self.link.encode(), "/")


def row_of(data: dict[str, Any], link: str) -> Row:
    """The row of one outcome (a report or a failure as JSON values), whose report is ``link``."""
    file = data["file"]
    if error := data.get("error"):
        why = "; ".join(filter(None, (error["message"], error["hint"])))
        return Row(file["path"], link, "lost", error["code"], why)
    if data["score"] is None:
        pages, words = file["pages"], file["words"]
        return Row(file["path"], link, "doubtful", "", data["not_scored"], pages, words)
    severities = Counter(f["severity"] for f in public(data["findings"]))
    return Row(
        file["path"],
        link,
        "read",
        pages=file["pages"],
        words=file["words"],
        must=Share(**data["score"]["must"]),
        good=Share(**data["score"]["good"]),
        statements=data["achievements"]["bullets"],
        quantified=data["achievements"]["quantified"],
        findings=(severities["error"], severities["warning"], severities["info"]),
    )


def overview_page(overview: Overview, rows: Iterable[Row], title: str, as_of: dt.date) -> str:
    """The page about the files in ``rows``, in their order; ``title`` is that of the target."""
    shown, lost = list[Row](), list[Row]()
    folders: dict[PurePath, str] = {}
    asked: set[Tier] = set()
    for row in rows:
        shown += [row] if len(shown) < ROWS else []
        lost += [row] if row.state == "lost" and len(lost) < ROWS else []
        folders.setdefault(PurePath(row.file).parent, row.file)
        asked.update(tier for tier, share in row.shares if share.total)
    return page(
        "overview.html.j2",
        overview=overview,
        title=title,
        as_of=as_of,
        rows=shown,
        lost=lost,
        folder=common_folder(list(folders.values())),
        tiers=[(tier, name) for tier, name in sightings.TIERS if tier in asked],
        missing={tier: _named(most(counts)) for tier, counts in overview.missing.items()},
        findings=[
            (code, name, RULES[code].summary, count)
            for (code, name), count in most(overview.findings)
        ],
        first=FIRST,
        bands=BANDS,
        states=STATES,
        most=most,
        phrases=phrases,
    )


def _named(counts: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Keywords as a report calls them, and their counts."""
    return [(sightings.named(term.split(" | ")), count) for term, count in counts]


def common_folder(files: Sequence[str]) -> str:
    """The folder that all the files lie in, as it stands before their names, or ""."""
    parents = [PurePath(file).parts[:-1] for file in files]
    shared = []
    for parts in zip(*parents, strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return str(PurePath(*shared, "x"))[:-1] if shared else ""
