"""AC: how many statements a job has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atscheck.checks import sources
from atscheck.checks.dates.gaps import now
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.checks.statements.forms import opens_with_verb
from atscheck.checks.statements.jobs import by_job, named, told
from atscheck.resume.model import Passage, Position

_TASKS = (
    "Built tables", "Wrote reports", "Trained clerks", "Cut costs", "Drew maps", "Ran surveys",
    "Led tours", "Sold tickets", "Fixed pumps", "Mended nets", "Baked bread", "Planned trips",
)  # fmt: skip


def _listed(count: int, head: str = "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022") -> str:
    lines = (f"- {task} for {count} towns around the lake." for task in _TASKS[:count])
    return "\n".join((head, *lines))


@rule(
    "AC403",
    Severity.INFO,
    source=sources.STATEMENTS_PER_JOB,
    bad=(
        _listed(9),
        _listed(12, "EXPERIENCE\nCook, Acme Inn, 2019 - present"),
        f"{_listed(3)}\nClerk, Beta Inc, 2015 - 2018\n" + "- Sorted the post of 12 towns.\n" * 9,
        _listed(10, "WORK HISTORY\nLake Garden Ltd, Leeds\nGuide, 03/2019 - 04/2022"),
    ),
    good=(
        _listed(8),
        _listed(6) + "\nClerk, Beta Inc, 2015 - 2018\n" + "- Sorted the post of 12 towns.\n" * 6,
        _listed(7) + "\n\nEDUCATION\n" + "- Course of 2019 in the towns.\n" * 5,
        "SKILLS\n" + "- Sorting the post of 12 towns\n" * 12,
    ),
    options={"statements": "statements of a job that are not too many"},
)
def too_many_bullets(facts: Facts, *, statements: int = 8) -> Iterator[Hit]:
    """Job has more than eight statements.

    The best ones are lost among many. Guides name three to six for a job, fewer for an old one;
    the limit here is wider, as jobs differ.
    """
    counts = [(p, len(_statements(own))) for p, own in facts.once(by_job) if not _is_divided(own)]
    many = [(p, count) for p, count in counts if count > statements]
    if many:
        yield Hit(
            many[0][0].span,
            f"more than {statements} statements: "
            + told([f"{named(p)} ({count})" for p, count in many]),
            "put the strongest first, join those on the same work, and leave out what the job's "
            "title says already",
        )


def _statements(passages: Sequence[Passage]) -> list[Passage]:
    return [p for p in passages if p.kind == "bullet"]


def _is_divided(passages: Sequence[Passage]) -> bool:
    """Whether statements stand in several groups, each with a head of its own."""
    kinds = [p.kind for p in passages]
    if "bullet" not in kinds:
        return False
    return any(k in ("title", "heading", "field") for k in kinds[kinds.index("bullet") :])


@rule(
    "AC404",
    Severity.INFO,
    source=sources.STATEMENTS_PER_JOB,
    bad=(
        _listed(1, "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2021 - present"),
        _listed(1, "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2021 - Oct 2025"),
        _listed(1, "EXPERIENCE\nCook, Acme Inn, 2020 - 2025")
        + "\nCook, Beta Inn, 2015 - 2019\n- Baked bread for 40 guests.\n- Trained 4 new cooks.",
        "EXPERIENCE\nGuide at Lake Garden Ltd\n03/2019 - present\n- Led tours of the garden.",
    ),
    good=(
        _listed(2, "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2021 - present"),
        _listed(1, "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2010 - Oct 2014"),
        _listed(1, "EXPERIENCE\nAnalyst, Acme Ltd, Jun 2025 - present"),
        "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2021 - present\nLed the team who plan the "
        "trips around\nthe lake, and wrote the guide to its towns.\n"
        "- Cut the costs of a trip by 12%.",
    ),
    options={
        "months": "months from which a job is long",
        "ago": "months since its end in which a job is recent",
    },
)
def too_few_bullets(facts: Facts, *, months: int = 24, ago: int = 24) -> Iterator[Hit]:
    """Recent job of two years or more has one statement alone.

    Readers look at the last jobs first, and judge from what is told of them what was done there.
    """
    few = [p for p, own in facts.once(by_job) if _is_bare(own) and _is_due(facts, p, months, ago)]
    if few:
        yield Hit(
            few[0].span,
            f"one statement on a long and recent job: {told([named(p) for p in few])}",
            "add two or three statements, each on something that you did and what came of it",
        )


_TOLD = 25
"""Words of a single statement that tells as much as several."""


def _is_bare(passages: Sequence[Passage]) -> bool:
    """Whether all that is said of a job is one statement."""
    said = [p for p in passages if p.kind not in ("title", "heading")]
    if [p.kind for p in said] != ["bullet"]:
        return False
    return opens_with_verb(said[0].text) and len(said[0].text.split()) < _TOLD


# A job that lasts names one year; where two stand in its line, its end was not read.
_YEAR = re.compile(r"(?:19|20)\d\d")


def _is_due(facts: Facts, position: Position, months: int, ago: int) -> bool:
    """Whether the job is a long and recent one, however its dates are read."""
    if position.start is None or (position.end is None and not position.current):
        return False
    if position.current and len(_YEAR.findall(facts.document.quote(position.span))) > 1:
        return False
    end = now(facts) if position.end is None else position.end.first_month
    return end - position.start.last_month >= months and now(facts) - end <= ago


_WALL = (
    "Planned the trips around the lake for 12 towns and their schools. Wrote\n"
    "the guide to all of them with a friend who draws maps. Led the tours of\n"
    "the garden each Sunday, sold the tickets and kept the books of the club.\n"
    "Trained the clerks who took over the tours in the second year, and mended\n"
    "the boats that are lent to guests. Ran a survey among the guests and drew\n"
    "up the plan for the next summer."
)


@rule(
    "AC405",
    Severity.INFO,
    source=sources.PARAGRAPHS,
    bad=(
        f"EXPERIENCE\nGuide, Acme Ltd, 2019 - 2022\n{_WALL}",
        f"EXPERIENCE\nGuide, Acme Ltd, 2019 - present\nGuide to the lake.\n\n{_WALL}",
        f"{_listed(3)}\nGuide, Beta Inc, 2015 - 2018\n{_WALL}",
        f"PROFESSIONAL EXPERIENCE\nLake Garden Ltd, Leeds\nGuide, 03/2019 - 04/2022\n{_WALL}",
    ),
    good=(
        f"EXPERIENCE\nGuide, Acme Ltd, 2019 - 2022\n{_WALL[:190]}",
        f"EXPERIENCE\nGuide, Acme Ltd, 2019 - 2022\n{_WALL}\n- Sold 900 tickets.\n- Cut costs.",
        f"SUMMARY\n{_WALL}",
        "EXPERIENCE\nGuide, Acme Ltd, 2019 - 2022\n" + "- " + _WALL.replace(". ", ".\n- "),
    ),
    options={"words": "words of a job's text that need no bullets"},
)
def no_bullets(facts: Facts, *, words: int = 60) -> Iterator[Hit]:
    """Job is told in a paragraph of over sixty words without bullets.

    A reader who skims finds the single things that were done in a list, not in a block of text.
    """
    walls = [(p, own) for p, own in facts.once(by_job) if _is_wall(own, words)]
    if walls:
        yield Hit(
            walls[0][0].span,
            f"told in paragraphs without bullets: {told([named(p) for p, _ in walls])}",
            "make a list of it: a bullet for each thing that you did, the verb first",
        )


def _is_wall(passages: Sequence[Passage], words: int) -> bool:
    """Whether a job's text is long and in paragraphs, and nothing of it a list.

    A line that ends with a full stop ends a passage: the few that a paragraph makes are added up.
    Many passages are statements without marks, one to a line.
    """
    told_in = {p.kind for p in passages}
    lengths = [len(p.text.split()) for p in passages if p.kind == "sentence"]
    total = sum(lengths) if len(lengths) <= _PARAGRAPHS else max(lengths)
    return total > words and not told_in & {"bullet", "list"}


_PARAGRAPHS = 3
