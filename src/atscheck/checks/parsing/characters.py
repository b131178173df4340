"""PA: characters that come out otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atscheck.checks import sources
from atscheck.checks.quotes import shortened
from atscheck.checks.rule import Facts, Hit, Sample, Severity, rule
from atscheck.checks.samples import losing, losing_both, marked, noted
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
        "Jane Example\nSKILLS\nPython, (cid:54)(cid:52)(cid:47)",
        "Ren\ufffd Example\nEXPERIENCE\nAnalyst, Acme Ltd, 2019 - 2024",
    ),
    good=(
        "Jane Example\nProfile\nWorked in offices in Berlin",
        "Jane Example\nPro\ufb01le\nWorked in o\ufb03ces in Berlin",
        "Jane Example\nEXPERIENCE\n- Mapped the Salesforce field cid: 415 accounts.",
        "Jane Example\nEXPERIENCE\n- Asked 300 users (what? how?) on question marks.",
    ),
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


_ICON = "1 icon or glyph without a character"


@rule(
    "PA202",
    Severity.INFO,
    source=sources.ICONS,
    bad=lambda: (
        losing("icon-glyphs", _ICON, "a telephone sign stands before the number",
               text="Jane Example\n+1 555 010 0199", line=2),
        losing("icon-glyphs", "5 icons or glyphs without a character", "skills rated with dots",
               text="SKILLS\nPython\nSQL", line=2),
        losing("icon-glyphs", _ICON, "an arrow of Wingdings within a line",
               text="EXPERIENCE\nAnalyst Senior analyst, Acme Ltd", line=2),
        losing_both(
            losing("icon-glyphs", _ICON, "", text="Jane Example\njane@example.org\njane", line=2),
            losing("icon-glyphs", _ICON, "", text="Jane Example\njane@example.org\njane", line=3),
            "the signs of two networks stand before an address and an account",
        ),
    ),
    good=lambda: (
        noted("signs that are characters", "Jane Example\n\u260e +1 555 010 0199\n\u2709 jane"),
        noted("a word instead of each sign", "Jane Example\nPhone: +1 555 010 0199"),
        losing("images", "2 pictures: text in pictures is not read", "its signs are pictures"),
        losing("invisible", "1 invisible character", "a soft hyphen within a word"),
    ),
)  # fmt: skip
def icon_glyphs(facts: Facts) -> Iterator[Hit]:
    """Icons from an icon font come out as stray characters or not at all.

    Beside an address or a number they can be glued to it; where an icon stands for a word, such as
    "phone", the word is missing.
    """
    losses = facts.losses("icon-glyphs")
    if losses and not facts.document.doubt:
        where = "one line" if len(losses) == 1 else f"{len(losses)} lines"
        yield Hit(
            losses[0].span,
            f"icons in {where}: a machine reads a stray sign there, or nothing",
            "write the word instead of the icon, or leave a space between it and the text",
        )


@rule(
    "PA203",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=(
        "J A N E   E X A M P L E\njane@example.org",
        "Jane Example\n\nE X P E R I E N C E\nAnalyst, Acme Ltd, 2019 - 2024",
        "Jane Example\n\nS k i l l s:\nPython, SQL",
        "C U R R I C U L U M VITAE\nJane Example",
    ),
    good=lambda: (
        "Jane Example\n\nEDUCATION\nBSc, I I T T College of Example, 2012, in the first class",
        "Jane Example\n\nSKILLS\nR, C, D, F",
        "J. R. R. Example\njane@example.org",
        Sample(marked("Jane Example\nP a g e 2", [2], origin="footer"), "in a page footer"),
    ),
)
def letter_spaced_word(facts: Facts) -> Iterator[Hit]:
    """A heading or name is typed with spaces between its letters.

    Not every parser puts it together again: a heading may not be known, a name not filed.
    """
    losses = [x for x in facts.losses("letter-spaced") if x.span and _is_title(facts, x.span)]
    if losses:
        lines = "; ".join(shortened(facts.document.quote(x.span)) for x in losses[:3] if x.span)
        yield Hit(
            losses[0].span,
            f"letters typed with spaces between them, in: {lines}",
            "type the words without spaces between their letters",
        )


_TITLE = 3
"""Words of a heading or name; in longer lines, what is spaced are initials ("B R K S College")."""


def _is_title(facts: Facts, span: Span) -> bool:
    """Whether ``span`` is a short line of the page itself, not of a footer such as "P a g e 2"."""
    words = facts.document.quote(span).split()
    return len(words) <= _TITLE and facts.document.line_at(span.start).origin not in (
        "header",
        "footer",
    )


@rule(
    "PA204",
    Severity.INFO,
    source=sources.GREENHOUSE,
    bad=(
        "Jane Example\nPhone: \u202d+1 555 010 0199\u202c",
        "Jane Example\n\u202ejane@example.org",
        "Jane Example\nSKILLS\n\u2067Python\u2069, SQL\n\u2067Kafka\u2069",
        "Jane Example\nEXPERIENCE\nAnalyst, \u202bAcme Ltd\u202c, 2019 - 2024",
    ),
    good=lambda: (
        "Jane Example\nPhone: +1 555 010 0199",
        "Jane Example\nLANGUAGES\n\u05e2\u05d1\u05e8\u05d9\u05ea, English",
        "Jane Example\nLANGUAGES\n\u0627\u0644\u0639\u0631\u0628\u064a\u0629, English",
        losing("invisible", "1 invisible character", "a joiner without width"),
    ),
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
            f"invisible characters that turn the direction of the text, in {len(losses)} "
            f"{'line' if len(losses) == 1 else 'lines'}",
            "delete that text and type it again, or paste it without its formatting",
        )


_WORD = re.compile(r"[^\W\d_]+")


def _mixed_words(text: str) -> Iterator[re.Match[str]]:
    """The words of Latin letters that have letters of another script which look like them."""
    words = load_words("look_alikes")
    alike = frozenset(words["cyrillic"] + words["greek"])
    if alike.isdisjoint(text):
        return
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
    bad=(
        "Jane Example\nSKILLS\nP\u0443thon, SQL",
        "J\u0430ne Ex\u0430mple\njane@example.org",
        "Jane Example\nSKILLS\nKub\u0435rnetes, \u0421SS3",
        "Jane Example\nSKILLS\n\u039aafka, Angul\u03b1r",
    ),
    good=(
        "Jane Example\nSKILLS\nPython, SQL",
        "Jane Example\nLANGUAGES\n\u0420\u0443\u0441\u0441\u043a\u0438\u0439, English",
        "Jane Example\nEXPERIENCE\n- Measured 5 \u03bcm structures of \u0394G and \u03b2-actin.",
        "Ren\u00e9e M\u00fcller-Example\nSKILLS\nna\u00efve Bayes, \u0141\u00f3d\u017a",
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
