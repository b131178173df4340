"""KW: which keywords count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import marked
from atscheck.documents.assemble import from_text
from atscheck.matching.model import Match
from atscheck.skills.model import Keyword, Tier

_NAMED = 12
"""Keywords that one finding names before it only counts them."""

_ALTERNATIVES = 3
"""Terms of an any-of keyword that a message names before it only counts them."""

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
    name = _first_named(keyword)
    return (
        f"if it is true of you, show it in a statement: {{what you did}} with {name}, "
        "{the result, with an amount}"
    )


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
    doubtful = [e for _, e in facts.with_status("ambiguous")]
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
    bad=(
        Sample(
            marked(
                "EXPERIENCE\n- Wrote parsers in Python.\nKubernetes Docker", [3], hidden="ground"
            ),
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
    hidden = facts.with_status("hidden")
    if hidden:
        yield Hit(
            hidden[0][1].span,
            f"only in hidden text, and not counted: {_listed(e.term for _, e in hidden)}",
            "remove the hidden text; show those skills that you have in statements",
        )
