"""Sentences of a treebank in our tokens, cut and rewritten like the lines of a resume."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from training.treebank import Sentence, like_a_resume, read_conllu

ROWS = """\
# text = I don't run well-known shops.
1	I	I	PRON	PRP	_	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	run	run	VERB	VB	_	0	root	_	_
5	well	well	ADV	RB	_	7	advmod	_	_
6	-	-	PUNCT	HYPH	_	7	punct	_	_
7	known	known	ADJ	JJ	_	8	amod	_	_
8	shops	shop	NOUN	NNS	_	4	obj	_	_
9	.	.	PUNCT	.	_	4	punct	_	_

"""


@pytest.fixture
def sentence(tmp_path: Path) -> Sentence:
    path = tmp_path / "one.conllu"
    path.write_text(ROWS, encoding="utf-8")
    (read,) = read_conllu(path)
    return read


def test_words_are_ours_and_tags_the_treebanks(sentence: Sentence) -> None:
    assert sentence.words == ("I", "don't", "run", "well", "known", "shops", ".")
    assert sentence.tags == ("PRON", "AUX", "VERB", "ADV", "ADJ", "NOUN", "PUNCT")
    assert sentence.heads == (2, 2, -1, 4, 5, 2, 2)
    assert sentence.slots == ("", "", "verb", "", "adjective", "", "")


def test_rewriting_keeps_the_tags_beside_their_words(sentence: Sentence) -> None:
    tags = dict(zip(map(str.casefold, sentence.words), sentence.tags, strict=True))
    lengths, firsts = set(), set()
    for seed in range(200):
        made = like_a_resume(sentence, random.Random(seed))
        assert len(made.words) == len(made.tags) == len(made.heads) == len(made.slots) > 0
        for word, tag in zip(made.words, made.tags, strict=True):
            assert tags.get(word.casefold(), tag) == tag
        lengths.add(len(made.words))
        firsts.add(made.words[0])
    assert len(lengths) > 3
    assert {"Run", "I", "•"} <= firsts


def test_same_seed_gives_the_same_sentence(sentence: Sentence) -> None:
    assert like_a_resume(sentence, random.Random(7)) == like_a_resume(sentence, random.Random(7))
