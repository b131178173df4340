"""Blind reports: nothing of the person comes out in any format, and no figure changes."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft7Validator, Draft202012Validator

import atscheck
from atscheck.batch import load_target
from atscheck.documents.model import Loss
from atscheck.errors import FormatError
from atscheck.renderers import RENDERERS, render_all, render_text
from atscheck.report import Failure, blinded_failure, blinded_resume, schema
from atscheck.scan import check
from tests.renderers.test_any_text import FEW, RESUMES, report_of
from tests.support.command import atscheck as run
from tests.support.formats import as_docx, as_pdf
from tests.support.jsonresume import JSON_RESUME_SCHEMA
from tests.support.make_docx import make_docx, paragraph
from tests.support.make_docx import run as words
from tests.support.make_pdf import lines, make_pdf
from tests.support.make_report import make_comparison, make_report

PACK = "machine-learning-research"
TODAY = dt.date(2026, 1, 1)

WORK = """
EXPERIENCE
Research Engineer, Acme Ltd, March 2019 - present
- Trained PyTorch models on 64 GPUs for machine learning, cutting cost by 35%.
- Responsible for natural language processing and {aside}.
Analyst, Beta Inc, 2016 - 2018
- Ran ablation studies with statistical significance for 12 products.

EDUCATION
MSc Computer Science, Example University, {studied}

