"""PI: personal information that invites bias."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.data import load_words
from atscheck.documents.model import Span
from atscheck.resume.dates import find_dates

_HEAD = "Jane Example\njane@example.org | +1 555 010 0199\n\n"

_ENDS = r"[ \t]*(?:[:=\t]|-+[>:]?[ \t]|-+$|-+(?=\d)|$)[ \t:.=>-]*"
"""What stands between a label and its value, or the end of the line where that is elsewhere."""

_NUMBER = re.compile(r"(?=(?:[A-Z -]{0,4}\d)(?:[ -]?\d){4,})[A-Z]{0,3}[ -]{0,2}\d[\d -]{4,}")
"""A number of a document: five digits or more, perhaps with letters before them."""

_OPENS = r"(?:^|(?<=[\t,;|•/&]))[ ]*(?:[^\w\t]{1,3}[ ]*|\d{1,2}[.)][ ]*)?"
"""Where a label stands: where a line or a cell of one begins, perhaps behind a bullet."""


def _any(key: str) -> str:
    """A pattern for any entry of a list, with any spaces and with or without its apostrophe."""
    entries = sorted(load_words("personal")[key], key=lambda word: (-len(word), word))
    return "|".join(re.escape(e).replace(r"\ ", "[ ]+").replace("'", "[ ]?'?[ ]?") for e in entries)


@cache
def _label(key: str) -> re.Pattern[str]:
    """A label of the list ``key`` with what stands between it and its value."""
    extras = rf"(?:[ ]*[/(&,-]?[ ]*(?:{_any('extras')})\b\.?\)?){{0,3}}"
    return re.compile(
        rf"{_OPENS}(?P<label>(?:{_any(key)})(?![\w']){extras})(?P<ends>{_ENDS})?", re.IGNORECASE
    )


@cache
def _value(key: str) -> re.Pattern[str]:
    return re.compile(rf"[ \t(]*(?:{_any(key)})(?!\w)", re.IGNORECASE)


def _labels(facts: Facts, key: str) -> Iterator[tuple[Span, str, bool, str]]:
    """Each label of the list ``key``: its place, words, whether a mark ends it, what follows."""
    for line in facts.document.lines:
        if line.hidden:
            continue
        text = facts.document.line_text(line)
        for found in _label(key).finditer(text):
            start = line.span.start
            place = Span(start + found.start("label"), start + found.end("label"))
            label = " ".join(found["label"].split())
            yield place, label, found["ends"] is not None, text[found.end() :]


def _hit(found: tuple[Span, str] | None, what: str, usual: str, advice: str) -> Iterator[Hit]:
    """One finding; its words are those of the label, never those of the value."""
    if found is not None:
        place, label = found
        yield Hit(place, f'names {what} ("{label}")', f"{usual}; {advice}")


_ELSEWHERE = (
    "elsewhere, as in the US, Canada, the UK, Ireland and Australia, it is best left out: employers "
    "there must not decide by it"
)
_USUAL = "usual in India, the Gulf states, much of Asia and parts of continental Europe"


@rule(
    "PI101",
    Severity.INFO,
    source=sources.PERSONAL,
    bad=(
        _HEAD + "PERSONAL DETAILS\nDate of Birth: 4 May 1990",
        "Jane Example\nDOB - 04/05/1990\njane@example.org",
        _HEAD + "PERSONAL DETAILS\nAge\t: 34 years",
        "Jane Example\nFemale, Age - 24 years\njane@example.org",
        "Jane Example\nBorn on 4 May 1990\njane@example.org",
    ),
    good=(
        _HEAD + "PERSONAL DETAILS\nLocation: Leeds",
        _HEAD + "EXPERIENCE\nTeacher, Acme School, 2015 - 2019\n- Taught classes of age 6 to 9.",
        _HEAD + "EXPERIENCE\nNurse, Acme Care, 2015 - 2019\n- Age group: 60 to 90 years.",
        _HEAD + "EXPERIENCE\nClerk, Acme Ltd, 2015 - 2019\n- Checked the date of birth of clients.",
        _HEAD + "EDUCATION\nBoard\tYear\t%age\nCBSE\t2008\t75",
    ),
    most=1,
)
def age_or_birth_date(facts: Facts) -> Iterator[Hit]:
    """Age, or date or place of birth.

    Age is one of the things that people are preferred or passed over for without saying so; no
    parser needs it. What is usual differs by country, so nothing is deducted for it.
    """
    found = next(((p, label) for p, label, ends, _ in _labels(facts, "birth") if ends), None)
    found = found or _dated_birth(facts) or _age(facts)
    yield from _hit(
        found, "your age or your birth", _USUAL, f"{_ELSEWHERE}, and it helps to steal an identity"
    )


def _dated_birth(facts: Facts) -> tuple[Span, str] | None:
    """Where a date follows the label without a mark, or "born"."""
    for place, label, _, rest in _labels(facts, "birth"):
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
    r"[ \t]*(?:1[6-9]|[2-7]\d)(?:[ ]?(?:\+|years?|yrs?\.?|jahre|ans)(?:[ ]old)?)?[ .)]*(?:$|[\t,;|])",
    re.IGNORECASE,
)
_SAYS_AGE = re.compile(r"(?:^|[,|\t])[ ]*((?:2|3|4|5|6)\d[ ]years?[ ]old)\b", re.IGNORECASE)


def _age(facts: Facts) -> tuple[Span, str] | None:
    for place, label, ends, rest in _labels(facts, "age"):
        if ends and _YEARS.match(rest):
            return place, label
    return None


@rule(
    "PI102",
    Severity.INFO,
    source=sources.PERSONAL,
    bad=(
        _HEAD + "PERSONAL DETAILS\nMarital Status: Married",
        _HEAD + "PERSONAL DETAILS\nMarital status\tSingle",
        _HEAD + "PERSONAL DETAILS\nStatus : Unmarried",
        _HEAD + "PERSONAL DETAILS\nFamilienstand: ledig",
    ),
    good=(
        _HEAD + "PERSONAL DETAILS\nLocation: Leeds",
        _HEAD + "EXPERIENCE\nDraughtsman, Acme Ltd, 2015 - 2019\n- Drew single line diagrams.",
        _HEAD
        + "EXPERIENCE\nClerk, Acme Ltd, 2015 - 2019\n- Recorded the marital status of 90 staff.",
        _HEAD + "SKILLS\nSingle sign-on, OAuth",
        _HEAD + "EXPERIENCE\nClerk, Acme Ltd, 2015 - 2019\nStatus: Permanent",
    ),
    most=1,
)
def marital_status(facts: Facts) -> Iterator[Hit]:
    """Whether somebody is married.

    It says nothing about the work, and invites guesses about children, moves and hours.
    """
    found = _with_value(facts, "marital", "married") or _status(facts)
    yield from _hit(found, "your marital status", _USUAL, _ELSEWHERE)


def _with_value(facts: Facts, key: str, values: str) -> tuple[Span, str] | None:
    """A label of the list ``key`` that a mark ends, or one of the list ``values`` follows."""
    for place, label, ends, rest in _labels(facts, key):
        if ends or _value(values).match(rest):
            return place, label
    return None


def _status(facts: Facts) -> tuple[Span, str] | None:
    """A "status" that is a marital one."""
    for line in facts.document.lines:
        text = facts.document.line_text(line)
        label = re.match(rf"\W{{0,4}}(status)(?:{_ENDS})", text, re.IGNORECASE)
        if (
            label
            and not line.hidden
            and _value("married").fullmatch(text[label.end() :].strip(" ."))
        ):
            return Span(line.span.start + label.start(1), line.span.start + label.end(1)), label[1]
    return None


@rule(
    "PI103",
    Severity.INFO,
    source=sources.PERSONAL_UNRELATED,
    bad=(
        _HEAD + "PERSONAL DETAILS\nReligion: Islam",
        _HEAD + "PERSONAL DETAILS\nNationality / Religion : Indian / Hindu",
        _HEAD + "PERSONAL DETAILS\nReligion Christian",
        _HEAD + "PERSONAL DETAILS\nKonfession: katholisch",
    ),
    good=(
        _HEAD + "PERSONAL DETAILS\nLocation: Leeds",
        _HEAD + "EDUCATION\nBA Religion and Philosophy, Example University, 2015",
        _HEAD + "EDUCATION\nMuslim High School, Example Town, 2009",
        _HEAD + "EXPERIENCE\nOrganiser, Acme Church, 2015 - 2019\n- Community: ran 12 groups.",
    ),
    most=1,
)
def religion(facts: Facts) -> Iterator[Hit]:
    """Religion or caste.

    Unless the employer is a religious body, it has no bearing on the work and may turn a reader
    for or against you.
    """
    found = next(
        (
            (place, label)
            for place, label, ends, rest in _labels(facts, "religion")
            if _value("faiths").match(rest) or (ends and label.casefold().startswith(_SURE))
        ),
        None,
    )
    usual = "usual in parts of South Asia and the Middle East"
    yield from _hit(found, "your religion or caste", usual, _ELSEWHERE)


_SURE = ("rel", "caste", "konfession")


@rule(
    "PI104",
    Severity.INFO,
    source=sources.PERSONAL_UNRELATED,
    bad=(
        _HEAD + "PERSONAL DETAILS\nNationality: Indian",
        _HEAD + "PERSONAL DETAILS\nCitizenship - Canadian",
        "Jane Example\nNationality\tKenyan\njane@example.org",
        _HEAD + "PERSONAL DETAILS\nStaatsangehörigkeit: deutsch",
    ),
    good=(
        _HEAD + "PERSONAL DETAILS\nLocation: Leeds",
        _HEAD + "PERSONAL DETAILS\nWork permit: valid for the UK",
        _HEAD + "EXPERIENCE\nClerk, Acme Ltd, 2015 - 2019\n- Led staff of six nationalities.",
        _HEAD
        + "EXPERIENCE\nClerk, Acme Ltd, 2015 - 2019\n- Handled citizenship papers of 90 clients.",
    ),
    most=1,
)
def nationality(facts: Facts) -> Iterator[Hit]:
    """Nationality or citizenship.

    Where a permit is needed, the right to work is what an employer has to know; where somebody
    comes from is not.
    """
    found = next(((p, label) for p, label, ends, _ in _labels(facts, "nationality") if ends), None)
    yield from _hit(
        found,
        "your nationality",
        "usual for jobs abroad, as in the Gulf states, and in much of Asia and Europe",
        'elsewhere say only that you may work there ("entitled to work in the UK")',
    )


def _numbered(facts: Facts, key: str) -> tuple[Span, str] | None:
    """A label of the list ``key`` with a number behind it that no date is."""
    for place, label, _, rest in _labels(facts, key):
        number = _NUMBER.search(rest.split("\t")[0] or rest)
        if number and number.start() <= _BEFORE_NUMBER and not _is_date(rest, number):
            return place, label
    return None


_BEFORE_NUMBER = 12
"""Characters that may stand between a label and its number."""


def _is_date(text: str, number: re.Match[str]) -> bool:
    return any(a < number.end() and number.start() < b for a, b, _ in find_dates(text))


@rule(
    "PI201",
    Severity.INFO,
    source=sources.RCHILLI,
    bad=(
        _HEAD + "PERSONAL DETAILS\nPassport No: X1234567",
        _HEAD + "PERSONAL DETAILS\nPassport Number\t: X 1234567",
        "Jane Example\nPassport - X1234567\njane@example.org",
        _HEAD + "PERSONAL DETAILS\nVisa No. 1234567890",
    ),
    good=(
        _HEAD + "PERSONAL DETAILS\nPassport: valid until 2031",
        _HEAD + "PERSONAL DETAILS\nVisa Status: Employment Visa",
        _HEAD + "PERSONAL DETAILS\nPassport expiry: 23/01/2031",
        _HEAD + "EXPERIENCE\nClerk, Acme Ltd, 2015 - 2019\n- Checked 12000 passports a year.",
    ),
    most=1,
)
def passport_number(facts: Facts) -> Iterator[Hit]:
    """Number of a passport or a visa.

    It is asked for when a contract or a visa is drawn up. Until then it helps nobody but those who
    steal identities, and a resume passes through many hands.
    """
    yield from _hit(
        _numbered(facts, "passport"),
        "the number of your passport or visa",
        "agencies for work abroad, as in the Gulf states, often want it",
        'for everybody else leave it out; "valid passport" says enough',
    )


@rule(
    "PI202",
    Severity.INFO,
    source=sources.RCHILLI,
    bad=(
        _HEAD + "PERSONAL DETAILS\nAadhaar Card No: 1234 5678 9012",
        _HEAD + "PERSONAL DETAILS\nSSN: 000-12-3456",
        _HEAD + "PERSONAL DETAILS\nNational ID: 19800000000000000",
        _HEAD + "PERSONAL DETAILS\nDriving License No. 1234567",
    ),
    good=(
        _HEAD + "PERSONAL DETAILS\nDriving licence: full, clean",
        _HEAD + "PERSONAL DETAILS\nDriving License valid until 2031",
        _HEAD + "EXPERIENCE\nEngineer, Acme Ltd, 2015 - 2019\n- PAN India roll-out to 67000 users.",
        _HEAD + "CERTIFICATIONS\nCertified Analyst, ID: 1234567",
    ),
    most=1,
)
def national_id(facts: Facts) -> Iterator[Hit]:
    """Number of an identity card, of a tax or social security file, or of a driving licence.

    With the name and the date of birth beside it, it is all that it takes to pose as somebody.
    """
    yield from _hit(
        _numbered(facts, "national_id"),
        "the number of an official document of yours",
        "some employers ask for it once they hire you",
        "leave it out of the resume, in every country",
    )


@rule(
    "PI105",
    Severity.INFO,
    source=sources.PERSONAL,
    bad=(
        _HEAD + "PERSONAL DETAILS\nSex: Female",
        _HEAD + "PERSONAL DETAILS\nGender Male",
        "Jane Example\nFemale, 25 years\njane@example.org",
        _HEAD + "PERSONAL DETAILS\nGeschlecht: weiblich",
    ),
    good=(
        _HEAD + "PERSONAL DETAILS\nLocation: Leeds",
        _HEAD + "EXPERIENCE\nOfficer, Acme Aid, 2015 - 2019\n- Gender: led 3 studies of pay.",
        _HEAD + "EXPERIENCE\nNurse, Acme Care, 2015 - 2019\n- Ran the female ward of 20 beds.",
        _HEAD + "EDUCATION\nMA Gender Studies, Example University, 2015",
    ),
    most=1,
)
def gender(facts: Facts) -> Iterator[Hit]:
    """Sex or gender.

    Field studies have found that the same resume is answered differently under a man's and a
    woman's name; nothing about the work needs it said.
    """
    found = next(
        (
            (place, label)
            for place, label, ends, rest in _labels(facts, "gender")
            if _value("genders").match(rest) or (ends and not rest.strip())
        ),
        None,
    )
    yield from _hit(found or _bare_gender(facts), "your sex or gender", _USUAL, _ELSEWHERE)


def _bare_gender(facts: Facts) -> tuple[Span, str] | None:
    """A line of contact details that begins with it ("Female, 25 years")."""
    parts = [s.span for s in facts.resume.sections if s.kind in ("contact", "personal")]
    for line in facts.document.lines:
        found = re.match(r"\W{0,4}((?:Fem|M)ale)[ ]*(?:,|$)", facts.document.line_text(line))
        if found and not line.hidden and any(line.span.overlaps(part) for part in parts):
            return Span(line.span.start + found.start(1), line.span.start + found.end(1)), found[1]
    return None


@rule(
    "PI106",
    Severity.INFO,
    source=sources.PERSONAL,
    bad=(
        _HEAD + "PERSONAL DETAILS\nBlood Group: B+ve",
        _HEAD + "PERSONAL DETAILS\nHeight: 170 cm",
        _HEAD + "PERSONAL DETAILS\nWeight - 66 Kg",
        _HEAD + "PERSONAL DETAILS\nHealth status: Excellent",
    ),
    good=(
        _HEAD + "SKILLS\nHeight gauge, vernier caliper",
        _HEAD + "SKILLS\nHealth: epidemiology, statistics",
        _HEAD + "EXPERIENCE\nOfficer, Acme Ltd, 2015 - 2019\n- Health and safety of 400 staff.",
        _HEAD
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
            for key, value in (("body", _MEASURE), ("health", _value("healths")))
            for place, label, ends, rest in _labels(facts, key)
            if ends and value.match(rest)
        ),
        None,
    )
    yield from _hit(
        found,
        "your health or body",
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
        _HEAD + "PERSONAL DETAILS\nFather's Name: John Example",
        _HEAD + "PERSONAL DETAILS\nMother's name\tMary Example",
        "Jane Example\nD/O John Example\njane@example.org",
        _HEAD + "PERSONAL DETAILS\nChildren: 2",
    ),
    good=(
        _HEAD + "PERSONAL DETAILS\nLocation: Leeds",
        _HEAD + "LANGUAGES\nMother tongue: German",
        _HEAD
        + "EXPERIENCE\nNurse, Acme Care, 2015 - 2019\n- Advised mothers and fathers of infants.",
        _HEAD
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
            for place, label, ends, rest in _labels(facts, "family")
            if (ends and _is_relative(label, rest)) or (_OF.match(label) and rest[:1].isspace())
        ),
        None,
    )
    yield from _hit(
        found,
        "members of your family",
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
