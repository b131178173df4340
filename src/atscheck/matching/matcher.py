"""From a resume and a target to matches: candidates, longest first, each judged in its context."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import repeat

from atscheck.documents.model import Document, Span
from atscheck.matching.acronyms import definitions, own_acronyms, redefined
from atscheck.matching.claims import claim_of
from atscheck.matching.context import judge
from atscheck.matching.coordination import coordinated
from atscheck.matching.flags import find_flags
from atscheck.matching.inverted import inverted
from atscheck.matching.literal import has_own_words, words_of
from atscheck.matching.model import (
    Evidence,
    Form,
    LevelMatch,
    Match,
    Matches,
    Status,
)
from atscheck.matching.others import find_others
from atscheck.matching.phrases import Candidate
from atscheck.matching.pipeline import PhraseIndex, index_of
from atscheck.matching.reading import Reading
from atscheck.matching.senses import Judged, settled
from atscheck.matching.surfaces import stem
from atscheck.matching.tokens import is_abbreviation, word_norm
from atscheck.matching.typos import find_typos
from atscheck.resume.model import Passage, Resume
from atscheck.resume.roles import is_organisation, is_title
from atscheck.skills.lexicon import Lexicon, load_lexicon
from atscheck.skills.model import Keyword, Level, Target, Term

_ORDER: tuple[Status, ...] = ("found", "ambiguous", "negated", "hidden", "typo", "missing")


def match(resume: Resume, target: Target) -> Matches:
    """What ``resume`` claims of ``target``: keywords, levels of proficiency, red flags."""
    levels = _shown_by(target.levels, target.keywords)
    asked = (*target.keywords, *(keyword for level in levels for keyword in level))
    index = index_of(tuple(term for keyword in asked for term in keyword.terms))
    reading = Reading.of(resume.passages, index)
    names = _names(resume)
    by_term = find_evidence(reading, index, resume.contact.name_span, names)
    found = [_match(keyword, by_term, resume.document) for keyword in target.keywords]
    missing = [m.keyword for m in found if m.status in ("missing", "ambiguous")]
    typos = find_typos(missing, reading, index)
    keywords = tuple(
        Match(m.keyword, "typo", typos[m.keyword.name]) if m.keyword.name in typos else m
        for m in found
    )
    shown = tuple(
        LevelMatch(level, tuple(_match(keyword, by_term, resume.document) for keyword in evidence))
        for level, evidence in zip(target.levels, levels, strict=True)
    )
    headings = [section.heading for section in resume.sections if section.heading is not None]
    entries = {term.entry for keyword in asked for term in keyword.terms}
    return Matches(
        keywords,
        shown,
        find_flags(target.red_flags, reading, index, keywords),
        find_others(by_term, index.terms, entries, (*headings, *names)),
    )


def _names(resume: Resume) -> dict[Span, bool]:
    """The places of employers', schools' and towns' names, and whether a word says so (Ltd).

    "Oracle" there is no skill. Left out is a name over two lines, whose first may well be the
    subject of a study, one in a bullet, which may be a statement that ends with a year, and what
    reads like a job's title.
    """
    document = resume.document
    bullets = [p.span() for p in resume.passages if p.kind == "bullet" and p.text]
    spans = (
        *(position.organisation_span for position in resume.positions),
        *(position.location_span for position in resume.positions),
        *(study.institution_span for study in resume.education),
        resume.contact.location_span,
    )
    texts = {s: document.quote(s) for s in spans if s is not None}
    return {
        span: is_organisation(text)
        for span, text in texts.items()
        if "\n" not in text
        and (is_organisation(text) or not is_title(text))
        and not any(span.overlaps(bullet) for bullet in bullets)
    }


def find_terms(passages: Iterable[Passage]) -> dict[str, list[Evidence]]:
    """The evidence in ``passages`` for each term of the lexicon that has any, by canonical name."""
    index = index_of(tuple(load_lexicon().terms.values()))
    return find_evidence(Reading.of(passages, index), index, None)


@lru_cache(maxsize=4)
def _shown_by(
    levels: tuple[Level, ...], keywords: tuple[Keyword, ...]
) -> tuple[tuple[Keyword, ...], ...]:
    """What shows each of a target's levels, as keywords beside its own ones."""
    lexicon = load_lexicon()
    fields = lexicon.fields_of(term.name for keyword in keywords for term in keyword.terms)
    return tuple(
        tuple(_as_keyword(name, lexicon, fields) for name in level.evidence) for level in levels
    )


