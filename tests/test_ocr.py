"""``--ocr`` from the outside: every report says what was recognised."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL.Image import Image

from atscheck import batch, compare, documents, sandbox, scan
from atscheck.documents.ocr import Word
from atscheck.report import Report
from tests.documents.pdf.reading import picture
from tests.support.command import atscheck
from tests.support.make_pdf import HEIGHT, WIDTH, lines, make_pdf

PACK = ("--pack", "machine-learning-research")


@pytest.fixture
def scanned(tmp_path: Path) -> Path:
    """A resume whose second page is a picture."""
    path = tmp_path / "scanned.pdf"
    data = make_pdf(
        lambda c: lines(c, 72, 72, ["Ana Example", "ana@example.org"]),
        lambda c: picture(c, 0, 0, WIDTH, HEIGHT),
    )
    path.write_bytes(data)
    return path


@pytest.fixture
def _recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    def recognise(image: Image) -> Sequence[Word]:
        return [Word(text, 300 + 400 * n, 400, 650 + 400 * n, 430, (1,))
                for n, text in enumerate(["Trained", "models", "PyTorch"])]  # fmt: skip

    monkeypatch.setattr(documents, "tesseract", lambda: recognise)
    monkeypatch.setattr(sandbox, "read", documents.read)  # the stand-in is in this process only


@pytest.mark.usefixtures("_recogniser")
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_reports_say_what_was_recognised(scanned: Path, form: str) -> None:
    command = ("scan", str(scanned), *PACK, "--format", form, "--verbose")
    said = " ".join(atscheck(*command, "--ocr").stdout.split())
    assert "page 2 read by character recognition: others may read nothing there" in said
    assert "read-by-ocr" in said
    assert "read by character recognition" not in atscheck(*command).stdout


@pytest.mark.usefixtures("_recogniser")
def test_values_name_the_recognised_pages(scanned: Path) -> None:
    data = scan(scanned, pack="machine-learning-research", ocr=True).to_dict()
    assert data["file"]["ocr_pages"] == [2]
    errors = [f["name"] for f in data["findings"] if f["severity"] == "error"]
    assert "read-by-ocr" in errors
    assert "image-only-page" not in errors
    plain = scan(scanned, pack="machine-learning-research").to_dict()
    assert plain["file"]["ocr_pages"] == []
    (finding,) = [f for f in plain["findings"] if f["name"] == "image-only-page"]
    assert "--ocr" in finding["suggestion"]


@pytest.mark.usefixtures("_recogniser")
def test_all_that_read_resumes_take_it(scanned: Path, tmp_path: Path) -> None:
    job = tmp_path / "job.txt"
    job.write_text("Requirements\n- Experience with PyTorch\n- Python\n")
    statuses = [
        {k["term"]: k["status"] for k in compare(scanned, job=job, ocr=ocr).to_dict()["keywords"]}
        for ocr in (True, False)
    ]
    assert [found["PyTorch"] for found in statuses] == ["found", "missing"]
    (outcome,) = batch([scanned], job=job, ocr=True)
    assert isinstance(outcome, Report)
    assert outcome.document.ocr_pages == (2,)
    shown = json.loads(atscheck("text", str(scanned), "--ocr", "--format", "json").stdout)
    assert [page["ocr"] for page in shown["pages"]] == [False, True]
    assert "PyTorch" in shown["text"]
    assert "recognition" in atscheck("text", str(scanned), "--ocr").stdout
    asked = atscheck("job", str(scanned), "--ocr", "--format", "json").stdout
    assert "PyTorch" in asked
    config = tmp_path / "atscheck.toml"
    config.write_text("ocr = true\n")
    assert "PyTorch" in atscheck("--config", str(config), "text", str(scanned)).stdout


def test_what_is_missing_is_said_at_once(
    scanned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    out = tmp_path / "out"
    for command in (
        ("scan", str(scanned), *PACK, "--ocr"),
        ("text", str(scanned), "--ocr"),
        ("batch", str(scanned), *PACK, "--ocr", "-o", str(out)),
    ):
        done = atscheck(*command)
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.startswith("error: character recognition needs")
        assert "install" in done.stderr
        assert done.stderr.count("\n") == 1
    assert not out.exists()
