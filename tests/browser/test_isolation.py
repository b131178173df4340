"""A page keeps to itself: it loads nothing, runs nothing of others, and nothing in it fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

USE_EVERYTHING = """() => {
  const every = (selector) => [...document.querySelectorAll(selector)].slice(0, 40);
  every("[role=tab], button, summary, label, a[href^='#']").forEach((each) =>
    each.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })));
  every("[data-filter]").forEach((each) => {
    each.value = each.type === "search" ? "x" : each.options[1].value;
    each.dispatchEvent(new Event("input", { bubbles: true }));
  });
  every("[data-about]").forEach((each) =>
    each.dispatchEvent(new PointerEvent("pointerover", { bubbles: true })));
}"""


@pytest.mark.parametrize("name", PAGES)
def test_using_a_page_loads_and_breaks_nothing(name: str, visit: Callable[..., Page]) -> None:
    page = visit(name)
    page.evaluate(USE_EVERYTHING)
    assert page.evaluate("document.images.length") == 0
    assert page.locator("script").count() == 1


@pytest.mark.parametrize(
    ("sneaked", "told"),
    [
        ("<script>document.title = 'run'</script>", "script-src"),
        ("<img src='https://example.org/x.png' alt=''>", "img-src"),
        ("<b style='color: red'>x</b>", "style-src"),
        ("<iframe src='https://example.org/'></iframe>", "frame-src"),
        ("<link rel='stylesheet' href='https://example.org/x.css'>", "style-src"),
    ],
)
def test_what_got_past_the_escaping_would_not_run(
    sneaked: str, told: str, visit: Callable[..., Page], wrong: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGES["unscored"]().replace("</main>", f"{sneaked}</main>"), "utf-8")
    page = visit(path.as_uri())
    page.wait_for_load_state()
    assert page.title() != "run"
    assert any(told in each for each in wrong)
    wrong.clear()