def claimed(resume: Resume, terms: tuple[Term, ...]) -> frozenset[str]:
    """Which of ``terms``, by their names, the resume claims."""
    index = index_of(terms)
    reading = Reading.of(resume.passages, index)
    found = find_evidence(reading, index, resume.contact.name_span, _names(resume))
    return frozenset(n for n, places in found.items() if any(e.status == "found" for e in places))


def _as_keyword(name: str, lexicon: Lexicon, fields: Mapping[str, int]) -> Keyword:
    terms = tuple(lexicon.resolve(part.strip(), fields) for part in name.split("|"))
    return Keyword(name, terms, "good")


def find_evidence(
    reading: Reading, index: PhraseIndex, name: Span | None, names: Mapping[Span, bool] = {}
) -> dict[str, list[Evidence]]:
    """The evidence for every term of the index that has any, by the term's name.

    ``name`` is the person's, no skill; what stands in one of the other ``names`` is ambiguous, a
    plain word ("credit cards") only where a word says that it is a name.
    """
    judged = _judged(reading, index, name, names)
    by_term: dict[str, _Places] = {}
    for candidate, evidence in settled(judged, reading, index.terms):
        by_term.setdefault(candidate.term, _Places()).add(evidence)
        if evidence.status == "found":
            for term in index.implied_by(candidate.term):
                implied = replace(evidence, form="implied", term=term)
                by_term.setdefault(term, _Places()).add(implied)
    return {term: places.in_order() for term, places in by_term.items()}


def _judged(
    reading: Reading, index: PhraseIndex, name: Span | None, names: Mapping[Span, bool]
) -> list[Judged]:
    """The candidates that may mean their term, each judged at its place.

    The longest come first; those that are not written together come last and hold no place.
    """
    spelt = definitions(reading)
    elsewhere = redefined(spelt, reading, index)
    candidates = (*own_acronyms(spelt, reading), *reading.candidates)
    apart = (*coordinated(reading, index), *inverted(reading, index))
    judged: list[Judged] = []
    held: dict[int, list[Candidate]] = {}
    written = sorted(candidates, key=lambda c: c.start - c.end)
    for number, candidate in enumerate((*written, *apart)):
        if _is_taken(candidate, held, index) or (candidate.term, candidate.surface) in elsewhere:
            continue
        told = number >= len(written)
        each = _judge(candidate, name, reading, index, told=told)
        if each is None:
            continue
        evidence = each.evidence
        if evidence.status in ("found", "ambiguous") and _is_named(candidate, evidence.span, names):
            evidence = replace(evidence, status="ambiguous")
            each = Judged(candidate, evidence, open=False)
        judged.append(each)
        if evidence.status == "found" and not told:
            for token in range(candidate.start, candidate.end):
                held.setdefault(token, []).append(candidate)
    return judged


def _is_named(candidate: Candidate, span: Span, names: Mapping[Span, bool]) -> bool:
    plain = candidate.surface.text.islower()
    return any(_is_within(span, n) and (sure or not plain) for n, sure in names.items())


_FORMS: tuple[Form, ...] = (
    "exact", "spelling", "acronym", "alias", "inflection", "implied", "typo",
)  # fmt: skip


class _Places:
    """The evidence for one term: for each place the best form; one over as good a one is none."""

    def __init__(self) -> None:
        self._found: dict[Span, Evidence] = {}
        self._covered: dict[int, int] = {}  # characters, with the best form's rank

    def add(self, evidence: Evidence) -> None:
        span, rank = evidence.span, _FORMS.index(evidence.form)
        place = range(span.start, span.end)
        bare = self._covered.keys().isdisjoint(place)
        held = self._found.get(span)
        if held is None and not bare and any(self._rank(at) <= rank for at in place):
            return
        if held is not None and rank >= _FORMS.index(held.form):
            return
        self._found[span] = evidence
        if evidence.status == "found":
            ranks = repeat(rank) if bare else [min(rank, self._rank(at)) for at in place]
            self._covered.update(zip(place, ranks, strict=False))

    def _rank(self, at: int) -> int:
        return self._covered.get(at, len(_FORMS))

    def in_order(self) -> list[Evidence]:
        return sorted(self._found.values(), key=lambda e: (e.span.start, e.span.end))


