"""Reports as CSV: one row per keyword, and one for a keyword's every piece of evidence."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from atscheck.renderers.safe import csv_safe
from atscheck.renderers.view import View
from atscheck.report import Report

COLUMNS = (
    "file", "target", "tier", "keyword", "group", "weight", "status", "in_context", "literal",
    "evidence", "term", "form", "evidence_status", "section", "weak", "page", "line",
    "statements", "positions", "months", "last_used",
)  # fmt: skip


def render(reports: Sequence[Report], view: View) -> str:
    """All reports in one table with a header."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for report in reports:
        for row in _rows(report.to_dict()):
            writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def _rows(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for keyword in data["keywords"]:
        row = {
            "file": data["file"]["path"],
            "target": data["target"]["name"],
            "keyword": keyword["term"],
            **{key: keyword[key] for key in ("tier", "group", "weight", "status", "in_context")},
            "literal": keyword["literal"],
            **keyword["depth"],
        }
        for evidence in keyword["evidence"] or [{}]:
            yield {
                **row,
                "evidence": evidence.get("text"),
                "evidence_status": evidence.get("status"),
                **{
                    key: evidence.get(key)
                    for key in ("term", "form", "section", "weak", "page", "line")
                },
            }


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return csv_safe(" ".join(value.split())) if isinstance(value, str) else value
