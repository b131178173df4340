"""KW: keywords."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import marked
from atscheck.documents.assemble import from_text
from atscheck.matching.model import Evidence, Match, Status
from atscheck.skills.model import Keyword, Term, Tier

_NAMED = 12
"""Keywords that one finding names before it only counts them."""

_ALTERNATIVES = 3
"""Terms of an any-of keyword that a message names before it only counts them."""

_NLP = "natural language processing"
_LISTED = from_text("SKILLS\nPython, PyTorch, SQL\n\nEXPERIENCE\n- Wrote parsers in Python.")


def _missing(facts: Facts, tier: Tier) -> list[Match]:
    """The missing keywords of a tier, the weightiest first."""
    found = [m for m in facts.matches if m.status == "missing" and m.keyword.tier == tier]
    return sorted(found, key=lambda m: -m.keyword.weight)


def _phrasing(facts: Facts, keyword: str) -> str | None:
    """The target's sentence for ``keyword``, its slots kept, if it has one."""
    return next((p.text for p in facts.target.phrasing if keyword in p.keywords), None)


def _how_to_show(facts: Facts, keyword: Keyword) -> str:
    text = _phrasing(facts, keyword.name)
    if text is not None:
        return f"if you have done it, say so in a statement, for example: {text}"
    what = "it" if len(keyword.terms) > 1 else keyword.name
    return f"if you have done it, say in a statement where and for what you used {what}"


def _named(keyword: Keyword) -> str:
    """The keyword in quotation marks; of one that any of many terms meets the first ones."""
    names = [f'"{term.name}"' for term in keyword.terms]
    if len(names) <= _ALTERNATIVES:
        return " or ".join(names)
    return f"{', '.join(names[:_ALTERNATIVES])} or one of {len(names) - _ALTERNATIVES} others"


def _first_named(keyword: Keyword) -> str:
    """The keyword's first term, where a message names many keywords."""
    return keyword.terms[0].name


def _listed(names: Iterable[str]) -> str:
    every = list(dict.fromkeys(names))
    more = len(every) - _NAMED
    return "; ".join(every[:_NAMED]) + (f"; and {more} more" if more > 0 else "")


@rule(
    "KW101",
    Severity.WARNING,
    source=sources.SKILL_MATCH,
    bad=(Sample(_LISTED, must=("Kubernetes",)),),
    good=(Sample(_LISTED, must=("PyTorch", "Python")), Sample(_LISTED, good=("Kubernetes",))),
    most=10,
)
def must_have_missing(facts: Facts) -> Iterator[Hit]:
    """A keyword that the role must have stands nowhere.

    Searches and match reports weigh such skills most. Where you have the skill under other words,
    the keyword's own words help; where you do not, leave it out.
    """
    for match in _missing(facts, "must"):
        keyword = match.keyword
        yield Hit(None, f"{_named(keyword)} was not found", _how_to_show(facts, keyword))


@rule(
    "KW102",
    Severity.INFO,
    source=sources.SKILL_MATCH,
    bad=(Sample(_LISTED, good=("Kubernetes", "Docker")),),
    good=(Sample(_LISTED, good=("PyTorch",)), Sample(_LISTED, must=("Kubernetes",))),
)
def good_to_have_missing(facts: Facts) -> Iterator[Hit]:
    """Keywords that are good to have stand nowhere.

    They weigh less than those that the role must have; the few that are true of you are worth a
    line.
    """
    missing = [m.keyword for m in _missing(facts, "good")]
    if missing:
        yield Hit(
            None,
            f"good to have and not found: {_listed(map(_first_named, missing))}",
            "if you have done one of these, say in a statement where and for what",
        )


@rule(
    "KW201",
    Severity.INFO,
    source=sources.TEXTKERNEL,
    bad=(Sample(_LISTED, must=("PyTorch", "SQL")),),
    good=(Sample(_LISTED, must=("Python",)),),
)
def listed_only(facts: Facts) -> Iterator[Hit]:
    """Keywords stand in a list and in no statement.

    A list says that you know a tool, a statement what you did with it; some systems also count how
    long a skill was used by the job under which it stands.
    """
    listed = [m for m in facts.matches if m.found and not m.in_context]
    if listed:
        names = _listed(m.claims[0].term for m in listed)
        yield Hit(
            listed[0].claims[0].span,
            f"listed, but used in no statement: {names}",
            _how_to_show(facts, listed[0].keyword),
        )


