"""What counts as a keyword hit: the cases of tests/data/matching, each a line of a resume."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from atscheck.documents.assemble import Reading, SourceLine, assemble, from_text
from atscheck.documents.visibility import Hidden
from atscheck.matching import match
from atscheck.matching.model import Match
from atscheck.matching.tokens import Vocabulary, norms_of
from atscheck.resume import parse
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Target

DATA = Path(__file__).parents[1] / "data" / "matching"
CASES: list[dict[str, Any]] = [
    case
    for path in sorted(DATA.glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]
LEFTOVERS: dict[str, str] = tomllib.loads(
    (Path(__file__).parent / "leftovers.toml").read_text("utf-8")
)["leftovers"]
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


def run_case(case: dict[str, Any]) -> Match:
    place = (case.get("section", "experience"), case.get("hidden", False))
    return _run_once(case["keyword"], case["text"], *place)


@cache
def _run_once(keyword: str, text: str, section: str, hidden: bool) -> Match:
    return run(keyword, text, section, hidden=hidden)


def expected(case: dict[str, Any]) -> bool:
    """Whether the case's keyword counts as found."""
    return bool(case.get("found", case.get("status", "found") == "found"))


def check(case: dict[str, Any], met: Match) -> None:
    """Fail where the match is not what the case expects."""
    if not case.get("found", True):
        assert met.status in ("missing", "ambiguous")
        return
    assert met.status == case.get("status", "found")
    for part in ("literal", "in_context"):
        assert getattr(met, part) is case.get(part, getattr(met, part))
    for part in ("form", "weak"):
        assert part not in case or getattr(met.evidence[0], part) == case[part]
    assert len(met.claims) == case.get("places", len(met.claims))


def _parameter(case: dict[str, Any]) -> Any:
    reason = LEFTOVERS.get(f"{case['keyword']}: {case['text']}")
    marks = pytest.mark.xfail(reason=reason, strict=True) if reason else ()
    return pytest.param(case, id=f"{case['keyword']}: {case['text'][:40]}", marks=marks)


@pytest.mark.parametrize("case", map(_parameter, CASES))
def test_case(case: dict[str, Any]) -> None:
    check(case, run_case(case))


def test_few_cases_are_judged_wrong() -> None:
    """F1 of what counts as found, over all cases, those listed as leftovers among them."""
    outcomes = Counter((expected(case), run_case(case).status == "found") for case in CASES)
    wrong = outcomes[True, False] + outcomes[False, True]
    assert len(CASES) >= 600
    assert 2 * outcomes[True, True] / (2 * outcomes[True, True] + wrong) >= 0.99


def test_each_neighbour_that_the_lexicon_names_has_words() -> None:
    """One without words would stand beside everything."""
    terms = load_lexicon().terms.values()
    phrases = {phrase for term in terms for phrase in (*term.near, *term.never_near)}
    assert [phrase for phrase in phrases if not norms_of(phrase, Vocabulary.of([phrase]))] == []


def test_name_line_is_no_evidence() -> None:
    text = "Ruby Jones\nruby.jones@example.org\n\nSKILLS\nPython, SQL\n"
    terms = (load_lexicon().resolve("Ruby"),)
    target = Target("pack", "t", "T", (Keyword("Ruby", terms, "must"),))
    assert match(parse(from_text(text)), target).keywords[0].status == "missing"
