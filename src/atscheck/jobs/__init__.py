"""Job postings: the parts of a posting, and the target that it makes.

It stands above matching, not beside packs, because it finds terms with the same matcher.
"""

from __future__ import annotations

from dataclasses import replace

from atscheck.documents.model import Document
from atscheck.errors import TargetError
from atscheck.jobs.alternatives import options_of
from atscheck.jobs.clauses import read_clauses
from atscheck.jobs.keywords import keywords_of
from atscheck.jobs.mentions import find_mentions
from atscheck.jobs.requirements import demands_of
from atscheck.jobs.titles import title_of
from atscheck.jobs.years import years_of
from atscheck.resume.language import language_of
from atscheck.skills.demands import Requirements
from atscheck.skills.model import Keyword, Target

__all__ = ["read_job", "with_alternatives"]


def read_job(document: Document) -> Target:
    """What the posting in ``document`` asks for.

    Raises:
        TargetError: if no keyword is found in it.
    """
    clauses = read_clauses(document)
    mentions = find_mentions(clauses, document)
    tiered = any(clause.firm for clause in clauses)
    title = title_of(document)
    keywords = keywords_of(mentions, clauses, title, document, tiered=tiered)
    if not keywords:
        raise TargetError(
            f"{document.path}: no skill that atscheck knows is asked for in this text",
            "check that it is the posting itself, or write a pack of your own",
        )
    requirements = Requirements(
        title=title,
        years=years_of(clauses, mentions, document),
        any_of=options_of(mentions, clauses, document),
        untiered=not tiered,
        demands=demands_of(title, clauses, mentions, document),
    )
    language = language_of(document.text)
    return Target(
        "job",
        document.path,
        title or document.path,
        keywords,
        language=language.code if language and language.code else "en",
        requirements=requirements,
    )


def with_alternatives(target: Target) -> Target:
    """``target`` with each group of alternatives as one keyword that any of them meets.

    It stands where the first of them stood, and is a must if one of them is.
    """
    groups = target.requirements.any_of if target.requirements else ()
    group_of = {name: group for group in groups for name in group}
    by_name = {keyword.name: keyword for keyword in target.keywords}
    keywords: dict[str, Keyword] = {}
    for keyword in target.keywords:
        group = group_of.get(keyword.name)
        if group is None:
            keywords[keyword.name] = keyword
        elif (joined := " | ".join(group)) not in keywords:
            members = [by_name[name] for name in group]
            keywords[joined] = replace(
                keyword,
                name=joined,
                terms=tuple(term for member in members for term in member.terms),
                tier="must" if any(m.tier == "must" for m in members) else "good",
                weight=max(m.weight for m in members),
                wordings=tuple(wording for member in members for wording in member.wordings),
            )
    return replace(target, keywords=tuple(keywords.values()))
