"""The pack loader: what it reads, and that every mistake is named with its place and a remedy."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atscheck.data import MAX_BYTES, parse_toml
from atscheck.errors import PackError
from atscheck.skills import load_pack, pack_names
from atscheck.skills.packs import read_pack

HEAD = 'schema = 1\nname = "p"\ntitle = "P"\n'
KEYWORDS = '[keywords]\nmust = ["Python", "PyTorch | TensorFlow"]\ngood = ["Docker"]\n'
FLAG = '[[red_flags]]\nname = "f"\nmessage = "m"\nadvice = "a"\nseverity = "info"\n'
GROUP = '[[groups]]\nname = "g"\ntitle = "G"\n'


def read(text: str) -> Any:
    return read_pack(parse_toml(text.encode(), "p.toml"), "p.toml")


def test_a_minimal_pack_loads() -> None:
    pack = read(HEAD + '[keywords]\nmust = ["Python"]\ngood = []\n')
    assert (pack.kind, pack.name, pack.title) == ("pack", "p", "P")
    assert [(k.name, k.tier, k.weight, k.group) for k in pack.keywords] == [
        ("Python", "must", 1.0, None)
    ]


def test_a_pack_without_keywords_loads_so_that_others_can_say_it() -> None:
    assert read(HEAD + "[keywords]\n").keywords == ()


def test_a_complete_pack_is_read_whole() -> None:
    pack = read(
        HEAD
        + 'summary = """For\n  testers."""\nsources = ["me, 2026"]\nlicence = "MIT"\n'
        + '[keywords]\nmust = ["Python", { term = "PyTorch|TensorFlow", weight = 2 }]\n'
        + 'good = ["no such skill"]\n'
        + GROUP
        + 'weight = 1.0\nkeywords = ["PyTorch", "Python"]\n'
        + '[[levels]]\nname = "l"\ntitle = "L"\nat_least = 1\nevidence = ["C++ | Rust", "thesis"]\n'
        + FLAG
        + 'pattern = ["a claim", [{ LOWER = "P" }, { LIKE_NUM = true }]]\nunless = ["proof"]\n'
        + 'listed_only = ["PyTorch | TensorFlow"]\nat_least = 2\n'
        + '[[phrasing]]\nfor = ["PyTorch"]\ntext = "Used PyTorch for {n} models."\n'
        + '[[resources]]\ntitle = "R"\nfor = ["Python"]\nurl = "https://example.org/r"\n'
        + '[[resources]]\ntitle = "S"\nfor = ["Python"]\n'
        + '[[advice]]\nquestion = "Q?"\nanswer = "A."\n'
    )
    both = "PyTorch | TensorFlow"
    assert pack.summary == "For testers."
    assert pack.sources == ("me, 2026",)
    assert [(k.name, k.weight, k.group) for k in pack.keywords] == [
        ("Python", 1.0, "g"), (both, 2.0, "g"), ("no such skill", 1.0, None),
    ]  # fmt: skip
    assert [t.name for t in pack.keywords[1].terms] == ["PyTorch", "TensorFlow"]
    assert pack.keywords[2].terms[0].field == ""
    assert pack.groups[0].keywords == (both, "Python")
    assert pack.levels[0].evidence == ("C++ | Rust", "thesis")
    flag = pack.red_flags[0]
    assert flag.pattern == ("a claim", ({"LOWER": "p"}, {"LIKE_NUM": True}))
    assert (flag.unless, flag.listed_only, flag.at_least) == (("proof",), (both,), 2)
    assert pack.phrasing[0].keywords == (both,)
    assert [r.url for r in pack.resources] == ["https://example.org/r", None]
    assert (pack.advice[0].question, pack.advice[0].answer) == ("Q?", "A.")


def test_another_name_of_a_term_is_met_by_the_term() -> None:
    term = read(HEAD + '[keywords]\nmust = ["NLP"]\n').keywords[0].terms[0]
    assert (term.name, term.canonical) == ("NLP", "natural language processing")


def test_a_keyword_of_its_own_beats_the_first_of_alternatives() -> None:
    text = '[keywords]\nmust = ["Rust | Go"]\ngood = ["Rust"]\n'
    pack = read(HEAD + text + GROUP + 'weight = 1\nkeywords = ["Rust"]\n')
    assert pack.groups[0].keywords == ("Rust",)


# what is wrong -> what the message must name, besides the file
MISTAKES = {
    # the file
    'name = "p"\ntitle = "P"\n' + KEYWORDS: ("schema", "missing", "schema = "),
    'schema = 2\nname = "p"\ntitle = "P"\n' + KEYWORDS: ("schema", "schema 1 only", "schema = 1"),
    'schema = true\nname = "p"\ntitle = "P"\n' + KEYWORDS: ("schema", "whole number"),
    'schema = 1\ntitle = "P"\n' + KEYWORDS: ("name", "missing", 'add name = "…"'),
    'schema = 1\nname = 3\ntitle = "P"\n' + KEYWORDS: ("name", "a whole number", "double quotes"),
    'schema = 1\nname = " "\ntitle = "P"\n' + KEYWORDS: ("name", "empty text"),
    'schema = 1\nname = "p"\n' + KEYWORDS: ("title", "missing"),
    HEAD + "summery = ''\n" + KEYWORDS: ('"summery"', 'did you mean "summary"?'),
    HEAD + "zzz = ''\n" + KEYWORDS: ('"zzz"', "the keys are schema, name, title"),
    HEAD + '"a\\nb" = 1\n' + KEYWORDS: ('"a b"',),
    HEAD + "licence = 1\n" + KEYWORDS: ("licence", "a whole number"),
    HEAD + "sources = 'me'\n" + KEYWORDS: ("sources", "must be a list", "a text"),
    HEAD + "sources = [2026-01-01]\n" + KEYWORDS: ("sources", "a date or time"),
    # keywords
    HEAD: ("keywords", "missing", "[keywords]"),
    HEAD + 'keywords = ["Python"]\n': ("keywords", "must be a table", "a list"),
    HEAD + "[keywords]\nmusts = []\n": ("keywords", '"musts"', 'did you mean "must"?'),
    HEAD + '[keywords]\nmust = "Python"\n': ("keywords: must", 'write must = ["…", "…"]'),
    HEAD + "[keywords]\nmust = [1.5]\n": ("keywords: must", "a number"),
    HEAD + "[keywords]\nmust = [true]\n": ("keywords: must", "true or false"),
    HEAD + '[keywords]\nmust = [["Python"]]\n': ("keywords: must", "a list"),
    HEAD + '[keywords]\nmust = [""]\n': ("keywords: must", "empty text"),
    HEAD + f'[keywords]\nmust = ["{"x" * 201}"]\n': ("keywords: must", "longer than 200", "xxx…"),
    HEAD + '[keywords]\nmust = ["Go", "go"]\n': ("keywords: must", '"go"', "twice", "take one out"),
    HEAD + '[keywords]\nmust = ["Go"]\ngood = ["Go"]\n': ("keywords: good", '"Go"', "in must"),
    HEAD + '[keywords]\nmust = ["Go | "]\n': ("keywords: must", "lacks a name beside a bar"),
    HEAD + '[keywords]\nmust = ["Go | go"]\n': ("keywords: must", "the same thing twice"),
    HEAD + "[keywords]\nmust = [{ weight = 1 }]\n": ("keywords: must: term", "missing"),
    HEAD + '[keywords]\nmust = [{ trem = "Go" }]\n': ("keywords: must", 'did you mean "term"?'),
    HEAD + '[keywords]\nmust = [{ term = "Go", weight = 0 }]\n': ("weight", "above 0"),
    HEAD + '[keywords]\nmust = [{ term = "Go", weight = nan }]\n': ("weight", "above 0"),
    HEAD + '[keywords]\nmust = [{ term = "Go", weight = "2" }]\n': ("weight", "without quotes"),
    # groups
    HEAD + "groups = 1\n" + KEYWORDS: ("groups", "list of tables", "[[groups]]"),
    HEAD + "groups = [1]\n" + KEYWORDS: ("groups 1", "must be a table"),
    HEAD + KEYWORDS + '[[groups]]\ntitle = "G"\n': ("groups 1: name", "missing"),
    HEAD + KEYWORDS + GROUP + 'keywords = ["Python"]\n': ("groups 1: weight", "missing"),
    HEAD + KEYWORDS + GROUP + "weight = 1\n": ("groups 1: keywords", "missing"),
    HEAD + KEYWORDS + GROUP + "weight = 1\nkeywords = []\n": ("groups 1: keywords", "empty list"),
    HEAD + KEYWORDS + GROUP + 'weight = 0.4\nkeywords = ["Python"]\n': (
        "groups", "sum to 0.4", "sum to 1",
    ),
    HEAD + KEYWORDS + GROUP + 'weight = 1\nkeywords = ["Pyhton"]\n': (
        "groups 1: keywords", '"Pyhton" is no keyword', 'did you mean "Python"?',
    ),
    HEAD + KEYWORDS + GROUP + 'weight = 1\nkeywords = ["welding"]\n': (
        '"welding" is no keyword', "under [keywords]",
    ),
    HEAD + KEYWORDS + GROUP + 'weight = 1\nkeywords = ["PyTorch", "PyTorch|TensorFlow"]\n': (
        "groups 1: keywords", "twice",
    ),
    HEAD + KEYWORDS + GROUP + 'weight = 1\nkeywords = ["Python"]\n' + GROUP: (
        "groups 2: name", '"g" is the name of another',
    ),
    HEAD + KEYWORDS + GROUP + 'weight = 0.5\nkeywords = ["Python"]\n'
    + '[[groups]]\nname = "h"\ntitle = "H"\nweight = 0.5\nkeywords = ["Python"]\n': (
        "groups 2: keywords", '"Python" stands in the group "g"', "one group",
    ),
    # levels
    HEAD + KEYWORDS + '[[levels]]\nname = "l"\ntitle = "L"\nat_least = 1\n': (
        "levels 1: evidence", "missing",
    ),
    HEAD + KEYWORDS + '[[levels]]\nname = "l"\ntitle = "L"\nat_least = 2\nevidence = ["C++"]\n': (
        "levels 1: at_least", "from 1 to 1",
    ),
    HEAD + KEYWORDS + '[[levels]]\nname = "l"\ntitle = "L"\nevidence = ["C++"]\n': (
        "levels 1: at_least", "missing",
    ),
    HEAD + KEYWORDS + '[[levels]]\nname = "l"\ntitle = "L"\nat_least = 1\nevidance = ["C++"]\n': (
        "levels 1", '"evidance"', 'did you mean "evidence"?',
    ),
    # red flags
    HEAD + KEYWORDS + FLAG: ("red_flags 1", "nothing raises", "pattern = "),
    HEAD + KEYWORDS + FLAG.replace("info", "error") + 'pattern = ["a"]\n': (
        "red_flags 1: severity", '"error"', '"info" or "warning"',
    ),
    HEAD + KEYWORDS + FLAG + 'pattern = "a"\n': ("red_flags 1: pattern", "must be a list"),
    HEAD + KEYWORDS + FLAG + "pattern = [1]\n": ("red_flags 1: pattern", "a whole number"),
    HEAD + KEYWORDS + FLAG + "pattern = [[]]\n": ("red_flags 1: pattern", "1 to 20 tokens"),
    HEAD + KEYWORDS + FLAG + "pattern = [[{}]]\n": ("red_flags 1: pattern", "table with a key"),
    HEAD + KEYWORDS + FLAG + 'pattern = [["a"]]\n': ("red_flags 1: pattern", "table with a key"),
    HEAD + KEYWORDS + FLAG + 'pattern = [[{ TEXT = { REGEX = "(a+)+" } }]]\n': (
        "red_flags 1: pattern", '"TEXT"',
    ),
    HEAD + KEYWORDS + FLAG + 'pattern = [[{ LOWER = { REGEX = "(a+)+" } }]]\n': (
        "red_flags 1: pattern", "IN",
    ),
    HEAD + KEYWORDS + FLAG + 'pattern = [[{ LOWER = "a", OP = "*" }]]\n': (
        "red_flags 1: pattern", 'cannot have "OP"',
    ),
    HEAD + KEYWORDS + FLAG + 'pattern = [[{ LOWR = "a" }]]\n': ('did you mean "LOWER"?',),
    HEAD + KEYWORDS + FLAG + "pattern = [[{ LOWER = { IN = [] } }]]\n": ("IN",),
    HEAD + KEYWORDS + FLAG + "pattern = [[{ LOWER = { IN = [1] } }]]\n": ("a whole number",),
    HEAD + KEYWORDS + FLAG + 'pattern = [[{ LOWER = "two words" }]]\n': ("more than one word",),
    HEAD + KEYWORDS + FLAG + 'pattern = [[{ LIKE_NUM = "yes" }]]\n': ("true or false",),
    HEAD + KEYWORDS + FLAG + 'listed_only = ["Perl"]\n': ("red_flags 1: listed_only", '"Perl"'),
    HEAD + KEYWORDS + FLAG + 'listed_only = ["Python"]\nat_least = 2\n': (
        "red_flags 1: at_least", "more than the 1",
    ),
    # phrasing, resources, advice
    HEAD + KEYWORDS + '[[phrasing]]\nfor = ["Perl"]\ntext = "t"\n': ("phrasing 1: for", '"Perl"'),
    HEAD + KEYWORDS + '[[phrasing]]\nfor = ["Python"]\n': ("phrasing 1: text", "missing"),
    HEAD + KEYWORDS + '[[phrasing]]\ntext = "t"\n': ("phrasing 1: for", "missing"),
    HEAD + KEYWORDS + f'[[phrasing]]\nfor = ["Python"]\ntext = "{"t" * 4001}"\n': ("longer than",),
    HEAD + KEYWORDS + '[[resources]]\ntitle = "R"\nfor = ["Perl"]\n': ("resources 1: for", "Perl"),
    HEAD + KEYWORDS + '[[resources]]\ntitle = "R"\nfor = ["Python"]\nurl = "javascript:x"\n': (
        "resources 1: url", "no web address", "https://",
    ),
    HEAD + KEYWORDS + '[[advice]]\nquestion = "Q?"\n': ("advice 1: answer", "missing"),
    HEAD + KEYWORDS + '[advice]\nquestion = "Q?"\nanswer = "A"\n': ("advice", "[[advice]]"),
    # not TOML at all
    "must = [": ("not valid TOML", "correct that line"),
    "x = " + "[" * 5_000: ("not valid TOML",),
}  # fmt: skip


@pytest.mark.parametrize("text", MISTAKES, ids=lambda text: text.removeprefix(HEAD)[:60])
def test_a_mistake_is_named_with_file_key_and_remedy(text: str) -> None:
    with pytest.raises(PackError) as caught:
        read(text)
    message = str(caught.value)
    assert message.startswith("p.toml: ")
    assert "\n" not in message
    assert "; " in message
    for part in MISTAKES[text]:
        assert part in message


def test_too_many_keywords() -> None:
    names = [f"skill {n}" for n in range(20_001)]
    values = {"schema": 1, "name": "p", "title": "P", "keywords": {"must": names}}
    with pytest.raises(PackError, match="20001 keywords; 20000"):
        read_pack(values, "p.toml")


def test_a_path_beats_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = pack_names()[0]
    monkeypatch.chdir(tmp_path)
    assert load_pack(name).title != "P"
    (tmp_path / name).write_text(HEAD + KEYWORDS, encoding="utf-8")
    assert load_pack(name).title == "P"
    assert load_pack(tmp_path / name).title == "P"


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text(HEAD + KEYWORDS, encoding="utf-8-sig")
    assert load_pack(path).title == "P"


def test_an_unknown_name_names_the_nearest_and_how_to_list_them() -> None:
    with pytest.raises(PackError) as caught:
        load_pack("machine-learnin-research")
    assert 'did you mean "machine-learning-research"?' in str(caught.value)
    assert "atscheck packs list" in str(caught.value)
    with pytest.raises(PackError, match="atscheck packs list"):
        load_pack("zzz")


@pytest.mark.parametrize(
    "name", ["no/such.toml", "none.toml", "./x", "a\0b.toml", "x" * 5_000 + ".toml"]
)
def test_a_path_that_is_no_file(name: str) -> None:
    with pytest.raises(PackError, match="no such file; check the path"):
        load_pack(name)


def test_a_folder_and_an_empty_name_are_no_pack(tmp_path: Path) -> None:
    for name in (tmp_path, str(tmp_path)):
        with pytest.raises(PackError, match="this is a folder"):
            load_pack(name)
    with pytest.raises(PackError, match="no pack of this name"):
        load_pack("")


def test_a_file_that_cannot_be_read_or_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(PackError, match="larger than 1 MiB"):
        load_pack(path)
    path.write_bytes("titel = 'Ä'".encode("utf-16"))
    with pytest.raises(PackError, match="not UTF-8"):
        load_pack(path)
    path.chmod(0)
    if os.geteuid() != 0:
        with pytest.raises(PackError, match="cannot be read"):
            load_pack(path)


def test_shipped_packs_are_read_without_spacy() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from atscheck.skills import load_pack, pack_names\n"
        "for name in pack_names(): load_pack(name)\n"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


KEYS = st.sampled_from(
    "schema name title summary sources licence keywords groups levels red_flags phrasing resources "
    "advice must good term weight evidence at_least message severity pattern unless listed_only "
    "for text url question answer LOWER IN OP IS_DIGIT x".split()
)
SCALARS = st.one_of(
    st.text(max_size=8), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(),
    st.sampled_from(["Python", "Python | Go", "|", "NLP", "info", "p", "https://example.org"]),
)  # fmt: skip


def nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    lists, tables = st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)
    return inner | lists | tables


VALUES = nested(nested(SCALARS))
NEAR_PACKS = st.fixed_dictionaries(
    {"schema": st.just(1), "name": st.just("p"), "title": st.just("P")},
    optional={
        "keywords": st.dictionaries(st.sampled_from(["must", "good"]), VALUES, max_size=2),
        "groups": st.lists(st.dictionaries(KEYS, VALUES, max_size=5), max_size=2),
        "levels": st.lists(st.dictionaries(KEYS, VALUES, max_size=5), max_size=2),
        "red_flags": st.lists(st.dictionaries(KEYS, VALUES, max_size=8), max_size=2),
        "phrasing": VALUES,
        "sources": VALUES,
    },
)


@settings(deadline=None, max_examples=150)
@given(st.dictionaries(KEYS, VALUES, max_size=8) | NEAR_PACKS)
def test_any_table_is_a_pack_or_a_pack_error(values: dict[str, Any]) -> None:
    try:
        pack = read_pack(values, "p.toml")
    except PackError as error:
        assert "\n" not in str(error)
        assert len(str(error)) < 1_000
        return
    assert all(k.terms and k.weight > 0 for k in pack.keywords)
    assert len({k.name for k in pack.keywords}) == len(pack.keywords)


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=12), max_size=6)
)
def test_any_texts_as_keywords_survive_the_way_through_a_file(names: list[str]) -> None:
    def quote(text: str) -> str:
        return '"' + "".join(f"\\U{ord(c):08X}" for c in text) + '"'

    text = HEAD + f"[keywords]\nmust = [{', '.join(map(quote, names))}]\n"
    assert tomllib.loads(text)["keywords"]["must"] == names
    try:
        pack = read(text)
    except PackError:
        return
    assert [k.name for k in pack.keywords] == [
        " | ".join(part.strip() for part in " ".join(n.split()).split("|")) for n in names
    ]
