"""KW: keywords in heaps: repeated, or one long list."""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Span
from atscheck.matching.model import Evidence
from atscheck.resume.model import Passage
from atscheck.skills.lexicon import load_lexicon

_IN_A_ROW = 4
"""Times that one keyword may stand in one passage before it is repetition for its own sake."""


@rule(
    "KW401",
    Severity.WARNING,
    source=sources.REPETITION,
    bad=lambda: (
        Sample(
            from_text("SKILLS\nPython, Python 3, Python expert, Python guru, Python, SQL"),
            must=("Python",),
        ),
        Sample(from_text("SKILLS\nSQL SQL SQL SQL SQL SQL"), good=("SQL",)),
        Sample(
            from_text(
                "SUMMARY\nJava engineer with Java experience who writes Java in Java teams\nthat "
                "love Java."
            ),
            must=("Java",),
        ),
        Sample(
            from_text(
                "EXPERIENCE\n- Used Docker, Docker images, Docker files, Docker nets, Docker."
            ),
            must=("Docker",),
        ),
    ),
    good=lambda: (
        Sample(
            from_text(
                "EXPERIENCE\n- Wrote Python tools.\n- Taught Python.\n- Reviewed Python code.\n"
                "- Packaged Python.\n- Timed Python."
            ),
            must=("Python",),
        ),
        Sample(from_text("SKILLS\nSQL, PostgreSQL, MySQL, SQLite, NoSQL"), must=("SQL",)),
        Sample(from_text("SKILLS\nJava 8, Java 11, Java 17, Java EE"), must=("Java",)),
        Sample(from_text("SKILLS\nPython 3, SQL\n\nEXPERIENCE\n- Wrote Python."), must=("Python",)),
    ),
)
def stuffed_keyword(facts: Facts) -> Iterator[Hit]:
    """A keyword is repeated far more often than text needs.

    A keyword counts once however often it stands; repetition only costs the reader's trust.
    """
    shown = (p.span() for p in facts.resume.passages if p.text and not p.hidden)
    starts = sorted(span.start for span in shown)
    for match in facts.matches:
        passages: dict[int, list[Evidence]] = {}
        for claim in match.claims:
            if claim.form == "exact":
                passages.setdefault(bisect_right(starts, claim.span.start), []).append(claim)
        here = next((found for found in passages.values() if len(found) > _IN_A_ROW), None)
        if here:
            yield Hit(
                here[0].span,
                f"{here[0].term} stands {len(here)} times in one passage",
                "name it once in the list, and show it in a statement",
            )


_PARTS = re.compile(r"[,;|•·●▪\n]")
_LABEL = re.compile(r"[^,;|•·●▪]{2,40}:|[^,;|•·●▪]{2,40}\s[-–—]\s")
_GROUP = 3
"""Terms of one field that make a group, and terms that a suggestion names of it."""

_WORDS = 3
"""The most words of an item of a list, on average; statements have more between their commas."""

_TOOLS = (
    "Python, Java, Kotlin, Scala, Ruby, PHP, Perl, Rust, JavaScript, TypeScript, React, Angular, "
    "Django, Flask, Docker, Kubernetes, Terraform, Ansible, Jenkins, Git, Linux, "
)
_DATA = (
    "SQL, PostgreSQL, MySQL, Oracle, MongoDB, Redis, Tableau, Power BI, Hadoop, Spark, Kafka, "
    "Airflow, dbt, Snowflake, BigQuery, ETL, "
)
_OFFICE = "Excel, Word, PowerPoint, Outlook, accounting, payroll, invoicing, budgeting"
_WALL = textwrap.fill(_TOOLS + _DATA + _OFFICE, 60)


def _grouped(names: str) -> str:
    """A list of the examples with its parts on lines of their own, each with a label."""
    names = names.replace("\n", " ")
    groups = names.replace("SQL, P", "\nData: SQL, P").replace("Excel, ", "\nOffice: Excel, ")
    return "\n".join(textwrap.fill(line, 60) for line in groups.splitlines())


@rule(
    "KW402",
    Severity.INFO,
    source=sources.TEXTKERNEL,
    bad=(
        f"SKILLS\n{_WALL}",
        "SKILLS\n" + _WALL.replace(", ", " | "),
        "SKILLS\n" + re.sub(r",\s", "\n", _WALL),
        "CORE COMPETENCIES\n" + _WALL.replace(", ", " • "),
    ),
    good=lambda: (
        "SKILLS\n" + textwrap.fill(_TOOLS + _OFFICE, 60),
        f"SKILLS\nTools: {_grouped(_WALL)}",
        "SKILLS\nTools: " + _grouped(_WALL).replace(", ", " | "),
        f"SKILLS\n{textwrap.fill(_TOOLS, 60)}\n\nINTERESTS\n{textwrap.fill(_OFFICE, 60)}",
    ),
    options={"items": "items of one list that are not too many"},
)
def skills_unordered_wall(facts: Facts, *, items: int = 40) -> Iterator[Hit]:
    """One list of skills has over forty items and no groups.

    A reader who looks for one of them reads them all; in named groups of a few each it is found at
    a glance.
    """
    for kind, run in groupby(facts.resume.passages, key=_of_a_list):
        passages = list(run)
        names = [name for p in passages for name in _items(p.text)] if kind else []
        if len(names) > items:
            yield Hit(
                Span(passages[0].span().start, passages[-1].span().end),
                f"one list of {len(names)} items without groups",
                _groups_of(names),
            )


def _of_a_list(passage: Passage) -> bool:
    """Whether a passage is a list of skills, or one of its items, without a label."""
    if passage.section != "skills" or passage.kind == "heading" or passage.hidden:
        return False
    names = _items(passage.text)
    short = 0 < len(passage.text.split()) <= _WORDS * len(names)
    return short and not _LABEL.match(passage.text)


def _items(text: str) -> list[str]:
    return [name for part in _PARTS.split(text) if (name := part.strip(" .-–"))]


def _groups_of(names: Sequence[str]) -> str:
    """The groups that the lexicon knows of some items, those of most items first."""
    fields: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        if field := load_lexicon().resolve(name).field:
            fields.setdefault(field.replace("-", " "), []).append(name)
    large = sorted((f for f in fields if len(fields[f]) >= _GROUP), key=lambda f: -len(fields[f]))
    if len(large) < 2:
        return "put it into named groups of a few items each, what the job asks for first"
    told = (f'"{field}: {", ".join(fields[field][:_GROUP])}, …"' for field in large[:4])
    return f"put it into named groups, what the job asks for first, for example {'; '.join(told)}"
