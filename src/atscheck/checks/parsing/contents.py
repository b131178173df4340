"""PA: what a file holds besides plain text: pictures, traces of editing, forms, charts."""

from __future__ import annotations

from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import losing, losing_both, noted
from atscheck.documents.model import LossKind

_JOBS = "Jane Example\n\nEXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2024\n- Built 12 reports."
_PICTURE = "1 picture: text in pictures is not read"
_CHANGES = losing(
    "tracked-changes",
    "7 tracked changes left: others may see the old words beside the new",
    "a colleague's corrections are neither accepted nor undone",
    text=_JOBS,
    line=4,
)
_COMMENT = losing(
    "comments",
    "1 comment left, which others may see",
    'a comment asks "is this still true?"',
    text=_JOBS,
    line=3,
)
_PROMPT = losing(
    "placeholders",
    "1 prompt of the template, never filled in, which everybody sees",
    "the last line is a grey prompt of a Word template",
    text=f"{_JOBS}\n[Click here to enter text]",
    line=5,
)
_FIELDS = losing(
    "form-fields",
    "14 fields of a form are filled in: such text is not part of the page",
    "an agency's form, filled in",
    text="Name:\nE-mail:\nLast employer:",
)


def _charts(count: str, note: str) -> Sample:
    message = f"{count}: text and numbers in charts are not read"
    return losing("charts", message, note, text=_JOBS, line=3)


_CHART = _charts("1 chart", "a bar chart of skills")


@rule(
    "PA105",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=lambda: (
        losing("images", _PICTURE, "a photo above the name"),
        losing("images", "6 pictures: text in pictures is not read", "skills as bars of stars"),
        losing("images", _PICTURE, "the heading Experience is a banner", text=_JOBS, line=2),
        losing("images", _PICTURE, "a signature is scanned at its end", text=_JOBS, line=4),
    ),
    good=lambda: (
        noted("a line is drawn under its name"),
        noted("bullets and stars typed as characters", "SKILLS\n\u2605 Python\n\u2022 SQL"),
        _CHART,
        losing("icon-glyphs", "1 icon or glyph without a character", "an icon, by its font"),
    ),
)
def pictures(facts: Facts) -> Iterator[Hit]:
    """The file holds pictures.

    Nothing that a picture shows is read: no logo, rating bar or diagram; a vendor names graphics
    and photos among the causes of a failed parse.
    """
    yield from facts.told(
        "write in words what they say, if they say anything; a photo or an ornament can go",
        "images",
    )


@rule(
    "PA106",
    Severity.WARNING,
    source=sources.GREENHOUSE,
    bad=lambda: (
        _CHANGES,
        _COMMENT,
        losing_both(_CHANGES, _COMMENT, "changes and a comment on them"),
        losing(
            "tracked-changes",
            "1 tracked change left: others may see the old words beside the new",
            "the old telephone number is struck out, beside the new one",
            text="Jane Example\n+1 555 010 0199",
            line=2,
        ),
    ),
    good=lambda: (
        noted("all changes were accepted", _JOBS),
        noted("words about comments", "EXPERIENCE\n- Answered 300 comments of readers a week."),
        noted("new text is set in colour by hand", _JOBS),
        _PROMPT,
    ),
)
def traces_of_editing(facts: Facts) -> Iterator[Hit]:
    """Tracked changes or comments are left in the file.

    Readers of the file see them, and programs differ in whether they take the old text, the new one
    or both.
    """
    yield from facts.told(
        "in Word, under Review: accept all changes, delete all comments; then save",
        "tracked-changes",
        "comments",
    )


