"""The lexicon: its files, look-up by any name, and that the shipped terms do not contradict."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atscheck.data import load_table, parse_toml, table_names
from atscheck.errors import PackError
from atscheck.skills import lexicon as module
from atscheck.skills.lexicon import load_lexicon, make_lexicon, read_terms, surface_key
from atscheck.skills.model import Term

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


def test_a_term_in_two_files_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    table = parse_toml((HEAD + '[terms]\n"Go" = {}\n').encode(), "f.toml")
    monkeypatch.setattr(module, "table_names", lambda folder: ("one", "two"))
    monkeypatch.setattr(module, "load_table", lambda folder, name: table)
    with pytest.raises(PackError, match=r"lexicon/two\.toml: Go: the term is defined twice"):
        load_lexicon.__wrapped__()


# the shipped files


def _marked(term: Term, key: str) -> bool:
    """Whether the term demands a technical neighbour (or its case) where the name is ``key``."""
    if surface_key(term.name) == key:
        return term.context or term.case
    return key in map(surface_key, term.ambiguous)


def test_no_name_belongs_to_two_terms_unless_both_mark_it_ambiguous() -> None:
    lexicon = load_lexicon()
    clashes = {
        key: owners
        for key, owners in lexicon.surfaces.items()
        if len(owners) > 1 and not all(_marked(lexicon.terms[name], key) for name in owners)
    }
    assert clashes == {}


def test_all_that_a_term_implies_is_a_term() -> None:
    terms = load_lexicon().terms
    unknown = {(t.name, i) for t in terms.values() for i in t.implies if i not in terms}
    assert unknown == set()


def test_no_term_implies_itself() -> None:
    assert [t.name for t in load_lexicon().terms.values() if t.name in t.implies] == []


def test_every_name_leads_to_its_term() -> None:
    lexicon = load_lexicon()
    for term in lexicon.terms.values():
        for name in (*term.aliases, *term.acronyms):
            found = lexicon.resolve(name)
            assert found.entry in lexicon.surfaces[surface_key(name)]
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
    assert sum(fields.values()) >= 800
    assert min(fields.values()) >= 40
