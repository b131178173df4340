"""The report of one resume, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from atscheck.checks.rule import Finding
from atscheck.documents.model import Document
from atscheck.matching.model import LevelMatch, Match
from atscheck.report import values
from atscheck.resume.model import Resume
from atscheck.scoring import Score
from atscheck.skills.model import Target


@dataclass(frozen=True, slots=True)
class Report:
    """One resume against one target. ``score`` is None where ``not_scored`` says why."""

    document: Document
    resume: Resume
    target: Target
    matches: tuple[Match, ...]
    levels: tuple[LevelMatch, ...]
    findings: tuple[Finding, ...]
    score: Score | None
    not_scored: str = ""

    @property
    def keywords(self) -> tuple[Match, ...]:
        """The keywords of the target in its order."""
        return self.matches

    @property
    def path(self) -> str:
        """The file, as the user named it."""
        return self.document.path

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON values; ``schema()`` in atscheck.report describes them."""
        document, target = self.document, self.target
        return {
            **values.head("report"),
            "file": values.file(document),
            "target": {"kind": target.kind, "name": target.name, "title": target.title},
            "score": None if self.score is None else values.score(self.score),
            "not_scored": self.not_scored or None,
            "keywords": [values.keyword(m, target, document) for m in self.matches],
            "groups": [values.group(g, self.matches) for g in target.groups],
            "levels": [values.level(level) for level in self.levels],
            "achievements": values.achievements(self.resume, self.findings),
            "findings": [values.finding(f, document) for f in self.findings],
            "resources": values.resources(target, self.matches),
            "resume": values.resume(self.resume),
            "job": None if target.requirements is None else values.job(target.requirements),
        }


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, as a value, so that a batch never loses a row."""

    path: str
    code: str
    message: str
    hint: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The failure as JSON values."""
        return {
            **values.head("report"),
            "file": {"path": self.path},
            "error": {"code": self.code, "message": self.message, "hint": self.hint},
        }
