"""Our tokenizer: what survives whole, what is split, and that it never fails."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.matching.surfaces import singular, stem
from atscheck.matching.tokens import Vocabulary, tokenize

VOCABULARY = Vocabulary.of(
    "Node.js HTML5 k8s B.Com JavaScript InDesign ASP.NET S3 web R&D Snowflake NoSQL".split()
)


def norms(text: str) -> list[str]:
    return [token.norm for token in tokenize(text, VOCABULARY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C++, C# and .NET", ["c++", ",", "c#", "and", ".net"]),
        ("C#/.NET", ["c#", "/", ".net"]),
        ("ASP.NET", ["aspnet"]),
        ("Node.js.", ["nodejs", "."]),
        ("C++17", ["c++", "17"]),
        ("Python3.11", ["python", "3.11"]),
        ("HTML5 on k8s", ["html5", "on", "k8s"]),
        ("R&D", ["r&d"]),
        ("B.A., B.Com", ["ba", ",", "bcom"]),
        ("machine-learning", ["machine", "learning"]),
        ("Java Script", ["javascript"]),
        ("Java, Script", ["java", ",", "script"]),
        ("experience in design", ["experience", "in", "design"]),
        ("the end.Start", ["the", "end", ".", "start"]),
        ("HTML&CSS, Q&A", ["html", "and", "css", ",", "q", "and", "a"]),
        ("asp.net/c#", ["aspnet", "/", "c#"]),
        ("node.js/Express", ["nodejs", "/", "express"]),
        ("Snow fl ake", ["snowflake"]),
        ("No-SQL, no SQL", ["nosql", ",", "no", "sql"]),
        ("snake_case", ["snake", "case"]),
        ("the team’s work", ["the", "team", "work"]),
        ("C², 10³", ["c²", ",", "10³"]),
        ("optimisation", ["optimization"]),
        ("master's degree", ["master", "degree"]),
        ("CI / CD", ["ci", "/", "cd"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert norms(text) == expected


@pytest.mark.parametrize(
    "text", ["https://example.org/rust", "ana@example.org", "github.com/ana/go", "www.example.org"]
)
def test_links_are_one_token(text: str) -> None:
    (token,) = tokenize(text, VOCABULARY)
    assert token.link


@given(st.text(max_size=200))
def test_tokens_lie_in_order_in_the_text(text: str) -> None:
    end = 0
    for token in tokenize(text, VOCABULARY):
        assert end <= token.start < token.end <= len(text)
        assert token.norm
        end = token.end


@given(st.text(alphabet="(:a@/.-+", max_size=3000))
def test_runs_of_symbols_are_linear(text: str) -> None:
    assert len(tokenize(text, VOCABULARY)) <= len(text)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("scheduling", "schedule", True),
        ("invoicing", "invoices", True),
        ("coordination", "coordinated", True),
        ("presentation", "presentations", True),
        ("administration", "administrator", True),
        ("management", "manager", True),
        ("celebrity", "celebrities", True),
        ("marketing", "markets", False),
        ("accounting", "accounts", False),
        ("programming", "programs", False),
        ("sales", "sale", False),
        ("presentation", "present", False),
        ("communication", "community", False),
        ("engineering", "engines", False),
        ("university", "universal", False),
    ],
)
def test_stems(a: str, b: str, same: bool) -> None:
    assert (stem(a) == stem(b)) is same


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_stems_keep_the_beginning(word: str) -> None:
    assert word.startswith(stem(word)[:-1])
    assert singular(singular(word)) == singular(word) or word.endswith("ies")
