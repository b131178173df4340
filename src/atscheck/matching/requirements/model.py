"""A requirement of a posting with what a resume shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from atscheck.documents.model import Span
from atscheck.skills.demands import Demand, DemandKind
from atscheck.skills.model import Tier

Outcome = Literal["met", "partly", "not shown", "to check"]
"""What the resume shows. "to check" is for what only a person can judge: whether a place is near
enough, whether a field of study is related. None of them says what an employer will decide.
"""

Kind = Literal["title", "experience"] | DemandKind


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a posting asks for besides keywords, and what the resume shows of it.

    Attributes:
        asked: what the posting asks for ("5 years of Python").
        shown: what the resume shows of it ("about 3 years in 2 jobs"); "" for nothing.
        span: where; None where no one place shows it.
        line: the posting's line; None where no one line asks for it.
        tier: whether the posting demands it, or only prefers it.
        posting: the posting's own words; "" where no one line asks for it.
    """

    kind: Kind
    asked: str
    outcome: Outcome
    shown: str = ""
    span: Span | None = None
    line: int | None = None
    tier: Tier = "must"
    posting: str = ""

    @classmethod
    def of(
        cls, demand: Demand, outcome: Outcome, shown: str = "", span: Span | None = None
    ) -> Requirement:
        """The requirement that ``demand`` makes."""
        return cls(
            demand.kind, demand.asked, outcome, shown, span, demand.line, demand.tier, demand.text
        )  # fmt: skip