SKILLS
Python, PyTorch, Tensorfow, deep learning
"""

JOB = """Research Engineer
Location: Leeds, UK (hybrid)
Requirements
- 3 years of machine learning with PyTorch and Kubernetes
- Natural Language Processing (NLP)
- MSc in computer science
- Must be authorized to work in the UK
"""


@dataclass(frozen=True)
class Case:
    """A made-up resume, and what must not come out of it."""

    name: str
    data: bytes
    secrets: tuple[str, ...]


def _polish() -> Case:
    head = (
        "Zofia Wiśniewska (she/her)\nMachine Learning Engineer\n"
        "12 Quarry Lane, Leeds LS1 4AB, UK | +44 113 496 0123 | zofia.wisniewska@example.org\n"
        "linkedin.com/in/zofiawisniewska82 | https://zofka.example.com | github.com/zofka-codes\n\n"
        "SUMMARY\nEngineer with 6 years in machine learning; Polish citizen. ZOFIA WISNIEWSKA "
        "leads teams.\n"
    )
    tail = (
        "\nPERSONAL DETAILS\nDate of Birth: 4 May 1987\nSex: Female\nMarital Status: Divorced\n"
        "Nationality: Polish\nReligion: Catholic\n"
        "Father's Name: Kazimierz\nPassport No: EX1234567\n"
        "\nREFERENCES\nBogdan Nowicki, Acme Ltd, bogdan@example.net, +44 113 496 0999\n"
        "\nDECLARATION\nAll of this is true.\nPlace: Otley\n"
    )
    aside = "what Wiśniewska's team needed, see github.com/zofka-codes/tools"
    work = WORK.format(aside=aside, studied="2009 - 2011")
    return Case(
        "zofia-wisniewska-cv.txt",
        (head + work + tail).encode(),
        (
            "Zofia", "Wiśniewska", "Wisniewska", "she/her", "Quarry", "LS1", "496", "example.org",
            "zofka", "Polish", "1987", "4 May", "Female", "Divorced", "Catholic",
            "Kazimierz", "EX1234567", "Bogdan", "Nowicki", "Otley", "2009", "2011",
        ),
    )  # fmt: skip


def _capitals() -> Case:
    text = (
        "TARQUIN OBERHOLZER\nResearch Engineer\nMobile: 0161 496 0456\n"
        "E-mail: t.oberholzer@example.com\n"
        "Born on 12 August 1971, married, aged 54\n"
        + WORK.format(aside="reviews (T. Oberholzer and others)", studied="graduated June 1994")
    )  # fmt: skip
    secrets = ("Tarquin", "Oberholzer", "496", "0456", "example.com", "1971", "August", "1994")
    return Case("Oberholzer T.pdf", as_pdf(text), (*secrets, "married", "aged 54"))


def _in_header() -> Case:
    text = (
        "Curriculum Vitae of Ngozi Adeyemi\nE-mail: ngozi_adeyemi@example.org\n"
        "Permanent Address:\nFlat 7, Rosebank Court\nOldtown 90210\n"
        + WORK.format(aside="Adeyemi's index", studied="Class of 2003")
    )
    body = "".join(paragraph(words(line)) for line in text.splitlines())
    header = paragraph(words("Ngozi Adeyemi - page 1 - +1 212 555 0187"))
    data = make_docx(body, parts={"header": header})
    return Case(
        "adeyemi.docx", data,
        ("Ngozi", "Adeyemi", "example.org", "Rosebank", "Oldtown", "90210", "555", "2003"),
    )  # fmt: skip


def _surname_first() -> Case:
    text = (
        "Featherstone, Peregrine\npfeather@example.org\t+1 (312) 555-0143\nNationality: Kenyan\n"
        + WORK.format(aside="what P. Featherstone found", studied="2014")
    )
    secrets = ("Featherstone", "Peregrine", "pfeather", "555", "0143", "Kenyan")
    return Case("Featherstone.docx", as_docx(text), secrets)


def _on_every_page() -> Case:
    first = "José Núñez\nData Scientist\njose.nunez@example.org\n" + WORK.format(
        aside="the NÚÑEZ index", studied="Sept. 2012"
    )
    second = [
        "PROJECTS",
        "- Built a parser in Python for 3 teams.",
        "",
        "Jose Nunez | 020 7946 0321",
    ]
    data = make_pdf(
        lambda canvas: lines(canvas, 60, 60, first.splitlines()),
        lambda canvas: lines(canvas, 60, 60, second),
    )
    return Case("jose nunez.pdf", data, ("José", "Jose", "Nunez", "Núñez", "7946", "2012"))


CASES = [_polish(), _capitals(), _in_header(), _surname_first(), _on_every_page()]
NAMES = [case.name for case in CASES]


def plain(text: str) -> str:
    """``text`` without accents and capitals."""
    marks = unicodedata.normalize("NFKD", text)
    return "".join(c for c in marks if not unicodedata.combining(c)).casefold()


def leaks(case: Case, text: str) -> list[str]:
    """The secrets of ``case`` that stand in ``text``, in whatever letters."""
    secrets = [*case.secrets, *(Path(case.name).stem, case.name)]
    return [secret for secret in secrets if _pattern(secret).search(plain(text))]


def _pattern(secret: str) -> re.Pattern[str]:
    """A number only as a whole: as part of another it tells nothing."""
    whole = (r"(?<![\d.])", r"(?!\d)") if secret[0].isdigit() else ("", "")
    return re.compile(re.escape(plain(secret)).join(whole))


@pytest.fixture(scope="module", params=["pack", "job"])
def target(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    if request.param == "pack":
        return replace(load_target(PACK, None), resources=())  # these tell years of their own
    job = tmp_path_factory.mktemp("job") / "posting.txt"
    job.write_text(JOB)
    return load_target(None, job)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_no_format_shows_whose_resume_it_is(case: Case, target) -> None:  # type: ignore[no-untyped-def]
    document = atscheck.read(case.data, path=case.name)
    report = check(document, target, as_of=TODAY)
    blind = atscheck.blinded(report)
    assert blind.blind
    assert not report.blind
    for format in RENDERERS:
        if format == "pdf":
            with pytest.raises(FormatError, match="own pages"):
                render_all([blind], format, width=100, color=False, verbose=False)
            continue
        for verbose in (False, True):
            out = render_all([blind], format, width=100, color=False, verbose=verbose)
            if format == "sarif":  # the rules stand in it, with examples of their own
                log = json.loads(out)
                out = json.dumps({**log["runs"][0], "tool": None})
            assert leaks(case, _readable(out)) == [], format
    for format in ("text", "json", "jsonresume"):
        resume = blinded_resume(report.resume)
        out = render_text(resume, format, width=100, color=False, verbose=True)
        assert leaks(case, _readable(out)) == [], format


def _readable(text: str) -> str:
    """JSON as the texts that it holds: numbers of places may look like those of a person."""
    try:
        return json.dumps(_texts(json.loads(text)), ensure_ascii=False)
    except ValueError:
        return text


def _texts(data: object) -> object:
    if isinstance(data, dict):
        return {key: _texts(value) for key, value in data.items() if key != "sha256"}
    if isinstance(data, list):
        return [_texts(value) for value in data]
    return data if isinstance(data, str) else None


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_every_figure_and_place_is_the_same(case: Case, target) -> None:  # type: ignore[no-untyped-def]
    report = check(atscheck.read(case.data, path=case.name), target, as_of=TODAY)
    seen, blind = report.to_dict(), atscheck.blinded(report).to_dict()
    Draft202012Validator(schema("report")).validate(blind)
    assert blind["score"] == seen["score"]
    assert blind["keywords"] == seen["keywords"]  # with the wording of all evidence
    assert blind["levels"] == seen["levels"]
    assert blind["groups"] == seen["groups"]
    assert blind["edits"] == seen["edits"]
    told = ("shown",)
    assert _but(told, blind["requirements"]) == _but(told, seen["requirements"])
    told = ("text", "action", "object", "result", "missing", "suggestion")
    assert _but(told, blind["achievements"]["items"]) == _but(told, seen["achievements"]["items"])
    assert blind["file"]["words"] == seen["file"]["words"]
    assert blind["resume"]["positions"] == seen["resume"]["positions"]
    assert blind["resume"]["places"] == seen["resume"]["places"]
    places = {(f["rule"], f["line"]) for f in seen["findings"]}
    assert {(f["rule"], f["line"]) for f in blind["findings"]} <= places
    assert not [f for f in blind["findings"] if f["rule"][:2] in ("PI", "DA", "CT")]


def _but(keys: tuple[str, ...], entries: list[dict[str, object]]) -> list[dict[str, object]]:
    return [{key: v for key, v in entry.items() if key not in keys} for entry in entries]


def test_a_blind_reading_has_its_schemas() -> None:
    resume = blinded_resume(atscheck.parse(atscheck.read(CASES[0].data, path="x")))
    Draft202012Validator(schema("text")).validate(atscheck.reading_to_dict(resume))
    Draft7Validator(JSON_RESUME_SCHEMA).validate(atscheck.jsonresume_to_dict(resume))
    assert resume.contact.name == resume.contact.location == "[hidden]"
    assert resume.contact.phone_e164 is None
    assert all(study.start is study.end is None for study in resume.education)


def test_messages_hide_what_they_repeat() -> None:
    document = atscheck.read(b"Ada Voss\nQuarryhill\n\nSKILLS\nSQL")
    said = "2 lines: Quarryhill, call 020 7946 0321, “Voss was here”"
    document = replace(document, losses=(Loss("tables", said, document.lines[-1].span),))
    (loss,) = blinded_resume(atscheck.parse(document)).document.losses
    assert loss.message == "2 lines: ██████████, call ███ ████ ████, “████ was here”"


@FEW
@given(RESUMES)
def test_any_text_keeps_its_places(text: str) -> None:
    report = report_of(text)
    blind = atscheck.blinded(report)
    assert len(blind.document.text) == len(report.document.text)
    assert blind.document.words == report.document.words
    assert blind.document.lines == report.document.lines
    Draft202012Validator(schema("report")).validate(blind.to_dict())
    assert render_all([blind], "text", width=80, color=False, verbose=True)


def shown(text: str) -> str:
    """What is left of a resume's text."""
    return blinded_resume(atscheck.parse(atscheck.read(text.encode()))).document.text


