"""What a posting asks for besides keywords, gathered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from atscheck.documents.model import Document
from atscheck.jobs.certificates import certificates_of
from atscheck.jobs.clauses import Clause
from atscheck.jobs.degrees import degrees_of
from atscheck.jobs.languages import languages_of
from atscheck.jobs.mentions import Mention
from atscheck.jobs.permits import permits_of
from atscheck.jobs.seniority import seniority_of
from atscheck.jobs.workplaces import mobility_of, workplaces_of
from atscheck.skills.demands import Demand


def demands_of(
    title: str | None, clauses: Sequence[Clause], mentions: Sequence[Mention], document: Document
) -> tuple[Demand, ...]:
    """Each thing asked for once, by kind and then in the posting's order.

    What is demanded at one place and preferred at another is demanded.
    """
    return (
        *_once(seniority_of(title, clauses, document)),
        *_once(degrees_of(clauses, document)),
        *_once(certificates_of(clauses, mentions, document)),
        *_once(languages_of(mentions, document)),
        *_once(workplaces_of(clauses, document)),
        *_once(mobility_of(clauses, document)),
        *_once(permits_of(clauses, document)),
    )


def _once(demands: Iterable[Demand]) -> Iterable[Demand]:
    kept: dict[str, Demand] = {}
    for demand in demands:
        before = kept.get(demand.asked)
        if before is None or (before.tier, demand.tier) == ("good", "must"):
            kept[demand.asked] = demand
    return kept.values()
