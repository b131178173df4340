"""Pages on a phone, in the dark, on paper and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from tests.browser.pages import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = pytest.mark.browser

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
}


def show(page: Page, view: str) -> None:
    """Open the view of this name in each report of a page."""
    for tab in page.get_by_role("tab", name=view).all():
        tab.click()


def background(page: Page, selector: str) -> str:
    found = page.locator(selector).first.evaluate("e => getComputedStyle(e).backgroundColor")
    assert isinstance(found, str)
    return found


class TestPhone:
    @pytest.mark.parametrize("name", PAGES)
    def test_nothing_is_wider_than_the_screen(self, name: str, visit: Callable[..., Page]) -> None:
        page = visit(name, **PHONE)
        for view in ("The resume", "What an ATS reads"):
            show(page, view)
            assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
            assert (
                page.evaluate("""() => [...document.querySelectorAll("body *")].filter((each) =>
              each.checkVisibility() && !each.closest("svg, .skip, .unseen, thead")
              && each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.outerHTML)
            """)
                == []
            )

    def test_a_tap_leads_to_the_mark_and_back(self, visit: Callable[..., Page]) -> None:
        page = visit("pdf", **PHONE)
        place = page.locator(".keywords a.place:visible", has_text="p1").last
        mark = page.locator(f"[id='{(place.get_attribute('href') or '')[1:]}']")
        place.tap()
        expect(mark).to_be_in_viewport()
        mark.tap()
        expect(page.locator("tr:target")).to_be_in_viewport()


class TestDark:
    def test_a_dark_scheme_has_other_colours(self, visit: Callable[..., Page]) -> None:
        light, dark = visit("unscored"), visit("unscored", color_scheme="dark")
        for selector in ("body", "section"):
            assert background(light, selector) != background(dark, selector)

    def test_pages_stay_paper(self, visit: Callable[..., Page]) -> None:
        page = visit("pdf", color_scheme="dark")
        assert background(page, ".sheet svg") == "rgb(255, 255, 255)"


def printed(page: Page) -> str:
    """The text of the pages that come out of a printer."""
    with pypdfium2.PdfDocument(page.pdf(print_background=True)) as file:
        found = []
        for n in range(len(file)):
            text = file[n].get_textpage()
            found.append(text.get_text_range())
            text.close()
    return " ".join(" ".join(found).split())


class TestPrint:
    @pytest.mark.parametrize("script", [True, False])
    def test_all_is_on_paper(self, script: bool, visit: Callable[..., Page]) -> None:
        page = visit("comparison", java_script_enabled=script)
        text = printed(page)
        assert "The text as the file stores it" in text
        assert "keyword in use" in text
        explained = page.locator(".findings details p").all_text_contents()
        assert explained
        for why in explained:
            assert " ".join(why.split()) in text

    def test_what_was_closed_is_closed_again_after_printing(
        self, visit: Callable[..., Page]
    ) -> None:
        page = visit("comparison")
        page.locator(".findings summary").first.click()
        page.pdf()
        assert page.locator("details[open]").count() == 1

    def test_controls_are_not_on_paper(self, visit: Callable[..., Page]) -> None:
        page = visit("several")
        page.emulate_media(media="print")
        for selector in (".filters", ".tabs", ".skip", "nav", "input", "button", "select"):
            expect(page.locator(selector).locator("visible=true")).to_have_count(0)
        expect(page.locator(".view").locator("visible=true")).to_have_count(6)

    def test_paper_is_light_in_a_dark_scheme(self, visit: Callable[..., Page]) -> None:
        page = visit("pdf", color_scheme="dark")
        page.emulate_media(media="print")
        assert background(page, "body") == "rgb(255, 255, 255)"
        ink = page.locator("h1").evaluate("each => getComputedStyle(each).color")
        assert ink == "rgb(31, 35, 40)"


class TestWithoutScript:
    @pytest.mark.parametrize("name", ["pdf", "docx", "several"])
    def test_everything_is_there_and_no_control_that_does_nothing(
        self, name: str, visit: Callable[..., Page]
    ) -> None:
        page = visit(name, java_script_enabled=False)
        for view in page.locator(".view").all():
            expect(view).to_be_visible()
        for row in page.locator("tbody tr").all()[:5]:
            expect(row).to_be_visible()
        controls = page.locator("[data-filter], select, button").locator("visible=true")
        expect(controls).to_have_count(0)

    def test_the_legend_works(self, visit: Callable[..., Page]) -> None:
        page = visit("pdf", java_script_enabled=False)
        page.get_by_role("checkbox", name="keyword in use").uncheck()
        expect(page.locator(".sheet .used").locator("visible=true")).to_have_count(0)
        expect(page.locator(".sheet .listed").locator("visible=true")).not_to_have_count(0)

    def test_links_lead_to_marks_and_back(self, visit: Callable[..., Page]) -> None:
        page = visit("pdf", java_script_enabled=False)
        place = page.locator(".keywords a.place:visible", has_text="p2").first
        place.click()
        mark = page.locator("svg a.mark:target")
        expect(mark).to_be_in_viewport()
        mark.click()
        expect(page.locator("tr:target")).to_be_in_viewport()
