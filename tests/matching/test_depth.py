"""How deep evidence goes: statements, jobs, the months of the jobs, until when."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.documents.assemble import from_text
from atscheck.documents.model import Span
from atscheck.matching import match
from atscheck.matching.depth import Depth, covered_months, depth_of
from atscheck.resume import parse
from atscheck.resume.model import Position, YearMonth
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Target

AS_OF = dt.date(2026, 1, 15)
TODAY = YearMonth(2026, 1)
RESUME = """\
Ana Example
ana@example.org

SUMMARY
Engineer who has built services in Python for many years.

EXPERIENCE
Senior Engineer, Acme Ltd, Jan 2022 - present
- Built a service in Python that answers 200 requests a second.
- Moved 30 services to Kubernetes.
Engineer, Beta Inc, Mar 2019 - Dec 2021
- Wrote reports in Python and SQL with 4 colleagues.
- Kept a database with SQL.
Technologies: Python, Docker

SKILLS
Python, SQL, Terraform
"""


def depth(term: str, text: str = RESUME) -> Depth:
    keyword = Keyword(term, (load_lexicon().resolve(term),), "must")
    resume = parse(from_text(text))
    (met,) = match(resume, Target("pack", "t", "T", (keyword,))).keywords
    return depth_of(met, resume, AS_OF)


def test_statements_jobs_and_months() -> None:
    python = depth("Python")
    assert python.sections == ("summary", "experience", "skills")
    assert python.statements == 3
    assert [p.organisation for p in python.positions] == ["Acme Ltd", "Beta Inc"]
    assert (python.months, python.last_used) == (49 + 34, "now")


def test_a_term_of_a_past_job() -> None:
    sql = depth("SQL")
    assert (sql.statements, len(sql.positions)) == (2, 1)
    assert (sql.months, sql.last_used) == (34, "2021-12")


def test_a_field_within_a_job_is_of_the_job_and_no_statement() -> None:
    docker = depth("Docker")
    assert docker.statements == 0
    assert [p.organisation for p in docker.positions] == ["Beta Inc"]


def test_a_term_in_a_list_only_or_nowhere() -> None:
    assert depth("Terraform") == Depth(sections=("skills",))
    assert depth("Haskell") == Depth()


def test_a_sentence_counts_once_however_often_it_names_the_term() -> None:
    text = RESUME.replace("Kept a database with SQL", "Kept SQL tables with SQL")
    assert depth("SQL", text).statements == 2


def test_what_stands_behind_the_section_of_a_job_is_not_of_it() -> None:
    text = RESUME.replace("SKILLS\n", "PUBLICATIONS\n- A paper on Haskell and its users.\n")
    haskell = depth("Haskell", text)
    assert (haskell.statements, haskell.positions) == (1, ())


def test_what_stands_before_the_first_job_is_of_none() -> None:
    text = RESUME.replace("EXPERIENCE\n", "EXPERIENCE\n- Wrote tools in Haskell for 5 teams.\n")
    haskell = depth("Haskell", text)
    assert (haskell.statements, haskell.positions, haskell.months) == (1, (), 0)


def test_several_roles_at_one_employer_are_told_apart() -> None:
    text = """\
EXPERIENCE
Acme Ltd
Senior Engineer, Jan 2022 - Dec 2023
- Built services in Kubernetes.
Engineer, Jan 2020 - Dec 2021
- Built services in Python.
"""
    assert [p.title for p in depth("Kubernetes", text).positions] == ["Senior Engineer"]
    assert [p.title for p in depth("Python", text).positions] == ["Engineer"]


def test_what_stands_below_a_list_of_jobs_is_of_none_of_them() -> None:
    text = """\
EXPERIENCE
Engineer, Acme Ltd, Jan 2022 - Dec 2023
Engineer, Beta Inc, Jan 2020 - Dec 2021
Python Developer, Gamma LLC, Jan 2018 - Dec 2019
- Built services in Kubernetes with 4 colleagues.
- Wrote reports in Python for 20 customers.
"""
    assert depth("Kubernetes", text).positions == ()
    assert depth("Kubernetes", text).statements == 1
    assert [p.organisation for p in depth("Python", text).positions] == ["Gamma LLC"]


def position(
    start: YearMonth | None, end: YearMonth | None = None, *, current: bool = False
) -> Position:
    return Position(None, None, start, end, current, Span(0, 1))


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (YearMonth(2020, 3), YearMonth(2020, 3), 1),
        (YearMonth(2020, 3), YearMonth(2021, 2), 12),
        (YearMonth(2019), YearMonth(2021), 24),
        (YearMonth(2019), YearMonth(2019), 12),
        (YearMonth(2019), YearMonth(2019, 3), 3),
        (YearMonth(2019), YearMonth(2020, 3), 9),
        (YearMonth(2020, 10), YearMonth(2020), 3),
        (YearMonth(2021, 2), YearMonth(2020, 3), 0),
        (YearMonth(2025, 12), YearMonth(2027, 3), 2),
        (YearMonth(2027), YearMonth(2028), 0),
        (None, YearMonth(2020), 0),
        (YearMonth(2020), None, 0),
    ],
)
def test_months_of_a_job(start: YearMonth | None, end: YearMonth | None, months: int) -> None:
    assert covered_months([position(start, end)], TODAY) == months


def test_a_job_that_lasts_goes_on_until_today() -> None:
    assert covered_months([position(YearMonth(2025, 11), current=True)], TODAY) == 3


def test_a_job_that_is_to_end_later_is_used_now() -> None:
    text = RESUME.replace("present", "Dec 2026")
    assert depth("Python", text).last_used == "now"


dates = st.builds(YearMonth, st.integers(1990, 2030), st.none() | st.integers(1, 12))
jobs = st.lists(st.builds(position, st.none() | dates, st.none() | dates, current=st.booleans()))


@given(jobs, st.randoms())
def test_months_are_a_union(positions: list[Position], random: object) -> None:
    total = covered_months(positions, TODAY)
    alone = [covered_months([p], TODAY) for p in positions]
    assert max(alone, default=0) <= total <= sum(alone)
    random.shuffle(positions)  # type: ignore[attr-defined]
    assert covered_months(positions, TODAY) == total
    assert covered_months([*positions, *positions], TODAY) == total
    grown = [covered_months(positions[:n], TODAY) for n in range(len(positions) + 1)]
    assert all(0 <= before <= after for before, after in pairwise(grown))
