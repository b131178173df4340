"""Trains the finder of skills in job postings that is shipped in src/atscheck/models/postings.

    python -m training.spans FOLDER [--out OUT]

FOLDER has train.json and dev.json of SkillSpan. Takes some minutes on one core, and gives the same
model each time on the same machine and with the same lexicon.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, NumpyOps, fix_random_seed, set_current_ops, set_dropout_rate

from atscheck.matching.marks import MARKS
from atscheck.matching.spans import lexicon_index
from atscheck.matching.tokens import tokenize
from atscheck.skills.lexicon import load_lexicon
from training.chain import Rows, marginals
from training.skillspan import Sentence, find, lexicon_spans, measured, read
from training.tagger import allow_our_spacy

OUT = Path(__file__).parents[1] / "src/atscheck/models/postings"
NETWORKS = 3
"""How many networks are shipped; the mean of what they say counts."""
EPOCHS = 10
BATCH = 32
"""Sentences per update."""
DROP = 0.4
SCALE = 20
"""By how much slopes are raised; what exceeds a norm of 1 in a layer is clipped."""
SWAP = 0.3
"""Share of the terms that are made another."""

# A convolutional network over hashed words, prefixes, suffixes and shapes, and as further features
# of a word its place in a term of the lexicon (TAG) and its part of speech (POS); each word sees
# six to either side. No vectors.
MODEL = {
    "@architectures": "spacy.Tagger.v2",
    "normalize": True,
    "tok2vec": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 64,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "TAG", "POS"],
            "rows": [2500, 500, 1000, 500, 150, 50],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 64,
            "depth": 3,
            "window_size": 2,
            "maxout_pieces": 3,
        },
    },
}


class Numpy(NumpyOps):
    """Thinc's operations, but the product of matrices numpy's, several times as fast here."""

    def gemm(
        self, x: Rows, y: Rows, out: Rows | None = None, trans1: bool = False, trans2: bool = False
    ) -> Rows:
        """The product, each matrix turned where so told."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


def main() -> None:
    """Train, measure and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    set_current_ops(Numpy())
    nlp = train(read(options.folder / "train.json"))
    dev = read(options.folder / "dev.json")
    performance = measured(find(nlp, dev), [lexicon_spans(s) for s in dev], dev)
    nlp.meta.update(
        name="posting_skills",
        license="MIT",
        sources=[
            {
                "name": "SkillSpan",
                "url": "https://github.com/kris927b/SkillSpan",
                "author": "Mike Zhang, Kristian Nørgaard Jensen, Sif Dam Sonniks, Barbara Plank",
                "license": "MIT",
            }
        ],
        performance=performance,
    )
    nlp.to_disk(options.out, exclude=["vocab", "tokenizer"])
    allow_our_spacy(options.out / "meta.json")
    for label, finders in performance.items():
        for name, figures in finders.items():
            print(f"{label} by {name}", json.dumps(figures))


def train(sentences: Sequence[Sentence]) -> Language:
    """A pipeline of `NETWORKS`, trained on ``sentences`` from different starts."""
    nlp = spacy.blank("en")
    for number in range(NETWORKS):
        add_network(nlp, sentences, seed=number + 1)
    return nlp


def add_network(nlp: Language, sentences: Sequence[Sentence], *, seed: int) -> None:
    """Add a network to ``nlp``, trained on the marks of ``sentences``.

    Only marks that go together count in what it learns from (see `marginals`). Its weights are the
    averages over all updates.
    """
    fix_random_seed(seed)
    chance = random.Random(seed)
    pipe = nlp.add_pipe("tagger", name=f"marks_{seed}", config={"model": MODEL})
    sample = [Example(doc, doc) for doc in (_doc(nlp, s) for s in sentences[:10])]
    pipe.initialize(lambda: sample, nlp=nlp, labels=MARKS)
    model = pipe.model
    set_dropout_rate(model, DROP)
    steps = EPOCHS * (len(sentences) // BATCH + 1)
    optimizer = Adam(0.002, L2=0.01, grad_clip=1.0, use_averages=True)
    step, started = 0, time.monotonic()
    for epoch in range(EPOCHS):
        order = list(range(len(sentences)))
        chance.shuffle(order)
        miss = 0.0
        for first in range(0, len(order), BATCH):
            step += 1
            optimizer.learn_rate = 0.002 * min(1.0, step / 200) * (1.02 - step / steps)
            batch = order[first : first + BATCH]
            docs = [_doc(nlp, varied(sentences[i], chance)) for i in batch]
            told, learn = model.begin_update(docs)
            words = sum(map(len, docs))
            slopes = [
                _slope(rows, sentences[i]) for i, rows in zip(batch, marginals(told), strict=True)
            ]
            learn([SCALE * slope / words for slope in slopes])
            model.finish_update(optimizer)
            miss += sum(float(np.abs(slope).sum()) for slope in slopes) / 2
        print(
            f"{pipe.name}, epoch {epoch + 1}: {miss:.0f} marks missed, "
            f"{time.monotonic() - started:.0f} s",
            flush=True,
        )
    with model.use_params(optimizer.averages):
        averaged = model.to_bytes()
    model.from_bytes(averaged)


def varied(sentence: Sentence, chance: random.Random) -> Sentence:
    """``sentence`` with other terms, now and then in lower case or with capitals.

    A term of one word is made another of its field ("Docker", "Ansible"), so that the network
    learns to go by the lexicon and by the words around, not by the few names that it has seen.
    """
    words = list(sentence.words)
    for index, tag in enumerate(sentence.tags):
        names = _names().get(tag)
        alone = names and sentence.tags[index + 1 : index + 2] != (f"I{tag[1:]}",)
        if names and alone and chance.random() < SWAP:
            words[index] = chance.choice(names)
    draw = chance.random()
    if draw < 0.1:
        words = [word.lower() for word in words]
    elif draw < 0.15:
        words = [word[:1].upper() + word[1:] for word in words]
    return replace(sentence, words=tuple(words))


@cache
def _names() -> dict[str, list[str]]:
    """The lexicon's terms of one word, by the tag that `tell` gives them."""
    names: dict[str, list[str]] = {}
    for term in load_lexicon().terms.values():
        if not term.context and len(tokenize(term.name, lexicon_index().vocabulary)) == 1:
            names.setdefault(f"B-{term.field}", []).append(term.name)
    return names


def _doc(nlp: Language, sentence: Sentence) -> Doc:
    words, tags, parts = map(list, sentence.told)
    return Doc(nlp.vocab, words=words, tags=tags, pos=parts)


def _slope(rows: Rows, sentence: Sentence) -> Rows:
    """What is too much in the chances of the marks; nothing where the mark may be any."""
    slope = rows.copy()
    for row, mark in zip(slope, sentence.marks(), strict=True):
        if mark == "-":
            row[:] = 0
        else:
            row[MARKS.index(mark)] -= 1
    return slope


if __name__ == "__main__":
    main()
