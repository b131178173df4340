"""Content streams give the operations that pdfminer's own parser gives."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword

from atscheck.documents.pdf import content
from atscheck.documents.pdf.structure import open_pdf
from tests.documents.pdf.reading import shown
from tests.support.make_pdf import make_pdf

CORPUS = os.environ.get("ATSCHECK_CORPUS") or os.environ.get("BENCH_CORPUS")

USUAL = [
    b"BT /F1 12 Tf 1 0 0 1 72 700 Tm (Ada \\(Dr\\) \\101\\\n\\q \\\\) Tj ET",
    b"[(A) -12.5 (B)-3(C) 4 <41 42> ] TJ <4> Tj<414>Tj (a(b(c))d) ' 1 2 (x) \"",
    b"q 1 0 0 -1 0.5 .5 cm 0 0 10. 10 re W* n 1 2 m 3 -4 l h S Q",
    b"/Span << /ActualText <feff0041> /MCID 1 /A [1 (b) /C] /D << /E true >> >> BDC EMC",
    b"/OC /M#43#31 BDC /A#20B gs /# gs /\xff gs BX 1 unknown EX false q",
    b"% comment ( \n1 0 0 RG%another\r0 g 1 2 3 4 5 6 7 8 9 rg",
    b"q BI /W 2 /H 1 /BPC 8 /CS /G /D [0 1] ID \x00EI\xffEEI\n\r\nEI Q",
    b"BI /W 1 /F /A85 ID abc~~>def~> EI BI /W 1 /F [/A85 /Fl] ID x~>\nEI",
    b"BI /W ID 1 0 0 rg EI q ID Q",
    b"] >> } > ) 1 [ 2 >> ] TJ [ 1 [ 2 { 3 q } true ] 4 Tj ] TJ << /A [ 1 ] >> DP",
    b"1 -2+3 4.5.6 --7 - + . -. 1-2 12345678901234567890 1.50 0g 00.5g -0 -.0 +1. m",
    b"<41>> <4x2> << /A <41>>> DP <41 Q",
    b"1\x000\x00g Tj\x00 \x00q\x0b\x0cQ",
    b"BT (never ends \\",
    b"(((",
    b"BI /W 1 /H 1 ID never ends EI",
    b"[ 1 2 Tj",
    b"",
]
HARD = [
    b"q (\\777) Tj Q",
    b"q << /A >> DP Q",
    b"q [ 1 BI /W 1 ID x EI 2 ] TJ Q",
    b"q 1 2 BI BI /W 1 ID x EI Q",
    b"q BI /F 3 ID x EI Q",
    b"q BI /F [] ID x EI Q",
]
PIECES = [
    *(bytes((byte,)) for byte in b"()<>[]{}/%\\#'\"*+-.019aEIQ~ \n\r\0\xff"),
    *(b"1 0 0 1 7.5 -8 ", b"(a)", b"(a(b)\\1013\\q)", b"<41 4>", b"<<", b">>", b"/Na#6de "),
    *(b" Tj ", b" TJ\n", b" re ", b" BI /W 1 ", b" ID ", b" EI ", b" /F /A85 ", b"~> ", b" true "),
    *(b"\\400", b"\\\r\n", b"12345678901234567", b"% x\n"),
]
streams = st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map(b"".join), max_size=3)


def _by_pdfminer(given: Sequence[PDFStream]) -> Iterator[content.Operation]:
    parser = PDFContentParser(given)
    operands: list[object] = []
    while True:
        _, found = parser.nextobject()
        if isinstance(found, PSKeyword):
            yield found.name, operands
            operands = []
        else:
            operands.append(found)


def _plain(value: object) -> object:
    """``value`` so that equal ones are of equal types."""
    if isinstance(value, PDFStream):
        return _plain(value.attrs), value.rawdata
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return type(value), repr(value)


def _outcome(
    read: Callable[[Sequence[PDFStream]], Iterable[content.Operation]], given: Sequence[PDFStream]
) -> list[object]:
    """What is read, up to the kind of error that ends it."""
    found: list[object] = []
    try:
        found.extend(_plain(operation) for operation in read(given))
    except PSEOF:
        pass
    except Exception as error:
        found.append(type(error))
    return found


def _operations(*parts: bytes) -> list[object]:
    """The operations of content streams, which are those of pdfminer's parser."""
    given = [PDFStream({}, part) for part in parts]
    found = _outcome(content.operations, given)
    assert found == _outcome(_by_pdfminer, given)
    return found


