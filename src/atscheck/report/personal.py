"""What in a resume tells whom it is of, or what invites bias: where each of it stands.

The kinds are those that design rule 3 of users.md lists. Where in doubt more is taken than less:
a word hidden without need costs a reader little.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from atscheck.checks.contact.addresses import street_pattern
from atscheck.checks.personal.labels import Found, labels, value
from atscheck.checks.personal.person import (
    find_birth,
    find_gender,
    find_marital,
    find_nationality,
    find_religion,
)
from atscheck.checks.personal.private import (
    find_family,
    find_health,
    find_national_id,
    find_passport,
)
from atscheck.checks.rule import Facts
from atscheck.data import lexicon_words
from atscheck.documents.model import Line, Span
from atscheck.resume.contact import EMAIL
from atscheck.resume.dates import find_dates, find_ranges
from atscheck.resume.links import kind_of_link, link_pattern, normalised
from atscheck.resume.model import Resume, Section, SectionKind
from atscheck.resume.phones import phones
from atscheck.resume.roles import is_title
from atscheck.resume.words import common_words, either, words
from atscheck.skills.model import Target

_FINDERS: tuple[Callable[[Facts], Found], ...] = (
    find_birth, find_marital, find_religion, find_nationality, find_gender, find_health,
    find_family, find_passport, find_national_id,
)  # fmt: skip

_DETAILS = {
    "birth": None, "marital": None, "nationality": None, "family": None,
    "religion": "faiths", "gender": "genders", "health": "healths",
}  # fmt: skip
"""Lists of labels, and the list of values that must follow where the label alone says too little."""

_WHOLE: frozenset[SectionKind] = frozenset(["contact", "personal", "references", "declaration"])
"""Sections that are about a person, or several, and not about work."""

_ABOUT: frozenset[SectionKind] = frozenset(
    ["contact", "summary", "objective", "personal", "letter", "other"]
)

_TOP = 30
"""Lines before the first heading that can be a contact block; without headings all stand there."""

_TOLD = ("bullet", "sentence", "field", "title")
"""Kinds of passages that are no part of a block of details."""

_PRONOUNS = re.compile(
    r"\b(?:she|he|they|ze|xe)\s?/\s?(?:her|him|his|them|their|zir|xem)s?(?:\s?/\s?\w{3,6})?\b",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b[A-Z][\w.]+[ ](?i:citizen|national|passport[ ]holder)\b"
    r"|(?i:\b(?:citizen|national)[ ]of[ ](?:the[ ])?[\w.]+)"
    r"|(?i:\b\d\d[ -]years?[ -]old\b|\baged?[ ]\d\d\b)"
    r"|(?i:\b(?:happily[ ])?(?:married|unmarried|divorced|widowed)\b)"
)
"""Age, nationality or marital status where a person tells of themselves."""

_PAGE = re.compile(r"(?<![\w@./-])(?:[a-z0-9-]{2,40}\.){1,3}[a-z]{2,6}/[^\s|,;<>]{1,200}")
"""A page's address without its scheme ("example.org/tools")."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s?[-/]\s?\d\d)?(?!\d)|(?<!\w)['’]\d\d(?!\w)")
_CELL = re.compile(r"(?:(?!\s{3}|,\s|;\s|\s[-~]\s)[^\t|•·\n])+")
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W\d_])", r"(?![^\W\d_])"


@dataclass(frozen=True, slots=True)
class Identity:
    """What names a person in any text: name, user names, e-mail addresses, pages."""

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
    written = re.findall(r"[^\W\d_]+", _plain(contact.name or ""))
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


def details(resume: Resume) -> Iterator[tuple[Span, bool]]:
    """Where personal details stand, and whether each is sure to be the person's, as above."""
    document, contact = resume.document, resume.contact
    for span in (contact.name_span, contact.email_span, contact.phone_span):
        if span is not None and document.quote(span).count("\n") < 2:
            yield span, True
    for span, _ in phones(document, document.text):
        yield span, True
    if contact.location_span is not None:
        yield contact.location_span, False
    others = (_blocks(resume), _labelled(resume), _told(resume), _studies(resume))
    for spans in others:
        yield from ((span, False) for span in spans)


