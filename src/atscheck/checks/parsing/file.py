"""PA: the file's size and name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import PLAIN, named, sized
from atscheck.data import load_words


@rule(
    "PA107",
    Severity.WARNING,
    source=sources.GREENHOUSE,
    bad=lambda: (
        sized(2_501, "a page with a photo as the camera made it"),
        sized(4_000, "slides of projects behind the resume"),
        sized(12_300, "a scan in colour"),
        sized(2_900, "a Word file with pictures cut to size but stored whole"),
    ),
    good=lambda: (
        sized(2_500, "as much as is still read"),
        sized(1_900, "a photo and two logos, made smaller"),
        sized(640, "nine pages with figures"),
        sized(31, "two pages of text"),
    ),
    options={"kilobytes": "kilobytes that a file may have"},
)
def file_too_large(facts: Facts, *, kilobytes: int = 2_500) -> Iterator[Hit]:
    """The file is larger than 2.5 MB.

    One widely used system does not parse larger files, it only attaches them.
    """
    size = facts.document.size
    if size > 1000 * kilobytes:
        yield Hit(
            None,
            f"the file has {size / 1e6:.1f} MB",
            f"get it below {kilobytes / 1000:g} MB: leave out its pictures or make them smaller, "
            "and export it again",
        )


_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBERED = re.compile(r"\(\d{1,3}\)|(?<![^\W_])v\.?\d{1,3}(?![^\W_])", re.IGNORECASE)
"""The mark of a version or of a download: "v3", "(2)"."""
_ODD = re.compile(r"[^\w .,()'\u2019+-]")
"""Characters that file names are better without: "#", "%", "&" and the like."""


@rule(
    "PA114",
    Severity.INFO,
    source=sources.FILE_NAMES,
    bad=lambda: (
        named("resume.pdf"),
        named("Jane_Example_final_v3.pdf"),
        named("Jane Example #1.pdf"),
        named("My CV (2).docx"),
        named("scan0012.pdf"),
        named("Jane_Example_R&D.docx"),
    ),
    good=lambda: (
        named("Jane_Example_Resume.pdf"),
        named("Jane Example - CV 2025.docx"),
        named("O'Sample, Seán (CV).pdf"),
        named("Engineer_Jane-Anne_Example.pdf"),
        named("Renew_Vinfinal.pdf"),
        Sample(replace(PLAIN, path="-"), "from standard input, which has no name"),
    ),
)
def file_name(facts: Facts) -> Iterator[Hit]:
    """The file's name does not say whose it is, or names a version.

    People who download many resumes tell them apart by name, and a version says that others exist;
    a vendor warns that special characters may keep a file from being read.
    """
    path = facts.document.path
    if path != "-" and (told := told_of_name(path)):
        yield Hit(None, told, "call it First_Last_Resume, with your name")


def told_of_name(path: str) -> str:
    """What `file_name` finds fault with in a file's name, "" if nothing.

    It is all that a report says of the name; the rest comes from the file's bytes.
    """
    name = PurePath(path).name
    reasons = [reason for reason, applies in _name_is(PurePath(name).stem) if applies]
    return f'the file is called "{name}": {", ".join(reasons)}' if reasons else ""


def _name_is(stem: str) -> Iterator[tuple[str, bool]]:
    """What may be said of a file's name, and whether it applies."""
    known = load_words("file_names")
    words = {word.casefold() for word in _WORD.findall(stem)}
    yield "it does not name you", words <= {*known["generic"], *known["versions"]}
    versions = words.intersection(known["versions"])
    yield "it names a version", bool(versions or _NUMBERED.search(stem))
    yield "it has special characters", bool(_ODD.search(stem))
