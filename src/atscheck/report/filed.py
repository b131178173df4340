"""The JSON values of what an ATS would file of a resume (contracts.md, "JSON report")."""

from __future__ import annotations

from atscheck.documents.model import Document
from atscheck.report.values import Values, page_and_line
from atscheck.resume.model import Education, Item, Position, Resume, Section


def resume(parsed: Resume) -> Values:
    """What an ATS would file."""
    document, contact = parsed.document, parsed.contact
    return {
        "name": contact.name,
        "email": contact.email,
        "phone": contact.phone,
        "phone_e164": contact.phone_e164,
        "location": contact.location,
        "links": [link.target for link in contact.links],
        "profiles": [
            {"url": link.target, "kind": link.kind, **page_and_line(link.span, document)}
            for link in contact.links
        ],
        "places": {
            "name": page_and_line(contact.name_span, document),
            "email": page_and_line(contact.email_span, document),
            "phone": page_and_line(contact.phone_span, document),
            "location": page_and_line(contact.location_span, document),
        },
        "sections": [_section(s, document) for s in parsed.sections if s.heading is not None],
        "positions": [position(p, document) for p in parsed.positions],
        "education": [_education(e, document) for e in parsed.education],
        "certifications": [_item(i, document) for i in parsed.certifications],
        "languages": [_item(i, document) for i in parsed.languages],
        "columns": document.columns,
        "reading_order": round(document.reading_order, 4),
    }


def _section(section: Section, document: Document) -> Values:
    heading = section.heading and document.quote(section.heading).replace("\n", " ")
    return {
        "kind": section.kind,
        "heading": heading,
        **page_and_line(section.heading, document),
    }


def position(position: Position, document: Document) -> Values:
    """A job."""
    return {
        "title": position.title,
        "organisation": position.organisation,
        "location": position.location,
        **_dates(position),
        **page_and_line(position.span, document),
    }


def _education(study: Education, document: Document) -> Values:
    return {
        "institution": study.institution,
        "degree": study.degree,
        "field": study.field,
        **_dates(study),
        "score": study.score,
        **page_and_line(study.span, document),
    }


def _dates(dated: Position | Education) -> Values:
    return {
        "start": None if dated.start is None else str(dated.start),
        "end": None if dated.end is None else str(dated.end),
        "current": dated.current,
    }


def _item(item: Item, document: Document) -> Values:
    return {"text": item.text, **page_and_line(item.span, document)}
