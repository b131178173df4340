"""Statements: what a resume lists of what the person did, and which of it claims something.

A claim is an item or sentence among jobs, projects and the like; it counts, and an amount may be
asked of it. The name of a project, a field, a row of tools, or a skill told in many words is listed
beside the claims and does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atscheck.documents.model import Document, Span
from atscheck.resume.kinds import LABEL_ALONE, is_enumeration
from atscheck.resume.model import Bullet, Passage, Position, SectionKind
from atscheck.resume.quantities import find_quantities
from atscheck.resume.verbs import first_verb
from atscheck.resume.wrapping import MARK

_BULLET_SECTIONS: frozenset[SectionKind] = frozenset(
    ["experience", "projects", "research", "volunteering", "awards", "summary", "other",
     "objective", "publications", "certifications", "skills"]
)  # fmt: skip
_SENTENCE_SECTIONS: frozenset[SectionKind] = frozenset(
    ["experience", "projects", "research", "volunteering"]
)
# In these an unmarked sentence is a claim only if it opens with a verb.
_VERB_SECTIONS: frozenset[SectionKind] = frozenset(["awards", "certifications", "other"])
_TOLD_WORDS = 6  # of an entry among skills that is more than a skill's name
_LABELLED = re.compile(r"[^:\t]{2,40}[:\t]")
_FEWEST_WORDS = 3  # of what is listed without a bullet mark


def find_statements(
    document: Document, passages: Sequence[Passage], positions: Sequence[Position]
) -> Iterator[Bullet]:
    """The statements in reading order, claims and what is listed beside them."""
    heads = [span for p in positions for span in _spans(p)]
    for passage in passages:
        if passage.hidden:
            continue
        counted = _is_claim(passage)
        if counted or (_is_listed(document, passage) and not _is_head(passage, heads)):
            text = passage.text
            yield Bullet(passage, find_quantities(text), first_verb(text), counted)


def _is_claim(passage: Passage) -> bool:
    """Whether a passage claims what the person did."""
    if passage.kind == "bullet":
        return passage.section in _BULLET_SECTIONS
    if passage.kind != "sentence":
        return False
    verb = passage.section in _VERB_SECTIONS and first_verb(passage.text) is not None
    return verb or passage.section in _SENTENCE_SECTIONS


def _is_listed(document: Document, passage: Passage) -> bool:
    """Whether a passage that is no claim is listed among them."""
    text, words = passage.text, len(re.findall(r"[^\W\d_]+", passage.text))
    marked = bool(MARK.match(document.line_text(document.lines[passage.lines[0] - 1])))
    if LABEL_ALONE.search(text):
        return False
    if passage.section == "education":
        return marked and first_verb(text) is not None
    if passage.section == "skills":
        told = words >= _TOLD_WORDS and _LABELLED.match(text) is None
        return passage.kind == "list" and told and not is_enumeration(text)
    if passage.section in _VERB_SECTIONS:
        return passage.kind == "sentence"
    if passage.section in _SENTENCE_SECTIONS and passage.kind in ("field", "list", "title"):
        return marked or (passage.kind == "list" and words >= _FEWEST_WORDS and text.endswith("."))
    return False


def _spans(position: Position) -> Iterator[Span]:
    spans = (position.title_span, position.organisation_span, position.dates_span)
    yield from (span for span in spans if span is not None)


def _is_head(passage: Passage, heads: Sequence[Span]) -> bool:
    """Whether a passage is of a job's head."""
    return any(passage.span().overlaps(span) for span in heads)
