"""AC: how long a statement is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.checks.statements.forms import opens_with_verb
from atscheck.checks.statements.jobs import at_work, beginning, told
from atscheck.checks.statements.openings import is_attendance, opening
from atscheck.resume.model import Bullet

_JOB = "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n"
_LONG = (
    "Built a planner for the gardens of the 12 towns around the lake, with\n"
    "  maps of all beds, a list of the plants, the days on which they are\n"
    "  watered, the names of those who do it, and a table of what it costs"
)
_FULL = 9
"""Words of a line that is not a narrow column's."""


@rule(
    "AC401",
    Severity.INFO,
    source=sources.STATEMENT_LENGTH,
    bad=(
        f"{_JOB}- {_LONG}.",
        f"{_JOB}- Built tools.\n- {_LONG}\n  each year.",
        f"PROJECTS\nGarden planner\n- {_LONG},\n  and of what it earned.",
        f"{_JOB}- Wrote the plan of all the shifts for the 40 cooks\n"
        "  of the 3 inns at the lake and the 2 in the town,\n"
        "  with the help of the 5 heads of their 5 kitchens",
    ),
    good=(
        f"{_JOB}- Built a planner for the gardens of 12 towns, with maps of\n"
        "  all beds, a list of the plants, and the days on which they are watered.",
        f"SUMMARY\n- {_LONG}.",
        f"{_JOB}- Wrote the plan of all the shifts for the 40 cooks\n"
        "  of the 3 inns at the lake and the 2 in the town.",
        f"{_JOB}- Wrote the plan\n  of the shifts\n  for 40 cooks.",
    ),
    options={
        "words": "words of a statement that is not too long",
        "lines": "full lines of a statement that is not too long",
    },
)
def statement_too_long(facts: Facts, *, words: int = 35, lines: int = 2) -> Iterator[Hit]:
    """Statements of over 35 words, or over two lines.

    Resumes are skimmed: of a long statement a reader sees the beginning. The length that guides
    name is a judgement, and a line or two of one long statement cost nothing.
    """
    long = [b for b in facts.once(_marked) if _is_long(b, words, lines)]
    if long:
        named = [f"{beginning(b.passage.text)} ({_count(b)} words)" for b in long]
        yield Hit(
            long[0].passage.span(),
            f"{_statements(len(long))} over {words} words or {lines} lines: {told(named)}",
            "keep what you did and what came of it; leave out the rest, or make two statements of "
            "one that tells of two things",
        )


def _marked(facts: Facts) -> list[Bullet]:
    heads = [p.span for p in facts.resume.positions]
    return [
        b
        for b in at_work(facts)
        if b.passage.kind == "bullet" and not any(b.passage.span().overlaps(h) for h in heads)
    ]


def _count(bullet: Bullet) -> int:
    return sum(any(c.isalnum() for c in word) for word in bullet.passage.text.split())


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATED = 2
"""Years in a text from which it may be a job's head, run together with what follows."""


def _is_long(bullet: Bullet, words: int, lines: int) -> bool:
    """Whether a statement is long; dates make it a job's head."""
    first, last = bullet.passage.lines
    count, height = _count(bullet), last - first + 1
    long = count > words or (height > lines and count > _FULL * height)
    return long and len(_YEAR.findall(bullet.passage.text)) < _DATED


def _statements(count: int) -> str:
    return "one statement is" if count == 1 else f"{count} statements are"


@rule(
    "AC402",
    Severity.INFO,
    source=sources.STATEMENTS,
    bad=(
        f"{_JOB}- Maintained databases.",
        f"{_JOB}- Wrote weekly reports.\n- Cut the time of the close from 9 days to 4.",
        "EXPERIENCE\nCook, Acme Inn, 2019 - present\n- Prepare cold dishes.",
        "VOLUNTEERING\nHelper, Lake Garden Club, 2019 - 2022\n- Watered the beds.",
    ),
    good=(
        f"{_JOB}- Maintained 12 databases.",
        f"{_JOB}- Maintained databases of all the sales teams.",
        f"{_JOB}- Databases: MySQL, Oracle\n- Welding tools\n- Cut the close from 9 days to 4.",
        "SKILLS\n- Maintaining databases\n- Write reports",
    ),
    options={"words": "words of a statement that is not too short"},
)
def statement_too_short(facts: Facts, *, words: int = 5) -> Iterator[Hit]:
    """Statements of under five words that name no amount.

    So few words tell what was worked on, but not for whom, how or with what result. Labels, lists
    and names of skills are none.
    """
    short = [b for b in facts.once(_marked) if _is_short(b, words)]
    if short:
        yield Hit(
            short[0].passage.span(),
            f"{_statements(len(short))} under {words} words: "
            + told([beginning(b.passage.text) for b in short]),
            "say for whom, how or with what result, or join them with a statement on the same work",
        )


def _is_short(bullet: Bullet, words: int) -> bool:
    """Whether a statement says too little; a label or a list of things opens with no verb."""
    text = bullet.passage.text
    if bullet.quantified or not 1 < _count(bullet) < words or ":" in text or "," in text:
        return False
    told_otherwise = is_attendance(text) or any(
        opening(text, k) for k in ("duties", "weak", "jobs")
    )
    return opens_with_verb(text) and not told_otherwise
