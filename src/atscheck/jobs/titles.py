"""The job's title: labelled, above the text, or in the sentence that says who is sought."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atscheck.data import load_words
from atscheck.documents.model import Document
from atscheck.jobs.headings import NOISE, PLACEHOLDER, find_headings

_LABEL = re.compile(
    r"^\W*(?:job |position |role |official )?title\s*:\s*(.{3,100})$", re.IGNORECASE
)
_TOP = 15
"""The lines in which a title without a label stands."""

_WORDS = 16
"""The most words of a title."""

_CUTS = re.compile(rf"\s+[-–—|·•]+\s+|\s*[|•·]\s*|\s+(?:at|@)\s+|{PLACEHOLDER.pattern}")
_GENDERS = r"[mfdwx*]\s*(?:/{1,2}\s*[mfdwx*]\s*)+"
_ASIDE = re.compile(
    rf"\s*\((?:{_GENDERS}|all genders|full[- ]time|part[- ]time|remote|hybrid)[^)]{{0,80}}\)"
    rf"|\s+{_GENDERS}(?!\S)",
    re.IGNORECASE,
)


def title_of(document: Document) -> str | None:
    """The job's title: a labelled one, else the first short line that names a role."""
    lines = [" ".join(document.line_text(line).split()) for line in document.lines]
    for text in lines:
        if label := _LABEL.match(text):
            return _tidy(label[1])
    for text in _above(lines[:_TOP]):
        for part in _CUTS.split(_ASIDE.sub(" | ", text)):
            role = _roles().search(part)
            if role and len(part.split()) <= _WORDS and (role[0][0].isupper() or part.islower()):
                return _tidy(part)
    sought = (_role_in(match[1]) for text in lines for match in _seeking().finditer(text))
    return next((title for title in sought if title), None)


def _above(lines: list[str]) -> Iterator[str]:
    """What stands above the first heading but those of menus, sentences left out."""
    for line in lines:
        headings = [heading for heading in find_headings(line) if not heading.label]
        text = line[: headings[0].start] if headings else line
        if not re.search(r";|[.!?:]\s*$", text) and not _seeking().search(text):
            yield text
        if any(heading.part not in NOISE for heading in headings):
            return


def _role_in(phrase: str) -> str | None:
    """The role in "a highly motivated research scientist to join us", with its capitalised words.

    Where it is written in lower case, only the roles' own words are sure to belong to the title.
    """
    text = PLACEHOLDER.sub(" ", phrase)
    words = list(re.finditer(r"\S+", text))
    roles = {
        n
        for role in _roles().finditer(text)
        for n, word in enumerate(words)
        if word.start() < role.end() and role.start() < word.end()
    }
    if not roles:
        return None
    first = last = min(roles)
    while first > 0 and words[first - 1][0][0].isupper():
        first -= 1
    for n in range(last + 1, len(words)):
        if n in roles:
            last = n
        elif not words[n][0][0].isupper():
            break
    return _tidy(text[words[first].start() : words[last].end()])


def _tidy(text: str) -> str:
    text = " ".join(PLACEHOLDER.sub(" ", _ASIDE.sub("", text)).split())
    text = text.removesuffix("(").strip(" -–—|·,:*#_")
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.islower() else text


@cache
def _seeking() -> re.Pattern[str]:
    """Words that say who is sought ("we are looking for a"), and what follows them."""
    words = load_words("postings")["seeking"]
    persons, posts = ("|".join(map(re.escape, words[key])) for key in ("persons", "posts"))
    return re.compile(
        rf"\b(?:(?:{persons})\s+(?:an?|our)|(?:{posts})(?:\s+an?|\s+our)?(?!\s+the\b))"
        r"(?:\s+next|\s+new)?\s+([^.,;:!?()]{3,90})",
        re.IGNORECASE,
    )


@cache
def _roles() -> re.Pattern[str]:
    words = [*load_words("roles")["titles"], *load_words("postings")["titles"]]
    titles = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, titles))})s?\b", re.IGNORECASE)
