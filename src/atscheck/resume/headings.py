"""Headings of sections: known by their text, or by looking like the headings that are known.

The texts stand in words/headings.toml. A known text is no heading everywhere: "Responsibilities"
inside a job is a part of it, "Address: ..." among personal data is a field, and "Leadership" in a
list of skills is an item. Those are told by the section they stand in and by how the resume sets
its other headings.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atscheck.data import load_words
from atscheck.documents.model import Document, Line, Span
from atscheck.resume.model import SectionKind
from atscheck.resume.roles import is_degree, is_organisation, is_title

_FRAME = re.compile(r"[-_=*~#.]{3,}")
_TRAILING = re.compile(r"[\s:;.,_~*=|#•>-]+$")
_LEADING = re.compile(r"^(?:[\s•>*#_=|~-]+|(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+)", re.IGNORECASE)
_AND = re.compile(r"\s*(?:&|/|\+)\s*")
_BRACKETED = re.compile(r"\s*\([^)]{0,80}\)")
_DURATION = re.compile(r"\s*-\s*\d.*$")
_INLINE = re.compile(r"^([^:\t]{3,40}?)\s*(?::\s?-?|-(?=\s)|\t:)\s*(?=\S)")
_CLOSED = re.compile(r"[:]\s*-*\s*$")
_MOST_CHARACTERS = 80
_MOST_WORDS = 6
_LARGER = 1.12  # a line this much larger than the body's text is set apart by its size
_LISTS: frozenset[SectionKind] = frozenset(["skills", "experience", "projects", "education"])
# Among prose and personal data a label opens a section; elsewhere it must be set as a heading.
_LABELLED_FREELY: frozenset[SectionKind] = frozenset(
    ["summary", "objective", "languages", "interests", "personal", "references", "declaration"]
)
# Fields of personal data, or lines of a job, more often than headings where text follows them.
_NEVER_INLINE: frozenset[SectionKind] = frozenset(["personal", "contact", "other", "volunteering"])
_INLINE_IN_LISTS: frozenset[SectionKind] = frozenset(
    [
        "experience",
        "education",
        "certifications",
        "awards",
        "declaration",
        "references",
        "interests",
    ]
)
_UNSTYLED: frozenset[SectionKind] = frozenset(["declaration", "references"])


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its line, its own span (a part of the line where text follows it), and kind."""

    line: Line
    span: Span
    kind: SectionKind


@dataclass(frozen=True, slots=True)
class _Look:
    """How a line is set: font size to half a point, bold, all in capitals, closed by a colon."""

    size: float
    bold: bool
    capitals: bool
    colon: bool

    def weaker(self, other: _Look) -> bool:
        """Whether it stands out less than ``other`` by size or weight."""
        return self.size < other.size - 0.9 or (
            other.bold and not self.bold and self.size <= other.size + 0.5
        )


@dataclass(frozen=True, slots=True)
class _Style:
    """How a resume sets its headings, found from those that are known by text.

    Attributes:
        body: the size that most of its text has, in points.
        main: the look that the most kinds of headings have, or None where fewer than three share
            one.
        looks: how many headings have each look.
        kinds: the kinds of the headings of each size and weight.
    """

    body: float
    main: _Look | None
    looks: Counter[_Look]
    kinds: dict[tuple[float, bool], frozenset[SectionKind]]


@cache
def _known() -> dict[str, SectionKind]:
    return _table("headings")


@cache
def _cores() -> dict[str, SectionKind]:
    return _table("cores")


def _table(name: str) -> dict[str, SectionKind]:
    table: dict[SectionKind, list[str]] = load_words("headings")[name]
    return {text: kind for kind, texts in table.items() for text in texts}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_words("headings")[name])


