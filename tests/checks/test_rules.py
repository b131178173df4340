"""What every rule must fulfil; its examples are its tests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from atscheck.checks import RULES
from atscheck.checks.docs import FAMILIES, rule_text, rules_pages
from atscheck.checks.rule import Example, Rule, Severity, rule
from tests.checks.facts import facts_of

ROOT = Path(__file__).parents[2]
BAD = [pytest.param(r, e, id=f"{r.code}-{i}") for r in RULES.values() for i, e in enumerate(r.bad)]
GOOD = [
    pytest.param(r, e, id=f"{r.code}-{i}") for r in RULES.values() for i, e in enumerate(r.good)
]


@pytest.mark.parametrize(("declared", "example"), BAD)
def test_bad_example_is_flagged(declared: Rule, example: Example) -> None:
    findings = list(declared.run(facts_of(example)))
    assert findings
    assert all(f.message and f.suggestion for f in findings)


@pytest.mark.parametrize(("declared", "example"), GOOD)
def test_good_example_is_not_flagged(declared: Rule, example: Example) -> None:
    assert list(declared.run(facts_of(example))) == []


@pytest.mark.parametrize("declared", RULES.values(), ids=RULES)
def test_declaration_is_complete(declared: Rule) -> None:
    assert re.fullmatch(r"(PA|CT|KW|AC|WR|DA|PI|PK)\d{3}", declared.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", declared.name)
    assert declared.summary.endswith(".")
    assert len(declared.summary) < 90
    assert declared.why.endswith(".")
    assert len(set(map(str, declared.bad))) >= 4
    assert len(set(map(str, declared.good))) >= 4
    assert declared.source.startswith(("http://", "https://"))
    assert declared.most >= 1
    assert all(option.about and not option.about.endswith(".") for option in declared.options)


@pytest.mark.parametrize("declared", RULES.values(), ids=RULES)
def test_no_rule_threatens_or_invents(declared: Rule) -> None:
    findings = [f for e in declared.bad for f in declared.run(facts_of(e))]
    said = " ".join(f"{f.message} {f.suggestion}" for f in findings)
    said += declared.summary + declared.why
    assert not re.search(
        r"reject|you will be|beats?\b|guarantee|\d+ ?% of (?:resumes|recruiters)", said
    )


def test_names_are_unique() -> None:
    names = [r.name for r in RULES.values()]
    assert sorted(names) == sorted(set(names))


def test_every_rule_is_declared_when_the_checks_are_imported() -> None:
    source = ROOT / "src"
    declaring = {
        ".".join(path.relative_to(source).with_suffix("").parts)
        for path in (source / "atscheck/checks").rglob("*.py")
        if "\n@rule(\n" in path.read_text(encoding="utf-8")
    }
    assert declaring == {rule.check.__module__ for rule in RULES.values()}


def test_pages_of_rules_are_current() -> None:
    folder = ROOT / "docs/rules"
    pages = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert pages == rules_pages(), "run make docs"


def test_every_rule_is_of_a_family() -> None:
    assert {code[:2] for code in RULES} == set(FAMILIES)


@pytest.mark.parametrize("declared", RULES.values(), ids=RULES)
def test_rule_text_has_all_parts(declared: Rule) -> None:
    lines = rule_text(declared).splitlines()
    assert max(map(len, lines[:-1])) <= 80
    text = " ".join(" ".join(lines).split())
    assert all(f"Option {option.name} = {option.default}" in text for option in declared.options)
    for part in (declared.code, declared.name, declared.summary, declared.why, declared.source):
        assert part in text
    assert text.count("Flagged:") == len(declared.bad)


def test_a_code_is_never_used_twice() -> None:
    with pytest.raises(ValueError, match="the code is taken"):
        rule("CT101", Severity.INFO, source="https://example.org", bad=(), good=())(
            RULES["CT101"].check
        )
