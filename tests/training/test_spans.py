"""Sentences of SkillSpan in our tokens, with what the network is told and asked."""

from __future__ import annotations

import json
import random
from pathlib import Path

from training.spans import Sentence, measured, read, score, touching, train, varied

ROWS = [
    ("Knowledge of Docker and well-known laws .", "OOBOOOO", "OOOOOOO"),
    ("work with Kubernetes ( k8s )", "OOBIII", "BIIOOO"),
    ("write tests", "OO", "BI"),
]


def _read(folder: Path) -> list[Sentence]:
    rows = [
        {
            "idx": 1, "source": "tech", "tokens": text.split(),
            "tags_knowledge": list(known), "tags_skill": list(skill),
        }
        for text, known, skill in ROWS
    ]  # fmt: skip
    path = folder / "rows.json"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return list(read(path))


def test_words_are_ours_and_spans_are_skillspans(tmp_path: Path) -> None:
    first, second, third = _read(tmp_path)
    assert first.words == ("Knowledge", "of", "Docker", "and", "well", "known", "laws", ".")
    assert first.spans == {"KNOWLEDGE": {(2, 3)}, "SKILL": frozenset()}
    assert first.biluo()[2] == "U-KNOWLEDGE"
    assert first.tags[2] == "B-software"
    assert second.spans["KNOWLEDGE"] == {(2, 5)}  # without the bracket behind it
    assert second.biluo() == ["-", "-", "B-KNOWLEDGE", "I-KNOWLEDGE", "L-KNOWLEDGE", "O"]
    assert third.biluo() == ["B-SKILL", "L-SKILL"]


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
    first, second = (train(sentences, sentences[:3]) for _ in range(2))
    assert first.get_pipe("ner").to_bytes() == second.get_pipe("ner").to_bytes()
    nothing = [frozenset[tuple[int, int]]()] * 3
    figures = measured({"KNOWLEDGE": nothing, "SKILL": nothing}, sentences[:3])
    assert figures["lexicon"]["recall"] > 0
