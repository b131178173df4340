"""What an ATS files of a resume, apart from how it looks: one entry for each thing it looks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atscheck.documents.model import Span
from atscheck.renderers import phrases
from atscheck.renderers.safe import one_line
from atscheck.resume.model import Education, Position, Resume


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing filed, and where it stands; ``found`` is False where ``text`` says it is missing.

    ``dates`` stand before the text where the thing has dates.
    """

    label: str
    text: str
    span: Span | None = None
    found: bool = True
    dates: str = ""


def contact(resume: Resume) -> Iterator[Entry]:
    """Name, e-mail, phone, location, and every link."""
    card = resume.contact
    yield _entry("name", card.name, card.name_span, "name")
    yield _entry("e-mail", card.email, card.email_span, "e-mail address")
    yield _entry("phone", card.phone, card.phone_span, "phone number")
    yield _entry("location", card.location, card.location_span, "location")
    for link in card.links:
        yield _entry("link", link.target, link.span, "")
    if not card.links:
        yield _entry("link", None, None, "link")


def positions(resume: Resume) -> Iterator[Entry]:
    """The jobs in the order of the resume, with title and employer; the latest one is told."""
    latest = max(resume.positions, key=_when, default=None)
    for position in resume.positions:
        label = "latest" if position is latest and any(_when(position)) else "position"
        yield entry(position, label)
    if not resume.positions:
        yield _entry("position", None, None, "position")


def entry(position: Position, label: str = "position") -> Entry:
    """A job: title, employer and place, and its dates."""
    text = _said(position.title or "no title", position.organisation, position.location)
    return Entry(label, text, position.span, dates=_dates(position) or "no dates")


def _when(position: Position) -> tuple[bool, str, str]:
    """How late a job is: one that lasts comes after all others."""
    last = position.end or position.start
    return position.current, str(last or ""), str(position.start or "")


def rest(resume: Resume) -> Iterator[Entry]:
    """Education, certificates, languages, and the headings that skills stand under."""
    for study in resume.education:
        text = _said(study.degree, study.field, study.institution, study.score)
        yield Entry("education", text, study.span, dates=_dates(study) or "no dates")
    if not resume.education:
        yield _entry("education", None, None, "education")
    for certificate in resume.certifications:
        yield _entry("certificate", certificate.text, certificate.span, "")
    for language in resume.languages:
        yield _entry("language", language.text, language.span, "")
    headings = [s.heading for s in resume.sections if s.kind == "skills" and s.heading is not None]
    for heading in headings:
        yield Entry("skills", f"under {phrases.quoted(resume.document.quote(heading))}", heading)
    if not headings:
        yield _entry("skills", None, None, "heading for skills")


def _entry(label: str, text: str | None, span: Span | None, missing: str) -> Entry:
    if text:
        return Entry(label, one_line(text), span)
    return Entry(label, f"no {missing} found", found=False)


def _dates(dated: Position | Education) -> str:
    """From when to when: "2019-01 to now"."""
    end = "now" if dated.current else dated.end
    dates = dict.fromkeys(str(date) for date in (dated.start, end) if date is not None)
    return " to ".join(dates)


def _said(*parts: str | None) -> str:
    return ", ".join(one_line(part) for part in parts if part)
