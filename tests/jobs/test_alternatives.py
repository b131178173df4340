"""Terms of which a posting wants any one."""

from __future__ import annotations

import re
from typing import Any

import pytest

from atscheck.documents.assemble import from_text
from atscheck.documents.model import Span
from atscheck.jobs.alternatives import options_of
from atscheck.jobs.clauses import read_clauses
from atscheck.jobs.mentions import Mention
from atscheck.skills.model import Target
from tests.support import postings

CASES = postings.table("alternatives")["case"]


def groups(target: Target) -> list[list[str]]:
    assert target.requirements is not None
    return [list(group) for group in target.requirements.any_of]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"]))
def test_alternatives(case: dict[str, Any]) -> None:
    target = postings.read(f"Requirements\n{case['text']}\nGit")
    assert groups(target) == case["any_of"]


def test_no_term_is_in_two_groups_and_each_is_a_keyword() -> None:
    target = postings.read("Requirements\n" + "\n".join(case["text"] for case in CASES))
    names = [name for group in groups(target) for name in group]
    assert len(names) == len(set(names))
    assert set(names) <= {keyword.name for keyword in target.keywords}


def test_the_kind_of_the_examples_is_asked_for_besides() -> None:
    target = postings.read("Requirements\nSQL databases such as PostgreSQL or MySQL")
    assert groups(target) == [["PostgreSQL", "MySQL"]]
    assert "relational database" in postings.tiers(target)


def test_a_list_ends_where_another_part_begins() -> None:
    text = "Requirements\nOne of the following:\n- Java\n- Kotlin\nNice to have\n- Docker"
    assert groups(postings.read(text)) == [["Java", "Kotlin"]]


def test_a_list_is_of_items_without_marks_too() -> None:
    items = "Java\nThe Frobnic language\nKotlin/Scala"
    text = f"Requirements\nAny of the following:\n{items}\n\nNice to have:\nDocker"
    assert groups(postings.read(text)) == [["Java", "Kotlin", "Scala"]]


def test_each_of_many_pairs_is_a_group() -> None:
    pairs = "".join(f"Fo{n}a or Fo{n}b, " for n in range(50))
    posting = from_text("Requirements\n- " + pairs)
    (clause,) = read_clauses(posting)
    named = [Mention(m[0], Span(*m.span()), clause) for m in re.finditer(r"Fo\w+", posting.text)]
    assert options_of(named, [clause], posting) == tuple((f"Fo{n}a", f"Fo{n}b") for n in range(50))
