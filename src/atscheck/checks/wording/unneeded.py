"""WR: what a resume may leave out, since it is asked for later or says nothing of the person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atscheck.checks import sources
from atscheck.checks.quotes import shortened
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.data import load_words
from atscheck.resume.model import Passage

_ASKED = r"(?:up)?on\s+(?:your\s+)?(?:request|demand)\b"
_ON_REQUEST = re.compile(rf"\bref(?:e)?rences?\b(?:[\s:&/,-]+[\w&]+){{0,6}}?[\s:-]+{_ASKED}", re.I)
_REQUEST_ALONE = re.compile(rf"\W*(?:\w+\W+){{0,4}}?{_ASKED}\W*", re.IGNORECASE)


def _seen(facts: Facts) -> Iterator[Passage]:
    return (p for p in facts.resume.passages if p.text and not p.hidden)


@rule(
    "WR401",
    Severity.INFO,
    source=sources.REFERENCES,
    bad=(
        "SKILLS\nPython, SQL\n\nReferences available upon request.",
        "REFERENCES\nAvailable on request",
        "SKILLS\nPython, SQL\n\nREFERENCES: To be furnished upon request",
        "PERSONAL DETAILS\nReferences and certificates will be provided on request.",
    ),
    good=(
        "REFERENCES\nProf. John Example, Example University, john@example.org",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Checked the references of 40 applicants.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Gave guests information upon request.",
        "EXPERIENCE\nEngineer, Acme Ltd, 2019 - 2022\n- Resolved references to objects in code.",
    ),
)
def references_on_request(facts: Facts) -> Iterator[Hit]:
    """A line says that references are given on request.

    Every reader takes that for granted; the line can say something of the person instead.
    """
    for passage in _seen(facts):
        found = _ON_REQUEST.search(passage.text)
        if found is None and passage.section == "references":
            found = _REQUEST_ALONE.fullmatch(passage.text)
        if found is not None:
            yield Hit(
                passage.span(found.start(), found.end()),
                f'goes without saying: "{shortened(found[0])}"',
                "leave the line out; have the names ready for when they are asked for",
            )
            return


def _words(key: str) -> str:
    """The phrases of list ``key`` as the body of a pattern, the longest first."""
    phrases = sorted(load_words("unneeded")[key], key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)


@cache
def _aim() -> re.Pattern[str]:
    """A sentence about what the writer wants, by its first words."""
    return re.compile(
        rf"[\W_]*(?:(?:{_words('leads')})\s+){{0,3}}(?:{_words('aims')})\b", re.IGNORECASE
    )


@cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('ends')})\b", re.IGNORECASE)


# What is an aim at least under its heading: "To enter the trade", "A role that fits me".
_WANTED = re.compile(
    r"\W*(?:to\s+\w+|wishing\s+to|an?\s+(?:\w+\s+){0,4}(?:position|role|job|career|opportunity))\b",
    re.IGNORECASE,
)

_FULL = 5
"""Words from which an aim is a sentence."""


@rule(
    "WR402",
    Severity.INFO,
    source=sources.OBJECTIVE,
    bad=(
        "OBJECTIVE\nTo obtain a challenging position in a growing company.",
        "CAREER OBJECTIVE\nSeeking a role as an analyst where I can use my skills.",
        "Objective: To work for a firm that offers room to grow.\n\nSKILLS\nSQL",
        "SUMMARY\nLooking for a position in which I can learn and grow.",
    ),
    good=(
        "SUMMARY\nAnalyst with 6 years in retail who cut reporting from 5 days to 2.",
        "OBJECTIVE\nAnalyst with 6 years in retail who cut reporting from 5 days to 2.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Looking for slips in 40 reports a week.",
        "SUMMARY\nNurse with 8 years in intensive care, used to work in shifts.",
    ),
)
def objective_statement(facts: Facts) -> Iterator[Hit]:
    """The resume opens with what the writer wants.

    The application says so already; a profile says what the reader gets. For a first job or a
    change of field an aim can help, if it names the role and what you bring to it.
    """
    for passage in _seen(facts):
        if passage.section not in ("objective", "summary") or passage.kind == "title":
            continue
        text = passage.text
        start = _label(text)
        if passage.section == "objective":
            wants = _aim().match(text, start) or _WANTED.match(text, start)
        else:
            wants = _aim().match(text, start) and _end().search(text)
        if wants and len(text.split()) >= _FULL:
            yield Hit(
                passage.span(),
                f'says what you want: "{shortened(text)}"',
                "put in its place two lines on what you bring: {your trade}, {years}, {what you "
                "do best}, {a result with its amount}",
            )
            return


def _label(text: str) -> int:
    """Where the text begins behind a label on its line ("Objective: ")."""
    label = re.match(r"[\w ]{0,30}objective\s*[:\t-]+\s*", text, re.IGNORECASE)
    return label.end() if label else 0


@cache
def _pay() -> re.Pattern[str]:
    """A label of pay at the start of a line or cell; a plain one must be followed by a value."""
    pay, before, behind = _words("pay"), _words("pay_before"), _words("pay_behind")
    return re.compile(
        rf"(?:^|[\t|])[^\w\t]{{0,5}}(?:(?:(?:{before})\s+){{1,2}}(?:{pay})|(?:{pay})\s+(?:{behind})|"
        rf"(?:ctc|salary)(?=\s*[:=\t-]\s*\S|\s+for\s+the\b))(?:\s+(?:{behind}))?(?=\W|$)",
        re.IGNORECASE,
    )


@rule(
    "WR403",
    Severity.INFO,
    source=sources.LEFT_OUT,
    bad=(
        "PERSONAL DETAILS\nExpected salary: 50,000 USD",
        "PERSONAL DETAILS\nCurrent CTC\t5.5 lakhs\nNotice period\t30 days",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\nSalary: 2,000 EUR a month\n- Wrote letters.",
        "PERSONAL DETAILS\nSalary expectations: negotiable",
    ),
    good=(
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Paid the salaries of 300 people on time.",
        "EXPERIENCE\nRecruiter, Acme Ltd, 2019 - 2022\n- Told candidates about salary and duties.",
        "SKILLS\nCompensation and benefits, salary benchmarking, payroll",
        "EXPERIENCE\nManager, Acme Ltd, 2019 - 2022\n- Cut wage costs by 15 %.",
    ),
)
def salary_mentioned(facts: Facts) -> Iterator[Hit]:
    """The resume names a salary.

    A figure can end talks before they begin, or set the offer too low. Where a posting asks for
    it, as is usual in some countries, answer in the form or the letter.
    """
    for line in facts.document.lines:
        text = facts.document.line_text(line)
        if not line.hidden and _pay().search(text):
            yield Hit(
                line.span,
                f'mentions pay: "{shortened(text)}"',
                "leave it out of the resume; give it only where you are asked for it",
            )
            return


@cache
def _leaving() -> re.Pattern[str]:
    """A label of the reason, or a statement that begins with leaving and goes on with it."""
    why, when = _words("leaving_reasons"), _words("leaving_times")
    left = rf"(?:{_words('leaving_acts')})(?:\s+[\w']+){{0,5}}?\s+(?:{why})"
    passive = rf"(?:(?:was|got)\s+)?(?:{_words('leaving_passives')})"
    sent = rf"{passive}(?:\s+in\s+(?:\w+\s+)?\d{{4}})?\s+(?:{why}|{when})"
    return re.compile(
        rf"(?:^|[\t|(])[^\w\t]{{0,5}}(?:(?:{_words('leaving_labels')})|(?:i\s+)?(?:{left}|{sent}))\b",
        re.IGNORECASE,
    )


@rule(
    "WR404",
    Severity.INFO,
    source=sources.LEFT_OUT,
    bad=(
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\nReason for leaving: end of contract",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Wrote letters.\nReasons for leaving - moved",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Left the company due to its closure.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n(Reason of change: better prospects)",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Made redundant in 2022 when the shop shut.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Left this job to pursue a degree.",
    ),
    good=(
        "EXPERIENCE\nRecruiter, Acme Ltd, 2019 - 2022\n- Studied 40 reasons for leaving the firm.",
        "EDUCATION\nSchool leaving certificate, Example School, 2012",
        "EXPERIENCE\nClerk, Acme Ltd, Jan 2019 - Mar 2022 (contract)\n- Wrote letters.",
        "EXPERIENCE\nDriver, Acme Ltd, 2019 - 2022\n- Turned left because signs said so 40 times.",
        "EXPERIENCE\nNurse, Acme Ltd, 2019 - 2022\n- Left no call open when the shift ended.",
        "EXPERIENCE\nBuyer, Acme Ltd, 2019 - 2022\n- Terminated 12 contracts due to missed aims.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Handled 90 staff laid off when the shop shut.",
    ),
)
def reason_for_leaving(facts: Facts) -> Iterator[Hit]:
    """The resume says why a job ended.

    Nobody needs to know before the interview, where it can be told in full. "Contract" beside
    the dates says enough of a job that was to end.
    """
    for line in facts.document.lines:
        text = facts.document.line_text(line)
        if not line.hidden and _leaving().search(text):
            yield Hit(
                line.span,
                f'says why a job ended: "{shortened(text)}"',
                "leave it out; have an answer ready for the interview",
            )
            return
