"""Languages: those that the resume lists, with their levels, or claims in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atscheck.documents.model import Span
from atscheck.matching.requirements.model import Outcome, Requirement
from atscheck.resume.model import Resume
from atscheck.skills.demands import Language
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.proficiency import is_spoken, levels_of, rank_of

_Spoken = tuple[str | None, Span, str]
"""A level, None where none is told, and where the language stands with what words."""


def compare_language(demand: Language, resume: Resume) -> Requirement:
    """A level at or above the one asked for meets it; a lower or untold one is a part of it."""
    spoken = [each for name in demand.names for each in _spoken(name, resume)]
    if not spoken:
        return Requirement.of(demand, "not shown")
    level, span, text = max(spoken, key=lambda each: -1 if each[0] is None else rank_of(each[0]))
    if demand.level is None:
        return Requirement.of(demand, "met", text, span)
    if level is None:
        return Requirement.of(demand, "partly", f"{text}: no level is told", span)
    outcome: Outcome = "met" if rank_of(level) >= rank_of(demand.level) else "partly"
    told = text if level in text else f"{text}: about {level}"
    return Requirement.of(demand, outcome, told, span)


def _spoken(name: str, resume: Resume) -> Iterator[_Spoken]:
    """Where the resume lists the language; elsewhere it must say how well it is spoken."""
    pattern = _named(name)
    for number, item in enumerate(resume.languages):
        found = pattern.search(item.text)
        if found is not None:
            said, text = levels_of(item.text, [found.span()])[0], item.text
            after = resume.languages[number + 1 : number + 2]
            if said is None and after and not _any_language().search(after[0].text):
                text = f"{item.text} {after[0].text}"
                said = levels_of(text, [found.span()])[0]
            yield said.level if said else None, item.span, text
    for passage in resume.passages:
        if passage.hidden or passage.section == "languages":
            continue
        places = [found.span() for found in _any_language().finditer(passage.text)]
        for place, said in zip(places, levels_of(passage.text, places), strict=True):
            named = passage.text[slice(*place)]
            if said and pattern.fullmatch(named) and is_spoken(passage.text, *place):
                yield said.level, passage.span(*place), named


@cache
def _named(name: str) -> re.Pattern[str]:
    term = load_lexicon().terms.get(name)
    names = [name, *(term.aliases if term else ())]
    some = "|".join(re.escape(each) for each in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{some})(?![\w-])", re.IGNORECASE)


@cache
def _any_language() -> re.Pattern[str]:
    terms = load_lexicon().terms.values()
    names = {n for t in terms if t.field == "languages" for n in (t.name, *t.aliases)}
    some = "|".join(re.escape(each) for each in sorted(names, key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<![\w-])(?:{some})(?![\w-])", re.IGNORECASE)
