"""The resume's own PDF file with the report on its pages, as highlights and comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from atscheck.documents.model import Box, Document
from atscheck.documents.pdf.annotations import Annotation, Form
from atscheck.errors import FormatError, InputError
from atscheck.renderers import content, phrases, sightings
from atscheck.renderers.marks import KINDS, Mark, MarkKind, marks
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.report import Report
from atscheck.sandbox import annotated

MOST_MARKS = 2_000
"""Marks of a file; resumes have some hundreds, and viewers are slow with many more."""

MOST_CHARACTERS, MOST_OF_NOTE = 1_000, 6_000
"""Of the comment on a mark, and of the note on the first page."""

MOST_FINDINGS = 10
"""Findings without a place that the note tells of."""

_STYLES: dict[MarkKind, tuple[Form, str, tuple[int, int, int]]] = {
    "used": ("area", "green", (45, 164, 78)),
    "listed": ("area", "blue", (9, 105, 218)),
    "doubtful": ("area", "purple", (130, 80, 223)),
    "strong": ("line", "green", (26, 127, 55)),
    "weak": ("line", "orange", (230, 120, 0)),
    "finding": ("wave", "red", (207, 34, 46)),
}
"""How each kind of mark looks: kinds differ in form or in colour, and each says what it is."""

_FORMS: dict[Form, str] = {"area": "area", "line": "line", "wave": "wavy line"}

_NOTE_COLOR = (255, 211, 61)
_NOTE_INSET, _NOTE_SIZE = 6.0, 20.0
"""In points: how far the note stands from the edges of the first page, and how large it is."""


def render(reports: Sequence[Report], view: View) -> bytes:
    """The PDF file of the one report with its annotations.

    Raises:
        FormatError: if the resume is no PDF file, one that cannot be marked, or a blind report.
    """
    (report,) = reports
    if report.blind:
        what = "--format pdf shows the person's own pages"
        raise FormatError(what, "leave out --blind, or take another format")
    document, name = report.document, phrases.file_name(report.path)
    if document.format != "pdf":
        what = f"{name}: --format pdf marks the pages of a PDF file"
        own = content.FORMATS[document.format]
        raise FormatError(f"{what}, and this is {own}", "--format html shows any resume")
    found = [mark for mark in marks(report) if mark.boxes(document)]
    shown = [_annotation(mark, document) for mark in islice(found, MOST_MARKS)]
    try:
        return annotated(document.data, [_note(report, len(found)), *shown])
    except FormatError as error:
        raise FormatError(f"{name}: {error.message}", error.hint) from error
    except InputError as error:
        what = f"{name}: its pages cannot be marked: {error.message}"
        raise FormatError(what, "--format html shows any resume") from error


def _annotation(mark: Mark, document: Document) -> Annotation:
    form, _, color = _STYLES[mark.kind]
    text = f"{mark.title}: {mark.note}" if mark.note else mark.title
    comment = _plain(text, MOST_CHARACTERS)
    return Annotation(form, mark.boxes(document), color, KINDS[mark.kind], comment)


def _note(report: Report, found: int) -> Annotation:
    """The note on the first page: what the report comes to, and what the colours mean."""
    near, far = _NOTE_INSET, _NOTE_INSET + _NOTE_SIZE
    box = Box(1, near, near, far, far)
    parts = (_result(report), _changes(report), _findings(report), _legend(found))
    text = "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines)
    return Annotation("note", (box,), _NOTE_COLOR, "report", _plain(text, MOST_OF_NOTE))


def _result(report: Report) -> Iterator[str]:
    yield f"{phrases.file_name(report.path)} against {one_line(report.target.title)}"
    if report.score is None:
        yield f"Not scored: {one_line(report.not_scored)}"
    else:
        yield f"Score {report.score.overall:g} of 100"
    for tier, title in sightings.TIERS:
        if sightings.of_tier(report, tier):
            yield f"{title}: {sightings.coverage(report, tier)}"


def _changes(report: Report) -> Iterator[str]:
    if report.changes:
        yield "Change first"
    for number, change in enumerate(report.changes, start=1):
        first = change.found.findings[0]
        advice = f". {one_line(first.suggestion)}" if first.suggestion else ""
        note = content.change_note(change, report.document)
        yield f"{number}. {one_line(first.message)} ({note}){advice}"


def _findings(report: Report) -> Iterator[str]:
    """The findings that have no place on a page."""
    changed = {change.found.rule for change in report.changes}
    found = [f for f in report.findings if f.span is None and f.rule not in content.TOLD | changed]
    if found:
        yield "Also found"
    for finding in found[:MOST_FINDINGS]:
        advice = f"; {one_line(finding.suggestion)}" if finding.suggestion else ""
        name = f"{content.SEVERITIES[finding.severity]} {finding.rule} {finding.name}"
        yield f"{name}: {one_line(finding.message)}{advice}"
    if len(found) > MOST_FINDINGS:
        yield f"{len(found) - MOST_FINDINGS} more"


def _legend(found: int) -> Iterator[str]:
    yield "Marks"
    for kind, (form, color, _) in _STYLES.items():
        yield f"{color} {_FORMS[form]}: {KINDS[kind]}"
    if found > MOST_MARKS:
        yield f"only the first {MOST_MARKS:,} of {found:,} places are marked"
    yield ""
    yield content.CLOSING


def _plain(text: str, most: int) -> str:
    """``text`` without the signs of our layout, cut to ``most`` characters."""
    plain = text.replace(phrases.GLUE, " ")
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"
