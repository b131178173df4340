"""The job's title, and the seniority that titles tell."""

from __future__ import annotations

import datetime as dt
import re

from atscheck.documents.model import Span
from atscheck.matching.ranks import ranks_in
from atscheck.matching.requirements.experience import told, worked_months
from atscheck.matching.requirements.model import Outcome, Requirement
from atscheck.resume.model import Resume
from atscheck.resume.words import words
from atscheck.skills.demands import RANKS, Seniority


def compare_title(title: str, resume: Resume) -> Requirement:
    """The same words in a job's title meet the posting's, a part of them is part of it."""
    wanted = title_words(title)
    best: tuple[int, str, Span | None] = (0, "", None)
    for position in resume.positions:
        shared = len(wanted & title_words(position.title or ""))
        if position.title and shared > best[0]:
            best = shared, position.title, position.title_span
    shared, shown, span = best
    outcome: Outcome = "met" if wanted and shared == len(wanted) else "partly"
    if 2 * shared < len(wanted) or not shared:
        return Requirement("title", title, "not shown")
    return Requirement("title", title, outcome, shown, span)


def titled(title: str, resume: Resume) -> bool:
    """Whether a job's title is the posting's, or has half of its words."""
    return compare_title(title, resume).outcome != "not shown"


def stands_in(title: str, resume: Resume) -> bool:
    """Whether most of a title's words stand in one shown passage, or half of them in a short one.

    Short ones are headlines: the line below the name, the names of jobs.
    """
    wanted = title_words(title)
    for passage in resume.passages:
        shared = 0 if passage.hidden else 2 * len(wanted & title_words(passage.text))
        headline = len(passage.text.split()) <= _HEADLINE
        if shared > len(wanted) or (shared and headline and shared == len(wanted)):
            return True
    return False


_HEADLINE = 8
"""The most words of a headline."""


def title_words(title: str) -> frozenset[str]:
    """The words of a title without those of seniority, place or kind of contract."""
    names = re.findall(r"[\w+#.]*[\w+#]", re.sub(r"\([^()]*\)", " ", title.casefold()))
    return frozenset(names) - words("postings", "ranks")


def compare_seniority(demand: Seniority, resume: Resume, as_of: dt.date) -> Requirement:
    """A title of the rank or above meets it, one of the rank below is part of it.

    Most titles tell no rank, and employers mean different things by the same one: without one in
    the resume it is for a person to check, with the years of work beside it.
    """
    lowest = RANKS.index(demand.ranks[0])
    held = [
        (RANKS.index(rank), position)
        for position in resume.positions
        for rank in ranks_in(position.title or "")
    ]
    rank, position = max(held, key=lambda each: each[0], default=(-1, None))
    if position is not None:
        # Whoever is past the entry has been there.
        outcome: Outcome = "met" if rank >= lowest else "partly"
        if rank < lowest - 1:
            outcome = "not shown"
        shown = position.title or ""
        return Requirement.of(demand, outcome, shown, position.title_span)
    months = worked_months(resume, as_of)
    worked = f"; {told(months, len(resume.positions))}" if months else ""
    return Requirement.of(demand, "to check", f"no title tells a rank{worked}")
