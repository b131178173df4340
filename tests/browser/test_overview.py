"""The overview of a batch in use: its table is filtered and sorted, and ranks nobody unasked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

expect = pytest.importorskip("playwright.sync_api").expect
pytestmark = pytest.mark.browser

Visit = Callable[..., "Page"]
TABLE = "table.sortable"


def names(page: Page) -> list[str]:
    """The files of the table that are shown, in its order, by their last word."""
    shown = page.locator(f"{TABLE} tbody th:visible").all_inner_texts()
    return [name.rpartition("/")[2].partition(".")[0] for name in shown]


@pytest.fixture
def files(visit: Visit) -> Page:
    return visit("overview")


def test_files_stand_in_the_order_that_they_are_given_in(files: Page) -> None:
    given = ["ml-researcher", "blurred", "office-administrator", "software-developer"]
    assert names(files)[:4] == given
    expect(files.locator(".notice")).to_be_hidden()


@pytest.mark.parametrize(
    ("filter", "chosen", "left"),
    [
        ("text", "office", ["office-administrator"]),
        ("state", "doubtful", ["blurred"]),
        ("must", "4", ["ml-researcher"]),
    ],
)
def test_the_table_is_filtered(files: Page, filter: str, chosen: str, left: list[str]) -> None:
    field = files.locator(f"[data-filter={filter}]")
    if filter == "text":
        field.fill(chosen)
    else:
        field.select_option(chosen)
    assert names(files) == left
    expect(files.locator(".filtered output")).to_have_text("1 of 5")


def test_sorting_by_coverage_is_asked_for_and_tells_what_it_is_not(files: Page) -> None:
    head = files.locator(f"{TABLE} thead th", has_text="must-have coverage")
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert names(files)[:3] == ["office-administrator", "software-developer", "ml-researcher"]
    expect(files.locator(".notice")).to_contain_text("no ranking of people")
    files.get_by_role("button", name="Back to file names").click()
    assert names(files)[0] == "ml-researcher"
    expect(files.locator(".notice")).to_be_hidden()


def test_every_file_leads_to_its_report(files: Page) -> None:
    links = files.locator(f"{TABLE} tbody th a")
    found = [link.get_attribute("href") for link in links.all()]
    assert found == [f"reports/{number}.json" for number in range(5)]


def test_on_a_phone_the_table_is_filtered_too(visit: Visit) -> None:
    page = visit("overview", viewport={"width": 390, "height": 844})
    page.get_by_label("Find", exact=True).fill("office")
    assert names(page) == ["office-administrator"]
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
