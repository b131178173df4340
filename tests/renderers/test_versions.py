"""What every format says of two versions, and that hostile text is harmless in each."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from atscheck.renderers import render_difference
from atscheck.report import Difference, difference, schema
from tests.renderers.test_any_text import FEW, RESUMES, report_of
from tests.renderers.test_formats import PAYLOADS, STYLE, Golden
from tests.renderers.test_safe import MARKDOWN
from tests.support.make_report import make_report
from tests.support.make_versions import (
    make_hostile_versions,
    make_job_versions,
    make_pack_versions,
    make_unscored_versions,
)

DIFF = Draft202012Validator(schema("diff"))
VERSIONS = {
    "diff-pack": make_pack_versions,
    "diff-job": make_job_versions,
    "diff-unscored": make_unscored_versions,
}


def render(
    found: Difference, format: str, *, width: int = 80, color: bool = False, verbose: bool = False
) -> str:
    return render_difference(found, format, width=width, color=color, verbose=verbose)


@pytest.mark.parametrize("name", VERSIONS)
@pytest.mark.parametrize("format", ["text", "markdown"])
def test_golden(name: str, format: str, golden: Golden) -> None:
    golden(render(VERSIONS[name](), format), f"{name}.{format}")


@pytest.mark.parametrize("width", [60, 120])
def test_golden_width(width: int, golden: Golden) -> None:
    golden(render(make_pack_versions(), "text", width=width), f"diff-pack-{width}.text")


def test_golden_verbose(golden: Golden) -> None:
    golden(render(make_pack_versions(), "text", verbose=True), "diff-pack-verbose.text")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("name", VERSIONS)
def test_no_line_is_wider_than_asked(name: str, width: int, verbose: bool) -> None:
    text = render(VERSIONS[name](), "text", width=width, verbose=verbose)
    assert max(map(cell_len, text.splitlines())) <= width
    assert all(line == line.rstrip() for line in text.splitlines())


def test_colour_changes_no_word() -> None:
    plain, styled = (render(make_pack_versions(), "text", color=color) for color in (False, True))
    assert "\x1b[" in styled
    assert STYLE.sub("", styled) == plain


def test_wins_stand_before_losses_and_what_stays_to_do() -> None:
    for format in ("text", "markdown"):
        shown = render(make_pack_versions(), format)
        titles = ["Score", "Won", "Lost", "Still to do"]
        assert sorted(titles, key=lambda title: shown.index(f"{title}")) == titles


def test_wins_and_losses_are_told_by_signs() -> None:
    shown = render(make_pack_versions(), "text")
    won, lost = (
        shown.partition(f"\n{title}\n")[2].partition("\n\n")[0] for title in ("Won", "Lost")
    )
    assert set(re.findall(r"^  (\S) [a-z]", won, re.M)) == {"+"}
    assert set(re.findall(r"^  (\S) [a-z]", lost, re.M)) == {"-"}
    markdown = render(make_pack_versions(), "markdown")
    assert "- \\+ keyword: **TensorFlow** (p2 l9): must-have" in markdown
    assert "- \\- keyword: **JAX**: good-to-have, was" in markdown


def test_a_reworded_statement_is_told_once() -> None:
    for verbose in (False, True):
        assert (
            render(make_pack_versions(), "text", verbose=verbose).count(
                "“Ran the k8s cluster of 12 groups and"
            )
            == 1
        )
    assert "was “Responsible for" not in render(make_pack_versions(), "text")
    assert "was “Responsible for" in render(make_pack_versions(), "markdown")


def test_a_version_without_a_score_gives_no_number() -> None:
    for format in ("text", "markdown"):
        shown = render(make_unscored_versions(), format)
        assert "Not compared" in shown
        assert "the new version: the text cannot be read with confidence" in shown
        assert not re.search(r"\d", shown)
    assert json.loads(render(make_unscored_versions(), "json"))["score"] is None


def test_the_same_version_twice() -> None:
    for format in ("text", "markdown"):
        shown = render(difference(make_report(), make_report()), format)
        assert "No difference: both versions say the same." in shown
        assert "Still to do" in shown


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_holds_only_printable_characters(payload: str) -> None:
    found = make_hostile_versions(payload)
    for color in (False, True):
        for verbose in (False, True):
            shown = render(found, "text", color=color, verbose=verbose)
            lines = (STYLE.sub("", shown) if color else shown).split("\n")
            assert all(line.isprintable() for line in lines)
            assert max(map(cell_len, lines)) <= 80


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markdown_holds_only_text(payload: str) -> None:
    tokens = MARKDOWN.parse(render(make_hostile_versions(payload), "markdown"))
    kinds = {t.type for t in tokens} | {c.type for t in tokens for c in t.children or ()}
    assert not kinds & {
        "html_block", "html_inline", "link_open", "image", "code_inline", "code_block", "fence",
        "table_open", "ordered_list_open", "hr", "blockquote_open",
    }  # fmt: skip
    headings = [t.tag for t in tokens if t.type == "heading_open"]
    assert headings.count("h1") == 1
    assert len(headings) <= 7


@pytest.mark.parametrize("payload", PAYLOADS)
def test_json_is_ascii_and_exact(payload: str) -> None:
    found = make_hostile_versions(payload)
    shown = render(found, "json")
    assert shown.isascii()
    assert json.loads(shown) == found.to_dict()


@settings(FEW, max_examples=12)
@given(RESUMES, RESUMES, st.booleans())
def test_any_two_texts_are_compared(first: str, second: str, verbose: bool) -> None:
    found = difference(report_of(first), report_of(f"{first}\n{second}"))
    shown = render(found, "text", verbose=verbose)
    assert all(line.isprintable() and cell_len(line) <= 80 for line in shown.split("\n"))
    assert render(found, "markdown")
    DIFF.validate(json.loads(render(found, "json")))
    if not found.unscored:
        same = found.unchanged + len(found.reworded)
        assert same + len(found.removed) == len(found.old.resume.bullets)
        assert same + len(found.added) == len(found.new.resume.bullets)
        assert len(found.mended) + len(found.remaining) == len(found.old.findings)
        assert len(found.found) + len(found.remaining) == len(found.new.findings)
