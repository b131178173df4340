"""PA: characters that come out otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.openings import shortened
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import PLAIN, losing
from atscheck.data import load_words
from atscheck.documents.characters import UNMAPPED
from atscheck.documents.model import Span

_CODE = re.compile(rf"\(cid:\d+\)|{UNMAPPED}")
"""A letter that its font does not name, as it comes out: one of ours, or copied from a reader."""


@rule(
    "PA201",
    Severity.WARNING,
    source=sources.UNMAPPED,
    bad=(
        "Jane Example\nPro(cid:415)le\nWorked in o(cid:332)ces in Berlin",
        "Jane Example\nPro\ufffdle\nWorked in o\ufffdces in Berlin",
    ),
    good=("Jane Example\nProfile\nWorked in offices in Berlin",),
)
def unmapped_glyphs(facts: Facts) -> Iterator[Hit]:
    """Some letters come out as codes or gaps: their font does not say which they are.

    Words with such letters are lost to every search, and no program that reads the file can mend
    them.
    """
    found = list(_CODE.finditer(facts.document.text))
    if found:
        line = facts.document.line_at(found[0].start())
        count = "one letter comes" if len(found) == 1 else f"{len(found)} letters come"
        yield Hit(
            line.span,
            f"{count} out as a code or a gap: {facts.document.line_text(line)[:80]}",
            "export the resume with another program or font; for LaTeX, load glyphtounicode and "
            "set \\pdfgentounicode=1",
        )


@rule(
    "PA202",
    Severity.INFO,
    source=sources.ICONS,
    bad=(Sample(losing("icon-glyphs"), "a telephone sign from an icon font"),),
    good=(Sample(PLAIN, "no icons"),),
)
def icon_glyphs(facts: Facts) -> Iterator[Hit]:
    """Icons from an icon font come out as stray characters or not at all.

    Beside an address or a number they can be glued to it; where an icon stands for a word, such as
    "phone", the word is missing.
    """
    losses = facts.losses("icon-glyphs")
    if losses:
        where = "one line" if len(losses) == 1 else f"{len(losses)} lines"
        yield Hit(
            losses[0].span,
            f"icons or unmapped signs in {where} have no character of their own",
            "write the word instead of the icon, or leave a space between it and the text",
        )


@rule(
    "PA203",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=(Sample(losing("letter-spaced"), "its name is typed as J a n e  E x a m p l e"),),
    good=(Sample(PLAIN),),
)
def letter_spaced_word(facts: Facts) -> Iterator[Hit]:
    """A word is typed with spaces between its letters.

    Not every parser puts it together again: a heading may not be known, a name not filed.
    """
    losses = [x for x in facts.losses("letter-spaced") if x.span and _in_body(facts, x.span)]
    if losses:
        lines = "; ".join(shortened(facts.document.quote(x.span)) for x in losses[:3] if x.span)
        yield Hit(
            losses[0].span,
            f"letters typed with spaces between them, in: {lines}",
            "type a word without spaces, and set the letter spacing in the font's settings",
        )


def _in_body(facts: Facts, span: Span) -> bool:
    """Whether ``span`` stands in the page itself, not in a footer such as "P a g e 2"."""
    return facts.document.line_at(span.start).origin not in ("header", "footer")


@rule(
    "PA204",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=(Sample(losing("direction-marks"), "an invisible mark turns a line's direction"),),
    good=(Sample(PLAIN),),
)
def direction_marks(facts: Facts) -> Iterator[Hit]:
    """Invisible marks turn the direction of the text.

    They come with text copied from the web; a program that obeys them reads the line backwards, one
    that does not keeps them inside words.
    """
    losses = facts.losses("direction-marks")
    if losses:
        yield Hit(
            losses[0].span,
            f"invisible marks of direction in {len(losses)} "
            f"{'line' if len(losses) == 1 else 'lines'}",
            "paste that text again as plain text",
        )


_WORD = re.compile(r"[^\W\d_]+")


def _mixed_words(text: str) -> Iterator[re.Match[str]]:
    """The words of Latin letters that have letters of another script which look like them."""
    words = load_words("look_alikes")
    alike = frozenset(words["cyrillic"] + words["greek"])
    for word in _WORD.finditer(text):
        letters = [c for c in word[0] if c not in alike]
        if 2 <= len(letters) < len(word[0]) and all(c <= _LAST_LATIN for c in letters):
            yield word


_LAST_LATIN = "\u024f"
"""The end of Latin Extended-B."""


@rule(
    "PA205",
    Severity.WARNING,
    source=sources.CONFUSABLES,
    bad=("Jane Example\nSKILLS\nP\u0443thon, SQL",),
    good=(
        "Jane Example\nSKILLS\nPython, SQL",
        "Jane Example\nLANGUAGES\n\u0420\u0443\u0441\u0441\u043a\u0438\u0439, English",
        "Jane Example\nEXPERIENCE\n- Measured 5 \u03bcm structures of \u0394G and \u03b2-actin.",
    ),
)
def look_alike_letters(facts: Facts) -> Iterator[Hit]:
    """Letters of another alphabet stand inside Latin words.

    They look the same and are other characters: a search for the word does not find it. They come
    from another keyboard or from copied text.
    """
    found = list(_mixed_words(facts.document.text))
    if found:
        named = ", ".join(dict.fromkeys(f'"{m[0]}"' for m in found[:5]))
        yield Hit(
            Span(*found[0].span()),
            f"letters of another alphabet inside: {named}",
            "type these words again with a Latin keyboard",
        )
