"""What a pack or the lexicon lacks though it can be read: for `atscheck packs check`, and tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from atscheck.data import load_words
from atscheck.skills.lexicon import Lexicon, surface_key
from atscheck.skills.model import Keyword, Phrasing, Target, Term
from atscheck.skills.tables import quoted

ALIKE = 87.0
"""How alike an unknown keyword and a term must be, 0 to 100, to ask whether that one is meant.
Judgement: one wrong letter in a word of eight, two in a name of sixteen."""


def check_pack(target: Target, lexicon: Lexicon) -> tuple[str, ...]:
    """Warnings about a pack that can be read: what it lacks, and what is likely a mistake.

    Each is one line: what is wrong; what to do.
    """
    if not target.keywords:
        return ("it has no keywords, so that no resume can be checked; add some to must and good",)
    return (
        *_unknown(target, lexicon),
        *_same_skill(target.keywords),
        *_without_phrasing(target),
        *_phrasing_without_keyword(target),
        *_without_group(target),
        *_lacking(target),
    )


def check_lexicon(lexicon: Lexicon) -> tuple[str, ...]:
    """Contradictions in the lexicon, each in one line: what is wrong; what to do."""
    return (*_shared_names(lexicon), *_stop_words(lexicon), *_lost_implications(lexicon))


def advice_on(name: str, lexicon: Lexicon) -> Iterator[str]:
    """What to know of a keyword that the lexicon lacks, in one line."""
    for part in (part.strip() for part in name.split("|")):
        if not lexicon.resolve(part).field:
            hint = _alike(part, lexicon) or "it counts only as it is written, without other names"
            yield f"{quoted(part)} is not in the lexicon; {hint}"


def demands_neighbour(term: Term, key: str) -> bool:
    """Whether ``term`` counts under its name ``key`` only beside a fitting word, or so cased."""
    if surface_key(term.name) == key:
        return term.context or term.case
    return key in map(surface_key, term.ambiguous)


def _shared_names(lexicon: Lexicon) -> Iterator[str]:
    """Names of two terms, one of which does not ask which is meant."""
    for key, owners in lexicon.surfaces.items():
        if len(owners) > 1 and not all(demands_neighbour(lexicon.terms[n], key) for n in owners):
            yield (
                f"{quoted(key)} is a name of {' and '.join(map(quoted, owners))}; "
                "leave it to one, or mark it ambiguous in each"
            )


def _stop_words(lexicon: Lexicon) -> Iterator[str]:
    """Words of any sentence that would count wherever they stand."""
    for key in sorted(lexicon.surfaces.keys() & set(load_words("stop")["words"])):
        for name in lexicon.surfaces[key]:
            if not demands_neighbour(lexicon.terms[name], key):
                yield f"{quoted(name)} has the stop word {quoted(key)}; mark it ambiguous"


def _lost_implications(lexicon: Lexicon) -> Iterator[str]:
    """Terms that imply what is no term, or themselves."""
    for term in lexicon.terms.values():
        for name in term.implies:
            if name not in lexicon.terms or name == term.name:
                yield f"{quoted(term.name)} implies {quoted(name)}; name another term"


def _unknown(target: Target, lexicon: Lexicon) -> Iterator[str]:
    """Keywords that the lexicon does not have, and evidence of levels that is likely misspelt."""
    for name in dict.fromkeys(t.name for k in target.keywords for t in k.terms if not t.field):
        yield from advice_on(name, lexicon)
    evidence = (
        name for level in target.levels for text in level.evidence for name in text.split(" | ")
    )
    for name in dict.fromkeys(n for n in evidence if not lexicon.resolve(n).field):
        if hint := _alike(name, lexicon):
            yield f"{quoted(name)} is not in the lexicon; {hint}"


def _alike(name: str, lexicon: Lexicon) -> str:
    # A slip keeps the number of words; one more makes it another thing ("NLP engineer").
    words = len(name.split())
    names = tuple(surface for surface in lexicon.surfaces if len(surface.split()) == words)
    found = process.extractOne(
        name, names, scorer=fuzz.ratio, processor=default_process, score_cutoff=ALIKE
    )
    return f"did you mean {quoted(lexicon.surfaces[found[0]][0])}?" if found else ""


def _same_skill(keywords: Iterable[Keyword]) -> Iterator[str]:
    """Keywords that are two names of one term ("NLP" and "natural language processing")."""
    seen: dict[frozenset[str], str] = {}
    for keyword in keywords:
        entries = frozenset(surface_key(term.entry) for term in keyword.terms)
        if entries in seen:
            yield (
                f"{quoted(keyword.name)} is the same skill as {quoted(seen[entries])}; "
                "keep one of them"
            )
        seen.setdefault(entries, keyword.name)


def _without_phrasing(target: Target) -> Iterator[str]:
    """Must-have keywords for which the report can suggest no statement."""
    phrased = {name for phrasing in target.phrasing for name in phrasing.keywords}
    lacking = [k.name for k in target.keywords if k.tier == "must" and k.name not in phrased]
    if lacking:
        yield f"{_some(lacking)}: no phrasing; add [[phrasing]] with a statement to start from"


def _phrasing_without_keyword(target: Target) -> Iterator[str]:
    """Phrasings that would not be found as the keyword that they are for."""
    surfaces: Mapping[str, tuple[str, ...]] = {
        keyword.name: tuple(
            surface
            for term in keyword.terms
            for surface in (term.name, *term.aliases, *term.acronyms)
        )
        for keyword in target.keywords
    }
    for phrasing in target.phrasing:
        for name in phrasing.keywords:
            if not any(_stands(surface, phrasing) for surface in surfaces[name]):
                yield (
                    f"the phrasing {quoted(phrasing.text)} does not use {quoted(name)}; "
                    "write the keyword into it"
                )


def _stands(surface: str, phrasing: Phrasing) -> bool:
    """Whether a phrasing has the words of ``surface``, the last one in any inflection."""
    words = re.findall(r"[^\W_]+|[^\w\s]", surface.casefold())
    body = r"[\s-]*".join(map(re.escape, words))
    stem = body[:-1] if body.endswith(("e", "y")) else body
    return re.search(rf"(?<!\w){stem}", phrasing.text.casefold()) is not None


def _without_group(target: Target) -> Iterator[str]:
    """Keywords that show no sub-skill, where there are sub-skills."""
    lacking = [k.name for k in target.keywords if k.group is None]
    if target.groups and lacking:
        yield f"{_some(lacking)}: in no group; add them to the keywords of one"


def _lacking(target: Target) -> Iterator[str]:
    """Parts that a complete pack has."""
    if not target.sources:
        yield "it names no sources; say in sources = […] where the list comes from"
    if not any(keyword.tier == "must" for keyword in target.keywords):
        yield "it has no must-have keywords; a screen looks for these first"


def _some(names: list[str]) -> str:
    """Up to five names, and how many more there are."""
    shown = ", ".join(quoted(name) for name in names[:5])
    return shown + (f" and {len(names) - 5} more" if len(names) > 5 else "")
