"""The resume: contact, sections, statements, positions and education found in a document."""

from __future__ import annotations

from atscheck.documents.model import Document
from atscheck.resume.contact import find_contact
from atscheck.resume.education import find_education
from atscheck.resume.items import find_certifications, find_languages
from atscheck.resume.language import language_of
from atscheck.resume.model import Resume
from atscheck.resume.passages import find_passages
from atscheck.resume.positions import find_positions
from atscheck.resume.sections import find_sections
from atscheck.resume.statements import find_statements

__all__ = ["parse"]


def parse(document: Document) -> Resume:
    """The resume that ``document`` holds; parts that are not there are empty."""
    sections = find_sections(document)
    passages = find_passages(document, sections)
    positions = find_positions(sections, passages)
    return Resume(
        document=document,
        contact=find_contact(document, sections, passages),
        sections=sections,
        passages=passages,
        statements=tuple(find_statements(document, passages, positions)),
        positions=positions,
        education=find_education(passages),
        certifications=find_certifications(passages),
        languages=find_languages(passages),
        language=language_of(document.text),
    )
