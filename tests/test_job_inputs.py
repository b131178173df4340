"""A posting may be any kind of file or come by standard input; one that is none says so."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import atscheck as package
from tests.support.command import atscheck
from tests.support.make_docx import make_docx, paragraph, run
from tests.support.make_pdf import lines, make_pdf

TITLE = "Example Engineer"
REQUIRED = ["Python", "PostgreSQL or MySQL", "5+ years of experience with Linux"]
PREFERRED = ["Kubernetes"]
LINES = [TITLE, "Requirements", *(f"- {text}" for text in REQUIRED), "Nice to have",
         *(f"- {text}" for text in PREFERRED)]  # fmt: skip
RESUME = b"Jane Example\njane@example.org\n\nSKILLS\nPython, MySQL, k8s\n"


def _list(items: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


HTML = (
    f"<!doctype html><title>{TITLE}</title><h1>{TITLE}</h1><h2>Requirements</h2>{_list(REQUIRED)}"
    f"<h2>Nice to have</h2>{_list(PREFERRED)}"
)
POSTINGS = {
    "txt": "\n".join(LINES).encode(),
    "md": "\n".join(f"## {text}" if text[0] != "-" else text for text in LINES).encode(),
    "html": HTML.encode(),
    "docx": make_docx("".join(paragraph(run(text)) for text in LINES)),
    "pdf": make_pdf(partial(lines, x=72, top=72, texts=LINES)),
}


@pytest.fixture
def resume(tmp_path: Path) -> str:
    path = tmp_path / "cv.txt"
    path.write_bytes(RESUME)
    return str(path)


def check_job(data: dict[str, Any]) -> None:
    assert data["title"] == TITLE
    assert {k["term"]: k["tier"] for k in data["keywords"]} == {
        "Python": "must", "PostgreSQL": "must", "MySQL": "must", "Linux": "must",
        "Kubernetes": "good",
    }  # fmt: skip
    assert data["any_of"] == [["PostgreSQL", "MySQL"]]
    assert [(y["term"], y["years"]) for y in data["years"]] == [("Linux", 5)]


def check_comparison(data: dict[str, Any]) -> None:
    assert data["job"]["title"] == TITLE
    assert {k["term"]: k["status"] for k in data["keywords"]} == {
        "Python": "found", "PostgreSQL | MySQL": "found", "Linux": "missing", "Kubernetes": "found",
    }  # fmt: skip
    must = data["score"]["must"]
    assert (must["found"], must["total"]) == (2, 3)  # the alternatives are one
    assert [edit["write"] for edit in data["edits"]] == ["Kubernetes"]


@pytest.mark.parametrize("kind", POSTINGS)
def test_a_posting_of_every_kind(kind: str, tmp_path: Path, resume: str) -> None:
    path = tmp_path / f"job.{kind}"
    path.write_bytes(POSTINGS[kind])
    shown = atscheck("job", str(path), "--format", "json")
    assert shown.returncode == 0, shown.stderr
    check_job(json.loads(shown.stdout))
    done = atscheck("compare", resume, "--job", str(path), "--format", "json")
    assert done.returncode == 0, done.stderr
    check_comparison(json.loads(done.stdout))
    check_comparison(package.compare(RESUME, job=path, path="cv.txt").to_dict())


@pytest.mark.parametrize("kind", POSTINGS)
def test_a_posting_on_standard_input(kind: str, resume: str) -> None:
    shown = atscheck("job", "-", "--format", "json", stdin=POSTINGS[kind])
    assert shown.returncode == 0, shown.stderr
    check_job(json.loads(shown.stdout))
    done = atscheck("compare", resume, "--job", "-", "--format", "json", stdin=POSTINGS[kind])
    assert done.returncode == 0, done.stderr
    check_comparison(json.loads(done.stdout))


def test_a_posting_as_text() -> None:
    job = POSTINGS["txt"].decode()
    check_comparison(package.compare(RESUME, job=job, path="cv.txt").to_dict())


def test_only_one_of_both_is_standard_input() -> None:
    done = atscheck("compare", "-", "--job", "-", stdin=RESUME)
    assert done.returncode == 2
    assert "standard input" in done.stderr


UNREADABLE = {
    "empty": (b"", "the file is empty"),
    "blank": (b"  \n\n\t\n", "the file is empty"),
    "binary": (b"\x00\x01\x02\xff\xfe" * 400, "neither text nor a known kind of file"),
    "picture": (b"\x89PNG\r\n\x1a\n0000", "picture"),
    "password": (
        make_pdf(partial(lines, x=72, top=72, texts=LINES), password="open"), "password",  # noqa: S106
    ),
    "without text": (make_pdf(lambda canvas: None), "no text"),
}  # fmt: skip


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_posting_that_cannot_be_read_is_one_line_and_exit_3(
    kind: str, tmp_path: Path, resume: str
) -> None:
    data, message = UNREADABLE[kind]
    path = tmp_path / "job.pdf"
    path.write_bytes(data)
    for done, name in (
        (atscheck("job", str(path)), str(path)),
        (atscheck("job", "-", stdin=data), "standard input"),
        (atscheck("compare", resume, "--job", str(path)), str(path)),
        (atscheck("compare", resume, "--job", "-", stdin=data), "standard input"),
    ):
        assert (done.returncode, done.stdout) == (3, "")
        assert done.stderr.startswith(f"error: {name}: ")
        assert done.stderr.count("\n") == 1
        assert message in done.stderr
        assert "resume" not in done.stderr  # it is the posting that is to be mended


@pytest.mark.parametrize(
    "text", ["We are a friendly team.\n", "Benefits\n- A pension\n- Free fruit\n"]
)
def test_a_posting_without_a_skill_is_one_line_and_exit_2(
    text: str, tmp_path: Path, resume: str
) -> None:
    path = tmp_path / "job.txt"
    path.write_text(text, encoding="utf-8")
    for done, name in (
        (atscheck("job", str(path)), str(path)),
        (atscheck("job", "-", stdin=text.encode()), "standard input"),
        (atscheck("compare", resume, "--job", str(path)), str(path)),
        (atscheck("compare", resume, "--job", "-", stdin=text.encode()), "standard input"),
    ):
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"error: {name}: no skill")
        assert done.stderr.count("\n") == 1
