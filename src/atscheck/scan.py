"""The walk from files to reports; the only module that knows the order of the stages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from atscheck import checks, documents, matching, resume, sandbox
from atscheck.checks.rule import Facts
from atscheck.checks.selection import EVERY, Selection
from atscheck.documents.model import Document
from atscheck.errors import TargetError
from atscheck.report import Difference, Report, difference
from atscheck.resume.model import Resume
from atscheck.scoring import score
from atscheck.skills import load_pack
from atscheck.skills.model import Target
from atscheck.skills.outlines import outlines
from atscheck.skills.packs import AUTO

if TYPE_CHECKING:
    from atscheck.matching.fit import Fit


def scan(
    source: str | Path | bytes,
    *,
    pack: str | Path,
    path: str | None = None,
    as_of: dt.date | None = None,
    ocr: bool = False,
    selection: Selection = EVERY,
    isolated: bool = False,
) -> Report:
    """The report of the resume at ``source`` (a path, or a file's bytes) against a keyword pack.

    Args:
        source: the resume.
        pack: a pack's name, the path of a pack file, or `AUTO` for the one that fits best.
        path: what to call the resume in the report, if it comes as bytes.
        as_of: what "present" means; today if None.
        ocr: whether character recognition reads the pages of a PDF file that are pictures.
        selection: which rules are heard, and how they are set.
        isolated: whether the file is read in a process of its own with limits, which is safer and
            which the command line does; without, reading it may take this process down.

    Raises:
        InputError: if the resume cannot be read.
        PackError: if the pack is not valid.
        TargetError: if the pack asks for nothing, or none fits.
        MissingError: if recognition is asked for and not installed.
    """
    document = _read(isolated)(source, path=path, ocr=ocr)
    target = fitting_pack(document)[0] if pack == AUTO else load_pack(pack)
    return check(document, target, as_of=present(as_of), selection=selection)


def fitting_pack(document: Document) -> tuple[Target, tuple[Fit, ...]]:
    """The pack that a resume fits best, and how it fits all of them, the best first.

    Raises:
        PackError: if one of the user's or the project's packs is not valid.
        TargetError: if none fits.
    """
    from atscheck.matching.fit import LEAST, fits

    found = fits(resume.parse(document), outlines())
    if not found or found[0].score < LEAST:
        hint = "name the one that you want; atscheck packs list shows them"
        raise TargetError("no pack fits this resume", hint)
    return load_pack(found[0].pack.name), found


def compare(
    source: str | Path | bytes,
    *,
    job: str | Path,
    path: str | None = None,
    as_of: dt.date | None = None,
    ocr: bool = False,
    selection: Selection = EVERY,
    isolated: bool = False,
) -> Report:
    """The report of a resume against a posting: a `Path` to its file, or its text.

    The other arguments and errors are as in `scan`.
    """
    document = _read(isolated)(source, path=path, ocr=ocr)
    target = load_job(job, ocr=ocr, isolated=isolated)
    return check(document, target, as_of=present(as_of), selection=selection)


def diff(
    old: str | Path | bytes,
    new: str | Path | bytes,
    *,
    pack: str | Path | None = None,
    job: str | Path | None = None,
    as_of: dt.date | None = None,
    ocr: bool = False,
    selection: Selection = EVERY,
    isolated: bool = False,
) -> Difference:
    """What the resume ``new`` won and lost over its version ``old``, against a pack or a posting.

    The target is either ``pack``, as in `scan`, or ``job``, as in `compare`; so are the other
    arguments and errors.

    Raises:
        ValueError: if there is no target, or both.
    """
    if job is not None and pack is None:
        target = load_job(job, ocr=ocr, isolated=isolated)
    elif pack is not None and job is None:
        target = load_pack(pack)
    else:
        raise ValueError("give either a pack or a job")
    today = present(as_of)
    reports = [
        check(_read(isolated)(source, ocr=ocr), target, as_of=today, selection=selection)
        for source in (old, new)
    ]
    return difference(*reports)


def load_job(job: str | Path, *, ocr: bool = False, isolated: bool = False) -> Target:
    """The target that a posting makes: a `Path` is read, a string is the posting's text."""
    from atscheck.jobs import read_job, with_alternatives

    read = _read(isolated)
    document = read(job, ocr=ocr) if isinstance(job, Path) else read(job.encode(), path="job")
    return with_alternatives(read_job(document))


def _read(isolated: bool) -> Callable[..., Document]:
    return sandbox.read if isolated else documents.read


def require_keywords(target: Target) -> Target:
    """``target``.

    Raises:
        TargetError: if it has no keywords: nothing compared with nothing is no full coverage.
    """
    if not target.keywords:
        raise TargetError(
            f"{target.name} asks for no keywords, so nothing can be compared",
            "write some below [keywords] of the pack"
            if target.kind == "pack"
            else "check that the text is the posting itself, or use a pack",
        )
    return target


def present(as_of: dt.date | None) -> dt.date:
    """The day that "present" means: ``as_of``, or today. The one place where the clock is read."""
    return as_of or dt.date.today()


def check(
    document: Document,
    target: Target,
    *,
    as_of: dt.date,
    selection: Selection = EVERY,
) -> Report:
    """The report of a document against a target, with ``as_of`` for "present".

    ``selection`` says which rules are heard; those that are not still count in the score.

    Raises:
        TargetError: if the target has no keywords.
    """
    require_keywords(target)
    parsed = resume.parse(document)
    matches = matching.match(parsed, target)
    facts = Facts(parsed, target, matches.keywords, as_of, matches.flags)
    checked = checks.run(facts, selection)
    why = _unscored(parsed)
    return Report(
        document,
        parsed,
        target,
        matches.keywords,
        matches.levels,
        checked.findings,
        None if why else score(parsed, matches.keywords, checked.broken),
        as_of,
        matches.others,
        why,
        checked.silenced,
        checked.heard,
    )


def _unscored(parsed: Resume) -> str:
    """Why a resume has no score; "" if it can have one."""
    doubt, language = parsed.document.doubt, parsed.language
    if doubt:
        return f"the text cannot be read with confidence: {doubt}"
    if language is not None and not language.known:
        return f"the resume is in {language.name}, which atscheck does not read"
    return ""
