"""The report of a resume in use: marks and rows lead to each other, views, filters, keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = pytest.mark.browser

LIT = re.compile(r"\blit\b")
YELLOW = "rgb(255, 211, 61)"  # what lies over a mark of a picture that is pointed at


def fill(mark: Locator) -> str:
    """The colour of the area of a mark in a picture."""
    found = mark.locator(".area").first.evaluate("each => getComputedStyle(each).fill")
    assert isinstance(found, str)
    return found


def background(element: Locator) -> str:
    found = element.evaluate("each => getComputedStyle(each).backgroundColor")
    assert isinstance(found, str)
    return found


def kind(mark: Locator) -> str:
    return mark.get_attribute("class") or ""


def target(page: Page, link: Locator) -> Locator:
    """What a link within the page leads to."""
    address = link.get_attribute("href")
    assert address
    return page.locator(f"[id='{address[1:]}']")


class TestLinks:
    def test_click_on_a_place_of_a_keyword_brings_its_mark_into_view(
        self, visit: Callable[..., Page]
    ) -> None:
        page = visit("pdf")
        place = page.locator(".keywords a.place:visible", has_text="p2").first
        mark = target(page, place)
        assert fill(mark) != YELLOW
        expect(mark).not_to_be_in_viewport()
        place.click()
        expect(mark).to_be_in_viewport()
        expect(place).to_be_in_viewport()
        assert fill(mark) == YELLOW

    def test_click_on_a_mark_brings_its_row_into_view(self, visit: Callable[..., Page]) -> None:
        page = visit("pdf")
        mark = page.locator("svg a.mark[href*='-k']").last
        row = target(page, mark)
        expect(row).not_to_be_in_viewport()
        before = background(row)
        mark.click()
        expect(row).to_be_in_viewport()
        expect(mark).to_be_in_viewport()
        assert background(row) != before

    def test_click_in_a_picture_chooses_the_innermost_mark(
        self, visit: Callable[..., Page]
    ) -> None:
        """A keyword in a statement to strengthen is above the statement."""
        page = visit("pdf")
        statement = page.locator("svg a.mark.weak").first
        box = statement.bounding_box()
        assert box
        for mark in page.locator("svg a.mark.used").all():
            own = mark.bounding_box()
            if (
                own
                and box["y"] <= own["y"]
                and own["y"] + own["height"] <= box["y"] + box["height"]
            ):
                mark.click()
                assert page.url.endswith(mark.get_attribute("href") or "none")

    @pytest.mark.parametrize("name", ["docx", "unscored"])
    def test_places_in_a_text_view_are_led_to_as_well(
        self, name: str, visit: Callable[..., Page]
    ) -> None:
        page = visit(name)
        place = page.locator(".keywords a.place:visible").last
        mark = target(page, place)
        before = background(mark)
        place.click()
        expect(mark).to_be_in_viewport()
        assert background(mark) != before
        mark.click()
        expect(target(page, mark)).to_be_in_viewport()

    @pytest.mark.parametrize("width", [1440, 390])
    def test_links_to_parts_lead_to_where_they_begin(
        self, width: int, visit: Callable[..., Page]
    ) -> None:
        page = visit("pdf", viewport={"width": width, "height": 844})
        for name, first in (
            ("the resume", page.get_by_role("tab", name="The resume")),
            ("keywords", page.get_by_role("heading", name="Keywords")),
            ("findings", page.get_by_role("heading", name="Findings")),
        ):
            page.get_by_role("navigation").get_by_role("link", name=name).click()
            expect(first).to_be_in_viewport()

    def test_findings_and_changes_lead_to_their_places(self, visit: Callable[..., Page]) -> None:
        page = visit("comparison")
        for place in (
            page.locator(".changes a.place").first,
            page.locator(".findings a.place").last,
            page.locator(".statements a.place").last,
        ):
            place.click()
            expect(target(page, place)).to_be_in_viewport()

    @pytest.mark.parametrize("name", ["pdf", "docx", "comparison", "unscored", "several"])
    def test_every_link_leads_somewhere(self, name: str, visit: Callable[..., Page]) -> None:
        assert (
            visit(name).evaluate("""() => {
          const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
          const twice = ids.filter((id, n) => ids.indexOf(id) !== n);
          const dead = [...document.querySelectorAll("a[href^='#']")]
            .map((each) => each.getAttribute("href").slice(1)).filter((id) => !ids.includes(id));
          return [...new Set(twice), ...new Set(dead)];
        }""")
            == []
        )

    def test_links_stay_within_their_report(self, visit: Callable[..., Page]) -> None:
        assert (
            visit("several").evaluate("""() =>
          [...document.querySelectorAll(".report a[href^='#']")].filter((each) =>
            !each.closest(".report").contains(document.getElementById(each.hash.slice(1)))).length
        """)
            == 0
        )


class TestHighlights:
    def test_pointing_at_a_row_lights_its_marks_and_nothing_else(
        self, visit: Callable[..., Page]
    ) -> None:
        page = visit("pdf")
        row = page.locator("tr[data-status=used]").first
        about = row.get_attribute("data-about")
        row.hover()
        marks = page.locator(f".view:visible [data-about~='{about}']")
        assert marks.count()
        for mark in marks.all():
            expect(mark).to_have_class(LIT)
            assert fill(mark) == YELLOW
        assert page.locator(f".lit:not([data-about~='{about}'])").count() == 0
        page.mouse.move(0, 0)
        expect(page.locator(".lit")).to_have_count(0)

    def test_pointing_at_a_mark_lights_its_row(self, visit: Callable[..., Page]) -> None:
        page = visit("pdf")
        mark = page.locator("svg a.mark.used").first
        row = target(page, mark)
        before = background(row)
        mark.hover()
        expect(row).to_have_class(LIT)
        assert background(row) != before

    def test_focus_by_keyboard_lights_as_pointing_does(self, visit: Callable[..., Page]) -> None:
        page = visit("pdf")
        place = page.locator("tr[data-status=used] a.place").first
        mark = target(page, place)
        place.focus()
        expect(mark).to_have_class(LIT)
        place.blur()
        expect(page.locator(".lit")).to_have_count(0)
        mark.focus()
        expect(page.locator("tr.lit")).not_to_have_count(0)

    def test_lights_of_one_report_leave_the_others_dark(self, visit: Callable[..., Page]) -> None:
        page = visit("several")
        page.locator(".report").first.locator("tr[data-status=used]").first.hover()
        expect(page.locator(".report").first.locator(".lit")).not_to_have_count(0)
        expect(page.locator(".report").nth(1).locator(".lit")).to_have_count(0)


class TestViews:
    def test_what_an_ats_reads_is_a_second_view(self, visit: Callable[..., Page]) -> None:
        page = visit("pdf")
        shown, read = page.locator(".view").first, page.locator(".view").last
        expect(shown).to_be_visible()
        expect(read).to_be_hidden()
        page.get_by_role("tab", name="What an ATS reads").click()
        expect(shown).to_be_hidden()
        panel = page.get_by_role("tabpanel", name="What an ATS reads")
        expect(panel.get_by_role("heading", name="What an ATS files")).to_be_in_viewport()
        expect(panel).to_contain_text("The text as the file stores it")

    def test_a_place_is_shown_in_the_view_that_is_open(self, visit: Callable[..., Page]) -> None:
        page = visit("pdf")
        page.get_by_role("tab", name="What an ATS reads").click()
        place = page.locator(".keywords a.place:visible", has_text="p2").first
        place.click()
        read = page.locator(".view").last
        expect(read).to_be_visible()
        number = place.get_attribute("data-mark")
        mark = read.locator(f"[id$='-a{number}']")
        expect(mark).to_be_in_viewport()
        expect(mark).to_have_class(LIT)

    def test_a_mark_of_the_second_view_leads_to_its_row(self, visit: Callable[..., Page]) -> None:
        page = visit("pdf")
        page.get_by_role("tab", name="What an ATS reads").click()
        mark = page.locator(".view:visible a.mark[href*='-k']").last
        mark.click()
        expect(target(page, mark)).to_be_in_viewport()

    def test_reports_of_one_page_have_views_of_their_own(self, visit: Callable[..., Page]) -> None:
        page = visit("several")
        page.get_by_role("tab", name="What an ATS reads").first.click()
        first, second = page.locator(".report").first, page.locator(".report").nth(1)
        expect(first.locator(".view").last).to_be_visible()
        expect(second.locator(".view").first).to_be_visible()
        expect(second.locator(".view").last).to_be_hidden()


class TestFilters:
    def rows(self, page: Page) -> Locator:
        return page.locator(".keywords tbody tr:visible")

    @pytest.mark.parametrize("width", [1440, 390])
    def test_by_text_status_and_tier(self, width: int, visit: Callable[..., Page]) -> None:
        page = visit("pdf", viewport={"width": width, "height": 900})
        rows, told = self.rows(page), page.locator(".filters output")
        every = rows.count()
        page.get_by_label("Status").select_option("missing")
        missing = rows.count()
        assert 0 < missing < every
        assert all("missing" in text for text in rows.locator(".status").all_inner_texts())
        expect(told).to_have_text(f"{missing} of {every}")
        page.get_by_label("Tier").select_option("must")
        both = rows.count()
        assert 0 < both < missing
        assert page.locator("tr:visible[data-tier=good]").count() == 0
        page.get_by_label("Status").select_option("")
        page.get_by_label("Tier").select_option("")
        page.get_by_label("Find").fill("  PyTorch ")
        assert 0 < rows.count() < every
        assert all("pytorch" in text.lower() for text in rows.all_inner_texts())
        page.get_by_label("Find").fill("nothing of this kind")
        expect(rows).to_have_count(0)
        expect(told).to_have_text(f"0 of {every}")
        page.get_by_label("Find").fill("")
        expect(rows).to_have_count(every)
        expect(told).to_have_text("")

    def test_a_mark_whose_row_is_filtered_out_shows_it_again(
        self, visit: Callable[..., Page]
    ) -> None:
        page = visit("pdf")
        mark = page.locator("svg a.mark.used").first
        row = target(page, mark)
        page.get_by_label("Status").select_option("missing")
        expect(row).to_be_hidden()
        mark.click()
        expect(row).to_be_in_viewport()
        expect(page.get_by_label("Status")).to_have_value("")
        expect(page.locator(".filters output")).to_have_text("")

    @pytest.mark.parametrize("name", ["pdf", "unscored"])
    def test_the_legend_hides_kinds_of_marks(self, name: str, visit: Callable[..., Page]) -> None:
        page = visit(name)
        marks = page.locator(".view:visible .mark.used:not(.key .mark)")
        before = background(marks.first), fill(marks.first) if name == "pdf" else ""
        box = page.get_by_role("checkbox", name="keyword in use")
        box.uncheck()
        if name == "pdf":
            expect(page.locator(".sheet .mark.used:visible")).to_have_count(0)
            expect(page.locator(".sheet .mark.listed:visible")).not_to_have_count(0)
        else:
            assert background(marks.first) != before[0]
        box.check()
        assert (background(marks.first), fill(marks.first) if name == "pdf" else "") == before

    def test_a_link_to_a_mark_of_a_hidden_kind_shows_that_kind(
        self, visit: Callable[..., Page]
    ) -> None:
        page = visit("pdf")
        box = page.get_by_role("checkbox", name="keyword in use")
        box.uncheck()
        places = page.locator(".keywords a.place:visible").all()
        place = next(each for each in places if "used" in kind(target(page, each)))
        place.click()
        expect(target(page, place)).to_be_in_viewport()
        expect(box).to_be_checked()


FOLLOW_FOCUS = """() => {
  window.visited = [];
  document.addEventListener("focusin", ({ target }) => {
    const box = target.getBoundingClientRect();
    const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    window.visited.push([target, seen]);
  });
}"""
FOCUSABLE = """() => {
  const visible = (each) => each.checkVisibility({ visibilityProperty: true });
  return [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter((each) => each.tabIndex >= 0 && visible(each));
}"""


class TestKeyboard:
    def test_tab_reaches_everything_in_order_and_shows_where_it_is(
        self, visit: Callable[..., Page]
    ) -> None:
        page = visit("docx")
        page.evaluate(FOLLOW_FOCUS)
        count = page.evaluate(f"({FOCUSABLE})().length")
        assert count > 50
        for _ in range(count):
            page.keyboard.press("Tab")
        expected, unseen = page.evaluate(f"""() => {{
          const order = ({FOCUSABLE})();
          return [
            window.visited.length === order.length && order.every((e, n) => e === visited[n][0]),
            window.visited.filter(([, seen]) => !seen).map(([each]) => each.outerHTML),
          ];
        }}""")
        assert expected
        assert unseen == []

    @pytest.mark.parametrize(
        "selector",
        [".skip", "a.place", "summary", "input[type=search]", "select", "[role=tab]", ".view"],
    )
    def test_focus_has_a_ring(self, selector: str, visit: Callable[..., Page]) -> None:
        page = visit("pdf")
        page.keyboard.press("Tab")
        element = page.locator(f"{selector}:visible").first
        element.focus()
        width = element.evaluate("each => getComputedStyle(each).outlineWidth")
        assert width == "3px"

    def test_first_stop_leads_past_the_lists_to_the_resume(
        self, visit: Callable[..., Page]
    ) -> None:
        page = visit("pdf")
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Skip to the pages of the resume")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.get_by_role("tab", name="The resume")).to_be_focused()

    def test_arrow_keys_change_the_view(self, visit: Callable[..., Page]) -> None:
        page = visit("pdf")
        first, second = page.get_by_role("tab").all()
        first.focus()
        for key, chosen, other in [
            ("ArrowRight", second, first),
            ("ArrowRight", first, second),
            ("ArrowLeft", second, first),
            ("Home", first, second),
            ("End", second, first),
        ]:
            page.keyboard.press(key)
            expect(chosen).to_be_focused()
            expect(chosen).to_have_attribute("aria-selected", "true")
            expect(other).to_have_attribute("aria-selected", "false")
            expect(other).to_have_attribute("tabindex", "-1")
        page.keyboard.press("Tab")
        expect(page.get_by_role("tabpanel", name="What an ATS reads")).to_be_focused()

    def test_enter_follows_a_place_to_its_mark_and_back(self, visit: Callable[..., Page]) -> None:
        page = visit("pdf")
        place = page.locator(".keywords a.place:visible", has_text="p2").first
        mark = target(page, place)
        place.focus()
        page.keyboard.press("Enter")
        expect(mark).to_be_in_viewport()
        expect(mark).to_be_focused()
        page.keyboard.press("Enter")
        row = target(page, mark)
        expect(row).to_be_in_viewport()
        page.keyboard.press("Tab")
        assert row.locator(":focus").count() == 1