def _with_status(facts: Facts, status: Status) -> list[tuple[Match, Evidence]]:
    """The keywords whose best evidence has ``status``, with the first such place."""
    return [
        (m, next(e for e in m.evidence if e.status == status))
        for m in facts.matches
        if m.status == status
    ]


@rule(
    "KW202",
    Severity.INFO,
    source=sources.SKILL_MATCH,
    bad=(
        Sample(
            from_text("EXPERIENCE\nManager, Acme Ltd, 2019 - 2024\n- Ran weekly Go meetings."),
            must=("Go",),
        ),
    ),
    good=(Sample(from_text("SKILLS\nPython, Go, Rust, SQL"), must=("Go",)),),
)
def ambiguous_keyword(facts: Facts) -> Iterator[Hit]:
    """A word may mean the keyword or something else.

    It is shown, and not counted: what stands around it does not tell which is meant.
    """
    doubtful = [e for _, e in _with_status(facts, "ambiguous")]
    if doubtful:
        names = _listed(f'"{facts.document.quote(e.span)}" for {e.term}' for e in doubtful)
        yield Hit(
            doubtful[0].span,
            f"may be meant or not, and not counted: {names}",
            "if it is meant, name it in your list of skills, or beside a word that makes it plain",
        )


@rule(
    "KW203",
    Severity.INFO,
    source=sources.SKILL_MATCH,
    bad=(
        Sample(
            from_text("SUMMARY\nEngineer with no experience with Kubernetes yet."),
            must=("Kubernetes",),
        ),
    ),
    good=(
        Sample(from_text("SUMMARY\nEngineer who runs Kubernetes clusters."), must=("Kubernetes",)),
    ),
)
def negated_keyword(facts: Facts) -> Iterator[Hit]:
    """A keyword is named only to say that the skill is not there.

    A search that looks for the word finds it all the same; a reader learns what you lack.
    """
    for _, evidence in _with_status(facts, "negated"):
        yield Hit(
            evidence.span,
            f"{evidence.term} is named as something you have not done, and was not counted",
            "leave the sentence out, or say what you have done that comes near",
        )


@rule(
    "KW204",
    Severity.WARNING,
    source=sources.WHITE_TEXT,
    bad=(
        Sample(
            marked("EXPERIENCE\n- Wrote parsers in Python.\nKubernetes Docker", [3], hidden=True),
            "its last line is white on white",
            must=("Kubernetes",),
        ),
    ),
    good=(Sample(_LISTED, must=("PyTorch",)),),
)
def hidden_keyword(facts: Facts) -> Iterator[Hit]:
    """A keyword stands only in text that a person cannot see.

    It was not counted. Recruiters find such text when they mark the page or read the plain text.
    Some templates hide text by mistake, so look at the place.
    """
    hidden = _with_status(facts, "hidden")
    if hidden:
        yield Hit(
            hidden[0][1].span,
            f"only in hidden text, and not counted: {_listed(e.term for _, e in hidden)}",
            "remove the hidden text; show those skills that you have in statements",
        )


def _is_short(text: str) -> bool:
    """Whether ``text`` is written as a short form ("NLP", "CNNs", "CI/CD")."""
    return " " not in text and sum(c.isupper() for c in text) >= 2 and len(text) <= 8


def _is_initials(short: str, full: str) -> bool:
    """Whether ``short`` is the initials of ``full`` ("NLP", "LLMs" of "large language model")."""
    letters = [word[0] for word in re.findall(r"[A-Za-z]+", full)]
    return "".join(letters).casefold() == short.removesuffix("s").replace("/", "").casefold()


@dataclass(frozen=True, slots=True)
class _Acronym:
    """A term that has a full and a short form, and how the resume writes it."""

    term: Term
    full: str
    short: str
    evidence: tuple[Evidence, ...]
    written: frozenset[str]


