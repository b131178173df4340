"""Blind reports: nothing of the person is left in them; every figure and place is the same.

What is personal is hidden before anything is rendered, so that no format can show it. It is done as
well as patterns can: wording, schools, clubs and languages may still tell much of a person.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import ClassVar

from atscheck.checks import PRIVATE
from atscheck.checks.rule import Finding
from atscheck.documents.model import Document, Span
from atscheck.matching.requirements import Requirement
from atscheck.report.model import Failure, Report
from atscheck.report.veil import Veil
from atscheck.resume.model import Bullet, Contact, Education, Resume
from atscheck.scoring import Gain

HIDDEN = "[hidden]"
"""What stands for a value that is filed of the person."""

UNTOLD = (*PRIVATE, "CT", "PA114")
"""Rules that speak of the person: of details, of gaps, of the contact part, of the file's name."""


@dataclass(frozen=True, slots=True)
class BlindReport(Report):
    """A report that is blind; what its whole text decided is kept as it was decided."""

    blind: ClassVar[bool] = True

    edits: tuple[Gain, ...] = field(default=())
    requirements: tuple[Requirement, ...] = field(default=())


def blind_name(sha256: str | None) -> str:
    """What is written for a file's name: who holds the file finds it again by its SHA-256.

    A file without one could not be opened.
    """
    return f"resume-{sha256[:8]}" if sha256 else "resume-unopened"


def blinded(report: Report) -> BlindReport:
    """``report`` with all that is personal hidden; score, keywords and places are the same."""
    veil = Veil.over(report.resume, report.matches)
    resume = _resume(report.resume, veil)
    return BlindReport(
        resume.document,
        resume,
        report.target,
        report.matches,
        report.levels,
        tuple(_finding(f, veil) for f in report.findings if not f.rule.startswith(UNTOLD)),
        report.score,
        report.as_of,
        tuple(other for other in report.others if not veil.covers(other.claims[0].span)),
        veil.message(report.not_scored),
        report.silenced,
        tuple(code for code in report.heard if not code.startswith(UNTOLD)),
        edits=tuple(_gain(gain, veil) for gain in report.edits),
        requirements=tuple(
            replace(each, shown=veil.told(each.shown, each.span)) for each in report.requirements
        ),
    )


def blinded_resume(resume: Resume) -> Resume:
    """``resume`` with all that is personal hidden."""
    return _resume(resume, Veil.over(resume))


def blinded_failure(failure: Failure, name: str) -> Failure:
    """``failure`` of a file that is called ``name`` instead."""
    message, hint = (text.replace(failure.path, name) for text in (failure.message, failure.hint))
    return replace(failure, path=name, message=message, hint=hint)


def _finding(found: Finding, veil: Veil) -> Finding:
    told = found.suggestion and veil.message(found.suggestion, found.span)
    return replace(found, message=veil.message(found.message, found.span), suggestion=told)


def _gain(gain: Gain, veil: Veil) -> Gain:
    edit = gain.edit
    return replace(gain, edit=replace(edit, written=veil.told(edit.written, edit.span)))


def _resume(resume: Resume, veil: Veil) -> Resume:
    return replace(
        resume,
        document=_document(resume.document, veil),
        contact=_contact(resume.contact),
        passages=tuple(replace(p, text=veil.passage(p)) for p in resume.passages),
        statements=tuple(_bullet(bullet, veil) for bullet in resume.statements),
        positions=tuple(
            replace(
                job,
                title=_filed(job.title, job.title_span or job.span, veil),
                organisation=_filed(job.organisation, job.organisation_span or job.span, veil),
                location=_filed(job.location, job.location_span or job.span, veil),
            )
            for job in resume.positions
        ),
        education=tuple(_education(study, veil) for study in resume.education),
        certifications=tuple(
            replace(item, text=veil.told(item.text, item.span)) for item in resume.certifications
        ),
        languages=tuple(
            replace(item, text=veil.told(item.text, item.span)) for item in resume.languages
        ),
    )


def _document(document: Document, veil: Veil) -> Document:
    return replace(
        document,
        path=blind_name(document.sha256),
        text=veil.text(range(len(document.text)), document.text),
        losses=tuple(
            replace(loss, message=veil.message(loss.message, loss.span)) for loss in document.losses
        ),
        links=(),
        data=b"",
        doubt=veil.message(document.doubt),
        directives=(),
    )


def _contact(contact: Contact) -> Contact:
    """What is filed, hidden; that it was found, and where, stays."""
    return replace(
        contact,
        name=contact.name and HIDDEN,
        email=contact.email and HIDDEN,
        phone=contact.phone and HIDDEN,
        phone_e164=None,
        location=contact.location and HIDDEN,
        links=tuple(replace(link, target=HIDDEN) for link in contact.links),
    )


def _bullet(bullet: Bullet, veil: Veil) -> Bullet:
    text = veil.passage(bullet.passage)
    return replace(
        bullet,
        passage=replace(bullet.passage, text=text),
        quantities=tuple(replace(q, text=text[q.start : q.end]) for q in bullet.quantities),
        verb=bullet.verb and veil.told(bullet.verb, bullet.passage.span()),
    )


def _education(study: Education, veil: Veil) -> Education:
    """A course of study without its dates, which tell the age."""
    return replace(
        study,
        institution=_filed(study.institution, study.institution_span or study.span, veil),
        degree=_filed(study.degree, study.degree_span or study.span, veil),
        field=_filed(study.field, study.field_span or study.span, veil),
        score=_filed(study.score, study.score_span or study.span, veil),
        start=None,
        end=None,
        current=False,
    )


def _filed(text: str | None, span: Span, veil: Veil) -> str | None:
    return text and veil.told(text, span)
