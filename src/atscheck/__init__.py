"""What an applicant tracking system reads in a resume, and how well it covers what a role asks for.

The public names are loaded on first use, so that ``import atscheck`` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

__version__ = "0.1.0"

TYPE_CHECKING = False
"""True for type checkers. The one of ``typing`` takes most of the time before a command listens to
Ctrl-C."""

if TYPE_CHECKING:
    from typing import Any

    from atscheck.batch import batch as batch
    from atscheck.checks.rule import Finding as Finding
    from atscheck.checks.selection import Selection as Selection
    from atscheck.documents import read as read
    from atscheck.documents.model import Document as Document
    from atscheck.errors import AtscheckError as AtscheckError
    from atscheck.errors import ConfigError as ConfigError
    from atscheck.errors import InputError as InputError
    from atscheck.errors import PackError as PackError
    from atscheck.report import Difference as Difference
    from atscheck.report import Failure as Failure
    from atscheck.report import Report as Report
    from atscheck.report import blinded as blinded
    from atscheck.report import jsonresume_to_dict as jsonresume_to_dict
    from atscheck.report import reading_to_dict as reading_to_dict
    from atscheck.resume import parse as parse
    from atscheck.resume.model import Resume as Resume
    from atscheck.scan import compare as compare
    from atscheck.scan import diff as diff
    from atscheck.scan import scan as scan

_HOME = {
    "scan": "scan",
    "compare": "scan",
    "diff": "scan",
    "batch": "batch",
    "read": "documents",
    "parse": "resume",
    "reading_to_dict": "report",
    "jsonresume_to_dict": "report",
    "blinded": "report",
    "Report": "report",
    "Difference": "report",
    "Failure": "report",
    "Finding": "checks.rule",
    "Selection": "checks.selection",
    "Document": "documents.model",
    "Resume": "resume.model",
    "AtscheckError": "errors",
    "InputError": "errors",
    "PackError": "errors",
    "ConfigError": "errors",
}

__all__ = ["__version__"]
__all__ += list(_HOME)


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'atscheck' has no attribute {name!r}")
    return getattr(import_module(f"atscheck.{_HOME[name]}"), name)


class _Package(ModuleType):
    """Keeps ``scan`` and ``batch`` functions, although modules of these names exist.

    When a submodule is loaded, the import system sets it as an attribute of its package; it would
    hide the function that goes by the same name.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
