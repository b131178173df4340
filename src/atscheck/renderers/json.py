"""Reports as JSON; its schema is published (`atscheck.report.schema`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from atscheck.renderers.view import View
from atscheck.report import Report


def render(reports: Sequence[Report], view: View) -> str:
    """One report as an object, several as a list."""
    data = [report.to_dict() for report in reports]
    return dump(data[0] if len(data) == 1 else data)


def dump(data: Any) -> str:
    """``data`` as JSON text in ASCII, whatever characters (or halves of them) it holds."""
    return json.dumps(data, indent=2, allow_nan=False, ensure_ascii=True) + "\n"
