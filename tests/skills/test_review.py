"""The review of a pack that can be read, and the template of a new one."""

from __future__ import annotations

import re

import pytest

from atscheck.data import parse_toml
from atscheck.errors import PackError
from atscheck.skills.lexicon import load_lexicon, make_lexicon
from atscheck.skills.model import Term
from atscheck.skills.packs import read_pack
from atscheck.skills.review import check_lexicon, check_pack
from atscheck.skills.template import Draft, pack_template

HEAD = 'schema = 1\nname = "p"\ntitle = "P"\nsources = ["me"]\n'
PHRASING = '[[phrasing]]\nfor = ["Python"]\ntext = "Wrote {n} lines of Python."\n'


def review(text: str) -> tuple[str, ...]:
    return check_pack(read_pack(parse_toml(text.encode(), "p.toml"), "p.toml"), load_lexicon())


def test_a_complete_pack_lacks_nothing() -> None:
    assert review(HEAD + '[keywords]\nmust = ["Python"]\ngood = ["Docker"]\n' + PHRASING) == ()


LACKS = {
    HEAD + "[keywords]\n": "it has no keywords",
    HEAD.replace('sources = ["me"]\n', "") + '[keywords]\nmust = ["Python"]\n' + PHRASING: (
        "it names no sources"
    ),
    HEAD + '[keywords]\ngood = ["Python"]\n' + PHRASING: "it has no must-have keywords",
    HEAD + '[keywords]\nmust = ["Python"]\n': '"Python": no phrasing',
    HEAD + '[keywords]\nmust = ["Python"]\n' + PHRASING.replace("of Python", "of code"): (
        'does not use "Python"'
    ),
    HEAD + '[keywords]\nmust = ["Python"]\ngood = ["Kuberntes"]\n' + PHRASING: (
        '"Kuberntes" is not in the lexicon; did you mean "Kubernetes"?'
    ),
    HEAD + '[keywords]\nmust = ["Python"]\ngood = ["tulip breeding"]\n' + PHRASING: (
        '"tulip breeding" is not in the lexicon; it counts only as it is written'
    ),
    HEAD + '[keywords]\nmust = ["Python"]\ngood = ["NLP", "natural language processing"]\n'
    + PHRASING: '"natural language processing" is the same skill as "NLP"',
    HEAD + '[keywords]\nmust = ["Python"]\ngood = ["Docker"]\n' + PHRASING
    + '[[groups]]\nname = "g"\ntitle = "G"\nweight = 1\nkeywords = ["Python"]\n': (
        '"Docker": in no group'
    ),
    HEAD + '[keywords]\nmust = ["Python"]\n' + PHRASING
    + '[[levels]]\nname = "l"\ntitle = "L"\nat_least = 1\nevidence = ["Docker | Kuberntes"]\n': (
        'did you mean "Kubernetes"?'
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", LACKS, ids=LACKS.values())
def test_what_a_pack_lacks_is_said_with_a_remedy(text: str) -> None:
    found = review(text)
    assert len(found) == 1, found
    assert LACKS[text] in found[0]
    assert "; " in found[0]
    assert "\n" not in found[0]


def test_evidence_that_no_lexicon_has_is_no_lack() -> None:
    level = '[[levels]]\nname = "l"\ntitle = "L"\nat_least = 1\nevidence = ["tulip breeding"]\n'
    assert review(HEAD + '[keywords]\nmust = ["Python"]\n' + PHRASING + level) == ()


FAULTS = {
    '"nlp" is a name of "x" and "y"': (
        Term("x", acronyms=("NLP",)), Term("y", acronyms=("NLP",), ambiguous=("NLP",))
    ),
    '"x" has the stop word "it"': (Term("x", acronyms=("IT",)),),
    '"go" has the stop word "go"': (Term("go"),),
    '"x" implies "y"': (Term("x", implies=("y",)),),
    '"x" implies "x"': (Term("x", implies=("x",)),),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_contradiction_in_the_lexicon_is_said_with_a_remedy(fault: str) -> None:
    found = check_lexicon(make_lexicon(FAULTS[fault]))
    assert len(found) == 1
    assert found[0].startswith(fault)
    assert "; " in found[0]


def test_names_that_ask_for_a_neighbour_are_no_contradiction() -> None:
    go = Term("Go", context=True)
    both = [Term(n, acronyms=("NLP",), ambiguous=("NLP",), implies=("Go",)) for n in ("x", "y")]
    assert check_lexicon(make_lexicon([go, *both])) == ()


def test_a_template_can_be_read_and_lacks_only_its_keywords() -> None:
    text = pack_template("bakery-manager", Draft())
    pack = read_pack(parse_toml(text.encode(), "t.toml"), "t.toml")
    assert (pack.name, pack.title, pack.keywords) == ("bakery-manager", "Bakery manager", ())
    assert review(text)[0].startswith("it has no keywords")


def test_a_template_that_is_filled_in_lacks_nothing() -> None:
    text = re.sub(
        r"^# (?=\[\[|\w+ = )", "", pack_template("bakery-manager", Draft()), flags=re.MULTILINE
    )
    text = text.replace("must = []", 'must = ["Python"]').replace("a keyword from above", "Python")
    pack = read_pack(parse_toml(text.encode(), "t.toml"), "t.toml")
    assert all((pack.groups, pack.levels, pack.red_flags, pack.phrasing, pack.resources))
    assert review(text) == ()


@pytest.mark.parametrize("name", ["", "Bakery", "a b", "../x", "-a", 'a"b', "x" * 61])
def test_a_name_that_no_pack_can_have(name: str) -> None:
    with pytest.raises(PackError, match="cannot have this name; write small letters"):
        pack_template(name, Draft())
