"""PA: length."""

from __future__ import annotations

from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import noted, paged
from atscheck.data import load_words

_WORDS_PER_PAGE = 600
"""What a full page holds, for formats without pages. The study's pages had 350 to 425 words."""

_LOOSE = 350
"""Words of a page that is not set closely."""

_WRITTEN = 300
"""Characters from which a page counts: fewer are what ran over from the page before."""

_SHORT = "EXPERIENCE\nAnalyst, Acme Ltd, Jan 2022 - Dec 2024\n- Built 12 reports."
_LONG = "EXPERIENCE\nManager, Acme Ltd, Jan 2004 - Dec 2024\n- Led a team of 12 people."
_FULL = 2_500


@rule(
    "PA501",
    Severity.INFO,
    source=sources.LENGTH,
    bad=lambda: (
        Sample(paged(_SHORT, *4 * [_FULL]), "four pages; three years of work"),
        Sample(paged(_SHORT, _FULL, _FULL, 900), "a third of a third page; three years of work"),
        Sample(paged(_LONG, *4 * [_FULL]), "four pages; twenty years of work"),
        Sample(paged("EXPERIENCE\nAnalyst, Acme Ltd", *4 * [_FULL]), "four pages, without dates"),
    ),
    good=lambda: (
        Sample(paged(_SHORT, _FULL, _FULL), "two pages; three years of work"),
        Sample(paged(_LONG, _FULL, _FULL, _FULL), "three pages; twenty years of work"),
        Sample(paged(_SHORT, _FULL, _FULL, 40), "two pages, and one line that ran over"),
        Sample(
            paged("EXPERIENCE\nProfessor, 1998 - 2024\n\nPUBLICATIONS\n- One.", *9 * [_FULL]),
            "nine pages with publications",
        ),
        Sample(
            paged(
                "EXPERIENCE\nProfesora, 1998 - 2024\n\nEDUCATION\nPhD\n\n"
                "PUBLICACIONES EN REVISTAS\nUna.",
                *6 * [_FULL],
            ),
            "six pages, with publications in Spanish",
        ),
        noted("a text file of a page", _SHORT),
    ),
    options={
        "pages": "pages of a resume of a few years of work; one of many years has one more",
        "years": "years of work that are a few",
    },
)
def too_long(facts: Facts, *, pages: int = 2, years: int = 10) -> Iterator[Hit]:
    """The resume has more pages than its years of work call for.

    Two pages are read gladly, by one study more gladly than one; three suit more than ten years of
    work. Academic CVs, which list publications, are as long as they need to be.
    """
    document = facts.document
    if _is_academic(facts):
        return
    allowed = pages if _years(facts) <= years else pages + 1
    written = sum(page.characters >= _WRITTEN for page in document.pages)
    found = written if document.pages else document.words // _WORDS_PER_PAGE
    if found > allowed:
        about = "" if document.pages else "about "
        yield Hit(
            None,
            f"{about}{found} pages, where {allowed} would do",
            f"its {document.words} words fit on {allowed} pages: set the text closer together"
            if document.words <= _LOOSE * allowed
            else "shorten the jobs of more than ten years ago to a line each, and leave out what "
            "the role does not ask for",
        )


def _is_academic(facts: Facts) -> bool:
    """Whether a section lists publications or research, in whatever language."""
    stems = tuple(load_words("academic")["stems"])
    for section in facts.resume.sections:
        heading = facts.document.quote(section.heading).casefold() if section.heading else ""
        if section.kind in ("publications", "research") or any(
            word.startswith(stems) for word in heading.split()
        ):
            return True
    return False


def _years(facts: Facts) -> int:
    """Years since the first job began; many where no job's start is known."""
    starts = [p.start.year for p in facts.resume.positions if p.start]
    return facts.as_of.year - min(starts) if starts else 99