def _blocks(resume: Resume) -> Iterator[Span]:
    """What stands in page margins, in the contact part, and among details or referees."""
    document = resume.document
    told = {
        number
        for p in resume.passages
        if p.kind in _TOLD and p.section in ("contact", *_STATED)
        for number in range(p.lines[0], p.lines[1] + 1)
    }
    for section in resume.sections:
        if section.kind not in _WHOLE or section.span.start == section.span.end:
            continue
        lines = document.lines_of(section.span)
        for line in lines if section.heading else lines[:_TOP]:
            if section.kind != "contact":
                yield from _after_heading(line, section)
            elif line.number not in told:
                yield from _cells(line, section, resume)
    for line in document.lines:
        if line.origin in ("header", "footer"):
            yield line.span


_STATED = ("experience", "projects", "research", "volunteering", "summary")


def _after_heading(line: Line, section: Section) -> Iterator[Span]:
    """The part of a section's line that is no heading."""
    start = max(line.span.start, section.span.start, section.heading.end if section.heading else 0)
    end = min(line.span.end, section.span.end)
    if start < end:
        yield Span(start, end)


def _cells(line: Line, section: Section, resume: Resume) -> Iterator[Span]:
    """The cells of a line of the contact part that give no job title."""
    for rest in _after_heading(line, section):
        for cell in _CELL.finditer(resume.document.text, rest.start, rest.end):
            if not is_title(cell[0]) or re.search(r"[\d@:]", cell[0]):
                yield Span(*cell.span())


def _labelled(resume: Resume) -> Iterator[Span]:
    """Labels of details with their values, anywhere but in statements."""
    facts = Facts(resume, Target("pack", "", "", ()), (), dt.date.min)
    document = resume.document
    statements = [p.span() for p in resume.passages if p.kind == "bullet" and p.offsets]
    found = [at[0] for find in _FINDERS if (at := facts.once(find)) is not None]
    for key, values in _DETAILS.items():
        for place, _, ends, rest in labels(facts, key):
            if value(values).match(rest) if values else ends:
                found.append(place)
    for place in found:
        if not any(place.overlaps(statement) for statement in statements):
            line = document.line_at(place.start)
            yield Span(place.start, line.span.end)
            if not document.text[place.end : line.span.end].strip(" \t:-") and line.number < len(
                document.lines
            ):
                yield document.lines[line.number].span  # the value stands below its label


def _told(resume: Resume) -> Iterator[Span]:
    """Street addresses, and where a person tells of themselves in running text."""
    document = resume.document
    about = [s.span for s in resume.sections if s.kind in _ABOUT]
    for line in document.lines:
        text, at = document.line_text(line), line.span.start
        house = street_pattern().search(text)
        if house is not None:
            yield Span(at + house.start(), at + house.end())
        if any(line.span.overlaps(span) for span in about):
            for found in _SELF.finditer(text):
                yield Span(at + found.start(), at + found.end())


def _studies(resume: Resume) -> Iterator[Span]:
    """The dates of studies: they tell the age; those of jobs stay, as the role asks for them."""
    document = resume.document
    spans = [s.span for s in resume.sections if s.kind == "education"]
    spans += [study.span for study in resume.education]
    jobs = {document.line_at(p.span.start).number for p in resume.positions}
    lines = {line.number: line for span in spans for line in document.lines_of(span)}
    for line in lines.values():
        if line.number in jobs:
            continue
        text, at = document.line_text(line), line.span.start
        places = [(a, b) for a, b, _ in find_dates(text)]
        places += [(found.start, found.end) for found in find_ranges(text)]
        places += [found.span() for found in _YEAR.finditer(text)]
        yield from (Span(at + start, at + end) for start, end in places)
    yield from (study.dates_span for study in resume.education if study.dates_span is not None)
