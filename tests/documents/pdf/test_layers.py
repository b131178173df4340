"""Layers of a PDF file: what of them is off when it is opened."""

from __future__ import annotations

from typing import Any

import pytest
from pdfminer.pdftypes import PDFObjRef

from atscheck.documents.pdf.layers import Layers


class _File:
    """A file in which every object is a layer."""

    def getobj(self, objid: int) -> dict[str, int]:
        return {"Layer": objid}


def layer(number: int) -> PDFObjRef:
    return PDFObjRef(_File(), number)


def layers(**default: Any) -> Layers:
    groups = [layer(1), layer(2)]
    return Layers({"OCProperties": {"OCGs": groups, "D": default}})


@pytest.mark.parametrize(
    ("default", "off"),
    [
        ({}, []),
        ({"OFF": [layer(2)]}, [2]),
        ({"BaseState": "/'OFF'"}, [1, 2]),
        ({"BaseState": "/'OFF'", "ON": [layer(1)]}, [2]),
        ({"BaseState": "/'ON'"}, []),
    ],
)
def test_layers_are_off_as_the_file_says(default: dict[str, Any], off: list[int]) -> None:
    found = layers(**default)
    assert [number for number in (1, 2) if found.are_off(layer(number))] == off


@pytest.mark.parametrize(
    ("content", "hidden"),
    [
        ({"OCGs": [layer(2)]}, True),
        ({"OCGs": layer(2)}, True),
        ({"OCGs": [layer(1), layer(2)]}, False),
        ({"OCGs": []}, False),
        # Shown where all are on, or where none is: such a policy is not worked out here.
        ({"OCGs": [layer(2)], "P": "/AllOff"}, False),
    ],
)
def test_content_of_several_layers_is_off_only_with_all(
    content: dict[str, Any], hidden: bool
) -> None:
    assert layers(OFF=[layer(2)]).are_off(content) is hidden
