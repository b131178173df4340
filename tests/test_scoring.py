"""The score: every point with its reason, and nothing graded on too little evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.checks import RULES
from atscheck.checks.rule import Rule, Severity
from atscheck.documents.assemble import from_text
from atscheck.documents.model import Span
from atscheck.matching.model import Evidence, Match, Status
from atscheck.resume import parse
from atscheck.resume.model import Resume
from atscheck.scoring import READING, Coverage, Part, Score, coverage, group_coverage, score
from atscheck.skills.model import Group, Keyword, Term, Tier

STATEMENTS = parse(
    from_text(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Cut costs by 20%.\n- Trained 5 colleagues.\n"
        "- Wrote reports.\n- Designed dashboards."
    )
)
EMPTY = parse(from_text("Jane Example\njane@example.org"))


def matched(
    name: str,
    status: Status = "found",
    *,
    tier: Tier = "must",
    weight: float = 1.0,
    in_context: bool = True,
) -> Match:
    keyword = Keyword(name, (Term(name),), tier, weight)
    if status == "missing":
        return Match(keyword, status, ())
    evidence = Evidence(Span(0, 1), "exact", status, name, "experience", in_context)
    return Match(keyword, status, (evidence,), literal=status == "found")


def broken_rule(code: str, severity: Severity) -> Rule:
    return replace(RULES["CT101"], code=code, name=code.lower(), severity=severity)


def scored(
    matches: Iterable[Match], *, resume: Resume = EMPTY, broken: Iterable[Rule] = ()
) -> Score:
    return score(resume, list(matches), list(broken))


def part(result: Score, name: str) -> Part | None:
    return next((p for p in result.parts if p.name == name), None)


def test_everything_found_and_shown_is_100() -> None:
    matches = [matched("a"), matched("b"), matched("c", tier="good")]
    assert scored(matches, resume=STATEMENTS).overall == 100.0


def test_nothing_found_keeps_only_what_is_not_about_keywords() -> None:
    result = scored([matched("a", "missing"), matched("b", "missing", tier="good")])
    assert [p.points for p in result.parts] == [0.0, 0.0, READING]
    assert result.overall == pytest.approx(100 * 10 / 80, abs=0.05)


@pytest.mark.parametrize("status", ["typo", "negated", "hidden", "ambiguous", "missing"])
def test_only_what_is_claimed_counts(status: Status) -> None:
    result = scored([matched("a", status), matched("b")])
    assert result.must == Coverage(1, 2, 0.5, 0.5)


def test_a_keyword_counts_once_however_often_it_stands() -> None:
    once, other = matched("a"), matched("b", "missing")
    often = replace(once, evidence=once.evidence * 20)
    assert scored([once, other]) == scored([often, other])


def test_parts_without_evidence_are_left_out_and_the_rest_is_rescaled() -> None:
    result = scored([matched("a"), matched("b")])
    assert [p.name for p in result.parts] == ["must-have keywords", "readable by machines"]
    assert result.overall == 100.0


def test_context_is_graded_from_three_keywords_on() -> None:
    two = [matched(n, in_context=False) for n in "ab"]
    three = [matched(n, in_context=n == "a") for n in "abc"]
    assert part(scored(two), "keywords in context") is None
    graded = part(scored(three), "keywords in context")
    assert graded is not None
    assert (graded.points, graded.of) == (3.3, 10.0)
    assert graded.why.startswith("1 of 3 ")


def test_half_of_the_statements_with_a_number_earn_all_points() -> None:
    graded = part(scored([matched("a")], resume=STATEMENTS), "quantified achievements")
    assert graded is not None
    assert (graded.points, graded.why) == (10.0, "2 of 4 statements name an amount")


def test_weights_show_in_points_and_reason() -> None:
    result = scored([matched("a", weight=3.0), matched("b", "missing")])
    must = part(result, "must-have keywords")
    assert must is not None
    assert must.points == 37.5
    assert must.why == "1 of 2 found, 75 % by weight"


def test_rules_about_reading_cost_points_and_the_part_names_them() -> None:
    broken = [broken_rule("PA304", Severity.ERROR), broken_rule("CT101", Severity.WARNING)]
    reading = part(scored([matched("a")], broken=broken), "readable by machines")
    assert reading is not None
    assert reading.points == 4.0
    assert "PA304" in reading.why
    assert "CT101" in reading.why


@pytest.mark.parametrize(
    "rule",
    ["CT103", "PA501", "PA601", "KW204", "KW401", "DA101", "DA201", "PK101", "AC102", "WR101"],
)
def test_hidden_text_gaps_length_and_style_never_count(rule: str) -> None:
    plain = scored([matched("a")])
    assert scored([matched("a")], broken=[broken_rule(rule, Severity.ERROR)]) == plain


def test_info_never_counts() -> None:
    plain = scored([matched("a")])
    assert scored([matched("a")], broken=[broken_rule("PA302", Severity.INFO)]) == plain


def test_group_coverage_is_of_its_own_keywords() -> None:
    matches = [matched("a"), matched("b", "missing"), matched("c")]
    assert group_coverage(Group("g", "G", 1.0, ("a", "b")), matches) == 0.5


STATUSES: tuple[Status, ...] = ("found", "missing", "typo", "hidden")


@st.composite
def some_matches(draw: st.DrawFn) -> list[Match]:
    drawn = draw(
        st.lists(
            st.tuples(
                st.sampled_from(STATUSES),
                st.sampled_from(["must", "good"]),
                st.floats(0.1, 5),
                st.booleans(),
            ),
            min_size=1,
            max_size=12,
        )
    )
    return [
        matched(f"k{i}", status, tier=tier, weight=weight, in_context=used)
        for i, (status, tier, weight, used) in enumerate(drawn)
    ]


@given(some_matches())
def test_points_add_up_within_their_bounds(matches: list[Match]) -> None:
    result = scored(matches, resume=STATEMENTS)
    assert all(0 <= p.points <= p.of and p.why for p in result.parts)
    whole = 100 * sum(p.points for p in result.parts) / sum(p.of for p in result.parts)
    assert result.overall == pytest.approx(whole, abs=0.05)
    assert 0 <= result.overall <= 100


@given(some_matches(), st.data())
def test_one_keyword_more_never_lowers_coverage(matches: list[Match], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(matches) - 1))
    keyword = matches[index].keyword
    better = matched(keyword.name, tier=keyword.tier, weight=keyword.weight)
    improved = [*matches[:index], better, *matches[index + 1 :]]
    assert coverage(improved).coverage >= coverage(matches).coverage


def test_both_tiers_together_weigh_as_in_the_score() -> None:
    matches = [matched("a"), matched("b", "missing"), matched("c", tier="good")]
    assert scored(matches).all == Coverage(2, 3, round(70 / 120, 4), round(70 / 120, 4))
    heavy = [matched("a", weight=2.0), matched("c", "missing", tier="good")]
    assert scored(heavy).all.coverage == round(100 / 120, 4)
