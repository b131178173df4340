"""The resume's own PDF file with the report on its pages."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw
from reportlab.lib.pdfencrypt import StandardEncryption

import atscheck as package
from atscheck import documents
from atscheck.checks.rule import Finding, Severity
from atscheck.errors import FormatError
from atscheck.renderers import render_all
from atscheck.renderers.marks import KINDS, marks
from atscheck.renderers.pdf import MOST_CHARACTERS, MOST_MARKS, MOST_OF_NOTE
from atscheck.report import Report
from atscheck.streams import emit
from tests.documents.pdf.test_annotations import found
from tests.support.command import atscheck, atscheck_process
from tests.support.make_pdf import lines, make_pdf
from tests.support.make_report import (
    make_comparison,
    make_document,
    make_hostile,
    make_report,
    make_unscored,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
RESUME = EXAMPLES / "ml-researcher.pdf"
PACK = ("--pack", "machine-learning-research", "--as-of", "2026-01-01")
PAGES = make_pdf(*[lambda canvas: lines(canvas, 72, 72, ["Ada Example"])] * 2)


def render(report: Report) -> bytes:
    """The marked file of a report made by hand: its places lie on two pages that hold little."""
    shown = render_all(
        [replace(report, document=replace(report.document, data=PAGES))],
        "pdf", width=80, color=False, verbose=False,
    )  # fmt: skip
    assert isinstance(shown, bytes)
    return shown


def note(data: bytes) -> str:
    """What the note on the first page says."""
    (text,) = (text for kind, _, text in found(data) if kind == raw.FPDF_ANNOT_TEXT)
    return text


def test_every_mark_is_an_annotation_of_its_form_on_its_page() -> None:
    report = make_report()
    data = render(report)
    forms = {
        "used": raw.FPDF_ANNOT_HIGHLIGHT,
        "listed": raw.FPDF_ANNOT_HIGHLIGHT,
        "doubtful": raw.FPDF_ANNOT_HIGHLIGHT,
        "strong": raw.FPDF_ANNOT_UNDERLINE,
        "weak": raw.FPDF_ANNOT_UNDERLINE,
        "finding": raw.FPDF_ANNOT_SQUIGGLY,
    }
    assert {mark.kind for mark in marks(report)} == set(KINDS)
    for number in (1, 2):
        own = [
            forms[mark.kind]
            for mark in marks(report)
            for page in {box.page for box in mark.boxes(report.document)}
            if page == number
        ]
        seen = Counter(kind for kind, _, _ in found(data, number))
        assert seen == Counter([*own, *[raw.FPDF_ANNOT_TEXT] * (number == 1)])


def test_comments_say_what_is_marked_and_why() -> None:
    texts = [text for number in (1, 2) for _, _, text in found(render(make_report()), number)]
    assert "torch: must-have keyword, in use, by alias" not in texts  # the keyword by its name
    assert "PyTorch: must-have keyword, in use, by alias" in texts
    assert any(
        text.startswith("statement to strengthen: start with what you did") for text in texts
    )
    assert any(text.startswith("note WR101 cliche: “go to market” is a cliché") for text in texts)
    assert "statement with an amount: 64 GPUs and 35%" in texts


def test_the_note_tells_the_score_the_changes_and_the_colours() -> None:
    report = make_report()
    assert report.score
    text = note(render(report))
    assert text.startswith("cv.pdf against Example Research\nScore ")
    for told in (
        f"Score {report.score.overall:g} of 100",
        "Must-have keywords: ",
        f"1. {report.changes[0].found.findings[0].message}",
        "green area: keyword in use",
        "red wavy line: finding",
    ):
        assert told in text
    assert "\ue000" not in text


def test_findings_of_no_place_stand_in_the_note() -> None:
    lost = Finding("DA101", "no-dates", Severity.INFO, "there is no date", None, "write some")
    report = make_report()
    text = note(render(replace(report, findings=(*report.findings, *[lost] * 12))))
    assert text.count("note DA101 no-dates: there is no date; write some") == 10
    assert "\n2 more\n" in text


def test_an_unscored_report_marks_what_there_is() -> None:
    data = render(make_unscored())
    assert "Not scored: the text cannot be read with confidence" in note(data)
    assert " of 100" not in note(data)
    assert any(kind == raw.FPDF_ANNOT_SQUIGGLY for kind, _, _ in found(data, 2))


def test_a_comparison_is_shown() -> None:
    assert "Research Engineer" in note(render(make_comparison()))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(make_report()) == render(make_report())


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1, max_size=30))
def test_no_text_of_others_acts_in_a_comment(payload: str) -> None:
    payload = payload.replace("\n", " ") + "\u202e\x1b[2J\0\u200b"
    data = render(make_hostile(payload))
    for number in (1, 2):
        for _, _, text in found(data, number):
            assert text
            assert text.replace("\n", "").isprintable()
            assert len(text) <= (MOST_OF_NOTE if "wavy line:" in text else MOST_CHARACTERS)


def test_comments_and_marks_are_limited() -> None:
    data = render(make_hostile("very long " * 2_000))
    assert max(len(text) for _, _, text in found(data)) <= MOST_OF_NOTE
    report = make_report()
    finding = next(f for f in report.findings if f.rule == "WR101")
    many = replace(report, findings=(finding,) * (MOST_MARKS + 500))
    data = render(many)
    assert sum(len(found(data, number)) for number in (1, 2)) <= MOST_MARKS + 50
    assert f"only the first {MOST_MARKS:,} of " in note(data)


@pytest.mark.parametrize("format", ["docx", "text"])
def test_other_files_have_no_pages_to_mark(format: str) -> None:
    report = make_report(replace(make_document(), format=format))  # type: ignore[arg-type]
    with pytest.raises(FormatError, match=r"cv.pdf: --format pdf marks the pages of a PDF file"):
        render(report)


def scan(*arguments: str, stdin: bytes = b"") -> tuple[int, str]:
    done = atscheck("scan", *arguments, *PACK, "--format", "pdf", stdin=stdin)
    assert done.returncode == 0 or done.stdout == ""
    return done.returncode, done.stderr


def test_the_marked_file_reads_like_the_original(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert scan(str(RESUME), "-o", str(out)) == (0, "")
    old, new = (
        package.scan(str(path), pack="machine-learning-research").to_dict()
        for path in (RESUME, out)
    )
    del old["file"], new["file"]
    assert new == old
    assert documents.read(out).text == documents.read(RESUME).text
    again = tmp_path / "again.pdf"
    assert scan("-", "-o", str(again), stdin=RESUME.read_bytes()) == (0, "")
    assert "standard input against" in note(again.read_bytes())
    assert len(found(again.read_bytes())) == len(found(out.read_bytes()))


def test_the_same_file_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    files = [tmp_path / f"{seed}.pdf" for seed in "12"]
    scan(str(RESUME), "-o", str(files[0]))
    arguments = ("scan", str(RESUME), *PACK, "--format", "pdf", "-o", str(files[1]))
    assert atscheck_process(*arguments, PYTHONHASHSEED="2").returncode == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_what_cannot_be_marked_is_one_line(tmp_path: Path) -> None:
    word = str(EXAMPLES / "office-administrator.docx")
    code, said = scan(word, "-o", str(tmp_path / "out.pdf"))
    assert (code, said.count("\n")) == (2, 1)
    assert said.endswith(
        ".docx: --format pdf marks the pages of a PDF file, and this is Word; "
        "--format html shows any resume\n"
    )
    kept = tmp_path / "kept.pdf"
    kept.write_bytes(
        make_pdf(
            lambda canvas: lines(canvas, 72, 72, ["Ada Example", "Skills", "Python, PyTorch"]),
            password=StandardEncryption("", "owner", canModify=0),
        )
    )
    code, said = scan(str(kept), "-o", str(tmp_path / "out.pdf"))
    assert (code, said.count("\n")) == (2, 1)
    assert "kept.pdf: the PDF is protected" in said
    assert not (tmp_path / "out.pdf").exists()


def test_one_resume_at_a_time() -> None:
    assert scan(str(RESUME), str(RESUME))[0] == 2


def test_a_terminal_is_spared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    with pytest.raises(package.errors.OutputError, match="-o"):
        emit(b"%PDF-")


def test_a_pipe_takes_it() -> None:
    command = ("scan", str(RESUME), *PACK, "--format", "pdf")
    import subprocess

    done = subprocess.run(
        [sys.executable, "-m", "atscheck", *command], capture_output=True, check=True
    )
    assert len(pypdfium2.PdfDocument(done.stdout)) == 2
