"""ToUnicode maps give the characters that pdfminer's own parser reads in them."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT

from atscheck.documents.pdf.tounicode import Resources, characters_of

HEAD = (
    b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo "
    b"<< /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName/Adobe-Identity-UCS def\n"
    b"/CMapType 2 def 1 begincodespacerange <0000><FFFF> endcodespacerange\n"
)
NITRO = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo 3 dict dup begin "
    b"/Registry (Nitro) def /Ordering (AAAAAA+Calibri) def end def "
)
TAIL = b"endcmap CMapName currentdict /CMap defineresource pop end end "
CHARS = b"3 beginbfchar\n<01> <0041>\n<0002><00660069> <03>\n<D83DDE00> endbfchar\n"
RANGES = (
    b"4 beginbfrange <10> <12> <0061> <0020> <0021> [<0030> <00310032>] <30> <31> <FFFE0041>"
    b"<40><42><D7FF> endbfrange "
)
SPACES = b"1 beginbfchar <03> <0020> endbfchar 1 beginbfrange <03> <03> <00A0> endbfrange "
WIDE = b"1 beginbfrange <0000> <FFFF> <0000> endbfrange\n"
UNEVEN = b"2 beginbfrange <00> <0005> <0041> <05> <04> <0041> endbfrange "
PLAIN = [
    CHARS,
    RANGES,
    SPACES,
    WIDE,
    UNEVEN,
    CHARS + SPACES + RANGES,
    b"",
    b"0 beginbfchar endbfchar ",
]

PIECES = [HEAD, NITRO, TAIL, CHARS, RANGES, SPACES, UNEVEN]
PIECES += [
    b"beginbfchar ",
    b"endbfchar ",
    b"beginbfrange ",
    b"endbfrange ",
    b"endcmap ",
    b"begincmap ",
]
PIECES += [b"<01>", b"<0>", b"<>", b"<00 41>", b"<0041>", b"[", b"]", b"<< ", b">> ", b"(", b")"]
PIECES += [b"/A ", b"7 ", b"def ", b"% ", b"\n", b"\0", b"1 begincidchar 5 <41> endcidchar "]


def _by_pdfminer(cmap: bytes) -> dict[int, str]:
    found = FileUnicodeMap()
    CMapParser(found, io.BytesIO(cmap)).run()
    return found.cid2unichr


@pytest.mark.parametrize("body", PLAIN)
@pytest.mark.parametrize("head", [HEAD, NITRO, b""])
def test_plain_maps_are_read_here(head: bytes, body: bytes) -> None:
    cmap = head + body + TAIL
    assert characters_of(cmap) == _by_pdfminer(cmap)


@pytest.mark.parametrize(
    "odd",
    [
        b"1 beginbfchar <01> <0041> <02> endbfchar ",
        b"1 beginbfchar <01> /A endbfchar ",
        b"1 begincidchar 5 <0041> endcidchar ",
        b"/Other usecmap ",
        b"% 1 beginbfchar <01> <0041> endbfchar\n",
        b"(1 beginbfchar <01> <0041> endbfchar ",
        b"def ",
        b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange ",
        b"1 beginbfrange <00> <01> <FFFFFFFF> endbfrange ",
        TAIL + CHARS,
    ],
)
def test_odd_maps_are_left_to_pdfminer(odd: bytes) -> None:
    assert characters_of(HEAD + odd + TAIL) is None


@given(st.lists(st.sampled_from(PIECES), max_size=8).map(b"".join))
def test_what_is_read_here_is_what_pdfminer_reads(cmap: bytes) -> None:
    found = characters_of(cmap)
    if found is not None:
        assert found == _by_pdfminer(cmap)


@pytest.mark.parametrize("cmap", [HEAD + CHARS + TAIL, HEAD + b"% odd\n" + CHARS + TAIL])
@pytest.mark.parametrize("composite", [False, True])
def test_fonts_have_the_characters_of_their_maps(composite: bool, cmap: bytes) -> None:
    inner = {"Subtype": LIT("CIDFontType2"), "BaseFont": LIT("A"), "FontDescriptor": {}}
    inner |= {"CIDSystemInfo": {"Registry": b"Adobe", "Ordering": b"Identity"}}
    outer = {"Subtype": LIT("Type0"), "Encoding": LIT("Identity-H"), "DescendantFonts": [inner]}
    simple = {"Subtype": LIT("Type1"), "BaseFont": LIT("A"), "FontDescriptor": {}}
    spec = {**(outer if composite else simple), "ToUnicode": PDFStream({}, cmap)}
    resources = Resources()
    font = resources.get_font(7, spec)
    assert [font.to_unichr(code) for code in (1, 2, 3)] == ["A", "fi", "\U0001f600"]
    assert resources.get_font(7, spec) is font
    assert resources.get_font(None, spec) is not font
