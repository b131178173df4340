"""The spaCy pipeline component."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

TEXT = "Built models with torch and scikit-learn.\nShipped Machine\u00a0Learning in C++17 on k8s.\n"


def marked(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    doc = nlp(text)
    return [(s.text, s.label_, s.kb_id_) for s in doc.spans["atscheck_keywords"]]


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("atscheck_keywords")
    return pipeline


def test_marks_terms_with_their_names_and_forms(nlp: Language) -> None:
    found = marked(nlp, TEXT)
    assert ("scikit-learn", "scikit-learn", "exact") in found
    assert ("Machine\u00a0Learning", "machine learning", "exact") in found
    assert ("k8s", "Kubernetes", "alias") in found
    assert any(label == "C++" and text.startswith("C++") for text, label, _ in found)


def test_negated_claims_and_everyday_words_are_not_marked(nlp: Language) -> None:
    assert not marked(nlp, "I have no experience with Kubernetes.")
    assert not [
        m for m in marked(nlp, "Express interest, excel at teamwork.") if m[1] != "teamwork"
    ]


def test_works_in_any_language_and_on_any_text() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("atscheck_keywords")
    assert ("Python", "Python", "exact") in marked(nlp, "Programmiert in Python und Java")
    assert marked(nlp, "") == []
    assert marked(nlp, "\n\n \u00ad\u200b\n") == []


def test_pack_restricts_the_labels(tmp_path: Path) -> None:
    pack = tmp_path / "mine.toml"
    pack.write_text(
        'schema = 1\nname = "mine"\ntitle = "Mine"\n[keywords]\nmust = ["NLP"]\ngood = []\n'
    )
    nlp = spacy.blank("en")
    nlp.add_pipe("atscheck_keywords", config={"pack": str(pack)})
    assert marked(nlp, "Python for natural language processing") == [
        ("natural language processing", "NLP", "acronym")
    ]


def test_is_saved_and_loaded_with_its_pipeline(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert marked(spacy.load(tmp_path), TEXT) == marked(nlp, TEXT)
