"""What holds of matching whatever the resume says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from atscheck.documents.assemble import from_text
from atscheck.matching import find_terms, match
from atscheck.matching.model import Matches
from atscheck.matching.surfaces import spellings, surfaces_of
from atscheck.resume import parse
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Keyword, Target

SKILLS = ("Python", "R", "Go", "machine learning", "NLP", "C++", "Microsoft Excel", "teamwork")
WORDS = (*SKILLS, "ran", "no", "with", "and", ",", ".", "(", ")", "Excel", "5", "%", "models", "ML")
TARGET = Target(
    "pack", "t", "T", tuple(Keyword(s, (load_lexicon().resolve(s),), "must") for s in SKILLS)
)
HEAD = "Ana Example\nana@example.org\n\nEXPERIENCE\n"
# The first example builds the index.
relaxed = settings(max_examples=50, deadline=None)
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)


def matches(text: str) -> Matches:
    return match(parse(from_text(HEAD + text)), TARGET)


def found(text: str) -> set[str]:
    return {m.keyword.name for m in matches(text).keywords if m.found}


@relaxed
@given(st.text(max_size=300))
def test_any_text_is_matched_and_evidence_lies_in_it(text: str) -> None:
    resume = parse(from_text(HEAD + text))
    for met in match(resume, TARGET).keywords:
        for evidence in met.evidence:
            assert resume.document.quote(evidence.span).strip()


@relaxed
@given(sentences)
def test_matching_is_deterministic(text: str) -> None:
    assert matches(text) == matches(text)


@relaxed
@given(sentences, st.sampled_from(SKILLS), st.sampled_from(["No experience with", "Never used"]))
def test_a_skill_that_is_denied_adds_nothing(text: str, skill: str, cue: str) -> None:
    assert found(f"• {text}\n• {cue} {skill}.\n") <= found(f"• {text}\n")


@relaxed
@given(sentences, sentences)
def test_another_statement_takes_nothing_away(text: str, other: str) -> None:
    both = found(f"• Did {text}\n• Did {other}\n")
    assert found(f"• Did {text}\n") <= both
    assert found(f"• Did {other}\n") <= both


@settings(max_examples=10, deadline=None)
@given(sentences, st.integers(100, 300))
def test_long_lines_are_matched_as_short_ones(text: str, times: int) -> None:
    assert found(f"• Did {text}\n") <= found("• Did " + f"{text} . " * times)


plain = sorted(name for name, term in load_lexicon().terms.items() if not term.context)
"""The terms that are no everyday words: of the others the fields around them tell the sense."""


@settings(max_examples=15, deadline=None)  # each builds an index, so each tries several terms
@given(st.lists(st.sampled_from(plain), min_size=1, max_size=9, unique=True))
def test_every_plain_term_is_met_by_its_own_name_in_a_list(names: list[str]) -> None:
    resume = parse(from_text(f"Ana Example\n\nSKILLS\nPython, {', '.join(names)}, SQL\n"))
    keywords = tuple(Keyword(name, (load_lexicon().resolve(name),), "must") for name in names)
    met = match(resume, Target("pack", "t", "T", keywords)).keywords
    assert [m.keyword.name for m in met if m.status == "found"] == names
    assert find_terms(resume.passages).keys() >= set(names)


@relaxed
@given(st.sampled_from(sorted(load_lexicon().terms)))
def test_every_surface_is_among_its_spellings(name: str) -> None:
    for surface in surfaces_of(load_lexicon().terms[name]):
        ways = list(spellings(surface.text))
        assert ways[0] == surface.text
        assert all(way.strip() for way in ways)
