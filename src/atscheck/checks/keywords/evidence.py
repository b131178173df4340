"""KW: which keywords count, and how much."""

from __future__ import annotations

from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.keywords.showing import listed, phrasing
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import marked
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Span
from atscheck.matching.model import Match
from atscheck.resume.belonging import positions_at
from atscheck.resume.model import Position
from atscheck.skills.model import Term

_AT_HOME = 2
"""Keywords found that make it worth telling of a doubtful one: with fewer, in real resumes of other
professions, it was the other meaning in 23 of 25."""

_LISTED = from_text("SKILLS\nPython, PyTorch, SQL\n\nEXPERIENCE\n- Wrote parsers in Python.")


@rule(
    "KW201",
    Severity.INFO,
    source=sources.TEXTKERNEL,
    bad=lambda: (
        Sample(
            from_text("SKILLS\nKubernetes\n\nEXPERIENCE\n- Ran 40 servers."), must=("Kubernetes",)
        ),
        Sample(
            from_text("SKILLS\nLanguages: Java, Kotlin\n\nEXPERIENCE\n- Wrote Java."),
            must=("Java", "Kotlin"),
        ),
        Sample(
            from_text("EDUCATION\nB.Sc. Biology\n\nSKILLS\nPython"), must=("Python",), kind="job"
        ),
        Sample(_LISTED, must=("PyTorch", "SQL")),
    ),
    good=lambda: (
        Sample(from_text("EXPERIENCE\n- Wrote parsers in Python."), must=("Python",)),
        Sample(
            from_text("SUMMARY\nEngineer who builds services in Java.\n\nSKILLS\nJava"),
            must=("Java",),
        ),
        Sample(from_text("SKILLS\nRuby, Perl"), must=("Kubernetes",)),
        Sample(_LISTED, must=("Python",)),
    ),
)
def listed_only(facts: Facts) -> Iterator[Hit]:
    """Keywords stand in a list of skills and in no statement.

    A list says that you know a tool, a statement what you did with it; some systems also count how
    long a skill was used by the job under which it stands.
    """
    only = [
        m
        for m in facts.matches
        if m.found and not m.in_context and any(e.section == "skills" for e in m.claims)
    ]
    if only:
        names = listed(m.claims[0].term for m in only)
        yield Hit(
            only[0].claims[0].span,
            f"listed, but used in no statement: {names}",
            f"say in a statement what you did with one of them: {_with(facts, only[0])}",
        )


def _with(facts: Facts, match: Match) -> str:
    """The target's sentence for a keyword where it names the term that is listed, else our own."""
    term = match.claims[0].term
    own = phrasing(facts.target, match.keyword.name)
    named = own is not None and term.casefold() in own.casefold()
    return str(own) if named else f"{{what you did}} with {term}, {{the result, with an amount}}"


@rule(
    "KW202",
    Severity.INFO,
    source=sources.SKILL_MATCH,
    bad=lambda: (
        Sample(
            from_text("EXPERIENCE\n- Took the Swift route to the depot.\n\nSKILLS\nSQL, Java"),
            must=("Swift", "SQL", "Java"),
        ),
        Sample(
            from_text("EXPERIENCE\n- Met R weekly on the plan.\n\nSKILLS\nSQL, Java"),
            must=("R", "SQL", "Java"),
        ),
        Sample(
            from_text("EXPERIENCE\n- Cleaned the Rust off all gates.\n\nSKILLS\nSQL, Java"),
            must=("Rust", "SQL", "Java"),
        ),
        Sample(
            from_text("EXPERIENCE\n- Ran weekly Go meetings.\n\nSKILLS\nSQL, Docker"),
            must=("Go", "SQL"),
            good=("Docker",),
        ),
    ),
    good=lambda: (
        Sample(from_text("SKILLS\nSwift, Kotlin, Java"), must=("Swift",)),
        Sample(from_text("EXPERIENCE\n- Wrote services in Go and Python."), must=("Go",)),
        Sample(from_text("EXPERIENCE\n- Took the Swift route to the depot."), must=("Swift",)),
        Sample(from_text("EXPERIENCE\n- Told guests where to go."), must=("Python",)),
        Sample(from_text("SKILLS\nPython, Go, Rust, SQL"), must=("Go",)),
    ),
)
def ambiguous_keyword(facts: Facts) -> Iterator[Hit]:
    """A word may mean the keyword or something else.

    It is shown, and not counted: what stands around it does not tell which is meant. Nothing is
    said where the resume shows hardly any other keyword, as it is most likely the other meaning.
    """
    doubtful = [e for _, e in facts.with_status("ambiguous")]
    if doubtful and sum(m.found for m in facts.matches) >= _AT_HOME:
        names = listed(f'"{facts.document.quote(e.span)}" for {e.term}' for e in doubtful)
        yield Hit(
            doubtful[0].span,
            f"may be meant or not, and not counted: {names}",
            "if it is meant, name it in your list of skills, or beside a word that makes it plain",
        )


