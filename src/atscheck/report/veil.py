"""A veil over a document: what is personal is hidden in its text, and in all that repeats it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from atscheck.documents.model import Document, Span
from atscheck.matching.model import Match
from atscheck.report.identity import Identity, identity
from atscheck.report.personal import details
from atscheck.resume.model import Passage, Resume
from atscheck.resume.words import common_words

BLOCK = "█"
"""What stands for each hidden character, so that all places in the text stay what they are."""

_NUMBER = re.compile(r"[+(]?\d(?:[ ().-]{0,2}\d){6,14}")
"""A number to call, wherever it comes from."""

_QUOTED = re.compile(r'"[^"\n]{1,500}"|“[^”\n]{1,500}”')


@dataclass(frozen=True, slots=True)
class Veil:
    """What of a document is hidden.

    Attributes:
        identity: what hides the person in any text.
        hidden: for each character of the document's text whether it is hidden (1 or 0).
        words: those that are hidden somewhere.
    """

    document: Document
    identity: Identity
    hidden: bytes
    words: frozenset[str]

    @classmethod
    def over(cls, resume: Resume, matches: Iterable[Match] = ()) -> Veil:
        """What hides the person of ``resume``.

        What counts as a keyword stays, but in a name, an address or a number to reach them.
        """
        document, person = resume.document, identity(resume)
        found = [*details(resume)]
        found += [(Span(a, b), sure) for a, b, sure in person.find(document.text)]
        for passage in resume.passages:  # words that are broken at a line's end are whole here
            places = person.find(passage.text)
            found += [(passage.span(a, b), sure) for a, b, sure in places]
        sure = _marked(document, (span for span, is_sure in found if is_sure))
        hidden = _marked(document, (span for span, _ in found))
        for evidence in (e for match in matches for e in match.claims):
            place = slice(evidence.span.start, evidence.span.end)
            if not any(sure[place]):
                hidden[place] = bytes(len(hidden[place]))
        return cls(document, person, bytes(hidden), frozenset(_words(document.text, hidden)))

    def covers(self, span: Span) -> bool:
        """Whether all of ``span`` is hidden."""
        return all(self.hidden[span.start : span.end])

    def text(self, offsets: Iterable[int], text: str) -> str:
        """``text``, whose characters stand at ``offsets`` of the document, with blocks."""
        return "".join(
            _block(char) if self.hidden[at] else char
            for at, char in zip(offsets, text, strict=True)
        )

    def passage(self, passage: Passage) -> str:
        """The text of ``passage`` with blocks."""
        return self.text(passage.offsets, passage.text)

    def told(self, text: str, span: Span | None = None) -> str:
        """``text``, which tells of what stands at ``span``, with blocks for what is hidden."""
        for start, end, _ in self.identity.find(text):
            text = f"{text[:start]}{blocks(text[start:end])}{text[end:]}"
        if span is None:
            return text
        place = slice(span.start, span.end)
        return _without(text, _words(self.document.text[place], self.hidden[place]))

    def message(self, text: str, span: Span | None = None) -> str:
        """A message likewise; it may repeat anything of the document, or of what was lost of it.

        Outside of quotations a common word is the message's own.
        """
        text = _NUMBER.sub(lambda number: blocks(number[0]), self.told(text, span))
        text = _QUOTED.sub(lambda quote: _without(quote[0], self.words), text)
        return _without(
            text, (word for word in self.words if word.casefold() not in common_words())
        )


def blocks(text: str) -> str:
    """``text`` with a block for each character but spaces."""
    return "".join(map(_block, text))


def _block(char: str) -> str:
    return char if char.isspace() else BLOCK


def _marked(document: Document, spans: Iterable[Span]) -> bytearray:
    marks = bytearray(len(document.text))
    for span in spans:
        marks[span.start : span.end] = b"\1" * (span.end - span.start)
    return marks


def _words(text: str, hidden: Sequence[int]) -> Iterator[str]:
    """The words of two characters or more in the hidden parts of ``text``."""
    at = 0
    for is_hidden, run in groupby(hidden):
        end = at + sum(1 for _ in run)
        if is_hidden:
            yield from re.findall(r"\w{2,}", text[at:end])
        at = end


def _without(text: str, words: Iterable[str]) -> str:
    known = frozenset(words)
    return re.sub(r"\w+", lambda word: blocks(word[0]) if word[0] in known else word[0], text)
