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
    """A batch: three files that are read, one of them hostile, a doubtful one, and a lost one."""
    doubtful = make_unscored()
    outcomes = [
        _named("b/beta.pdf").to_dict(),
        make_hostile(MARKUP).to_dict(),
        replace(_scan("ml-researcher.pdf"), target=make_report().target).to_dict(),
        replace(doubtful, document=replace(doubtful.document, path="blurred.pdf")).to_dict(),
        Failure("torn.pdf", "corrupt", "it is torn", "export it again").to_dict(),
    ]
    overview, rows = Overview(), []
    for number, outcome in enumerate(outcomes):
        overview.add(outcome)
        rows.append(row_of(outcome, f"reports/{number}.json"))
    return overview_page(overview, rows, f"Target {MARKUP}", AS_OF)


PAGES: dict[str, Callable[[], str]] = {
    "pdf": lambda: _html(_scan("ml-researcher.pdf")),
    "docx": lambda: _html(_compare("office-administrator.docx", "office-administrator.txt")),
    "comparison": lambda: _html(_compare("software-developer.pdf", "backend-developer.txt")),
    "unscored": lambda: _html(make_unscored()),
    "hostile": lambda: _html(make_hostile(MARKUP), _named(f"<b onclick=alert(5)>{MARKUP}.pdf")),
    "unbroken": lambda: _html(make_hostile(UNBROKEN)),
    "several": lambda: _html(make_report(), make_report(), make_comparison()),
    "overview": _overview,
}