def _is_within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _judge(
    candidate: Candidate, name: Span | None, reading: Reading, index: PhraseIndex, *, told: bool
) -> Judged | None:
    """What the candidate's place says of its term; None when the letters mean something else."""
    place = reading.place(candidate.start, candidate.end, inflected=candidate.inflected)
    passage, term = place.passage, index.terms[candidate.term]
    span = reading.span(candidate.start, candidate.end)
    if name is not None and name.overlaps(span):
        return None
    verdict = judge(term, candidate.surface, place)
    if verdict == "rejected":
        return None
    status: Status = "found" if verdict == "found" else "ambiguous"
    negated, weak = claim_of(place)
    if passage.hidden:
        status = "hidden"
    elif negated:
        status = "negated"
    form = _form(candidate, term, place.text)
    evidence = Evidence(
        span, form, status, term.name, passage.section, passage.in_context, weak, told
    )
    return Judged(candidate, evidence, open=verdict == "open" and status == "ambiguous")


def _form(candidate: Candidate, term: Term, written: str) -> Form:
    """How the wording relates to the term's name: same letters, same words, or another name."""
    own, other = words_of(term.name), words_of(written)
    if own == other:
        return "exact"
    short = any(map(is_abbreviation, (*own, *other)))
    own, other = [word_norm(word) for word in own], [word_norm(word) for word in other]
    if own == other:
        return "alias" if short else "spelling"
    if _is_spelt_by(own, other) or _is_spelt_by(other, own):
        return "acronym"
    last, met = stem(own[-1]).removesuffix("s"), stem(other[-1]).removesuffix("s")
    if candidate.inflected or (own[:-1] == other[:-1] and last == met):
        return "inflection"
    return "alias" if candidate.surface.form == "exact" else candidate.surface.form


def _is_spelt_by(short: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the one word is made of the initials of the others: "icu"."""
    return len(words) > 1 and list(short) == ["".join(word[0] for word in words)]


def _is_taken(
    candidate: Candidate, held: Mapping[int, Sequence[Candidate]], index: PhraseIndex
) -> bool:
    """Whether a longer term holds the place, and a name within it means something else.

    A plain term inside a longer one counts too ("machine learning" in "machine learning
    engineer"); an everyday word inside a name does not ("React" in "React Native"), unless the
    longer term implies it or is made of it ("ML" in "ML engineer", "AVR microcontrollers").
    """
    if not (candidate.surface.context or candidate.inflected):
        return False
    term = index.terms[candidate.term]
    for other in held.get(candidate.start, ()):
        longer = other.end - other.start > candidate.end - candidate.start
        if longer and other.start <= candidate.start and candidate.end <= other.end:
            outer = index.terms[other.term]
            made_of = not term.context and f" {term.entry} " in f" {outer.entry} "
            text = candidate.surface.text
            first, *others = other.surface.text.split()
            short = first == text and text.isupper() and all(map(str.islower, others))
            made_of = made_of or short or " and " in other.surface.text
            return not (made_of or outer.entry == term.entry or term.entry in outer.implies)
    return False


def _match(
    keyword: Keyword, by_term: Mapping[str, Sequence[Evidence]], document: Document
) -> Match:
    evidence = sorted(
        (e for term in keyword.terms for e in by_term.get(term.name, ())),
        key=lambda e: (e.span.start, e.span.end),
    )
    statuses = {e.status for e in evidence} or {"missing"}
    status = next(s for s in _ORDER if s in statuses)
    claims = [e for e in evidence if e.status == "found"]
    return Match(keyword, status, tuple(evidence), has_own_words(keyword, claims, document))
