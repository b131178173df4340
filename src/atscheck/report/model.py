"""The report of one resume, or why there is none."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar

from atscheck.checks.keywords.edits import edits
from atscheck.checks.rule import Facts, Finding
from atscheck.documents.model import Document
from atscheck.matching.depth import Depth, depth_of, depths_of
from atscheck.matching.model import LevelMatch, Match, Other
from atscheck.matching.requirements import Requirement, compared
from atscheck.report import filed, postings, values
from atscheck.report.changes import Change, changes
from atscheck.resume.model import Resume
from atscheck.scoring import Gain, Score, gains
from atscheck.skills.model import Target


@dataclass(frozen=True, slots=True)
class Report:
    """One resume against one target.

    Attributes:
        score: None where ``not_scored`` says why.
        as_of: what "present" means in it.
        others: what the resume claims and the target does not ask for, most used first.
        silenced: how many places the resume's own text keeps the rules from telling.
        heard: the codes of the rules that were asked, whether or not they found something.
        blind: whether all that is personal is hidden in it (`atscheck.report.blind`); pictures of
            its pages are personal, too.
    """

    blind: ClassVar[bool] = False

    document: Document
    resume: Resume
    target: Target
    matches: tuple[Match, ...]
    levels: tuple[LevelMatch, ...]
    findings: tuple[Finding, ...]
    score: Score | None
    as_of: dt.date
    others: tuple[Other, ...] = ()
    not_scored: str = ""
    silenced: int = 0
    heard: tuple[str, ...] = ()

    @property
    def keywords(self) -> tuple[Match, ...]:
        """The keywords of the target in its order."""
        return self.matches

    @property
    def path(self) -> str:
        """The file, as the user named it."""
        return self.document.path

    def depth(self, match: Match) -> Depth:
        """How deep the evidence for one of its keywords goes."""
        return depth_of(match, self.resume, self.as_of)

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """What a posting asks for besides keywords, with what the resume shows of it."""
        asked = self.target.requirements
        if asked is None:
            return ()
        return tuple(compared(asked, self.resume, self.matches, self.as_of))

    @property
    def level(self) -> LevelMatch | None:
        """The highest level of proficiency reached."""
        return next((level for level in reversed(self.levels) if level.reached), None)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What to change first."""
        return self._changes(self.edits)

    def _changes(self, edited: tuple[Gain, ...]) -> tuple[Change, ...]:
        return changes(self.findings, self.score, [gain.edit.span for gain in edited])

    @property
    def edits(self) -> tuple[Gain, ...]:
        """What would let a search for a posting's own words find more, the most useful first.

        None where the text cannot be read with confidence.
        """
        if self.score is None:
            return ()
        facts = Facts(self.resume, self.target, self.matches, self.as_of)
        return gains(edits(facts), self.matches)

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON values; ``schema()`` in atscheck.report describes them."""
        document, target, edited = self.document, self.target, self.edits
        depths = depths_of(self.matches, self.resume, self.as_of)
        return {
            **values.head("report"),
            "file": values.file(document),
            "as_of": self.as_of.isoformat(),
            "target": {"kind": target.kind, "name": target.name, "title": target.title},
            "score": None if self.score is None else values.score(self.score),
            "not_scored": self.not_scored or None,
            "keywords": [
                values.keyword(match, depth, target, document)
                for match, depth in zip(self.matches, depths, strict=True)
            ],
            "other_keywords": [values.other(o, document) for o in self.others],
            "edits": [values.edit(gain, document) for gain in edited],
            "groups": [values.group(g, self.matches) for g in target.groups],
            "levels": [values.level(level) for level in self.levels],
            "achievements": values.achievements(self.resume, self.findings),
            "findings": [values.finding(f, document) for f in self.findings],
            "silenced": self.silenced,
            "changes": [values.change(change) for change in self._changes(edited)],
            "resources": values.resources(target, self.matches),
            "resume": filed.resume(self.resume),
            "job": None if target.requirements is None else postings.job(target.requirements),
            "requirements": [postings.requirement(r, document) for r in self.requirements],
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
