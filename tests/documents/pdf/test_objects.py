"""Objects of PDF files are those that pdfminer's own parser reads."""

from __future__ import annotations

import io
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser, PDFStreamParser, PDFSyntaxError
from pdfminer.pdftypes import PDFObjectNotFound, PDFObjRef, PDFStream
from pdfminer.psexceptions import PSEOF

from atscheck.documents.pdf.content import UnsureError
from atscheck.documents.pdf.objects import object_at, objects_in
from atscheck.documents.pdf.structure import open_pdf
from tests.support.make_pdf import objects_of_page, write_pdf

CORPUS = os.environ.get("ATSCHECK_CORPUS") or os.environ.get("BENCH_CORPUS")

USUAL = [
    b"<< /A 1 0 R /B [1 2.5 -3 4 0 R null true] /C (a(b)\\)) /D <4142> /E null /F#20G /H>>",
    b"[<</A/B/C[/D]>> 1 0 R 2 0 R]",
    b"17",
    b"(text)",
    b"<< /Length 5 >>\nstream\nab\r\ncendstream",
    b"<</Length 3>>stream\r\nabc\nendstream",
    b"<< /Length 7 0 R >> stream\nabcde\nendstream",
]
ODD = [
    b"",
    b"null",
    b"1 0 R",
    b"1 2",
    b"<< /A >>",
    b"<< /A 1 endobj",
    b"<< /A R >>",
    b"<< /A BI /B ID >>",
    b"<< /Length 3 >>\nstream abc\nendstream",
    b"<< /Length 2 >>\nstream\nabc\nendstream",
    b"<< /Length 300 >>\nstream\nabc\nendstream",
    b"<< /Length -1 >>\nstream\nabc\nendstream",
    b"<< >>\nstream\nabc\nendstream",
    b"<< /Length 3 >>\nstream\nabc",
    b"<< /A (never ends >>",
]
PIECES = [b"<< ", b">> ", b"[ ", b"] ", b"/A ", b"/B", b"1 ", b"2 0 R ", b"R ", b"null ", b"true "]
PIECES += [b"(a)", b"(", b"<41>", b"<", b"% x\n", b"7", b"-.5 ", b"obj ", b"endobj ", b"ID ", b"\0"]
PIECES += [b"stream\nabc\nendstream ", b"/Length 3 "]
pieces = st.lists(st.sampled_from(PIECES), max_size=8).map(b"".join)


def _file(value: bytes) -> tuple[bytes, PDFDocument]:
    """A file in which that is object 6, and the number 5 object 7, and pdfminer's view of it."""
    data = write_pdf({**objects_of_page(b""), 6: value, 7: b"5"})
    return data, PDFDocument(PDFParser(io.BytesIO(data)))


def _ours(data: bytes, pdf: PDFDocument) -> object:
    _, at, _ = pdf.xrefs[0].get_pos(6)
    return _plain(object_at(data, at, 6, pdf))


def _plain(value: object) -> object:
    """``value`` so that equal ones are of equal types."""
    if isinstance(value, PDFObjRef):
        return "reference", value.objid
    if isinstance(value, PDFStream):
        return "stream", _plain(value.attrs), value.rawdata, value.data
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return type(value), value


@pytest.mark.parametrize("value", USUAL)
def test_usual_objects_are_read_here(value: bytes) -> None:
    data, pdf = _file(value)
    assert _ours(data, pdf) == _plain(pdf.getobj(6))


@pytest.mark.parametrize("value", ODD)
def test_odd_objects_are_left_to_pdfminer(value: bytes) -> None:
    with pytest.raises(UnsureError):
        _ours(*_file(value))


def test_an_object_of_another_number_is_left_to_pdfminer() -> None:
    data, pdf = _file(b"(text)")
    with pytest.raises(UnsureError):
        object_at(data, data.index(b"6 0 obj"), 5, pdf)


@given(pieces)
def test_what_is_read_here_is_what_pdfminer_reads(value: bytes) -> None:
    data, pdf = _file(value)
    with suppress(UnsureError):
        assert _ours(data, pdf) == _plain(pdf.getobj(6))


def _in_stream(data: bytes, pdf: PDFDocument) -> list[object]:
    parser = PDFStreamParser(data)
    parser.set_document(pdf)
    found = []
    with suppress(PSEOF):
        while True:
            found.append(parser.nextobject()[1])
    return found


STREAM = b"7 0 8 5 9 9 << /A 1 /B 7 0 R >> (a) [ 2 0 R ] true "


def test_usual_object_streams_are_read_here() -> None:
    _, pdf = _file(b"null")
    assert _plain(objects_in(STREAM, pdf)) == _plain(_in_stream(STREAM, pdf))


@given(pieces)
def test_object_streams_hold_what_pdfminer_reads_in_them(data: bytes) -> None:
    _, pdf = _file(b"null")
    with suppress(UnsureError):
        assert _plain(objects_in(data, pdf)) == _plain(_in_stream(data, pdf))


@pytest.mark.parametrize("content", [STREAM, b"7 0 << /A null >> ", b"8 0 endobj 1 "])
def test_files_give_what_their_object_streams_hold(content: bytes) -> None:
    _, pdf = _file(b"null")
    found = PDFStream({"N": 1}, content)
    assert _plain(open_pdf(_file(b"null")[0])._get_objects(found)) == _plain(
        pdf._get_objects(found)
    )


@pytest.mark.skipif(not CORPUS, reason="there is no corpus")
def test_objects_of_real_files() -> None:
    for path in sorted(Path(CORPUS or "").rglob("*.pdf")):
        data = path.read_bytes()
        with suppress(PDFSyntaxError):
            ours, plain = open_pdf(data), PDFDocument(PDFParser(io.BytesIO(data)))
            for number in {number for xref in plain.xrefs for number in xref.get_objids()}:
                with suppress(PDFObjectNotFound):
                    assert _plain(ours.getobj(number)) == _plain(plain.getobj(number)), path
