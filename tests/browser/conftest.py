"""A headless Chromium, the pages that it opens, and what these must never do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from tests.browser.pages import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync"
    " --disable-background-networking --disable-component-update"
).split()
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
    """The machine's own Chromium; none is downloaded."""
    from playwright.sync_api import expect, sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        _lacking("no Chromium on this machine")
    expect.set_options(timeout=TIMEOUT)
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


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


@pytest.fixture
def wrong() -> list[str]:
    """What a page did that no page may do: see `visit`."""
    return []


@pytest.fixture
def visit(
    browser: Browser, address: Callable[[str], str], wrong: list[str]
) -> Iterator[Callable[..., Page]]:
    """Open a page by name, or by its address, with settings of a browser context.

    At the end, no page that was opened has asked for anything but itself, written to the console
    (where breaches of its content security policy are told), raised an error or shown a dialog.
    """
    contexts = []

    def opened(name: str, **settings: Any) -> Page:
        url = name if name.startswith("file:") else address(name)
        context = browser.new_context(reduced_motion="reduce", **settings)
        context.set_default_timeout(TIMEOUT)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (wrong.append("dialog"), dialog.dismiss()))
        page.on("request", lambda request: _watch(request.url, url, wrong))
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong


def _watch(asked: str, url: str, wrong: list[str]) -> None:
    if asked.partition("#")[0] != url and not asked.startswith("data:"):
        wrong.append(f"request: {asked}")


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which ``npm ci`` in this folder installs."""
    if not AXE.is_file():
        _lacking("axe-core is not installed (npm ci --ignore-scripts in tests/browser)")
    return AXE.read_text("utf-8")
