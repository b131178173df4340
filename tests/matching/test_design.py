"""What counts as a keyword hit: the cases of cases/*.toml, each a line of a resume."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from atscheck.documents.assemble import Reading, SourceLine, assemble, from_text
from atscheck.documents.visibility import Hidden
from atscheck.matching import match
from atscheck.matching.model import Match
from atscheck.resume import parse
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Target

CASES: list[dict[str, Any]] = [
    case
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]
HEADINGS = {
    "experience": ["EXPERIENCE", "Worker, Acme Ltd, 2019 - 2021"],
    "skills": ["S K I L L S"],
    "summary": ["SUMMARY"],
    "projects": ["PROJECTS"],
    "research": ["RESEARCH"],
    "publications": ["PUBLICATIONS"],
}


def run(keyword: str, text: str, section: str = "experience", *, hidden: bool = False) -> Match:
    first, *wrapped = text.split("\n")
    mark = "• " if section == "experience" else ""
    lines = [SourceLine(t) for t in ("Ana Example", "ana@example.org", "", *HEADINGS[section])]
    why: Hidden = "set" if hidden else ""
    lines.append(SourceLine(mark + first, hidden=why))
    lines += [SourceLine(line, hidden=why, opens=False) for line in wrapped]
    document = assemble(b"", "cv.txt", "text", Reading(lines))
    keywords = (Keyword(keyword, (load_lexicon().resolve(keyword),), "must"),)
    return match(parse(document), Target("pack", "t", "T", keywords)).keywords[0]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['keyword']}: {c['text'][:40]}")
def test_case(case: dict[str, Any]) -> None:
    place = {key: case[key] for key in ("section", "hidden") if key in case}
    met = run(case["keyword"], case["text"], **place)
    if not case.get("found", True):
        assert met.status in ("missing", "ambiguous")
        return
    assert met.status == case.get("status", "found")
    for part in ("literal", "in_context"):
        assert getattr(met, part) is case.get(part, getattr(met, part))
    for part in ("form", "weak"):
        assert part not in case or getattr(met.evidence[0], part) == case[part]


def test_name_line_is_no_evidence() -> None:
    text = "Ruby Jones\nruby.jones@example.org\n\nSKILLS\nPython, SQL\n"
    terms = (load_lexicon().resolve("Ruby"),)
    target = Target("pack", "t", "T", (Keyword("Ruby", terms, "must"),))
    assert match(parse(from_text(text)), target).keywords[0].status == "missing"
