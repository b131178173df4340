"""What a file gets does not depend on its neighbours: alone, in any order, with 1 and 4 workers."""

from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path
from typing import Any

import pytest

import atscheck
from atscheck import sandbox
from atscheck.batch import pool
from tests.documents.test_contract import SAMPLES
from tests.support.make_docx import make_docx, paragraph
from tests.support.make_pdf import lines, make_pdf, objects_of_page, stream, write_pdf
from tests.test_cli import EXAMPLES, PACK

DAY = dt.date(2026, 1, 1)
ORDERS = 3
TEXT = b"BT /F 10 Tf 72 700 Td (Ana Example trained models) Tj ET"
ENDINGS = {"text": "txt", "markdown": "md"}
Outcomes = dict[str, dict[str, Any]]

pytestmark = pytest.mark.skipif(
    sandbox.level() != "full", reason="without a limit of memory one of the files takes all"
)


def looping(number: int, content: bytes) -> bytes:
    """A PDF file of one page whose object ``number`` is replaced: it leads back to itself."""
    return write_pdf({**objects_of_page(TEXT), number: content})


def files() -> dict[str, bytes]:
    """Whole, broken, encrypted, looping and growing ones by name, and what each comes to."""
    pdf = (EXAMPLES / "ml-researcher.pdf").read_bytes()
    word = (EXAMPLES / "office-administrator.docx").read_bytes()
    again = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 9 0 R >> >>"
    )
    form = objects_of_page(b"/X Do " + TEXT)
    form[3] = form[3].replace(b"/Resources <<", b"/Resources << /XObject << /X 9 0 R >>")
    bomb = objects_of_page(TEXT)
    bomb[9] = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /W [0 1000000000 500] /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor "
        b"<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1 1] >> >>"
    )
    bomb[5] = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
        b"/DescendantFonts [9 0 R] >>"
    )
    return {
        **{f"{kind}.{ENDINGS.get(kind, kind)}": data for kind, data in SAMPLES.items()},
        "whole.pdf": pdf,
        "torn.pdf": pdf[: len(pdf) // 2],
        "torn.docx": word[: len(word) // 2],
        "empty.pdf": b"",
        "locked.pdf": make_pdf(lambda c: lines(c, 72, 72, ["secret"]), password="x"),  # noqa: S106
        "pages.pdf": looping(2, b"<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 3 >>"),
        "root.pdf": looping(1, b"<< /Type /Catalog /Pages 1 0 R >>"),
        "form.pdf": write_pdf({**form, 9: stream(b"/X Do", again)}),
        "large.docx": make_docx(paragraph("a" * 40_000_000)),
        "memory.pdf": write_pdf(bomb),
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("files")
    for name, data in files().items():
        (place / name).write_bytes(data)
    return place


def here(folder: Path, names: list[str]) -> Outcomes:
    """The outcomes of files that are checked one after another in this process."""
    paths = [folder / name for name in names]
    found = atscheck.batch(paths, pack=PACK, as_of=DAY, isolated=True)
    told = (json.loads(json.dumps(each.to_dict())) for each in found)
    return dict(zip(names, told, strict=True))


@pytest.fixture(scope="module")
def alone(folder: Path) -> Outcomes:
    """The outcome of each file by itself."""
    return {name: here(folder, [name])[name] for name in files()}


def test_the_files_are_of_every_kind(alone: Outcomes) -> None:
    codes = {name: each.get("error", {}).get("code") for name, each in alone.items()}
    assert {name: code for name, code in codes.items() if code} == {
        "torn.pdf": "corrupt", "torn.docx": "corrupt", "empty.pdf": "empty",
        "locked.pdf": "encrypted", "large.docx": "expansion", "memory.pdf": "memory",
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(ORDERS))
def test_in_any_order(folder: Path, alone: Outcomes, seed: int) -> None:
    names = list(alone)
    random.Random(seed).shuffle(names)
    assert here(folder, names) == alone


@pytest.mark.parametrize("workers", [1, 4])
def test_with_any_number_of_workers(folder: Path, alone: Outcomes, workers: int) -> None:
    names = list(alone)
    random.Random(workers).shuffle(names)
    outcomes = pool.run([folder / name for name in names], pool.Job(PACK, None, DAY), workers)
    found = [(outcome.path.name, outcome.data) for outcome in outcomes]
    assert len(found) == len(names)
    assert dict(found) == alone
