"""The limits of a process that reads an untrusted file, and how far this system has them."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Literal

from atscheck.sandbox import linux
from atscheck.sandbox.limits import CPU_SECONDS, MEMORY_BYTES, OPEN_FILES

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

Level = Literal["full", "rlimits", "none"]
"""What holds a reader: "full" is limits of memory, time and open files, no network, no other
process, and no file but those of `readable_folders`; "rlimits" is the limits alone; "none" is a
process of its own and the clock."""

_FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/share/X11/fonts/Type1",
    "/usr/share/X11/fonts/TTF",
    "/usr/local/share/fonts",
)
"""Where PDFium looks for fonts that a PDF file names and does not have (cfx_folderfontinfo.cpp)."""


@cache
def level() -> Level:
    """The strongest level that this system has."""
    if resource is None or not hasattr(os, "fork"):
        return "none"
    return "full" if linux.is_able() else "rlimits"


def readable_folders() -> list[str]:
    """What a reader may still read at level "full": files of libraries that every reader shares."""
    import pdfminer

    maps = Path(pdfminer.__file__).parent / "cmap"
    return [folder for folder in (str(maps), *_FONT_FOLDERS) if Path(folder).is_dir()]


def confine(ruleset: int | None) -> None:
    """Hold this process for good: at level "full" with a ruleset of `linux`, else "rlimits".

    A process without a ruleset may start programs that write files, as character recognition does.

    Raises:
        OSError: if the system refuses what `level` promises.
    """
    _limit(resource.RLIMIT_CORE, 0)
    # At the soft limit the system says what it ends the process for, at the hard one it does not.
    _limit(resource.RLIMIT_CPU, CPU_SECONDS, CPU_SECONDS + 1)
    _limit(resource.RLIMIT_AS, MEMORY_BYTES)
    if ruleset is not None:
        _limit(resource.RLIMIT_FSIZE, 0)
        _limit(resource.RLIMIT_NOFILE, OPEN_FILES)
        linux.die_with_parent()
        linux.restrict(ruleset)


def unlimit() -> None:
    """Take back the limits of time and memory that the starting process has set for itself."""
    if resource is not None:
        for kind in (resource.RLIMIT_CPU, resource.RLIMIT_AS):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (hard, hard))


def _limit(kind: int, soft: int, hard: int = 0) -> None:
    """Set both limits, as far as the hard one allows, which is ``soft`` if it is not more.

    macOS has no limit of address space.
    """
    known = resource.getrlimit(kind)[1]
    most = max(soft, hard)
    if known != resource.RLIM_INFINITY:
        soft, most = min(soft, known), min(most, known)
    try:
        resource.setrlimit(kind, (soft, most))
    except (OSError, ValueError):
        if kind != resource.RLIMIT_AS:
            raise
