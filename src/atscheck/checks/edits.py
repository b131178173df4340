"""The edits that make a search for a posting's own words find what the resume already shows.

An edit only ever changes words: what the resume does not show, names as not there, claims weakly
("familiar with", "learning") or may not mean is never advised, nor words that say more than its own
do. Nor is a job's title, which is what the employer called it; another ending ("APIs" for "API"),
which costs more in style than it is worth to the few searches that mind it; or another word for a
soft skill, which no word shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from atscheck.checks.rule import Facts
from atscheck.documents.model import Document, Span
from atscheck.matching.literal import norms
from atscheck.matching.model import Evidence, Match
from atscheck.matching.surfaces import VENDORS, singular, stem
from atscheck.resume.roles import is_title
from atscheck.skills.model import Term, Wording

EditKind = Literal["full term", "acronym", "wording", "implied", "misspelt"]

_GRANTED = ("certifications", "degrees")
"""Fields of what is granted: whoever has a higher one need not hold the lower one as well."""

_SOFT = "soft-skills"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a resume's text.

    Attributes:
        kind: what the resume lacks: the full term of its acronym, the acronym of its full term,
            the posting's wording, the term that its own one implies, or the right spelling.
        match: the keyword that a search for the posting's words then finds.
        asked: the posting's words.
        span: the resume's words, where they are to be edited.
        written: these words on one line.
        write: what should stand there.
    """

    kind: EditKind
    match: Match
    asked: Wording
    span: Span
    written: str
    write: str

    @property
    def why(self) -> str:
        """What keeps such a search from finding it."""
        if self.kind == "misspelt":
            return f'"{self.written}" may be a slip for "{self.asked.text}"'
        if self.kind == "implied":
            return f'"{self.written}" shows what the posting calls "{self.asked.text}"'
        return f'the posting writes "{self.asked.text}", the resume "{self.written}"'

    @property
    def advice(self) -> str:
        """What to do, and on what condition."""
        if self.kind == "misspelt":
            return f'write "{self.write}" if that is meant'
        if self.kind == "implied":
            return f'name it too, beside it or in your list of skills: "{self.write}"'
        if self.kind == "wording":
            return f'where it is the same thing, use the posting\'s words once: "{self.write}"'
        return f'write both once: "{self.write}"'


def edits(facts: Facts) -> tuple[Edit, ...]:
    """The edits for the keywords of a posting, at most one for each, in its order."""
    other = (m for m in facts.matches if m.keyword.wordings and not m.literal)
    found = (_edit(match, facts.document) for match in other)
    return tuple(edit for edit in found if edit is not None)


def is_short(text: str) -> bool:
    """Whether ``text`` is written as a short form ("NLP", "CNNs", "CI/CD")."""
    return " " not in text and sum(c.isupper() for c in text) >= 2 and len(text) <= 8


def is_initials(short: str, full: str) -> bool:
    """Whether ``short`` is the initials of ``full`` ("NLP", "LLMs" of "large language model")."""
    letters = [word[0] for word in re.findall(r"[A-Za-z]+", full)]
    return "".join(letters).casefold() == short.removesuffix("s").replace("/", "").casefold()


def _edit(match: Match, document: Document) -> Edit | None:
    """The edit for a keyword that the resume has in other words, if one does it good."""
    shown = [(claim, " ".join(document.quote(claim.span).split())) for claim in _shown(match)]
    options: list[Edit] = []
    for wording in match.keyword.wordings:
        term = next(t for t in match.keyword.terms if t.name == wording.term)
        own = [(claim, text) for claim, text in shown if claim.term == wording.term]
        if any(_says_less(text, wording.text) for claim, text in own if claim.form != "typo"):
            return None
        if not _is_for_lists(wording.text, term):
            continue
        for claim, text in own:
            if change := _change(claim, text, wording.text, term):
                options.append(Edit(change[0], match, wording, claim.span, text, change[1]))
    return min(options, key=lambda edit: _KINDS.index(edit.kind), default=None)


_KINDS: tuple[EditKind, ...] = ("full term", "acronym", "wording", "implied", "misspelt")
"""The best kind first: one that leaves the resume's own words, then one of the same meaning."""


def _shown(match: Match) -> Sequence[Evidence]:
    """The places that show a keyword without any doubt, in document order.

    None where the resume also says that the skill is not there.
    """
    if any(e.status == "negated" for e in match.evidence):
        return ()
    wanted = "typo" if match.status == "typo" else "found"
    return [e for e in match.evidence if e.status == wanted and not e.weak]


def _change(claim: Evidence, written: str, asked: str, term: Term) -> tuple[EditKind, str] | None:
    """What to write where ``written`` claims ``term``, so that ``asked`` stands there."""
    if claim.form == "typo":
        return "misspelt", asked
    if claim.form == "implied" or claim.told or is_title(written):
        return None if term.field in _GRANTED else ("implied", asked)
    names = {name.casefold() for name in (term.entry, *term.acronyms)}
    for kind, short, full in _pairs(written, asked):
        if is_short(short) and not is_short(full):
            known = {short.casefold(), full.casefold()} <= names
            if known or is_initials(short, full):
                return kind, both(full, short)
    return ("wording", asked) if _is_name(written, term) else None


def _pairs(written: str, asked: str) -> Iterator[tuple[EditKind, str, str]]:
    """The two ways in which one may be short for the other, with what is lacking."""
    # The resume's part takes the number of the posting's: "large language models (LLMs)".
    full = f"{written}s" if asked.endswith("s") and not written.endswith("s") else written
    yield "acronym", asked, full
    short = written if asked.endswith("s") else written.removesuffix("s")
    yield "full term", short, asked


def both(full: str, short: str) -> str:
    """A full term with its short form, as both are written at their first place."""
    return f"{full} ({short})"


def _says_less(written: str, asked: str) -> bool:
    """Whether ``written`` is ``asked`` but for endings, or for words other than a vendor's name."""
    own, wanted = (list(map(stem, norms(text))) for text in (written, asked))
    width = len(wanted)
    if any(own[at : at + width] == wanted for at in range(len(own) - width + 1)):
        return True
    vendor = asked.startswith(VENDORS) and not written.startswith(VENDORS)
    return set(own) < set(wanted[1:] if vendor else wanted)


def _is_for_lists(wording: str, term: Term) -> bool:
    """Whether a posting's words can stand in a list of skills, and say what the term says.

    That is a name of the term, no phrase that tells it ("managing projects", "you mentor").
    """
    words = norms(wording)
    tells = len(words) > 1 and words[0].endswith("ing") and words[0] not in norms(term.entry)
    named = _is_name(wording, term) and not is_title(wording)
    return named and not tells and term.field != _SOFT


def _is_name(text: str, term: Term) -> bool:
    """Whether ``text`` is one of the term's names, in either number."""
    names = (term.name, term.entry, *term.aliases, *term.acronyms)
    return _singular(text) in map(_singular, names)


def _singular(name: str) -> list[str]:
    words = norms(name)
    return [*words[:-1], *map(singular, words[-1:])]