def heading_key(text: str) -> str:
    """A heading's text as words/headings.toml writes it: lower case, no marks, "and" for "&"."""
    text = _FRAME.sub("", text)[:_MOST_CHARACTERS].casefold()
    text = _LEADING.sub("", _TRAILING.sub("", text))
    text = _TRAILING.sub("", _DURATION.sub("", _BRACKETED.sub("", text)))
    return " ".join(_AND.sub(" and ", text).replace("'", "").replace("-", " ").split())


def is_heading_text(text: str) -> bool:
    """Whether ``text`` is the text of a known heading, whatever it looks like."""
    return heading_key(text) in _known()


def find_headings(document: Document) -> Iterator[Heading]:
    """Every heading in reading order."""
    body = body_size(document.lines)
    lines = [
        line
        for line in document.lines
        if line.origin not in ("header", "footer") and not line.hidden
    ]
    kinds = {
        line.number: kind
        for line in lines
        if (kind := _kind_by_text(document.line_text(line), line, body)) is not None
    }
    style = _style(document, [line for line in lines if line.number in kinds], kinds, body)
    current: SectionKind = "contact"
    for line in lines:
        for heading in _headings_in(document, line, kinds.get(line.number), style, current):
            yield heading
            current = heading.kind


def body_size(lines: Sequence[Line]) -> float:
    """The font size that most of the text has, in points; 0 where unknown."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += line.span.end - line.span.start
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _style(
    document: Document, lines: Sequence[Line], kinds: dict[int, SectionKind], body: float
) -> _Style:
    """How the lines that are known headings by text are set."""
    looks = [(_look(document.line_text(line), line), kinds[line.number]) for line in lines]
    by_weight: dict[tuple[float, bool], set[SectionKind]] = defaultdict(set)
    for look, kind in looks:
        by_weight[look.size, look.bold].add(kind)
    best = max(by_weight, key=lambda w: (len(by_weight[w]), w), default=None)
    main = None
    if best is not None and len(by_weight[best]) >= 3:
        of_best = Counter(look for look, _ in looks if (look.size, look.bold) == best)
        main = of_best.most_common(1)[0][0]
    sets = {weight: frozenset(found) for weight, found in by_weight.items()}
    return _Style(body, main, Counter(look for look, _ in looks), sets)


def _headings_in(
    document: Document, line: Line, kind: SectionKind | None, style: _Style, current: SectionKind
) -> Iterator[Heading]:
    """The headings in one line: the whole of it, some side by side, or its beginning."""
    text = document.line_text(line)
    if kind is not None and _opens(text, line, kind, style, current):
        yield Heading(line, line.span, kind)
        return
    beside = _side_by_side(text)
    if beside:
        for start, end, own in beside:
            yield Heading(line, Span(line.span.start + start, line.span.start + end), own)
        return
    inline = _inline(text, line, current)
    if inline is not None:
        yield Heading(line, Span(line.span.start, line.span.start + inline[0]), inline[1])
    elif kind is None and current != "contact" and _looks_like(text, line, style):
        yield Heading(line, line.span, "other")


def _kind_by_text(text: str, line: Line, body: float) -> SectionKind | None:
    """The kind of section that a line's text names as a whole."""
    key = heading_key(text)
    words = key.split()
    if not 1 <= len(words) <= _MOST_WORDS or len(_FRAME.sub("", text)) > _MOST_CHARACTERS:
        return None
    stands_out = _stands_out(text, line, body)
    kind = _known().get(key)
    if kind is not None:
        return kind if _is_titled(text) or (stands_out and not text.endswith((".", ","))) else None
    if not stands_out or text.rstrip().endswith(".") or re.search(r"[,\d]", text):
        return None
    ends = (" ".join(words[-width:]) for width in (2, 1))
    return next((core for end in ends if (core := _cores().get(end)) and len(words) <= 5), None)


