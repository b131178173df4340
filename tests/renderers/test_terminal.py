"""The report for a terminal: one screen, everything on request, links, and any width."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from atscheck import documents
from atscheck.jobs import read_job, with_alternatives
from atscheck.renderers import content, phrases, render_all, render_jobs, render_text
from atscheck.renderers.console import cut, printed, run
from atscheck.renderers.packs import render_pack
from atscheck.renderers.safe import one_line
from atscheck.renderers.view import View
from atscheck.report import Report, phrasing
from atscheck.scan import check
from atscheck.skills import load_pack
from atscheck.skills.model import Resource
from tests.support.make_report import (
    make_comparison,
    make_document,
    make_hostile,
    make_report,
    make_unscored,
)

Make = Callable[[], Report]
EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDER = "file://host.example.org/home/ada%20b"
STYLE = re.compile(r"\x1b\[([0-9;]*)m")
LINK = re.compile(r"\x1b\]8;([^;\x1b]*);([^\x1b]*)\x1b\\")
WIDE = [
    "日本語の履歴書" * 9,
    "👩‍🔬🏳️‍🌈❤️ " * 12,
    "e\u0301a\u0308o\u0302" * 30,
    "مهندس برمجيات " * 8,
    "한국어" * 30,
]


def show(report: Report, **view: object) -> str:
    settings = {"width": 80, "color": False, "verbose": False, **view}
    return render_all([report], "text", **settings)  # type: ignore[arg-type]


def example(resume: str, target: str) -> Report:
    """The report of an example against a pack, or against a posting."""
    document = documents.read(str(EXAMPLES / resume))
    if target.endswith(".txt"):
        asked = with_alternatives(read_job(documents.read(str(EXAMPLES / target))))
    else:
        asked = load_pack(target)
    return check(document, asked, as_of=dt.date(2026, 1, 31))


@pytest.mark.parametrize(
    ("resume", "target"),
    [
        ("ml-researcher.pdf", "machine-learning-research"),
        ("ml-researcher.pdf", "ml-research-scientist.txt"),
        ("office-administrator.docx", "office-administrator.txt"),
        ("software-developer.pdf", "machine-learning-research"),
        ("software-developer.pdf", "backend-developer.txt"),
    ],
)
def test_an_example_is_about_one_screen(resume: str, target: str) -> None:
    report = example(resume, target)
    for width, most in ((60, 70), (80, 53), (100, 50)):
        assert show(report, width=width).count("\n") <= most


@pytest.mark.parametrize("make", [make_report, make_comparison, make_unscored])
def test_the_first_screen_says_what_matters(make: Make) -> None:
    report = make()
    lines = show(report).splitlines()
    assert len(lines) <= 50
    assert lines[0] == f"cv.pdf against {report.target.title}"
    assert any(line.startswith(("Score", "Not scored")) for line in lines)
    assert content.MORE in lines
    shown = "\n".join(lines)
    assert content.severities(report) in shown
    assert "Ada Example; ada@example.org; +1 555 0100" in shown
    for change in report.changes[: 3 if not report.edits else 2]:
        assert change.found.findings[0].message[:20] in shown


def _told(report: Report) -> Iterator[str]:
    """Everything that the report holds, in the words of its parts."""
    for match in report.matches:
        if match.evidence or report.score is not None:
            yield from (term.name for term in match.keyword.terms)
        yield from (phrases.place(e.span, report.document) for e in match.evidence)
        if match.status == "missing" and report.score is not None:
            yield phrasing(report.target, match.keyword.name) or ""
    for finding in report.findings:
        yield from (finding.message, finding.suggestion or "", finding.rule)
    for gain in report.edits:
        yield from (gain.edit.advice, content.points(gain))
    for each in report.requirements:
        yield from (one_line(each.asked), each.outcome, each.shown)
    if report.score is not None:
        yield from (other.term for other in report.others)
        for resource, _ in content.resources(report):
            yield from (resource.title, resource.url or "")
    yield from (f"{p.title}, {p.organisation}" for p in report.resume.positions)


@pytest.mark.parametrize("make", [make_report, make_comparison, make_unscored])
def test_everything_is_told_on_request(make: Make) -> None:
    report = make()
    alike = [f for f in report.findings if f.message.startswith("“whole”")]
    if alike:  # of one rule's findings the first is told, and the places of all
        report = replace(report, findings=tuple(f for f in report.findings if f not in alike))
    shown = show(report, width=600, verbose=True)
    for text in _told(report):
        assert text.replace(phrases.GLUE, " ") in shown


def test_a_keyword_that_is_found_leads_to_its_place() -> None:
    rows = re.findall(r"(?:other words|listed only|in use|found) {2,}(.*)", show(make_report()))
    assert len(rows) == 4
    for item in ", ".join(rows).split(", "):
        assert re.search(r"p\d l\d+( and \d more)?$", item)


def test_without_a_score_it_says_why_and_what_to_do() -> None:
    shown = show(make_unscored())
    assert "→ save it again" in shown
    assert "→ atscheck text cv.pdf shows what was read" in shown
    assert "✗ missing" not in shown
    assert "The score is" not in shown


@pytest.mark.parametrize("text", WIDE)
@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_wide_characters_keep_the_columns(text: str, width: int) -> None:
    for verbose in (False, True):
        for report in (make_hostile(text), make_hostile(f"{text} {text}")):
            lines = show(report, width=width, verbose=verbose).splitlines()
            assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("text", WIDE)
@pytest.mark.parametrize("width", [40, 60, 120])
def test_the_other_reports_keep_their_columns(text: str, width: int) -> None:
    report = make_hostile(text)
    for shown in (
        render_text(report.resume, "text", width=width, color=False),
        render_jobs([report.target, report.target], "text", width=width, color=False),
        render_pack(report.target, width=width, color=False),
    ):
        assert max(map(cell_len, shown.splitlines())) <= width


def test_a_column_stands_beside_wide_characters() -> None:
    report = make_report()
    named = replace(report.target.groups[0], title="実験計画と方法論")
    target = replace(report.target, groups=(named, replace(named, title="Tools")))
    shown = show(replace(report, target=target), verbose=True)
    rows = [line for line in shown.splitlines() if "実験計画と方法論" in line or "  Tools " in line]
    ends = {cell_len(row[: row.index("%")]) for row in rows}
    assert len(rows) == 2
    assert len(ends) == 1


@given(st.lists(st.text("ab 語é", min_size=1, max_size=30), min_size=1, max_size=40), st.data())
def test_a_run_names_or_counts_every_item(names: list[str], data: st.DataObject) -> None:
    limit = data.draw(st.integers(12, 200))
    text = run([Text(f"<{name}>") for name in names], limit)
    shown = text.plain.replace(phrases.GLUE, " ")
    more = re.search(r" and (\d+) more$", shown)
    assert shown.count(", ") + 1 + (int(more[1]) if more else 0) == len(names)
    assert cell_len(shown) <= max(limit, 16 + len(" and 39 more"))


@given(st.text("ab 語é,", max_size=60), st.integers(4, 40))
def test_cut_text_fits_in_columns(text: str, limit: int) -> None:
    assert cell_len(cut(text, limit).replace(phrases.GLUE, " ")) <= limit + 1
    assert cut(text, 200) == text


def test_colours_are_those_that_show_on_white_and_on_black() -> None:
    styled = "".join(show(make(), color=True, verbose=v) for v in (False, True)
                     for make in (make_report, make_comparison, make_unscored))  # fmt: skip
    codes = {code for style in STYLE.findall(styled) for code in style.split(";")}
    assert codes <= {"0", "1", "2", "31", "32", "35"}
    green = re.findall(r"\x1b\[32m([^\x1b]*)", styled)
    assert set("".join(green)) <= set("━╌✓→ ")


def test_links_lead_to_the_file_and_to_the_sources() -> None:
    report = make_report(replace(make_document(), path="my cv.pdf"))
    for verbose in (False, True):
        shown = show(report, color=True, verbose=verbose, links=FOLDER)
        links = [uri for _, uri in LINK.findall(shown) if uri]
        assert links[0] == "file://host.example.org/home/ada%20b/my%20cv.pdf"
        assert ("https://example.org/rl" in links) == verbose
        assert shown.count("https://example.org/rl") == verbose
        assert "my cv.pdf" in STYLE.sub("", LINK.sub("", shown)).splitlines()[0]
    assert "https://example.org/rl" in show(report, color=True, verbose=True)


def test_links_are_the_same_bytes_every_time_and_close_on_their_line() -> None:
    report = make_report()
    long = Resource("word " * 40, ("reinforcement learning",), "https://example.org/long")
    report = replace(report, target=replace(report.target, resources=(long,)))
    shown = show(report, color=True, verbose=True, links=FOLDER)
    assert shown == show(report, color=True, verbose=True, links=FOLDER)
    pieces = set()
    for line in shown.splitlines():
        opened = [params for params, uri in LINK.findall(line) if uri]
        pieces |= {p for p in opened if "long" in line}
        assert len(opened) == sum(not uri for _, uri in LINK.findall(line))
        assert not LINK.sub("", STYLE.sub("", line)).endswith(" ")
    assert pieces == {"id=2"}
    assert shown.count("https://example.org/long") > 1


def test_no_links_without_colour_and_none_by_default() -> None:
    assert "\x1b" not in show(make_report(), links=FOLDER)
    assert not LINK.search(show(make_report(), color=True))


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("cv.pdf", f"{FOLDER}/cv.pdf"),
        ("../cv.pdf", "file://host.example.org/home/cv.pdf"),
        ("/srv/cv.pdf", "file://host.example.org/srv/cv.pdf"),
        ("//evil.example.org/cv", "file://host.example.org/evil.example.org/cv"),
        ("javascript:x?y#z;\x1b\\\x07", f"{FOLDER}/javascript%3Ax%3Fy%23z%3B%1B%5C%07"),
        ("b\udcff.pdf", f"{FOLDER}/b%FF.pdf"),
        ("\ud800.pdf", None),
        ("-", None),
    ],
)
def test_no_path_breaks_out_of_its_link(path: str, uri: str | None) -> None:
    shown = show(make_report(replace(make_document(), path=path)), color=True, links=FOLDER)
    links = [found for _, found in LINK.findall(shown.splitlines()[0]) if found]
    assert links == ([uri] if uri else [])


@pytest.mark.parametrize(
    ("url", "uri"),
    [
        ("https://example.org/a b\x1b\\\x1b]8;;x\x07é", "https://example.org/a%20b%1B%5C%1B]8;;x%07%C3%A9"),
        ("https://example.org/%20?q=1#top", "https://example.org/%20?q=1#top"),
        ("https:///x", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://example.org/\ue000\ud800", "https://example.org/%EE%80%80?"),
    ],
)  # fmt: skip
def test_no_address_breaks_out_of_its_link(url: str, uri: str | None) -> None:
    report = make_report()
    resource = Resource("A book", ("reinforcement learning",), url)
    report = replace(report, target=replace(report.target, resources=(resource,)))
    shown = show(report, color=True, verbose=True, links=FOLDER)
    assert [found for _, found in LINK.findall(shown) if found][1:] == ([uri] if uri else [])
    assert "\x1b" not in STYLE.sub("", LINK.sub("", shown))


def test_blanks_before_the_end_of_a_line_are_cleaned_with_a_link_there() -> None:
    text = Text("name", "link https://example.org/") + Text("   ")
    assert LINK.sub("", printed([text], View(color=True))) == "name\n"
