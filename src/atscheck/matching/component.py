"""The matcher as a spaCy pipeline component: ``nlp.add_pipe("atscheck_keywords")``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from atscheck.matching.matcher import find_evidence
from atscheck.matching.pipeline import PhraseIndex
from atscheck.matching.reading import Reading
from atscheck.resume.model import Passage
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.packs import load_pack

SPANS_KEY = "atscheck_keywords"
"""Where the component puts its spans: ``doc.spans["atscheck_keywords"]``."""


class KeywordComponent:
    """Marks the skills that a text claims, each span labelled with the keyword it meets.

    Every line of the text is a passage of its own. The label is the canonical term (or the
    pack's keyword); the span's ``kb_id_`` is the form of the evidence.
    """

    def __init__(self, pack: str | None) -> None:
        lexicon = load_lexicon()
        terms = (
            list(lexicon.terms.values())
            if pack is None
            else [term for keyword in load_pack(pack).keywords for term in keyword.terms]
        )
        self._labels = frozenset(term.name for term in terms)
        self._index = PhraseIndex(terms)

    def __call__(self, doc: Doc) -> Doc:
        """``doc`` with its keyword spans."""
        reading = Reading.of(_passages(doc.text), self._index)
        spans: list[Span] = []
        for name, evidence in find_evidence(reading, self._index, None).items():
            for e in evidence:
                if e.status == "found" and name in self._labels:
                    span = doc.char_span(
                        e.span.start, e.span.end, label=name, kb_id=e.form,
                        alignment_mode="expand",
                    )  # fmt: skip
                    spans.append(span)
        doc.spans[SPANS_KEY] = sorted(spans, key=lambda s: (s.start, s.end, s.label_))
        return doc


def _passages(text: str) -> Iterator[Passage]:
    for number, line in enumerate(re.finditer(r"[^\n]+", text), start=1):
        offsets = tuple(range(*line.span()))
        yield Passage("sentence", "other", line.group(), offsets, (number, number))


@Language.factory("atscheck_keywords", default_config={"pack": None})
def make_component(nlp: Language, name: str, pack: str | None) -> KeywordComponent:
    """The component; ``pack`` restricts it to a pack's keywords (a name or a path)."""
    return KeywordComponent(pack)