@rule(
    "PA111",
    Severity.WARNING,
    source=sources.FORMS,
    bad=lambda: (
        _FIELDS,
        losing(
            "form-fields",
            "1 field of a form is filled in: such text is not part of the page",
            "the e-mail address is typed into a field of a template",
            text="Jane Example\nE-mail:",
            line=2,
        ),
        losing_both(
            _FIELDS,
            losing("encrypted", "the PDF is encrypted, though it opens without a password", ""),
            "a form that allows nothing but to be filled in",
        ),
        losing_both(_FIELDS, _CHART, "a form with a chart"),
    ),
    good=lambda: (
        noted("a form whose fields are empty", _JOBS),
        noted(
            "a filled-in form, printed to a new PDF", "Name: Jane Example\nE-mail: jane@example.org"
        ),
        noted("lines to write on, typed as underscores", "Name: ______ Jane Example"),
        _PROMPT,
    ),
)
def form_fields(facts: Facts) -> Iterator[Hit]:
    """Text stands in the fields of a form.

    Such text is kept apart from the page, and readers of the page's text do not find it.
    """
    yield from facts.told("print the filled-in form to a new PDF", "form-fields")


@rule(
    "PA113",
    Severity.WARNING,
    source=sources.GREENHOUSE,
    bad=lambda: (
        _PROMPT,
        losing(
            "placeholders",
            "5 prompts of the template, never filled in, which everybody sees",
            "an unfinished template of Word",
            text="[Your Name]\n[Street Address]\n[Phone]\n[E-mail]\n[Objective]",
        ),
        losing(
            "placeholders",
            _PROMPT.document.losses[0].message,
            "a date is still to be chosen",
            text="EXPERIENCE\nAnalyst, Acme Ltd\nChoose a date.",
            line=3,
        ),
        losing_both(_PROMPT, _COMMENT, "a prompt, and a comment on it"),
    ),
    good=lambda: (
        noted("every prompt is written over", _JOBS),
        noted("brackets of one's own", "EXPERIENCE\n- Built a shop [archived] for 40 sellers."),
        noted("a tool's name", "SKILLS\nClick, Flask, Jinja templates"),
        _COMMENT,
    ),
)
def prompts_left(facts: Facts) -> Iterator[Hit]:
    """Prompts of the template were never filled in.

    A reader sees a form that is not finished, and a machine may file the prompt as your words.
    """
    yield from facts.told("fill them in, or delete them", "placeholders")


_SAID_ELSEWHERE: frozenset[LossKind] = frozenset(
    ["image-only-page", "text-over-image", "truncated", "encrypted", "no-copy-permission",
     "images", "tracked-changes", "comments", "placeholders", "scripts", "form-fields",
     "embedded-files", "embedded-documents", "icon-glyphs", "letter-spaced", "direction-marks",
     "unmapped-glyphs", "hidden-text", "tiny-text", "off-page-text", "text-under-image",
     "tables", "layout-table", "text-boxes", "diagrams", "header-footer", "invisible", "ocr",
     "fallback", "parsers-disagree"]
)  # fmt: skip
"""Kinds of loss that another rule speaks of, or (invisible characters) that every reader drops."""


@rule(
    "PA199",
    Severity.INFO,
    source=sources.TEXTKERNEL,
    bad=lambda: (
        _CHART,
        _charts("3 charts", "results of three years"),
        _charts("1 chart", "its career as a time line"),
        losing_both(_CHART, _COMMENT, "a chart with a comment; another rule speaks of that"),
    ),
    good=lambda: (
        noted("its skills are written out", "SKILLS\nPython (8 years), SQL (5 years)"),
        noted("charts by name", "EXPERIENCE\n- Drew 40 charts for the yearly report."),
        losing("images", _PICTURE, "a chart that is a picture"),
        losing("invisible", "2 invisible characters", "soft hyphens, which every reader drops"),
    ),
)
def other_loss(facts: Facts) -> Iterator[Hit]:
    """Something else in the file that a machine may lose or misread.

    It was noticed while reading the file; systems differ in what they make of it.
    """
    for loss in facts.document.losses:
        if loss.kind not in _SAID_ELSEWHERE:
            yield Hit(
                loss.span,
                loss.message,
                "look at `atscheck text`, and write as plain text what is missing there",
            )
