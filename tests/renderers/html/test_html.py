"""The HTML report: whole, linked within itself, and harmless whatever a resume or a pack holds."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

import atscheck
from atscheck.renderers import render_all
from atscheck.renderers.html.sheets import lines_shown
from atscheck.renderers.marks import STATEMENTS, marks
from atscheck.report import Report
from atscheck.skills.model import Resource
from tests.renderers.test_safe import NASTY
from tests.support.make_pdf import lines, make_pdf
from tests.support.make_report import (
    make_comparison,
    make_hostile,
    make_report,
    make_unscored,
)

REPORTS = {"pack": make_report, "job": make_comparison, "unscored": make_unscored}


def render(*reports: Report) -> str:
    page = render_all(reports, "html", width=80, color=False, verbose=False)
    assert isinstance(page, str)
    return page


class Page(HTMLParser):
    """The elements of a page in order, each with its attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, name: str) -> list[str]:
        return [a[name] or "" for _, a in self.elements if name in a]

    @property
    def skeleton(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(tag, tuple(attributes)) for tag, attributes in self.elements]


@pytest.mark.parametrize("name", REPORTS)
def test_ids_are_unique_and_every_link_has_its_target(name: str) -> None:
    page = Page(render(REPORTS[name](), make_report()))
    ids = Counter(page.values("id"))
    assert [i for i, count in ids.items() if count > 1] == []
    inner = [href[1:] for href in page.values("href") if href.startswith("#")]
    assert inner
    assert [i for i in inner if i not in ids] == []
    for name_ in ("aria-controls", "aria-labelledby"):
        assert set(page.values(name_)) <= set(ids)


def test_every_keyword_leads_to_its_places_and_back() -> None:
    report = make_report()
    page = Page(render(report))
    by_id = {a.get("id"): a for _, a in page.elements}
    for number, match in enumerate(report.matches):
        row = by_id[f"r1-k{number}"]
        marks = [
            a for _, a in page.elements
            if "mark" in (a.get("class") or "").split()
            and f"k{number}" in (a.get("data-about") or "").split()
        ]  # fmt: skip
        assert row["data-about"] == f"k{number}"
        assert bool(marks) == bool(match.evidence)


def test_nothing_is_loaded_and_only_our_own_script_and_style_may_run() -> None:
    text = render(make_report())
    page = Page(text)
    assert all(v.startswith(("#", "data:", "https://example.org/")) for v in page.values("href"))
    assert page.values("src") == []
    assert not [a for _, a in page.elements if any(n.startswith("on") or n == "style" for n in a)]
    policy = next(a["content"] for _, a in page.elements if "http-equiv" in a) or ""
    assert "default-src 'none'" in policy
    for kind in ("style", "script"):
        (source,) = re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def kinds(report: Report) -> set[tuple[str, tuple[str, ...]]]:
    """The kinds of element in a page, each with the names of its attributes."""
    return set(Page(render(report)).skeleton)


OURS = {kind for make in REPORTS.values() for kind in kinds(make())} | kinds(make_hostile("x"))


@given(NASTY)
@settings(max_examples=25)
def test_no_text_from_outside_becomes_an_element_or_an_attribute(payload: str) -> None:
    assert kinds(make_hostile(payload)) <= OURS


@pytest.mark.parametrize(
    "payload",
    ["</script><script>alert(1)</script>", '" onmouseover="alert(1)', "<img src=x onerror=f()>",
     "{{ 7 * 7 }}{% raw %}", "javascript:alert(1)", "]]>", "\x00\x1b[31m\u202e", "&lt;b&gt;"],
)  # fmt: skip
def test_markup_is_shown_as_text(payload: str) -> None:
    page = Page(render(make_hostile(payload)))
    assert set(page.skeleton) <= OURS
    assert Counter(tag for tag, _ in page.elements)["script"] == 1
    assert all(c.isprintable() or c in "\n\xa0" for c in page.text)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1&c=2#d", True),
        ("http://example.org/", False),
        ("javascript:alert(1)", False),
        ("https://example.org/\"onclick='x'", False),
        ("data:text/html,x", False),
        ("https://user@example.org/", False),
    ],
)
def test_only_plain_addresses_of_the_web_are_links(url: str, linked: bool) -> None:
    report = make_report()
    resource = Resource("A book", ("reinforcement learning",), url)
    page = Page(render(replace(report, target=replace(report.target, resources=(resource,)))))
    assert (url in page.values("href")) == linked
    assert linked or url in page.text


def test_pages_of_a_pdf_are_pictures_and_small() -> None:
    text = [f"- Built {n} tools in Python and PyTorch for {n} teams." for n in range(1, 40)]

    def draw(canvas: object) -> None:
        lines(canvas, 72, 60, ["Jane Example", "Experience", *text])  # type: ignore[arg-type]

    report = atscheck.scan(make_pdf(draw, draw), pack="machine-learning-research")
    shown = render(report)
    assert shown.count("data:image/webp;base64,") == 2
    assert len(shown.encode()) < 1_500_000
    assert render(report) == shown


def test_pages_without_a_picture_are_text() -> None:
    shown = render(make_report())
    assert "data:image" not in shown
    for line in make_report().document.lines:
        assert line.box is not None
    assert "Trained" in Page(shown).text


def test_an_unscored_report_says_why_and_gives_no_number() -> None:
    page = Page(render(make_unscored()))
    assert "Not scored" in page.text
    assert "most of its characters have no meaning" in page.text
    assert " of 100" not in page.text
    statuses = [a["data-status"] for _, a in page.elements if "data-status" in a]
    assert statuses
    assert "missing" not in statuses


def test_pieces_of_a_line_have_the_marks_that_they_lie_in() -> None:
    report = make_report()
    document, found = report.document, marks(report)
    inner = [mark for mark in found if mark.kind not in STATEMENTS]
    for line, shown in zip(document.lines, lines_shown(report.resume, found), strict=True):
        at = line.span.start
        for piece in shown.pieces:
            end = at + len(piece.text)
            own = {s.mark.span for s in piece.marks}
            within = {m.span for m in inner if m.span.start <= at and end <= m.span.end}
            assert own == (set() if piece.text.isspace() else within)
            at = end
        assert "".join(piece.text for piece in shown.pieces) == document.line_text(line)
