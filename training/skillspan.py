"""Sentences of SkillSpan (Zhang et al. 2022), and how right spans found in them are."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from spacy.language import Language

from atscheck.matching import find_terms
from atscheck.matching.marks import find_spans
from atscheck.matching.spans import Told, cut, rows_of, tell
from atscheck.resume.model import Passage

KEYS = {"KNOWLEDGE": "tags_knowledge", "SKILL": "tags_skill"}
"""The names that the labels of the model have in SkillSpan."""

Spans = frozenset[tuple[int, int]]
"""Spans of a sentence: its words from the first to behind the last."""


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
        tags, parts: the features of each token, as `tell` gives them.
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

    @property
    def told(self) -> Told:
        """What the network is told of the sentence."""
        return self.words, self.tags, self.parts

    def marks(self) -> list[str]:
        """What is annotated, as a mark of each token ("-" where any will do)."""
        found = ["O"] * len(self.words)
        for label in KEYS:
            for start, end in sorted(self.spans[label]):
                own = [i for i, p in enumerate(self.places) if start < self.to_words(*p)[1] <= end]
                while own and not _is_word(self.words[own[0]]):
                    del own[0]
                while own and not _is_word(self.words[own[-1]]):
                    own.pop()
                free = [i for i in own if found[i] == "O"]
                places = "U" if len(own) == 1 else f"B{'I' * (len(own) - 2)}L"
                for index, place in zip(free, places, strict=False):
                    found[index] = f"{place}-{label}" if len(free) == len(own) else "-"
        return found


def read(path: Path) -> list[Sentence]:
    """The sentences of a file of SkillSpan, those without a word of ours left out."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    seen = [cut(" ".join(row["tokens"])) for row in rows]
    told = tell((words, tokens) for words, tokens, _ in seen)
    return [
        Sentence(
            (row["source"], row["idx"]),
            " ".join(row["tokens"]),
            tuple(accumulate((len(word) + 1 for word in row["tokens"][:-1]), initial=0)),
            {label: frozenset(_spans(row["tokens"], row[key])) for label, key in KEYS.items()},
            tuple(words),
            tuple((t.start, t.end) for t in tokens),
            tuple(tags),
            tuple(parts),
        )
        for row, (_, tokens, _), (words, tags, parts) in zip(rows, seen, told, strict=True)
        if words
    ]


def find(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, list[Spans]]:
    """By label the spans that the model finds in each sentence."""
    found: dict[str, list[Spans]] = {label: [] for label in KEYS}
    for sentence, networks in zip(
        sentences, rows_of(nlp, [s.told for s in sentences]), strict=True
    ):
        spans = [
            (f.label, sentence.to_words(sentence.places[f.first][0], sentence.places[f.end - 1][1]))
            for f in find_spans(networks)
        ]
        for label, own in found.items():
            own.append(frozenset(span for kind, span in spans if kind == label))
    return found


def measured(
    found: Mapping[str, Sequence[Spans]],
    known: Sequence[Spans],
    sentences: Sequence[Sentence],
) -> dict[str, dict[str, dict[str, float]]]:
    """How right, by label, is what the model finds, what the lexicon finds, and what both do.

    ``known`` is what the lexicon finds, see `lexicon_spans`. "both" is the model's spans and those
    of the lexicon that touch none of them.
    """
    figures: dict[str, dict[str, dict[str, float]]] = {}
    for label, own in found.items():
        both = [f | (k - touching(k, f)) for f, k in zip(own, known, strict=True)]
        finders = {"model": own, "lexicon": known, "both": both}
        gold = [s.spans[label] for s in sentences]
        figures[label.lower()] = {name: score(spans, gold) for name, spans in finders.items()}
    return figures


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
    claims, asked = sum(len(f) for f, _ in pairs) or 1, sum(len(g) for _, g in pairs) or 1
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
