"""PA: what keeps a file from being opened or taken: protection, scripts, files within."""

from __future__ import annotations

from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.checks.samples import losing, losing_both, noted

_LOCKED = losing(
    "no-copy-permission",
    "the PDF forbids copying its text; some systems obey and read nothing",
    "a PDF with an owner password that forbids copying",
)
_ENCRYPTED = losing(
    "encrypted",
    "the PDF is encrypted, though it opens without a password",
    "a PDF that opens without a password; copying is allowed, printing is not",
)
_SCRIPT = losing(
    "scripts",
    "the PDF runs a script or program when it is opened",
    "a fillable template that checks its fields with JavaScript",
)
_MACROS = losing("scripts", "the Word file holds macros", "a template with buttons for its parts")
_ATTACHED = losing(
    "embedded-files",
    "files are attached to the PDF; they are not read",
    "a certificate attached within the PDF",
)
_FORM = losing(
    "form-fields",
    "3 fields of a form are filled in: such text is not part of the page",
    "a form whose fields were filled in",
)


@rule(
    "PA103",
    Severity.WARNING,
    source=sources.LEVER,
    bad=lambda: (
        _LOCKED,
        losing_both(_LOCKED, _FORM, "an agency's form, locked after it was filled in"),
        losing_both(_LOCKED, _ATTACHED, "a portfolio that was locked with what is attached to it"),
        losing_both(
            losing("image-only-page", "page 1 is a picture", "", page=1), _LOCKED, "a locked scan"
        ),
    ),
    good=lambda: (
        _ENCRYPTED,
        noted("a PDF that is signed, so that changes show; copying is allowed"),
        noted("a Word file marked as final"),
        losing_both(_FORM, _SCRIPT, "a form with scripts; copying is allowed"),
    ),
)
def no_copy_permission(facts: Facts) -> Iterator[Hit]:
    """The PDF forbids copying its text.

    Programs that honour the setting read nothing, although a person sees the whole page.
    """
    for loss in facts.losses("no-copy-permission"):
        yield Hit(
            loss.span,
            "the PDF forbids copying its text: some systems obey and read nothing",
            "save it again without restrictions (no owner password)",
        )


@rule(
    "PA108",
    Severity.WARNING,
    source=sources.ANTIVIRUS,
    bad=lambda: (
        _SCRIPT,
        _MACROS,
        losing("scripts", _SCRIPT.document.losses[0].message, "starts a program when it closes"),
        losing_both(_ATTACHED, _SCRIPT, "a script opens what is attached"),
    ),
    good=lambda: (
        noted("a PDF that opens at its second page, by an action that only goes there"),
        noted("a Word file with fields for the date and page numbers, which are no macros"),
        losing_both(_FORM, _ENCRYPTED, "a form that runs nothing"),
        _ATTACHED,
    ),
)
def scripts(facts: Facts) -> Iterator[Hit]:
    """The file holds scripts or macros.

    Systems that scan what is uploaded mark such files as infected or turn them away, whatever the
    script does.
    """
    yield from facts.told("print the resume to a new PDF, or save it as .docx or PDF", "scripts")


@rule(
    "PA109",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=lambda: (
        _ATTACHED,
        losing("embedded-documents", "1 embedded document, not read", "a sheet within a Word file"),
        losing(
            "embedded-documents",
            "2 embedded documents, not read",
            "its list of projects is a document of its own within it",
            text="EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2024\nSee the list of projects",
            line=3,
        ),
        losing_both(_LOCKED, _ATTACHED, "letters of reference, attached to a locked PDF"),
    ),
    good=lambda: (
        noted("its certificates are linked", "Jane Example\nCertificates: example.org/jane"),
        noted("its certificates are sent as files of their own"),
        losing("images", "1 picture: text in pictures is not read", "a certificate as a picture"),
        _SCRIPT,
    ),
)
def files_within(facts: Facts) -> Iterator[Hit]:
    """Other files are attached to or embedded in the file.

    A system that reads the resume does not open them; what only they say is not filed.
    """
    yield from facts.told(
        "send them as files of their own, if asked for", "embedded-files", "embedded-documents"
    )


@rule(
    "PA110",
    Severity.INFO,
    source=sources.ENCRYPTED,
    bad=lambda: (
        _ENCRYPTED,
        losing("encrypted", _ENCRYPTED.document.losses[0].message, "changes need a password"),
        losing_both(_ENCRYPTED, _ATTACHED, "encrypted together with what is attached"),
        losing_both(_FORM, _ENCRYPTED, "a form that allows only to be filled in"),
    ),
    good=lambda: (
        _LOCKED,
        noted("a PDF that is signed, which encrypts nothing"),
        noted("a Word file that is opened read-only"),
        losing_both(_FORM, _SCRIPT, "a form that is not encrypted"),
    ),
)
def encrypted(facts: Facts) -> Iterator[Hit]:
    """The file is encrypted, though it opens without a password.

    Simple readers give up at any encryption, and upload forms may turn such a file away.
    """
    yield from facts.told("save it again without restrictions or passwords", "encrypted")
