"""Footnotes and endnotes: their marks in the text, and the notes in the order of these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from atscheck.documents.docx.names import attribute, name_of
from atscheck.documents.docx.numbering import roman
from atscheck.documents.docx.package import Element


class Notes:
    """Counts the references to notes as they are met.

    Attributes:
        own_mark: the mark of the note that is being read, which its text repeats.
    """

    def __init__(self) -> None:
        self.own_mark = ""
        self._marks: dict[str, dict[str, str]] = {"footnote": {}, "endnote": {}}
        self._order: dict[str, list[str]] = {"footnote": [], "endnote": []}
        self._counts: Counter[str] = Counter()

    def refer(self, reference: Element) -> str:
        """The mark that ``w:footnoteReference`` or ``w:endnoteReference`` shows.

        In brackets, as a raised number glued to a word would change the word. Word numbers
        footnotes in decimal and endnotes in Roman numerals unless told otherwise.
        """
        kind = name_of(reference).removesuffix("Reference")
        marks = self._marks[kind]
        custom = (attribute(reference, "customMarkFollows") or "").lower() in ("1", "true", "on")
        key = attribute(reference, "id") or ""
        if key not in marks:
            self._counts[kind] += not custom
            count = self._counts[kind]
            number = str(count) if kind == "footnote" else roman(count)
            marks[key] = "" if custom else f"[{number}]"
            self._order[kind].append(key)
        return marks[key]

    def shown(self, kind: str, part: Element) -> Iterator[tuple[Element, str]]:
        """The notes of one kind that the text refers to, in its order, each with its mark."""
        by_id = {attribute(e, "id") or "": e for e in part if name_of(e) == kind}
        # The order grows on the way where a note refers to another.
        for key in self._order[kind]:
            if key in by_id:
                yield by_id[key], self._marks[kind][key]

    def unused(self, kind: str, part: Element) -> Iterator[Element]:
        """The notes that nothing refers to, so that no page shows them; no separators."""
        for element in part:
            own = name_of(element) == kind and attribute(element, "type") in (None, "normal")
            if own and (attribute(element, "id") or "") not in self._marks[kind]:
                yield element
