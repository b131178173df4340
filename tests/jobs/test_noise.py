"""What stands around a posting, and what it says it does not need."""

from __future__ import annotations

import pytest

from atscheck.documents import read
from atscheck.jobs import read_job
from atscheck.jobs.noise import is_menu


def asked(text: str) -> dict[str, str]:
    return {k.name: k.tier for k in read_job(read(text.encode(), path="posting.txt")).keywords}


@pytest.mark.parametrize(
    "line",
    [
        "Home / Jobs / Engineering / Embedded Engineer",
        "News | About us | Planning | Log in",
        "Menu   Find Jobs   For Employers   Salary Guide",
        "Startseite › Karriere › Projektleiter",
    ],
)
def test_a_line_of_links_is_a_menu(line: str) -> None:
    assert is_menu(line)


@pytest.mark.parametrize(
    "line",
    [
        "Python | Go | Search | Docker",
        "Home care / nursing / first aid",
        "Leeds | Full time | Permanent",
        "You answer the phone and help people at home",
        "",
    ],
)
def test_a_list_of_skills_or_facts_is_none(line: str) -> None:
    assert not is_menu(line)


@pytest.mark.parametrize(
    "heading", ["What you don't need", "What we don't ask for:", "NOT REQUIRED", "You won't need"]
)
def test_what_is_not_needed_is_no_keyword(heading: str) -> None:
    assert asked(f"Requirements\n- Python\n\n{heading}\n- Docker\n- Blender") == {"Python": "must"}


def test_what_the_applicant_gets_is_no_keyword() -> None:
    assert asked("Requirements\n- Python\n\nYou will get:\n- Training in Docker") == {
        "Python": "must"
    }


def test_nice_but_not_needed_is_good_to_have() -> None:
    assert asked("Requirements\n- Python\n- Nice, but not needed: Docker") == {
        "Python": "must", "Docker": "good",
    }  # fmt: skip


def test_a_check_is_a_demand_among_the_demands_only() -> None:
    assert "Docker" in asked("Requirements\n- Python\n- Docker, and a clean DBS check")
    noted = "Requirements\n- Python\n\nYour role\n- Offers follow a criminal record check by Docker"
    assert asked(noted) == {"Python": "must"}


def test_not_required_after_a_comma_speaks_of_the_last_item() -> None:
    assert asked("Requirements\n- Python, Docker not required") == {"Python": "must"}
    assert asked("Requirements\n- Excel\n- Java, Kotlin or Scala not required") == {
        "Microsoft Excel": "must"
    }
