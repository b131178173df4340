"""Markdown files: the text as it is shown, without its marks.

This follows CommonMark as far as resumes use it, line by line: headings, lists, quotes, emphasis,
links, code, and the tables of GitHub's variant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from atscheck.documents.assemble import Reading, SourceLine, assemble, rows_of, split_lines
from atscheck.documents.characters import BULLET
from atscheck.documents.directives import rules_of, without_directives
from atscheck.documents.encoding import decode
from atscheck.documents.flow import BODY_SIZE, HEADING_SIZES
from atscheck.documents.losses import Met
from atscheck.documents.model import Directive, Document, Link

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BREAK = re.compile(r"\n|<br\s*/?>", re.IGNORECASE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+|$)(.*)$")
_CLOSING_MARKS = re.compile(r"(?:^|(?<=[ \t]))#+[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_BULLET = re.compile(r"^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_NUMBER = re.compile(r"^[ \t]*\d{1,9}[.)][ \t]+")
_QUOTE = re.compile(r"^[ \t]*(?:>[ \t]?)+")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]]+)\]:\s*<?(\S+?)>?(?:\s+[\"'(].*)?$")
_TABLE_RULE = re.compile(r"^\s*+\|?\s*+:?-{2,}+:?\s*+(?:\|\s*+:?-{2,}+:?\s*+)*+\|?\s*$")

# Inline marks end at the next mark of their kind, so that no line takes more than one look at each
# character, however many marks are never closed.
_TARGET = r"(?:[^()\s<>]|\([^()\s]*\))+"
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\((?:[^()]|\([^()]*\))*+\)|\[[^\[\]]*\])")
_INLINE_LINK = re.compile(rf"\[([^\[\]]*)\]\(\s*<?({_TARGET})>?(?:\s[^()]*)?\)")
_REFERENCE_LINK = re.compile(r"\[([^\[\]]+)\](?:\[([^\[\]]*)\])?")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)++)(?<=\S)\1")
_EMPHASIS = re.compile(
    r"(?<![\w*])([*_])(?=[^\s*_])((?:(?!\1).|(?<=\w)\1(?=\w))++)(?<=[^\s*_])\1(?![\w*])"
)
_CODE = re.compile(r"(?<!`)(`++)(.+?)\1")
_STRUCK = re.compile(r"~~(.+?)~~")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class _Shown:
    """A line as it is shown; ``source`` is its index among those that were read."""

    text: str
    size: float = BODY_SIZE
    bold: bool = False
    opens: bool = True
    table: bool = False
    targets: tuple[str, ...] = ()
    images: int = 0
    source: int = 0


def read_markdown(data: bytes, path: str) -> Document:
    """The document in a Markdown file, as it is shown.

    Raises:
        InputError: "no-text".
    """
    source = decode(data)
    rows = rows_of(source)
    text = _COMMENT.sub(
        lambda found: found[0] if rules_of(found[0]) else "\n" * found[0].count("\n"),
        "\n".join(split_lines(source)),
    )
    text = _FRONT_MATTER.sub(r"\n\1\n\n", text)
    numbers, texts = _numbered(text)
    definitions = {m[1].casefold(): m[2] for line in texts if (m := _DEFINITION.match(line))}
    texts, directives = without_directives(texts)
    shown = list(_lines(texts, definitions))
    lines = [
        SourceLine(
            line.text,
            size=line.size,
            bold=line.bold,
            origin="table" if line.table else "body",
            stored=i,
            opens=line.opens,
            row=rows[numbers[line.source]],
        )
        for i, line in enumerate(shown)
    ]
    links = tuple(Link(target, i) for i, line in enumerate(shown) for target in line.targets)
    met = [Met("images", i, i) for i, line in enumerate(shown) for _ in range(line.images)]
    at: dict[int | None, int | None] = {line.source: i for i, line in enumerate(shown)}
    at[None] = None
    directives = [Directive(d.rules, at[d.line]) for d in directives if d.line in at]
    reading = Reading(lines, links=links, met=met, directives=directives)
    return assemble(data, path, "markdown", reading)


def _numbered(text: str) -> tuple[list[int], list[str]]:
    """The lines of ``text``, also those that a tag ends, and for each the index without tags."""
    numbers, texts, start = [0], [], 0
    for found in _BREAK.finditer(text):
        texts.append(text[start : found.start()])
        numbers.append(numbers[-1] + found[0].count("\n"))
        start = found.end()
    return numbers, [*texts, text[start:]]


def _lines(texts: list[str], definitions: dict[str, str]) -> Iterator[_Shown]:
    """The lines that are shown, in order."""
    open_paragraph = False
    in_code = False
    for i, raw in enumerate(texts):
        if _FENCE.match(raw):
            in_code, open_paragraph = not in_code, False
            continue
        if in_code:
            yield _Shown(raw, source=i)
            continue
        after = texts[i + 1] if i + 1 < len(texts) else ""
        line = _line(raw, after, open_paragraph, definitions)
        if line is not None:
            yield replace(line, source=i)
        open_paragraph = line is not None and line.size == BODY_SIZE and not line.table
        # Two spaces or a backslash at its end break a line; otherwise the next one goes on with it.
        if raw.endswith(("  ", "\\")):
            open_paragraph = False


def _line(raw: str, after: str, open_paragraph: bool, definitions: dict[str, str]) -> _Shown | None:
    """One line as it is shown, or None if it is a mark alone; ``after`` is the next one."""
    text = _QUOTE.sub("", raw)
    if _RULE.match(text) or _UNDERLINE.match(text) or _DEFINITION.match(text) or not text.strip():
        return None
    if _TABLE_RULE.match(text) and "|" in text:
        return None
    heading = _HEADING.match(text)
    if heading:
        level = len(heading[1])
        shown = _inline(_CLOSING_MARKS.sub("", heading[2]).strip(), definitions)
        return replace(shown, size=HEADING_SIZES[level], bold=True)
    if _UNDERLINE.match(after) and not _BULLET.match(text):
        level = 1 if after.strip().startswith("=") else 2
        return replace(_inline(text, definitions), size=HEADING_SIZES[level], bold=True)
    if text.lstrip().startswith("|") or (_TABLE_RULE.match(after) and "|" in after):
        cells = "\t".join(cell.strip() for cell in text.strip().strip("|").split("|"))
        return replace(_inline(cells, definitions), table=True)
    bullet = _BULLET.match(text)
    if bullet:
        line = _inline(text[bullet.end() :], definitions)
        return replace(line, text=f"{BULLET} {line.text}")
    number = _NUMBER.match(text)
    return replace(
        _inline(text.strip().removesuffix("\\"), definitions),
        opens=number is not None or not open_paragraph,
    )


def _inline(text: str, definitions: dict[str, str]) -> _Shown:
    """A line's text without the marks of emphasis, code, links and pictures."""
    targets: list[str] = []

    def link(found: re.Match[str]) -> str:
        targets.append(found[2])
        return found[1]

    def reference(found: re.Match[str]) -> str:
        target = definitions.get((found[2] or found[1]).casefold())
        if target is None:
            return found[0]
        targets.append(target)
        return found[1]

    def autolink(found: re.Match[str]) -> str:
        targets.append(found[1])
        return found[1]

    text, images = _IMAGE.subn("", text)
    text = _INLINE_LINK.sub(link, text)
    text = _REFERENCE_LINK.sub(reference, text)
    text = _AUTOLINK.sub(autolink, text)
    text = _TAG.sub("", text)
    strong = sum(len(found[2]) for found in _STRONG.finditer(text))
    for mark in (_STRONG, _EMPHASIS, _CODE):
        text = mark.sub(r"\2", text)
    text = _STRUCK.sub(r"\1", text)
    text = _ESCAPE.sub(r"\1", text)
    bold = strong * 2 > len(text.strip())
    return _Shown(text, bold=bold, targets=tuple(targets), images=images)
