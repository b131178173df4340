"""The matcher as a spaCy pipeline component: ``nlp.add_pipe("atscheck_keywords")``.

spaCy imports this module for every pipeline that is made where atscheck is installed (it is an
entry point), so it imports little itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from atscheck.documents.characters import normalise
from atscheck.matching.matcher import find_evidence
from atscheck.matching.model import Evidence
from atscheck.matching.pipeline import PhraseIndex
from atscheck.matching.reading import Reading
from atscheck.resume.model import Passage
from atscheck.skills import load_pack
from atscheck.skills.lexicon import load_lexicon

SPANS_KEY = "atscheck_keywords"
"""Where the component puts its spans: ``doc.spans["atscheck_keywords"]``."""


class KeywordComponent:
    """Marks the skills that a text claims, each span labelled with the keyword it meets.

    Every line of the text is a passage of its own. The label is the canonical term (or the
    pack's keyword); the span's ``kb_id_`` is the form of the evidence.
    """

    def __init__(self, pack: str | None) -> None:
        terms = (
            list(load_lexicon().terms.values())
            if pack is None
            else [term for keyword in load_pack(pack).keywords for term in keyword.terms]
        )
        self._labels = frozenset(term.name for term in terms)
        self._index = PhraseIndex(terms)

    def __call__(self, doc: Doc) -> Doc:
        """``doc`` with its keyword spans."""
        reading = Reading.of(_passages(doc.text), self._index)
        found = find_evidence(reading, self._index, None)
        spans = [
            span
            for name in self._labels & found.keys()
            for e in found[name]
            if e.status == "found" and (span := _span(doc, e)) is not None
        ]
        doc.spans[SPANS_KEY] = sorted(spans, key=lambda s: (s.start, s.end, s.label_))
        return doc


def _span(doc: Doc, evidence: Evidence) -> Span | None:
    """The whole tokens of ``doc`` that hold the evidence."""
    start, end = evidence.span.start, evidence.span.end
    label, form = evidence.term, evidence.form
    return doc.char_span(start, end, label=label, kb_id=form, alignment_mode="expand")


def _passages(text: str) -> Iterator[Passage]:
    for number, line in enumerate(re.finditer(r"[^\n]+", text), start=1):
        plain = normalise(line.group())
        offsets = tuple(line.start() + offset for offset in plain.offsets)
        yield Passage("sentence", "other", plain.text, offsets, (number, number))


@Language.factory("atscheck_keywords", default_config={"pack": None}, assigns=["doc.spans"])
def make_component(nlp: Language, name: str, pack: str | None) -> KeywordComponent:
    """The component; ``pack`` restricts it to a pack's keywords (a name or a path)."""
    return KeywordComponent(pack)
