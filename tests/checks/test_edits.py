"""The edits that a comparison advises: true ones only, the most useful first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

import atscheck
from atscheck.checks import RULES
from atscheck.checks.keywords.edits import Edit, edits
from atscheck.checks.rule import Facts
from atscheck.report import Report
from atscheck.scoring import Gain, gains
from atscheck.skills.model import Tier

HEAD = "Jane Example\njane@example.org\n\nEXPERIENCE\nEngineer, Acme Ltd, 2019 - 2022\n"


def compared(posting: str, statements: str) -> Report:
    resume = f"{HEAD}{statements}\n".encode()
    job = f"Requirements\n{posting}\n"
    return atscheck.compare(resume, job=job, path="cv.txt", as_of=dt.date(2026, 1, 1))


def advised(posting: str, statements: str) -> list[tuple[str, str, str]]:
    """The kind of each edit, the resume's words, and what to write."""
    gains = compared(posting, statements).edits
    return [(gain.edit.kind, gain.edit.written, gain.edit.write) for gain in gains]


@pytest.mark.parametrize(
    ("posting", "statement", "kind", "written", "write"),
    [
        ("- NLP", "- Built natural language processing services.",
         "acronym", "natural language processing", "natural language processing (NLP)"),
        ("- natural language processing", "- Built NLP services.",
         "full term", "NLP", "natural language processing (NLP)"),
        ("- LLMs", "- Tuned a large language model.",
         "acronym", "large language model", "large language models (LLMs)"),
        ("- SOWs", "- Wrote the statement of work for 3 teams.",
         "acronym", "statement of work", "statements of work (SOWs)"),
        ("- large language model", "- Tuned LLMs in Python.",
         "full term", "LLMs", "large language model (LLM)"),
        ("- Kubernetes", "- Ran k8s clusters of 200 nodes.", "wording", "k8s", "Kubernetes"),
        ("- automated tests", "- Introduced test automation in three teams.",
         "wording", "test automation", "automated tests"),
        ("- Apache Spark", "- Wrote Spark jobs for 40 reports.",
         "wording", "Spark", "Apache Spark"),
        ("- Spark", "- Wrote PySpark jobs for 40 reports.", "implied", "PySpark", "Spark"),
        ("- project management", "- Managed two large projects.",
         "implied", "Managed two large projects", "project management"),
        ("- Adobe Illustrator", "- Drew icons in Illustrator and Photoshop.",
         "wording", "Illustrator", "Adobe Illustrator"),
        ("- JavaScript", "- Wrote pages with jQuery and JS.",  # before what jQuery shows
         "full term", "JS", "JavaScript (JS)"),
        ("- kubernetes", "- Ran k8s clusters of 200 nodes.", "wording", "k8s", "Kubernetes"),
        ("- teaching", "- Have taught 40 children.", "implied", "taught", "teaching"),
        ("- MS Office", "- Wrote letters in Microsoft Office.",
         "wording", "Microsoft Office", "MS Office"),
        ("- MS Office", "- Used Microsoft Word and Microsoft Excel.",
         "implied", "Microsoft Word", "MS Office"),
        ("- TensorFlow", "- Trained models in Tensorfow and Python.",
         "misspelt", "Tensorfow", "TensorFlow"),
    ],
)  # fmt: skip
def test_an_edit_for_each_way_to_say_it_otherwise(
    posting: str, statement: str, kind: str, written: str, write: str
) -> None:
    assert advised(posting, statement) == [(kind, written, write)]


