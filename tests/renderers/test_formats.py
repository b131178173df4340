"""What every format says of the same reports, and that hostile text is harmless in each."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from atscheck.checks.rule import Finding, Severity
from atscheck.documents.model import Span
from atscheck.renderers import RENDERERS, render_all, render_jobs, render_text
from atscheck.renderers.packs import render_pack
from atscheck.renderers.phrases import lasting
from atscheck.report import Report
from tests.renderers.test_safe import MARKDOWN, TRIGGERS
from tests.support.make_report import (
    make_comparison,
    make_hostile,
    make_report,
    make_unscored,
)

Golden = Callable[[str, str], None]
WORDED = [name for name in RENDERERS if name != "pdf"]  # that one marks a file of its own
STYLE = re.compile(r"\x1b\[[0-9;]*m")


def render(
    report: Report, format: str, *, width: int = 80, color: bool = False, verbose: bool = False
) -> str:
    return render_all([report], format, width=width, color=color, verbose=verbose)


REPORTS = {"pack": make_report, "job": make_comparison, "unscored": make_unscored}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("format", ["text", "markdown", "csv"])
def test_golden(name: str, format: str, golden: Golden) -> None:
    golden(render(REPORTS[name](), format), f"{name}.{format}")


@pytest.mark.parametrize("width", [60, 120])
def test_golden_width(width: int, golden: Golden) -> None:
    golden(render(make_report(), "text", width=width), f"pack-{width}.text")


@pytest.mark.parametrize("name", ["pack", "job"])
def test_golden_verbose(name: str, golden: Golden) -> None:
    golden(render(REPORTS[name](), "text", verbose=True), f"{name}-verbose.text")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("name", REPORTS)
def test_no_line_is_wider_than_asked(name: str, width: int, verbose: bool) -> None:
    text = render(REPORTS[name](), "text", width=width, verbose=verbose)
    assert max(map(cell_len, text.splitlines())) <= width
    assert all(line == line.rstrip() for line in text.splitlines())


def test_colour_changes_no_word() -> None:
    plain, styled = (render(make_report(), "text", color=color) for color in (False, True))
    assert "\x1b[" in styled
    assert "\x1b" not in plain
    assert STYLE.sub("", styled) == plain


def test_nothing_depends_on_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    before = render(make_report(), "text")
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.setenv(name, "1")
    assert render(make_report(), "text") == before


def test_several_reports() -> None:
    reports = [make_report(), make_comparison()]
    shown = {f: render_all(reports, f, width=80, color=False, verbose=False) for f in WORDED}
    assert len(json.loads(shown["json"])) == 2
    assert isinstance(json.loads(render(make_report(), "json")), dict)
    rows = list(csv.DictReader(io.StringIO(shown["csv"], newline="")))
    assert {r["target"] for r in rows} == {"example-research", "job.txt"}
    assert shown["text"].count("an ATS files") == shown["markdown"].count("an ATS files") == 2


def test_an_unscored_report_gives_no_number_and_says_why() -> None:
    for format in ("text", "markdown"):
        shown = render(make_unscored(), format)
        assert "Not scored" in shown
        assert "most of its characters have no" in shown
        assert " of 100" not in shown
    assert json.loads(render(make_unscored(), "json"))["score"] is None


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_pages_read_by_character_recognition_are_told(format: str) -> None:
    report = make_report()
    pages = tuple(replace(page, ocr=True) for page in report.document.pages)
    read = replace(report, document=replace(report.document, pages=pages))
    told = "pages 1 and 2 read by character recognition"
    assert told in render(read, format)
    assert told not in render(report, format)


@pytest.mark.parametrize(
    ("months", "said"),
    [(1, "1 month"), (11, "11 months"), (12, "about 1 year"), (44, "about 4 years")],
)
def test_how_long_is_said_in_months_or_in_years(months: int, said: str) -> None:
    assert lasting(months) == said


def test_what_else_is_claimed_is_told_where_all_is_asked_for() -> None:
    report = make_report()
    assert "Also in the resume" not in render(report, "text")
    for shown in (render(report, "text", verbose=True), render(report, "markdown")):
        assert "Also in the resume" in shown
        assert "GPUs" in shown
    none = replace(report, others=())
    assert "Also in the resume" not in render(none, "text", verbose=True)


def test_edits_are_cut_unless_all_are_asked_for() -> None:
    report = make_comparison()
    assert render(report, "text").count("they write") == 3
    assert "all 5 edits make it" in render(report, "text")
    for shown in (render(report, "text", verbose=True), render(report, "markdown")):
        assert shown.count("they write") == 5
        assert "“Tensorfow”" in shown
    assert "posting's own words" not in render(make_report(), "text")


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_both_wordings_stand_side_by_side_with_their_places(format: str) -> None:
    pair = "they write “Kubernetes” (l5), you write “k8s” (p2 l8)"
    assert pair in render(make_comparison(), format)


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_alternatives_are_one_line(format: str) -> None:
    shown = render(make_comparison(), format)
    assert "PyTorch (or JAX)" in shown
    assert "GraphQL or gRPC" in shown


def test_what_an_edit_tells_is_no_change_besides() -> None:
    report = make_comparison()
    span = report.edits[2].edit.span
    told = Finding("KW301", "acronym-only", Severity.INFO, "is never written out", span, None)
    other = replace(told, message="never", span=Span(0, 3))
    full = replace(report, findings=(told, other))
    assert "is never written out" not in render(full, "text")
    assert "note     never" in render(full, "text")
    assert "is never written out" in render(full, "text", verbose=True)


def test_csv_has_a_row_for_every_keyword() -> None:
    rows = list(csv.DictReader(io.StringIO(render(make_report(), "csv"), newline="")))
    assert {r["keyword"] for r in rows} == {m.keyword.name for m in make_report().matches}
    torch = next(r for r in rows if r["evidence"] == "torch")
    assert (torch["form"], torch["section"], torch["page"], torch["line"]) == (
        "alias", "experience", "1", "7",
    )  # fmt: skip


PAYLOADS = [
    "\x1b[31mred\x1b]0;title\x07",
    "\x9b31m\x85\x7f\x00",
    "\u202egnp.exe\u2066",
    "zero\u200bwidth\ufeff\U000e0041",
    "[bold red]markup[/] :smile:",
    "[/]",
    "=HYPERLINK(1)",
    "@SUM(A1)\t+1",
    "＝1＋1",
    "a | b || c",
    "<script>alert(1)</script> & <b>",
    "![x](https://example.org/x.png)",
    "first\nsecond\r\n# third",
    "'''\n\"\"\"\\",
    "\ue000\ud800",
    "{n} %s {0!r}",
    "日本語" * 30,
    "x" * 300,
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_holds_only_printable_characters(payload: str) -> None:
    report = make_hostile(payload)
    for color in (False, True):
        for verbose in (False, True):
            shown = render(report, "text", color=color, verbose=verbose)
            lines = (STYLE.sub("", shown) if color else shown).split("\n")
            assert all(line.isprintable() for line in lines)
            assert max(map(cell_len, lines)) <= 80
    others = [
        render_text(report.resume, "text", width=80, color=False),
        render_jobs([report.target], "text", width=80, color=False),
        render_jobs([report.target], "toml", width=80, color=False),
        render_pack(report.target, width=80, color=False),
    ]
    for shown in others:
        assert all(line.isprintable() for line in shown.split("\n"))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markdown_holds_only_text(payload: str) -> None:
    tokens = MARKDOWN.parse(render(make_hostile(payload), "markdown"))
    kinds = {t.type for t in tokens} | {c.type for t in tokens for c in t.children or ()}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_inline", "fence"}
    widths, cells = set(), 0
    for token in tokens:
        if token.type in ("th_open", "td_open"):
            cells += 1
        elif token.type == "tr_close":
            widths.add(cells)
            cells = 0
    assert widths <= {2, 3, 4, 5}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_csv_holds_no_formula(payload: str) -> None:
    shown = render(make_hostile(payload), "csv")
    rows = list(csv.reader(io.StringIO(shown, newline="")))
    assert len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows for cell in row):
        assert cell.isprintable()
        assert not cell.lstrip().startswith(tuple(TRIGGERS))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_json_is_ascii_and_exact(payload: str) -> None:
    report = make_hostile(payload)
    shown = render(report, "json")
    assert shown.isascii()
    assert json.loads(shown) == report.to_dict()
    for form in (
        render_text(report.resume, "json", width=80, color=False),
        render_jobs([report.target], "json", width=80, color=False),
    ):
        assert form.isascii()
        json.loads(form)


def test_pipe_and_brackets_survive_in_text() -> None:
    shown = render(make_hostile("[bold]x[/] :smile:"), "text")
    assert "[bold]x[/] :smile:" in shown


def test_a_target_without_groups_levels_or_statements() -> None:
    report = make_report()
    bare = replace(
        report,
        resume=replace(report.resume, statements=(), positions=(), sections=()),
        target=replace(report.target, groups=(), levels=(), phrasing=(), resources=()),
        levels=(),
        findings=(),
    )
    for format in WORDED:
        assert render(bare, format)
    text = render(bare, "text")
    for absent in ("Sub-skills", "Level", "Statements", "Where to learn"):
        assert absent not in text


def test_a_pack_keeps_what_it_has_no_place_for_as_comments() -> None:
    pack = render_jobs([make_comparison().target], "toml", width=80, color=False)
    assert "\n# Besides keywords the posting asks for:\n" in pack
    assert "\n# - language: German, B2 (preferred, l7)\n" in pack
    assert "\n# - experience: 5 years of Python (l9)\n" in pack
    assert tomllib.loads(pack)["keywords"]["must"]


def test_what_is_only_preferred_is_told_so() -> None:
    for format in ("text", "markdown"):
        shown = render(make_comparison(), format, verbose=True)
        assert "German, B2 (preferred, l7)" in shown
        assert "senior level (l1)" in shown


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_posting_writes_into_a_pack(payload: str) -> None:
    pack = render_jobs([make_hostile(payload).target], "toml", width=80, color=False)
    assert set(tomllib.loads(pack)) == {"schema", "name", "title", "sources", "keywords"}
