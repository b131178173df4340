"""The permission to work: the resume says it, or it is not shown.

It is never inferred: not from a nationality, a name, a place, a school or a language. None of them
tells where a person may work, and all of them tell what is no employer's business.
"""

from __future__ import annotations

from collections.abc import Iterator

from atscheck.documents.model import Span
from atscheck.matching.regions import regions_in
from atscheck.matching.requirements.model import Requirement
from atscheck.resume.model import Resume
from atscheck.skills.demand_words import any_of
from atscheck.skills.demands import Permit

_REACH = 40
"""The most characters between a permit and what says that it is not there yet."""


def compare_permit(demand: Permit, resume: Resume) -> Requirement:
    """A permit for the same regions meets it; one for others, or for none named, is to check."""
    told = [*_told(resume)]
    if not told:
        return Requirement.of(demand, "not shown")
    wanted = _codes(", ".join(demand.regions))
    same = [(text, span) for text, span in told if _codes(text) == wanted]
    text, span = (same or told)[0]
    return Requirement.of(demand, "met" if same else "to check", text, span)


def _codes(text: str) -> frozenset[str]:
    return frozenset(code for _, code in regions_in(text))


def _told(resume: Resume) -> Iterator[tuple[str, Span]]:
    """The passages that say that the person may work somewhere."""
    for passage in resume.passages:
        text = passage.text
        if passage.hidden or not 0 < len(text) <= 400:
            continue
        unneeded = any_of("permits", "unneeded").search(text)
        named = any_of("permits", "names").search(text)
        if unneeded is not None:
            yield text, passage.span()
        elif named is not None:
            doubted = any_of("permits", "doubted").fullmatch(named[0]) is not None
            personal = passage.section in ("contact", "personal", "summary")
            if doubted and not personal and not regions_in(text):
                continue
            around = text[max(0, named.start() - _REACH) : named.end() + _REACH]
            if not any_of("permits", "lacking").search(around):
                yield text, passage.span()