@pytest.mark.parametrize(
    ("posting", "statement"),
    [
        ("- Kubernetes", "- Wrote reports in SQL."),  # not shown
        ("- Kubernetes", "- No experience with k8s."),
        ("- Kubernetes", "- Ran k8s clusters.\n- No experience with Kubernetes in production."),
        ("- Kubernetes", "- Currently learning k8s."),
        ("- Kubernetes", "- Familiar with k8s."),
        ("- Kubernetes", "- No experience with Kuberntes."),
        ("- Kubernetes", "- Currently learning Kuberntes."),
        ("- Go", "- Ran weekly go meetings."),  # may mean something else
        ("- Kubernetes", "- Ran Kubernetes clusters."),  # literal already
        ("- Kubernetes", "- Ran k8s clusters.\n- Ran Kubernetes clusters."),
        ("- REST APIs", "- Built a REST API in Python."),  # another ending
        ("- mentoring", "- Mentored two interns."),
        ("- software architecture", "- Drew the software architectures of two firms."),
        ("- team player", "- Praised for teamwork."),  # a soft skill
        ("- teamwork", "- Praised as a team player."),
        ("- financial controller", "- Comptroller of the group."),  # a job's title
        ("- project management", "- Project implemented on two sites."),  # no name of it
        ("- data analytics", "- Analyzed sales data of 40 shops."),  # shown, but under its own name
        ("- big data", "- Awarded a prize in SPARK'13, a fest."),  # an everyday word, once
        ("- Microsoft Office Suite", "- Wrote letters in Microsoft Office."),  # a filler
        ("- MS Office", "- Wrote reports in Microsoft Excel."),  # a part is not the suite
        ("- IT project management", "- Managed two large projects."),  # says more
        ("- supplier management", "- Set the rules of supplier selection."),  # two other names
        ("- product roadmaps", "- Praised for product management."),  # a part of it
        ("- HTML5", "- Wrote pages in HTML."),  # a later version
        ("- agile", "- Cut costs.\n- Microsoft Certified Professional (XP)."),  # perhaps no method
        ("- German", "- Worked in Germany for two years."),
        ("- containerised", "- Loaded containers."),
        ("- developing applications", "- Praised for application development."),
        ("- managing projects", "- Praised for project execution."),
    ],
)
def test_none_for_what_is_not_shown_or_not_worth_it(posting: str, statement: str) -> None:
    assert advised(f"{posting}\n- Linux", statement) == []


def test_a_certificate_does_not_follow_from_a_higher_one() -> None:
    posting = "- AWS Certified Cloud Practitioner"
    assert advised(posting, "- AWS Certified Solutions Architect.") == []


def test_a_degree_of_two_fields_is_none_in_one_of_them() -> None:
    text = (
        "Jane Example\njane@example.org\n\nEDUCATION\n"
        "Bachelor of Technology (Computer Science & Engineering), Example College, 2013\n"
    )
    job = "Requirements\n- Computer Engineering\n- Linux\n"
    assert atscheck.compare(text.encode(), job=job, path="cv.txt").edits == ()


@pytest.mark.parametrize(
    ("section", "posting", "written", "write"),
    [
        ("PUBLICATIONS\nDoe J, Natural language processing of maps, 2020", "NLP",
         "Natural language processing", "NLP"),
        ("EXPERIENCE\nBackend Developer, Acme Ltd, 2019 - 2022", "back-end development",
         "Backend Developer", "back-end development"),
    ],
)  # fmt: skip
def test_titles_stay_as_they_are(section: str, posting: str, written: str, write: str) -> None:
    resume = f"Jane Example\njane@example.org\n\n{section}\n".encode()
    (gain,) = atscheck.compare(resume, job=f"Requirements\n- {posting}\n", path="cv.txt").edits
    assert (gain.edit.kind, gain.edit.written, gain.edit.write) == ("implied", written, write)
    assert gain.edit.advice.startswith("name it too")


def test_a_heading_is_no_place_for_an_edit() -> None:
    text = "Jane Example\njane@example.org\n\nCOMPUTER SKILLS\nPython, SQL\n"
    job = "Requirements\n- computer literacy\n- Python\n"
    assert atscheck.compare(text.encode(), job=job, path="cv.txt").edits == ()


def test_many_places_have_one_edit_and_are_no_repetition() -> None:
    report = compared("- Kubernetes", "- Ran k8s clusters for the whole group.\n" * 50)
    facts = Facts(report.resume, report.target, report.matches, report.as_of)
    assert len(report.edits) == 1
    assert list(RULES["KW401"].run(facts)) == []


def test_of_alternatives_only_the_one_that_is_met_is_edited() -> None:
    assert advised("- Kubernetes or Terraform", "- Ran k8s clusters.") == [
        ("wording", "k8s", "Kubernetes")
    ]
    assert advised("- Kubernetes or Terraform", "- Ran k8s clusters with Terraform.") == []


def test_the_largest_gain_comes_first() -> None:
    posting = "- Kubernetes\n- NLP\n- machine learning\n- We use NLP daily\nNice to have\n- Node.js"
    report = compared(posting, "- Ran k8s, natural language processing and ML in NodeJS tools.")
    assert {gain.edit.asked.text for gain in report.edits} == {
        "NLP", "Kubernetes", "machine learning",
    }  # fmt: skip
    shares = [gain.share for gain in report.edits]
    assert shares == sorted(shares, reverse=True)


