"""The matcher as a spaCy pipeline component: ``nlp.add_pipe("atscheck_keywords")``.

spaCy imports this module for every pipeline that is made where atscheck is installed (it is an
entry point), so it imports the matcher when a component is made.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from atscheck.matching.model import Evidence
    from atscheck.resume.model import Passage

SPANS_KEY = "atscheck_keywords"
"""Where the component puts its spans unless told otherwise: ``doc.spans["atscheck_keywords"]``."""


class KeywordComponent:
    """Marks the skills that a text claims, each span labelled with the keyword it meets.

    Every line of the text is a passage of its own. A span's label is the canonical term (or the
    pack's keyword), its ``kb_id_`` the form of the evidence and its ``id_`` the status, as are
    ``span._.atscheck_form``, ``span._.atscheck_status`` and ``span._.atscheck_weak``.

    Args:
        pack: the name or path of the pack whose keywords to mark; None for the whole lexicon.
        statuses: the statuses to mark: "found", "ambiguous", "negated".
        spans_key: where in ``doc.spans`` to put the spans.

    Raises:
        PackError: naming file, key and remedy, if the pack is not valid.
    """

    def __init__(
        self, pack: str | None, statuses: Collection[str] = ("found",), spans_key: str = SPANS_KEY
    ) -> None:
        from atscheck.matching.pipeline import index_of
        from atscheck.skills import load_pack
        from atscheck.skills.lexicon import load_lexicon

        self._config = (pack, tuple(statuses), spans_key)
        terms = (
            tuple(load_lexicon().terms.values())
            if pack is None
            else tuple(term for keyword in load_pack(pack).keywords for term in keyword.terms)
        )
        self._labels = frozenset(term.name for term in terms)
        self._index = index_of(terms)

    def __reduce__(self) -> tuple[type[KeywordComponent], tuple[object, ...]]:
        """For processes that spaCy starts: the component is made anew from its settings."""
        return KeywordComponent, self._config

    def __call__(self, doc: Doc) -> Doc:
        """``doc`` with its keyword spans."""
        from atscheck.matching.matcher import find_evidence
        from atscheck.matching.reading import Reading

        _, statuses, key = self._config
        found = find_evidence(Reading.of(_passages(doc.text), self._index), self._index, None)
        spans = []
        for name in self._labels & found.keys():
            for evidence in found[name]:
                span = _span(doc, evidence)
                if evidence.status in statuses and span is not None:
                    spans.append(span)
                    if evidence.weak:
                        doc.user_data[_weak_key(span)] = True
        doc.spans[key] = sorted(spans, key=lambda s: (s.start, s.end, s.label_))
        return doc


def _span(doc: Doc, evidence: Evidence) -> Span | None:
    """The whole tokens of ``doc`` that hold the evidence."""
    return doc.char_span(
        evidence.span.start, evidence.span.end, label=evidence.term, kb_id=evidence.form,
        span_id=evidence.status, alignment_mode="expand",
    )  # fmt: skip


def _weak_key(span: Span) -> str:
    return f"atscheck_weak {span.start} {span.end} {span.label_}"


def _is_weak(span: Span) -> bool:
    return _weak_key(span) in span.doc.user_data


def _passages(text: str) -> Iterator[Passage]:
    from atscheck.documents.characters import normalise
    from atscheck.resume.model import Passage

    for number, line in enumerate(re.finditer(r"[^\n]+", text), start=1):
        plain = normalise(line.group())
        offsets = tuple(line.start() + offset for offset in plain.offsets)
        yield Passage("sentence", "other", plain.text, offsets, (number, number))


# Getters: a value set on a span would be shared by all spans of the same tokens.
Span.set_extension("atscheck_form", getter=attrgetter("kb_id_"), force=True)
Span.set_extension("atscheck_status", getter=attrgetter("id_"), force=True)
Span.set_extension("atscheck_weak", getter=_is_weak, force=True)


@Language.factory(
    "atscheck_keywords",
    default_config={"pack": None, "statuses": ["found"], "spans_key": SPANS_KEY},
    assigns=["doc.spans", "span._.atscheck_form", "span._.atscheck_status", "span._.atscheck_weak"],
)
def make_component(
    nlp: Language, name: str, pack: str | None, statuses: list[str], spans_key: str
) -> KeywordComponent:
    """The component with the settings that `KeywordComponent` names."""
    return KeywordComponent(pack, statuses, spans_key)
