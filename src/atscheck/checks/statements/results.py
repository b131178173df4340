"""AC: statements that lack one of the parts of an achievement: the action or what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atscheck.checks import sources
from atscheck.checks.quotes import shortened
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.checks.statements.achievements import (
    asks_for_amounts,
    lacks_amount,
    opens_otherwise,
)
from atscheck.checks.statements.jobs import at_work, told
from atscheck.checks.statements.openings import capital, verb_of, with_verbs
from atscheck.checks.statements.rewrites import is_current
from atscheck.resume.achievements import Achievement, achievement
from atscheck.resume.model import Bullet
from atscheck.resume.words import words

_TOO_SHORT = 4
"""Words under which a line is a label rather than a statement."""


_LABELLED = re.compile(r"[^:]{1,30}:\s")


@rule(
    "AC203",
    Severity.INFO,
    source=sources.XYZ,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Led a team of 5 clerks.\n"
        "- Wrote 12 reports for the board.\n- Trained 30 new colleagues.",
        "EXPERIENCE\nPlant engineer, Example Mills, 2015 - 2018\n- Operated 4 pumps of 30 kW.\n"
        "- Inspected 200 valves a month.\n- Wrote the shift log for 3 crews.\n"
        "- Cut the waste of the paper line by 12 %.",
        "PROJECTS\nFerry planner, 2021\n- Built a planner for 40 ferries.\n"
        "- Imported 2 million rows of tide data.\n- Tested it with 6 captains.",
        "EXPERIENCE\nNurse, Sample Clinic, 2017 - present\n- Look after 24 beds on two wards.\n"
        "- Schedule the shifts of 11 nurses.\n- Order supplies for 3 wards.",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Led a team of 5 that halved the backlog.\n"
        "- Wrote 12 reports, resulting in a new price list.\n- Trained 30 new colleagues.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Led a team of 5 clerks.\n"
        "- Wrote 12 reports for the board.",
        "EXPERIENCE\nShop manager, Sample Books, 2015 - 2018\n- Doubled the sales of maps.\n"
        "- Opened 2 branches so that readers had one in each town.\n- Sold 900 maps a year.\n"
        "- Ordered stock for 3 branches.\n- Counted 4,000 books every month.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Wrote the reports for the board.\n"
        "- Reviewed contracts with suppliers.\n- Designed forms for the front desk.",
    ),
    options={"statements": "statements without a result from which it is told"},
)
def no_result(facts: Facts, *, statements: int = 3) -> Iterator[Hit]:
    """Statements tell what was done but not what came of it.

    A reader wants to know what changed; how large the work was does not say how well it was done.
    Not every line has a result: nothing is said where half of them name one, nor of a line of which
    an amount is asked anyway.
    """
    read = [(b, achievement(b)) for b in at_work(facts)]
    acting = [(b, parts) for b, parts in read if parts.action is not None]
    lacking = [b for b, parts in acting if _lacks_result(b, parts)]
    if 2 * len(lacking) <= len(acting):
        return
    asked = asks_for_amounts(facts)
    left = [b for b in lacking if not (asked and lacks_amount(b))]
    if len(left) >= max(statements, 1):
        first = shortened(left[0].passage.text)
        yield Hit(
            left[0].passage.span(),
            f"{_counted(left)} what was done, not what came of it: {_quoted(left)}",
            "for those that mattered most add the result, as far as you know it: "
            f"{first}, {{what got faster, cheaper, safer or better by it, and for whom?}}",
        )


def _lacks_result(bullet: Bullet, parts: Achievement) -> bool:
    """Whether a statement has an object and no result, and no verb that is a result itself."""
    text, verb = bullet.passage.text, (bullet.verb or "").casefold()
    if parts.object is None or parts.result is not None or len(text.split()) < _TOO_SHORT:
        return False
    if _LABELLED.match(text):
        return False
    tells = verb in words("measures", "changes") or verb in words("measures", "gains")
    return not (tells or opens_otherwise(text))


@rule(
    "AC204",
    Severity.INFO,
    source=sources.DUTIES,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Python development for the billing team.",
        "EXPERIENCE\nFitter, Example Mills, 2015 - 2018\n- Maintenance of the paper line.",
        "EXPERIENCE\nClerk, Sample Bank, 2012 - 2014\n- Preparation and review of loan files.",
        "EXPERIENCE\nSite lead, Acme Build, 2019 - present\n- Daily coordination with suppliers.",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Developed the billing tools in Python.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Responsible for maintenance of the forms.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Two-day outage of the mill: found the leak.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Development: wrote the billing tools.\n"
        "- Planning the shifts of 12 nurses.",
    ),
)
def no_action(facts: Facts) -> Iterator[Hit]:
    """Statements open with a noun where a verb would say what was done.

    "Maintenance of the line" leaves open who did it and whether it was done; a verb in front says
    so, and reads faster.
    """
    found = [(b, name) for b in at_work(facts) if (name := _action_as_noun(b)) is not None]
    if found:
        first, name = found[0]
        current = is_current(facts, first)
        text = first.passage.text
        better = with_verbs(text, current=current)
        verb = verb_of(name, current=current)
        yield Hit(
            first.passage.span(),
            f"{_opens([b for b, _ in found])} with a noun, not a verb: "
            f"{_quoted([b for b, _ in found])}",
            "start with the verb"
            + (f": {better}" if better else f' in place of "{name}": {capital(verb or "")} …'),
        )


_NO_NOUN = "of|for|with|and|in|to|by|as|at|on|after|before|during|while|the|an?|experience"
_WORD = rf"(?!(?:{_NO_NOUN})\b)[\w&/+#-]{{1,30}}"
_NOUN = re.compile(
    rf"(?P<words>(?=[A-Z]){_WORD}(?:\s{_WORD}){{0,2}}?)\s(?:of|for|with|and|in|to)\s\S",
    re.IGNORECASE,
)


def _action_as_noun(bullet: Bullet) -> str | None:
    """The noun for an action that a statement without a verb opens with, else None."""
    text = bullet.passage.text
    if bullet.verb or len(text.split()) < _TOO_SHORT or opens_otherwise(text):
        return None
    long = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _TOO_SHORT]
    title = all(word[0].isupper() for word in long)
    found = None if title or not text[:1].isupper() else _NOUN.match(text)
    name = found["words"].rsplit(" ", 1)[-1].casefold() if found else ""
    if name in words("openings", "unspecific"):
        return None
    return name if verb_of(name, current=True) and verb_of(name, current=False) else None


def _counted(bullets: Sequence[Bullet]) -> str:
    return f"{len(bullets)} statements tell" if len(bullets) > 1 else "one statement tells"


def _opens(bullets: Sequence[Bullet]) -> str:
    return f"{len(bullets)} statements open" if len(bullets) > 1 else "opens"


def _quoted(bullets: Sequence[Bullet]) -> str:
    """The first statements, each once, and how many more there are."""
    return told([f'"{text}"' for text in dict.fromkeys(shortened(b.passage.text) for b in bullets)])
