"""AC: a verb that opens many statements."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.checks.statements.forms import opens_with_verb
from atscheck.checks.statements.jobs import at_work, beginning, told
from atscheck.checks.statements.openings import base, is_attendance, opening, past
from atscheck.data import load_words
from atscheck.resume.model import Bullet


@cache
def _synonyms() -> dict[str, list[str]]:
    return dict(load_words("synonyms")["verbs"])


def _job(*lines: str) -> str:
    return "\n- ".join(("EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022", *lines))


_DEVELOPED = (
    "Developed a planner for 12 gardens.",
    "Developed maps of 3 lakes.",
    "Developed the site of 40 towns.",
    "Developed tools for 5 schools.",
)


@rule(
    "AC304",
    Severity.INFO,
    source=sources.REPEATED_VERBS,
    bad=(
        _job(*_DEVELOPED),
        _job(*_DEVELOPED, "Wrote 3 guides.", "Led 12 clerks.", "Sold 900 tickets."),
        _job("Manage 12 clerks.", "Managed 3 inns.", "Managing 40 tours.", "Managed 5 sites."),
        _job("Audited 12 towns.", "Audited 3 inns.", "Audited 5 sites.", "Audited 40 clubs."),
    ),
    good=(
        _job(*_DEVELOPED[:3], "Wrote 3 guides.", "Led 12 clerks.", "Sold 900 tickets."),
        _job(*_DEVELOPED, *(f"{v} 3 towns." for v in _synonyms()["manage"]),
             *(f"{v.title()} 12 inns." for v in _synonyms()["prepare"]),
             *(f"{v.title()} 40 maps." for v in _synonyms()["review"]),
             *(f"{v.title()} 7 guides." for v in _synonyms()["test"])),
        _job("Designed 12 sites.", "Built 3 planners.", "Developed 5 maps.", "Wrote 7 guides."),
        "SKILLS\n- Developing maps\n- Developing sites\n- Developing tools\n- Developing guides",
    ),
    most=3,
    options={
        "times": "statements from which a verb opens many",
        "percent": "share of the statements, in percent, that is not yet many",
    },
)  # fmt: skip
def repeated_opening(facts: Facts, *, times: int = 4, percent: int = 20) -> Iterator[Hit]:
    """The same verb opens four statements or more, and over a fifth of them.

    Down the left side of a page one verb again and again reads like one task; an exacter verb
    tells what was different each time.
    """
    opened: dict[str, list[Bullet]] = {}
    statements = at_work(facts)
    for bullet in statements:
        name = _opening_verb(bullet)
        if name:
            opened.setdefault(name, []).append(bullet)
    for name, bullets in sorted(opened.items(), key=lambda item: -len(item[1])):
        if len(bullets) >= times and 100 * len(bullets) > percent * len(statements):
            yield Hit(
                bullets[0].passage.span(),
                f'"{(bullets[0].verb or name).capitalize()}" opens {len(bullets)} of '
                f"{len(statements)} statements: "
                + told([beginning(b.passage.text) for b in bullets]),
                _others(name, bullets),
            )


def _opening_verb(bullet: Bullet) -> str | None:
    """The base form of the verb in front; None where another rule finds the opening weak."""
    text, verb = bullet.passage.text, bullet.verb
    if verb is None or not text.startswith(verb) or not opens_with_verb(text):
        return None
    weak = is_attendance(text) or any(opening(text, key) for key in ("duties", "weak", "jobs"))
    return None if weak else base(verb)


def _others(name: str, bullets: list[Bullet]) -> str:
    """What else the statements could open with, in the form that most of them have."""
    verbs = _synonyms().get(name)
    if not verbs:
        return "say in some of them more exactly what you did, or join those on the same work"
    in_past = sum((b.verb or "").casefold() == past(name) for b in bullets)
    if 2 * in_past >= len(bullets):
        verbs = [_past(verb) for verb in verbs]
    return f"where it is as true, say it more exactly: {', '.join(v.capitalize() for v in verbs)}"


def _past(verb: str) -> str:
    """The past form of a verb and what goes with it ("carried out")."""
    name, _, rest = verb.partition(" ")
    return f"{past(name) or name} {rest}".strip()
