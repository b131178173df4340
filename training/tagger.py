"""Trains the part-of-speech tagger that is shipped in src/atscheck/models/english.

    python -m training.tagger TREEBANK [--out FOLDER]

TREEBANK is a folder with train.conllu and test.conllu of UD English EWT. Takes some minutes on one
core, and gives the same model each time on the same machine.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Collection, Sequence
from importlib.metadata import requires
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch
from thinc.api import Adam

from training.treebank import Sentence, everyday_words, like_a_resume, read_conllu

OUT = Path(__file__).parents[1] / "src/atscheck/models/english"
SEED = 4
EPOCHS = 9
BATCH = 64
"""Sentences per update."""

ENCODE = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": 96,
    "depth": 4,
    "window_size": 1,
    "maxout_pieces": 3,
}
"""The layers of both models: each word sees ``depth`` words to either side."""

# A convolutional network over hashed words, prefixes, suffixes and shapes: no vectors, 3 MB.
MODEL = {
    "@architectures": "spacy.Tagger.v2",
    "normalize": True,
    "tok2vec": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": [2500, 500, 1000, 500],
            "include_static_vectors": False,
        },
        "encode": ENCODE,
    },
}


def main() -> None:
    """Train, measure and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    test = list(read_conllu(options.treebank / "test.conllu"))
    nlp = train(list(read_conllu(options.treebank / "train.conllu")))
    chance = random.Random(SEED)
    rewritten = [like_a_resume(s, chance) for s in test]
    asked = frozenset(w.casefold() for words in everyday_words().values() for w in words)
    accuracy = {
        "test": score(nlp, test),
        "test_like_a_resume": score(nlp, rewritten),
        "everyday_words": score(nlp, rewritten, asked),
    }
    nlp.meta.update(
        name="english_tagger",
        license="CC BY-SA 4.0",
        sources=[{"name": "UD English EWT", "license": "CC BY-SA 4.0"}],
        performance=accuracy,
    )
    nlp.to_disk(options.out, exclude=["vocab", "tokenizer"])
    allow_our_spacy(options.out / "meta.json")
    print(json.dumps(accuracy))


def train(sentences: Sequence[Sentence]) -> Language:
    """A pipeline of one tagger, trained on ``sentences`` rewritten anew in each epoch."""
    fix_random_seed(SEED)
    chance = random.Random(SEED)
    nlp = spacy.blank("en")
    nlp.add_pipe("tagger", config={"model": MODEL})
    nlp.initialize(lambda: [_example(nlp, s) for s in sentences])
    steps = EPOCHS * (len(sentences) // BATCH + 1)
    optimizer = Adam(0.002, L2=0.01, grad_clip=1.0)
    step, started = 0, time.monotonic()
    for epoch in range(EPOCHS):
        order = list(sentences)
        chance.shuffle(order)
        losses: dict[str, float] = {}
        for batch in minibatch(order, BATCH):
            step += 1
            optimizer.learn_rate = 0.002 * min(1.0, step / 200) * (1.02 - step / steps)
            examples = [_example(nlp, like_a_resume(s, chance)) for s in batch]
            nlp.update(examples, sgd=optimizer, drop=0.15, losses=losses)
        print(
            f"epoch {epoch + 1}: loss {losses['tagger']:.0f}, {time.monotonic() - started:.0f} s",
            flush=True,
        )
    return nlp


def score(
    nlp: Language, sentences: Sequence[Sentence], asked: Collection[str] | None = None
) -> float:
    """Share of the words (of those in ``asked``) whose part of speech is told right, 0 to 1."""
    right: list[bool] = []
    docs = nlp.pipe(Doc(nlp.vocab, words=list(s.words)) for s in sentences)
    for doc, sentence in zip(docs, sentences, strict=True):
        right += [
            token.tag_ == tag
            for token, tag in zip(doc, sentence.tags, strict=True)
            if asked is None or token.lower_ in asked
        ]
    return round(sum(right) / len(right), 4)


def allow_our_spacy(path: Path) -> None:
    """Names in meta.json every spaCy that we allow; spaCy itself names none before its own."""
    meta = json.loads(path.read_text("utf-8"))
    required = next(r for r in requires("atscheck") or () if r.startswith("spacy"))
    meta["spacy_version"] = required.removeprefix("spacy")
    path.write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")


def _example(nlp: Language, sentence: Sentence) -> Example:
    words = list(sentence.words)
    return Example.from_dict(Doc(nlp.vocab, words=words), {"tags": list(sentence.tags)})


if __name__ == "__main__":
    main()
