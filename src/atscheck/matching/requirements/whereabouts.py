"""Where the work is done, and the will to travel or to move.

Only places that both texts name are compared. Whether a person could commute, or would move, is
told as something to check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from atscheck.documents.model import Span
from atscheck.matching.regions import is_within, regions_in
from atscheck.matching.requirements.model import Requirement
from atscheck.resume.model import Resume
from atscheck.resume.places import countries_in
from atscheck.skills.demand_words import any_of
from atscheck.skills.demands import Mobility, Workplace


def compare_workplace(demand: Workplace, resume: Resume) -> Requirement:
    """The same town, or a place in the country asked for, meets it; all else is to check."""
    contact = resume.contact
    if contact.location is None:
        return Requirement.of(demand, "to check", "the resume names no place")
    own, span = contact.location, contact.location_span
    if not demand.places:
        return Requirement.of(demand, "to check", f"{own}; no place is asked for", span)
    if any(_holds(place, own) for place in demand.places):
        return Requirement.of(demand, "met", own, span)
    willing = next(_told("relocation", resume), None)
    ready = f", {willing[0]}" if willing else ""
    return Requirement.of(demand, "to check", f"{own}{ready}", span)


def compare_mobility(demand: Mobility, resume: Resume) -> Requirement:
    """The resume says it, or it is not shown."""
    told = next(_told(demand.what, resume), None)
    if told is None:
        return Requirement.of(demand, "not shown")
    return Requirement.of(demand, "met", *told)


def _holds(place: str, own: str) -> bool:
    """Whether the place asked for is that of the resume, or has it within."""
    town = place.partition(",")[0].strip().casefold()
    regions = regions_in(place)
    names_only_region = [name.casefold() for name, _ in regions] == [_plain(place)]
    if not names_only_region:
        return town in [cell.strip().casefold() for cell in re.split(r"[,()/]", own)]
    countries = countries_in(own)
    return any(is_within(country, code) for country in countries for _, code in regions)


def _plain(place: str) -> str:
    return re.sub(r"^the\s+", "", place.strip().casefold())


def _told(what: str, resume: Resume) -> Iterator[tuple[str, Span]]:
    for passage in resume.passages:
        found = None if passage.hidden else any_of("mobility", what).search(passage.text)
        if found is not None and not _negated(passage.text, found.start()):
            yield found[0], passage.span(*found.span())


def _negated(text: str, at: int) -> bool:
    return re.search(r"\bnot\s+(?:\w+\s+)?$", text[max(0, at - 30) : at], re.IGNORECASE) is not None
