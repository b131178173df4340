"""AC: achievements and statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from atscheck.checks import sources
from atscheck.checks.quotes import shortened
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.checks.statements.jobs import at_work
from atscheck.checks.statements.openings import base, is_attendance, opening
from atscheck.checks.statements.questions import question
from atscheck.checks.statements.rewrites import with_own_part, without_duty
from atscheck.checks.statements.vague import vague
from atscheck.checks.statements.worked_in import worked_in
from atscheck.resume.model import Bullet

_ENOUGH = 0.5
"""The share of statements with an amount above which none is asked for. Judgement: not every line
has an outcome to count, and guides warn of forcing one."""


def asks_for_amounts(facts: Facts) -> bool:
    """Whether so few statements name an amount that one is asked of those without."""
    return _share(facts) < _ENOUGH


def _share(facts: Facts) -> float:
    bullets = at_work(facts)
    return sum(b.quantified for b in bullets) / len(bullets) if bullets else 1.0


_TOO_SHORT = 3
"""Words under which a line is a label rather than a statement."""
# A field and its value ("Time period: 3 months"), where the field's first word may be a verb.
_FIELD = re.compile(r"(?P<first>[^\W\d_]+)[^:\t.]{0,30}(?::|\t)")
# What only introduces the lines below it ("Responsible for the following tasks:").
_LEADS_IN = re.compile(r"(?:the\s+|my\s+)?(?:following|below)\b(?:\s+\w+){0,3}\W*$", re.IGNORECASE)


def lacks_amount(bullet: Bullet) -> bool:
    """Whether an amount is missing, and no other suggestion asks for it.

    None is missing in the name of a job or an event, nor in a field or the few words of a label.
    """
    text = bullet.passage.text
    if bullet.quantified or not bullet.verb or len(text.split()) < _TOO_SHORT:
        return False
    return not (opens_otherwise(text) or _is_field(text) or _is_name(text))


def _is_name(text: str) -> bool:
    """Whether each word has a capital, as those of a firm or a course ("United Example Co.")."""
    return all(word[0].isupper() or not word[0].isalpha() for word in text.split())


def _is_field(text: str) -> bool:
    found = _FIELD.match(text)
    return found is not None and base(found["first"]) in (None, found["first"].casefold())


def opens_otherwise(text: str) -> bool:
    """Whether a statement opens with a duty, weakly, or with a job or an event that is named."""
    return is_attendance(text) or any(opening(text, key) for key in _OTHERWISE)


def _keywords(facts: Facts) -> Mapping[int, str]:
    """The missing keywords that the weak statements support, by the statement's place."""
    asked = asks_for_amounts(facts)
    return worked_in(facts, (b for b in at_work(facts) if _is_weak(b, asked=asked)))


def _is_weak(bullet: Bullet, *, asked: bool) -> bool:
    text = bullet.passage.text
    duty = opening(text, "duties") is not None
    weak = opening(text, "weak") is not None and not is_attendance(text)
    return duty or weak or (asked and lacks_amount(bullet))


def _advice(bullet: Bullet, better: str, keywords: Mapping[int, str]) -> str:
    return better + keywords.get(bullet.passage.span().start, "")


def _end(text: str) -> str:
    """The last words of a statement: what an amount is added to."""
    words = text.split()
    end = shortened(" ".join(words[-_LAST:]))
    return end if len(words) <= _LAST else f"… {end}"


_LAST = 5
_OTHERWISE = ("duties", "weak", "jobs")


@rule(
    "AC101",
    Severity.INFO,
    source=sources.XYZ,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Reduced the time of the nightly build.",
        "EXPERIENCE\nNurse, Sample Clinic, 2017 - present\n- Train new colleagues on the wards.",
        "PROJECTS\nFerry planner, 2021\n- Built a planner for ferries in Java 11 and Angular 12.",
        "EXPERIENCE\nAuditor, Example Mills, 2015 - 2018\n- Audited suppliers against ISO 9001.",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Cut the nightly build from 3 h to 40 min.",
        "EXPERIENCE\nCoach, Sample Sports, 2017 - 2019\n- Doubled the entries to the town race.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Trained a dozen clerks.\n- Wrote the manual.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Attended a workshop on forms.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- United Sample Trading Co.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Wrote several manuals for the office.",
    ),
)
def bullet_without_number(facts: Facts) -> Iterator[Hit]:
    """Statement names no amount.

    An amount lets the reader judge an achievement ("accomplished X, as measured by Y, by doing Z").
    Not every line has one: nothing is asked for where half of the statements name an amount.
    """
    if not asks_for_amounts(facts):
        return
    keywords = _keywords(facts)
    for bullet in at_work(facts):
        text = bullet.passage.text
        if lacks_amount(bullet) and vague(text) is None:  # of which AC406 asks for the number
            asked = question(bullet.verb, text.partition(bullet.verb or "")[2])
            better = f"where you know it, add the amount: {_end(text)}, {{{asked}}}"
            yield Hit(
                bullet.passage.span(),
                f'names no amount: "{shortened(text)}"',
                _advice(bullet, better, keywords),
            )


