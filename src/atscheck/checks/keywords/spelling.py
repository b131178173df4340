"""KW: how keywords are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atscheck.checks import sources
from atscheck.checks.keywords.edits import edits
from atscheck.checks.keywords.names import both, is_initials, is_short
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.documents.assemble import from_text
from atscheck.matching.model import Evidence
from atscheck.skills.lexicon import load_lexicon, surface_key
from atscheck.skills.model import Term

_NLP = "natural language processing"


@dataclass(frozen=True, slots=True)
class _Acronym:
    """A term that has a full and a short form, and how the resume writes it."""

    term: Term
    full: str
    short: str
    evidence: tuple[Evidence, ...]
    written: frozenset[str]


def _acronyms(facts: Facts) -> tuple[_Acronym, ...]:
    """The terms met that have both forms, each once."""
    found: dict[str, _Acronym] = {}
    for match in facts.matches:
        every = [e for e in match.claims if e.form != "implied"]
        for term in match.keyword.terms if every else ():
            claims = tuple(e for e in every if e.term == term.name)
            if not claims or term.entry in found:
                continue
            names = (term.entry, *term.acronyms)
            full = next((n for n in names if " " in n), "")
            short = next((n for n in names if is_short(n) and is_initials(n, full)), "")
            if full and short:
                written = frozenset(facts.document.quote(e.span) for e in claims)
                found[term.entry] = _Acronym(term, full, short, claims, written)
    return tuple(found.values())


@rule(
    "KW301",
    Severity.INFO,
    source=sources.ACRONYMS,
    bad=lambda: (
        Sample(from_text("EXPERIENCE\n- Ran RHEL hosts."), must=("Red Hat Enterprise Linux",)),
        Sample(from_text("SKILLS\nUAT, SQL"), must=("user acceptance testing",)),
        Sample(
            from_text("EXPERIENCE\n- Trained RNN and CNN models."),
            must=("convolutional neural network",),
        ),
        Sample(from_text("EXPERIENCE\n- Built NLP services in Python."), must=(_NLP,)),
    ),
    good=lambda: (
        Sample(
            from_text("SKILLS\nuser acceptance testing (UAT), SQL"),
            must=("user acceptance testing",),
        ),
        Sample(
            from_text(
                "EXPERIENCE\n- Led user acceptance testing of 4 releases.\n- Signed off UAT."
            ),
            must=("user acceptance testing",),
        ),
        Sample(
            from_text("EXPERIENCE\n- Built natural language processing (NLP) services."),
            must=(_NLP,),
        ),
        Sample(from_text("EXPERIENCE\n- Wrote reports in SQL."), must=("SQL",)),
    ),
)
def acronym_only(facts: Facts) -> Iterator[Hit]:
    """A keyword stands only as an acronym.

    Some searches do not expand acronyms: who looks for the full term misses it. Writing both once
    serves every search.
    """
    for found in facts.once(_acronyms):
        if " " in found.term.entry and all(map(is_short, found.written)):
            span = found.evidence[0].span
            yield Hit(
                span,
                f'"{facts.document.quote(span)}" is never written out',
                f'where it means {found.full}, write both once: "{both(found.full, found.short)}"',
            )


_LETTERS = 3
"""Letters of an acronym that nobody takes for another one."""


def _is_common(acronym: _Acronym, facts: Facts) -> bool:
    """Whether people search for the acronym: the target writes it, or it stands for one thing.

    Of two letters ("DL", "CV") each stands for several, whatever the lexicon knows.
    """
    short = acronym.short
    if len(short) < _LETTERS:
        return False
    asked = (t for k in facts.target.keywords for t in (k.name, *(w.text for w in k.wordings)))
    if short in asked or acronym.term.entry == short:
        return True
    one = len(load_lexicon().surfaces.get(surface_key(short), ())) == 1
    return one and short not in acronym.term.ambiguous


def _is_term(claim: Evidence, written: str) -> bool:
    """Whether it is used as a term: not in a course's or paper's name, nor as an adjective."""
    return (claim.in_context or claim.section == "skills") and "-" not in written


@rule(
    "KW302",
    Severity.INFO,
    source=sources.ACRONYMS,
    bad=lambda: (
        Sample(
            from_text("EXPERIENCE\n- Ran Red Hat Enterprise Linux hosts."),
            must=("Red Hat Enterprise Linux",),
        ),
        Sample(
            from_text("SKILLS\nuser acceptance testing, SQL"), must=("user acceptance testing",)
        ),
        Sample(
            from_text("EXPERIENCE\n- Trained deep neural networks."),
            must=("deep neural network",),
        ),
        Sample(from_text("EXPERIENCE\n- Built natural language processing tools."), must=(_NLP,)),
    ),
    good=lambda: (
        Sample(from_text("EXPERIENCE\n- Built deep learning models."), must=("deep learning",)),
        Sample(
            from_text("EDUCATION\nCourse in natural language processing"),
            must=("natural language processing",),
        ),
        Sample(
            from_text("SKILLS\nUAT, user acceptance testing"), must=("user acceptance testing",)
        ),
        Sample(
            from_text("EXPERIENCE\n- Built natural language processing (NLP) services."),
            must=(_NLP,),
        ),
    ),
)
def full_term_only(facts: Facts) -> Iterator[Hit]:
    """A keyword stands only in its long form, although its acronym is common.

    Who searches for the acronym misses it. Writing both once serves every search.
    """
    for found in facts.once(_acronyms):
        quoted = [(e, facts.document.quote(e.span)) for e in found.evidence]
        long = [e for e, text in quoted if is_initials(found.short, text) and _is_term(e, text)]
        told = any(map(is_short, found.written)) or not _is_common(found, facts)
        if long and not told:
            yield Hit(
                long[0].span,
                f'"{facts.document.quote(long[0].span)}" stands without its acronym',
                f'write both once: "{both(found.full, found.short)}"',
            )


@rule(
    "KW303",
    Severity.INFO,
    source=sources.EXACT_SEARCH,
    bad=lambda: (
        Sample(from_text("SKILLS\nPostgres, Python"), must=("PostgreSQL",), kind="job"),
        Sample(from_text("EXPERIENCE\n- Wrote golang services."), must=("Go",), kind="job"),
        Sample(
            from_text("EXPERIENCE\n- Wrote reports in MS Excel."),
            must=("Microsoft Excel",),
            kind="job",
        ),
        Sample(
            from_text("EXPERIENCE\n- Ran k8s clusters of 200 nodes."),
            must=("Kubernetes",),
            kind="job",
        ),
    ),
    good=lambda: (
        Sample(from_text("EXPERIENCE\n- Ran k8s clusters."), must=("Kubernetes",)),
        Sample(from_text("SKILLS\nPostgreSQL, Python"), must=("PostgreSQL",), kind="job"),
        Sample(from_text("EXPERIENCE\n- Wrote JavaScript."), must=("Java",), kind="job"),
        Sample(
            from_text("EXPERIENCE\n- Ran Kubernetes clusters of 200 nodes."),
            must=("Kubernetes",),
            kind="job",
        ),
    ),
)
def different_wording(facts: Facts) -> Iterator[Hit]:
    """The posting writes a keyword otherwise than the resume.

    Some systems compare letters and miss other words for the same thing.
    """
    for edit in edits(facts):
        if edit.kind in ("wording", "implied"):
            yield Hit(edit.span, edit.why, edit.advice)


@rule(
    "KW304",
    Severity.INFO,
    source=sources.SPELLING,
    bad=lambda: (
        Sample(from_text("SKILLS\nKuberentes, Docker"), must=("Kubernetes",)),
        Sample(from_text("EXPERIENCE\n- Wrote reports in Pyhton and SQL."), must=("Python",)),
        Sample(from_text("SKILLS\nPostgreSQL, Javascirpt"), must=("JavaScript",)),
        Sample(from_text("SKILLS\nPython, Tensorfow, SQL"), must=("TensorFlow",)),
    ),
    good=lambda: (
        Sample(from_text("SKILLS\nkubernetes, docker"), must=("Kubernetes",)),
        Sample(from_text("SKILLS\nJava, SQL"), must=("JavaScript",)),
        Sample(from_text("SKILLS\nPostgres, SQL"), must=("PostgreSQL",)),
        Sample(from_text("SKILLS\nPython, Tensorflow, SQL"), must=("TensorFlow",)),
    ),
)
def misspelt_keyword(facts: Facts) -> Iterator[Hit]:
    """A word is nearly a keyword, and may be a slip.

    A search for the right spelling does not find it, and errors of spelling cost interviews.
    """
    for _, evidence in facts.with_status("typo"):
        yield Hit(
            evidence.span,
            f'"{facts.document.quote(evidence.span)}" may be a slip for {evidence.term}, '
            "and was not counted",
            f'write "{evidence.term}" if that is meant',
        )
