"""What a new version of a resume won and lost: each kind, and what is none of it."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest
from jsonschema import ValidationError

import atscheck
from atscheck.documents.assemble import from_text
from atscheck.jobs import read_job, with_alternatives
from atscheck.renderers import render_difference
from atscheck.report import Difference, Pair, Report, difference
from atscheck.report.alignment import MOST, align_findings
from atscheck.scan import check
from atscheck.skills.model import Target
from tests.support.make_report import make_comparison, make_report, make_unscored
from tests.support.make_versions import (
    make_hostile_versions,
    make_job_versions,
    make_pack_versions,
    make_unscored_versions,
)
from tests.test_report import check as check_schema

EXAMPLES = Path(__file__).parents[1] / "examples"
AS_OF = dt.date(2026, 1, 1)

POSTING = """\
Backend Developer

Requirements
- Python and PostgreSQL
- Docker, Kubernetes and Terraform
- 5 years of work experience

Nice to have
- GraphQL
- Redis
"""
OLD = """\
Jo Sample
jo@example.org | +1 617 555 0142

EXPERIENCE
Backend Developer, Example Ltd, March 2018 - present
- Built 12 services in Python that answer 3 million requests a day.
- Responsible for the PostgreSQL databases of the shop.
- Cut the cost of hosting by 30% with Docker images of half the size.
- Helped with the move to Kubernetes.

EDUCATION
BSc Computer Science, Example University, 2014

