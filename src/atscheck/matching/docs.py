"""Texts as spaCy sees them: one vocabulary, and docs of our tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from atscheck.matching.surfaces import singular, stem
from atscheck.matching.tokens import Token

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

BREAK = "\n"
"""The token between two passages; no phrase reaches over it."""


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
    from spacy.tokens import Doc

    lemmas, tags = map(stem, norms), map(singular, norms)
    return Doc(vocab(), words=list(norms), lemmas=list(lemmas), tags=list(tags))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as matchers need them, made once for all matchers.

    Attributes:
        doc: as `make_doc` makes it.
        norms, singulars, stems: the words without order.
    """

    doc: Doc
    norms: frozenset[str]
    singulars: frozenset[str]
    stems: frozenset[str]

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Words:
        """The words of a text's tokens."""
        norms = [token.norm for token in tokens]
        sets = (frozenset(map(form, norms)) for form in (str, singular, stem))
        return cls(make_doc(norms), *sets)
