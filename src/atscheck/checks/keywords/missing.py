"""KW: what the target asks for and the resume does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.keywords.showing import either, first_named, how_to_show, listed
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.documents.assemble import from_text
from atscheck.matching.requirements import stands_in, titled
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Tier

_LISTED = from_text("SKILLS\nPython, PyTorch, SQL\n\nEXPERIENCE\n- Wrote parsers in Python.")
_NURSE = from_text("EXPERIENCE\nNurse, Example Clinic, 2019 - 2024\n- Gave wound care to 20 a day.")
_HEADLINE = (
    "Jane Example\n{}\njane@example.org\n\nEXPERIENCE\n{}, Acme Ltd, 2019 - 2024\n- Built {}."
)


_ASIDE = re.compile(r"\([^()]*\)")
_WORDS = 6
"""The most words of a title that says no more than who is sought."""


def _missing(facts: Facts, tier: Tier) -> list[Keyword]:
    """The missing keywords of a tier, the weightiest first."""
    found = [m for m in facts.matches if m.status == "missing" and m.keyword.tier == tier]
    return [m.keyword for m in sorted(found, key=lambda m: -m.keyword.weight)]


@rule(
    "KW101",
    Severity.WARNING,
    source=sources.SKILL_MATCH,
    bad=lambda: (
        Sample(_LISTED, must=("Kubernetes",)),
        Sample(_LISTED, must=("Kubernetes", "Docker", "SQL")),
        Sample(_LISTED, must=("Java | Kotlin",), kind="job"),
        Sample(_NURSE, must=("infection control", "wound care")),
    ),
    good=lambda: (
        Sample(_LISTED, must=("PyTorch", "Python")),
        Sample(_LISTED, good=("Kubernetes",)),
        Sample(_LISTED, must=("TensorFlow | PyTorch",)),
        Sample(from_text("SKILLS\nPostgres, k8s"), must=("PostgreSQL", "Kubernetes")),
    ),
)
def must_have_missing(facts: Facts) -> Iterator[Hit]:
    """Keywords that the role must have stand nowhere.

    Searches and match reports weigh such skills most. Where you have the skill under other words,
    the keyword's own words help; where you do not, leave it out.
    """
    missing = _missing(facts, "must")
    if missing:
        what = "a must-have keyword was" if len(missing) == 1 else "must-have keywords were"
        yield Hit(
            None,
            f"{what} not found: {listed(map(either, missing))}",
            how_to_show(missing, facts.target, facts.matches, facts.document),
        )


@rule(
    "KW102",
    Severity.INFO,
    source=sources.SKILL_MATCH,
    bad=lambda: (
        Sample(_LISTED, good=("Kubernetes", "Docker")),
        Sample(_LISTED, must=("Python",), good=("Terraform",)),
        Sample(_LISTED, good=("Java | Kotlin", "Python"), kind="job"),
        Sample(_NURSE, good=("triage",)),
    ),
    good=lambda: (
        Sample(_LISTED, good=("PyTorch",)),
        Sample(_LISTED, must=("Kubernetes",)),
        Sample(_LISTED, good=("TensorFlow | PyTorch",)),
        Sample(from_text("SKILLS\nAmazon Web Services"), good=("AWS",)),
    ),
)
def good_to_have_missing(facts: Facts) -> Iterator[Hit]:
    """Keywords that are good to have stand nowhere.

    They weigh less than those that the role must have; the few that are true of you are worth a
    line.
    """
    missing = _missing(facts, "good")
    if missing:
        yield Hit(
            None,
            f"good to have and not found: {listed(map(first_named, missing))}",
            "if you have done one of these, say in a statement where and for what",
        )


@rule(
    "KW404",
    Severity.INFO,
    source=sources.SKILL_MATCH,
    bad=lambda: (
        Sample(_NURSE, title="Data Engineer"),
        Sample(
            from_text(_HEADLINE.format("Cook", "Head Chef", "menus")), title="Warehouse Operative"
        ),
        Sample(
            from_text(_HEADLINE.format("Analyst", "Analyst", "models")),
            title="Office Manager (m/f)",
        ),
        Sample(from_text("SUMMARY\nTeacher of maths.\n\nSKILLS\nSQL"), title="Senior Paralegal"),
    ),
    good=lambda: (
        Sample(
            from_text(_HEADLINE.format("Cook", "Data Engineer", "feeds")), title="Data Engineer"
        ),
        Sample(
            from_text(_HEADLINE.format("Software Developer", "Clerk", "tools")),
            title="Senior Software Engineer",
        ),
        Sample(
            from_text("SUMMARY\nProject manager with ten years at sites.\n\nSKILLS\nSQL"),
            title="Project Manager, Berlin",
        ),
        Sample(from_text(_HEADLINE.format("RN", "Nurse", "rotas")), title="Registered Nurse (RN)"),
    ),
)
def title_missing(facts: Facts) -> Iterator[Hit]:
    """The posting's title, or one near it, stands nowhere in the resume.

    Recruiters also search by the title. It may stand in the line below the name or in the summary
    as what you look for; the titles of your jobs are what your employers called them.
    """
    asked = facts.target.requirements
    # What stands in brackets is of the post ("Top Secret Clearance"), not of the person.
    title = " ".join(_ASIDE.sub(" ", asked.title or "").split()) if asked else ""
    if not 0 < len(title.split()) <= _WORDS or titled(title, facts.resume):
        return
    term = load_lexicon().resolve(title)
    names = (title, term.entry, *term.acronyms, *term.aliases)
    if not any(stands_in(name, facts.resume) for name in names):
        yield Hit(
            None,
            f'the posting\'s title, "{title}", stands nowhere, nor does one near it',
            f'if it is what you do, say so below your name or in the summary: "{title}"; '
            "leave the titles of your jobs as they were",
        )