def _acronyms(facts: Facts) -> Iterator[_Acronym]:
    """The terms met that have both forms, each once."""
    seen: set[str] = set()
    for match in facts.matches:
        for term in match.keyword.terms:
            names = (term.entry, *term.acronyms)
            full = next((n for n in names if " " in n), "")
            short = next((n for n in names if _is_short(n) and _is_initials(n, full)), "")
            claims = tuple(e for e in match.claims if e.term == term.name and e.form != "implied")
            if claims and full and short and term.entry not in seen:
                seen.add(term.entry)
                written = frozenset(facts.document.quote(e.span) for e in claims)
                yield _Acronym(term, full, short, claims, written)


@rule(
    "KW301",
    Severity.INFO,
    source=sources.ACRONYMS,
    bad=(Sample(from_text("EXPERIENCE\n- Built NLP services in Python."), must=(_NLP,)),),
    good=(
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
    for found in _acronyms(facts):
        if " " in found.term.entry and all(map(_is_short, found.written)):
            span = found.evidence[0].span
            yield Hit(
                span,
                f'"{facts.document.quote(span)}" is never written out',
                f'where it means {found.full}, write both once: "{found.full} ({found.short})"',
            )


@rule(
    "KW302",
    Severity.INFO,
    source=sources.ACRONYMS,
    bad=(
        Sample(from_text("EXPERIENCE\n- Built natural language processing tools."), must=(_NLP,)),
    ),
    good=(
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
    for found in _acronyms(facts):
        long = [
            e for e in found.evidence if _is_initials(found.short, facts.document.quote(e.span))
        ]
        if long and not any(map(_is_short, found.written)):
            yield Hit(
                long[0].span,
                f'"{facts.document.quote(long[0].span)}" stands without its acronym',
                f'write both once: "{found.full} ({found.short})"',
            )


@rule(
    "KW303",
    Severity.INFO,
    source=sources.EXACT_SEARCH,
    bad=(
        Sample(
            from_text("EXPERIENCE\n- Ran k8s clusters of 200 nodes."),
            must=("Kubernetes",),
            kind="job",
        ),
    ),
    good=(
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
    if facts.target.kind != "job":
        return
    for match in facts.matches:
        other = [e for e in match.claims if e.form in ("alias", "inflection")]
        if match.found and not match.literal and other:
            asked = match.keyword.text or other[0].term
            yield Hit(
                other[0].span,
                f'the posting writes "{asked}", your resume '
                f'"{facts.document.quote(other[0].span)}"',
                f'where it is the same thing, use the posting\'s words once: "{asked}"',
            )


@rule(
    "KW304",
    Severity.WARNING,
    source=sources.SPELLING,
    bad=(Sample(from_text("SKILLS\nPython, Tensorfow, SQL"), must=("TensorFlow",)),),
    good=(Sample(from_text("SKILLS\nPython, Tensorflow, SQL"), must=("TensorFlow",)),),
)
def misspelt_keyword(facts: Facts) -> Iterator[Hit]:
    """A keyword is misspelt.

    A search for the right spelling does not find it, and errors of spelling cost interviews.
    """
    for _, evidence in _with_status(facts, "typo"):
        yield Hit(
            evidence.span,
            f'"{facts.document.quote(evidence.span)}" looks like a slip for {evidence.term}, '
            "and was not counted",
            f'write "{evidence.term}" if that is meant',
        )


_IN_A_ROW = 4
"""Times that one keyword may stand in one passage before it is repetition for its own sake."""


@rule(
    "KW401",
    Severity.WARNING,
    source=sources.REPETITION,
    bad=(
        Sample(
            from_text("SKILLS\nPython, Python 3, Python expert, Python guru, Python, SQL"),
            must=("Python",),
        ),
    ),
    good=(
        Sample(from_text("SKILLS\nPython 3, SQL\n\nEXPERIENCE\n- Wrote Python."), must=("Python",)),
    ),
)
def stuffed_keyword(facts: Facts) -> Iterator[Hit]:
    """A keyword is repeated far more often than text needs.

    A keyword counts once however often it stands; repetition only costs the reader's trust.
    """
    for match in facts.matches:
        for passage in facts.resume.passages:
            if passage.hidden or not passage.text:
                continue
            span = passage.span()
            here = [e for e in match.claims if span.overlaps(e.span) and e.form == "exact"]
            if len(here) > _IN_A_ROW:
                yield Hit(
                    here[0].span,
                    f"{here[0].term} stands {len(here)} times in one passage",
                    "name it once in the list, and show it in a statement",
                )
                break
