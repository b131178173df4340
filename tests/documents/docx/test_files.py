"""Word files of every variant, and those that are refused."""

from __future__ import annotations

import io
import zipfile

import pytest

from atscheck import documents
from atscheck.errors import InputError
from tests.support.make_docx import TYPES, item, make_docx, paragraph, run, table
from tests.support.read_docx import kinds, read, texts

_ODD_STYLE = '<w:pStyle w:val="Nowhere"/>'


@pytest.mark.parametrize("kind", TYPES)
def test_documents_and_templates_with_macros_or_without(kind: str) -> None:
    assert texts(read(paragraph("Ana Example"), kind=kind)) == ["Ana Example"]


def test_other_office_files_are_refused() -> None:
    whole = make_docx(paragraph("a sheet"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as made, zipfile.ZipFile(out, "w") as archive:
        for name in made.namelist():
            sheet = made.read(name).replace(b"wordprocessingml.document", b"spreadsheetml.sheet")
            archive.writestr(name, sheet if name.startswith("[") else made.read(name))
    assert error(out.getvalue()).code == "unsupported"


def test_the_strict_variant_reads_the_same() -> None:
    body = (
        paragraph(run("Ana Example", "<w:b/>"), '<w:hyperlink r:id="a"><w:r/></w:hyperlink>')
        + table([paragraph("Skills:"), paragraph("SQL")])
        + paragraph('<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>')
        + paragraph("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>")
        + '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
    )
    parts = {"header": paragraph("at the top")}
    loose, strict = (
        read(body, parts=parts, links={"a": "https://example.org"}, strict=variant)
        for variant in (False, True)
    )
    assert texts(strict) == texts(loose)
    assert kinds(strict) == kinds(loose) == {"tables", "images", "header-footer"}
    assert strict.links == loose.links


def test_parts_that_are_named_but_missing_are_done_without() -> None:
    body = (
        paragraph("first", properties=_ODD_STYLE + item(3))
        + paragraph("second", '<w:r><w:footnoteReference w:id="7"/></w:r>')
        + paragraph('<w:hyperlink r:id="gone">' + run("third") + "</w:hyperlink>")
        + '<w:sectPr><w:headerReference w:type="default" r:id="gone"/></w:sectPr>'
    )
    assert texts(read(body)) == ["• first", "second[1]", "third"]


def error(data: bytes) -> InputError:
    with pytest.raises(InputError) as raised:
        documents.read(data, path="x.docx")
    assert raised.value.path == "x.docx"
    assert raised.value.hint
    return raised.value


def test_errors() -> None:
    whole = make_docx(paragraph("Ana Example, engineer"))
    assert error(whole[: len(whole) // 2]).code == "corrupt"
    assert error(make_docx("<w:p><w:r></w:p>")).code == "corrupt"
    assert error(make_docx(paragraph())).code == "no-text"
    assert error(make_docx("<w:p>" * 300 + "</w:p>" * 300)).code == "corrupt"
    assert error(make_docx(paragraph("a" * 40_000_000))).code == "expansion"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused(encoding: str) -> None:
    xml = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'.encode(encoding)
    made = zipfile.ZipFile(io.BytesIO(make_docx("")))
    assert error(packed(made, {"word/document.xml": xml})).code == "forbidden-xml"


def packed(made: zipfile.ZipFile, changes: dict[str, bytes | None]) -> bytes:
    """A package with some parts replaced, or (None) left out."""
    parts = {**{name: made.read(name) for name in made.namelist()}, **changes}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if data is not None:
                archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("part", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_a_file_without_a_part_that_every_reader_needs_is_damaged(part: str) -> None:
    made = zipfile.ZipFile(io.BytesIO(make_docx(paragraph("Ana Example"))))
    assert texts(documents.read(packed(made, {}))) == ["Ana Example"]
    found = error(packed(made, {part: None}))
    assert found.code == "corrupt"
    assert "the text" in found.message


@pytest.mark.parametrize("stated", [7, 10_000, 0xFFFFFFFF])
def test_a_part_of_another_size_than_it_states_is_damaged(stated: int) -> None:
    data = make_docx(paragraph("Ana Example"))
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        size = made.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    at = data.rindex(size)  # in the directory at the end, which is what counts
    assert error(data[:at] + stated.to_bytes(4, "little") + data[at + 4 :]).code == "corrupt"


def test_parts_are_found_whatever_their_case_and_whatever_stands_before_the_zip() -> None:
    out = io.BytesIO()
    made = zipfile.ZipFile(io.BytesIO(make_docx(paragraph("found"))))
    with zipfile.ZipFile(out, "w") as archive:
        for name in made.namelist():
            archive.writestr(name.replace("word/", "Word/"), made.read(name))
    assert texts(documents.read(b"preface" * 20 + out.getvalue())) == ["found"]
