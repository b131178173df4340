"""What a resume kept as text says to atscheck: ``atscheck: ignore AC101, WR2`` in a comment.

Behind other text it holds for that line, alone on its line for the whole resume. The comment is
that of Markdown and HTML; a line may also end in one behind a mark that many file formats have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from atscheck.documents.model import Directive

_RULES = r"atscheck:\s*ignore[ \t]+((?:[\w-]+[ \t]*,[ \t]*){0,50}[\w-]+)"
_COMMENT = re.compile(rf"<!--\s*{_RULES}\s*-->", re.IGNORECASE)
_MARKED = re.compile(rf"(?:^|(?<=\s))(?:#|//|%|;)\s*{_RULES}\s*$", re.IGNORECASE)


def without_directives(lines: Iterable[str]) -> tuple[list[str], list[Directive]]:
    """Lines without what they say to atscheck, and what that is, by their indices.

    A line that says nothing else is left empty, so that each keeps its index.
    """
    kept: list[str] = []
    directives: list[Directive] = []
    for line in lines:
        text, rules = _parted(line)
        alone = bool(rules) and not text.strip()
        if rules:
            directives.append(Directive(rules, None if alone else len(kept)))
        kept.append("" if alone else text)
    return kept, directives


def rules_of(comment: str) -> tuple[str, ...]:
    """The rules that a comment of Markdown or HTML, marks and all, wants silent, as written."""
    return _parted(comment)[1] if _COMMENT.fullmatch(comment) else ()


def _parted(line: str) -> tuple[str, tuple[str, ...]]:
    found = _COMMENT.search(line) or _MARKED.search(line)
    if found is None:
        return line, ()
    rest = f"{line[: found.start()].rstrip()}{line[found.end() :]}"
    return rest, tuple(name.strip() for name in found[1].split(","))
