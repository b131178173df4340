"""Reports: one resume against one target, the JSON form of all results, and its schemas."""

from __future__ import annotations

from atscheck.checks.showing import phrasing
from atscheck.report.jsonresume import jsonresume_to_dict
from atscheck.report.model import Failure, Report
from atscheck.report.reading import reading_to_dict
from atscheck.report.schemas import schema
from atscheck.report.values import job_to_dict

__all__ = [
    "Failure", "Report", "job_to_dict", "jsonresume_to_dict", "phrasing", "reading_to_dict",
    "schema",
]  # fmt: skip
