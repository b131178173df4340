"""WR: capital and small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.data import load_words
from atscheck.matching.english import is_english
from atscheck.resume.model import Passage, SectionKind
from atscheck.skills.lexicon import load_lexicon

_FIELDS = frozenset(
    ["software", "data", "machine-learning", "design-software", "office", "sales-marketing"]
)
"""Fields of the lexicon whose names are those of programs, languages and services."""

# A word that is no part of an address, a file's name or another name ("scikit-learn").
_WORD = re.compile(r"(?<![\w.@])(?<!\w-)[A-Za-z]{4,}\d*(?![\w@]|[.-]\w)")
_LINK = re.compile(
    r"://|www\.|@|\.(?:com|org|net|io|in|co|edu|dev|me|app|ai|uk|de)\b", re.IGNORECASE
)
_CHUNK = re.compile(r"\S+")
_PLURAL = re.compile(r"[A-Z]+s")
"""Of initials ("IDEs"), whose small letter is no part of a name."""


@lru_cache(maxsize=20_000)
def _name(word: str) -> str | None:
    """The name that ``word``, in small letters, is in the lexicon if it is always written one way.

    Only such that mix capitals and small letters ("JavaScript"): of others nobody can tell a slip
    from a word of the language.
    """
    if word in load_words("casing")["free"] or is_english(word):
        return None
    lexicon = load_lexicon()
    terms = [lexicon.terms[owner] for owner in lexicon.surfaces.get(word, ())]
    written = {
        text
        for term in terms
        for text in (term.name, *term.aliases, *term.acronyms)
        if text.casefold() == word
    }
    if len(written) != 1 or not all(term.field in _FIELDS for term in terms):
        return None
    name = written.pop()
    if name.endswith("JS") and name not in lexicon.terms:  # "Next.js", said shortly
        return None
    mixed = any(c.isupper() for c in name[1:]) and any(c.islower() for c in name)
    return name if mixed and not _PLURAL.fullmatch(name) else None


def _is_capitals(text: str) -> bool:
    """Whether ``text`` is written in capitals throughout, but for a word or two."""
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.7 * len(letters)


def _miswritten(passage: Passage) -> Iterator[tuple[re.Match[str], str]]:
    """Each name in the passage that is written otherwise than it is, with how it is written."""
    text = passage.text
    every = ((found, _name(found[0].casefold())) for found in _WORD.finditer(text))
    wrong = [(found, name) for found, name in every if name is not None and name != found[0]]
    if not wrong or _is_capitals(text) or text.islower():
        return
    links = [chunk.span() for chunk in _CHUNK.finditer(text) if _LINK.search(chunk[0])]
    for found, name in wrong:
        if not any(start <= found.start() < end for start, end in links):
            yield found, name


@rule(
    "WR201",
    Severity.INFO,
    source=sources.NAMES_OF_TOOLS,
    bad=(
        "SKILLS\nPython, Javascript, HTML",
        "SKILLS\nHTML, PHP, Mysql, Jquery",
        "EXPERIENCE\nEngineer, Acme Ltd, 2019 - 2022\n- Moved 40 projects from Gitlab to Github.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Taught Powerpoint to 30 colleagues.",
    ),
    good=(
        "SKILLS\nPython, JavaScript, HTML, MySQL, jQuery",
        "Jane Example\njane@github.example | github.com/jane | www.linkedin.com/in/jane\n\n"
        "SKILLS\nSQL",
        "TECHNICAL SKILLS\nPYTHON, JAVASCRIPT, HTML, MYSQL",
        "EXPERIENCE\nEngineer, Acme Ltd, 2019 - 2022\n- Built restful rooms and a node in iron.",
    ),
)
def technology_casing(facts: Facts) -> Iterator[Hit]:
    """Names of technologies in other capitals than their own.

    Searches find them all the same, but a reader who uses the tool sees at once that its name is
    written otherwise.
    """
    first: dict[str, tuple[Passage, re.Match[str], str]] = {}
    for passage in facts.resume.passages:
        if passage.hidden or passage.kind in ("heading", "contact"):
            continue
        for found, name in _miswritten(passage):
            first.setdefault(found[0], (passage, found, name))
    if first:
        passage, found, _ = next(iter(first.values()))
        yield Hit(
            passage.span(found.start(), found.end()),
            "not in the capitals of its name: " + ", ".join(f'"{text}"' for text in first),
            "write " + ", ".join(dict.fromkeys(f'"{name}"' for _, _, name in first.values())),
        )


_JOINING = re.compile(
    r"\b(?:a|an|and|are|as|at|by|for|from|i|in|is|my|of|on|that|the|to|was|with)\b", re.IGNORECASE
)
_SURE = re.compile(
    r"\b(?:a|an|are|as|by|for|from|i|is|my|on|that|the|to|was|with)\b", re.IGNORECASE
)
"""Those of them that names of firms and schools rarely have."""

_ENOUGH = 6
"""Words from which text in capitals is a statement rather than a name."""

_NAMED: frozenset[SectionKind] = frozenset(["contact", "publications", "references"])


def _is_shouted(passage: Passage) -> bool:
    """Whether the passage is a statement in capitals alone, not a name or a row of initials."""
    text = passage.text
    return (
        passage.kind in ("bullet", "sentence")
        and not passage.hidden
        and passage.section not in _NAMED
        and len(text.split()) >= _ENOUGH
        and len(_JOINING.findall(text)) >= 2
        and _SURE.search(text) is not None
        and text.upper() == text
    )


@rule(
    "WR202",
    Severity.INFO,
    source=sources.CAPITALS,
    bad=(
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- PREPARED THE REPORTS FOR THE BOARD OF ACME.",
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- ANSWERED 40 CALLS A DAY WITH A TEAM OF FIVE.",
        "SUMMARY\nENGINEER WITH NINE YEARS OF EXPERIENCE IN THE DESIGN OF BRIDGES.",
        "EDUCATION\n- COMPLETED THE DEGREE WITH FIRST CLASS IN THE YEAR 2015.",
    ),
    good=(
        "EXPERIENCE\nClerk, Acme Ltd, 2019 - 2022\n- Prepared the reports for the board of ACME.",
        "PROFESSIONAL EXPERIENCE\nSENIOR CLERK, ACME LIMITED, LONDON\n- Wrote to 40 clients.",
        "EDUCATION\nEXAMPLE COLLEGE OF ARTS AND SCIENCES, SPRINGFIELD, 2015",
        "SKILLS\n- HTML, CSS, SQL, PHP, AWS, GCP, XML, JSON, REST, SOAP",
    ),
)
def all_caps_text(facts: Facts) -> Iterator[Hit]:
    """Whole statements in capitals.

    Words in capitals are read more slowly and seem shouted, and names and acronyms no longer stand
    out among them; headings may be written so.
    """
    found = [p for p in facts.resume.passages if p.text and _is_shouted(p)]
    if found:
        count = "a statement stands" if len(found) == 1 else f"{len(found)} statements stand"
        yield Hit(
            found[0].span(),
            f'{count} in capitals alone: "{" ".join(found[0].text.split()[:_ENOUGH])} …"',
            "write statements in small letters, and keep capitals for headings and acronyms",
        )
