"""What a resume claims and the target does not ask for."""

from __future__ import annotations

from atscheck.documents.assemble import from_text
from atscheck.matching import match
from atscheck.matching.model import Other
from atscheck.resume import parse
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Level, Target

HEAD = "Ana Example\nana@example.org\n\n"


def others(
    text: str, asked: tuple[str, ...] = ("Python",), levels: tuple[Level, ...] = ()
) -> list[Other]:
    keywords = tuple(Keyword(name, (load_lexicon().resolve(name),), "must") for name in asked)
    target = Target("pack", "t", "T", keywords, levels=levels)
    return list(match(parse(from_text(HEAD + text)), target).others)


def names(text: str, asked: tuple[str, ...] = ("Python",)) -> list[str]:
    return [other.term for other in others(text, asked)]


def test_what_most_statements_use_comes_first() -> None:
    text = """\
EXPERIENCE
Engineer, Acme Ltd, 2019 - 2021
- Built services in Java and Python.
- Moved Java services to Kubernetes.

SKILLS
Terraform, Python, Kubernetes
"""
    found = others(text)
    assert [(o.term, o.uses, len(o.claims)) for o in found] == [
        ("Java", 2, 2), ("Kubernetes", 1, 2), ("Terraform", 0, 1),
    ]  # fmt: skip


def test_what_is_asked_for_by_another_name_is_left_out() -> None:
    assert names("SKILLS\nKubernetes, Terraform\n", ("k8s",)) == ["Terraform"]
    level = Level("basic", "Basic", ("Terraform",), 1)
    assert others("SKILLS\nTerraform\n", levels=(level,)) == []


def test_only_claims_count() -> None:
    text = """\
EXPERIENCE
Engineer, Acme Ltd, 2019 - 2021
- Ran services with no experience of Kubernetes.
- Led the go to market plan.
"""
    assert not {"Kubernetes", "Go"} & set(names(text))


def test_a_term_within_a_longer_one_or_implied_is_none_of_its_own() -> None:
    assert names("SKILLS\nMicrosoft Excel, React Native\n") == ["Microsoft Excel", "React Native"]


def test_soft_skills_degrees_and_languages_are_left_out() -> None:
    text = "EDUCATION\nMaster of Science\n\nSKILLS\nteamwork, Spanish, Terraform\n"
    assert names(text) == ["Terraform"]


def test_headings_and_employers_are_no_skills() -> None:
    text = """\
COMPUTER SKILLS
Terraform

EXPERIENCE
Engineer, Oracle, Jan 2019 - Dec 2021
- Kept databases running for 40 customers.
"""
    assert "computer literacy" not in names(text)
    assert "Oracle" not in names(text)
    assert names(text)[-1] == "Terraform"