@rule(
    "KW203",
    Severity.INFO,
    source=sources.SKILL_MATCH,
    bad=lambda: (
        Sample(from_text("SUMMARY\nAnalyst without experience in Python."), must=("Python",)),
        Sample(from_text("EXPERIENCE\n- Never used Docker at work."), must=("Docker",)),
        Sample(from_text("SUMMARY\nI have no knowledge of Java."), must=("Java",)),
        Sample(
            from_text("SUMMARY\nEngineer with no experience with Kubernetes yet."),
            must=("Kubernetes",),
        ),
    ),
    good=lambda: (
        Sample(from_text("SUMMARY\nNot only Python but also SQL in daily use."), must=("Python",)),
        Sample(
            from_text("SUMMARY\nNo experience with Java; builds services in Python."),
            must=("Python",),
        ),
        Sample(from_text("EXPERIENCE\n- Cut outages of Docker hosts to none."), must=("Docker",)),
        Sample(from_text("SUMMARY\nEngineer who runs Kubernetes clusters."), must=("Kubernetes",)),
    ),
)
def negated_keyword(facts: Facts) -> Iterator[Hit]:
    """A keyword is named only to say that the skill is not there.

    A search that looks for the word finds it all the same; a reader learns what you lack.
    """
    for _, evidence in facts.with_status("negated"):
        yield Hit(
            evidence.span,
            f"{evidence.term} is named as something you have not done, and was not counted",
            "leave the sentence out, or say what you have done that comes near",
        )


@rule(
    "KW204",
    Severity.INFO,
    source=sources.WHITE_TEXT,
    bad=lambda: (
        Sample(
            marked("SKILLS\nSQL\nPython Java", [3], hidden="ground"),
            "line 3 is white on white",
            must=("Java",),
        ),
        Sample(
            marked("Jane Example\nTerraform\n\nSKILLS\nSQL", [2], hidden="ground"),
            "line 2 is white on white",
            must=("Terraform",),
        ),
        Sample(
            marked("SUMMARY\nClerk.\nSKILLS\nDocker, SQL", [4], hidden="ground"),
            "line 4 is white on white",
            must=("Docker",),
        ),
        Sample(
            marked(
                "EXPERIENCE\n- Wrote parsers in Python.\nKubernetes Docker", [3], hidden="ground"
            ),
            "its last line is white on white",
            must=("Kubernetes",),
        ),
    ),
    good=lambda: (
        Sample(marked("SKILLS\nSQL\nJava", [3], hidden="ground"), "line 3 is white", must=("SQL",)),
        Sample(
            marked("SKILLS\nSQL, Java\nJava", [3], hidden="ground"),
            "line 3 is white",
            must=("Java",),
        ),
        Sample(from_text("SKILLS\nPython Java"), must=("Java",)),
        Sample(_LISTED, must=("PyTorch",)),
    ),
)
def hidden_keyword(facts: Facts) -> Iterator[Hit]:
    """A keyword stands only in text that a person cannot see.

    It was not counted. Recruiters find such text when they mark the page or read the plain text.
    Some templates hide text by mistake, so look at the place.
    """
    hidden = facts.with_status("hidden")
    if hidden:
        yield Hit(
            hidden[0][1].span,
            f"only in hidden text, and not counted: {listed(e.term for _, e in hidden)}",
            "remove the hidden text; show those skills that you have in statements",
        )


