"""The cues of a clause ("must have", "is a plus"), and the tier of what each speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from atscheck.data import load_words
from atscheck.skills.model import Tier

_TIERS: dict[str, Tier | None] = {
    "required": "must", "preferred": "good", "not_needed": None, "without": None,
}  # fmt: skip

_LEADS = re.compile(r"\W{0,2}:|\S\s*(?::|\sthat you\b)", re.IGNORECASE)
"""What shows, from a cue's last character on, that the cue speaks of what follows."""

_GOES_ON = re.compile(r"\S\s+(?:if|to have)\b", re.IGNORECASE)
_DUMMY = re.compile(r"\b(?:it|it['’]s|this|that|we|you)\b[^,;]{0,40}$", re.IGNORECASE)
"""A subject that stands for what follows ("It is a plus if you know …")."""

_BETWEEN = re.compile(
    r"\W*(?:(?:although|and|are|be|but|considered|highly|however|is|it|it['’]s|just|only|still"
    r"|though|while|whilst|will|would|yet)\b\W*)*",
    re.IGNORECASE,
)
"""What stands between two cues that speak of the same ("not required, but a plus")."""

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BARE = re.compile(
    r"\W*(?:(?:also|be|but|highly|is|it|only|strongly|this|very|would)\b\W*)*", re.IGNORECASE
)
"""What a bracket holds beside a cue that speaks of what is before the bracket."""

