"""A headless Chromium, the pages that it opens, and what these must never do."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from tests.browser.pages import PAGES
from tests.support.chromium import chromium, program

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
TIMEOUT = 5000  # milliseconds that an expectation may take to come true


REQUIRED = os.environ.get("ATSCHECK_BROWSER") == "required"
"""Whether a test fails that would be skipped for want of a browser, as in .ci/run."""

if REQUIRED:
    import playwright.sync_api  # noqa: F401 (the tests are skipped where it cannot be imported)


def _lacking(what: str) -> NoReturn:
    if REQUIRED:
        pytest.fail(f"{what}, and ATSCHECK_BROWSER=required", pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import expect

    if program() is None:
        _lacking("no Chromium on this machine")
    expect.set_options(timeout=TIMEOUT)
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Where a page of `PAGES` is, made when it is first asked for."""
    folder = tmp_path_factory.mktemp("pages")

    @cache
    def made(name: str) -> str:
        path = folder / f"{name}.html"
        path.write_text(PAGES[name](), "utf-8", newline="")
        return path.as_uri()

    return made


@pytest.fixture(scope="package")
def wrong() -> list[str]:
    """What pages did that none may do: see `visit`."""
    return []


@pytest.fixture(scope="package")
def page_with(browser: Browser, wrong: list[str]) -> Callable[..., Page]:
    """The page of a browser context with these settings; to start a new one takes a second."""
    pages: dict[str, Page] = {}

    def of(**settings: Any) -> Page:
        if (key := repr(sorted(settings.items()))) not in pages:
            page = pages[key] = browser.new_context(reduced_motion="reduce", **settings).new_page()
            page.set_default_timeout(TIMEOUT)
            page.on("console", lambda message: wrong.append(f"console: {message.text}"))
            page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
            page.on("dialog", lambda dialog: (wrong.append("dialog"), dialog.dismiss()))
            page.on("request", lambda request: _watch(request, wrong))
        return pages[key]

    return of


@pytest.fixture
def visit(
    page_with: Callable[..., Page], address: Callable[[str], str], wrong: list[str]
) -> Iterator[Callable[..., Page]]:
    """Open a page by name, or by its address, with settings of a browser context.

    At the end, no page that was opened has asked for anything but itself, written to the console
    (where breaches of its content security policy are told), raised an error or shown a dialog.
    """

    wrong.clear()

    def opened(name: str, **settings: Any) -> Page:
        page = page_with(**settings)
        page.mouse.move(0, 0)
        page.emulate_media(media="null")
        page.goto("about:blank")
        page.goto(name if name.startswith("file:") else address(name))
        return page

    yield opened
    assert not wrong


def _watch(request: Request, wrong: list[str]) -> None:
    """Note a request unless it is for a page of `address`, or for data that stands in it."""
    scheme = request.url.partition(":")[0]
    if scheme != "data" and not (scheme == "file" and request.is_navigation_request()):
        wrong.append(f"request: {request.url}")


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which ``npm ci`` in this folder installs."""
    if not AXE.is_file():
        _lacking("axe-core is not installed (npm ci --ignore-scripts in tests/browser)")
    return AXE.read_text("utf-8")
