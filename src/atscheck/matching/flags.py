"""Red flags of a pack: claims without what should stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atscheck.documents.model import Span
from atscheck.matching.model import FlagMatch, Match
from atscheck.matching.pipeline import PhraseIndex
from atscheck.matching.reading import Reading
from atscheck.skills.model import RedFlag
from atscheck.skills.patterns import Pattern

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}")


def find_flags(
    flags: Sequence[RedFlag], reading: Reading, index: PhraseIndex, matches: Sequence[Match]
) -> tuple[FlagMatch, ...]:
    """The flags that the resume raises, in the pack's order."""
    return tuple(
        FlagMatch(flag, spans)
        for flag in flags
        if (spans := tuple(_raised(flag, reading, index, matches)))
    )


def _raised(
    flag: RedFlag, reading: Reading, index: PhraseIndex, matches: Sequence[Match]
) -> Iterator[Span]:
    """The places that raise the flag; none where something takes the doubt away."""
    spans = list(_places(flag.pattern, reading, index))
    listed = [
        m.claims[0].span
        for m in matches
        if m.keyword.name in flag.listed_only and m.found and not m.in_context
    ]
    if flag.listed_only and len(listed) >= flag.at_least:
        spans.extend(listed)
    elif flag.pattern and len(spans) < flag.at_least:
        return
    if spans and not any(True for _ in _places(flag.unless, reading, index)):
        yield from sorted(spans, key=lambda s: (s.start, s.end))


def _places(patterns: Sequence[Pattern], reading: Reading, index: PhraseIndex) -> Iterator[Span]:
    """Where the patterns stand, unless hidden; one like "github.com" stands in every such link."""
    hosts = [p.casefold() for p in patterns if isinstance(p, str) and _HOST.fullmatch(p)]
    links = [
        (number, number + 1)
        for number, token in enumerate(reading.tokens if hosts else ())
        if token.link and any(host in token.norm for host in hosts)
    ]
    for start, end in sorted({*index.find(patterns, reading.words), *links}):
        if not reading.passages[reading.passage_at(start)].hidden:
            yield reading.span(start, end)
