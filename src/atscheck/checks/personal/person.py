"""PI: personal information that invites bias."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.personal.labels import (
    ELSEWHERE,
    ENDS,
    HEAD,
    USUAL,
    Found,
    at_work,
    details,
    hit,
    labels,
    value,
    with_value,
)
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.documents.model import Span
from atscheck.resume.dates import find_dates


@rule(
    "PI101",
    Severity.INFO,
    source=sources.PERSONAL,
    bad=(
        *details("Date of Birth: 4 May 1990", "Age\t: 34 years"),
        "Jane Example\nDOB - 04/05/1990\njane@example.org",
        "Jane Example\nFemale, Age - 24 years\njane@example.org",
        "Jane Example\nBorn on 4 May 1990\njane@example.org",
    ),
    good=(
        *details("Location: Leeds"),
        *at_work("Taught classes of age 6 to 9.", "Checked the date of birth of clients."),
        HEAD + "EXPERIENCE\nNurse, Acme Care, 2015 - 2019\n- Age group: 60 to 90 years.",
        HEAD + "EDUCATION\nBoard\tYear\t%age\nCBSE\t2008\t75",
    ),
    most=1,
)
def age_or_birth_date(facts: Facts) -> Iterator[Hit]:
    """Age, or date or place of birth.

    Age is one of the things that people are preferred or passed over for without saying so; no
    parser needs it. What is usual differs by country, so nothing is deducted for it.
    """
    yield from hit(
        facts.once(find_birth),
        "gives your age or your birth",
        USUAL,
        f"{ELSEWHERE}, and it helps to steal an identity",
    )


def find_birth(facts: Facts) -> Found:
    """The first label of an age or a birth."""
    found = next(((p, label) for p, label, ends, _ in labels(facts, "birth") if ends), None)
    return found or _dated_birth(facts) or _age(facts)


def _dated_birth(facts: Facts) -> Found:
    """Where a date follows the label without a mark, or "born"."""
    for place, label, _, rest in labels(facts, "birth"):
        if any(start < _NEAR for start, _, _ in find_dates(rest)):
            return place, label
    for line in facts.document.lines:
        text = facts.document.line_text(line)
        born = re.match(r"\W{0,4}(Born)(?: on| in|:)?[ \t]", text)
        dates = find_dates(text[born.end() :]) if born else ()
        if born and not line.hidden and any(start < _NEAR for start, _, _ in dates):
            return Span(line.span.start + born.start(1), line.span.start + born.end(1)), born[1]
    return None


_NEAR = 4
_YEARS = re.compile(
    r"[ \t]*(?:1[6-9]|[2-7]\d)(?:[ ]?(?:\+|years?|yrs?\.?|jahre|ans)(?:[ ]old)?)?[ .)]*"
    r"(?:$|[\t,;|])",
    re.IGNORECASE,
)


def _age(facts: Facts) -> Found:
    for place, label, ends, rest in labels(facts, "age"):
        if ends and _YEARS.match(rest):
            return place, label
    return None


@rule(
    "PI102",
    Severity.INFO,
    source=sources.PERSONAL,
    bad=details(
        "Marital Status: Married",
        "Marital status\tSingle",
        "Status : Unmarried",
        "Familienstand: ledig",
    ),
    good=(
        *details("Location: Leeds"),
        *at_work("Drew single line diagrams.", "Recorded the marital status of 90 staff."),
        HEAD + "SKILLS\nSingle sign-on, OAuth",
        HEAD + "EXPERIENCE\nClerk, Acme Ltd, 2015 - 2019\nStatus: Permanent",
    ),
    most=1,
)
def marital_status(facts: Facts) -> Iterator[Hit]:
    """Whether somebody is married.

    It says nothing about the work, and invites guesses about children, moves and hours.
    """
    yield from hit(facts.once(find_marital), "gives your marital status", USUAL, ELSEWHERE)


def find_marital(facts: Facts) -> Found:
    """The first label of a marital status."""
    return with_value(facts, "marital", "married") or _status(facts)


def _status(facts: Facts) -> Found:
    """A "status" that is a marital one."""
    for line in facts.document.lines:
        text = facts.document.line_text(line)
        label = re.match(rf"\W{{0,4}}(status)(?:{ENDS})", text, re.IGNORECASE)
        if (
            label
            and not line.hidden
            and value("married").fullmatch(text[label.end() :].strip(" ."))
        ):
            return Span(line.span.start + label.start(1), line.span.start + label.end(1)), label[1]
    return None


@rule(
    "PI103",
    Severity.INFO,
    source=sources.PERSONAL_UNRELATED,
    bad=details(
        "Religion: Islam",
        "Nationality / Religion : Indian / Hindu",
        "Religion Christian",
        "Konfession: katholisch",
    ),
    good=(
        *details("Location: Leeds"),
        *at_work("Community: ran 12 groups."),
        HEAD + "EDUCATION\nBA Religion and Philosophy, Example University, 2015",
        HEAD + "EDUCATION\nMuslim High School, Example Town, 2009",
    ),
    most=1,
)
def religion(facts: Facts) -> Iterator[Hit]:
    """Religion or caste.

    Unless the employer is a religious body, it has no bearing on the work and may turn a reader
    for or against you.
    """
    usual = "usual in parts of South Asia and the Middle East"
    yield from hit(facts.once(find_religion), "gives your religion or caste", usual, ELSEWHERE)


def find_religion(facts: Facts) -> Found:
    """The first label of a religion or a caste."""
    return next(
        (
            (place, label)
            for place, label, ends, rest in labels(facts, "religion")
            if value("faiths").match(rest) or (ends and label.casefold().startswith(_SURE))
        ),
        None,
    )


_SURE = ("rel", "caste", "konfession")


@rule(
    "PI104",
    Severity.INFO,
    source=sources.PERSONAL_UNRELATED,
    bad=(
        *details("Nationality: Indian", "Citizenship - Canadian", "Staatsangehörigkeit: deutsch"),
        "Jane Example\nNationality\tKenyan\njane@example.org",
    ),
    good=(
        *details("Location: Leeds", "Work permit: valid for the UK"),
        *at_work("Led staff of six nationalities.", "Handled citizenship papers of 90 clients."),
    ),
    most=1,
)
def nationality(facts: Facts) -> Iterator[Hit]:
    """Nationality or citizenship.

    Where a permit is needed, the right to work is what an employer has to know; where somebody
    comes from is not.
    """
    yield from hit(
        facts.once(find_nationality),
        "gives your nationality",
        "usual for jobs abroad, as in the Gulf states, and in much of Asia and Europe",
        'elsewhere say only that you may work there ("entitled to work in the UK")',
    )


def find_nationality(facts: Facts) -> Found:
    """The first label of a nationality."""
    return next(((p, label) for p, label, ends, _ in labels(facts, "nationality") if ends), None)


@rule(
    "PI105",
    Severity.INFO,
    source=sources.PERSONAL,
    bad=(
        *details("Sex: Female", "Gender Male", "Geschlecht: weiblich"),
        "Jane Example\nFemale, 25 years\njane@example.org",
    ),
    good=(
        *details("Location: Leeds"),
        *at_work("Gender: led 3 studies of pay.", "Ran the female ward of 20 beds."),
        HEAD + "EDUCATION\nMA Gender Studies, Example University, 2015",
    ),
    most=1,
)
def gender(facts: Facts) -> Iterator[Hit]:
    """Sex or gender.

    Nothing about the work needs it said, and readers may be led by it without knowing.
    """
    yield from hit(facts.once(find_gender), "gives your sex or gender", USUAL, ELSEWHERE)


def find_gender(facts: Facts) -> Found:
    """The first label or line that gives a gender."""
    found = next(
        (
            (place, label)
            for place, label, ends, rest in labels(facts, "gender")
            if value("genders").match(rest) or (ends and not rest.strip())
        ),
        None,
    )
    return found or _bare_gender(facts)


def _bare_gender(facts: Facts) -> Found:
    """A line of contact details that begins with it ("Female, 25 years")."""
    parts = [s.span for s in facts.resume.sections if s.kind in ("contact", "personal")]
    for line in facts.document.lines:
        found = re.match(r"\W{0,4}((?:Fem|M)ale)[ ]*(?:,|$)", facts.document.line_text(line))
        if found and not line.hidden and any(line.span.overlaps(part) for part in parts):
            return Span(line.span.start + found.start(1), line.span.start + found.end(1)), found[1]
    return None
