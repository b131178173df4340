"""Shared by all tests: an environment without colour settings, and golden files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

import atscheck

settings.register_profile("untimed", deadline=None)  # the first example loads the word lists
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Write the golden files anew.")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with ``golden/NAME`` beside the test; with --update-golden, write it."""

    def compare(text: str, name: str) -> None:
        path = Path(request.path).parent / "golden" / name
        text = text.replace(atscheck.__version__, "@@VERSION@@")
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        assert path.is_file(), f"no {path.name}; pytest --update-golden writes it"
        assert text == path.read_bytes().decode(), "pytest --update-golden writes it anew"

    return compare
