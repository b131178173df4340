"""The layers of a PDF file (optional content groups), which can be switched off."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from pdfminer.pdftypes import PDFObjRef, resolve1

_MOST_MEMBERS = 100
"""Layers looked at together, each time that content is said to be in them; files have a few."""


class Layers:
    """Which layers of a file are off when it is opened."""

    def __init__(self, catalog: Any) -> None:
        """Read the default configuration of a file's catalog, if it has layers at all."""
        properties = _dict(_dict(catalog).get("OCProperties"))
        default = _dict(properties.get("D"))
        base = str(resolve1(default.get("BaseState"))).strip("/'")
        self._off = set(_numbers(properties.get("OCGs"))) if base == "OFF" else set()
        self._off -= set(_numbers(default.get("ON")))
        self._off |= set(_numbers(default.get("OFF")))

    def are_off(self, content: Any) -> bool:
        """Whether content of this layer, or of these layers together, is not shown."""
        if not self._off:
            return False
        if isinstance(content, PDFObjRef) and content.objid in self._off:
            return True
        # Content of several layers is shown where any of them is, unless it says otherwise.
        members = _dict(content)
        numbers = list(islice(_numbers(members.get("OCGs")), _MOST_MEMBERS))
        return bool(numbers) and "P" not in members and self._off.issuperset(numbers)


def _dict(value: Any) -> dict[str, Any]:
    found = resolve1(value)
    return found if isinstance(found, dict) else {}


def _numbers(value: Any) -> Iterator[int]:
    """The numbers of the objects referred to by one reference or a list of them."""
    if isinstance(value, PDFObjRef) and not isinstance(resolve1(value), list):
        yield value.objid
        return
    found = resolve1(value)
    for reference in found if isinstance(found, list) else []:
        if isinstance(reference, PDFObjRef):
            yield reference.objid
