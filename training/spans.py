"""Trains the finder of skills in job postings that is shipped in src/atscheck/models/postings.

    python -m training.spans FOLDER [--out OUT]

FOLDER has train.json and dev.json of SkillSpan (Zhang et al. 2022): a sentence of a posting in each
line. Takes some minutes on one core, and gives the same model each time on the same machine.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

from atscheck.matching import find_terms
from atscheck.matching.spans import features, lexicon_index
from atscheck.matching.tokens import tokenize
from atscheck.resume.model import Passage
from atscheck.skills.lexicon import load_lexicon
from training.tagger import ENCODE, allow_our_spacy

OUT = Path(__file__).parents[1] / "src/atscheck/models/postings"
SEED = 4
EPOCHS = 10
BATCH = 32
"""Sentences per update."""
DROP = 0.4
SWAP = 0.3
"""Share of the terms that are made another."""
LABELS = {"KNOWLEDGE": "tags_knowledge", "SKILL": "tags_skill"}
"""What is found, and the name it has in SkillSpan. A skill over a piece of knowledge is left out:
an entity recogniser's spans do not overlap."""

Spans = frozenset[tuple[int, int]]
"""Spans of a sentence: its words from the first to behind the last."""

# The tagger's network, and as further features of a word its place in a term of the lexicon (TAG)
# and its part of speech (POS). The words themselves are hashed: no vectors.
MODEL = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "nO": None,
    "tok2vec": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "TAG", "POS"],
            "rows": [2500, 500, 1000, 500, 150, 50],
            "include_static_vectors": False,
        },
        "encode": ENCODE,
    },
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a posting, cut into our tokens, and what is annotated in it.

    Attributes:
        posting: which posting it is from.
        text: the words of SkillSpan (commas are none of them), joined by spaces.
        starts: where each of these words starts in ``text``.
        spans: what is annotated by label, in these words, without punctuation at either end.
        words: the same text in our tokens, as written.
        places: where each token stands in ``text``.
        tags, parts: the features of each token, as `features` gives them.
    """

    posting: tuple[str, int]
    text: str
    starts: tuple[int, ...]
    spans: Mapping[str, Spans]
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    tags: tuple[str, ...]
    parts: tuple[str, ...]

    def to_words(self, first: int, last: int) -> tuple[int, int]:
        """The words of SkillSpan that the characters ``first`` to ``last`` (half-open) touch."""
        return bisect_right(self.starts, first) - 1, bisect_right(self.starts, last - 1)

    def biluo(self) -> list[str]:
        """What is annotated, as a tag of each token ("-" where any will do)."""
        tags = ["O"] * len(self.words)
        for label in LABELS:
            for start, end in sorted(self.spans[label]):
                own = [i for i, p in enumerate(self.places) if start < self.to_words(*p)[1] <= end]
                while own and not _is_word(self.words[own[0]]):
                    del own[0]
                while own and not _is_word(self.words[own[-1]]):
                    own.pop()
                free = [i for i in own if tags[i] == "O"]
                marks = [f"I-{label}"] * len(free)
                if len(free) < len(own):
                    marks = ["-"] * len(free)
                elif len(own) == 1:
                    marks = [f"U-{label}"]
                elif own:
                    marks[0], marks[-1] = f"B-{label}", f"L-{label}"
                for index, mark in zip(free, marks, strict=True):
                    tags[index] = mark
        return tags


def main() -> None:
    """Train, measure and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    sentences = list(read(options.folder / "train.json"))
    started = time.monotonic()
    dev = list(read(options.folder / "dev.json"))
    seconds = time.monotonic() - started
    nlp = train(sentences, dev)
    started = time.monotonic()
    found = {label: predicted(nlp, dev, label) for label in LABELS}
    seconds += (time.monotonic() - started) / len(LABELS)
    performance = measured(found, dev)
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
    size = sum(path.stat().st_size for path in options.out.rglob("*") if path.is_file())
    for name, figures in performance.items():
        print(name, json.dumps(figures))
    postings = len({s.posting for s in dev})
    print(f"{size / 1e6:.1f} MB, {1000 * seconds / postings:.0f} ms per posting")


def measured(
    found: Mapping[str, Sequence[Spans]], dev: Sequence[Sentence]
) -> dict[str, dict[str, float]]:
    """How right is what the model finds, what the lexicon finds, and what both do.

    Knowledge but for "skill". "either" is the model's spans and those of the lexicon that touch
    none of them, "lexicon_where_model" the lexicon's that do touch one.
    """
    model = found["KNOWLEDGE"]
    gold = [s.spans["KNOWLEDGE"] for s in dev]
    known = [lexicon_spans(s) for s in dev]
    pairs = list(zip(model, known, strict=True))
    return {
        "knowledge": score(model, gold),
        "lexicon": score(known, gold),
        "either": score([f | (k - touching(k, f)) for f, k in pairs], gold),
        "lexicon_where_model": score([touching(k, f) for f, k in pairs], gold),
        "skill": score(found["SKILL"], [s.spans["SKILL"] for s in dev]),
    }


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a file of SkillSpan, those without a word of ours left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words: list[str] = row["tokens"]
        text = " ".join(words)
        starts = tuple(accumulate((len(word) + 1 for word in words[:-1]), initial=0))
        tokens = tokenize(text, lexicon_index().vocabulary)
        written = [text[t.start : t.end] for t in tokens]
        if tokens:
            yield Sentence(
                (row["source"], row["idx"]), text, starts,
                {label: frozenset(_spans(words, row[key])) for label, key in LABELS.items()},
                tuple(written),
                tuple((t.start, t.end) for t in tokens),
                *features(written, tokens),
            )  # fmt: skip