def _opens(text: str, line: Line, kind: SectionKind, style: _Style, current: SectionKind) -> bool:
    """Whether a line with a heading's text opens a section where it stands."""
    key, look = heading_key(text), _look(text, line)
    if key in _words("fields") and current == "personal":
        return look == style.main
    if key in _words("parts") and current in ("experience", "projects"):
        return _is_set_as_heading(look, kind != current, style)
    weak = style.main is not None and look.weaker(style.main)
    if key not in _known():
        return not weak and (style.main is None or look.capitals == style.main.capitals)
    if not weak:
        return current not in ("skills", "interests") or _is_set_apart(text, line, style)
    if not _stands_out(text, line, style.body):
        return kind in _UNSTYLED
    own = style.kinds[look.size, look.bold]
    main = style.main and style.kinds[style.main.size, style.main.bold]
    return len(own) >= 2 or not main or (kind not in main and current not in _LISTS)


def _is_set_as_heading(look: _Look, other: bool, style: _Style) -> bool:
    """Whether a line among jobs is larger than the text, or of an ``other`` kind in capitals."""
    if style.body > 0 and look.size >= _LARGER * style.body:
        return True
    main = style.main
    return other and main is not None and main.capitals and look.capitals and not look.weaker(main)


def _is_set_apart(text: str, line: Line, style: _Style) -> bool:
    """Whether a line stands out, or the resume's headings do not stand out at all."""
    if _stands_out(text, line, style.body):
        return True
    return style.main is not None and style.main == _look(text, line)


def _stands_out(text: str, line: Line, body: float) -> bool:
    """Whether the line looks like a heading: larger, bold, in capitals, or closed by a colon."""
    larger = body > 0 and line.size >= _LARGER * body
    return larger or line.bold or _in_capitals(text) or bool(_CLOSED.search(text))


def _in_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and all(c.isupper() for c in letters)


def _is_titled(text: str) -> bool:
    """Whether the line starts with a capital and has no sentence's end."""
    return _LEADING.sub("", text)[:1].isupper() and not text.rstrip().endswith((".", ",", ";"))


def _look(text: str, line: Line) -> _Look:
    capitals = _in_capitals(text)
    return _Look(round(2 * line.size) / 2, line.bold, capitals, bool(_CLOSED.search(text)))


def _looks_like(text: str, line: Line, style: _Style) -> bool:
    """Whether an unknown short line is set like two known headings, and unlike the body."""
    key = heading_key(text)
    if not 1 <= len(key.split()) <= 5 or re.search(r"[\d,@]", text) or text.rstrip().endswith("."):
        return False
    if is_title(key) or is_organisation(key) or is_degree(text):
        return False
    if text.lstrip().startswith("•") or key in _words("fields"):
        return False
    look = _look(text, line)
    larger = style.body > 0 and look.size >= round(_LARGER * style.body)
    return (larger or (look.capitals and len(text) >= 4)) and style.looks[look] >= 2


def _side_by_side(text: str) -> list[tuple[int, int, SectionKind]]:
    """Known headings that share a line, each with its start and end; none if a part is unknown."""
    if "\t" not in text or len(text) > _MOST_CHARACTERS:
        return []
    found = []
    for part in re.finditer(r"[^\t]+", text):
        kind = _known().get(heading_key(part.group()))
        if kind is None:
            return []
        found.append((part.start(), part.end(), kind))
    return found


def _inline(text: str, line: Line, current: SectionKind) -> tuple[int, SectionKind] | None:
    """A heading with text behind it on its line ("Hobbies: chess"): its width and kind."""
    found = _INLINE.match(text[: 2 * _MOST_CHARACTERS])
    if found is None:
        return None
    key = heading_key(found[1])
    kind = _known().get(key)
    if kind is None or kind == current or kind in _NEVER_INLINE:
        return None
    if current in ("experience", "projects") and key in _words("parts"):
        return None
    if current == "personal" and kind in ("languages", "interests"):
        return None
    set_apart = line.bold or _in_capitals(found[1])
    if current == "contact":
        free = set_apart or kind in ("summary", "objective")
    else:
        free = current in _LABELLED_FREELY or (set_apart and kind in _INLINE_IN_LISTS)
    if not free:
        return None
    return found.end(1), kind
