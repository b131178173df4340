"""What a file is, by its content; and what else is said of files that no reader takes."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from atscheck import documents
from atscheck.documents.detect import detect
from atscheck.errors import InputError


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def ole(name: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"junk\n" * 20 + b"%PDF-1.4", "pdf"),
        (zipped("word/document.xml"), "docx"),
        (zipped("[Content_Types].xml"), "docx"),
        (b"MZ" * 50 + zipped("Word/Document.xml"), "docx"),
        (b"<!DOCTYPE html><p>x", "html"),
        (b"<?xml version='1.0'?>\n<html><p>x", "html"),
        (b"# Ana Example\n", "markdown"),
        (b"Experience\n==========\n", "markdown"),
        (b"Ana Example\nC# and F#, #1 of 20, 2 * 3 * 4\n", "text"),
        (b"if a < b and <b> too", "text"),
        ("Ana Example, engineer".encode("utf-16"), "text"),
    ],
)
def test_formats(data: bytes, format: str) -> None:
    assert detect(data) == format


@pytest.mark.parametrize(
    ("data", "code", "what"),
    [
        (b"", "empty", "empty"),
        (b" \n\0\0", "empty", "empty"),
        (b"{\\rtf1 hello}", "unsupported", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "unsupported", "PNG"),
        (b"\xff\xd8\xff\xe0JFIF", "unsupported", "JPEG"),
        (ole("WordDocument"), "unsupported", ".doc"),
        (ole("EncryptedPackage"), "encrypted", "password"),
        (zipped("xl/workbook.xml"), "unsupported", "spreadsheet"),
        (zipped("ppt/presentation.xml"), "unsupported", "presentation"),
        (zipped("Index/Document.iwa"), "unsupported", "Pages"),
        (zipped("cv.pdf.txt"), "unsupported", "zip"),
        (b"\\documentclass{article}\n", "unsupported", "LaTeX"),
        (b"<?xml version='1.0'?><resume/>", "unsupported", "XML"),
        (bytes(range(256)) * 8, "unsupported", "neither"),
    ],
)  # fmt: skip
def test_files_that_no_reader_takes(data: bytes, code: str, what: str) -> None:
    with pytest.raises(InputError) as raised:
        detect(data)
    assert raised.value.code == code
    assert what in raised.value.message
    assert raised.value.hint


def test_paths(tmp_path: Path) -> None:
    found = tmp_path / "cv.pdf"
    found.write_text("Ana Example, engineer", encoding="utf-8")
    assert documents.read(found).format == "text"
    os.mkfifo(tmp_path / "pipe")
    cases = {
        "missing.pdf": "not-found",
        ".": "not-a-file",
        "pipe": "not-a-file",
        "\0": "not-a-file",
    }
    for name, code in cases.items():
        with pytest.raises(InputError) as raised:
            documents.read(f"{tmp_path}/{name}")
        assert raised.value.code == code
        assert raised.value.path == f"{tmp_path}/{name}"


def test_large_files_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(documents, "MAX_BYTES", 2**20)
    large = tmp_path / "large.txt"
    large.write_bytes(b"a" * (2**20 + 1))
    for source in (large, large.read_bytes()):
        with pytest.raises(InputError, match="larger than 1 MiB") as raised:
            documents.read(source)
        assert raised.value.code == "too-large"