_BREAK = re.compile(r"[,;]|\s[-–—]\s|\b(?:but|while|whilst)\b", re.IGNORECASE)
_ITEM_BREAK = re.compile(r"[,;]|\s(?:and|but)\s|\s[-–—]\s", re.IGNORECASE)
_ITEM_WORDS = 3
"""The most words of an item that a cue behind it speaks of alone."""
_OR = re.compile(r"\b(?:and|nor|or)\b", re.IGNORECASE)
_OWN_SUBJECT = re.compile(
    r"\s*+(?:with\b|(?!(?:also|although|as|but|especially|in|including|is|it|not|of|on|or"
    r"|particularly|that|this|though|which|while|whilst|who|will|would)\b)(?!.*\b(?:and|or)\b)"
    r".*\b(?:is|isn['’]t|(?:would|will) be)\s)",
    re.IGNORECASE,
)
"""What stands between the last comma and a cue that speaks of this part alone."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a clause, the tier of what it asks for, and whether the wording says so."""

    start: int
    end: int
    tier: Tier | None
    firm: bool


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue of a kind (a key of the word list), and its place in a clause."""

    start: int
    end: int
    kind: str
    text: str


def tell_tiers(clause: str, base: Tier | None, *, firm: bool) -> Iterator[Piece]:
    """The clause divided where its cues change the tier, which else is ``base``.

    "Preferably", and a cue that opens the clause or has a colon, speaks of what follows; any
    other one of what stands before it. A cue in brackets speaks of what else is in the brackets,
    and one that is alone there of the item before them.
    """
    if base is None:
        yield Piece(0, len(clause), None, False)
        return
    start = 0
    for bracket in _BRACKETS.finditer(clause):
        cues = _cues(clause, bracket.start(), bracket.end())
        if not cues:
            continue
        item = bracket.start()
        if len(cues) == 1 and _is_bare(bracket, cues[0]):
            if not clause[start:item].strip(" ,:;-*•"):
                base, firm, start = _tier(cues[0], base), True, bracket.end()
                continue
            item = _last(_ITEM_BREAK, clause, start, item)
            yield from _cued(clause, start, item, base, firm=firm)
            yield Piece(item, bracket.end(), _tier(cues[0], base), True)
        else:
            yield from _cued(clause, start, item, base, firm=firm)
            yield from _cued(clause, item, bracket.end(), base, firm=firm)
        start = bracket.end()
    yield from _cued(clause, start, len(clause), base, firm=firm)


def _tier(cue: _Cue, base: Tier | None) -> Tier | None:
    """The tier that a cue gives; what a preferred part requires is still good to have."""
    return "good" if base == "good" and cue.kind == "required" else _TIERS[cue.kind]


def _is_bare(bracket: re.Match[str], cue: _Cue) -> bool:
    """Whether the cue is alone in the bracket, and does not hold itself what it speaks of."""
    text, at = bracket.group(), bracket.start()
    rest = text[: cue.start - at] + " " + text[cue.end - at :]
    return cue.kind != "without" and _BARE.fullmatch(rest) is not None


def _last(pattern: re.Pattern[str], clause: str, start: int, end: int) -> int:
    """The end of the last match between ``start`` and ``end`` that some text follows."""
    ends = [m.end() for m in pattern.finditer(clause, start, end) if clause[m.end() : end].strip()]
    return ends[-1] if ends else start


def _cued(clause: str, start: int, end: int, base: Tier | None, *, firm: bool) -> Iterator[Piece]:
    """The pieces of a stretch of a clause in which cues may stand anywhere."""
    current = Piece(start, end, base, firm)
    for cue in _cues(clause, start, end):
        tier = _tier(cue, base)
        if cue.kind == "without":
            yield replace(current, end=cue.start)
            yield Piece(cue.start, cue.end, None, True)
            current = replace(current, start=cue.end)
        elif _is_leading(clause, current.start, cue):
            yield replace(current, end=cue.start)
            base, firm = tier, True
            current = Piece(cue.start, end, base, firm)
        else:
            if cue.kind == "not_needed" and current.tier == "good":
                tier = "good"  # "It would be nice if …, but it is not essential"
            subject = _subject(clause, current.start, cue)
            yield replace(current, end=subject)
            yield Piece(subject, cue.end, tier, True)
            current = Piece(cue.end, end, base, firm)
    yield current


def _is_leading(clause: str, start: int, cue: _Cue) -> bool:
    """Whether ``cue`` speaks of what follows, in a piece that begins at ``start``."""
    before = clause[start : cue.start]
    if not before.strip(" ,:;-–—()[]*•") or cue.text in _leading():
        return True
    if _LEADS.match(clause, cue.end - 1):
        return True
    return bool(_GOES_ON.match(clause, cue.end - 1) and _DUMMY.search(before[-60:]))


def _subject(clause: str, start: int, cue: _Cue) -> int:
    """Where begins what a cue speaks of that stands behind it.

    It is all of the piece, but for a part of its own after the last comma ("Fluent English, German
    is a plus", "Fluent English, German not required").
    """
    last = _last(_BREAK, clause, start, cue.start)
    item = clause[last : cue.start]
    alone = cue.kind == "not_needed" and len(item.split()) <= _ITEM_WORDS and not _OR.search(item)
    return last if alone or _OWN_SUBJECT.match(clause[last : cue.end]) else start


def _cues(clause: str, start: int, end: int) -> list[_Cue]:
    """The cues between two places in order; of two that overlap the first counts.

    Two that speak of the same are one ("not required, but a plus").
    """
    text = clause[start:end]
    found = [
        _Cue(start + m.start(), start + m.end(), kind, " ".join(m[0].casefold().split()))
        for kind in _TIERS
        for m in phrases("cues", kind).finditer(text)
        if not _unless().search(text, max(0, m.start() - 12), m.start())
    ]
    cues: list[_Cue] = []
    for cue in sorted(found, key=lambda cue: (cue.start, -cue.end)):
        last = cues[-1] if cues else None
        if last is None or (cue.start >= last.end and not _are_one(clause, last, cue)):
            cues.append(cue)
        elif cue.start >= last.end:
            cues[-1] = replace(last, end=cue.end, kind="preferred", text="")
    return cues


def _are_one(clause: str, first: _Cue, second: _Cue) -> bool:
    kinds = {first.kind, second.kind}
    between = clause[first.end : second.start]
    return kinds == {"preferred", "not_needed"} and _BETWEEN.fullmatch(between) is not None


@cache
def _leading() -> frozenset[str]:
    return frozenset(load_words("posting_cues")["cues"]["leading"])


@cache
def _unless() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load_words("posting_cues")["cues"]["unless"]))
    return re.compile(rf"\b(?:{words})\s+$", re.IGNORECASE)


@cache
def phrases(table: str, key: str) -> re.Pattern[str]:
    """Any of a list's phrases, as whole words in any case.

    "…" in one stands for a few words, "_" for two at most; a hyphen may stand for a space.
    """
    return any_of(load_words("posting_cues")[table][key])


def any_of(wordings: Iterable[str]) -> re.Pattern[str]:
    """Any of the wordings, as `phrases` reads them."""
    some = sorted(wordings, key=len, reverse=True)
    written = [
        re.escape(phrase)
        .replace("…", r"[^,;.:]{0,50}?")
        .replace(r"_\ ", r"(?:[\w-]{1,30}\s{1,9}){0,2}")
        .replace(r"\ ", r"[\s-]{1,9}")
        .replace("'", "['’]")
        for phrase in some
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)", re.IGNORECASE)