_AGELESS = ("soft-skills", "degrees", "languages", "certifications")
"""Fields of the lexicon whose terms do not age with the job that shows them."""

_OLD_JOBS = "EXPERIENCE\n{}, Acme Ltd, 2020 - present\n- {}\n{}, Beta Inc, 2005 - 2009\n- {}\n"
_PERL = _OLD_JOBS.format(
    "Developer", "Built services in Python.", "Programmer", "Wrote reports in Perl."
)


@rule(
    "KW403",
    Severity.INFO,
    source=sources.TEXTKERNEL,
    bad=lambda: (
        Sample(from_text(_PERL), must=("Perl", "Python")),
        Sample(from_text(_PERL.replace("in Perl", "in Perl and COBOL")), good=("Perl", "COBOL")),
        Sample(from_text(f"{_PERL}\nSKILLS\nPython, Git"), must=("Perl",), kind="job"),
        Sample(
            from_text(
                _OLD_JOBS.format(
                    "Bookkeeper",
                    "Closed the books of 20 shops in Xero.",
                    "Bookkeeper",
                    "Kept the ledgers of 5 farms in Sage 50.",
                )
            ),
            must=("Sage 50",),
        ),
    ),
    good=lambda: (
        Sample(from_text(_PERL), must=("Python",)),
        Sample(from_text(f"{_PERL}\nSKILLS\nPerl, Python"), must=("Perl",)),
        Sample(from_text(_PERL.replace("2009", "2017")), must=("Perl",)),
        Sample(from_text(_PERL.replace("2020 - present", "2001 - 2004")), must=("Perl",)),
    ),
    options={"years": "years since the end of a job after which what it shows is old"},
)
def outdated_only(facts: Facts, *, years: int = 10) -> Iterator[Hit]:
    """Names of tools stand only in jobs that ended more than ten years ago.

    Some systems also tell when a skill was last used, by the end of the job under which it stands.
    """
    since = facts.as_of.year * 12 + facts.as_of.month - 1 - 12 * years
    if not any(_ended(p, facts) >= since for p in facts.resume.positions):
        return
    shown = [m for m in facts.matches if m.found and all(map(_is_named, m.keyword.terms))]
    old = [m for m in shown if _is_old(m, since, facts)]
    if old:
        yield Hit(
            old[0].claims[0].span,
            f"only in jobs that ended over {years} years ago: "
            f"{listed(m.claims[0].term for m in old)}",
            "if you have used them since, show it in a newer job or name them in your list of "
            "skills; otherwise leave it as it is",
        )


def _is_named(term: Term) -> bool:
    """Whether a term is the name of a tool ("Perl"): what one does in every job has no name."""
    return term.field not in _AGELESS and not term.entry.islower()


def _ended(position: Position, facts: Facts) -> int:
    """The last month of a job, that of today where it lasts; 0 where no end is given."""
    if position.current:
        return facts.as_of.year * 12 + facts.as_of.month - 1
    return position.end.last_month if position.end else 0


def _statements(facts: Facts) -> list[Span]:
    """The places of the statements."""
    return [b.passage.span() for b in facts.resume.bullets]


def _is_old(match: Match, since: int, facts: Facts) -> bool:
    """Whether every place of a keyword is in a job that is known to have ended before ``since``."""
    if any(e.section != "experience" or not e.in_context or e.told for e in match.claims):
        return False
    for claim in match.claims:
        if not any(span.overlaps(claim.span) for span in facts.once(_statements)):
            return False
        held = positions_at([claim.span.start], facts.resume)
        if not held or not all(0 < _ended(p, facts) < since for p in held):
            return False
    return True
