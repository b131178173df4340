"""Misspelt words: which are found, and which words are none."""

from __future__ import annotations

import json

import pytest
from spellchecker import SpellChecker

from atscheck.checks.wording import vocabulary
from atscheck.checks.wording.vocabulary import Frequencies, correction, is_known
from atscheck.documents.assemble import from_text
from tests.checks.facts import found
from tests.checks.misspellings import MISSPELT

HEAD = "Jane Example\njane@example.org\n\nEXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n"


@pytest.mark.parametrize("indent", [0, None])
def test_words_are_found_in_a_list_of_any_form(indent: int | None) -> None:
    times = {"né": 9, "ab": 12, "ab's": 3, "abc": 1}
    found = Frequencies(json.dumps(times, indent=indent, ensure_ascii=indent is None))
    assert {word: found.get(word, 0) for word in (*times, "", "a", "{", "zz")} == {
        **times, "": 0, "a": 0, "{": 0, "zz": 0,
    }  # fmt: skip
    assert "ab" in found
    assert "a" not in found


def test_most_common_misspellings_are_found_and_none_is_corrected_wrongly() -> None:
    meant = {w: None if is_known(w) else correction(w) for w in MISSPELT}
    right = sum(meant[wrong] == word for wrong, word in MISSPELT.items())
    wrongly = {w: other for w, other in meant.items() if other not in (None, MISSPELT[w])}
    assert right >= 0.9 * len(MISSPELT)
    assert wrongly == {}


@pytest.mark.parametrize(
    "word",
    """analyse backend benefitted colour cybersecurity dataset enrolment focussed fulfilment
    handover healthcare hyperparameter kubernetes labelling localised microservices modelled
    multidisciplinary neurodiverse onboarding organisational programme reconfigurability
    retargeting scalability spearheaded telehealth timesheets travelled uncategorised upskilling
    workstream""".split(),
)
def test_words_of_any_spelling_are_known(word: str) -> None:
    assert is_known(word)


@pytest.mark.parametrize(
    "line",
    [
        "- Trained colleagues at Managment House.",
        "- Wrote MANAGMENT in the report.",
        "- Read managment.docx and www.managment.example.",
        "- Wrote to managment@example.org, and managment/index.",
        '- Wrote the guide "On managment of time".',
        "- Cut e-managment of self-managment.",
        "- Did manage ment of plans and deve lopment of tools.",
        "- Did workingin teams and customersand sales.",
        "- Did the eicient and arming work.",
        "- Le managment de la société et la comunication avec les clients.",
    ],
)
def test_what_is_no_slip(line: str) -> None:
    assert found("WR501", HEAD + line) == []


@pytest.mark.parametrize(
    "line", ["- Did managment of plans.", "- Managment of plans.", "- It led. Managment of plans."]
)
def test_a_capital_may_be_that_of_the_sentence(line: str) -> None:
    assert found("WR501", HEAD + line)


def test_jargon_is_no_slip_and_the_user_says_how_often_it_stands() -> None:
    text = HEAD + "- Did managment.\n- Led managment.\n- Saw managment."
    assert found("WR501", text) == []


def test_one_finding_names_the_slips_with_what_was_meant() -> None:
    (finding,) = found("WR501", HEAD + "- Recieved prizes for managment.\n- Did managment.")
    assert finding.message == 'misspelt: "Recieved", "managment"'
    assert finding.suggestion is not None
    assert (
        'write "Received" for "Recieved"; write "management" for "managment"' in finding.suggestion
    )


def test_a_misspelt_keyword_is_told_by_its_own_rule() -> None:
    document = from_text(HEAD + "- Built neural nets in tensorfow with a team, and did managment.")
    (finding,) = found("WR501", document, must=("TensorFlow",))
    assert finding.message == 'misspelt: "managment"'


def test_the_speller_is_that_of_the_library() -> None:
    """Its list is read and its slips are made here, for speed; they are to stay the library's."""
    library = SpellChecker(language="en", distance=1)
    for word in ("recieve", "managment", "o'clok", "teh", "a", "na\u00efve"):
        assert set(vocabulary._edits(word)) == set(library.edit_distance_1(word)), word
    known = library.word_frequency.dictionary
    for word in (*list(known)[::500], "recieve", "zzzz"):
        assert vocabulary._dictionary().get(word, 0) == known.get(word, 0), word
