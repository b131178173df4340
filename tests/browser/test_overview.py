"""The overview of a batch in use: its table is filtered and sorted, and ranks nobody unasked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = pytest.mark.browser


def files(page: Page) -> list[str]:
    """The names of the files that the table shows, in its order."""
    rows = page.locator("#files tbody tr").locator("visible=true")
    found = [text.strip() for text in rows.locator("th").all_inner_texts()]
    assert all(isinstance(name, str) for name in found)
    return found


@pytest.mark.parametrize("width", [1440, 390])
def test_the_table_is_filtered_by_name_and_state(width: int, visit: Callable[..., Page]) -> None:
    page = visit("overview", viewport={"width": width, "height": 844})
    every = files(page)
    assert len(every) == 5
    page.get_by_label("Find").fill("TORN")
    assert files(page) == ["torn.pdf"]
    expect(page.locator("#files output")).to_have_text("1 of 5")
    page.get_by_label("Find").fill("")
    page.locator("[data-filter=state]").select_option("doubtful")
    assert files(page) == ["blurred.pdf"]
    page.locator("[data-filter=state]").select_option("")
    assert files(page) == every


def test_sorting_says_that_it_is_no_ranking_and_is_undone(visit: Callable[..., Page]) -> None:
    page = visit("overview")
    before = files(page)
    notice = page.locator(".notice")
    expect(notice).to_be_hidden()
    head = page.get_by_role("button", name="words", exact=True)
    for order in ("ascending", "descending"):
        head.click()
        sorted_by = page.locator("#files th[aria-sort]")
        expect(sorted_by).to_have_text("words")
        expect(sorted_by).to_have_attribute("aria-sort", order)
        assert files(page)[-1] == "torn.pdf"
    assert files(page) != before
    expect(notice).to_contain_text("no ranking of people")
    page.get_by_role("button", name="Back to file names").click()
    expect(notice).to_be_hidden()
    assert files(page) == before


def test_sorted_rows_stay_filtered(visit: Callable[..., Page]) -> None:
    page = visit("overview")
    page.locator("[data-filter=state]").select_option("read")
    shown = files(page)
    assert len(shown) == 3
    page.locator("#files thead button", has_text="warnings").click()
    assert sorted(files(page)) == sorted(shown)
