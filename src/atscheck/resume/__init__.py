"""The resume: sections, statements, positions and contact found in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atscheck.documents.model import Document
from atscheck.resume.contact import find_contact
from atscheck.resume.education import find_education
from atscheck.resume.items import find_certifications, find_languages
from atscheck.resume.model import Bullet, Passage, Resume, SectionKind
from atscheck.resume.passages import find_passages
from atscheck.resume.positions import find_positions
from atscheck.resume.quantities import find_quantities
from atscheck.resume.sections import find_sections
from atscheck.resume.verbs import first_verb

__all__ = ["parse"]

_BULLET_SECTIONS: frozenset[SectionKind] = frozenset(
    ["experience", "projects", "research", "volunteering", "awards", "summary", "other",
     "objective", "publications", "certifications", "skills"]
)  # fmt: skip
_SENTENCE_SECTIONS: frozenset[SectionKind] = frozenset(
    ["experience", "projects", "research", "volunteering"]
)
# In these an unmarked sentence is a statement of what was done only if it opens with a verb.
_VERB_SECTIONS: frozenset[SectionKind] = frozenset(["awards", "certifications", "other"])


def parse(document: Document) -> Resume:
    """The resume that ``document`` holds; parts that are not there are empty."""
    sections = find_sections(document)
    passages = find_passages(document, sections)
    return Resume(
        document,
        find_contact(document, sections, passages),
        sections,
        passages,
        tuple(_bullets(passages)),
        find_positions(sections, passages),
        find_education(passages),
        find_certifications(passages),
        find_languages(passages),
    )


def _bullets(passages: Sequence[Passage]) -> Iterator[Bullet]:
    """The statements about what the person did."""
    for passage in passages:
        listed = passage.kind == "bullet" and passage.section in _BULLET_SECTIONS
        if (listed or _is_told(passage)) and not passage.hidden:
            yield Bullet(passage, find_quantities(passage.text), first_verb(passage.text))


def _is_told(passage: Passage) -> bool:
    """Whether an unmarked sentence tells what the person did."""
    if passage.kind != "sentence":
        return False
    verb = passage.section in _VERB_SECTIONS and first_verb(passage.text) is not None
    return verb or passage.section in _SENTENCE_SECTIONS