@pytest.mark.parametrize("data", USUAL)
def test_content_is_read_without_pdfminers_parser(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "_by_pdfminer", None)
    _operations(data)
    _operations(data.replace(b" ", b"\r\n") + b" Q")


@pytest.mark.parametrize("data", HARD)
def test_what_is_hard_to_tell_is_left_to_pdfminers_parser(data: bytes) -> None:
    assert _operations(data)
    assert _operations(b"1 0 0 rg [ 5 ", b"6 ] TJ " + data, b"Q")


@given(streams)
@example([b"(a", b"b) Tj"])
@example([b"(", b"b) Tj"])
@example([b"(a\\", b"b) Tj"])
@example([b"/A#4", b"1 gs"])
@example([b"/", b"A gs"])
@example([b"[ (a)", b" (b) ] TJ"])
@example([b"<", b"< /A 1 >", b"> DP"])
@example([b"<41", b"42> Tj"])
@example([b"1", b"2 Td % c", b"Q"])
@example([b"BI /W 1 ID", b" x EI Q"])
@example([b"BI /W 1", b"ID x E", b"I Q"])
@example([b"q [ 1", b" << /A (\\777) >> ] TJ"])
def test_any_content_gives_the_operations_of_pdfminers_parser(parts: list[bytes]) -> None:
    _operations(*parts)


@pytest.mark.parametrize(
    "data",
    [b"(" * 200_000, b"BI ID " + b"EE " * 200_000, b"[" * 200_000, b"1 " * 200_000, b"<4" * 99_999],
    ids=["brackets", "image", "arrays", "operands", "digits"],
)
def test_content_that_goes_on_and_on_is_read_once(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "_by_pdfminer", None)
    assert list(content.operations([PDFStream({}, b"q " + data)])) == [(b"q", [])]


def test_streams_are_decoded_when_they_are_reached() -> None:
    class Broken(PDFStream):
        def get_data(self) -> bytes:
            raise EOFError

    found = content.operations([PDFStream({}, b"q 1 w"), Broken({}, b"")])
    assert [next(found), next(found)] == [(b"q", []), (b"w", [1])]
    with pytest.raises(EOFError):
        next(found)


def _forms_and_pages(data: bytes) -> Iterator[list[PDFStream]]:
    """The content streams of each page and of each form in a file."""
    pdf = open_pdf(data)
    for page in PDFPage.create_pages(pdf):
        yield [stream_value(stream) for stream in page.contents]
    for number in {number for xref in pdf.xrefs for number in xref.get_objids()}:
        found = pdf.getobj(number)
        if isinstance(found, PDFStream) and getattr(found.get("Subtype"), "name", "") == "Form":
            yield [found]


def test_made_files() -> None:
    def page(canvas: object) -> None:
        canvas.drawString(72, 700, "Ada (Dr) \\ Lovelace")  # type: ignore[attr-defined]
        canvas.rect(10, 10, 20, 30, fill=1)  # type: ignore[attr-defined]

    [streams] = _forms_and_pages(make_pdf(page))
    parts = [stream.get_data() for stream in streams]
    assert len(_operations(*parts, shown("one", "two").encode())) > 10


@pytest.mark.skipif(not CORPUS, reason="needs ATSCHECK_CORPUS or BENCH_CORPUS, a folder of PDFs")
def test_files_of_a_corpus() -> None:
    files = sorted(Path(str(CORPUS)).rglob("*.pdf"))
    assert files
    for path in files:
        contents: list[list[bytes]] = []
        with suppress(Exception):  # a file that cannot be opened has none
            found = _forms_and_pages(path.read_bytes())
            contents.extend([stream.get_data() for stream in given] for given in found)
        for parts in contents:
            _operations(*parts)
