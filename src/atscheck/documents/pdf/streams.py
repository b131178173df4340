"""The streams of a PDF file, decoded within bounds."""

from __future__ import annotations

import zlib
from typing import Any

from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_DCT_DECODE,
    LITERALS_FLATE_DECODE,
    PDFStream,
)

from atscheck.errors import InputError

MAX_DECODED = 64 * 2**20
"""Bytes that a stream may grow to; the fonts and contents of real files have a few million."""

MAX_SLOW = 2 * 2**20
"""Bytes that are given to decoders written in Python, which take seconds for a million. Pictures,
which may have more, are never decoded."""

_FAST = (*LITERALS_ASCII85_DECODE, *LITERALS_ASCIIHEX_DECODE)

_AT_ONCE = 1_024
"""Bytes of a damaged stream that are read together, before the last ones are read one by one."""


class Stream(PDFStream):
    """A stream that is refused where it grows too large, and read as far as it goes if damaged."""

    def decode(self) -> None:
        """Decode it, filter by filter.

        Raises:
            InputError: "expansion"; pdfminer's own errors pass through.
        """
        data = self.rawdata or b""
        if self.decipher and self.objid is not None and self.genno is not None:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, parameters in self.get_filters():
            if name in LITERALS_FLATE_DECODE:
                data = inflated(data)
                if isinstance(parameters, dict) and "Predictor" in parameters:
                    # This filter leaves the bytes as they are, for the predictor.
                    data = _decoded(data, LITERALS_DCT_DECODE[0], parameters)
            else:
                data = _decoded(data, name, parameters)
        self.data, self.rawdata = data, None


def _decoded(data: bytes, name: Any, parameters: Any) -> bytes:
    """What pdfminer decodes by one filter and its predictor."""
    if len(data) > MAX_SLOW and name not in _FAST:
        raise _too_large()
    found = PDFStream({"Filter": name, "DecodeParms": parameters}, data).get_data()
    if len(found) > MAX_DECODED:
        raise _too_large()
    return found


def inflated(data: bytes) -> bytes:
    """What compressed ``data`` holds, up to where it is damaged.

    Raises:
        InputError: "expansion" beyond `MAX_DECODED`.
    """
    try:
        found = zlib.decompressobj().decompress(data, MAX_DECODED + 1)
    except zlib.error:
        found = _salvaged(data)
    if len(found) > MAX_DECODED:
        raise _too_large()
    return found


def _salvaged(data: bytes) -> bytes:
    """What comes out of damaged data, as far as `MAX_DECODED` and a little more."""
    found = bytearray()
    inflate = zlib.decompressobj()
    at, step = 0, _AT_ONCE
    while at < len(data) and len(found) <= MAX_DECODED:
        before = inflate.copy()
        try:
            found += inflate.decompress(data[at : at + step])
        except zlib.error:
            if step == 1:
                break
            inflate, step = before, 1
            continue
        at += step
    return bytes(found)


def _too_large() -> InputError:
    return InputError(
        "expansion", "a part of the PDF file grows too large", "export the document again"
    )
