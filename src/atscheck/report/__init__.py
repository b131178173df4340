"""Reports: one resume against one target, the JSON form of all results, and its schemas."""

from __future__ import annotations

from atscheck.checks.keywords.showing import phrasing
from atscheck.report.alignment import Pair
from atscheck.report.blind import blind_name, blinded, blinded_failure, blinded_resume
from atscheck.report.changes import Change, Findings, by_rule
from atscheck.report.jsonresume import jsonresume_to_dict
from atscheck.report.model import Failure, Report
from atscheck.report.postings import job_to_dict
from atscheck.report.reading import reading_to_dict
from atscheck.report.schemas import schema
from atscheck.report.versions import Difference, difference, is_better

__all__ = [
    "Change", "Difference", "Failure", "Findings", "Pair", "Report", "blind_name", "blinded",
    "blinded_failure", "blinded_resume", "by_rule", "difference", "is_better", "job_to_dict",
    "jsonresume_to_dict", "phrasing", "reading_to_dict", "schema",
]  # fmt: skip
