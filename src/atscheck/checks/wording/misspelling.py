"""WR: misspelt words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from atscheck.checks import sources
from atscheck.checks.rule import Facts, Hit, Severity, rule
from atscheck.checks.wording.vocabulary import correction, is_known
from atscheck.documents.model import Span
from atscheck.resume.model import Passage, SectionKind

_UNCHECKED: tuple[SectionKind, ...] = (
    "contact", "languages", "personal", "publications", "references",
)  # fmt: skip
"""Sections of names, titles and words of other languages."""

_WORD = re.compile(
    r"(?<![\w@.&/\\+#*~^=:-])[^\W\d_]+(?:['’][^\W\d_]{1,2})?(?![\w@&/\\+#*~^=-]|[.:]\w)"
)
"""A word of letters alone, that no mark makes part of an address, a path or a compound."""

_QUOTED = re.compile(r"[\"“«][^\"”»]{1,200}[\"”»]")

_SHORTEST = 5
"""Letters from which on a slip can be told from another word or a short form."""


@dataclass(frozen=True, slots=True)
class _Slip:
    """A word that is not known, with its place and what it was meant to be."""

    word: str
    span: Span
    right: str


def _slips(facts: Facts, often: int) -> Iterator[_Slip]:
    """The words that are surely misspelt, each once, in reading order."""
    typos = {facts.document.quote(e.span) for _, e in facts.with_status("typo")}
    seen: set[str] = set()
    for passage in facts.resume.passages:
        if passage.hidden or passage.section in _UNCHECKED:
            continue
        unknown = [found for found in _words(passage) if not is_known(found[0].casefold())]
        if not unknown or not _is_english(passage):
            continue
        quoted = [found.span() for found in _QUOTED.finditer(passage.text)]
        for found in unknown:
            word = found[0].casefold()
            if word in seen or facts.once(_times)[word] >= often or found[0] in typos:
                continue
            if any(a <= found.start() < b for a, b in quoted):
                continue
            seen.add(word)
            right = correction(word)
            if right and not _is_piece(passage.text, found):
                place = passage.span(found.start(), found.end())
                yield _Slip(found[0], place, right if found[0].islower() else right.capitalize())


def _times(facts: Facts) -> Counter[str]:
    """How often each word stands in the text."""
    return Counter(re.findall(r"[^\W\d_]+", facts.document.text.casefold()))


def _words(passage: Passage) -> Iterator[re.Match[str]]:
    """The words that are neither names nor short forms."""
    for found in _WORD.finditer(passage.text):
        word = found[0]
        if len(word) < _SHORTEST or not word[1:].islower():
            continue
        if word[0].islower() or _opens_sentence(passage, found):
            yield found


def _opens_sentence(passage: Passage, found: re.Match[str]) -> bool:
    """Whether a capital is that of a sentence: the next word has none."""
    before, after = passage.text[: found.start()], passage.text[found.end() :]
    return (
        passage.kind in ("bullet", "sentence")
        and (not before.strip() or before.endswith(". "))
        and bool(re.match(r" [a-z]", after))
    )


def _is_english(passage: Passage) -> bool:
    """Whether nearly all words of a passage are known, two that look like slips counting as one.

    One unknown word is always allowed.
    """
    written = re.findall(r"[^\W\d_]{3,}", passage.text)
    words = [word.casefold() for word in written if not word.isupper()]
    unknown = [word for word in words if not is_known(word)]
    if len(unknown) * 2 > len(words) > 1:
        return False
    doubt = float(len(unknown))
    if doubt > max(1, len(words) / 5):
        doubt -= sum(correction(word) is not None for word in unknown) / 2
    return doubt <= max(1, len(words) / 5)


def _is_piece(text: str, found: re.Match[str]) -> bool:
    """Whether the word and the one beside it make a known one, that was cut in two."""
    before = re.search(r"([^\W\d_]+) $", text[: found.start()])
    after = re.match(r" ([^\W\d_]+)", text[found.end() :])
    word = found[0].casefold()
    return bool(
        (before and is_known(before[1].casefold() + word))
        or (after and is_known(word + after[1].casefold()))
    )


@rule(
    "WR501",
    Severity.INFO,
    source=sources.SPELLING,
    bad=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Responsible for the managment of 12 clerks.",
        "SUMMARY\nNurse who has recieved two awards for care of the elderly.",
        "EXPERIENCE\nBuyer, Acme Ltd, 2019 - 2022\n- Negociated prices with 40 suppliers.",
        "SKILLS\n- Excellent comunication with clients and colleagues",
    ),
    good=(
        "EXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2022\n- Organised onboarding and localised 9 apps.",
        "EXPERIENCE\nAnalyst, Managment Ltd, 2019 - 2022\n- Built plans for Recieved Inc.",
        "EXPERIENCE\nTester, Acme Ltd, 2019 - 2022\n- Kept info@managment.example, recieve.py.",
        "SUMMARY\nVerkäuferin mit Erfahrung im managment und in der comunication mit Kunden.",
    ),
    most=1,
    options={
        "often": "how many times a word that is not known has to stand to be taken for jargon"
    },
)
def misspelt_word(facts: Facts, *, often: int = 3) -> Iterator[Hit]:
    """Word that is spelt wrong.

    In a study with 445 recruiters errors of spelling cost as much as missing experience; a search
    for the right word does not find the wrong one either.
    """
    if facts.losses("ocr") or facts.losses("unmapped-glyphs"):
        return
    slips = list(_slips(facts, often))
    if slips:
        names = ", ".join(f'"{slip.word}"' for slip in slips[:_SHOWN])
        more = f" and {len(slips) - _SHOWN} more" if len(slips) > _SHOWN else ""
        rights = "; ".join(f'write "{slip.right}" for "{slip.word}"' for slip in slips[:_SHOWN])
        also = "; then let a spell checker look for the others" if more else ""
        yield Hit(slips[0].span, f"misspelt: {names}{more}", f"{rights}{also}")


_SHOWN = 6
"""Words that a finding names."""
