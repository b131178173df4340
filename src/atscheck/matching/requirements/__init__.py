"""Whether a resume shows what a posting asks for besides keywords.

Each requirement is compared with what the resume says in so many words. Nothing is inferred about
the person, and nothing is decided: "not shown" speaks of the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from atscheck.matching.model import Match
from atscheck.matching.requirements.certificates import compare_certificate
from atscheck.matching.requirements.experience import compare_years
from atscheck.matching.requirements.languages import compare_language
from atscheck.matching.requirements.model import Outcome, Requirement
from atscheck.matching.requirements.permits import compare_permit
from atscheck.matching.requirements.studies import compare_degree
from atscheck.matching.requirements.titles import (
    compare_seniority,
    compare_title,
    stands_in,
    titled,
)
from atscheck.matching.requirements.whereabouts import compare_mobility, compare_workplace
from atscheck.resume.model import Resume
from atscheck.skills.demands import (
    Certificate,
    Degree,
    Demand,
    Language,
    Mobility,
    Permit,
    Requirements,
    Seniority,
    Workplace,
)

__all__ = ["Outcome", "Requirement", "compared", "stands_in", "titled"]


def compared(
    asked: Requirements, resume: Resume, matches: Sequence[Match], as_of: dt.date
) -> Iterator[Requirement]:
    """Each requirement of a posting with what ``resume`` shows of it, "present" being ``as_of``."""
    if asked.title:
        yield compare_title(asked.title, resume)
    for years in asked.years:
        yield compare_years(years, resume, matches, as_of)
    for demand in asked.demands:
        yield _compare(demand, resume, matches, as_of)


def _compare(
    demand: Demand, resume: Resume, matches: Sequence[Match], as_of: dt.date
) -> Requirement:
    match demand:
        case Seniority():
            return compare_seniority(demand, resume, as_of)
        case Degree():
            return compare_degree(demand, resume, as_of)
        case Certificate():
            return compare_certificate(demand, resume, matches)
        case Language():
            return compare_language(demand, resume)
        case Workplace():
            return compare_workplace(demand, resume)
        case Mobility():
            return compare_mobility(demand, resume)
        case Permit():
            return compare_permit(demand, resume)
    raise TypeError(f"no way to compare {demand!r}")
