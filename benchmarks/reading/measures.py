"""Word recall, word precision and order agreement of a text that was read.

A word is what stands between spaces or brackets and has a letter or digit, without the punctuation
at its ends; bullets, icons and rules are none. All readers and the expected text are treated alike:
Unicode's compatibility forms are folded (NFKC, so that a ligature equals its letters), and so is
the case of letters, as small capitals are stored as either; soft hyphens go; a hyphen at the end of
a line is closed up with the small letter that the next line starts with, and hyphens inside words
do not count, so that it does not matter whether one at a line's end belongs to its word. Words must
otherwise come out whole: "S K I L L S" is not SKILLS.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

_LINE_END_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad][ \t]*\r?\n\s*(?=[^\W\d_A-Z])")
_INNER_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011\u00ad\u200b](?=\w)")
_GAPS = re.compile(r"[\s()\[\]{}]+")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a reader made of a document, each from 0 to 1.

    Attributes:
        recall: the share of the expected words that were read, each as often as expected.
        precision: the share of the words read that were expected.
        order: of the words that both have, the share that stands in their longest common
            subsequence (as in ROUGE-L, Lin 2004): 1 if and only if all these words come in the
            expected order, 0.5 where two columns of equal length are read in the wrong one.
    """

    recall: float
    precision: float
    order: float

    @property
    def figures(self) -> tuple[float, float, float]:
        """All three."""
        return self.recall, self.precision, self.order


def words(text: str) -> list[str]:
    """The words of ``text`` in order."""
    text = _LINE_END_HYPHEN.sub("", unicodedata.normalize("NFKC", text))
    text = _INNER_HYPHEN.sub("", text)
    return [word for part in _GAPS.split(text) if (word := _EDGES.sub("", part).casefold())]


def agreement(expected: Sequence[str], read: Sequence[str]) -> Agreement:
    """How far the words ``read`` agree with those ``expected``: not at all if they share none."""
    both = (Counter(expected) & Counter(read)).total()
    if not both:
        return Agreement(0.0, 0.0, 0.0)
    in_order = LCSseq.similarity(expected, read)
    return Agreement(both / len(expected), both / len(read), in_order / both)
