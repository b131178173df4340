"""No rule of axe-core finds a violation: WCAG 2.0 to 2.2, levels A and AA, and best practice."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.pages import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESKTOP: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True}
DARK: dict[str, Any] = {"color_scheme": "dark"}
SETTINGS = {"desktop": DESKTOP, "phone": PHONE, "dark": DESKTOP | DARK, "dark phone": PHONE | DARK}
LOOKED_AT = [
    *(("pdf", setting) for setting in SETTINGS),
    # Once each, to save time: they are of the same templates.
    *zip([name for name in PAGES if name != "pdf"], cycle(["desktop", "dark phone"])),
]
LIGHT_ALL = """() =>
  document.querySelectorAll("[data-about]").forEach((each) => each.classList.add("lit"))"""


def violations(page: Page, axe: str, **options: object) -> list[str]:
    """Each rule that is broken, with the elements that break it."""
    page.evaluate(axe)
    options = {"runOnly": TAGS, "resultTypes": ["violations"]} | options
    found = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{each['id']}: {node['html'][:200]}: {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"][:3]
    ]


@pytest.mark.parametrize(("name", "setting"), LOOKED_AT)
def test_pages(name: str, setting: str, visit: Callable[..., Page], axe: str) -> None:
    """One view on large screens, the other on small ones."""
    page = visit(name, bypass_csp=True, **SETTINGS[setting])
    if "phone" in setting:
        for tab in page.get_by_role("tab", name="What an ATS reads").all():
            tab.click()
    assert violations(page, axe) == []


def test_places_are_large_enough_to_hit(visit: Callable[..., Page]) -> None:
    """24 by 24 CSS pixels (WCAG 2.2, 2.5.8), so short ones as "l5" as well."""
    sizes = visit("docx").evaluate("""() => [...document.querySelectorAll("a.place")]
      .filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect())
      .map((box) => Math.min(box.width, box.height))""")
    assert sizes
    assert min(sizes) >= 24


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_of_what_is_lit(scheme: str, visit: Callable[..., Page], axe: str) -> None:
    page = visit("several", bypass_csp=True, color_scheme=scheme)
    page.evaluate(LIGHT_ALL)
    assert violations(page, axe, runOnly=["color-contrast"]) == []


def test_violations_are_seen(visit: Callable[..., Page], axe: str) -> None:
    page = visit("unscored", bypass_csp=True)
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert [each.partition(":")[0] for each in violations(page, axe)] == ["button-name"]
