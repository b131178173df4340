"""Whole postings of many professions and styles, as text and in every format."""

from __future__ import annotations

from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from atscheck import documents
from atscheck.jobs import read_job
from atscheck.skills.model import Target
from tests.support import postings
from tests.support.formats import FORMATS
from tests.support.make_docx import make_docx, paragraph, run
from tests.support.make_pdf import lines, make_pdf

CASES = postings.table("whole")["case"]


def check(target: Target, case: dict[str, Any]) -> None:
    """That the target has the title, the tiers and the alternatives of the case, and no noise."""
    found = postings.tiers(target)
    assert target.title == case["title"]
    for tier in ("must", "good"):
        assert {name: found.get(name) for name in case[tier]} == dict.fromkeys(case[tier], tier)
    assert not {name.casefold() for name in case["noise"]} & {name.casefold() for name in found}
    assert target.requirements is not None
    groups = {frozenset(group) for group in target.requirements.any_of}
    assert {frozenset(group) for group in case.get("any_of", ())} <= groups


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_posting_in_plain_text(case: dict[str, Any]) -> None:
    check(postings.read(case["text"]), case)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_posting_in_every_format(case: dict[str, Any], form: str) -> None:
    data = FORMATS[form](case["text"])
    check(read_job(documents.read(data, path=f"job.{form}")), case)


SET_OFF = {
    "The skills of our best colleagues": ["Python"],
    "A little extra that would be nice": ["Docker"],
    "All that is on offer": ["a course in Kubernetes"],
}
"""Headings that only their looks show to be headings, and what stands below each."""

FILLER = "You work with us in Leeds on what the whole town needs, in a team that knows its trade."


def set_off_html(opening: str, closing: str) -> bytes:
    parts = [f"{opening}{heading}{closing}" for heading in SET_OFF]
    lists = [f"<ul>{''.join(f'<li>{i}</li>' for i in items)}</ul>" for items in SET_OFF.values()]
    body = "".join(part + some for part, some in zip(parts, lists, strict=True))
    return f"<!doctype html><html><body><p>{FILLER}</p>{body}</body></html>".encode()


def set_off_markdown(mark: str, end: str) -> bytes:
    parts = [
        f"{mark}{h}{end}\n\n" + "\n".join(f"- {i}" for i in items) for h, items in SET_OFF.items()
    ]
    return "\n\n".join(["Some *words* to begin", FILLER, *parts]).encode()


def set_off_docx(properties: str) -> bytes:
    body = [paragraph(run(FILLER))]
    for heading, items in SET_OFF.items():
        body += [paragraph(run(heading, properties)), *(paragraph(run(i)) for i in items)]
    return make_docx("".join(body))


def set_off_pdf(font: str, size: int) -> bytes:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 60, [FILLER])
        for n, (heading, items) in enumerate(SET_OFF.items()):
            lines(canvas, 60, 90 + 45 * n, [heading], font=font, size=size)
            lines(canvas, 60, 107 + 45 * n, [f"• {item}" for item in items])

    return make_pdf(draw)


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (set_off_html("<h2>", "</h2>"), "job.html"),
        (set_off_html("<p><strong>", "</strong></p>"), "job.html"),
        (set_off_markdown("## ", ""), "job.md"),
        (set_off_markdown("**", "**"), "job.md"),
        (set_off_docx("<w:b/>"), "job.docx"),
        (set_off_docx('<w:sz w:val="36"/>'), "job.docx"),
        (set_off_pdf("Helvetica-Bold", 10), "job.pdf"),
        (set_off_pdf("Helvetica", 14), "job.pdf"),
    ],
)
def test_bold_or_large_lines_are_headings(data: bytes, path: str) -> None:
    target = read_job(documents.read(data, path=path))
    assert postings.tiers(target) == {"Python": "must", "Docker": "good"}


def test_the_same_lines_in_plain_text_are_none() -> None:
    text = "\n".join([FILLER, *(f"{h}\n{items[0]}" for h, items in SET_OFF.items())])
    assert postings.tiers(postings.read(text))["Docker"] == "must"
