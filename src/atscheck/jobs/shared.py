"""What several postings share, for a resume that is written for a kind of role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from atscheck.jobs import with_alternatives
from atscheck.skills.model import Keyword, Target


@dataclass(frozen=True, slots=True)
class Shared:
    """A keyword of several postings.

    Attributes:
        keyword: as the first of them has it.
        postings: how many postings ask for it.
        demands: how many of these as a must.
    """

    keyword: Keyword
    postings: int
    demands: int


def shared_by(targets: Sequence[Target]) -> tuple[Shared, ...]:
    """The keywords that two or more postings ask for, those of most postings first.

    Alternatives count each for itself: "Java or Kotlin" shares Java with "Java".
    """
    found: dict[str, list[Keyword]] = {}
    for target in targets:
        for keyword in {k.name: k for k in target.keywords}.values():
            found.setdefault(keyword.name, []).append(keyword)
    shared = [
        Shared(keywords[0], len(keywords), sum(k.tier == "must" for k in keywords))
        for keywords in found.values()
        if len(keywords) > 1
    ]
    return tuple(sorted(shared, key=lambda each: (-each.postings, -each.demands)))


def shared_target(targets: Sequence[Target]) -> Target:
    """A target of what the postings share: a must is what more than half of them demand."""
    keywords = tuple(
        replace(
            each.keyword,
            tier="must" if 2 * each.demands > len(targets) else "good",
            weight=1.0,
            text=None,
            line=None,
            wordings=(),
        )
        for each in shared_by(targets)
    )
    title = f"What {len(targets)} postings share"
    names = tuple(target.name for target in targets)
    return Target("pack", title, title, keywords, sources=names)


def joint_target(targets: Sequence[Target]) -> Target:
    """The target for a role that postings describe: the one posting, or what several share."""
    return with_alternatives(targets[0]) if len(targets) == 1 else shared_target(targets)
