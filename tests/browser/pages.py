"""The pages that the browser opens: a name, and what makes the HTML.

What holds for every page is tested over `PAGES`: a page added here is tested with no more to do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import atscheck
from atscheck.batch.overview import Overview
from atscheck.batch.page import overview_page, row_of
from atscheck.renderers import render_all
from atscheck.report import Failure, Report
from tests.support.make_report import (
    make_comparison,
    make_document,
    make_hostile,
    make_report,
    make_unscored,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = dt.date(2026, 1, 31)
MARKUP = (
    "\"'><script>alert(1)</script><img src=https://example.org/x onerror=alert(2)>"
    "<svg onload=alert(3)><a href=javascript:alert(4)>x</a></style>{{ 7 * 7 }}<!--"
)
UNBROKEN = "x" * 400


def _html(*reports: Report) -> str:
    made = render_all(reports, "html", width=80, color=False, verbose=False)
    assert isinstance(made, str)
    return made


def _scan(name: str) -> Report:
    return atscheck.scan(EXAMPLES / name, pack="machine-learning-research", as_of=AS_OF)


def _compare(name: str, job: str) -> Report:
    return atscheck.compare(EXAMPLES / name, job=EXAMPLES / job, as_of=AS_OF)


def _named(path: str) -> Report:
    return make_report(replace(make_document(), path=path))


def _overview() -> str:
    """The overview of a batch: files read, read without confidence, and not read."""
    overview = Overview()
    rows = []
    outcomes = (
        _scan("ml-researcher.pdf"),
        replace(make_unscored(), document=replace(make_unscored().document, path="blurred.pdf")),
        _scan("office-administrator.docx"),
        _scan("software-developer.pdf"),
        Failure(f"{MARKUP}.pdf", "corrupt", "the PDF file is damaged", "export it again"),
    )
    for number, outcome in enumerate(outcomes):
        data = outcome.to_dict()
        overview.add(data)
        rows.append(row_of(data, f"reports/{number}.json"))
    return overview_page(overview, rows, "Machine Learning Research", AS_OF)


PAGES: dict[str, Callable[[], str]] = {
    "pdf": lambda: _html(_scan("ml-researcher.pdf")),
    "docx": lambda: _html(_compare("office-administrator.docx", "office-administrator.txt")),
    "comparison": lambda: _html(_compare("software-developer.pdf", "backend-developer.txt")),
    "unscored": lambda: _html(make_unscored()),
    "hostile": lambda: _html(make_hostile(MARKUP), _named(f"<b onclick=alert(5)>{MARKUP}.pdf")),
    "unbroken": lambda: _html(make_hostile(UNBROKEN)),
    "overview": _overview,
    "several": lambda: _html(make_report(), make_report(), make_comparison()),
}
