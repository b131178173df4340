"""Text that a PDF says its glyphs stand for: the "ActualText" of marked content.

Programs give it where glyphs do not say which characters they are, or say others: ligatures,
hyphens at line ends, small capitals, pictures of text (ISO 32000-1, 14.9.4).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from atscheck.documents.characters import UNMAPPED
from atscheck.documents.pdf.drawing import Glyph
from atscheck.documents.pdf.fonts import one_of_a_kind

_LONGEST = 1_000
"""Bytes, and glyphs: longer texts stand for more than one line."""

_MOST_MORE = 3
"""Characters by which a text is longer or shorter than glyphs that can be read themselves: those of
a ligature. Resumes also hide labels in there, "mailto:" before an address: no person sees those."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A text, and the index of the first glyph that it stands for."""

    text: str
    start: int

    def apply(self, glyphs: list[Glyph]) -> None:
        """Put the text in the place of all glyphs from the first on, if they make one line.

        Icons stay icons: no text is seen in them.
        """
        if len(glyphs) - self.start > _LONGEST:
            return
        replaced = glyphs[self.start :]
        shown = "".join(glyph.text for glyph in replaced)
        legible = UNMAPPED not in shown
        longer = abs(len(self.text) - len(shown))
        if shown == self.text or not _on_one_line(replaced) or _are_icons(shown):
            return
        if longer > (_MOST_MORE if legible else len(shown) + _MOST_MORE):
            return
        if len(self.text) == len(replaced):
            for glyph, char in zip(replaced, self.text, strict=True):
                glyph.text = one_of_a_kind(char)
        else:
            glyphs[self.start :] = [_merged(replaced, self.text)]


def replacement_of(properties: Any, start: int) -> Replacement | None:
    """The replacement that marked content asks for with its properties, if it does."""
    text = resolve1(properties.get("ActualText")) if isinstance(properties, dict) else None
    if not isinstance(text, bytes) or len(text) > _LONGEST:
        return None
    decoded = decode_text(text).strip("\0\r\n\ufeff")
    return Replacement(decoded, start) if decoded else None


def _on_one_line(glyphs: list[Glyph]) -> bool:
    return len({(glyph.turn, round(glyph.baseline), glyph.hidden) for glyph in glyphs}) == 1


def _are_icons(text: str) -> bool:
    return all(unicodedata.category(char) == "Co" for char in text)


def _merged(glyphs: list[Glyph], text: str) -> Glyph:
    """One glyph of that text in the place of all."""
    return replace(
        glyphs[0],
        text=one_of_a_kind(text) if len(text) < 4 else text,
        x0=min(glyph.x0 for glyph in glyphs),
        x1=max(glyph.x1 for glyph in glyphs),
        top=min(glyph.top for glyph in glyphs),
        bottom=max(glyph.bottom for glyph in glyphs),
    )
