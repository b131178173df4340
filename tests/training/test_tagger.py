"""The same data give the same tagger."""

from __future__ import annotations

from training.tagger import score, train
from training.treebank import Sentence

SENTENCES = [
    Sentence(("They", "wrote", "reports", "."), ("PRON", "VERB", "NOUN", "PUNCT"), (1, -1, 1, 1),
             ("", "", "", "")),
    Sentence(("We", "run", "tests"), ("PRON", "VERB", "NOUN"), (1, -1, 1), ("", "verb", "")),
] * 40  # fmt: skip


def test_training_is_the_same_each_time() -> None:
    first, second = train(SENTENCES), train(SENTENCES)
    assert first.get_pipe("tagger").to_bytes() == second.get_pipe("tagger").to_bytes()
    assert score(first, SENTENCES) == score(second, SENTENCES)
