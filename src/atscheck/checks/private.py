"""PI: health, family, and numbers of documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.labels import HEAD, hit, labels, value
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.documents.model import Span
from atscheck.resume.dates import find_dates


@rule(
    "PI106",
    Severity.INFO,
    source=sources.PERSONAL,
    bad=(
        HEAD + "PERSONAL DETAILS\nBlood Group: B+ve",
        HEAD + "PERSONAL DETAILS\nHeight: 170 cm",
        HEAD + "PERSONAL DETAILS\nWeight - 66 Kg",
        HEAD + "PERSONAL DETAILS\nHealth status: Excellent",
    ),
    good=(
        HEAD + "SKILLS\nHeight gauge, vernier caliper",
        HEAD + "SKILLS\nHealth: epidemiology, statistics",
        HEAD + "EXPERIENCE\nOfficer, Acme Ltd, 2015 - 2019\n- Health and safety of 400 staff.",
        HEAD
        + "EXPERIENCE\nEngineer, Acme Ltd, 2015 - 2019\n- Working at height: trained 40 people.",
    ),
    most=1,
)
def health(facts: Facts) -> Iterator[Hit]:
    """Health, blood group, height or weight.

    Where a job has demands of this kind, they are asked about later and by a doctor.
    """
    found = next(
        (
            (place, label)
            for key, value in (("body", _MEASURE), ("health", value("healths")))
            for place, label, ends, rest in labels(facts, key)
            if ends and value.match(rest)
        ),
        None,
    )
    yield from hit(
        found,
        "tells of your health or body",
        "asked for in some jobs, as at sea, in security or before a camera",
        "for all others leave it out: it says nothing about your work",
    )


_MEASURE = re.compile(
    r"[ \t]*\d{1,3}(?:[.,]\d{1,2})?[ ]*(?:cms?|m|mtrs?|kgs?|kilo\w*|lbs?|ft|feet|['\"]|$)",
    re.IGNORECASE,
)


@rule(
    "PI107",
    Severity.INFO,
    source=sources.PERSONAL_UNRELATED,
    bad=(
        HEAD + "PERSONAL DETAILS\nFather's Name: John Example",
        HEAD + "PERSONAL DETAILS\nMother's name\tMary Example",
        "Jane Example\nD/O John Example\njane@example.org",
        HEAD + "PERSONAL DETAILS\nChildren: 2",
    ),
    good=(
        HEAD + "PERSONAL DETAILS\nLocation: Leeds",
        HEAD + "LANGUAGES\nMother tongue: German",
        HEAD
        + "EXPERIENCE\nNurse, Acme Care, 2015 - 2019\n- Advised mothers and fathers of infants.",
        HEAD
        + "EXPERIENCE\nTutor, Acme School, 2015 - 2019\n- Children: taught 40 of them to read.",
    ),
    most=1,
)
def family(facts: Facts) -> Iterator[Hit]:
    """Names of parents, husband or wife, or the number of children.

    They are other people's data, and tell of origin and of duties at home, not of work.
    """
    found = next(
        (
            (place, label)
            for place, label, ends, rest in labels(facts, "family")
            if (ends and _is_relative(label, rest)) or (_OF.match(label) and rest[:1].isspace())
        ),
        None,
    )
    yield from hit(
        found,
        "names members of your family",
        "usual in South Asia, where some forms ask for a parent's name",
        "elsewhere leave them out: they have no part in your application",
    )


_OF = re.compile(r"[sdw]/o$", re.IGNORECASE)
_COUNTED = ("children", "kids", "dependents", "siblings", "no", "number")


def _is_relative(label: str, rest: str) -> bool:
    """Whether a label names a relative: "children" does only before a number."""
    if label.casefold().startswith(_COUNTED):
        return bool(
            re.fullmatch(r"\s*(?:\d|one|two|three|four|none)\b.{0,20}", rest, re.IGNORECASE)
        )
    return True


_NUMBER = re.compile(r"(?=(?:[A-Z -]{0,4}\d)(?:[ -]?\d){4,})[A-Z]{0,3}[ -]{0,2}\d[\d -]{4,}")
"""A number of a document: five digits or more, perhaps with letters before them."""


def _numbered(facts: Facts, key: str) -> tuple[Span, str] | None:
    """A label of the list ``key`` with a number behind it that no date is."""
    for place, label, _, rest in labels(facts, key):
        number = _NUMBER.search(rest.split("\t")[0] or rest)
        if number and number.start() <= _BEFORE_NUMBER and not _is_date(rest, number):
            return place, label
    return None


_BEFORE_NUMBER = 12
"""Characters that may stand between a label and its number."""


def _is_date(text: str, number: re.Match[str]) -> bool:
    longest = max(
        (b - a for a, b, _ in find_dates(text) if a < number.end() and number.start() < b),
        default=0,
    )
    return longest >= len(number[0].strip()) - 1


@rule(
    "PI201",
    Severity.INFO,
    source=sources.RCHILLI,
    bad=(
        HEAD + "PERSONAL DETAILS\nPassport No: X1234567",
        HEAD + "PERSONAL DETAILS\nPassport Number\t: X 1234567",
        "Jane Example\nPassport - X1234567\njane@example.org",
        HEAD + "PERSONAL DETAILS\nVisa No. 1234567890",
    ),
    good=(
        HEAD + "PERSONAL DETAILS\nPassport: valid until 2031",
        HEAD + "PERSONAL DETAILS\nVisa Status: Employment Visa",
        HEAD + "PERSONAL DETAILS\nPassport expiry: 23/01/2031",
        HEAD + "EXPERIENCE\nClerk, Acme Ltd, 2015 - 2019\n- Checked 12000 passports a year.",
    ),
    most=1,
)
def passport_number(facts: Facts) -> Iterator[Hit]:
    """Number of a passport or a visa.

    It is asked for when a contract or a visa is drawn up. Until then it helps nobody but those who
    steal identities, and a resume passes through many hands.
    """
    yield from hit(
        _numbered(facts, "passport"),
        "gives the number of your passport or visa",
        "agencies for work abroad, as in the Gulf states, often want it",
        'for everybody else leave it out; "valid passport" says enough',
    )


@rule(
    "PI202",
    Severity.INFO,
    source=sources.RCHILLI,
    bad=(
        HEAD + "PERSONAL DETAILS\nAadhaar Card No: 1234 5678 9012",
        HEAD + "PERSONAL DETAILS\nSSN: 000-12-3456",
        HEAD + "PERSONAL DETAILS\nNational ID: 19800000000000000",
        HEAD + "PERSONAL DETAILS\nDriving License No. 1234567",
    ),
    good=(
        HEAD + "PERSONAL DETAILS\nDriving licence: full, clean",
        HEAD + "PERSONAL DETAILS\nDriving License valid until 2031",
        HEAD + "EXPERIENCE\nEngineer, Acme Ltd, 2015 - 2019\n- PAN India roll-out to 67000 users.",
        HEAD + "CERTIFICATIONS\nCertified Analyst, ID: 1234567",
    ),
    most=1,
)
def national_id(facts: Facts) -> Iterator[Hit]:
    """Number of an identity card, of a tax or social security file, or of a driving licence.

    With the name and the date of birth beside it, it is all that it takes to pose as somebody.
    """
    yield from hit(
        _numbered(facts, "national_id"),
        "gives the number of an official document of yours",
        "some employers ask for it once they hire you",
        "leave it out of the resume, unless the advertisement asks for it",
    )
