"""The edits that make a search for a posting's own words find what the resume already shows.

An edit only ever changes words: what the resume does not show, names as not there, claims weakly
("familiar with", "learning") or may not mean is never advised, nor words that say more than its own
do. Nor is a job's title, which is what the employer called it; another ending ("APIs" for "API"),
which costs more in style than it is worth to the few searches that mind it; or another word for a
soft skill, which no word shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from atscheck.checks.keywords.names import (
    both,
    in_its_case,
    is_initials,
    is_name,
    is_own_name,
    is_role,
    is_short,
    means_no_more,
    plural,
    says_less,
)  # fmt: skip
from atscheck.checks.rule import Facts
from atscheck.data import load_words
from atscheck.documents.model import Document, Span
from atscheck.matching.model import Evidence, Match
from atscheck.resume.words import words
from atscheck.skills.lexicon import load_lexicon
from atscheck.skills.model import Term, Wording

EditKind = Literal["full term", "acronym", "wording", "implied", "misspelt"]

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
    document = facts.document
    spans = (s.heading for s in facts.resume.sections if s.heading is not None)
    headings = {document.line_at(span.start).number: span for span in spans}
    other = (m for m in facts.matches if m.keyword.wordings and not m.literal)
    found = (_edit(match, headings, document) for match in other)
    return tuple(edit for edit in found if edit is not None)


def _edit(match: Match, headings: Mapping[int, Span], document: Document) -> Edit | None:
    """The edit for a keyword that the resume has in other words, if one does it good."""
    shown = _shown(match, headings, document)
    options: list[Edit] = []
    for wording in match.keyword.wordings:
        term = next(t for t in match.keyword.terms if t.name == wording.term)
        own = [(claim, text) for claim, text in shown if claim.term == wording.term]
        if any(says_less(text, wording.text) for claim, text in own if claim.form != "typo"):
            return None
        if term.field == _SOFT or is_role(wording.text, term):
            continue
        whole = term.entry not in _suites() or len(own) > 1
        for claim, text in own:
            if change := _change(claim, text, in_its_case(wording.text, term), term, whole=whole):
                options.append(Edit(change[0], match, wording, claim.span, text, change[1]))
    return min(options, key=lambda edit: _KINDS.index(edit.kind), default=None)


_KINDS: tuple[EditKind, ...] = ("full term", "acronym", "wording", "implied", "misspelt")
"""The best kind first: one that leaves the resume's own words, then one of the same meaning."""


def _shown(
    match: Match, headings: Mapping[int, Span], document: Document
) -> Sequence[tuple[Evidence, str]]:
    """The first place of each wording that shows a keyword without doubt, with the wording.

    None is in one of the ``headings`` (by line), and there is none where the resume also says that
    the skill is not there.
    """
    if any(e.status == "negated" for e in match.evidence):
        return ()
    wanted = "typo" if match.status == "typo" else "found"
    places: dict[tuple[str, str], list[Evidence]] = {}
    for evidence in match.evidence:
        heading = headings.get(document.line_at(evidence.span.start).number)
        plain = heading is None or not heading.overlaps(evidence.span)
        if evidence.status == wanted and not evidence.weak and plain:
            text = " ".join(document.quote(evidence.span).split())
            places.setdefault((evidence.term, text), []).append(evidence)
    return [(found[0], text) for (_, text), found in places.items() if _is_sure(found, text)]


def _is_sure(places: Sequence[Evidence], text: str) -> bool:
    """Whether a term follows from ``text``: from an everyday word that is listed, or comes twice.

    What stands around such a word ("Access", "XP") may have been taken for more than it is.
    """
    first = places[0]
    if first.form != "implied" or len(places) > 1 or first.section == "skills":
        return not first.told or first.in_context
    return not load_lexicon().resolve(text).context


def _change(
    claim: Evidence, written: str, asked: str, term: Term, *, whole: bool
) -> tuple[EditKind, str] | None:
    """What to write where ``written`` claims ``term``, so that ``asked`` stands there."""
    if claim.form == "typo":
        return "misspelt", asked
    if claim.form == "implied" or claim.told or _stays(claim, written, term):
        return ("implied", asked) if whole and is_own_name(asked, term) else None
    names = {name.casefold() for name in (term.entry, *term.acronyms)}
    for kind, short, full in _pairs(written, asked):
        if is_short(short) and not is_short(full):
            known = {short.casefold(), full.casefold()} <= names
            if known or is_initials(short, full):
                return kind, both(full, short)
    same = is_name(written, term) and means_no_more(asked, written, term)
    return ("wording", asked) if same else None


def _stays(claim: Evidence, written: str, term: Term) -> bool:
    """Whether the words are to stay as they are: a job's title, a publication's, a verb."""
    verb = written in words("verbs", "verbs") and not written.endswith("ing")
    return verb or is_role(written, term) or claim.section == "publications"


@cache
def _suites() -> frozenset[str]:
    return frozenset(load_words("edits")["suites"])


def _pairs(written: str, asked: str) -> Iterator[tuple[EditKind, str, str]]:
    """The two ways in which one may be short for the other, with what is lacking."""
    # The resume's part takes the number of the posting's: "large language models (LLMs)".
    yield "acronym", asked, plural(written) if asked.endswith("s") else written
    short = written if asked.endswith("s") else written.removesuffix("s")
    yield "full term", short, asked
