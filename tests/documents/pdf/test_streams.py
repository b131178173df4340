"""Streams of PDF files: compressed, damaged, and far larger than they seem."""

from __future__ import annotations

import zlib

import pytest

from atscheck import documents
from atscheck.documents.pdf import pages, streams
from atscheck.documents.pdf.device import Device
from atscheck.errors import InputError
from tests.documents.pdf.reading import shown, texts
from tests.support.make_pdf import objects_of_page, stream, write_pdf

CONTENT = shown(*(f"line {number} of the page" for number in range(30))).encode()


def _file(content: bytes, filters: str) -> bytes:
    """A file whose page has that content, encoded already."""
    objects = objects_of_page(b"")
    objects[4] = stream(content, f"/Filter {filters}".encode())
    return write_pdf(objects)


def _code(data: bytes) -> str:
    with pytest.raises(InputError) as raised:
        documents.read(data)
    return raised.value.code


@pytest.mark.parametrize(
    ("content", "filters"),
    [
        (zlib.compress(CONTENT), "/FlateDecode"),
        (zlib.compress(zlib.compress(CONTENT)), "[/FlateDecode /FlateDecode]"),
        (zlib.compress(CONTENT).hex().encode(), "[/ASCIIHexDecode /FlateDecode]"),
        (zlib.compress(CONTENT) + b"more", "/FlateDecode"),
        (zlib.compress(CONTENT), "/FlateDecode /DecodeParms << /Colors 1 >>"),
        (
            zlib.compress(b"".join(b"\0" + bytes([c]) for c in CONTENT)),
            "/FlateDecode /DecodeParms << /Predictor 15 /Columns 1 >>",
        ),
    ],
    ids=["once", "twice", "in letters", "more after it", "settings", "predicted"],
)
def test_streams_are_decoded_filter_by_filter(content: bytes, filters: str) -> None:
    document = documents.read(_file(content, filters))
    assert (len(document.lines), document.losses) == (30, ())


def test_streams_are_read_up_to_where_they_are_damaged() -> None:
    content = zlib.compress(CONTENT, 0)
    damaged = bytearray(zlib.compress(CONTENT))
    damaged[-1] ^= 1
    assert streams.inflated(bytes(damaged)) == CONTENT
    assert streams.inflated(content[:-100]) == CONTENT[: len(content) - 107]
    assert streams.inflated(b"no such data") == b""
    many = zlib.compress(bytes(50_000), 0)
    half = bytearray(many)
    half[40_000:] = b"\xff" * (len(many) - 40_000)
    assert 30_000 < len(streams.inflated(bytes(half))) <= 50_000


@pytest.mark.parametrize(
    ("content", "filters"),
    [
        (zlib.compress(bytes(10_001)), "/FlateDecode"),
        (zlib.compress(zlib.compress(bytes(10_001))), "[/FlateDecode /FlateDecode]"),
        (zlib.compress(bytes(10_001))[:-1] + b"?", "/FlateDecode"),
        (b"\x81\0" * 100 + b"\x80", "/RunLengthDecode"),
        (b"\x81\0" * 50 + b"\x80", "[/RunLengthDecode /RunLengthDecode]"),
        (zlib.compress(bytes(9_000)), "[/FlateDecode /RunLengthDecode]"),
        (
            zlib.compress(bytes(9_000)),
            "/FlateDecode /DecodeParms << /Predictor 15 /Columns 10 >>",
        ),
    ],
)
def test_streams_that_grow_too_large_are_refused(
    content: bytes, filters: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "MAX_DECODED", 10_000)
    monkeypatch.setattr(streams, "MAX_SLOW", 5_000)
    assert _code(_file(content, filters)) == "expansion"


def test_streams_in_ascii_may_be_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "MAX_SLOW", 100)
    content = CONTENT.hex().encode() + b">"
    assert len(texts(documents.read(_file(content, "/ASCIIHexDecode")))) == 30


def test_faults_of_our_own_are_no_faults_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_pdf(objects_of_page(CONTENT))
    monkeypatch.setattr(Device, "_clipped", None)
    assert _code(data) == "internal"
    monkeypatch.undo()
    monkeypatch.setattr(pages, "file_losses", None)
    assert _code(data) == "internal"
    monkeypatch.undo()
    assert len(texts(documents.read(data))) == 30
