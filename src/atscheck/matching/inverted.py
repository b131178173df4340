"""Terms told by their verb or with "of": "managed two large projects", "preparation of reports"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atscheck.matching.phrases import Candidate
from atscheck.matching.pipeline import PhraseIndex
from atscheck.matching.place import cues
from atscheck.matching.reading import Reading
from atscheck.matching.surfaces import ACTS, act_stem, is_agent, singular
from atscheck.resume.words import words

_NO_VERBS = ("ment", "tion", "ysis", "er", "or", "ers", "ors")
"""What no form of that verb ends with."""
_OPENERS = frozenset(["(", "-", ".", ":", ";", "•"])
_LEAD = 3
"""How many words may stand before a statement's verb ("you will also manage")."""
_BETWEEN = 3
"""How many words may stand between the verb and its object ("managed two large projects")."""


def inverted(reading: Reading, index: PhraseIndex) -> Iterator[Candidate]:
    """Terms of two words or more whose verb stands before their other words.

    The verb opens a statement, or stands behind "and" or a comma, so that the writer did it. An act
    may also stand before "of" ("preparation of monthly reports").
    """
    terms = index.told_by_verb
    within = {at for c in reading.candidates if c.end - c.start > 1 for at in range(c.start, c.end)}
    told = {
        norm: named
        for norm in reading.words.sets["norm"]
        if (named := terms.get(act_stem(norm), ()))
    }
    for at, token in enumerate(reading.tokens):
        named = told.get(token.norm, ())
        if not named:
            continue
        # "quality management of the site" is no management of it
        of = reading.tokens[at + 1].norm == "of" and token.norm.endswith(ACTS) and at not in within
        verb = _may_be_verb(reading, at) and _opens(reading, at)
        if not of and not verb:
            continue
        ends = tuple(_objects(reading, _last_verb(reading, at) + of))
        for candidate, others in named:
            for end in ends:
                if at < end - len(others) and _stand(others, reading, end):
                    yield candidate._replace(start=at, end=end, inflected=True)
                    break


def _may_be_verb(reading: Reading, at: int) -> bool:
    """Whether the word is no noun: "deliver" is one only behind other words."""
    norm = reading.tokens[at].norm
    first = at == _first_verb(reading, reading.starts[reading.passage_at(at)])
    verb = norm in words("verbs", "verbs") or norm.removesuffix("s") in words("verbs", "verbs")
    return not norm.endswith(_NO_VERBS) or (first and verb)


def _opens(reading: Reading, at: int) -> bool:
    """Whether the word at ``at`` opens a statement, or goes on with a row of verbs."""
    number = reading.passage_at(at)
    if reading.passages[number].kind not in ("bullet", "sentence"):
        return False
    start = reading.starts[number]
    before = reading.tokens[at - 1].norm if at > start else ""
    first = _first_verb(reading, start)
    if at == first or before in _OPENERS or (before,) in cues("who_does"):
        return True
    verb = reading.tokens[first].norm
    verbal = verb.endswith(("ed", "ing")) or verb.removesuffix("s") in words("verbs", "verbs")
    return verbal and before in (",", "and", "&", "/")


def _first_verb(reading: Reading, start: int) -> int:
    """Where the statement's verb stands if it is its first word but for "also", "you will" etc."""
    at = start
    while at < min(start + _LEAD, len(reading.tokens) - 1):
        norm = reading.tokens[at].norm
        if not norm.endswith("ly") and (norm,) not in cues("before_verbs"):
            break
        at += 1
    return at


def _last_verb(reading: Reading, at: int) -> int:
    """The last of verbs that share an object, the first of them at ``at``: "plan and deliver"."""
    if at + 2 >= len(reading.tokens) or reading.tokens[at + 1].norm not in ("and", "&"):
        return at
    return at + 2 if reading.tokens[at + 2].norm in words("verbs", "verbs") else at


def _objects(reading: Reading, at: int) -> Iterator[int]:
    """Where the verb's object may end (half-open)."""
    for end in range(at + 2, min(at + 3 + _BETWEEN + 2, len(reading.tokens))):
        norm = reading.tokens[end - 1].norm
        if (norm,) in cues("closing") or not norm[:1].isalnum():
            return
        after = reading.tokens[end].norm if end < len(reading.tokens) else ""
        if (after,) in cues("closing") or not after.isalpha() or after.endswith(("ing", "ly")):
            yield end


def _stand(others: Sequence[str], reading: Reading, end: int) -> bool:
    """Whether ``others`` stand before ``end``, the last in either number.

    One person is rather the writer's title ("Training Supervisor") than whom it is done to.
    """
    norms = [token.norm for token in reading.tokens[end - len(others) : end]]
    if is_agent(norms[-1]) and singular(norms[-1]) == norms[-1]:
        return False
    return norms[:-1] == list(others[:-1]) and singular(norms[-1]) == singular(others[-1])