def test_words_that_are_also_a_name_stay() -> None:
    text = shown(
        "Mark Long\nmark.long@example.org\n\nEXPERIENCE\nClerk, Acme Ltd, 2015 - 2019\n"
        "- Kept long-term plans and asked Long to mark 40 exams; belonged to a team."
    )
    assert "long-term plans" in text
    assert "asked ████ to mark 40 exams; belonged" in text
    assert "Clerk, Acme Ltd, 2015 - 2019" in text


def test_job_titles_and_the_network_of_a_link_stay() -> None:
    text = shown("Ada Voss\nData Engineer | Leeds\nlinkedin.com/in/adavoss\n\nSKILLS\nSQL")
    assert text.startswith("███ ████\nData Engineer ")
    assert "Leeds" not in text


def test_dates_of_studies_go_and_those_of_jobs_stay() -> None:
    text = shown(
        "Ada Voss\n\nEXPERIENCE\nLecturer, Example University, 2015 - 2019\nLocation: Otley\n"
        "- Taught 40 students.\n\nOTHER\n"
        "- BSc in Physics from the\ncollege in 1994\n- Award of 2016\n"
    )
    assert "Lecturer, Example University, 2015 - 2019\nLocation: Otley" in text
    assert "1994" not in text
    assert "Award of 2016" in text


