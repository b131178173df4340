"""Every row of the design's matching tables."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from atscheck.documents.assemble import Reading, SourceLine, assemble, from_text
from atscheck.matching import match
from atscheck.resume import parse
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Target

CASES = tomllib.loads((Path(__file__).parent / "cases/design.toml").read_text())["case"]
HEADINGS = {
    "experience": ["EXPERIENCE", "Worker, Acme Ltd, 2019 - 2021"],
    "skills": ["SKILLS"],
    "summary": ["SUMMARY"],
}


def run(keyword: str, text: str, section: str) -> Any:
    first, *wrapped = text.split("\n")
    mark = "• " if section == "experience" else ""
    head = ["Ana Example", "ana@example.org", "", *HEADINGS[section], mark + first]
    lines = [SourceLine(line) for line in head] + [SourceLine(w, opens=False) for w in wrapped]
    document = assemble(b"", "cv.txt", "text", Reading(lines))
    terms = (load_lexicon().resolve(keyword),)
    target = Target("pack", "t", "T", (Keyword(keyword, terms, "must"),))
    return match(parse(document), target).keywords[0]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['keyword']}: {c['text'][:40]}")
def test_case(case: dict[str, Any]) -> None:
    found = run(case["keyword"], case["text"], case.get("section", "experience"))
    status = case.get("status", "found" if case.get("found", True) else None)
    if status is None:
        assert found.status != "found"
        return
    assert found.status == status
    if "form" in case:
        assert found.evidence[0].form == case["form"]
    if "weak" in case:
        assert found.evidence[0].weak is case["weak"]


def test_name_line_is_no_evidence() -> None:
    text = "Ruby Jones\nruby.jones@example.org\n\nSKILLS\nPython, SQL\n"
    terms = (load_lexicon().resolve("Ruby"),)
    target = Target("pack", "t", "T", (Keyword("Ruby", terms, "must"),))
    assert match(parse(from_text(text)), target).keywords[0].status == "missing"
