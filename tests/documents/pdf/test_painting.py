"""How the state of painting decides what is seen: clips, opacity, inks, forms, directions."""

from __future__ import annotations

import pytest

from atscheck import documents
from atscheck.documents.pdf.colors import rgb_of
from tests.documents.pdf.reading import drawn, shown
from tests.support.make_pdf import objects_of_page, stream, write_pdf

TEXT = shown("Ana", "Example")


def _hidden(content: str, resources: str = "", form: str | None = None) -> list[bool]:
    """Whether each line is hidden; ``form`` is the content of a form named X."""
    objects = objects_of_page(content.encode())
    number = max(objects) + 1
    if form is not None:
        fonts = objects[3].partition(b"/Font")[2].partition(b">>")[0]
        own = b"/Subtype /Form /BBox [0 0 612 792] /Resources << /Font %b >> >>" % fonts
        objects[number] = stream(form.encode(), own)
        resources += f" /XObject << /X {number} 0 R >>"
    objects[3] = objects[3].replace(b"/Font", f"{resources} /Font".encode(), 1)
    return [line.hidden for line in documents.read(write_pdf(objects)).lines]


@pytest.mark.parametrize(
    ("content", "hidden"),
    [
        ("60 650 300 100 re W n 60 650 500 200 re W n", False),
        ("60 100 300 100 re W n 0 0 612 792 re W n", True),
        ("0 0 300 100 re W n 0 700 300 92 re W n", True),
        ("q 60 100 300 100 re W n Q", False),
        ("60 600 300 200 re F 1 g", False),
        ("60 600 300 200 re F 0 g", True),
    ],
)
def test_clips_and_areas_add_up(content: str, hidden: bool) -> None:
    document = drawn(f"{content} {TEXT}")
    assert [line.hidden for line in document.lines] == [hidden, hidden]


@pytest.mark.parametrize(
    ("parameters", "hidden"),
    [
        ("/ca 0", True),
        ("/ca 0 /SMask << /S /Luminosity >>", False),
        ("/ca 0 /SMask /None", True),
        ("/ca 0.9", False),
    ],
)
def test_opacity_hides_unless_a_mask_decides(parameters: str, hidden: bool) -> None:
    states = f"/ExtGState << /E << {parameters} >> >>"
    assert _hidden(f"/E gs {TEXT}", states) == [hidden, hidden]


@pytest.mark.parametrize(
    ("mode", "hidden"),
    [("/Multiply", False), ("[/Normal /Multiply]", True), ("[/Multiply]", False)],
)
def test_areas_that_blend_hide_nothing(mode: str, hidden: bool) -> None:
    states = f"/ExtGState << /E << /BM {mode} >> >>"
    assert _hidden(f"{TEXT} /E gs 0.9 g 60 600 300 200 re f", states) == [hidden, hidden]


def test_colours_go_on_in_forms_and_states_end_with_them() -> None:
    assert _hidden("1 g /X Do", form=TEXT) == [True, True]
    clip = "60 100 300 100 re W n"
    assert _hidden(f"/X Do {TEXT}", form=clip) == [False, False]


def test_text_that_clips_shows_what_is_painted_after_it_alone() -> None:
    area = "60 600 300 200 re f"
    assert _hidden(f"BT 7 Tr ET {TEXT} {area}") == [False, False]
    assert _hidden(f"{area} BT 7 Tr ET {TEXT}") == [True, True]


def test_text_that_an_area_covers_in_part_is_seen() -> None:
    assert _hidden(f"{TEXT} 0.9 g 60 702.5 300 2 re f") == [False, False]


class _Space:
    def __init__(self, name: str) -> None:
        self.name = name


def test_inks_become_colours() -> None:
    assert rgb_of((0.5, 0.25, 0.0, 0.5), _Space("DeviceCMYK")) == (0.25, 0.375, 0.5)
    assert rgb_of((1, 0, 0), _Space("ICCBased")) == (1.0, 0.0, 0.0)
    assert rgb_of((1, 0), _Space("ICCBased")) is None
    assert rgb_of(0.5, _Space("Separation")) is None


@pytest.mark.parametrize("turn", ["0 1 -1 0", "0 -1 1 0"])
def test_lines_that_run_up_or_down_are_read_in_one(turn: str) -> None:
    (line,) = drawn(f"BT /F 10 Tf {turn} 100 400 Tm (Ana Example) Tj ET").lines
    assert line.box is not None
    assert line.box.bottom - line.box.top > line.box.x1 - line.box.x0
    assert line.size == pytest.approx(10, abs=1)