SKILLS
Python, PostgreSQL, Redis
"""


@cache
def posting() -> Target:
    return with_alternatives(read_job(from_text(POSTING, path="job.txt")))


def report(text: str) -> Report:
    return check(from_text(text), posting(), as_of=AS_OF)


@cache
def old() -> Report:
    return report(OLD)


def edited(*edits: tuple[str, str]) -> Difference:
    """What the new version has where these words stand in place of those."""
    text = OLD
    for before, after in edits:
        assert before in text
        text = text.replace(before, after)
    return difference(old(), report(text))


def told(found: Difference) -> str:
    return render_difference(found, "text", width=80, color=False, verbose=False)


def names(pairs: object) -> list[str]:
    return [pair.new.keyword.name for pair in pairs]  # type: ignore[attr-defined]


def only(found: Difference, *kinds: str) -> None:
    """Nothing but these kinds of difference is found, but for findings on those keywords."""
    every = (
        "won", "lost", "doubtful", "used", "only_listed", "literal", "other_words", "added",
        "removed", "reworded", "mended", "found", "requirements", "fields", "positions",
    )  # fmt: skip
    told_apart = {kind for kind in every if getattr(found, kind)}
    of_keywords = {f.rule[:2] for f in (*found.mended, *found.found)} == {"KW"}
    assert told_apart - ({"mended", "found"} if of_keywords else set()) == set(kinds)


def test_the_same_file_twice() -> None:
    found = edited()
    only(found)
    assert not found.anything
    assert "No difference: both versions say the same." in told(found)
    assert "Lost" not in told(found)


def test_a_moved_statement_is_neither_won_nor_lost() -> None:
    first = "- Built 12 services in Python that answer 3 million requests a day.\n"
    found = edited((first, ""), ("- Helped with the move to Kubernetes.\n",
                                 f"- Helped with the move to Kubernetes.\n{first}"))  # fmt: skip
    only(found)
    assert (found.unchanged, found.moved) == (4, 1)
    assert "Nothing was won and nothing lost: 1 statement stands in another place." in told(found)


def test_a_moved_section_is_neither_won_nor_lost() -> None:
    skills = "SKILLS\nPython, PostgreSQL, Redis\n"
    found = edited((f"\n{skills}", ""), ("EXPERIENCE", f"{skills}\nEXPERIENCE"))
    only(found)
    assert "what differs does not count against this target" in " ".join(told(found).split())


def test_a_reworded_statement() -> None:
    found = edited(
        ("Helped with the move to Kubernetes.", "Moved 9 services to Kubernetes in 3 months.")
    )
    only(found, "reworded", "mended")
    ((before, after),) = [(p.old, p.new) for p in found.reworded]
    assert (before.quantified, after.quantified) == (False, True)
    assert [f.rule for f in found.mended] == ["AC202"]
    assert "+ amount         “Moved 9 services to Kubernetes in 3 months.” l8" in told(found)


def test_another_statement_is_none_reworded() -> None:
    found = edited(
        ("Helped with the move to Kubernetes.", "Taught 4 students how to give good talks.")
    )
    assert [b.passage.text for b in found.added] == ["Taught 4 students how to give good talks."]
    assert [b.passage.text for b in found.removed] == ["Helped with the move to Kubernetes."]
    assert found.reworded == ()


def test_a_full_stop_or_capital_rewords_nothing() -> None:
    found = edited(("requests a day.", "requests a day"), ("Helped with", "helped with"))
    assert found.reworded == found.added == found.removed == ()


def test_statements_are_alike_within_a_job_sooner_than_elsewhere() -> None:
    job = "Clerk, Other Ltd, May 2011 - May 2012\n"
    before = "- Given the on-call rota of the platform team.\n"
    after = "- Led an on-call rota of 6 people, and cut recovery to 20 minutes for each team.\n"
    here = edited(("- Helped", f"{before}- Helped"))
    same = difference(here.new, report(OLD.replace("- Helped", f"{after}- Helped")))
    other = difference(here.new, report(OLD.replace("\nEDUCATION", f"{job}{after}\nEDUCATION")))
    assert len(same.reworded) == 1
    assert (len(other.reworded), len(other.added), len(other.removed)) == (0, 1, 1)


def test_an_amount_that_is_gone_is_lost() -> None:
    found = edited(("by 30% ", ""), (" of half the size", ""))
    only(found, "reworded", "found")
    assert [f.rule for f in found.found] == ["AC101"]
    assert "- amount         “Cut the cost of hosting with Docker images.” l7" in told(found)


def test_a_removed_keyword() -> None:
    found = edited((", Redis", ""))
    only(found, "lost")
    assert names(found.lost) == ["Redis"]
    assert found.lost_of("must") == ()
    lost = "- keyword        Redis  good-to-have, was “Python, PostgreSQL, Redis” l12"
    assert lost in told(found)
    assert "1 → 0 of 2 found, 1 → 0 word for word" in told(found)


def test_an_added_keyword() -> None:
    found = edited((", Redis", ", Redis, Terraform"))
    only(found, "won")
    assert names(found.won) == ["Terraform"]
    won = "Terraform l12 must-have, “…PostgreSQL, Redis, Terraform”, listed only"
    assert won in " ".join(told(found).split())


def test_a_keyword_that_loses_one_of_its_places_is_not_lost() -> None:
    only(edited(("Python, PostgreSQL", "PostgreSQL")))


def test_a_keyword_that_is_named_as_not_there_is_not_won() -> None:
    found = edited(("\nSKILLS", "No experience with Terraform.\n\nSKILLS"))
    assert found.won == ()
    assert names(found.doubtful) == ["Terraform"]
    assert "Terraform (named as not there)" in told(found)


def test_a_keyword_put_to_use_and_one_only_listed_now() -> None:
    listed = edited(("with Docker images", "with images"), ("Redis", "Redis, Docker"))
    assert names(listed.only_listed) == ["Docker"]
    assert listed.lost == ()
    assert "- listed only    Docker l12" in told(listed)
    used = difference(listed.new, listed.old)
    assert names(used.used) == ["Docker"]
    assert "+ used now       Docker l7" in told(used)


def test_own_words_won_and_lost() -> None:
    found = edited(("to Kubernetes", "to k8s"))
    assert names(found.other_words) == ["Kubernetes"]
    assert "now “k8s” l8, was “Kubernetes” l8" in " ".join(told(found).split())
    back = difference(found.new, found.old)
    assert names(back.literal) == ["Kubernetes"]
    assert "+ word for word  Kubernetes l8" in told(back)


def test_a_requirement_that_is_shown_less() -> None:
    found = edited(("March 2018", "March 2023"))
    only(found, "requirements", "positions")
    ((before, after),) = [(p.old.outcome, p.new.outcome) for p in found.requirements]
    assert (before, after) == ("met", "partly")
    assert "- asked for      experience: 5 years of work" in told(found)
    assert "+ asked for" in told(difference(found.new, found.old))


def test_what_an_ats_files() -> None:
    assert [c.field for c in edited(("jo@example.org", "jo.s@example.org")).fields] == ["e-mail"]
    gone = edited((" | +1 617 555 0142", ""))
    assert [(c.field, c.new) for c in gone.fields] == [("phone", None)]
    assert "- not filed      phone  was +1 617 555 0142" in told(gone)
    assert "+ filed          phone  +1 617 555 0142" in told(difference(gone.new, gone.old))
    only(edited(("+1 617 555 0142", "+1 (617) 555-0142")))
    assert edited(("SKILLS", "LANGUAGES")).sections == (("languages",), ("skills",))


def test_jobs_are_told_apart_by_title_employer_and_dates() -> None:
    def jobs(*edits: tuple[str, str]) -> list[tuple[str | None, str | None]]:
        pairs = edited(*edits).positions
        return [(p.old and p.old.title, p.new and p.new.title) for p in pairs]

    job = "Backend Developer, Example Ltd, March 2018 - present"
    assert jobs(("March 2018", "April 2018")) == [("Backend Developer", "Backend Developer")]
    assert jobs(("Backend", "Senior Backend")) == [
        ("Backend Developer", "Senior Backend Developer")
    ]
    assert jobs(("Example Ltd", "Sample Ltd")) == [("Backend Developer", "Backend Developer")]
    assert jobs((job, "Clerk, Sample Ltd, May 2011 - May 2012")) == [
        (None, "Clerk"), ("Backend Developer", None),
    ]  # fmt: skip
    older = "\n- Wrote 3 tools.\n\nTester, Example Ltd, June 2016 - March 2018\n- Tested 9 tools."
    assert jobs(("to Kubernetes.", f"to Kubernetes.{older}")) == [(None, "Tester")]


def test_a_finding_moves_with_its_line_and_stays_with_its_statement() -> None:
    duty = "Responsible for the PostgreSQL databases of the shop"
    longer = edited((duty, f"{duty} and of 2 others"))
    assert longer.mended == longer.found == ()
    duty_only = edited((f"- {duty}.\n", ""), ("- Helped", f"- {duty}.\n- Helped"))
    only(duty_only)
    mended = edited((duty, "Ran the 4 PostgreSQL databases of the shop"))
    assert [f.rule for f in mended.mended] == ["AC201"]
    twice = edited(("- Helped", "- Responsible for the weekly reports of 2 teams.\n- Helped"))
    assert [f.rule for f in twice.found] == ["AC201"]


def test_findings_that_a_rule_leaves_out_are_neither_new_nor_mended() -> None:
    duties = [f"- Responsible for the {n} of the shop.\n" for n in (
        "walls", "roofs", "doors", "lamps", "tables", "chairs", "shelves", "windows",
    )]  # fmt: skip
    many = report(OLD.replace("- Helped", f"{''.join(duties)}- Helped"))
    fewer = report(OLD.replace("- Helped", f"{''.join(duties[2:])}- Helped"))
    for first, second in ((many, fewer), (fewer, many)):
        found = difference(first, second)
        changed = found.mended if first is many else found.found
        lines = {
            r.document.quote(f.span)
            for r in (many,)
            for f in changed
            if f.span and f.rule == "AC201"
        }
        assert not any("lamps" in line or "tables" in line for line in lines)
        other = found.found if first is many else found.mended
        assert [f for f in other if f.rule == "AC201"] == []


def test_findings_of_no_known_rule_are_matched_all_the_same() -> None:
    first, second = make_report(), make_report()
    documents = Pair(first.document, second.document)
    pairs = align_findings(first.findings, second.findings[:-1], documents, ())
    assert [(p.old.rule, p.new) for p in pairs if p.old and not p.new] == [("WR101", None)]
    assert sum(p.new is not None and p.old is not None for p in pairs) == len(first.findings) - 1


def test_more_statements_than_anybody_has() -> None:
    lines = "".join(f"- Kept list {n} of shop number {n * 7} in order.\n" for n in range(MOST + 50))
    first = report(OLD.replace("- Helped", f"{lines}- Helped"))
    second = report(OLD.replace("- Helped", f"{lines.replace('order', 'good order')}- Helped"))
    found = difference(first, second)
    assert len(found.reworded) >= MOST - 50
    assert len(found.added) == len(found.removed)


def test_a_version_without_a_score_is_not_compared() -> None:
    for found in (make_unscored_versions(), difference(make_unscored(), make_report())):
        only(found)
        assert len(found.unscored) == 1
        assert found.sections == ((), ())
        data = found.to_dict()
        assert data["score"] is data["level"] is data["statements"]["bullets"] is None
        assert data["groups"] == []
    both = difference(make_unscored(), make_unscored())
    assert len(both.unscored) == 2


def test_reports_of_different_targets_are_not_compared() -> None:
    with pytest.raises(ValueError, match="different targets"):
        difference(make_report(), make_comparison())


def test_levels_and_sub_skills() -> None:
    data = make_pack_versions().to_dict()
    assert (data["level"]["old"]["name"], data["level"]["new"]["name"]) == ("basic", "advanced")
    assert [group["name"] for group in data["groups"]] == ["methods", "tools"]


MAKE = [make_pack_versions, make_job_versions, make_unscored_versions]


@pytest.mark.parametrize("make", MAKE)
def test_a_difference_is_valid_and_described_in_full(make: object) -> None:
    check_schema(make().to_dict(), "diff")  # type: ignore[operator]


def test_a_difference_of_hostile_text_is_valid() -> None:
    check_schema(make_hostile_versions("\x1b[31m\ud800").to_dict(), "diff")


def test_the_schema_of_a_difference_is_not_lax() -> None:
    data = make_pack_versions().to_dict()
    for key in data:
        with pytest.raises(ValidationError):
            check_schema({k: v for k, v in data.items() if k != key}, "diff")
    with pytest.raises(ValidationError):
        check_schema({**data, "schema": "atscheck.diff/2"}, "diff")


def test_the_fields_of_a_difference() -> None:
    data = make_pack_versions().to_dict()
    assert data["schema"] == "atscheck.diff/1"
    assert (data["old"]["file"]["path"], data["new"]["file"]["path"]) == ("cv.pdf", "cv-2.pdf")
    assert data["score"]["must"]["new"]["found"] == data["score"]["must"]["old"]["found"] + 1
    keywords = {k: [each["term"] for each in v] for k, v in data["keywords"].items()}
    assert keywords == {
        "won": ["TensorFlow"],
        "lost": ["JAX"],
        "doubtful": ["Julia"],
        "now_in_context": ["Python"],
        "no_longer_in_context": ["Kubernetes"],
        "now_literal": ["Kubernetes"],
        "no_longer_literal": [],
        "missing": ["statistical significance", "reinforcement learning", "JAX"],
    }
    (evidence,) = data["keywords"]["won"][0]["new"]["evidence"]
    assert (evidence["text"], evidence["page"], evidence["line"]) == ("TensorFlow", 2, 9)
    assert evidence["line_text"].startswith("Wrote ablations in TensorFlow")
    assert [f["rule"] for f in data["findings"]["mended"]] == ["AC201", "AC101", "WR101"]
    assert data["findings"]["new"][0]["rule"] == "CT102"
    assert data["findings"]["remaining"] == 3
    assert data["statements"]["quantified"] == {"old": 1, "new": 1}
    assert len(data["statements"]["reworded"]) == 2
    assert data["filed"]["fields"][1] == {"field": "phone", "old": "+1 555 0100", "new": None}
    (position,) = data["filed"]["positions"]
    assert (position["old"]["start"], position["new"]["start"]) == ("2021-03", "2024-02")


@pytest.mark.parametrize(
    ("before", "after", "job"),
    [
        ("software-developer.pdf", "software-developer-revised.pdf", "backend-developer.txt"),
        (
            "office-administrator.docx",
            "office-administrator-revised.docx",
            "office-administrator.txt",
        ),
    ],
)
def test_the_revised_examples_win(before: str, after: str, job: str) -> None:
    found = atscheck.diff(EXAMPLES / before, EXAMPLES / after, job=EXAMPLES / job, as_of=AS_OF)
    assert isinstance(found, atscheck.Difference)
    check_schema(found.to_dict(), "diff")
    assert found.old.score
    assert found.new.score
    assert found.new.score.overall > found.old.score.overall
    assert len(found.mended) > 3 > len(found.found)
    assert found.won
    assert found.lost_of("must") == ()


def test_one_target_is_needed() -> None:
    for targets in ({}, {"pack": "machine-learning-research", "job": "We need Python."}):
        with pytest.raises(ValueError, match="either a pack or a job"):
            atscheck.diff(b"Jo", b"Jo", **targets)  # type: ignore[arg-type]
