"""Whatever a resume holds, it comes out harmless."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from atscheck.renderers.safe import csv_safe, markdown_safe, one_line, term_safe

TRIGGERS = "=+-@\t\r\0＝＋－＠"
NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x00\x07\x08\t\n\r\x1b\x7f\x80\x85\x9b\xa0\xad\u200b\u200d\u200e\u202a\u202e\u2028\u2029"
            "\u2066\u2069\ufeff\ufff9\ue000\ud800\U000e0001\U000e0041\U000e0100=+-@＝＋－＠|*_`<>[]()#&\\~!"
        ),
    )
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("naïve 日本語 “ü” • → ﬁ", "naïve 日本語 “ü” • → ﬁ"),
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("\x9b31m", r"\x9b31m"),
        ("a\x7fb\x00c", r"a\x7fb\x00c"),
        ("a\r\nb\tc", r"a\x0d\x0ab\x09c"),
        ("gpj.\u202efdp", r"gpj.\u{202e}fdp"),
        ("zero\u200bwidth\ufeff", r"zero\u{200b}width\u{feff}"),
        ("tag\U000e0041 variant\U000e0100", r"tag\u{e0041} variant\u{e0100}"),
        ("half \ud800", r"half \u{d800}"),
        ("a\xa0b\u3000c", "a b c"),
        ("line\u2028break", r"line\u{2028}break"),
    ],
)
def test_term_safe(text: str, shown: str) -> None:
    assert term_safe(text) == shown


@given(NASTY)
def test_term_safe_is_printable_and_stable(text: str) -> None:
    safe = term_safe(text)
    assert safe.isprintable()
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for c in safe)
    assert term_safe(safe) == safe


@given(st.text(st.characters(whitelist_categories=("L", "N", "P", "S"))))
def test_term_safe_leaves_visible_text(text: str) -> None:
    assert term_safe(text) == text


@given(NASTY)
def test_one_line_has_single_spaces(text: str) -> None:
    assert "  " not in one_line(text)
    assert one_line("a\n \tb") == "a b"


@pytest.mark.parametrize("trigger", [*TRIGGERS, " =", "\u3000@", "\xa0+", "\n="])
def test_csv_safe_disarms_formulas(trigger: str) -> None:
    assert csv_safe(f"{trigger}SUM(A1)").startswith("'")


def test_csv_safe_leaves_text() -> None:
    assert csv_safe("C++, 3-5 years = fine") == "C++, 3-5 years = fine"
    assert csv_safe("") == ""


@given(NASTY)
@example("\n=1+1")
@example("\u200b=1+1")
@example("\ufeff=1+1")
@example('"=1+1')
def test_csv_cells_survive_and_hold_no_formula(text: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerow([csv_safe(text), "end"])
    ((cell, end),) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert (cell, end) == (csv_safe(text), "end")
    assert cell.isprintable()
    assert not cell.lstrip().startswith(tuple(TRIGGERS))


MARKDOWN = MarkdownIt("commonmark").enable("table")


def shown(markdown: str) -> str:
    """The text that a reader of rendered Markdown sees; fails if anything but text is in it."""
    seen = []
    for token in MARKDOWN.parse(markdown):
        assert token.type in ("paragraph_open", "paragraph_close", "inline"), token.type
        for child in token.children or ():
            assert child.type in ("text", "text_special"), child.type
            seen.append(child.content)
    return "".join(seen)


@given(NASTY)
@example("1. item")
@example("1) item")
@example("- item")
@example("+ item")
@example("---")
@example("===")
@example("# heading")
@example("<script>alert(1)</script> <!-- -->")
@example("![image](https://example.org/x.png) [link](javascript:x)")
@example("<https://example.org>")
@example("&lt;b&gt; &#60;")
@example("\\*a\\*")
@example("`code` ~~gone~~ **bold** _it_")
@example("a_b_c _it_ a__b__c é_ü_é _a_b_")
@example("+ a + b")
@example("1.")
@example("[x]: https://example.org")
@example("> quote")
def test_markdown_shows_the_text_itself(text: str) -> None:
    assert shown(markdown_safe(text)).strip() == one_line(text).strip()


def test_markdown_leaves_what_acts_nowhere() -> None:
    for text in ("C++, 14.5 % in 2019 and user_guide", "14.5"):
        assert markdown_safe(text) == text


@given(NASTY)
def test_markdown_cells_stay_in_their_column(text: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {markdown_safe(text)} | end |\n"
    cells = [t for t in MARKDOWN.parse(table) if t.type == "td_open"]
    assert len(cells) == 2
