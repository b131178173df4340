"""The job's title: labelled, above the text, or in the sentence that says who is sought."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atscheck.data import load_words
from atscheck.documents.model import Document
from atscheck.jobs.headings import NOISE, PLACEHOLDER, find_headings
from atscheck.jobs.noise import is_menu
from atscheck.resume.places import is_place

_LABEL = re.compile(
    r"^\W*(?:job |position |role |post |official )?title\s*(?::|\s[-–—])\s*\W*(.{3,100})$",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(r"^\W*(?:job |position |role |post )?title\W*$", re.IGNORECASE)
_TOP = 15
"""The lines in which a title without a label stands."""

_WORDS = 16
"""The most words of a title."""

_CUTS = re.compile(
    rf"\s+[-–—|·•>›»]+\s+|\s*[|•·]\s*|:\s+|\s+(?:at|@)\s+|{PLACEHOLDER.pattern}"
    r"|\s+(?:needed|required|sought|wanted)(?!\S)",
    re.IGNORECASE,
)
_GENDERS = r"[mfdwx*]\s*(?:/{1,2}\s*[mfdwx*]\s*)+"
_CONTRACT = (
    r"full[- ]time|part[- ]time|remote|hybrid|on[- ]?site|home[- ]office|permanent|temporary"
    r"|fixed[- ]term|tenure[- ]track|maternity cover|job share|casual"
    r"|\d{2,3}(?:\s*[-–]\s*\d{2,3})?\s*%"
)
_ASIDE = re.compile(
    rf"\s*[(\[](?:{_GENDERS}|all genders|any gender|{_CONTRACT})[^)\]]{{0,80}}[)\]]"
    rf"|\s+{_GENDERS}(?!\S)|\s*,\s*(?:{_CONTRACT})\b",
    re.IGNORECASE,
)


def title_of(document: Document) -> str | None:
    """The job's title: a labelled one, else the first short line that names a role."""
    lines = [" ".join(document.line_text(line).split()) for line in document.lines]
    for number, text in enumerate(lines):
        if label := _LABEL.match(text):
            return _tidy(label[1])
        if _BARE_LABEL.match(text) and (role := _named(" ".join(lines[number + 1 : number + 2]))):
            return role
    for text in _above(lines[:_TOP]):
        if role := _named(text):
            return role
    sought = (_role_in(match[1]) for text in lines for match in _seeking().finditer(text))
    return next((title for title in sought if title), None)


def _named(text: str) -> str | None:
    """The first part of a line that names a role, if that is short."""
    for part in _CUTS.split(_ASIDE.sub(" | ", text)):
        role = _roles().search(part)
        if role and len(part.split()) <= _WORDS and (role[0][0].isupper() or part.islower()):
            return _tidy(part)
    return None


def _above(lines: list[str]) -> Iterator[str]:
    """What stands above the first heading but those of menus, sentences left out.

    Of a line that a heading opens ("Job description: Driver") what follows is looked at, but not
    of one that names something else ("Line manager: …").
    """
    for line in lines:
        if is_menu(line):
            continue
        found = find_headings(line)
        headings = [heading for heading in found if not heading.label]
        text = line[: headings[0].start] if headings else line
        if headings and headings[0].part == "duties" and not text.strip():
            text = line[headings[0].end :].rstrip(" !")
        another = found and found[0].start == 0 and found[0].label and found[0].part in NOISE
        if not another and not re.search(r";|[.!?:]\s*$", text) and not _seeking().search(text):
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
    if words[last][0] in ("in", "of"):  # "Head of Finance"
        while last + 1 < len(words) and words[last + 1][0][0].isupper():
            last += 1
    return _tidy(text[words[first].start() : words[last].end()])


def _tidy(text: str) -> str:
    """A title without what is said of the post, and without the place behind it."""
    text = " ".join(PLACEHOLDER.sub(" ", _ASIDE.sub("", text)).split())
    text = re.sub(r"^[^\w(.]+|[^\w).+#]+$", "", text.removesuffix("("))
    place = _PLACE.search(text)
    if place and is_place(place[1]):
        text = text[: place.start()]
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.islower() else text


_PLACE = re.compile(r"(?:,|\s+in)\s+([^,]+)$")


@cache
def _seeking() -> re.Pattern[str]:
    """Words that say who is sought ("we are looking for a"), and what follows them."""
    words = load_words("postings")["seeking"]
    persons, posts = ("|".join(map(re.escape, words[key])) for key in ("persons", "posts"))
    number = r"an?|our|another|one|two|three|several|multiple|\d{1,2}(?:\s*[-–]\s*\d{1,2})?"
    return re.compile(
        rf"(?:\b(?:{persons})\s+(?:{number})|\b(?:{posts})(?:\s+an?|\s+our)?(?!\s+the\b)"
        r"|\bjoin\b[^.,;:!?]{0,40}?\bas(?:\s+(?:an?|our))?"
        r"|(?:^|(?<=[.!?]\s))(?-i:As)\s+(?:an?|our|the)(?=[^.;!?]{0,150}\b(?:you|we)\b))"
        r"(?:\s+next|\s+new)?\s+([^.,;:!?()]{3,90})",
        re.IGNORECASE,
    )


@cache
def _roles() -> re.Pattern[str]:
    words = [*load_words("roles")["titles"], *load_words("postings")["titles"]]
    titles = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, titles))})s?\b", re.IGNORECASE)
