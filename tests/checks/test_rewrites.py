"""What the suggestions for weak statements say, word for word."""

from __future__ import annotations

import pytest

from atscheck.checks.statements.questions import question, verbs_for
from atscheck.documents.assemble import from_text
from tests.checks.facts import found

PAST = "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- {}"
LASTS = "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - present\n- {}"


def advice(code: str, text: str, form: str = PAST, **target: object) -> str | None:
    hits = found(code, from_text(form.format(text)), **target)
    return hits[0].suggestion if hits else None


@pytest.mark.parametrize(
    ("verb", "text", "asked"),
    [
        ("Reduced", " the latency of the search", "how much faster, or from what to what?"),
        ("Cut", " hosting costs by moving idle jobs", "how much saved, a month or a year?"),
        ("Built", " a portal for tenants", "for how many users?"),
        ("Trained", " a classifier of leaf images", "how accurate, compared with what?"),
        ("Reviewed", " drawings submitted by tenants", "how many drawings?"),
        ("Wrote", " the weekly reports for the board", "how many reports, and how often?"),
        ("Advise", " clients, mostly farms", "how many clients?"),
        ("Wrote", " the plan of the reports", "how many, and how often?"),
        (None, "", "how many, how much, how often or how fast?"),
    ],
)
def test_question_suits_verb_and_object(verb: str | None, text: str, asked: str) -> None:
    assert question(verb, text) == asked


def test_verbs_suit_the_object() -> None:
    assert verbs_for("the monthly reports of the board", "choices")[0] == "write"
    assert verbs_for("the set-up of new stores", "choices") == ["build", "run", "lead", "improve"]
    assert verbs_for("clients", "parts", people=False)[0] == "design"


def test_duty_becomes_a_verb_in_the_tense_of_the_job() -> None:
    said = "Responsible for preparing reports"
    asked = ", {how many reports, and how often?}"
    assert advice("AC201", said) == f"start with what you did: Prepared reports{asked}"
    assert advice("AC201", said, LASTS) == f"start with what you did: Prepare reports{asked}"


def test_an_amount_that_is_there_is_not_asked_for() -> None:
    assert advice("AC201", "Responsible for managing 5 clerks") == (
        "start with what you did: Managed 5 clerks"
    )


def test_missing_keyword_is_asked_for_where_the_statement_supports_it() -> None:
    said = advice("AC101", "Wrote the import scripts in Python", must=("Python", "Django"))
    assert said is not None
    assert said.endswith('; if "Django" was part of it, name it here')


@pytest.mark.parametrize(
    ("text", "must"),
    [
        ("Wrote the import scripts in Java", ("Python", "Django")),
        ("Wrote the import scripts in Python", ("Python", "Welding")),
        ("Checked the accounting of the branch", ("accounting", "SAP FICO")),
        ("Wrote the import scripts in Python and Django", ("Python", "Django")),
    ],
)
def test_no_keyword_is_worked_in_without_support(text: str, must: tuple[str, ...]) -> None:
    assert "part of it" not in (advice("AC101", text, must=must) or "")


def test_each_keyword_is_asked_for_once() -> None:
    lines = "Wrote the import scripts in Python\n- Wrote the export scripts in Python"
    hits = found("AC101", from_text(PAST.format(lines)), must=("Python", "Django"))
    assert [("Django" in (hit.suggestion or "")) for hit in hits] == [True, False]


def test_one_statement_gets_one_finding_for_one_reason() -> None:
    for text in ("Responsible for the maintenance of pumps", "Helped with the audit of the forms"):
        codes = [c for c in ("AC101", "AC201", "AC202", "AC203", "AC204") if advice(c, text)]
        assert len(codes) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("My responsibility was to call clients", "start with what you did: Called clients"),
        (
            "My responsibilities were to call clients and offer them tea",
            "start with what you did: Called clients …",
        ),
        ("Responsible for submission of the tax files", "start with what you did: Submitted the"),
        ("Responsible for mentoring, guidance of clerks", 'in place of "mentoring": Mentored …'),
        ("Responsible for the tax close and filing forms", "{verb} the tax close …"),
        ("Responsible for hull & piping inspection", "{verb} hull & piping inspection"),
        ("Responsible for developing budgets", "{how many, how much, how often or how fast?}"),
    ],
)
def test_duty_is_restated(text: str, said: str) -> None:
    assert said in (advice("AC201", text) or "")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("AC101", "Time period: three months until the handover"),
        ("AC101", "Project details\tConstruction of a tower"),
        ("AC101", "Leading role as coordinator of the fair"),
        ("AC201", "Responsible for the following tasks:"),
        ("AC204", "Thorough understanding of the tax code"),
        ("AC204", "After checking and sorting the letters, they are filed"),
        ("AC204", "All work relating to the letters of clients"),
        ("AC301", "I hereby declare that the above is true"),
    ],
)
def test_what_is_no_statement_of_work_is_not_restated(code: str, text: str) -> None:
    assert advice(code, text) is None


def test_lines_that_are_not_about_work_do_not_count_as_statements() -> None:
    lines = "\n".join(f"- Completed the course on {w}." for w in "knots tides sails ropes".split())
    work = "- Sold maps.\n- Kept the books.\n- Led 4 guides."
    text = f"CERTIFICATIONS\n{lines}\nEXPERIENCE\nGuide, Acme Ltd, 2019 - 2022\n{work}"
    assert not found("AC102", from_text(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I was a member of the sailing club", 'leave out "I was": Member of the sailing club'),
        ("I have done the audit of the forms", 'leave out "I have": Did the audit of the forms'),
        ("I've completed the audit", 'leave out "I\'ve": Completed the audit'),
        ("I had been a mentor of clerks", 'leave out "I had been": Mentor of clerks'),
        ("Acme: I have seen the plant", 'leave out "I" and start with the verb'),
        (
            "Most of the tools that I built",
            'say it without "I"; where you can, start with the verb',
        ),
    ],
)
def test_first_person_is_left_out(text: str, said: str) -> None:
    assert advice("AC301", text) == said


def test_a_list_of_names_is_not_too_few_amounts() -> None:
    names = "\n".join(f"- {name} harbour, Acme Ltd." for name in ("East", "West", "North", "South"))
    verbs = "- Sold maps.\n- Kept the books.\n- Wrote letters."
    text = f"EXPERIENCE\nGuide, Acme Ltd, 2019 - 2022\n{names}\n{verbs}"
    assert not found("AC102", from_text(text))
