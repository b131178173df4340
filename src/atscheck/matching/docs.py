"""Texts as spaCy sees them: one vocabulary, and docs of our tokens."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from atscheck.matching.surfaces import singular, stem
from atscheck.matching.tokens import Token

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

BREAK = "\n"
"""The token between two passages; no phrase reaches over it."""

Form = Literal["norm", "singular", "stem"]
"""What of words is compared: as they are, without a plural's ending, or what inflections share."""

FORMS: Mapping[Form, Callable[[str], str]] = {"norm": str, "singular": singular, "stem": stem}
"""How each form is made of a norm."""


@cache
def vocab() -> Vocab:
    """The vocabulary that all docs and matchers share.

    spaCy's English attributes without a pipeline around them (`spacy.blank` costs 0.1 s more), and
    of these only those that packs' token patterns may ask for: the rest slows every new word.
    """
    from spacy.attrs import IS_DIGIT, LIKE_NUM, LOWER, NORM  # type: ignore[import-not-found]
    from spacy.lang.en import English
    from spacy.lang.lex_attrs import LEX_ATTRS
    from spacy.vocab import Vocab

    getters = {**LEX_ATTRS, **English.Defaults.lex_attr_getters}
    return Vocab(lex_attr_getters={key: getters[key] for key in (IS_DIGIT, LIKE_NUM, LOWER, NORM)})


def make_doc(norms: Sequence[str]) -> Doc:
    """A spaCy `Doc` of norms: its lemmas are their stems, its tags their singulars."""
    return _doc(_forms(norms))


def _forms(norms: Sequence[str]) -> dict[Form, list[str]]:
    return {form: list(map(make, norms)) for form, make in FORMS.items()}


def _doc(forms: Mapping[Form, list[str]]) -> Doc:
    from spacy.tokens import Doc

    return Doc(vocab(), words=forms["norm"], lemmas=forms["stem"], tags=forms["singular"])


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as matchers need them, made once for all matchers.

    Attributes:
        doc: as `make_doc` makes it.
        norms: the words in order.
        sets: of each form the words without order.
        starts: of the forms but the norm every word, and every word with the next: what phrases
            may begin with.
    """

    doc: Doc
    norms: Sequence[str]
    sets: Mapping[Form, frozenset[str]]
    starts: Mapping[Literal["singular", "stem"], frozenset[tuple[str, ...]]]

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Words:
        """The words of a text's tokens."""
        forms = _forms([token.norm for token in tokens])
        return cls(
            _doc(forms),
            forms["norm"],
            {form: frozenset(words) for form, words in forms.items()},
            {"singular": _starts(forms["singular"]), "stem": _starts(forms["stem"])},
        )


def _starts(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset((*zip(words, strict=True), *pairwise(words)))
