"""Keywords that several terms are called by, and keywords narrower than their term."""

from __future__ import annotations

from atscheck.skills.lexicon import make_lexicon
from atscheck.skills.model import Term

BROOM = Term(
    "broom making", aliases=("BM",), acronyms=("BMK",), ambiguous=("BMK",), near=("twigs",),
    never_near=("sound",), field="manufacturing",
)  # fmt: skip
BEAM = Term(
    "beam mixing", aliases=("BM",), acronyms=("BMX",), ambiguous=("BMX",), near=("desk",),
    field="design-media",
)  # fmt: skip
KITE = Term("kite flying", aliases=("stunt kite flying",), field="sport")
OTHER = Term("lace knots", field="design-media")
LEXICON = make_lexicon([BROOM, BEAM, KITE, OTHER])


def test_a_shared_name_is_met_by_all_its_owners() -> None:
    term = LEXICON.resolve("BM")
    assert {"broom making", "beam mixing"} <= {*term.aliases, *term.acronyms}
    assert set(term.near) == {"twigs", "desk"}


def test_what_speaks_against_one_owner_says_nothing_of_the_other() -> None:
    assert LEXICON.resolve("BM").never_near == ()


def test_the_other_owners_ambiguous_names_stay_ambiguous() -> None:
    assert {"BMK", "BMX"} <= set(LEXICON.resolve("BM").ambiguous)


def test_the_targets_field_tells_which_owner_is_meant() -> None:
    fields = LEXICON.fields_of(["lace knots"])
    term = LEXICON.resolve("BM", fields)
    assert term.canonical == "beam mixing"
    assert "broom making" not in term.aliases
    assert LEXICON.resolve("BM", {"manufacturing": 2, "design-media": 1}).never_near == ("sound",)


def test_names_of_several_terms_or_of_none_tell_no_field() -> None:
    assert LEXICON.fields_of(["BM", "tulip breeding", "kite flying"]) == {"sport": 1}


def test_a_narrower_name_is_not_met_by_the_wider_one() -> None:
    term = LEXICON.resolve("stunt kite flying")
    assert term.aliases == ()
    assert term.implies == ("kite flying",)


def test_a_marker_of_strength_makes_no_narrower_name() -> None:
    praised = make_lexicon([Term("kite flying", aliases=("excellent kite flying",), field="sport")])
    assert "kite flying" in praised.resolve("excellent kite flying").aliases


def test_a_keyword_is_found_in_either_number() -> None:
    plural = make_lexicon([Term("boiler", field="energy"), Term("boiler suits", field="")])
    assert plural.resolve("boilers").canonical == "boiler"
    assert plural.resolve("boiler suit").canonical == "boiler suits"
    assert plural.resolve("boil") == Term("boil")
