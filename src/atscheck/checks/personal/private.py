"""PI: health, family, and numbers of documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.personal.labels import (
    HEAD,
    Finders,
    Found,
    at_work,
    details,
    hit,
    labels,
    several,
    value,
)
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.resume.dates import find_dates


@rule(
    "PI106",
    Severity.INFO,
    source=sources.PERSONAL,
    bad=details(
        "Blood Group: B+ve", "Height: 170 cm", "Weight - 66 Kg", "Health status: Excellent"
    ),
    good=(
        HEAD + "SKILLS\nHeight gauge, vernier caliper",
        HEAD + "SKILLS\nHealth: epidemiology, statistics",
        *at_work("Health and safety of 400 staff.", "Working at height: trained 40 people."),
    ),
    most=1,
)
def health(facts: Facts) -> Iterator[Hit]:
    """Health, blood group, height or weight.

    Where a job has demands of this kind, they are asked about later and by a doctor.
    """
    yield from hit(
        facts.once(find_health),
        "tells of your health or body",
        "asked for in some jobs, as at sea, in security or before a camera",
        "for all others leave it out: it says nothing about your work",
    )


def find_health(facts: Facts) -> Found:
    """The first label of something about health or body."""
    return next(
        (
            (place, label)
            for key, value in (("body", _MEASURE), ("health", value("healths")))
            for place, label, ends, rest in labels(facts, key)
            if ends and value.match(rest)
        ),
        None,
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
        *details("Father's Name: John Example", "Mother's name\tMary Example", "Children: 2"),
        "Jane Example\nD/O John Example\njane@example.org",
    ),
    good=(
        *details("Location: Leeds"),
        *at_work("Advised mothers and fathers of infants.", "Children: taught 40 of them to read."),
        HEAD + "LANGUAGES\nMother tongue: German",
    ),
    most=1,
)
def family(facts: Facts) -> Iterator[Hit]:
    """Names of parents, husband or wife, or the number of children.

    They are other people's data, and tell of origin and of duties at home, not of work.
    """
    yield from hit(
        facts.once(find_family),
        "names members of your family",
        "usual in South Asia, where some forms ask for a parent's name",
        "elsewhere leave them out: they have no part in your application",
    )


def find_family(facts: Facts) -> Found:
    """The first label that names a relative."""
    return next(
        (
            (place, label)
            for place, label, ends, rest in labels(facts, "family")
            if (ends and _is_relative(label, rest)) or (_OF.match(label) and rest[:1].isspace())
        ),
        None,
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


def _numbered(facts: Facts, key: str) -> Found:
    """A label of the list ``key`` with a number behind it that no date is."""
    for place, label, _, rest in labels(facts, key):
        number = _NUMBER.search(rest.split("\t")[0] or rest)
        if number and number.start() <= _BEFORE_NUMBER and not _is_date(rest, number):
            return place, label
    return None


_BEFORE_NUMBER = 12
"""Characters that may stand between a label and its number."""


def find_passport(facts: Facts) -> Found:
    """The first label of a passport or visa with a number behind it."""
    return _numbered(facts, "passport")


def find_national_id(facts: Facts) -> Found:
    """The first label of another document with a number behind it."""
    return _numbered(facts, "national_id")


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
        *details("Passport No: X1234567", "Passport Number\t: X 1234567", "Visa No. 1234567890"),
        "Jane Example\nPassport - X1234567\njane@example.org",
    ),
    good=(
        *details(
            "Passport: valid until 2031",
            "Visa Status: Employment Visa",
            "Passport expiry: 23/01/2031",
        ),
        *at_work("Checked 12000 passports a year."),
    ),
    most=1,
)
def passport_number(facts: Facts) -> Iterator[Hit]:
    """Number of a passport or a visa.

    It is asked for when a contract or a visa is drawn up. Until then it helps nobody but those who
    steal identities, and a resume passes through many hands.
    """
    yield from hit(
        facts.once(find_passport),
        "gives the number of your passport or visa",
        "agencies for work abroad, as in the Gulf states, often want it",
        'for everybody else leave it out; "valid passport" says enough',
    )


@rule(
    "PI202",
    Severity.INFO,
    source=sources.RCHILLI,
    bad=details(
        "Aadhaar Card No: 1234 5678 9012",
        "SSN: 000-12-3456",
        "National ID: 19800000000000000",
        "Driving License No. 1234567",
    ),
    good=(
        *details("Driving licence: full, clean", "Driving License valid until 2031"),
        *at_work("PAN India roll-out to 67000 users."),
        HEAD + "CERTIFICATIONS\nCertified Analyst, ID: 1234567",
    ),
    most=1,
)
def national_id(facts: Facts) -> Iterator[Hit]:
    """Number of an identity card, of a tax or social security file, or of a driving licence.

    With the name and the date of birth beside it, it is all that it takes to pose as somebody.
    """
    yield from hit(
        find_national_id(facts),
        "gives the number of an official document of yours",
        "some employers ask for it once they hire you",
        "leave it out of the resume, unless the advertisement asks for it",
    )


_NUMBERS: Finders = {"passport or visa": find_passport, "official document": find_national_id}


@rule(
    "PI200",
    Severity.INFO,
    source=sources.RCHILLI,
    bad=(
        *details(
            "Passport No: X1234567\nAadhaar Card No: 1234 5678 9012",
            "Visa No. 1234567890\nEmirates ID: 784-1990-1234567-1",
            "Driving License No. 1234567\nPassport - X1234567",
        ),
        "Jane Example\nPassport - X1234567\nSSN: 000-12-3456\njane@example.org",
    ),
    good=(
        *details(
            "Passport No: X1234567",
            "Passport: valid until 2031\nSSN: 000-12-3456",
            "Driving licence: full, clean\nPassport No: X1234567",
            "Passport expiry: 23/01/2031\nDriving License valid until 2031",
        ),
    ),
    most=1,
    covers=("PI2",),
)
def document_numbers(facts: Facts) -> Iterator[Hit]:
    """Numbers of several official documents.

    They are asked for when a contract or a visa is drawn up. Until then they help nobody but those
    who steal identities, and a resume passes through many hands.
    """
    found = several(facts, _NUMBERS)
    if found:
        place, _ = found
        yield Hit(
            place,
            "gives the numbers of your passport or visa and of another official document",
            "agencies for work abroad, as in the Gulf states, often want the first; for everybody "
            'else leave them out: "valid passport" says enough',
        )