def test_a_labelled_address_goes_wherever_it_stands() -> None:
    text = shown(
        "Ada Voss\n\nSKILLS\nSQL\n\nOTHER\nPermanent Address: Quarry Cottage, Otley.\nSQL club\n"
    )
    assert "Otley" not in text


def test_a_keyword_stays_but_not_in_an_address() -> None:
    head = "Ada Voss\npytorch.fan@example.org\nPyTorch, Leeds\n\nSKILLS\nSQL\n"
    report = atscheck.scan(head.encode(), pack=PACK, as_of=TODAY)
    text = atscheck.blinded(report).document.text
    assert "PyTorch, █████" in text
    assert "pytorch" not in text


@pytest.mark.parametrize("make", [make_report, make_comparison])
def test_hand_made_reports_with_everything(make) -> None:  # type: ignore[no-untyped-def]
    report = make()
    case = Case("cv.pdf", b"", ("Ada", "555", "example.org/ada"))
    out = render_all([atscheck.blinded(report)], "text", width=80, color=False, verbose=True)
    assert not [secret for secret in case.secrets if secret in out]
    assert "resume-00000000" in out
    assert "Trained torch models on 64 GPUs" in atscheck.blinded(report).document.text


def test_a_failure_is_told_without_the_files_name() -> None:
    failure = Failure("in/zofia.pdf", "corrupt", "in/zofia.pdf ends early", "open in/zofia.pdf")
    blind = json.dumps(blinded_failure(failure, "resume-1").to_dict())
    assert "zofia" not in blind
    assert blind.count("resume-1") == 3


def test_a_blind_batch_names_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for case in CASES:
        (folder / case.name).write_bytes(case.data)
    (folder / "zofia-broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "again.txt").write_bytes(CASES[0].data)
    options = ("--pack", PACK, "-o", str(tmp_path / "out"), "--blind", "--workers", "2")
    done = run("batch", str(folder), *options)
    assert done.returncode == 3
    files = sorted(p for p in (tmp_path / "out").rglob("*") if p.is_file())
    told = "\n".join([done.stdout, done.stderr, *(p.name for p in files)])
    told += "\n".join(_readable(p.read_text("utf-8")) for p in files)
    found = {secret for case in CASES for secret in leaks(case, told)}
    assert not [secret for secret in found if not secret.isdigit()]  # the pack names years
    assert "zofia-broken" not in told
    summary = (tmp_path / "out/summary.csv").read_text("utf-8").splitlines()[1:]
    assert summary == sorted(summary)
    names = {hashlib.sha256(p.read_bytes()).hexdigest()[:8] for p in folder.iterdir()}
    assert {row.partition(",")[0] for row in summary} == {f"resume-{name}" for name in names}
    assert len(summary) == len(CASES) + 2


def test_warnings_and_errors_of_a_blind_scan(tmp_path: Path) -> None:
    good, bad = tmp_path / "zofia.txt", tmp_path / "zofia.pdf"
    good.write_bytes(CASES[0].data)
    bad.write_bytes(b"%PDF-1.4 broken")
    config = tmp_path / "atscheck.toml"
    config.write_text("blind = true\n")
    options = ("--pack", PACK, "--fail-under", "100", "--fail-on", "info")
    done = run("scan", str(good), str(bad), *options, cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr.count("resume-") == 3
    assert "zofia" not in (done.stdout + done.stderr).casefold()
