"""Many resumes: every file gets exactly one outcome, a report or a failure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from atscheck import documents, sandbox
from atscheck.checks.selection import EVERY, Selection
from atscheck.documents.ocr import tesseract
from atscheck.errors import InputError, out_of_memory
from atscheck.report import Failure, Report, blind_name, blinded, blinded_failure
from atscheck.scan import check, load_job, present, require_keywords
from atscheck.skills import load_pack
from atscheck.skills.model import Target


def batch(
    paths: Iterable[str | Path],
    *,
    pack: str | Path | None = None,
    job: str | Path | None = None,
    as_of: dt.date | None = None,
    ocr: bool = False,
    selection: Selection = EVERY,
    blind: bool = False,
    isolated: bool = False,
) -> Iterator[Report | Failure]:
    """The outcome of each file in turn; ``blind`` hides whose they are (`atscheck.blinded`).

    All are checked in this process; ``isolated`` is as in `atscheck.scan`. The command line uses
    several processes.

    Raises:
        TypeError: unless exactly one of ``pack`` and ``job`` is given.
        AtscheckError: if the target is not valid, or character recognition is asked for and not
            installed.
    """
    if ocr:
        tesseract()
    target = load_target(pack, job, ocr=ocr, isolated=isolated)
    today = present(as_of)
    for path in paths:
        found = outcome(path, target, today, ocr=ocr, selection=selection, isolated=isolated)
        yield blind_outcome(found) if blind else found


def load_target(
    pack: str | Path | None,
    job: str | Path | None,
    *,
    ocr: bool = False,
    isolated: bool = False,
) -> Target:
    """The target that a pack or a posting makes.

    Raises:
        TargetError: if it asks for nothing.
    """
    if pack is not None and job is None:
        return require_keywords(load_pack(pack))
    if job is not None and pack is None:
        return require_keywords(load_job(job, ocr=ocr, isolated=isolated))
    raise TypeError("give either pack or job")


def outcome(
    path: str | Path,
    target: Target,
    as_of: dt.date,
    *,
    ocr: bool = False,
    selection: Selection = EVERY,
    isolated: bool = False,
) -> Report | Failure:
    """The report of one file, or why there is none."""
    try:
        read = sandbox.read if isolated else documents.read
        document = read(path, ocr=ocr)
        return check(document, target, as_of=as_of, selection=selection)
    except InputError as error:
        return _failure(path, error)
    except MemoryError:
        return _failure(path, out_of_memory())
    except Exception as error:
        # The last line of defence: one file's surprise must not cost the others theirs.
        message = f"a fault of atscheck ({type(error).__name__})"
        return Failure(str(path), "internal", message, "please report it")


def _failure(path: str | Path, error: InputError) -> Failure:
    return Failure(str(path), error.code, error.message, error.hint)


def blind_outcome(found: Report | Failure) -> Report | Failure:
    """The outcome of a file without anything of the person in it, nor the file's name."""
    if isinstance(found, Report):
        return blinded(found)
    return blinded_failure(found, blind_name(documents.sha256_of(found.path)))
