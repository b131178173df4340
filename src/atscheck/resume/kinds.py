"""What kind of passage a text is: a statement, a list, a line of a job's head."""

from __future__ import annotations

import re

from atscheck.resume.dates import find_ranges
from atscheck.resume.model import PassageKind, SectionKind
from atscheck.resume.places import is_place
from atscheck.resume.quantities import find_quantities
from atscheck.resume.roles import is_organisation, is_title, job_label
from atscheck.resume.verbs import first_verb
from atscheck.resume.wrapping import MARK

_SEPARATORS = re.compile(r",(?!\d)|[;|/•\t]|\s-\s")
_WORD = re.compile(r"[^\W\d_]+")
_LABEL = re.compile(r"^[^:,.]{2,40}:")
LABEL_ALONE = re.compile(r":[\s-]*$")
"""The end of a label without a value."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_SENTENCE_WORDS = 5  # fewer words are a sentence only with a verb in front or a full stop behind
_HEAD_WORDS, _DATED_WORDS = 14, 24  # of a line of a job's head, and of one with its dates
_FIELD_WORDS = 5  # of a label, and of its value
_STATEMENT_SECTIONS: frozenset[SectionKind] = frozenset(
    ["experience", "projects", "research", "volunteering", "publications"]
)
_PROSE_SECTIONS: frozenset[SectionKind] = frozenset(["summary", "objective"])


def kind_of(text: str, section: SectionKind) -> PassageKind:
    """The kind of passage that ``text``, with its bullet mark, is in a section."""
    mark = MARK.match(text)
    body = text[mark.end() :] if mark else text
    words = len(_WORD.findall(body))
    if section == "contact":
        return "sentence" if words >= 12 and not is_enumeration(text) else "contact"
    if section == "skills":
        return "bullet" if mark and words > _SENTENCE_WORDS and first_verb(body) else "list"
    if mark:
        return _kind_of_item(body, words) if section in _STATEMENT_SECTIONS else "bullet"
    if section in _STATEMENT_SECTIONS:
        return _kind_of_statement(body, words)
    if is_enumeration(text):
        return "list"
    return "sentence" if words >= _SENTENCE_WORDS or section in _PROSE_SECTIONS else "list"


def _kind_of_item(text: str, words: int) -> PassageKind:
    """The kind of a passage with a bullet mark among jobs and projects."""
    if (job_label(text) or "\t" in text) and _is_job_line(text, words):
        return "title"
    return "field" if _is_field(text) else "bullet"


def _kind_of_statement(text: str, words: int) -> PassageKind:
    """The kind of an unmarked passage among jobs and projects."""
    if _is_job_line(text, words):
        return "title"
    if _LINK.fullmatch(text) or LABEL_ALONE.search(text):
        return "list"
    if _is_field(text):
        return "list" if is_enumeration(text) else "field"
    ends = text.rstrip().endswith(".")
    label = _LABEL.match(text)
    if is_enumeration(text) and (label or not ends):
        return "list"
    if label:
        words = len(_WORD.findall(text[label.end() :]))
    told = words >= _SENTENCE_WORDS or (words >= 3 and ends)
    return "sentence" if told or first_verb(text) or find_quantities(text) else "list"


def _is_field(text: str) -> bool:
    """Whether ``text`` is a label with a short value that is no amount ("Front end: Vue")."""
    label = _LABEL.match(text)
    if label is None or len(label.group().split()) > _FIELD_WORDS:
        return False
    value = text[label.end() :].strip()
    if len(value.split()) > _FIELD_WORDS or (first_verb(value) and not is_title(value)):
        return False
    return all(amount.end <= label.end() for amount in find_quantities(text))


def _is_job_line(text: str, words: int) -> bool:
    """Whether a line is of a job's head: short, no sentence, naming a role, employer or date."""
    labelled = job_label(text)
    if labelled is not None:
        return words <= _HEAD_WORDS and first_verb(text[labelled.end() :]) is None
    if words <= _DATED_WORDS and _is_dated_at_an_edge(text):
        return True
    if words > _HEAD_WORDS or (first_verb(text) is not None and words > 3):
        return False
    label = _LABEL.match(text)
    if label is not None:
        value = text[label.end() :]
        if not (_YEAR.search(label[0]) or _names_job(label[0]) or _names_job(value)):
            return False
        text = value
    if _YEAR.search(text) and (words <= 6 or any(True for _ in find_ranges(text))):
        return True
    if text.rstrip().endswith(".") and not is_organisation(text[-12:]):
        return False
    if "\t" in text and is_place(text.rsplit("\t", 1)[1]):
        return True
    return is_title(text) or (is_organisation(text) and words <= 8)


def _is_dated_at_an_edge(text: str) -> bool:
    """Whether a date range ends or begins a line that is no sentence with a verb."""
    dates = next(find_ranges(text), None)
    if dates is None or _LABEL.match(text):
        return False
    before, after = text[: dates.start].strip(" (["), text[dates.end :].strip(" .)]-:,")
    if (before and after) or not (before or after):
        return False
    return before.endswith("\t") or first_verb(before or after) is None


def _names_job(text: str) -> bool:
    return is_title(text) or is_organisation(text)


def is_enumeration(text: str) -> bool:
    """Whether ``text`` is items between separators, of up to three words each on average."""
    body = text.split(":", 1)[1] if _LABEL.match(text) else text
    items = [item for item in _SEPARATORS.split(body) if item.strip()]
    told = (first_verb(body) or "").endswith("ed")
    if len(items) < 3 or told:
        return False
    return sum(len(_WORD.findall(item)) for item in items) / len(items) <= 3
