"""What the terminal allows: colour, links, and columns."""

from __future__ import annotations

import io
import os
import platform
import sys
from pathlib import Path

import pytest

from atscheck import streams
from atscheck.streams import PLAIN, color_wanted, link_folder, terminal_width

VARIABLES = (
    "TERM", "TERM_PROGRAM", "VTE_VERSION", "WT_SESSION", "DOMTERM", "FORCE_HYPERLINK", "NO_COLOR",
    "FORCE_COLOR", "COLUMNS",
)  # fmt: skip


class Stream(io.StringIO):
    """A stream that is a terminal or is none."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


TERMINAL, PIPE = Stream(terminal=True), Stream(terminal=False)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def with_environment(monkeypatch: pytest.MonkeyPatch, **environment: str) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "foot-extra"}, True),
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"VTE_VERSION": "7600"}, True),
        ({"VTE_VERSION": "4999"}, False),
        ({"VTE_VERSION": "new"}, False),
        ({"WT_SESSION": "c0ffee"}, True),
        ({"TERM": "tmux-256color", "VTE_VERSION": "7600"}, False),
        ({"TERM": "screen", "WT_SESSION": "1"}, False),
        ({"TERM": "linux", "FORCE_HYPERLINK": "1"}, True),
        ({"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}, False),
        ({"TERM": "xterm-kitty", "FORCE_HYPERLINK": ""}, False),
        ({"TERM": "dumb", "FORCE_HYPERLINK": "1"}, False),
    ],
)
def test_links_where_the_terminal_is_known_for_them(
    environment: dict[str, str], shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_environment(monkeypatch, **environment)
    assert bool(link_folder(TERMINAL)) == shown
    assert link_folder(PIPE) == ""


def test_the_folder_is_told_with_its_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "my résumés #1"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    monkeypatch.setattr(platform, "node", lambda: "host\x1b.example.org")
    uri = link_folder(TERMINAL)
    assert uri.startswith("file://host%1B.example.org/")
    assert uri.endswith("/my%20r%C3%A9sum%C3%A9s%20%231")


@pytest.mark.parametrize(
    ("choice", "environment", "terminal", "pipe"),
    [
        ("auto", {}, True, False),
        ("auto", {"TERM": "dumb"}, False, False),
        ("auto", {"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, True, True),
        ("never", {"FORCE_COLOR": "1"}, False, False),
    ],
)
def test_colour(
    choice: str, environment: dict[str, str], terminal: bool, pipe: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with_environment(monkeypatch, **environment)
    assert color_wanted(choice, TERMINAL) == terminal
    assert color_wanted(choice, PIPE) == pipe


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("120", 100), ("20", 40)])
def test_columns(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", PIPE)
    assert terminal_width() == 80
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width() == width


def test_an_ascii_locale_gets_plain_signs() -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    signs = "".join(map(chr, PLAIN))
    assert streams._encodable(signs, narrow).isascii()
    assert len(streams._encodable(signs, narrow)) == len(signs)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal device")
def test_a_real_terminal_is_one() -> None:
    master, slave = os.openpty()
    with os.fdopen(master, "w"), os.fdopen(slave, "w") as stream:
        assert color_wanted("auto", stream)
