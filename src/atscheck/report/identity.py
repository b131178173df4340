"""What names a person in any text: the name, user names, e-mail addresses, pages, pronouns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from atscheck.compiled import lexicon_words
from atscheck.resume.contact import EMAIL
from atscheck.resume.heading_texts import is_heading_text
from atscheck.resume.links import kind_of_link, link_pattern, normalised
from atscheck.resume.model import Resume
from atscheck.resume.places import is_place
from atscheck.resume.roles import is_title
from atscheck.resume.words import common_words, either, words

_PRONOUNS = re.compile(
    r"\b(?:she|he|they|ze|xe)\s?/\s?(?:her|him|his|them|their|zir|xem)s?(?:\s?/\s?\w{3,6})?\b",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?<![\w@./-])(?:[a-z0-9-]{2,40}\.){1,3}[a-z]{2,6}/[^\s|,;<>]{1,200}")
"""A page's address without its scheme ("example.org/tools")."""

_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W\d_])", r"(?![^\W\d_])"


@dataclass(frozen=True, slots=True)
class Identity:
    """How a person is named: the pattern of the name and of user names, if any are known."""

    names: re.Pattern[str] | None

    def find(self, text: str) -> Iterator[tuple[int, int, bool]]:
        """Each place with its end, and whether it is sure to be of the person (not a lone word)."""
        for found in EMAIL.finditer(text):
            yield *found.span(), True
        for found in link_pattern().finditer(text):
            yield found.start() + _shown_of_link(found[0]), found.end(), True
        for found in _PAGE.finditer(text):
            yield *found.span(), False
        for found in _PRONOUNS.finditer(text):
            yield *found.span(), False
        if self.names is not None:
            for found in self.names.finditer(_plain(text)):
                yield *found.span(), len(re.findall(r"[^\W\d_]{2,}", found[0])) > 1


def _shown_of_link(target: str) -> int:
    """How many of its first characters tell of the network alone ("linkedin.com/")."""
    host = re.match(r"(?:https?://)?[^/]*/?", target)
    known = kind_of_link(normalised(target)) not in ("portfolio", "other")
    return host.end() if host and known else 0


def _plain(text: str) -> str:
    """``text`` without accents, each character still one."""
    return "".join(unicodedata.normalize("NFKD", char)[0] for char in text)


def identity(resume: Resume) -> Identity:
    """What names the person of ``resume``."""
    contact = resume.contact
    written = re.findall(r"[^\W\d_]+", _plain(contact.name or _unread_name(resume)))
    no_part = words("names", "particles") | words("names", "address_forms")
    parts = [w for w in written if len(w) > 1 and w.casefold() not in no_part]
    small = [w for w in written if w.casefold() in words("names", "particles")]
    email = (contact.email or "").partition("@")[0]
    aliases = [email, *re.split(r"[\W\d_]+", email), *_user_names(resume)]
    joined = ["".join(parts), "".join(reversed(parts))] if len(parts) > 1 else []
    known = {w for w in map(_plain, aliases) if len(w) > 3 and not _is_word(w)}
    forms = [_form(part) for part in dict.fromkeys(parts)]
    forms += [f"(?i:{re.escape(w)})" for w in sorted({*known, *joined}, key=lambda w: (-len(w), w))]
    if not forms:
        return Identity(None)
    initials = "".join(sorted({part[0].upper() for part in parts})) or "A"
    word = rf"{_NO_LETTER_BEFORE}(?:{'|'.join(forms)}){_NO_LETTER_AFTER}"
    other = rf"(?:{word}|{_NO_LETTER_BEFORE}[{initials}]{_NO_LETTER_AFTER}\.?{_particles(small)})"
    gap = r"[\s,.'_-]{0,3}"
    title = rf"(?:\b(?i:{either('names', 'address_forms')})\b\.?\s)?"
    return Identity(re.compile(rf"{title}(?:{other}{gap}){{0,4}}{word}(?:{gap}{other}){{0,4}}"))


def _unread_name(resume: Resume) -> str:
    """What may be the name where none was recognised ("Voss, Ada"): the first line like one."""
    document = resume.document
    for line in document.lines[:_TOP]:
        text = document.line_text(line)
        found = [w for w in re.findall(r"[^\W\d_]+", text) if w.casefold() not in _no_names()]
        capitals = all(word[0].isupper() for word in found)
        other = is_title(text) or is_heading_text(text) or is_place(text)
        if 2 <= len(found) <= _MOST and capitals and not (other or re.search(r"[\d@:|\t]", text)):
            return " ".join(found)
    return ""


_TOP, _MOST = 5, 4
"""Lines in which such a name may stand, and words that it may have."""


def _no_names() -> frozenset[str]:
    return words("names", "not_names") | words("names", "address_forms")


def _particles(small: Iterable[str]) -> str:
    return "".join(rf"|\b(?i:{re.escape(word)})\b" for word in dict.fromkeys(small))


def _form(part: str) -> str:
    """A pattern for a part of the name: a common word only with a capital ("Long", not "long")."""
    if len(part) > 2 and not _is_word(part):
        return rf"(?i:{re.escape(part)})"
    return "|".join(map(re.escape, {part.title(): 0, part.upper(): 0}))


def _is_word(word: str) -> bool:
    plain = word.casefold()
    return plain in common_words() or plain in lexicon_words()


def _user_names(resume: Resume) -> Iterator[str]:
    """What the person is called on the pages that the contact part names."""
    for link in resume.contact.links:
        host, _, path = normalised(link.target).partition("/")
        if link.kind == "portfolio":
            yield host.split(".", 1)[0]
        yield from re.split(r"[/?#@=&]", path)[-1:]
        yield from re.split(r"[/?#@=&]", path)[:1]
