"""PA: headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.documents.model import Document, Line, Span
from atscheck.resume.heading_texts import is_heading_text
from atscheck.resume.model import SectionKind


@rule(
    "PA401",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=(
        "SUMMARY\nAnalyst.\n\nEXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2024\n\n"
        "MY JOURNEY\nBuilt things.",
        "SUMMARY\nAnalyst.\n\nEXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2024\n\n"
        "THE MAGIC I BRING\nPython, SQL",
        "SKILLS\nPython, SQL\n\nEDUCATION\nBSc Statistics, 2012\n\n"
        "WAR STORIES\nBuilt things for shops.",
        "SKILLS\nPython, SQL\n\nSUMMARY\nAnalyst.\n\nSTORY SO FAR\nAnalyst at Acme Ltd.",
    ),
    good=(
        "SUMMARY\nAnalyst.\n\nWORK HISTORY\nAnalyst, Acme Ltd, 2019 - 2024",
        "JANE EXAMPLE\njane@example.org\n\nEXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2024",
        "EXPERIENCE\nACME LTD\nAnalyst, 2019 - 2024\n- Built reports.",
        "EDUCATION\nBSc Statistics\n\nS. S. C. (X)\nExample School\n\nPOST : EXAMPLE TOWN\nSkills",
        "TECHNICAL SKILLS\nPython, SQL\n\nAWARDS\nBest paper, 2019\n\nVOLUNTEERING\nCook",
    ),
)
def unknown_heading(facts: Facts) -> Iterator[Hit]:
    """Headings that no list of usual headings has.

    A parser files text by its heading; under one that it does not know, the text goes to the
    section above or to none.
    """
    found = [
        s.heading
        for s in facts.resume.sections
        if s.kind == "other"
        and s.heading
        and not is_heading_text(facts.document.quote(s.heading))
        and not _is_other(facts, s.heading)
    ]
    if found:
        texts = dict.fromkeys(facts.document.quote(h).strip(" :") for h in found)
        names = ", ".join(f'"{text}"' for text in list(texts)[:6])
        yield Hit(
            found[0],
            f"not a usual heading: {names}",
            "where it heads a section on jobs, studies or skills, give it the usual name "
            "(Experience, Education, Skills); otherwise check its spelling, or leave it as it is",
        )


_LETTERS = 5
"""Letters of a heading; shorter ones are degrees and initials ("MA", "S. S. C.")."""
_VALUE = re.compile(r"[\t:][\s:.-]*\w")
"""What makes a line a field with its value, or a row of a table: "Nationality: Danish"."""


def _is_other(facts: Facts, heading: Span) -> bool:
    """Whether what looks like a heading is a person's name, the head of a job or a field."""
    text = facts.document.quote(heading).strip(" :").casefold()
    name = (facts.resume.contact.name or "").casefold().split()
    return (
        set(text.split()) <= set(name)
        or any(p.span.overlaps(heading) for p in facts.resume.positions)
        or bool(_VALUE.search(text))
        or max(map(len, re.split(r"[\W_]+", text))) < _LETTERS
    )


_EXPECTED: tuple[tuple[str, frozenset[SectionKind]], ...] = (
    ("experience", frozenset(["experience", "projects", "research", "volunteering"])),
    ("education", frozenset(["education", "certifications"])),
    ("skills", frozenset(["skills"])),
)


