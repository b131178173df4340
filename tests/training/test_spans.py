"""Sentences of SkillSpan in our tokens, with what the network is told and asked."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
from thinc.api import NumpyOps

from training.skillspan import Sentence, lexicon_spans, measured, read, score, touching
from training.spans import Numpy, train, varied

ROWS = [
    ("Knowledge of Docker and well-known laws .", "OOBOOOO", "OOOOOOO"),
    ("work with Kubernetes ( k8s )", "OOBIII", "BIIOOO"),
    ("write tests", "OO", "BI"),
]


def _read(folder: Path) -> list[Sentence]:
    rows = [
        {
            "idx": number, "source": "tech", "tokens": text.split(),
            "tags_knowledge": list(known), "tags_skill": list(skill),
        }
        for number, (text, known, skill) in enumerate(ROWS)
    ]  # fmt: skip
    path = folder / "rows.json"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return read(path)


def test_words_are_ours_and_spans_are_skillspans(tmp_path: Path) -> None:
    first, second, third = _read(tmp_path)
    assert first.words == ("Knowledge", "of", "Docker", "and", "well", "known", "laws", ".")
    assert first.spans == {"KNOWLEDGE": {(2, 3)}, "SKILL": frozenset()}
    assert first.marks()[2] == "U-KNOWLEDGE"
    assert first.tags[2] == "B-software"
    assert second.spans["KNOWLEDGE"] == {(2, 5)}  # without the bracket behind it
    assert second.marks() == ["-", "-", "B-KNOWLEDGE", "I-KNOWLEDGE", "L-KNOWLEDGE", "O"]
    assert third.marks() == ["B-SKILL", "L-SKILL"]


def test_a_term_is_made_another_of_its_field(tmp_path: Path) -> None:
    first, *_ = _read(tmp_path)
    chance = random.Random(1)
    seen = {varied(first, chance).words[2].casefold() for _ in range(40)}
    assert "docker" in seen
    assert len(seen) > 5


def test_scores() -> None:
    found, gold = [frozenset({(0, 2), (4, 5)})], [frozenset({(0, 2), (2, 4), (4, 6)})]
    figures = score(found, gold)
    assert (figures["precision"], figures["recall"], figures["f1"]) == (0.5, 0.333, 0.4)
    assert (figures["touching_precision"], figures["touching_recall"]) == (1, 0.667)
    assert touching(found[0], frozenset({(1, 3)})) == {(0, 2)}


def test_training_is_the_same_each_time(tmp_path: Path) -> None:
    sentences = _read(tmp_path) * 10
    first, second = (train(sentences) for _ in range(2))
    assert first.to_bytes() == second.to_bytes()
    networks = {pipe.model.to_bytes() for _, pipe in first.pipeline}
    assert len(networks) == len(first.pipeline) > 1


def test_what_the_lexicon_has_and_the_model_does_not_is_in_both(tmp_path: Path) -> None:
    sentences = _read(tmp_path)
    laws = [frozenset({(5, 6)}), frozenset[tuple[int, int]](), frozenset[tuple[int, int]]()]
    known = [lexicon_spans(s) for s in sentences]
    figures = measured({"KNOWLEDGE": laws, "SKILL": laws}, known, sentences)["knowledge"]
    assert figures["model"]["recall"] == 0
    assert figures["lexicon"]["recall"] == figures["both"]["recall"] == 0.5
    assert figures["both"]["precision"] < figures["lexicon"]["precision"]


def test_products_are_those_of_thinc() -> None:
    chance = np.random.default_rng(1)
    x, y = chance.random((3, 4), dtype="f"), chance.random((4, 5), dtype="f")
    for turned in ({}, {"trans1": True}, {"trans2": True}):
        a = x.T.copy() if "trans1" in turned else x
        b = y.T.copy() if "trans2" in turned else y
        out = np.empty((3, 5), dtype="f")
        ours, theirs = Numpy().gemm(a, b, out=out, **turned), NumpyOps().gemm(a, b, **turned)
        assert np.allclose(ours, theirs)
        assert ours is out
