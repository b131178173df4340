"""The spaCy pipeline component."""

from __future__ import annotations

import copy
import re
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from atscheck.errors import PackError

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


def test_is_saved_and_loaded_with_its_pipeline(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("atscheck_keywords", config={"statuses": ["negated"], "spans_key": "not_claimed"})
    nlp.to_disk(tmp_path)
    doc = spacy.load(tmp_path)("No experience with Kubernetes. Ran Docker.")
    assert [s.label_ for s in doc.spans["not_claimed"]] == ["Kubernetes"]


def test_spans_tell_form_status_and_weakness() -> None:
    nlp = spacy.blank("en")
    statuses = ["found", "ambiguous", "negated"]
    nlp.add_pipe("atscheck_keywords", config={"statuses": statuses})
    doc = nlp(
        "Currently learning Rust. No experience with k8s.\nRan Docker. Ran the booth called Go."
    )
    told = {
        s.label_: (s._.atscheck_form, s._.atscheck_status, s._.atscheck_weak)
        for s in doc.spans["atscheck_keywords"]
    }
    assert told["Rust"] == ("exact", "found", True)
    assert told["Kubernetes"] == ("alias", "negated", False)
    assert told["Docker"] == ("exact", "found", False)
    assert told["Go"] == ("exact", "ambiguous", False)


def test_two_components_keep_apart(tmp_path: Path) -> None:
    pack = tmp_path / "mine.toml"
    pack.write_text('schema = 1\nname = "m"\ntitle = "M"\n[keywords]\nmust = ["SQL"]\ngood = []\n')
    nlp = spacy.blank("de")
    nlp.add_pipe("atscheck_keywords")
    config = {"pack": str(pack), "spans_key": "mine"}
    nlp.add_pipe("atscheck_keywords", name="mine", config=config)
    doc = nlp("Python und SQL")
    assert [s.label_ for s in doc.spans["mine"]] == ["SQL"]
    assert {"Python", "SQL"} <= {s.label_ for s in doc.spans["atscheck_keywords"]}


def test_an_unknown_pack_is_an_error_that_says_so() -> None:
    with pytest.raises(PackError, match="no-such-pack"):
        spacy.blank("en").add_pipe("atscheck_keywords", config={"pack": "no-such-pack"})


def test_docs_and_component_survive_being_sent_to_a_process(nlp: Language) -> None:
    doc = nlp("Currently learning Rust")
    sent = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    (span,) = sent.spans["atscheck_keywords"]
    assert (span.label_, span._.atscheck_status, span._.atscheck_weak) == ("Rust", "found", True)
    component = copy.deepcopy(nlp.get_pipe("atscheck_keywords"))
    again = component(nlp.make_doc(doc.text))
    assert [s.label_ for s in again.spans["atscheck_keywords"]] == ["Rust"]


def test_many_texts_in_two_processes_come_out_in_order(nlp: Language) -> None:
    texts = ["Python", "nothing", "Currently learning Rust", TEXT] * 3
    told = [
        [(s.text, s.label_, s.kb_id_, s._.atscheck_weak) for s in doc.spans["atscheck_keywords"]]
        for doc in nlp.pipe(texts, n_process=2, batch_size=2)
    ]
    assert [[one[:3] for one in doc] for doc in told] == [marked(nlp, text) for text in texts]
    assert told[2][0][3] is True


def test_the_page_shows_what_its_example_prints(capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parents[2] / "docs/spacy.md").read_text("utf-8")
    code = re.search(r"```python\n(.*?)```", page, re.S)
    shown = re.search(r"```text\n(.*?)```", page, re.S)
    assert code and shown
    exec(code[1], {})  # noqa: S102 (our own page)
    assert capsys.readouterr().out == shown[1]
