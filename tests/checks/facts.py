"""Facts from an example: parsed, and matched against what it asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from atscheck.checks import RULES
from atscheck.checks.rule import Example, Facts, Finding, Sample
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Document
from atscheck.matching import match
from atscheck.resume import parse
from atscheck.skills.demands import Requirements
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Target, Tier, Wording

AS_OF = dt.date(2026, 1, 1)


def facts_of(example: Example) -> Facts:
    if isinstance(example, str):
        return facts_against(from_text(example))
    return facts_against(example.document, sample=example)


def facts_against(document: Document, sample: Sample | None = None) -> Facts:
    asked = sample or Sample(document)
    keywords = (*keywords_of(asked.must, "must"), *keywords_of(asked.good, "good"))
    if asked.kind == "job":
        keywords = tuple(
            replace(k, wordings=tuple(Wording(t.name, t.name, 1) for t in k.terms))
            for k in keywords
        )
    needs = Requirements(asked.title) if asked.title else None
    target = Target(
        asked.kind, "example", "Example", keywords, red_flags=asked.flags, requirements=needs
    )
    resume = parse(document)
    found = match(resume, target)
    return Facts(resume, target, found.keywords, AS_OF, found.flags)


def keywords_of(names: Sequence[str], tier: Tier) -> tuple[Keyword, ...]:
    lexicon = load_lexicon()
    return tuple(
        Keyword(name, tuple(lexicon.resolve(n.strip()) for n in name.split("|")), tier)
        for name in names
    )


def found(code: str, document: str | Document | Facts, **sample: object) -> list[Finding]:
    if isinstance(document, Facts):
        return list(RULES[code].run(document))
    read = from_text(document) if isinstance(document, str) else document
    return list(RULES[code].run(facts_of(Sample(read, **sample))))  # type: ignore[arg-type]
