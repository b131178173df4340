"""AC: achievements and statements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.openings import base, choices, opening, question, restated, shortened
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.resume.model import Bullet, SectionKind

_ENOUGH = 0.5
"""The share of statements with an amount above which none is asked for. Judgement: not every line
has an outcome to count, and guides warn of forcing one."""

_FEW, _STATEMENTS = 1 / 3, 6
"""Too few amounts: under a third of at least six statements (rules.md)."""


_WORK: frozenset[SectionKind] = frozenset(["experience", "projects", "research", "volunteering"])
"""Sections whose statements say what was done; a list of prizes or a profile is read otherwise."""


def _at_work(facts: Facts) -> Iterator[Bullet]:
    return (b for b in facts.resume.bullets if b.passage.section in _WORK)


def _share(facts: Facts) -> float:
    bullets = facts.resume.bullets
    return sum(b.quantified for b in bullets) / len(bullets) if bullets else 1.0


@rule(
    "AC101",
    Severity.INFO,
    source=sources.XYZ,
    bad=("EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Reduced the time of the nightly build.",),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Cut the nightly build from 3 h to 40 min.",
    ),
)
def bullet_without_number(facts: Facts) -> Iterator[Hit]:
    """Statement names no amount.

    An amount lets the reader judge an achievement ("accomplished X, as measured by Y, by doing Z").
    Not every line has one: nothing is asked for where half of the statements name an amount.
    """
    if _share(facts) >= _ENOUGH:
        return
    for bullet in _at_work(facts):
        if not bullet.quantified and bullet.verb:
            text = shortened(bullet.passage.text)
            yield Hit(
                bullet.passage.span(),
                f'names no amount: "{text}"',
                f"where you know it, add the amount: {text}, {{{question(bullet.verb)}}}",
            )


@rule(
    "AC102",
    Severity.WARNING,
    source=sources.XYZ,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Built the data pipeline of the sales team.\n"
        "- Wrote the reports for the board.\n- Trained new colleagues.\n- Designed dashboards.\n"
        "- Automated the monthly close.\n- Reviewed code of the team.",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Built a pipeline for 12 sales teams.\n"
        "- Wrote the reports for the board.\n- Trained 5 colleagues.\n- Designed dashboards.\n"
        "- Automated the close, saving 3 days a month.\n- Reviewed code of the team.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Trained new colleagues.",
    ),
)
def too_few_quantified(facts: Facts) -> Iterator[Hit]:
    """Fewer than a third of at least six statements name an amount.

    Results that can be counted are what readers remember and compare; without them achievements
    read like a list of duties.
    """
    bullets = facts.resume.bullets
    if len(bullets) >= _STATEMENTS and _share(facts) < _FEW:
        quantified = sum(b.quantified for b in bullets)
        yield Hit(
            None,
            f"{quantified or 'none'} of {len(bullets)} statements names an amount"
            if quantified < 2
            else f"{quantified} of {len(bullets)} statements name an amount",
            "for your most important statements ask: how many, how much, how often, how fast, "
            "compared with what?",
        )


@rule(
    "AC201",
    Severity.WARNING,
    source=sources.DUTIES,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Responsible for managing the data team.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - present\n- Was responsible for the data pipeline.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Duties included planning of all shifts.",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Managed the data team of 5 people.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Named who was responsible for each table.",
    ),
)
def duty_instead_of_achievement(facts: Facts) -> Iterator[Hit]:
    """Statement opens with a duty, not with what was done.

    From a duty a reader cannot tell whether it was done, how, or how well; a verb says so in fewer
    words.
    """
    for bullet in _at_work(facts):
        phrase = opening(bullet.passage.text, "duties")
        if phrase is None:
            continue
        yield Hit(
            bullet.passage.span(),
            f'opens with a duty: "{shortened(bullet.passage.text)}"',
            _stronger(facts, bullet, phrase),
        )


def _stronger(facts: Facts, bullet: Bullet, phrase: re.Match[str]) -> str:
    """The same statement with the verb first, and a slot for the amount where none is named."""
    text = bullet.passage.text
    verb_first = restated(text, phrase, current=_is_current(facts, bullet))
    slot = (
        "" if bullet.quantified else f", {{{question((verb_first or '').split(' ')[0] or None)}}}"
    )
    if verb_first is not None:
        return f"start with what you did: {verb_first}{slot}"
    rest = shortened(text[phrase.end() :])
    return (
        f"start with what you did ({choices('choices')}, whichever is true): {{verb}} {rest}{slot}"
    )


def _is_current(facts: Facts, bullet: Bullet) -> bool:
    """Whether the job that the statement stands under lasts; by the last job above it."""
    start = bullet.passage.span().start
    above = [p for p in facts.resume.positions if p.span.start <= start]
    return bool(above) and above[-1].current


@rule(
    "AC202",
    Severity.INFO,
    source=sources.DUTIES,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Helped with the move to the cloud.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Worked on the search index.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Was involved in hiring.",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Wrote the plan for the move to the cloud.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Built tools that helped 20 editors.",
    ),
)
def weak_opening(facts: Facts) -> Iterator[Hit]:
    """Statement opens with words that leave open what was done.

    "Helped with" and "worked on" hide the writer's own part, which is what the reader looks for.
    """
    for bullet in _at_work(facts):
        text = bullet.passage.text
        phrase = opening(text, "weak")
        if phrase is None:
            continue
        rest = shortened(text[phrase.end() :])
        first = rest.split(" ", 1)[0]
        to = "to" if base(first) == first else "for"
        yield Hit(
            bullet.passage.span(),
            f'opens weakly: "{phrase[0].strip()} {rest}"',
            f"name your own part, its verb first ({choices('parts')}, whichever is true): "
            f"{{verb}} {{your part}} {to} {rest}",
        )


# "I", "my" and the like as words: not "Phase I", "I/O", "A.I." or "Engineer I".
_FIRST_PERSON = re.compile(
    r"(?<![\w./&-])(?:I(?=\s+[a-z])|I'(?:m|ve|ll|d)(?!\w)|(?:[Mm]y|[Mm]yself|me)(?![\w/.-]))"
)
_ROMAN = re.compile(
    r"(?:phase|part|level|grade|class|type|tier|stage|section|engineer|analyst|developer|"
    r"volume|chapter|unit|semester|year|tech|technician|manager|specialist)[\s-]+$",
    re.IGNORECASE,
)
_ABOUT: frozenset[SectionKind] = frozenset(["summary", "objective"])
"""Sections about the writer, in which many guides allow the first person."""


@rule(
    "AC301",
    Severity.INFO,
    source=sources.FIRST_PERSON,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- I built the search index for 40 sites.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Presented my results to 40 managers.",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Built the I/O layer in phase I and II.",
        "DECLARATION\nI declare that the above is true to the best of my knowledge.",
    ),
    most=3,
)
def first_person(facts: Facts) -> Iterator[Hit]:
    """Statement speaks in the first person.

    A resume's statements are about the writer anyway; by custom they start with the verb.
    """
    for bullet in facts.resume.bullets:
        text = bullet.passage.text
        if bullet.passage.section in _ABOUT:
            continue
        found = next(
            (m for m in _FIRST_PERSON.finditer(text) if not _ROMAN.search(text[: m.start()])), None
        )
        if found is not None:
            yield Hit(
                bullet.passage.span(),
                f'speaks in the first person ("{found[0]}"): "{shortened(text)}"',
                f'leave out "{found[0]}" and start with the verb',
            )
