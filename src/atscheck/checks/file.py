"""PA: the file itself: its size, its name, its protection, and what it carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import PLAIN, losing
from atscheck.data import load_words


@rule(
    "PA103",
    Severity.WARNING,
    source=sources.LEVER,
    bad=(Sample(losing("no-copy-permission"), "the PDF forbids copying"),),
    good=(Sample(PLAIN, "copying is allowed"),),
)
def no_copy_permission(facts: Facts) -> Iterator[Hit]:
    """The PDF forbids copying its text.

    Programs that honour the setting read nothing, although a person sees the whole page.
    """
    for loss in facts.losses("no-copy-permission"):
        yield Hit(
            loss.span,
            "the PDF forbids copying its text",
            "save it again without restrictions (no owner password)",
        )


_LARGE = 2_500_000
"""Bytes above which Greenhouse parses no file."""


@rule(
    "PA107",
    Severity.WARNING,
    source=sources.GREENHOUSE,
    bad=(Sample(replace(PLAIN, size=4_000_000), "the file has 4 MB"),),
    good=(Sample(replace(PLAIN, size=400_000), "the file has 400 KB"),),
)
def file_too_large(facts: Facts) -> Iterator[Hit]:
    """The file is larger than 2.5 MB.

    One widely used system does not parse larger files, it only attaches them.
    """
    size = facts.document.size
    if size > _LARGE:
        yield Hit(
            None,
            f"the file has {size / 1e6:.1f} MB",
            "leave out or shrink its pictures, and export with fonts embedded as subsets",
        )


@rule(
    "PA108",
    Severity.WARNING,
    source=sources.ANTIVIRUS,
    bad=(
        Sample(losing("scripts", "the PDF runs a script when it is opened"), "it holds JavaScript"),
    ),
    good=(Sample(PLAIN, "no scripts"),),
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
    bad=(
        Sample(losing("embedded-files", "files are attached to the PDF"), "a certificate within"),
        Sample(losing("embedded-documents", "1 embedded document, not read"), "a sheet within"),
    ),
    good=(Sample(PLAIN, "nothing is attached"),),
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
    bad=(Sample(losing("encrypted", "the PDF is encrypted"), "it has an owner password"),),
    good=(Sample(PLAIN, "not encrypted"),),
)
def encrypted(facts: Facts) -> Iterator[Hit]:
    """The file is encrypted, though it opens without a password.

    Simple readers give up at any encryption, and upload forms may turn such a file away.
    """
    yield from facts.told("save it again without restrictions or passwords", "encrypted")


_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBERED = re.compile(r"\(\d{1,3}\)|(?<![^\W_])v\.?\d{1,3}(?![^\W_])", re.IGNORECASE)
"""The mark of a version or of a download: "v3", "(2)"."""
_ODD = re.compile(r"[^\w .()+-]")
"""Characters that file names are better without: quotes, "#", "%", "&" and the like."""


@rule(
    "PA114",
    Severity.INFO,
    source=sources.FILE_NAMES,
    bad=(
        Sample(replace(PLAIN, path="resume_final_v3.pdf"), "it is called resume_final_v3.pdf"),
        Sample(replace(PLAIN, path="Jane's Example #1.pdf"), "it is called Jane's Example #1.pdf"),
    ),
    good=(
        Sample(replace(PLAIN, path="Jane_Example_Resume.pdf"), "called Jane_Example_Resume.pdf"),
        Sample(replace(PLAIN, path="-"), "from standard input, which has no name"),
    ),
)
def file_name(facts: Facts) -> Iterator[Hit]:
    """The file's name does not say whose it is, or has more in it than that.

    People who download many resumes tell them apart by name; a vendor warns that special
    characters may keep a file from being read, and spaces turn into codes in addresses.
    """
    name = PurePath(facts.document.path).name
    reasons = [reason for reason, applies in _name_is(PurePath(name).stem) if applies]
    if reasons and facts.document.path != "-":
        yield Hit(
            None,
            f'the file is called "{name}": {", ".join(reasons)}',
            "call it First_Last_Resume, with your name",
        )


def _name_is(stem: str) -> Iterator[tuple[str, bool]]:
    """What may be said of a file's name, and whether it applies."""
    known = load_words("file_names")
    words = {word.casefold() for word in _WORD.findall(stem)}
    yield "it does not name you", words <= {*known["generic"], *known["versions"]}
    versions = words.intersection(known["versions"])
    yield "it names a version", bool(versions or _NUMBERED.search(stem))
    yield "it has special characters", bool(_ODD.search(stem))
    yield "it has spaces", " " in stem