def test_edits_of_one_gain_keep_the_order_of_the_posting() -> None:
    report = compared("- Kubernetes\n- Node.js\n- NLP", "- Ran k8s, NodeJS and NLP.")
    facts = Facts(report.resume, report.target, report.matches, report.as_of)
    (edit,) = edits(facts)
    light, heavy, good = _weighing(edit, 1.0), _weighing(edit, 2.0), _weighing(edit, 1.0, "good")
    same = replace(light, write="another")
    found = gains([light, heavy, same], [light.match, heavy.match, same.match])
    assert [(gain.edit, gain.share) for gain in found] == [
        (heavy, 0.5), (light, 0.25), (same, 0.25),
    ]  # fmt: skip
    assert gains([light], [light.match, good.match])[0].share == round(50 / 70, 4)


def _weighing(edit: Edit, weight: float, tier: Tier = "must") -> Edit:
    keyword = replace(edit.match.keyword, weight=weight, tier=tier)
    return replace(edit, match=replace(edit.match, keyword=keyword))


def test_the_gains_are_what_literal_coverage_lacks() -> None:
    posting = "- Kubernetes\n- NLP\n- Python\nNice to have\n- JavaScript\n- Terraform"
    statement = "- Ran k8s and natural language processing in Python and JS."
    before = compared(posting, statement)
    assert before.score
    gained = sum(gain.share for gain in before.edits)
    assert gained == pytest.approx(before.score.all.coverage - before.score.all.literal, abs=1e-3)
    written = (
        "- Ran Kubernetes and natural language processing (NLP) in Python and JavaScript (JS)."
    )
    after = compared(posting, written)
    assert after.score
    assert after.score.all.literal == pytest.approx(before.score.all.literal + gained, abs=1e-3)
    assert after.score.all.coverage == before.score.all.coverage
    assert after.edits == ()


def test_each_edit_raises_literal_coverage_by_its_gain() -> None:
    posting = "- Kubernetes\n- NLP\n- TensorFlow\n- Spark"
    lines = ["- Ran k8s.", "- Built natural language processing.", "- Used Tensorfow in Python.",
             "- Wrote PySpark jobs."]  # fmt: skip
    before = compared(posting, "\n".join(lines))
    assert before.score
    assert len(before.edits) == 4
    for gain in before.edits:
        at = next(n for n, line in enumerate(lines) if gain.edit.written in line)
        edited = lines[at].replace(gain.edit.written, _edited(gain))
        after = compared(posting, "\n".join([*lines[:at], edited, *lines[at + 1 :]]))
        assert after.score
        raised = after.score.all.literal - before.score.all.literal
        assert raised == pytest.approx(gain.share, abs=2e-4)


def _edited(gain: Gain) -> str:
    """The resume's words as the advice has them."""
    edit = gain.edit
    return f"{edit.written} ({edit.write})" if edit.kind == "implied" else edit.write


def test_an_edit_says_where_and_why() -> None:
    report = compared("- Kubernetes", "- Cut costs by 20%.\n- Ran k8s clusters of 200 nodes.")
    (edit,) = report.to_dict()["edits"]
    assert edit["posting"] == {"text": "Kubernetes", "line": 2}
    assert (edit["written"], edit["line"]) == ("k8s", 6)
    assert edit["line_text"] == "- Ran k8s clusters of 200 nodes."
    assert edit["why"] == 'the posting writes "Kubernetes", the resume "k8s"'
    assert edit["gain"] == 1.0


def test_a_pack_and_an_unreadable_text_have_no_edits() -> None:
    resume = f"{HEAD}- Ran k8s clusters.\n".encode()
    assert atscheck.scan(resume, pack="machine-learning-research", path="cv.txt").edits == ()
    report = compared("- Kubernetes", "- Ran k8s clusters.")
    assert report.edits
    assert replace(report, score=None, not_scored="most characters have no meaning").edits == ()


def test_of_many_wordings_on_both_sides_some_are_kept() -> None:
    posting = "".join(f"- Manage {number} projects\n" for number in range(1, 150))
    report = compared(posting, "".join(f"- Managed {n} big projects.\n" for n in range(300, 450)))
    assert [len(match.keyword.wordings) for match in report.matches] == [12]
    assert not report.matches[0].literal
    assert [gain.edit.kind for gain in report.edits] == []