def train(sentences: Sequence[Sentence], dev: Sequence[Sentence]) -> Language:
    """A pipeline of one entity recogniser, trained on ``sentences``, the weights averaged."""
    fix_random_seed(SEED)
    chance = random.Random(SEED)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner", config={"model": MODEL})
    nlp.initialize(lambda: [_example(nlp, s) for s in sentences])
    steps = EPOCHS * (len(sentences) // BATCH + 1)
    optimizer = Adam(0.002, L2=0.01, grad_clip=1.0, use_averages=True)
    step, started = 0, time.monotonic()
    for epoch in range(EPOCHS):
        order = list(sentences)
        chance.shuffle(order)
        losses: dict[str, float] = {}
        for first in range(0, len(order), BATCH):
            step += 1
            optimizer.learn_rate = 0.002 * min(1.0, step / 200) * (1.02 - step / steps)
            examples = [_example(nlp, varied(s, chance)) for s in order[first : first + BATCH]]
            nlp.update(examples, sgd=optimizer, drop=DROP, losses=losses)
        with nlp.use_params(optimizer.averages):
            reached = [
                score(predicted(nlp, dev, label), [s.spans[label] for s in dev])["f1"]
                for label in LABELS
            ]
        print(
            f"epoch {epoch + 1}: loss {losses['ner']:.0f}, {time.monotonic() - started:.0f} s, "
            f"F1 {reached}",
            flush=True,
        )
    with nlp.use_params(optimizer.averages):
        averaged = nlp.to_bytes()
    return nlp.from_bytes(averaged)


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


def predicted(nlp: Language, sentences: Sequence[Sentence], label: str) -> list[Spans]:
    """The spans that the model gives ``label`` in each sentence."""
    docs = nlp.pipe(_doc(nlp, s) for s in sentences)
    return [
        frozenset(
            s.to_words(s.places[e.start][0], s.places[e.end - 1][1])
            for e in doc.ents
            if e.label_ == label
        )
        for doc, s in zip(docs, sentences, strict=True)
    ]


def lexicon_spans(sentence: Sentence) -> Spans:
    """The spans of the terms that the lexicon's matching finds, none inside a longer one."""
    length = len(sentence.text)
    passage = Passage("sentence", "experience", sentence.text, tuple(range(length)), (0, 0))
    found = {
        sentence.to_words(e.span.start, e.span.end)
        for places in find_terms([passage]).values()
        for e in places
        if e.status == "found" and e.form != "implied"
    }
    return frozenset(
        s for s in found if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in found)
    )


def touching(spans: Spans, others: Spans) -> Spans:
    """Those of ``spans`` that have a word in common with one of ``others``."""
    return frozenset(s for s in spans if any(s[0] < o[1] and o[0] < s[1] for o in others))


def score(found: Iterable[Spans], gold: Iterable[Spans]) -> dict[str, float]:
    """Precision, recall and F1 of exact spans; and both of spans that touch one, 0 to 1."""
    pairs = list(zip(found, gold, strict=True))
    claims, asked = sum(len(f) for f, _ in pairs) or 1, sum(len(g) for _, g in pairs)
    right = sum(len(f & g) for f, g in pairs)
    near = sum(len(touching(f, g)) for f, g in pairs)
    reached = sum(len(touching(g, f)) for f, g in pairs)
    return {
        "precision": round(right / claims, 3),
        "recall": round(right / asked, 3),
        "f1": round(2 * right / (claims + asked), 3),
        "touching_precision": round(near / claims, 3),
        "touching_recall": round(reached / asked, 3),
    }


def _spans(words: Sequence[str], tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The spans that BIO tags mark, without words that are punctuation at either end."""
    starts = [i for i, tag in enumerate(tags) if tag == "B"]
    for start in starts:
        end = start + 1
        while end < len(tags) and tags[end] == "I":
            end += 1
        first = start
        while end > first and not _is_word(words[end - 1]):
            end -= 1
        while first < end and not _is_word(words[first]):
            first += 1
        if first < end:
            yield first, end


def _is_word(word: str) -> bool:
    return any(map(str.isalnum, word))


@cache
def _names() -> dict[str, list[str]]:
    """The lexicon's terms of one word, by the tag that `features` gives them."""
    names: dict[str, list[str]] = {}
    for term in load_lexicon().terms.values():
        if not term.context and len(tokenize(term.name, lexicon_index().vocabulary)) == 1:
            names.setdefault(f"B-{term.field}", []).append(term.name)
    return names


def _doc(nlp: Language, sentence: Sentence) -> Doc:
    words, tags, parts = map(list, (sentence.words, sentence.tags, sentence.parts))
    return Doc(nlp.vocab, words=words, tags=tags, pos=parts)


def _example(nlp: Language, sentence: Sentence) -> Example:
    return Example.from_dict(_doc(nlp, sentence), {"entities": sentence.biluo()})


if __name__ == "__main__":
    main()
