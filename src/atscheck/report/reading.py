"""The JSON values of what a machine reads in a resume (schema "atscheck.text/1")."""

from __future__ import annotations

from dataclasses import asdict

from atscheck.documents.model import Document, Line, Loss
from atscheck.report.filed import resume
from atscheck.report.values import Values, box_of, file, head, place_of
from atscheck.resume.model import Resume


def reading_to_dict(parsed: Resume) -> Values:
    """What a machine reads in a resume, as JSON values."""
    document = parsed.document
    return {
        **head("text"),
        "file": file(document),
        "doubt": document.doubt or None,
        "resume": resume(parsed),
        "losses": [_loss(loss, document) for loss in document.losses],
        "pages": [asdict(page) for page in document.pages],
        "text": document.text,
        "stored_text": "\n".join(document.in_stored_order()),
        "lines": [_line(line, document) for line in document.lines],
    }


def _loss(loss: Loss, document: Document) -> Values:
    """A loss; one without a line may have a page and a box of its own."""
    place = place_of(loss.span, document)
    if loss.span is None and loss.box is not None:
        place = {"page": loss.box.page, "line": None, "box": box_of(loss.box)}
    return {"kind": loss.kind, "message": loss.message, **place}


def _line(line: Line, document: Document) -> Values:
    return {
        **place_of(line.span, document),
        "text": document.line_text(line),
        "origin": line.origin,
        "column": line.column,
        "hidden": line.hidden,
        "stored": line.stored,
    }
