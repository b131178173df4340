"""How much each keyword of a posting weighs, beside the others.

A posting does not say how much each word matters to whoever searches, so the weights are judgement,
and they differ little. They come from four things, always the same for the same posting:

- The part: what is demanded outright weighs 1, what duties or an introduction only mention 0.8,
  what would be nice 0.7, and what is only one of the tools in use 0.6. Huntr tells must-haves from
  nice-to-haves too; the score does so again by the tier, so the steps are small.
- The title: half as much again for what it names. Jobscan and SkillSyncer count the title by
  itself, and recruiters search by it.
- Repetition: a quarter more for each further sentence, twice at most. What duties and demands both
  name is the core of the job; but JobQuest weighs how rare a skill is, not how often it stands
  there, and a wordy posting asks for no more than a short one.
- Position: a tenth more for the first item of a part, a tenth less for the last one, evenly
  between. Writers put first what they think of first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from atscheck.jobs.clauses import Clause
from atscheck.jobs.headings import Part

_FIRM = {"must": 1.0, "good": 0.7}
_PARTS: dict[Part, float] = {
    "required": 1.0, "duties": 0.8, "unknown": 0.8, "preferred": 0.7, "stack": 0.6,
}  # fmt: skip
_TITLE = 1.5
_AGAIN, _MOST_AGAIN = 0.25, 2
_FIRST, _LAST = 1.1, 0.9


def weight_of(
    clauses: Sequence[Clause], names: Iterable[str], title: str | None, order: dict[Clause, float]
) -> float:
    """The weight of a keyword.

    Args:
        clauses: those that name it.
        names: what they and the lexicon call it.
        title: the posting's title.
        order: what the position of each clause of the posting makes (`by_position`).
    """
    best = max(_part(clause) * order[clause] for clause in clauses)
    again = min(len(set(clauses)) - 1, _MOST_AGAIN)
    named = title is not None and any(_stands_in(name, title) for name in names)
    return round(best * (1 + _AGAIN * again) * (_TITLE if named else 1), 3)


def _part(clause: Clause) -> float:
    """What the part of a clause makes, or its wording where that says how much it asks."""
    if clause.firm and clause.tier is not None:
        return _FIRM[clause.tier]
    return _PARTS[clause.part]


def by_position(clauses: Iterable[Clause]) -> dict[Clause, float]:
    """What the position of each clause that asks for something makes, within its part."""
    order: dict[Clause, float] = {}
    for _, some in groupby((c for c in clauses if c.tier is not None), key=lambda c: c.part):
        part = list(some)
        step = (_FIRST - _LAST) / max(len(part) - 1, 1)
        first = _FIRST if part[1:] else 1.0
        order.update((clause, first - step * number) for number, clause in enumerate(part))
    return order


def _stands_in(name: str, title: str) -> bool:
    """Whether the title has ``name`` as words of its own; a short one is written the same."""
    case = re.NOFLAG if len(name) < 3 else re.IGNORECASE
    return re.search(rf"(?<![\w&+#.]){re.escape(name)}(?![\w&+#])", title, case) is not None
