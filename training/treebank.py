"""Sentences of a treebank, cut into our tokens, and made to look like the lines of a resume.

A resume is written in fragments: no subject, no full stop, capitals of all kinds, bullets. A
tagger that has seen sentences only takes the first word of "Lead developer of the shop" for a verb
and every capitalised word for a name. So the sentences are cut and rewritten at random.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from atscheck.data import load_words
from atscheck.matching.tokens import Vocabulary, tokenize

Slot = Literal["verb", "adjective", "name", ""]

_NO_WORDS = Vocabulary.of([])
_BULLETS = "•●-*▪"
_ENDS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words as our tokenizer cuts them, the universal part of speech of each, and the tree.

    Attributes:
        heads: index of the word that each depends on, -1 for the root.
        slots: what could stand in the place of each: a "verb" in its plain form, an "adjective"
            before its noun, a "name", or "" for nothing of these.
    """

    words: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    slots: tuple[Slot, ...]

    def cut(self, first: int, last: int) -> Sentence:
        """The words from ``first`` to ``last``, both included."""
        kept = slice(first, last + 1)
        heads = tuple(h - first if first <= h <= last else -1 for h in self.heads[kept])
        return Sentence(self.words[kept], self.tags[kept], heads, self.slots[kept])

    def rewritten(self, change: Callable[[str], str]) -> Sentence:
        """The same sentence, each word changed."""
        return replace(self, words=tuple(map(change, self.words)))


def read_conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        if text:
            yield _aligned(text, [row for row in rows if row[0].isdigit()])


def _aligned(text: str, rows: list[list[str]]) -> Sentence:
    """The sentence in our tokens: each has the part of speech of the first word it holds.

    Ours is "don't" where the treebank has "do" and "n't"; its hyphens are none of our tokens.
    """
    starts: list[int] = []
    at = 0
    for row in rows:
        found = text.find(row[1], at)
        starts.append(found if found >= 0 else at)
        at = starts[-1] + len(row[1]) if found >= 0 else at
    owner: dict[int, int] = {}
    for index, (start, row) in enumerate(zip(starts, rows, strict=True)):
        for offset in range(start, start + len(row[1])):
            owner.setdefault(offset, index)
    tokens = [t for t in tokenize(text, _NO_WORDS) if t.start in owner]
    place: dict[int, int] = {}
    for index, token in enumerate(tokens):
        for offset in range(token.start, token.end):
            if offset in owner:
                place.setdefault(owner[offset], index)
    own = [owner[t.start] for t in tokens]
    return Sentence(
        tuple(text[t.start : t.end] for t in tokens),
        tuple(rows[i][3] for i in own),
        tuple(place.get(int(rows[i][6]) - 1, -1) for i in own),
        tuple(_slot(rows[i]) for i in own),
    )


def _slot(row: Sequence[str]) -> Slot:
    part, fine, relation = row[3], row[4], row[7]
    if part == "VERB" and fine in ("VB", "VBP"):
        return "verb"
    if part == "ADJ" and relation == "amod":
        return "adjective"
    return "name" if fine == "NNP" or (fine == "NN" and relation == "compound") else ""


def like_a_resume(sentence: Sentence, chance: random.Random) -> Sentence:
    """``sentence`` cut to a fragment or not, and written in one of the ways of a resume."""
    if chance.random() < 0.5:
        sentence = _fragment(sentence, chance)
    if chance.random() < 0.4:
        sentence = _with_everyday_word(sentence, chance)
    if len(sentence.words) > 1 and sentence.words[-1] in _ENDS and chance.random() < 0.6:
        sentence = sentence.cut(0, len(sentence.words) - 2)
    change: Callable[[str], str] = chance.choices(
        [str, str.lower, _capitalised, str.upper], weights=[70, 10, 14, 6]
    )[0]
    sentence = sentence.rewritten(change)
    if chance.random() < 0.7:
        first, *others = sentence.words
        sentence = replace(sentence, words=(_capitalised(first), *others))
    if chance.random() < 0.15:
        bullet = chance.choice(_BULLETS)
        heads = tuple(h + 1 if h >= 0 else h for h in sentence.heads)
        sentence = Sentence(
            (bullet, *sentence.words), ("PUNCT", *sentence.tags), (-1, *heads),
            ("", *sentence.slots),
        )  # fmt: skip
    return sentence


def everyday_words() -> dict[Slot, list[str]]:
    """The names of tools that are everyday words too, by the places in which they may stand."""
    words = load_words("context")
    names = [word.capitalize() for word in (*words["verbs"], *words["adjectives"])]
    return {"verb": words["verbs"], "adjective": words["adjectives"], "name": names}


def _with_everyday_word(sentence: Sentence, chance: random.Random) -> Sentence:
    """A word, often the first that can be, made "spark" where it is a verb, "Spark" where a name.

    So the tagger learns to go by the words around it: the treebank's "Excel" is always the program.
    """
    places = [index for index, slot in enumerate(sentence.slots) if slot]
    if not places:
        return sentence
    place = places[0] if chance.random() < 0.5 else chance.choice(places)
    slot, words, tags = sentence.slots[place], list(sentence.words), list(sentence.tags)
    words[place] = chance.choice(everyday_words()[slot])
    tags[place] = "PROPN" if slot == "name" else tags[place]
    return replace(sentence, words=tuple(words), tags=tuple(tags))


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]


def _fragment(sentence: Sentence, chance: random.Random) -> Sentence:
    """A phrase of the sentence: a verb with what follows it, or a noun with what belongs to it."""
    tops = [i for i, tag in enumerate(sentence.tags) if tag in ("VERB", "NOUN", "PROPN")]
    if not tops:
        return sentence
    top = chance.choice(tops)
    inside = _subtree(sentence, top)
    first = top if sentence.tags[top] == "VERB" else min(inside)
    last = top
    while last + 1 in inside:
        last += 1
    if set(range(first, last + 1)) <= inside:
        return sentence.cut(first, last)
    return sentence


def _subtree(sentence: Sentence, top: int) -> set[int]:
    """Indices of ``top`` and of the words that depend on it, directly or not."""
    inside, grown = {top}, True
    while grown:
        more = {i for i, h in enumerate(sentence.heads) if h in inside} - inside
        grown = bool(more)
        inside |= more
    return inside