@rule(
    "PA402",
    Severity.INFO,
    source=sources.TEXTKERNEL,
    bad=(
        "Jane Example\n\nEXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2024\n- Built reports.",
        "Jane Example\nAnalyst at Acme Ltd since 2019, with a BSc in statistics.",
        "EDUCATION\nBSc Statistics, 2012\n\nSKILLS\nPython, SQL\n\nHOBBIES\nChess",
        "WORK HISTORY\nAnalyst, Acme Ltd, 2019 - 2024\n\nTECHNICAL SKILLS\nPython, SQL",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd\n\nEDUCATION\nBSc Statistics\n\nSKILLS\nPython, SQL",
        "Projects\nA search index\n\nCertifications\nCSM\n\nTechnical Skills\nPython, SQL",
        "SUMMARY OF SKILLS\nPython.\n\nEDUCATION\nBSc\n\nEXPERIENCE\nAnalyst, Acme, 2019",
        "VOLUNTEERING\nCook\n\nEDUCATION AND SKILLS\nBSc Statistics; Python, SQL",
    ),
)
def missing_section(facts: Facts) -> Iterator[Hit]:
    """No heading for experience, education or skills was recognised.

    Parsers look for these three; text without its heading may be filed elsewhere.
    """
    headings = {s.heading: s.kind for s in facts.resume.sections if s.heading}
    kinds = set(headings.values())
    said = " ".join(facts.document.quote(heading).casefold() for heading in headings)
    missing = [n for n, any_of in _EXPECTED if not kinds & any_of and n.rstrip("s") not in said]
    if missing:
        yield Hit(
            None,
            f"no heading was recognised for: {', '.join(missing)}",
            "if you have something to put there, put it below a heading on a line of its own: "
            + ", ".join(f'"{name.capitalize()}"' for name in missing),
        )


@rule(
    "PA403",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd\n\nEDUCATION: BSc Statistics,\nExample University, 2012",
        "SUMMARY\nAnalyst.\n\nSKILLS: Python, SQL, Kafka,\nSpark and Airflow",
        "EDUCATION\nBSc Statistics\n\nEXPERIENCE: Analyst, Acme Ltd, 2019 - 2024\n"
        "- Built 12 reports.",
        "SUMMARY\nAnalyst.\n\nEDUCATION\tBSc Statistics,\nExample University, 2012",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd\n\nEDUCATION\nBSc Statistics, Example University",
        "SUMMARY\nAnalyst.\n\nEXPERIENCE: 5 years in all\nExample University, 2012",
        "EXPERIENCE:\nAnalyst, Acme Ltd\n\nEDUCATION -\nBSc Statistics, Example University",
        "SUMMARY\nAnalyst.\n\nSKILLS: Python, SQL\nLANGUAGES: English",
    ),
)
def heading_beside_text(facts: Facts) -> Iterator[Hit]:
    """A heading stands on one line with the text of its section.

    Many parsers know a section by a line that is a heading and nothing else; such text may be filed
    under the heading above.
    """
    document = facts.document
    covered: Counter[int] = Counter()
    for heading in (s.heading for s in facts.resume.sections if s.heading):
        for line in document.lines_of(heading):
            covered[line.number] += heading.end - heading.start
    filed = (s for s in facts.resume.sections if s.heading and s.kind in _FILED)
    found = [s for s in filed if _has_text_beside(document.lines_of(s.span), document, covered)]
    if found:
        names = ", ".join(f'"{document.quote(s.heading).strip(" :-")}"' for s in found if s.heading)
        yield Hit(
            found[0].heading,
            f"a heading and its text share a line: {names}",
            "give the heading a line of its own",
        )


_FILED = frozenset(["experience", "education", "skills"])
_FIELD = re.compile(r"[^:\t]{1,40}[:\t]")
_YEARS = re.compile(r"\b(?:years?|yrs?|months?)\b", re.IGNORECASE)


def _has_text_beside(lines: Sequence[Line], document: Document, covered: Mapping[int, int]) -> bool:
    """Whether a section's text begins on the line of its heading and goes on below.

    Not so a field with its value among others, such as "Total experience: 5 years". ``covered`` is
    how many characters of a line, by its number, belong to headings.
    """
    first, *others = lines
    text = document.line_text(first)
    goes_on = bool(others) and not _FIELD.match(document.line_text(others[0]))
    beside = len(text) - covered[first.number]
    return beside > _BESIDE and goes_on and not _YEARS.search(text)


_BESIDE = 5
"""Characters from which something beside a heading is more than marks and spaces."""
