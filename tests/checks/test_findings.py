"""What single rules find, and how findings are capped, ordered and worded."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from atscheck.checks import RULES, run
from atscheck.checks.rule import Facts, Sample, Severity
from atscheck.documents.assemble import from_text
from atscheck.matching import match
from atscheck.skills.model import Keyword, Phrasing, Term, Wording
from tests.checks.facts import facts_of, found

JOBS = (
    "EXPERIENCE\nAnalyst, Beta Inc, {}\n- Built tools.\nAnalyst, Acme Ltd, {}\n- Built reports.\n"
)


def test_worst_first_then_document_order() -> None:
    facts = facts_of(
        "Jane Example\nEXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- I helped with reports.\n"
        "- Responsible for managing shifts.\n- My plans were used.\nMY JOURNEY\nA long one."
    )
    findings = run(facts).findings
    severities = [f.severity for f in findings]
    assert severities == sorted(severities, reverse=True)
    infos = [f.span.start for f in findings if f.severity is Severity.INFO and f.span]
    assert infos == sorted(infos)


def test_a_rule_makes_few_findings_and_counts_the_rest() -> None:
    bullets = "\n".join(f"- Responsible for managing shift {c}." for c in "ABCDEFGH")
    findings = found("AC201", f"EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n{bullets}")
    assert len(findings) == RULES["AC201"].most == 5
    assert findings[-1].message.endswith("(and 3 more like it)")
    assert "more like it" not in findings[0].message


def test_findings_are_the_same_every_time() -> None:
    text = "EXPERIENCE\n- I helped with reports.\n- Responsible for shifts.\nSKILLS\nPython, SQL"
    sample = Sample(from_text(text), must=("Kubernetes", "Python"), good=("Docker",))
    assert run(facts_of(sample)) == run(facts_of(sample))


def with_phrasing(text: str) -> Facts:
    facts = facts_of(Sample(from_text("SUMMARY\nCook."), must=("Kubernetes",)))
    phrasing = (Phrasing(("Kubernetes",), text),)
    return replace(facts, target=replace(facts.target, phrasing=phrasing))


def test_missing_keyword_comes_with_the_packs_phrasing_and_its_slots() -> None:
    (finding,) = found("KW101", with_phrasing("Ran {n} Kubernetes clusters for {whom}"))
    assert finding.suggestion is not None
    assert "Ran {n} Kubernetes clusters for {whom}" in finding.suggestion
    assert finding.suggestion.startswith("if you have done it")


def test_weightier_keywords_are_missed_first() -> None:
    facts = facts_of(Sample(from_text("SUMMARY\nCook."), must=("Docker", "Kubernetes")))
    heavy = replace(facts.matches[1].keyword, weight=3.0)
    matches = (facts.matches[0], replace(facts.matches[1], keyword=heavy))
    (finding,) = found("KW101", replace(facts, matches=matches))
    assert finding.message == "must-have keywords were not found: Kubernetes; Docker"


def test_keyword_of_many_alternatives_is_named_by_the_first() -> None:
    facts = facts_of(Sample(from_text("SUMMARY\nCook."), must=("Kubernetes",)))
    keyword = Keyword("A | B | C | D | E", tuple(Term(n) for n in "ABCDE"), "must")
    matches = (replace(facts.matches[0], keyword=keyword),)
    (finding,) = found("KW101", replace(facts, matches=matches))
    assert finding.message == "a must-have keyword was not found: A or one of 4 others"


def test_alternative_met_leaves_nothing_missing() -> None:
    assert found("KW101", "SKILLS\nPyTorch, SQL", must=("TensorFlow | PyTorch",)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [("Built NLP services.", "KW301"), ("Built natural language processing tools.", "KW302")],
)
def test_acronym_is_suggested_with_its_full_term(text: str, code: str) -> None:
    (finding,) = found(code, f"EXPERIENCE\n- {text}", must=("natural language processing",))
    assert finding.suggestion is not None
    assert "natural language processing (NLP)" in finding.suggestion


def test_acronym_in_two_keywords_is_one_finding() -> None:
    must = ("natural language processing", "computer vision | natural language processing")
    assert len(found("KW301", "EXPERIENCE\n- Built NLP services.", must=must)) == 1


def test_wording_of_the_posting_matters_only_against_a_posting() -> None:
    text = "EXPERIENCE\n- Ran k8s clusters."
    assert found("KW303", text, must=("Kubernetes",), kind="pack") == []
    (finding,) = found("KW303", text, must=("Kubernetes",), kind="job")
    assert '"Kubernetes"' in finding.message
    assert '"k8s"' in finding.message


@pytest.mark.parametrize(
    ("later", "earlier", "months"),
    [
        ("Feb 2018 - present", "Jan 2015 - Mar 2017", 10),
        ("Oct 2017 - present", "Jan 2015 - Mar 2017", None),  # exactly six months
        ("Nov 2017 - present", "Jan 2015 - Mar 2017", 7),
        ("2018 - present", "2015 - 2017", None),  # years alone leave no gap
        ("2019 - present", "2015 - 2017", 12),
        ("Jan 2016 - present", "Jan 2015 - Mar 2017", None),  # side by side
    ],
)
def test_gap_between_jobs(later: str, earlier: str, months: int | None) -> None:
    findings = found("DA101", JOBS.format(later, earlier))
    assert [f"({months} months)" in f.message for f in findings] == ([True] if months else [])


@pytest.mark.parametrize(
    "entry",
    ["EDUCATION\nMSc, Example University, 2017 - 2018", "EDUCATION\nMSc, Example University, 2018",
     "VOLUNTEERING\nExample Shelter, Apr 2017 - Jan 2018"],
)  # fmt: skip
def test_any_dated_entry_closes_a_gap(entry: str) -> None:
    text = JOBS.format("Feb 2018 - present", "Jan 2015 - Mar 2017") + entry
    assert found("DA101", text) == []


@pytest.mark.parametrize(
    "line", ["Duration feburary2017 till 2018", "Date of issue: 17.08.2017", "Bonus of 12/2017"]
)
def test_a_date_inside_it_makes_a_gap_doubtful(line: str) -> None:
    text = JOBS.format("Feb 2018 - present", "Jan 2015 - Mar 2017")
    assert found("DA101", text)
    assert found("DA101", f"{text}{line}\n") == []
    assert found("DA101", f"{text}Sold 2,017 parts, 12017 in all\n")


def test_a_gap_is_information_with_both_sides() -> None:
    (finding,) = found("DA101", JOBS.format("Feb 2018 - present", "Jan 2015 - Mar 2017"))
    assert finding.severity is Severity.INFO
    assert finding.suggestion is not None
    assert finding.suggestion.startswith("nothing needs to be done")


def test_present_means_the_given_day() -> None:
    facts = facts_of(JOBS.format("Feb 2030 - present", "Jan 2015 - Mar 2017"))
    assert found("DA202", facts)
    assert found("DA202", replace(facts, as_of=dt.date(2031, 1, 1))) == []


@pytest.mark.parametrize(
    ("first", "second", "mixed"),
    [
        ("Jan 2015 - Mar 2017", "Sep 2011 - May 2014", False),
        ("January 2015 - March 2017", "June 2011 - May 2014", False),
        ("Jan 2015 - June 2017", "Sep 2011 - July 2014", False),
        ("01/2015 - 03/2017", "Sep 2011 - May 2014", True),
        ("2015-01 - 2017-03", "09/2011 - 04/2014", True),
        ("Jan 2015 - Mar 2017", "2011 - 2014", True),
    ],
)
def test_mixed_date_formats(first: str, second: str, mixed: bool) -> None:
    assert bool(found("DA301", JOBS.format(first, second))) is mixed


@pytest.mark.parametrize(
    ("heading", "unknown"), [("EXTRA CURRICULAR ACTIVITIES", False), ("MY JOURNEY", True)]
)
def test_headings_of_no_kind_may_be_usual_ones(heading: str, unknown: bool) -> None:
    text = f"SUMMARY\nAnalyst.\n\nEXPERIENCE\nAnalyst, Acme, 2019\n\n{heading}\nBuilt things."
    assert bool(found("PA401", text)) is unknown


@pytest.mark.parametrize(
    ("line", "flagged"),
    [
        ("- I built tools.", True),
        ("- Built my own tools.", True),
        ("- Worked as Engineer I and led repairs.", False),
        ("- Completed phase I in MySQL.", False),
        ("- Cut I/O time and A.I. costs.", False),
    ],
)
def test_first_person(line: str, flagged: bool) -> None:
    text = f"EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n{line}"
    assert bool(found("AC301", text)) is flagged


def test_present_tense_for_a_job_that_lasts() -> None:
    text = "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - present\n- Responsible for managing shifts."
    (finding,) = found("AC201", text)
    assert finding.suggestion is not None
    assert "Manage shifts, {of what size: people, budget or volume?}" in finding.suggestion


def test_suggestions_stand_at_the_statements_span() -> None:
    facts = facts_of("EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Responsible for all shifts.")
    (finding,) = found("AC201", facts)
    assert finding.span == facts.resume.bullets[0].passage.span()


def test_cliches_are_one_finding_and_each_named_once() -> None:
    (finding,) = found(
        "WR101",
        "SUMMARY\nTeam player and problem-solver.\nSKILLS\nTeam player, results-driven, SQL",
    )
    assert finding.message.casefold().count('"team player"') == 1
    assert '"problem-solver"' in finding.message


def test_a_cliche_inside_another_word_is_none() -> None:
    assert found("WR101", "SUMMARY\nBuilt non-team-player-based synergyx models.") == []


def test_the_posting_s_own_words_are_no_other_wording() -> None:
    document = from_text("EXPERIENCE\n- Ran k8s clusters of 200 nodes.")
    facts = facts_of(Sample(document, must=("Kubernetes",), kind="job"))
    keyword = replace(facts.matches[0].keyword, wordings=(Wording("Kubernetes", "K8s", 1),))
    resume = facts.resume
    own = match(resume, replace(facts.target, keywords=(keyword,))).keywords
    assert found("KW303", facts)
    assert found("KW303", replace(facts, matches=own)) == []


def test_statements_that_name_a_job_or_an_event_need_no_amount() -> None:
    text = (
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Worked as an analyst in the sales team.\n"
        "- Participated in a workshop on safety.\n- Testing.\n- Wrote the reports for the board."
    )
    (finding,) = found("AC101", text)
    assert "Wrote the reports" in finding.message
    assert found("AC202", text) == []


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("Helped with the move to Berlin.", "{verb} {your part} of the move to Berlin, {"),
        ("Helped reduce costs by 20%.", "{verb} {your part} to reduce costs by 20%"),
        ("Helped the sales team with reports.", "{your part}, which helped the sales team"),
        ("Involved in planning the move of 3 sites.", "if it is true: Planned the move of 3 sites"),
    ],
)
def test_a_weak_opening_is_told_how_to_name_the_own_part(line: str, better: str) -> None:
    (finding,) = found("AC202", f"EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- {line}")
    assert better in (finding.suggestion or "")


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("I have built tools.", 'leave out "I have": Built tools'),
        ("Led the staff under my control.", 'say it without "my"'),
        ("I've built tools.", 'leave out "I\'ve": Built tools'),
    ],
)
def test_how_to_do_without_the_first_person(line: str, advice: str) -> None:
    (finding,) = found("AC301", f"EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- {line}")
    assert (finding.suggestion or "").startswith(advice)


def test_a_duty_in_the_first_person_is_one_finding() -> None:
    text = "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- I was responsible for managing shifts."
    assert found("AC201", text)
    assert found("AC301", text) == []


def test_the_weightiest_missing_keyword_comes_first() -> None:
    facts = facts_of(Sample(from_text("SKILLS\nPython"), must=("Kubernetes", "Ansible")))
    light, heavy = facts.matches
    heavy = replace(heavy, keyword=replace(heavy.keyword, weight=2.0))
    (missing,) = [
        f for f in run(replace(facts, matches=(light, heavy))).findings if f.rule == "KW101"
    ]
    assert missing.message.endswith(": Ansible; Kubernetes")


def test_a_missing_keyword_without_a_phrasing_gets_a_sentence() -> None:
    (finding,) = found("KW101", "SKILLS\nPython", must=("Kubernetes",))
    assert "{what you did} with Kubernetes, {the result" in (finding.suggestion or "")


def test_a_statement_that_comes_near_is_named_with_its_line() -> None:
    text = "EXPERIENCE\n- Built deep learning models."
    (finding,) = found("KW101", text, must=("PyTorch", "deep learning"))
    near = 'line 2 names "deep learning": if PyTorch was part of it, name it there'
    assert near in (finding.suggestion or "")


def test_many_missing_keywords_are_counted_after_a_dozen() -> None:
    names = tuple(f"Tool{letter}" for letter in "ABCDEFGHIJKLMN")
    (finding,) = found("KW101", "SKILLS\nPython", must=names)
    assert finding.message.endswith("ToolL; and 2 more")


def test_an_amount_is_asked_for_at_the_end_of_the_statement() -> None:
    line = "- Wrote the monthly reports for the board of the whole group."
    (finding,) = found("AC101", f"EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n{line}")
    assert "… board of the whole group, {how many" in (finding.suggestion or "")


def test_nothing_is_said_to_lack_in_a_text_that_cannot_be_read() -> None:
    document = from_text("Jane Example\n" + "(cid:12)(cid:7)(cid:31) " * 40)
    assert document.doubt
    findings = run(facts_of(Sample(document, must=("Python",)))).findings
    assert {f.rule[:2] for f in findings} == {"PA"}
    assert "PA402" not in {f.rule for f in findings}


@pytest.mark.parametrize(
    ("later", "earlier", "months"),
    [
        ("Jan 2019 - present", "Jan 2015 - Jun 2019", 6),
        ("Jan 2019 - present", "Jan 2015 - Feb 2019", None),  # the move from one to the other
        ("2018 - present", "2015 - 2019", None),  # years alone overlap by nothing sure
    ],
)
def test_overlap_of_jobs(later: str, earlier: str, months: int | None) -> None:
    findings = found("DA102", JOBS.format(later, earlier))
    assert [f"by {months} months" in f.message for f in findings] == ([True] if months else [])


@pytest.mark.parametrize("code", ["DA101", "DA102", "DA103", "DA302"])
def test_facts_of_a_life_are_no_fault(code: str) -> None:
    assert RULES[code].severity is Severity.INFO
    for example in RULES[code].bad:
        for finding in found(code, facts_of(example)):
            assert (finding.suggestion or "").startswith("nothing needs to be done")


@pytest.mark.parametrize(
    ("first", "second", "mixed"),
    [
        ("Febraury 2015 - March 2017", "April 2011 - May 2014", False),  # a slip, no other way
        ("Nav-2015 - Jan 2017", "Feb 2011 - Mar 2014", False),
        ("01/08/2015 - 19-08-2017", "02/03/2011 - 04/05/2014", False),
    ],
)
def test_a_date_cut_short_by_a_slip_is_no_other_way(first: str, second: str, mixed: bool) -> None:
    assert bool(found("DA301", JOBS.format(first, second))) is mixed


def test_a_gap_does_not_reach_into_the_future() -> None:
    text = JOBS.format("Jan 2019 - Dec 2025", "Jan 2015 - Dec 2018")
    assert found("DA101", f"{text}EDUCATION\nMSc, Example University, 2034\n") == []
