"""The lexicon: its files, look-up by any name, and that the shipped terms do not contradict."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.data import load_table, parse_toml, table_names
from atscheck.errors import PackError
from atscheck.matching.english import is_english
from atscheck.matching.surfaces import stem, surfaces_of
from atscheck.matching.tokens import word_norm
from atscheck.resume.words import common_words
from atscheck.skills import lexicon as module
from atscheck.skills.lexicon import (
    load_lexicon,
    make_lexicon,
    read_lexicon,
    read_terms,
    surface_key,
)
from atscheck.skills.model import Term
from atscheck.skills.review import check_lexicon, demands_neighbour

HEAD = 'schema = 1\nfield = "f"\ntitle = "F"\nsources = ["me"]\nlicence = "MIT"\n'


def read(text: str) -> list[Term]:
    return read_terms(parse_toml(text.encode(), "f.toml"), "f.toml")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Node.js", "node js"),
        ("scikit-learn", "Scikit Learn"),
        ("B.A.", "ba"),
        (" PyTorch ", "pytorch"),
        ("GPT-4", "GPT 4"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert surface_key(one) == surface_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("C", "C++"), ("C", "C#"), ("C++", "C#"), (".NET", "net"), ("R", "R&D"), ("A/B", "AB")],
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert surface_key(one) != surface_key(other)


@given(st.text(max_size=40))
def test_a_key_is_stable(text: str) -> None:
    assert surface_key(text.upper().lower()) == surface_key(text.lower())
    assert surface_key(f" {text.lower()} ") == surface_key(text.lower())


NLP = Term(
    "natural language processing", aliases=("language processing",), acronyms=("NLP",), field="f"
)
GO = Term("Go", aliases=("Golang",), context=True, field="f")
ML = Term("machine learning", aliases=("ML methods",), acronyms=("ML",), ambiguous=("ML",))
LEXICON = make_lexicon([NLP, GO, ML])


def test_a_term_goes_by_its_own_name_however_it_is_written() -> None:
    assert LEXICON.resolve("natural-language processing") is NLP
    assert LEXICON.resolve("go") is GO


def test_a_term_asked_for_by_another_name_swaps_it_with_its_own() -> None:
    acronym = LEXICON.resolve("NLP")
    assert (acronym.name, acronym.canonical, acronym.entry) == ("NLP", NLP.name, NLP.name)
    assert acronym.acronyms == (NLP.name,)
    assert acronym.aliases == NLP.aliases
    alias = LEXICON.resolve("language processing")
    assert alias.aliases == (NLP.name,)
    assert alias.acronyms == ("NLP",)


def test_an_everyday_word_stays_one_under_another_name() -> None:
    golang = LEXICON.resolve("Golang")
    assert not golang.context
    assert golang.ambiguous == ("Go",)
    assert LEXICON.resolve("ML").context


def test_an_unknown_name_is_a_term_of_its_own() -> None:
    assert LEXICON.resolve("tulip breeding") == Term("tulip breeding")


def test_of_two_owners_the_one_of_that_name_wins() -> None:
    lexicon = make_lexicon([Term("first", aliases=("second",)), Term("second")])
    assert lexicon.surfaces["second"] == ("second", "first")
    assert lexicon.resolve("second") == Term("second")


MISTAKES = {
    HEAD: ("terms", "missing"),
    HEAD.replace("schema = 1", "schema = 2") + "[terms]\n": ("schema",),
    HEAD.replace("schema = 1", "schema = true") + "[terms]\n": ("schema", "whole number"),
    HEAD.replace("licence", "license") + "[terms]\n": ('"license"', 'did you mean "licence"?'),
    HEAD.replace('["me"]', "[]") + "[terms]\n": ("sources", "empty list"),
    HEAD + 'language = "German"\n[terms]\n': ("language", '"German" is no code of a language'),
    HEAD + "terms = []\n": ("terms", "must be a table"),
    HEAD + '[terms]\n"Go" = ["Golang"]\n': ("terms: Go", "must be a table", "aliases"),
    HEAD + '[terms]\n"Go" = { alias = ["Golang"] }\n': ("terms: Go", 'did you mean "aliases"?'),
    HEAD + '[terms]\n"Go" = { aliases = "Golang" }\n': ("terms: Go: aliases", "must be a list"),
    HEAD + '[terms]\n"Go" = { aliases = ["a", "a"] }\n': ("terms: Go: aliases", "twice"),
    HEAD + '[terms]\n"Go" = { aliases = [""] }\n': ("terms: Go: aliases", "empty text"),
    HEAD + '[terms]\n"Go" = { case = "yes" }\n': ("terms: Go: case", "true or false"),
    HEAD + '[terms]\n"Go" = { ambiguous = ["G"] }\n': ("terms: Go: ambiguous", '"G" is no alias'),
    HEAD + '[terms]\n"" = {}\n': ("terms", "empty text"),
}


@pytest.mark.parametrize("text", MISTAKES, ids=lambda text: text.removeprefix(HEAD)[:40])
def test_a_mistake_is_named_with_file_key_and_remedy(text: str) -> None:
    with pytest.raises(PackError) as caught:
        read(text)
    message = str(caught.value)
    assert message.startswith("f.toml: ")
    assert "; " in message
    for part in MISTAKES[text]:
        assert part in message


def test_a_term_is_read_whole() -> None:
    entry = '{ aliases = ["b"], acronyms = ["C"], ambiguous = ["C"], case = true, implies = ["d"] }'
    assert read(HEAD + f'[terms]\n"a" = {entry}\n') == [
        Term("a", aliases=("b",), acronyms=("C",), ambiguous=("C",), case=True, implies=("d",),
             field="f")
    ]  # fmt: skip


def test_a_file_says_in_what_language_its_terms_are() -> None:
    german = HEAD + 'language = "de"\n[terms]\n"Buchhaltung" = { implies = ["bookkeeping"] }\n'
    assert read(german) == [Term("Buchhaltung", implies=("bookkeeping",), field="f")]


def test_a_term_in_two_files_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    table = parse_toml((HEAD + '[terms]\n"Go" = {}\n').encode(), "f.toml")
    monkeypatch.setattr(module, "table_names", lambda folder: ("one", "two"))
    monkeypatch.setattr(module, "load_table", lambda folder, name: table)
    with pytest.raises(PackError, match=r"lexicon/two\.toml: Go: the term is defined twice"):
        read_lexicon.__wrapped__()


# the shipped files


def test_the_terms_do_not_contradict() -> None:
    assert check_lexicon(load_lexicon()) == ()


EVERYDAY = (
    "Access", "BA", "C", "Chef", "CI", "CV", "Dart", "DL", "Elm", "Excel", "Express", "Go", "IR",
    "IT", "ML", "Oracle", "R", "React", "RL", "Ruby", "Rust", "Scala", "Scheme",
    "Spark", "SSL", "Swift", "Teams", "torch", "Word",
)  # fmt: skip


@pytest.mark.parametrize("word", EVERYDAY)
def test_an_everyday_word_counts_only_beside_a_fitting_one(word: str) -> None:
    lexicon, key = load_lexicon(), surface_key(word)
    owners = lexicon.surfaces.get(key, ())
    assert owners
    assert all(demands_neighbour(lexicon.terms[name], key) for name in owners)


def test_the_lexicon_knows_many_ambiguous_names() -> None:
    lexicon = load_lexicon()
    ambiguous = {
        key
        for key, owners in lexicon.surfaces.items()
        if all(demands_neighbour(lexicon.terms[name], key) for name in owners)
    }
    assert len(ambiguous - set(map(surface_key, EVERYDAY))) >= 150


@pytest.mark.parametrize("name", ["Argo CD", "Spinnaker", "AWS CodeDeploy", "Octopus Deploy"])
def test_a_tool_of_delivery_is_none_of_integration(name: str) -> None:
    implied = load_lexicon().terms[name].implies
    assert "continuous delivery" in implied
    assert not {"CI/CD", "continuous integration"} & set(implied)


def test_no_english_word_is_read_as_one_of_another_language() -> None:
    english = {stem(word) for word in common_words()}
    tables = (load_table("lexicon", name) for name in table_names("lexicon"))
    others = {table["field"] for table in tables if table.get("language", "en") != "en"}
    assert others == {"french", "german", "spanish"}
    wrong = [
        surface.text
        for term in load_lexicon().terms.values()
        if term.field in others
        for surface in surfaces_of(term)
        if " " not in surface.text and not surface.context
        for norm in [word_norm(surface.text)]
        if is_english(norm) or (surface.inflects and stem(norm) in english)
    ]
    assert wrong == []


def test_every_name_leads_to_its_term() -> None:
    lexicon = load_lexicon()
    for term in lexicon.terms.values():
        for name in (*term.aliases, *term.acronyms):
            found = lexicon.resolve(name)
            owners = lexicon.surfaces[surface_key(name)]
            if found.entry not in owners:  # a narrower name is none of the wider term's
                assert found.name == name
                assert set(found.implies) <= set(owners)
                continue
            assert found.name == name or surface_key(found.name) == surface_key(name)
            others = (found.name, *found.aliases, *found.acronyms)
            assert surface_key(found.entry) in map(surface_key, others)


@pytest.mark.parametrize("name", table_names("lexicon"))
def test_files_are_sorted_and_name_their_field(name: str) -> None:
    table: dict[str, Any] = load_table("lexicon", name)
    assert table["field"] == name
    names = list(table["terms"])
    assert names == sorted(names, key=str.casefold)


def test_the_lexicon_covers_its_fields() -> None:
    fields = Counter(term.field for term in load_lexicon().terms.values())
    assert set(fields) == set(table_names("lexicon"))
    assert sum(fields.values()) >= 6_000
    assert min(fields.values()) >= 40


def test_the_lexicon_knows_what_else_its_terms_are_called() -> None:
    terms = load_lexicon().terms.values()
    assert sum(len(term.aliases) + len(term.acronyms) for term in terms) >= 9_000