@rule(
    "AC102",
    Severity.WARNING,
    source=sources.XYZ,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Built the data pipeline of the sales team.\n"
        "- Wrote the reports for the board.\n- Trained new colleagues.\n- Designed dashboards.\n"
        "- Automated the monthly close.\n- Reviewed code of the team.",
        "EXPERIENCE\nNurse, Sample Clinic, 2017 - present\n- Train colleagues.\n- Order supplies.\n"
        "- Plan the shifts of 11 nurses.\n- Inspect the rooms.\n- Keep the log.\n- Greet visitors.",
        "EXPERIENCE\nAuditor, Example Mills, 2015 - 2018\n- Audited suppliers against ISO 9001.\n"
        "- Wrote reports.\n- Filed Form 990.\n- Moved the files to Windows 10.\n- Kept the books.\n"
        "- Reviewed contracts.",
        "PROJECTS\nFerry planner, 2021\n- Built a planner for ferries.\n- Imported tide data.\n"
        "- Tested it with captains.\n- Drew the charts.\n- Cut the waiting time by 12 %.\n"
        "- Wrote the manual.\n- Presented it to the harbour.",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Built a pipeline for 12 sales teams.\n"
        "- Wrote the reports for the board.\n- Trained 5 colleagues.\n- Designed dashboards.\n"
        "- Automated the close, saving 3 days a month.\n- Reviewed code of the team.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Trained new colleagues.",
        "EXPERIENCE\nCook, Sample Inn, 2015 - 2018\n- Halved the waste.\n- Baked a dozen cakes.\n"
        "- Wrote the menu.\n- Ordered fish.\n- Trained helpers.\n- Planned the shifts.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Wrote letters.\n- Kept files.\n"
        "- Greeted visitors.\n- Ordered paper.\n- Reviewed forms.",
    ),
    options={
        "percent": "share of the statements, in percent, that is not too few",
        "statements": "statements from which the share is looked at",
    },
)
def too_few_quantified(facts: Facts, *, percent: int = 33, statements: int = 6) -> Iterator[Hit]:
    """Fewer than a third of at least six statements about work name an amount.

    Lines among skills, courses or prizes are not counted; those of jobs and projects are. Nothing
    is said where most of those open with no verb, as in a list of names.
    Results that can be counted are what readers remember and compare; without them achievements
    read like a list of duties.
    """
    bullets = at_work(facts)
    if 2 * sum(b.verb is not None for b in bullets) < len(bullets):
        return
    if len(bullets) >= statements and 100 * _share(facts) < percent:
        quantified = sum(b.quantified for b in bullets)
        yield Hit(
            None,
            f"{quantified or 'none'} of {len(bullets)} statements about your work names an amount"
            if quantified < 2
            else f"{quantified} of {len(bullets)} statements about your work name an amount",
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
        "EXPERIENCE\nBuyer, Example Mills, 2015 - 2018\n- Tasked with the purchase of paper.",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Managed the data team of 5 people.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Named who was responsible for each table.",
        "EXPERIENCE\nGuide, Sample Tours, 2012 - 2014\n- Led the responsible travel programme.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Charged 40 accounts with the right fee.",
    ),
)
def duty_instead_of_achievement(facts: Facts) -> Iterator[Hit]:
    """Statement opens with a duty, not with what was done.

    From a duty a reader cannot tell whether it was done, how, or how well; a verb says so in fewer
    words.
    """
    keywords = _keywords(facts)
    for bullet in at_work(facts):
        phrase = opening(bullet.passage.text, "duties")
        if phrase is None or _LEADS_IN.match(bullet.passage.text, phrase.end()):
            continue
        yield Hit(
            bullet.passage.span(),
            f'opens with a duty: "{shortened(bullet.passage.text)}"',
            _advice(bullet, without_duty(facts, bullet, phrase), keywords),
        )


@rule(
    "AC202",
    Severity.INFO,
    source=sources.DUTIES,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Helped with the move to the cloud.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Worked on the search index.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Was involved in hiring.",
        "EXPERIENCE\nClerk, Sample Bank, 2012 - 2014\n- Assisted in preparing loan reports.",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Wrote the plan for the move to the cloud.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Built tools that helped 20 editors.",
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Participated in a summer workshop on forms.",
        "EXPERIENCE\nClerk, Sample Bank, 2012 - 2014\n- Advised the help desk on loan forms.",
    ),
)
def weak_opening(facts: Facts) -> Iterator[Hit]:
    """Statement opens with words that leave open what was done.

    "Helped with" and "worked on" hide the writer's own part, which is what the reader looks for.
    """
    keywords = _keywords(facts)
    for bullet in at_work(facts):
        text = bullet.passage.text
        phrase = opening(text, "weak")
        if phrase is None or is_attendance(text):
            continue
        yield Hit(
            bullet.passage.span(),
            f'opens weakly: "{shortened(text)}"',
            _advice(bullet, with_own_part(facts, bullet, phrase), keywords),
        )
